using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Domain.Teams;
using Throughline.Domain.Units;
using Throughline.Web.Access;

namespace Throughline.Web.Features.Teams.Founding;

/// <summary>Finds one of the ILT's own texts by the word in the address, for the pages that read and change it.</summary>
public sealed class FoundingDesk(ThroughlineDb db, Here here)
{
    /// <summary>The text with its draft; null when the address names none or its draft was not begun.</summary>
    public async Task<FoundingText?> FindAsync(string? slug, CancellationToken cancel) =>
        FoundingWords.KindOf(slug) is { } kind
            ? await db.Set<FoundingText>()
                .Include(t => t.Parts)
                .SingleOrDefaultAsync(t => t.UnitId == here.Unit.Id && t.Kind == kind, cancel)
            : null;

    /// <summary>The text with draft and edition in force.</summary>
    public async Task<FoundingText?> FindWithEditionAsync(string? slug, CancellationToken cancel)
    {
        var text = await FindAsync(slug, cancel);
        if (text is not null)
        {
            await db.Set<FoundingEdition>()
                .Include(e => e.Parts)
                .Where(e => e.TextId == text.Id && e.Number == text.Adopted)
                .LoadAsync(cancel);
        }

        return text;
    }

    /// <summary>The draft's inputs that may be read now, in the order of the parts; those without a name in the order of chance.</summary>
    public async Task<(IReadOnlyList<InputView> Shown, int Waiting)> InputsAsync(
        FoundingText text,
        CancellationToken cancel
    )
    {
        var all = await db.Set<FoundingInput>()
            .AsNoTracking()
            .Where(i => i.TextId == text.Id)
            .OrderBy(i => i.Id)
            .Select(i => new InputView(
                i.Id,
                i.PartId,
                i.Words,
                db.Set<Person>()
                    .Where(p => p.Id == i.PersonId)
                    .Select(p => p.GivenName + " " + p.FamilyName)
                    .FirstOrDefault(),
                i.At,
                i.Batch,
                i.Fate,
                i.Why,
                i.Version
            ))
            .ToListAsync(cancel);
        var inBatch = all.Count(i => i.Batch == text.Batch);
        var shows = text.ShowsUnnamed(inBatch, here.Today);
        return (
            [.. all.Where(i => i.Batch is null || i.Batch < text.Batch || shows)],
            shows ? 0 : inBatch
        );
    }

    /// <summary>How many inputs without a name the current batch holds.</summary>
    public Task<int> InBatchAsync(FoundingText text, CancellationToken cancel) =>
        db.Set<FoundingInput>()
            .CountAsync(i => i.TextId == text.Id && i.Batch == text.Batch, cancel);

    /// <summary>Who sits on the ILT, by name.</summary>
    public async Task<IReadOnlyList<MemberView>> MembersAsync(CancellationToken cancel) =>
        await db.Set<IltMembership>()
            .AsNoTracking()
            .Where(m => m.UnitId == here.Unit.Id && m.Until == null)
            .Join(db.Set<Person>(), m => m.PersonId, p => p.Id, (_, p) => p)
            .OrderBy(p => p.SearchText)
            .Select(p => new MemberView(p.Id, p.GivenName + " " + p.FamilyName))
            .ToListAsync(cancel);

    /// <summary>Where the text is read.</summary>
    public string PathOf(FoundingKind kind) => $"/{here.Unit.Slug}/team/{FoundingWords.Slug(kind)}";
}

/// <summary>A member of the ILT.</summary>
public sealed record MemberView(Guid Id, string Name);

/// <summary>An input as those who draft read it.</summary>
/// <param name="By">Who gave it; null without a name.</param>
public sealed record InputView(
    Guid Id,
    Guid? PartId,
    string Words,
    string? By,
    DateTime? At,
    int? Batch,
    InputFate Fate,
    string? Why,
    int Version
);
