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
public sealed class ClockModel(ThroughlineDb db, Here here, MeetingDesk desk, MeetingMail mail)
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
    public Task<IActionResult> OnPostStartAsync(CancellationToken cancel) =>
        DoAsync(meeting => meeting.Start(here.Today, here.Now), cancel);

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
    public Task<IActionResult> OnPostResumeAsync(CancellationToken cancel) =>
        DoAsync(meeting => meeting.Resume(here.Today), cancel);

    /// <summary>Ends the meeting and begins the next agenda, with what was parked.</summary>
    [Needs(Permission.ConductMeeting)]
    public async Task<IActionResult> OnPostEndAsync(CancellationToken cancel)
    {
        var answer = await DoAsync(meeting => meeting.End(here.Now), cancel);
        if (await desk.NextAsync(here.Today, null, cancel) is { } next)
        {
            await desk.PrepareAsync(next, cancel);
            await mail.InviteAsync(next, cancel);
            await db.SaveChangesAsync(cancel);
        }

        return answer;
    }

    private async Task<IActionResult> DoAsync(Func<Meeting, Result> act, CancellationToken cancel)
    {
        var done = ModelState.IsValid
            ? await desk.ActAsync(Number, act, cancel)
            : Result.Refused("Enter whole numbers.");
        return done is null ? NotFound() : this.RoomAnswer(done, Back);
    }
}

/// <summary>A part of the agenda, and minutes.</summary>
public sealed class ClockInput
{
    public int? Section { get; set; }
    public int? Item { get; set; }
    public int? Minutes { get; set; }
}

/// <summary>How the room's small posts answer.</summary>
public static class RoomAnswers
{
    /// <summary>
    /// The room's script hears in a word whether it was done, and shows why not; without script one is led back to the
    /// meeting, where the same is said.
    /// </summary>
    public static IActionResult RoomAnswer(this PageModel page, Result done, string back)
    {
        if (page.Request.Headers.ContainsKey("HX-Request"))
        {
            return done.IsOk
                ? new NoContentResult()
                : new ContentResult
                {
                    Content = done.Refusal!.Message,
                    ContentType = "text/plain; charset=utf-8",
                    StatusCode = StatusCodes.Status422UnprocessableEntity,
                };
        }

        if (!done.IsOk)
        {
            page.Say(done.Refusal!.Message);
        }

        return new RedirectResult(back);
    }
}
