using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughline.Data;
using Throughline.Web.Access;

namespace Throughline.Web.Features.Sharing;

/// <summary>A decision as one slide: what was decided, why and who decided, large enough for the back of a room, and to print.</summary>
[Needs(Permission.SeeRelays)]
public sealed class SlideModel(ThroughlineDb db, Here here, Relays relays) : PageModel
{
    [FromRoute(Name = "number")]
    public int Number { get; set; }

    public RelayView View { get; private set; } = null!;

    public string Back => relays.PathOf(Number);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await RelayView.LoadAsync(db, here, relays, Number, cancel) is not { } view)
        {
            return NotFound();
        }

        View = view;
        return Page();
    }
}
