using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Data.Saving;
using Throughline.Data.Units;
using Throughline.Domain.Meetings;
using Throughline.Web.Access;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Meetings;

/// <summary>Plans a meeting beside the regular ones.</summary>
[Needs(Permission.PlanMeetings)]
public sealed class NewMeetingModel(ThroughlineDb db, Here here, MeetingDesk desk, MeetingMail mail)
    : PageModel,
        IMeetingForm
{
    [BindProperty]
    public MeetingForm Input { get; set; } = new();

    public string Saves => "Plan the meeting";

    public string Back => $"/{here.Unit.Slug}/meetings";

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var series = await db.Set<MeetingSeries>()
            .AsNoTracking()
            .SingleOrDefaultAsync(s => s.UnitId == here.Unit.Id, cancel);
        Input = new MeetingForm
        {
            StartsAt = series?.StartsAt ?? new TimeOnly(15, 15),
            Minutes = series?.Minutes ?? 60,
            Place = series?.Place,
            Link = series?.Link,
        };
    }

    [Needs(Permission.PlanMeetings)]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        var when = Input.AsTime();
        if (when.Day < here.Today)
        {
            return this.Refuse(new("Choose a day that is still to come.", "Day"));
        }

        var calendar = await SchoolCalendars.LoadAsync(db, here.Unit, cancel);
        var planned = await ConflictRetry.RunAsync(
            db,
            async () =>
            {
                var meetings = db.Set<Meeting>().Where(m => m.UnitId == here.Unit.Id);
                var meeting = Meeting.Plan(
                    here.Unit,
                    (await meetings.MaxAsync(m => (int?)m.Number, cancel) ?? 0) + 1,
                    when,
                    calendar,
                    await meetings.Where(m => m.Day == when.Day).ToListAsync(cancel),
                    here.Now
                );
                if (meeting.IsOk)
                {
                    db.Add(meeting.Value);
                    await desk.PrepareAsync(meeting.Value, cancel);
                    await mail.InviteAsync(meeting.Value, cancel);
                    await db.SaveChangesAsync(cancel);
                }

                return meeting;
            }
        );
        if (!planned.IsOk)
        {
            return this.Refuse(planned.Refusal!);
        }

        this.Say("The meeting is planned. The members are invited by mail.");
        return Redirect(desk.PathOf(planned.Value.Number));
    }
}
