using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Data.Saving;
using Throughline.Data.Units;
using Throughline.Domain.Meetings;
using Throughline.Domain.Shared;
using Throughline.Web.Access;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Meetings;

/// <summary>Moves one meeting, or calls it off.</summary>
[Needs(Permission.PlanMeetings)]
public sealed class MoveMeetingModel(
    ThroughlineDb db,
    Here here,
    MeetingDesk desk,
    MeetingMail mail
) : PageModel, IMeetingForm
{
    [FromRoute(Name = "meeting")]
    public int Number { get; set; }

    [BindProperty]
    public MeetingForm Input { get; set; } = new();

    [BindProperty]
    public CallOffInput Off { get; set; } = new();

    public string Saves => "Move the meeting";

    public string Back => desk.PathOf(Number);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await desk.FindAsync(Number, cancel) is not { } meeting)
        {
            return NotFound();
        }

        if (meeting.State != MeetingState.Planned || meeting.WasMissed(here.Today))
        {
            return Redirect(Back);
        }

        Input = MeetingForm.Of(meeting);
        return Page();
    }

    [Needs(Permission.PlanMeetings)]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await desk.FindAsync(Number, cancel) is not { } meeting)
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        var when = Input.AsTime();
        var moved =
            meeting.WasMissed(here.Today)
                ? new Refusal("This meeting was not held. Plan one more meeting instead.")
            : when.Day < here.Today ? new Refusal("Choose a day that is still to come.", "Day")
            : meeting.Move(
                when,
                await SchoolCalendars.LoadAsync(db, here.Unit, cancel),
                await db.Set<Meeting>()
                    .AsNoTracking()
                    .Where(m => m.UnitId == here.Unit.Id && m.Day == when.Day)
                    .ToListAsync(cancel)
            );
        if (!moved.IsOk)
        {
            return this.Refuse(moved.Refusal!);
        }

        if (moved.Value)
        {
            await mail.MovedAsync(meeting, cancel);
        }

        db.Expect(meeting, Input.Version);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            return await ConflictAsync(cancel);
        }

        this.Say(
            $"Meeting {Number} is on {Days.Short(meeting.Day)}, {MeetingWords.Span(meeting.StartsAt, meeting.Minutes)}."
        );
        return Redirect(Back);
    }

    [Needs(Permission.PlanMeetings)]
    public async Task<IActionResult> OnPostCallOffAsync(CancellationToken cancel)
    {
        var done = await desk.ActAsync(
            Number,
            async meeting =>
            {
                var off = meeting.CallOff(Off.Reason);
                if (off.IsOk)
                {
                    await mail.CalledOffAsync(meeting, cancel);
                }

                return off;
            },
            cancel
        );
        if (done is null)
        {
            return NotFound();
        }

        if (!done.IsOk)
        {
            ModelState.Clear();
            if (await desk.FindAsync(Number, cancel) is { } meeting)
            {
                Input = MeetingForm.Of(meeting);
            }

            return this.Refuse(done.Refusal!, nameof(Off));
        }

        await mail.InviteToNextAsync(cancel);
        this.Say($"Meeting {Number} is called off. What members brought comes to the next one.");
        return Redirect($"/{here.Unit.Slug}/meetings");
    }

    private async Task<IActionResult> ConflictAsync(CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        if (await desk.FindAsync(Number, cancel) is not { } now)
        {
            return NotFound();
        }

        var saved = MeetingForm.Of(now);
        Input.Version = saved.Version;
        return this.Conflict(
            ("Day", $"{saved.Day:MMM d}", $"{Input.Day:MMM d}"),
            ("Starts at", $"{saved.StartsAt}", $"{Input.StartsAt}"),
            ("Minutes", $"{saved.Minutes}", $"{Input.Minutes}"),
            ("Place", saved.Place, Input.Place),
            ("Link", saved.Link, Input.Link)
        );
    }
}

/// <summary>Why a meeting is called off.</summary>
public sealed class CallOffInput
{
    public string? Reason { get; set; }
}
