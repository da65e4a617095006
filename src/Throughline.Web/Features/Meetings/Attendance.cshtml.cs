using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughline.Data;
using Throughline.Domain.Meetings;
using Throughline.Domain.Shared;
using Throughline.Web.Access;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Meetings;

/// <summary>Who comes to a meeting, who is here; for oneself, or for the whole table from one device.</summary>
[Needs(Permission.SeeMeetings)]
public sealed class AttendanceModel(ThroughlineDb db, Here here, MeetingDesk desk) : PageModel
{
    [FromRoute(Name = "meeting")]
    public int Number { get; set; }

    [BindProperty]
    public AttendanceInput Input { get; set; } = new();

    public RoomView Room { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await RoomView.LoadAsync(db, here, Number, cancel) is not { } room)
        {
            return NotFound();
        }

        Room = room;
        return Page();
    }

    /// <summary>I am here.</summary>
    [Needs(Permission.TakePartInMeetings)]
    public Task<IActionResult> OnPostHereAsync(CancellationToken cancel) =>
        DoAsync(
            (meeting, members) => meeting.Arrive(here.Viewer.PersonId, members, here.Now),
            "",
            cancel
        );

    /// <summary>I cannot come. A role of mine is proposed to someone else.</summary>
    [Needs(Permission.TakePartInMeetings)]
    public Task<IActionResult> OnPostRegretsAsync(CancellationToken cancel) =>
        RegretsAsync(comes: false, cancel);

    /// <summary>I can come after all.</summary>
    [Needs(Permission.TakePartInMeetings)]
    public Task<IActionResult> OnPostComeAsync(CancellationToken cancel) =>
        RegretsAsync(comes: true, cancel);

    [Needs(Permission.ConductMeeting)]
    public Task<IActionResult> OnPostArriveAsync(CancellationToken cancel) =>
        DoAsync(
            (meeting, members) =>
                meeting.Arrive(Input.PersonId.GetValueOrDefault(), members, here.Now),
            "/attendance",
            cancel
        );

    /// <summary>This member was here when the meeting started: who takes the attendance later makes nobody late.</summary>
    [Needs(Permission.ConductMeeting)]
    public Task<IActionResult> OnPostWasHereAsync(CancellationToken cancel) =>
        DoAsync(
            (meeting, members) =>
                meeting.Arrive(
                    Input.PersonId.GetValueOrDefault(),
                    members,
                    meeting.StartedAt ?? here.Now
                ),
            "/attendance",
            cancel
        );

    /// <summary>The same for all who sent no regrets.</summary>
    [Needs(Permission.ConductMeeting)]
    public Task<IActionResult> OnPostAllAsync(CancellationToken cancel) =>
        DoAsync((meeting, members) => meeting.ArriveAll(members), "/attendance", cancel);

    [Needs(Permission.ConductMeeting)]
    public Task<IActionResult> OnPostTakeBackAsync(CancellationToken cancel) =>
        DoAsync(
            (meeting, _) => meeting.TakeBackArrival(Input.PersonId.GetValueOrDefault()),
            "/attendance",
            cancel
        );

    private async Task<IActionResult> RegretsAsync(bool comes, CancellationToken cancel)
    {
        var done = await desk.ActAsync(
            Number,
            async meeting =>
            {
                var sent = meeting.SendRegrets(
                    here.Viewer.PersonId,
                    comes,
                    await desk.MembersAsync(cancel),
                    here.Now
                );
                if (sent.IsOk && meeting is { State: MeetingState.Planned, HasAgenda: true })
                {
                    await desk.ProposeRolesAsync(meeting, cancel);
                }

                return sent;
            },
            cancel
        );
        if (done is { IsOk: true })
        {
            this.Say(comes ? "Good: the team counts on you." : "Your regrets are noted.");
        }

        return done is null ? NotFound() : this.InAWordOrAt(done, desk.PathOf(Number));
    }

    private async Task<IActionResult> DoAsync(
        Func<Meeting, IReadOnlyCollection<Guid>, Result> act,
        string after,
        CancellationToken cancel
    )
    {
        var done = await desk.ActAsync(
            Number,
            async meeting => act(meeting, await desk.MembersAsync(cancel)),
            cancel
        );
        return done is null ? NotFound() : this.InAWordOrAt(done, desk.PathOf(Number) + after);
    }
}

/// <summary>Whom one says something about.</summary>
public sealed class AttendanceInput
{
    public Guid? PersonId { get; set; }
}
