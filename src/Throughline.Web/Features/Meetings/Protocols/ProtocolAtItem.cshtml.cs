using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughline.Data;
using Throughline.Data.Saving;
using Throughline.Domain.Meetings;
using Throughline.Domain.Shared;
using Throughline.Web.Access;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Meetings.Protocols;

/// <summary>A protocol while the team goes through it: everyone sees the same step, who runs the meeting goes on, anyone writes lines.</summary>
[Needs(Permission.SeeMeetings)]
public sealed class ProtocolAtItemModel(
    ThroughlineDb db,
    Here here,
    MeetingDesk meetings,
    ProtocolDesk protocols,
    FindingDesk findings
) : PageModel
{
    [FromRoute(Name = "meeting")]
    public int Number { get; set; }

    [FromRoute(Name = "item")]
    public int ItemNumber { get; set; }

    [BindProperty]
    public FindingInput Input { get; set; } = new();

    public ProtocolView View { get; private set; } = null!;

    /// <summary>The words by which what was typed reads like an explanation; null when nothing is asked.</summary>
    public string? Asked { get; private set; }

    public string At => protocols.PathOf(Number, ItemNumber);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) =>
        await LoadAsync(cancel) is { } notFound ? notFound : Page();

    /// <summary>The parts that change, for a page that follows.</summary>
    [Needs(Permission.SeeMeetings)]
    public async Task<IActionResult> OnGetPartsAsync(CancellationToken cancel)
    {
        if (await LoadAsync(cancel) is { } notFound)
        {
            return notFound;
        }

        Response.Headers["Throughline-Now"] = new DateTimeOffset(here.Now)
            .ToUnixTimeMilliseconds()
            .ToString(CultureInfo.InvariantCulture);
        Response.Headers.CacheControl = "no-store";
        return Partial("_ProtocolParts", this);
    }

    /// <summary>Begins, goes on, goes to a step, stops the step's clock and lets it run on.</summary>
    [Needs(Permission.ConductMeeting)]
    public async Task<IActionResult> OnPostStepAsync(
        StepMove move,
        int step,
        CancellationToken cancel
    )
    {
        var done = await ConflictRetry.RunAsync<Result?>(
            db,
            async () =>
            {
                if (
                    await meetings.FindAgendaAsync(Number, cancel) is not { } meeting
                    || meeting.Items.FirstOrDefault(i => i.Number == ItemNumber) is not { } item
                    || await protocols.RunOfAsync(item.Id, cancel) is not { } run
                )
                {
                    return null;
                }

                var moved = move switch
                {
                    StepMove.Begin => run.Begin(meeting, item, here.Now),
                    StepMove.Next => run.Next(step, meeting, item, here.Now),
                    StepMove.GoTo => run.GoTo(step, meeting, item, here.Now),
                    StepMove.Pause => run.Pause(meeting, item, here.Now),
                    StepMove.GoOn => run.GoOn(meeting, item, here.Now),
                    _ => Result.Refused("Choose what to do."),
                };
                if (moved.IsOk)
                {
                    await db.SaveChangesAsync(cancel);
                }

                return moved;
            }
        );
        return done is null ? NotFound() : this.InAWordOrAt(done, At);
    }

    /// <summary>Writes a line down. One that explains where the team only describes is asked back, with what was typed.</summary>
    [Needs(Permission.TakePartInMeetings)]
    public async Task<IActionResult> OnPostWriteAsync(CancellationToken cancel)
    {
        var written = ModelState.IsValid
            ? await findings.WriteAsync(Number, ItemNumber, Input, cancel)
            : null;
        if (written is { Asked: null, Done.IsOk: true })
        {
            return Redirect($"{At}#write");
        }

        db.ChangeTracker.Clear();
        if (await LoadAsync(cancel) is { } notFound)
        {
            return notFound;
        }

        Asked = written?.Asked;
        return written is null || Asked is not null
            ? this.Again()
            : this.Refuse(written.Done.Refusal!);
    }

    private async Task<IActionResult?> LoadAsync(CancellationToken cancel)
    {
        if (
            await meetings.FindAgendaAsync(Number, cancel) is not { } meeting
            || meeting.Items.FirstOrDefault(i => i.Number == ItemNumber) is not { } item
            || await protocols.RunOfAsync(item.Id, cancel) is not { } run
        )
        {
            return NotFound();
        }

        var me = here.Viewer.PersonId;
        View = new ProtocolView(
            meeting,
            item,
            run,
            await FindingRow.OfAsync(db, item.Id, cancel),
            At,
            here.Can(Permission.ConductMeeting)
                || (
                    here.Can(Permission.TakePartInMeetings)
                    && meeting.Roles.Any(r =>
                        r.PersonId == me && r.Kind != MeetingRoleKind.NormsKeeper
                    )
                ),
            here.Now
        );
        return null;
    }
}

/// <summary>What who runs the meeting does with the steps.</summary>
public enum StepMove
{
    Begin = 1,
    Next,
    GoTo,
    Pause,
    GoOn,
}

/// <summary>A line as typed.</summary>
public sealed class FindingInput
{
    public int Step { get; set; }
    public string? Words { get; set; }

    /// <summary>What its writer said when it was asked back; nothing the first time.</summary>
    public FindingWay? Way { get; set; }
}

/// <summary>What becomes of a line that reads like an explanation.</summary>
public enum FindingWay
{
    Keep = 1,
    Move,
}
