using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughline.Data;
using Throughline.Web.Access;

namespace Throughline.Web.Features.Meetings;

/// <summary>The meeting for a projector: large, and nothing to press.</summary>
[Needs(Permission.SeeMeetings)]
public sealed class ScreenModel(ThroughlineDb db, Here here) : PageModel
{
    public RoomView Room { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(int meeting, CancellationToken cancel)
    {
        if (await RoomView.LoadAsync(db, here, meeting, cancel) is not { } room)
        {
            return NotFound();
        }

        Room = room with { Conducts = false };
        return Page();
    }
}
