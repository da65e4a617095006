using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughline.Data;
using Throughline.Domain.Meetings;
using Throughline.Domain.Shared;
using Throughline.Web.Access;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Meetings;

/// <summary>The clock of a meeting and the way through its agenda: start, next, extend, cut, park, end.</summary>
[Needs(Permission.ConductMeeting)]
public sealed class ClockModel(ThroughlineDb db, Here here, MeetingDesk desk, MeetingClose close)
    : PageModel
{
    [FromRoute(Name = "meeting")]
    public int Number { get; set; }

    [BindProperty]
    public ClockInput Input { get; set; } = new();

    public string Back => desk.PathOf(Number);

    public RoomView Room { get; private set; } = null!;

    /// <summary>The clock by itself, for who keeps the time on a phone.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await RoomView.LoadAsync(db, here, Number, cancel) is not { } room)
        {
            return NotFound();
        }

        Room = room;
        return Page();
    }

    [Needs(Permission.ConductMeeting)]
    public async Task<IActionResult> OnPostStartAsync(CancellationToken cancel) =>
        Answer(await desk.ActAsync(Number, m => desk.StartAsync(m, cancel), cancel));

    [Needs(Permission.ConductMeeting)]
    public Task<IActionResult> OnPostNextAsync(CancellationToken cancel) =>
        DoAsync(meeting => meeting.Next(Input.Section, Input.Item, here.Now), cancel);

    [Needs(Permission.ConductMeeting)]
    public Task<IActionResult> OnPostGoToAsync(CancellationToken cancel) =>
        DoAsync(meeting => meeting.GoTo(Input.Section ?? -1, Input.Item, here.Now), cancel);

    [Needs(Permission.ConductMeeting)]
    public Task<IActionResult> OnPostExtendAsync(CancellationToken cancel) =>
        DoAsync(meeting => meeting.ExtendStop(Input.Minutes.GetValueOrDefault()), cancel);

    [Needs(Permission.ConductMeeting)]
    public Task<IActionResult> OnPostLongerAsync(CancellationToken cancel) =>
        DoAsync(meeting => meeting.ExtendMeeting(Input.Minutes.GetValueOrDefault()), cancel);

    [Needs(Permission.ConductMeeting)]
    public Task<IActionResult> OnPostCutAsync(CancellationToken cancel) =>
        DoAsync(meeting => meeting.Cut(Input.Section ?? -1, Input.Item, here.Now), cancel);

    [Needs(Permission.ConductMeeting)]
    public Task<IActionResult> OnPostParkAsync(CancellationToken cancel) =>
        DoAsync(meeting => meeting.Park(Input.Item.GetValueOrDefault(), here.Now), cancel);

    [Needs(Permission.ConductMeeting)]
    public async Task<IActionResult> OnPostResumeAsync(CancellationToken cancel) =>
        Answer(await close.ResumeAsync(Number, cancel));

    /// <summary>Puts an issue on the agenda and goes to it.</summary>
    [Needs(Permission.ConductMeeting)]
    public async Task<IActionResult> OnPostTakeUpAsync(CancellationToken cancel) =>
        Answer(await close.TakeUpAsync(Number, Input.Issue.GetValueOrDefault(), cancel));

    /// <summary>Ends the meeting and begins the next agenda, with what was parked.</summary>
    [Needs(Permission.ConductMeeting)]
    public async Task<IActionResult> OnPostEndAsync(CancellationToken cancel) =>
        Answer(await close.EndAsync(Number, cancel));

    private async Task<IActionResult> DoAsync(
        Func<Meeting, Result> act,
        CancellationToken cancel
    ) =>
        Answer(
            ModelState.IsValid
                ? await desk.ActAsync(Number, act, cancel)
                : Result.Refused("Enter whole numbers.")
        );

    private IActionResult Answer(Result? done) =>
        done is null ? NotFound() : this.InAWordOrAt(done, Back);
}

/// <summary>A part of the agenda, an issue, and minutes.</summary>
public sealed class ClockInput
{
    public int? Section { get; set; }
    public int? Item { get; set; }
    public int? Issue { get; set; }
    public int? Minutes { get; set; }
}
