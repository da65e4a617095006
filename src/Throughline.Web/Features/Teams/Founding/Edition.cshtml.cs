using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Domain.Teams;
using Throughline.Web.Access;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Teams.Founding;

/// <summary>An adopted edition, alone or compared word by word with another one.</summary>
[Needs(Permission.SeeUnit)]
public sealed class EditionModel(ThroughlineDb db, FoundingDesk desk, Here here) : PageModel
{
    /// <summary>The edition it is compared with; 0 for none, left out for the one before.</summary>
    [BindProperty(SupportsGet = true)]
    public int? With { get; set; }

    public FoundingKind Kind { get; private set; }

    public EditionView Edition { get; private set; } = null!;

    /// <summary>The other edition's parts beside this one's; null when nothing is compared.</summary>
    public IReadOnlyList<ComparedPart>? Compared { get; private set; }

    /// <summary>The other editions, and none.</summary>
    public IReadOnlyList<SelectListItem> Others { get; private set; } = [];

    public bool IsInForce { get; private set; }

    public string Path => desk.PathOf(Kind);

    public async Task<IActionResult> OnGetAsync(string text, int edition, CancellationToken cancel)
    {
        if (FoundingWords.KindOf(text) is not { } kind)
        {
            return NotFound();
        }

        Kind = kind;
        var editions = await db.Set<FoundingEdition>()
            .AsNoTracking()
            .Where(e =>
                db.Set<FoundingText>()
                    .Any(t => t.Id == e.TextId && t.UnitId == here.Unit.Id && t.Kind == kind)
            )
            .OrderByDescending(e => e.Number)
            .Select(e => new
            {
                e.Id,
                e.Number,
                e.AdoptedOn,
            })
            .ToListAsync(cancel);
        if (editions.Find(e => e.Number == edition) is not { } found)
        {
            return NotFound();
        }

        Edition = await EditionView.LoadAsync(db, found.Id, found.Number, found.AdoptedOn, cancel);
        IsInForce = found == editions[0];
        With ??= edition - 1;
        if (editions.Find(e => e.Number == With && e.Number != edition) is { } other)
        {
            Compared = ComparedPart.Of(
                kind,
                await EditionView.PartsAsync(db, other.Id, cancel),
                Edition.Parts
            );
        }

        Others =
        [
            new("none", "0"),
            .. editions
                .Where(e => e.Number != edition)
                .Select(e => new SelectListItem(
                    FormattableString.Invariant($"Edition {e.Number}, {Days.Full(e.AdoptedOn)}"),
                    FormattableString.Invariant($"{e.Number}")
                )),
        ];
        return Page();
    }
}
