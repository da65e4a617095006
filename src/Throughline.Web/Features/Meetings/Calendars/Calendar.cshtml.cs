using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Domain.Meetings;
using Throughline.Web.Access;
using Throughline.Web.Hosting;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Meetings.Calendars;

/// <summary>The secret addresses under which calendar programs read one's own meetings, and the team's.</summary>
[Needs(Permission.SeeMeetings)]
public sealed class CalendarModel(ThroughlineDb db, Here here, PublicAddress address) : PageModel
{
    /// <summary>The address that was made just now; it is shown once and not kept.</summary>
    public string? Fresh { get; private set; }

    /// <summary>Since when one's own address works, UTC.</summary>
    public DateTime? Mine { get; private set; }

    /// <summary>Since when the team's works, UTC.</summary>
    public DateTime? Team { get; private set; }

    public Task OnGetAsync(CancellationToken cancel) => LoadAsync(cancel);

    [Needs(Permission.SeeMeetings)]
    public Task<IActionResult> OnPostMineAsync(CancellationToken cancel) => MakeAsync(null, cancel);

    [Needs(Permission.SeeMeetings)]
    public Task<IActionResult> OnPostEndMineAsync(CancellationToken cancel) =>
        EndAsync(null, cancel);

    [Needs(Permission.PlanMeetings)]
    public Task<IActionResult> OnPostTeamAsync(CancellationToken cancel) =>
        MakeAsync(here.Unit.Id, cancel);

    [Needs(Permission.PlanMeetings)]
    public Task<IActionResult> OnPostEndTeamAsync(CancellationToken cancel) =>
        EndAsync(here.Unit.Id, cancel);

    private async Task<IActionResult> MakeAsync(Guid? unitId, CancellationToken cancel)
    {
        var key = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(24));
        foreach (var feed in await Working(unitId).ToListAsync(cancel))
        {
            feed.End(here.Now);
        }

        db.Add(
            CalendarFeed.Make(
                here.Viewer.DistrictId,
                here.Viewer.PersonId,
                unitId,
                CalendarAddress.Hash(key),
                here.Now
            )
        );
        await db.SaveChangesAsync(cancel);
        Fresh = address.Of($"/calendar/{key}");
        await LoadAsync(cancel);
        return Page();
    }

    private async Task<IActionResult> EndAsync(Guid? unitId, CancellationToken cancel)
    {
        foreach (var feed in await Working(unitId).ToListAsync(cancel))
        {
            feed.End(here.Now);
        }

        await db.SaveChangesAsync(cancel);
        this.Say("The address leads nowhere any more. Remove it from your calendar program.");
        return Redirect($"/{here.Unit.Slug}/meetings/calendar");
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        var (me, unit) = (here.Viewer.PersonId, here.Unit.Id);
        var feeds = await db.Set<CalendarFeed>()
            .AsNoTracking()
            .Where(f => f.EndedAt == null)
            .Where(f => f.UnitId == unit || (f.UnitId == null && f.PersonId == me))
            .Select(f => new { f.UnitId, f.MadeAt })
            .ToListAsync(cancel);
        Mine = feeds.FirstOrDefault(f => f.UnitId is null)?.MadeAt;
        Team = feeds.FirstOrDefault(f => f.UnitId is not null)?.MadeAt;
    }

    private IQueryable<CalendarFeed> Working(Guid? unitId)
    {
        var me = here.Viewer.PersonId;
        var feeds = db.Set<CalendarFeed>().Where(f => f.EndedAt == null);
        return unitId is { } unit
            ? feeds.Where(f => f.UnitId == unit)
            : feeds.Where(f => f.UnitId == null && f.PersonId == me);
    }
}
