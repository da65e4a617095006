using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Web.Access;

namespace Throughline.Web.Features.Teams.Founding;

/// <summary>A member's own copy of the norms in force, with their name and the day they signed.</summary>
[Needs(Permission.ActAsMember)]
public sealed class MyCopyModel(ThroughlineDb db, Here here) : PageModel
{
    public int Number { get; private set; }

    public DateOnly AdoptedOn { get; private set; }

    /// <summary>When they signed, UTC; null while they have not.</summary>
    public DateTime? SignedAt { get; private set; }

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
                SignedAt = e
                    .Signatures.Where(s => s.PersonId == here.Viewer.PersonId)
                    .Select(s => (DateTime?)s.At)
                    .FirstOrDefault(),
            })
            .SingleOrDefaultAsync(cancel);
        if (found is null)
        {
            return NotFound();
        }

        (Number, AdoptedOn, SignedAt) = (found.Number, found.AdoptedOn, found.SignedAt);
        Norms = await EditionView.PartsAsync(db, found.Id, cancel);
        return Page();
    }
}
