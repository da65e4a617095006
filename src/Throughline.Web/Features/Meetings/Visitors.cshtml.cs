using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Throughline.Data;
using Throughline.Domain.Meetings;
using Throughline.Domain.Shared;
using Throughline.Web.Access;
using Throughline.Web.Features.Teams;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Meetings;

/// <summary>Who visits a meeting without sitting on the ILT: they may follow it and read its minutes, of this meeting alone.</summary>
[Needs(Permission.ConductMeeting)]
public sealed class VisitorsModel(ThroughlineDb db, Here here, MeetingDesk desk) : PageModel
{
    [FromRoute(Name = "meeting")]
    public int Number { get; set; }

    /// <summary>Part of a name, to narrow the list.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty]
    public AttendanceInput Input { get; set; } = new();

    public MeetingView View { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> People { get; private set; } = [];

    public string Back => desk.PathOf(Number);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await MeetingView.LoadAsync(db, here, Number, cancel) is not { } view)
        {
            return NotFound();
        }

        View = view;
        if (view.Meeting.State == MeetingState.InProgress)
        {
            People = await Candidates.FindAsync(db, here.Unit, Q, cancel);
        }

        return Page();
    }

    [Needs(Permission.ConductMeeting)]
    public async Task<IActionResult> OnPostWelcomeAsync(CancellationToken cancel)
    {
        var visitor = Input.PersonId is { } id
            ? await Candidates.FindOneAsync(db, here.Unit, id, cancel)
            : null;
        return await DoAsync(
            visitor is null
                ? _ => Task.FromResult(Result.Refused("Choose who visits."))
                : async meeting =>
                    meeting.Welcome(visitor.Id, await desk.MembersAsync(cancel), here.Now),
            cancel
        );
    }

    [Needs(Permission.ConductMeeting)]
    public Task<IActionResult> OnPostTakeBackAsync(CancellationToken cancel) =>
        DoAsync(
            meeting => Task.FromResult(meeting.TakeBackArrival(Input.PersonId.GetValueOrDefault())),
            cancel
        );

    private async Task<IActionResult> DoAsync(
        Func<Meeting, Task<Result>> act,
        CancellationToken cancel
    )
    {
        var done = await desk.ActAsync(Number, act, cancel);
        return done is null ? NotFound() : this.InAWordOrAt(done, $"{Back}/visitors");
    }
}
