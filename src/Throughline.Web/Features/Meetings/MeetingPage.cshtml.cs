using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughline.Data;
using Throughline.Domain.Meetings;
using Throughline.Web.Access;
using Throughline.Web.Features.Meetings.Minutes;

namespace Throughline.Web.Features.Meetings;

/// <summary>A meeting at its one address: the agenda before, the room during, the minutes after.</summary>
[Needs(Permission.SeeMeetings)]
public sealed class MeetingPageModel(ThroughlineDb db, Here here, MinutesDraft draft) : PageModel
{
    public Meeting Meeting { get; private set; } = null!;

    /// <summary>Before and during; null after.</summary>
    public RoomView? Room { get; private set; }

    /// <summary>After; null until it is over.</summary>
    public MinutesView? Minutes { get; private set; }

    public async Task<IActionResult> OnGetAsync(int meeting, CancellationToken cancel)
    {
        if (await MeetingView.FindAsync(db, here, meeting, cancel) is not { } found)
        {
            return NotFound();
        }

        Meeting = found;
        if (found.State != MeetingState.Ended)
        {
            Room = await RoomView.WholeAsync(db, here, found, cancel);
            return Page();
        }

        // Without a number of an edition there always is one to read.
        Minutes = await MinutesView.OfAsync(
            db,
            here,
            (await MinutesReading.OfAsync(db, draft, found, isWhole: true, null, cancel))!,
            cancel
        );
        return Page();
    }
}
