using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughline.Data;
using Throughline.Domain.Meetings;
using Throughline.Domain.Shared;
using Throughline.Web.Access;
using Throughline.Web.Features.Teams.Founding;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Meetings;

/// <summary>Who has which role in a meeting: taken, declined, swapped.</summary>
[Needs(Permission.TakePartInMeetings)]
public sealed class RolesModel(ThroughlineDb db, Here here, MeetingDesk desk) : PageModel
{
    [FromRoute(Name = "meeting")]
    public int Number { get; set; }

    [BindProperty]
    public RoleInput Input { get; set; } = new();

    public RoomView Room { get; private set; } = null!;

    /// <summary>Who keeps the norms by term on the day of the meeting, and until when; null for nobody.</summary>
    public (string Name, DateOnly Until)? Keeper { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) =>
        await LoadAsync(cancel) ? Page() : NotFound();

    [Needs(Permission.TakePartInMeetings)]
    public Task<IActionResult> OnPostTakeAsync(CancellationToken cancel) =>
        DoAsync(
            meeting => GiveAsync(meeting, here.Viewer.PersonId, cancel),
            "The role is yours.",
            cancel
        );

    [Needs(Permission.TakePartInMeetings)]
    public Task<IActionResult> OnPostDeclineAsync(CancellationToken cancel) =>
        DoAsync(
            meeting =>
                Task.FromResult(
                    meeting.DeclineRole(
                        Input.Kind.GetValueOrDefault(),
                        here.Viewer.PersonId,
                        here.Now
                    )
                ),
            "The role is free: who facilitates sees it, and anyone can take it.",
            cancel
        );

    [Needs(Permission.TakePartInMeetings)]
    public Task<IActionResult> OnPostGiveAsync(CancellationToken cancel) =>
        DoAsync(
            meeting => GiveAsync(meeting, Input.PersonId.GetValueOrDefault(), cancel),
            "The role is given.",
            cancel
        );

    private async Task<Result> GiveAsync(Meeting meeting, Guid person, CancellationToken cancel) =>
        Input.Kind == MeetingRoleKind.NormsKeeper
        && await NormsKeepers.OnAsync(db, here.Unit.Id, meeting.Day, cancel) is { } keeper
            ? Result.Refused(
                $"{keeper.Name} keeps the norms until {Days.Short(keeper.Until)}. Name someone else on the team’s page."
            )
            : meeting.GiveRole(
                Input.Kind.GetValueOrDefault(),
                person,
                await desk.MembersAsync(cancel)
            );

    private async Task<IActionResult> DoAsync(
        Func<Meeting, Task<Result>> act,
        string said,
        CancellationToken cancel
    )
    {
        var done = ModelState.IsValid ? await desk.ActAsync(Number, act, cancel) : null;
        if (done is { IsOk: true })
        {
            this.Say(said);
            return Redirect(desk.PathOf(Number));
        }

        return !await LoadAsync(cancel) ? NotFound()
            : done is null ? this.Again()
            : this.Refuse(done.Refusal!);
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (await RoomView.LoadAsync(db, here, Number, cancel) is not { } room)
        {
            return false;
        }

        Room = room;
        Keeper = await NormsKeepers.OnAsync(db, here.Unit.Id, room.Meeting.Day, cancel);
        return true;
    }
}

/// <summary>Which role, and for whom.</summary>
public sealed class RoleInput
{
    public MeetingRoleKind? Kind { get; set; }
    public Guid? PersonId { get; set; }
}
