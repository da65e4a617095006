using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Domain.Teams;
using Throughline.Domain.Units;

namespace Throughline.Web.Features.Teams.Founding;

/// <summary>A part of an edition.</summary>
public sealed record PartView(Guid PartId, int Place, string Words);

/// <summary>What a text says, adopted or in draft.</summary>
public sealed record FoundingWording(FoundingKind Kind, IReadOnlyList<PartView> Parts)
{
    /// <summary>The draft.</summary>
    public static FoundingWording Draft(FoundingText text) =>
        new(text.Kind, [.. text.Draft.Select(p => new PartView(p.Id, p.Place, p.Words))]);
}

/// <summary>Someone under an edition.</summary>
/// <param name="PersonId">Who.</param>
/// <param name="Name">Their name.</param>
/// <param name="SignedAt">When they signed, UTC; null for someone who was there when it was adopted.</param>
public sealed record EditionPerson(Guid PersonId, string Name, DateTime? SignedAt);

/// <summary>An adopted edition as a page shows it.</summary>
public sealed record EditionView(
    int Number,
    DateOnly AdoptedOn,
    IReadOnlyList<PartView> Parts,
    IReadOnlyList<EditionPerson> Present,
    IReadOnlyList<EditionPerson> Signed
)
{
    /// <summary>The signature of a person; null when they have not signed.</summary>
    public EditionPerson? SignatureOf(Guid personId) =>
        Signed.FirstOrDefault(s => s.PersonId == personId);

    /// <summary>An edition with its people, in two commands.</summary>
    public static async Task<EditionView> LoadAsync(
        ThroughlineDb db,
        Guid editionId,
        int number,
        DateOnly adoptedOn,
        CancellationToken cancel
    )
    {
        var people = await db.Set<FoundingPresence>()
            .Where(p => p.EditionId == editionId)
            .Select(p => new { p.PersonId, At = (DateTime?)null })
            .Concat(
                db.Set<FoundingSignature>()
                    .Where(s => s.EditionId == editionId)
                    .Select(s => new { s.PersonId, At = (DateTime?)s.At })
            )
            .Join(
                db.Set<Person>(),
                e => e.PersonId,
                p => p.Id,
                (e, p) =>
                    new
                    {
                        p.Id,
                        Name = p.GivenName + " " + p.FamilyName,
                        e.At,
                        p.SearchText,
                    }
            )
            .OrderBy(p => p.SearchText)
            .ToListAsync(cancel);
        var named = people.Select(p => new EditionPerson(p.Id, p.Name, p.At)).ToList();
        return new(
            number,
            adoptedOn,
            await PartsAsync(db, editionId, cancel),
            [.. named.Where(p => p.SignedAt is null)],
            [.. named.Where(p => p.SignedAt is not null)]
        );
    }

    /// <summary>What an edition says, in order.</summary>
    public static async Task<IReadOnlyList<PartView>> PartsAsync(
        ThroughlineDb db,
        Guid editionId,
        CancellationToken cancel
    ) =>
        await db.Set<FoundingEditionPart>()
            .AsNoTracking()
            .Where(p => p.EditionId == editionId)
            .OrderBy(p => p.Place)
            .Select(p => new PartView(p.PartId, p.Place, p.Words))
            .ToListAsync(cancel);
}

/// <summary>One part of two texts: before and after; null where one of them does not have it.</summary>
public sealed record ComparedPart(string Name, string? Before, string? After)
{
    public bool IsSame => Before == After;

    /// <summary>Parts that belong together by their identity, in the order of the text after; what fell away comes last.</summary>
    public static IReadOnlyList<ComparedPart> Of(
        FoundingKind kind,
        IReadOnlyList<PartView> before,
        IReadOnlyList<PartView> after
    ) =>
        [
            .. after.Select(a => new ComparedPart(
                FoundingWords.Part(kind, a.Place),
                before.FirstOrDefault(b => b.PartId == a.PartId)?.Words,
                a.Words
            )),
            .. before
                .Where(b => after.All(a => a.PartId != b.PartId))
                .Select(b => new ComparedPart(
                    $"Was {FoundingWords.Part(kind, b.Place).ToLowerInvariant()}",
                    b.Words,
                    null
                )),
        ];
}
