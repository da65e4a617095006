using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Throughline.Data;
using Throughline.Domain.Meetings;
using Throughline.Domain.Shared;
using Throughline.Web.Access;
using Throughline.Web.Features.Links;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Meetings.Inventory;

/// <summary>A regular meeting: what it takes, what is proposed about it and what was decided.</summary>
[Needs(Permission.SeeInventory)]
public sealed class RegularMeetingPageModel(ThroughlineDb db, Here here, InventoryDesk desk)
    : PageModel
{
    [FromRoute(Name = "number")]
    public int Number { get; set; }

    [BindProperty]
    public ChangeInput Input { get; set; } = new();

    public InventoryView View { get; private set; } = null!;

    public RegularMeeting Meeting { get; private set; } = null!;

    public Line Line { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Decisions { get; private set; } = [];

    /// <summary>The meetings into which it can go.</summary>
    public IReadOnlyList<SelectListItem> Others { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) =>
        await LoadAsync(cancel) ? Page() : NotFound();

    [Needs(Permission.KeepInventory)]
    public Task<IActionResult> OnPostProposeAsync(CancellationToken cancel) =>
        DoAsync(
            "It is proposed. Record it once it holds.",
            (meeting, all) =>
            {
                var change = meeting.Propose(
                    new ChangePlan(Input.Kind, Input.Reason, Input.NewMinutes, Input.Grows),
                    Input.Kind == RegularMeetingChangeKind.Merged
                        ? all.FirstOrDefault(m => m.Id == Input.Into)
                        : null,
                    here.Viewer.PersonId,
                    here.Now
                );
                return change.IsOk ? Result.Ok() : change.Refusal!;
            },
            cancel
        );

    /// <summary>Records that a proposal holds now.</summary>
    [Needs(Permission.KeepInventory)]
    public Task<IActionResult> OnPostDecideAsync(CancellationToken cancel) =>
        DoAsync(
            "It is recorded. The hours it gives back count from its day.",
            (meeting, all) =>
                meeting.Decide(
                    Input.Change.GetValueOrDefault(),
                    new ChangeDecided(
                        Input.Day,
                        Input.By,
                        Decisions.Any(d => d.Value == $"{Input.DecisionId}")
                            ? Input.DecisionId
                            : null
                    ),
                    IntoOf(meeting, all, c => c.Id == Input.Change),
                    here.Today
                ),
            cancel
        );

    [Needs(Permission.KeepInventory)]
    public Task<IActionResult> OnPostWithdrawAsync(CancellationToken cancel) =>
        DoAsync(
            "The proposal is withdrawn.",
            (meeting, _) => meeting.Withdraw(Input.Change.GetValueOrDefault()),
            cancel
        );

    /// <summary>Takes back what was decided last: it is a proposal again.</summary>
    [Needs(Permission.KeepInventory)]
    public Task<IActionResult> OnPostTakeBackAsync(CancellationToken cancel) =>
        DoAsync(
            "It is held as before; what was decided is a proposal again.",
            (meeting, all) =>
                meeting.TakeBack(
                    all.FirstOrDefault(m =>
                        m.Id
                        == meeting.Changes.Where(c => !c.IsOpen).MaxBy(c => (c.Day, c.Id))?.IntoId
                    )
                ),
            cancel
        );

    private static RegularMeeting? IntoOf(
        RegularMeeting meeting,
        IReadOnlyList<RegularMeeting> all,
        Func<RegularMeetingChange, bool> which
    ) => all.FirstOrDefault(m => m.Id == meeting.Changes.FirstOrDefault(which)?.IntoId);

    private async Task<IActionResult> DoAsync(
        string said,
        Func<RegularMeeting, IReadOnlyList<RegularMeeting>, Result> act,
        CancellationToken cancel
    )
    {
        Decisions = await desk.DecisionsAsync(cancel);
        var done = ModelState.IsValid
            ? await desk.ActAsync(Number, (m, all) => Task.FromResult(act(m, all)), cancel)
            : null;
        if (done is { IsOk: true })
        {
            this.Say(said);
            return Redirect(desk.PathOf(Number));
        }

        db.ChangeTracker.Clear();
        return !await LoadAsync(cancel) ? NotFound()
            : done is null ? this.Again()
            : this.Refuse(done.Refusal!);
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        var all = await desk.AllAsync(cancel);
        if (all.Find(m => m.Number == Number) is not { } meeting)
        {
            return false;
        }

        var (first, last, calendar) = await desk.YearAsync(cancel);
        Meeting = meeting;
        View = new(all, await desk.TeamsAsync(cancel), first, last, calendar, here.Today);
        if (here.Can(Permission.KeepInventory) && meeting.Changes.Any(c => c.IsOpen))
        {
            Decisions = await desk.DecisionsAsync(cancel);
        }

        Line = await Line.OfAsync(db, here, meeting.Id, cancel) with { Here = "This meeting" };
        Others =
        [
            new SelectListItem("Choose one", ""),
            .. all.Where(m => m.IsHeld && m.Id != meeting.Id)
                .Select(m => new SelectListItem(m.Name, m.Id.ToString())),
        ];
        return true;
    }
}

/// <summary>What is proposed or decided about a regular meeting.</summary>
public sealed class ChangeInput
{
    public RegularMeetingChangeKind? Kind { get; set; }
    public string? Reason { get; set; }
    public Guid? Into { get; set; }
    public int? Grows { get; set; }
    public int? NewMinutes { get; set; }
    public Guid? Change { get; set; }
    public DateOnly? Day { get; set; }
    public string? By { get; set; }
    public Guid? DecisionId { get; set; }
}
