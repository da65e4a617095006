using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Data.Saving;
using Throughline.Domain.Teams;
using Throughline.Web.Access;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Teams.Founding;

/// <summary>One of the texts that the ILT adopts for itself: what is in force, who signed, earlier editions, when it is revisited.</summary>
[Needs(Permission.SeeUnit)]
public sealed class FoundingModel(ThroughlineDb db, FoundingDesk desk, Here here) : PageModel
{
    /// <summary>The edition that is signed: the one that was read.</summary>
    [BindProperty]
    public int? Signs { get; set; }

    public FoundingKind Kind { get; private set; }

    /// <summary>Null before its draft is begun.</summary>
    public FoundingText? Begun { get; private set; }

    /// <summary>The edition in force; null before the first.</summary>
    public EditionView? Edition { get; private set; }

    /// <summary>Numbers and days of all editions, the latest first.</summary>
    public IReadOnlyList<(int Number, DateOnly On)> Editions { get; private set; } = [];

    /// <summary>Members who have not signed the norms in force.</summary>
    public IReadOnlyList<MemberView> Unsigned { get; private set; } = [];

    /// <summary>Who keeps the norms today, and until when.</summary>
    public (string Name, DateOnly Until)? Keeper { get; private set; }

    public bool HasIlt { get; private set; }

    public async Task<IActionResult> OnGetAsync(string text, CancellationToken cancel)
    {
        if (FoundingWords.KindOf(text) is not { } kind)
        {
            return NotFound();
        }

        Kind = kind;
        var found = await db.Set<Ilt>()
            .AsNoTracking()
            .Where(i => i.UnitId == here.Unit.Id)
            .Select(i => new
            {
                Text = db.Set<FoundingText>()
                    .FirstOrDefault(t => t.UnitId == i.UnitId && t.Kind == kind),
            })
            .SingleOrDefaultAsync(cancel);
        (HasIlt, Begun) = (found is not null, found?.Text);
        if (Begun is { Adopted: > 0 })
        {
            await LoadEditionAsync(Begun, cancel);
        }

        return Page();
    }

    /// <summary>Begins the draft.</summary>
    [Needs(Permission.GuideTeam)]
    public async Task<IActionResult> OnPostBeginAsync(string text, CancellationToken cancel)
    {
        var ilt = await db.Set<Ilt>().SingleOrDefaultAsync(i => i.UnitId == here.Unit.Id, cancel);
        if (FoundingWords.KindOf(text) is not { } kind || ilt is null)
        {
            return NotFound();
        }

        db.Add(FoundingText.Begin(ilt, kind, here.Now));
        // Someone who began it at the same moment began the same.
        await db.TrySaveAsync(cancel);
        return Redirect(desk.PathOf(kind) + "/draft/edit");
    }

    /// <summary>A member signs the edition they read.</summary>
    [Needs(Permission.ActAsMember)]
    public async Task<IActionResult> OnPostSignAsync(string text, CancellationToken cancel)
    {
        if (await desk.FindWithEditionAsync(text, cancel) is not { Current: { } current } found)
        {
            return NotFound();
        }

        if (found.Kind != FoundingKind.Norms || Signs != current.Number)
        {
            this.Say("A newer edition was adopted while you read. Read it, then sign.");
            return Redirect(desk.PathOf(found.Kind));
        }

        await db.Entry(current).Collection(e => e.Signatures).LoadAsync(cancel);
        var signed = current.Sign(here.Viewer.PersonId, here.Now);
        this.Say(
            signed.IsOk && await db.TrySaveAsync(cancel)
                ? "You signed the norms."
                : "You have signed this edition already."
        );
        return Redirect(desk.PathOf(found.Kind));
    }

    private async Task LoadEditionAsync(FoundingText text, CancellationToken cancel)
    {
        var editions = await db.Set<FoundingEdition>()
            .AsNoTracking()
            .Where(e => e.TextId == text.Id)
            .OrderByDescending(e => e.Number)
            .Select(e => new
            {
                e.Id,
                e.Number,
                e.AdoptedOn,
            })
            .ToListAsync(cancel);
        Editions = [.. editions.Select(e => (e.Number, e.AdoptedOn))];
        var current = editions.Single(e => e.Number == text.Adopted);
        Edition = await EditionView.LoadAsync(
            db,
            current.Id,
            current.Number,
            current.AdoptedOn,
            cancel
        );
        if (Kind == FoundingKind.Norms)
        {
            Unsigned =
            [
                .. (await desk.MembersAsync(cancel)).Where(m => Edition.SignatureOf(m.Id) is null),
            ];
            Keeper = await NormsKeepers.OnAsync(db, here.Unit.Id, here.Today, cancel);
        }
    }
}
