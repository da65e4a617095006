using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Domain.Teams;
using Throughline.Web.Access;

namespace Throughline.Web.Features.Teams.Founding;

/// <summary>The norms in force on one sheet of paper for the room.</summary>
[Needs(Permission.SeeUnit)]
public sealed class PosterModel(ThroughlineDb db, Here here) : PageModel
{
    public int Number { get; private set; }

    public DateOnly AdoptedOn { get; private set; }

    public IReadOnlyList<PartView> Norms { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var found = await NormsInForce
            .Of(db, here.Unit.Id)
            .Select(e => new
            {
                e.Id,
                e.Number,
                e.AdoptedOn,
            })
            .SingleOrDefaultAsync(cancel);
        if (found is null)
        {
            return NotFound();
        }

        (Number, AdoptedOn) = (found.Number, found.AdoptedOn);
        Norms = await EditionView.PartsAsync(db, found.Id, cancel);
        return Page();
    }
}

/// <summary>The edition of a unit's norms that is in force.</summary>
internal static class NormsInForce
{
    public static IQueryable<FoundingEdition> Of(ThroughlineDb db, Guid unitId) =>
        db.Set<FoundingText>()
            .AsNoTracking()
            .Where(t => t.UnitId == unitId && t.Kind == FoundingKind.Norms)
            .SelectMany(t => t.Editions.Where(e => e.Number == t.Adopted));
}
