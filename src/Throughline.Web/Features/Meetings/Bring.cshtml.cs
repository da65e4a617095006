using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Domain.Meetings;
using Throughline.Domain.Units;
using Throughline.Web.Access;

namespace Throughline.Web.Features.Meetings;

/// <summary>Leads to where something is brought to the next meeting, for pages that do not know which it is.</summary>
[Needs(Permission.TakePartInMeetings)]
public sealed class BringModel(ThroughlineDb db, Here here, MeetingDesk desk) : PageModel
{
    /// <param name="from">The thing that it serves, if it serves one.</param>
    /// <param name="protocol">The protocol by which the team is to go through it, if it is.</param>
    /// <param name="cancel">Stops.</param>
    public async Task<IActionResult> OnGetAsync(
        Guid? from,
        string? protocol,
        CancellationToken cancel
    )
    {
        var next = await db.Set<Meeting>()
            .Where(m =>
                m.UnitId == here.Unit.Id && m.State == MeetingState.Planned && m.Day >= here.Today
            )
            .OrderBy(m => m.Day)
            .ThenBy(m => m.StartsAt)
            .Select(m => (int?)m.Number)
            .FirstOrDefaultAsync(cancel);
        return next is { } number
            ? Redirect(
                $"{desk.PathOf(number)}/items/new{(from is null ? "" : $"?from={from}")}{(Slug.IsValid(protocol) ? $"{(from is null ? '?' : '&')}protocol={protocol}" : "")}"
            )
            : Page();
    }
}
