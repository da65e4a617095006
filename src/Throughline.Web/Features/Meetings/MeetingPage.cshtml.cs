using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughline.Data;
using Throughline.Domain.Meetings;
using Throughline.Web.Access;

namespace Throughline.Web.Features.Meetings;

/// <summary>A meeting at its one address: the agenda before, the room during, the record after.</summary>
[Needs(Permission.SeeMeetings)]
public sealed class MeetingPageModel(ThroughlineDb db, Here here) : PageModel
{
    public RoomView Room { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(int meeting, CancellationToken cancel)
    {
        if (await RoomView.LoadWholeAsync(db, here, meeting, cancel) is not { } room)
        {
            return NotFound();
        }

        Room = room;
        return Page();
    }
}
