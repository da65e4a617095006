using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughline.Data;
using Throughline.Domain.Shared;
using Throughline.Domain.Work;
using Throughline.Web.Access;
using Throughline.Web.Features.Links;
using Throughline.Web.Hosting;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Work.Issues;

/// <summary>One issue: its way from what it is to what solves it, its votes, its line, and how it leaves the list.</summary>
[Needs(Permission.SeeIssues)]
public sealed class IssueModel(ThroughlineDb db, Here here, IssueList list) : PageModel
{
    [FromRoute(Name = "number")]
    public int Number { get; set; }

    [BindProperty]
    public IssueUpdate Input { get; set; } = new();

    public IssueView View { get; private set; } = null!;

    public Line Line { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) =>
        await LoadAsync(cancel) ? Page() : NotFound();

    [Needs(Permission.VoteOnIssues)]
    public Task<IActionResult> OnPostVoteAsync(CancellationToken cancel) =>
        VoteAsync(i => i.Vote(Me), "Your vote counts.", cancel);

    [Needs(Permission.VoteOnIssues)]
    public Task<IActionResult> OnPostVoteBackAsync(CancellationToken cancel) =>
        VoteAsync(i => i.TakeVoteBack(Me), "Your vote is taken back.", cancel);

    /// <summary>Leaves no submission, which would tell everyone who reads the store whose flag it is. A second flag is none.</summary>
    [Needs(Permission.VoteOnIssues)]
    [LeavesNoSubmission]
    public Task<IActionResult> OnPostFlagAsync(CancellationToken cancel) =>
        DoAsync(
            i => i.Flag(Me, here.Now),
            "Who keeps the norms decides now. Only they see that it was you.",
            cancel
        );

    [Needs(Permission.VoteOnIssues)]
    [LeavesNoSubmission]
    public Task<IActionResult> OnPostFlagBackAsync(CancellationToken cancel) =>
        DoAsync(i => i.TakeFlagBack(Me), "Your flag is taken back.", cancel);

    [Needs(Permission.ChangeIssues)]
    public Task<IActionResult> OnPostParkAsync(CancellationToken cancel) =>
        MoveAsync(
            i => i.Park(Input.ParkReason, Input.ParkUntil, Me, here.Today, here.Now),
            "The issue is parked.",
            cancel
        );

    [Needs(Permission.ChangeIssues)]
    public Task<IActionResult> OnPostTakeUpAsync(CancellationToken cancel) =>
        MoveAsync(i => i.TakeUp(Me, here.Now), "The issue is open again.", cancel);

    [Needs(Permission.ChangeIssues)]
    public Task<IActionResult> OnPostSolveAsync(CancellationToken cancel) =>
        MoveAsync(i => i.Solve(Input.Outcome, Me, here.Now), "The issue is solved.", cancel);

    [Needs(Permission.ChangeIssues)]
    public Task<IActionResult> OnPostCloseAsync(CancellationToken cancel) =>
        MoveAsync(i => i.Close(Input.Outcome, Me, here.Now), "The issue is closed.", cancel);

    [Needs(Permission.ChangeIssues)]
    public async Task<IActionResult> OnPostWriteAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid)
        {
            return await LoadAsync(cancel) ? this.Again() : NotFound();
        }

        var stage = Input.Stage.GetValueOrDefault();
        var moved = await list.WriteAsync(Number, stage, Input[stage], Input.Version ?? 0, cancel);
        return await AfterAsync(moved, "What you wrote is saved.", cancel, () => Clash(stage));
    }

    private Guid Me => here.Viewer.PersonId;

    private async Task<IActionResult> VoteAsync(
        Func<Issue, Result> act,
        string said,
        CancellationToken cancel
    ) => await AfterAsync(await list.VoteAsync(Number, act, cancel), said, cancel);

    private async Task<IActionResult> DoAsync(
        Func<Issue, Result> act,
        string said,
        CancellationToken cancel
    ) => await AfterAsync(await list.DoAsync(Number, act, cancel), said, cancel);

    private async Task<IActionResult> MoveAsync(
        Func<Issue, Result> act,
        string said,
        CancellationToken cancel
    ) =>
        ModelState.IsValid
            ? await AfterAsync(
                await list.MoveAsync(Number, Input.Version, act, cancel),
                said,
                cancel
            )
        : await LoadAsync(cancel) ? this.Again()
        : NotFound();

    private async Task<IActionResult> AfterAsync(
        Moved? moved,
        string said,
        CancellationToken cancel,
        Func<IActionResult>? clash = null
    )
    {
        if (moved is not null && this.AsksForAWord())
        {
            return moved.IsOk ? this.InAWord(null) : this.InAWord(moved.Why, moved.Status);
        }

        if (moved is { IsOk: true })
        {
            this.Say(said);
            return Redirect(list.PathOf(Number));
        }

        db.ChangeTracker.Clear();
        if (moved is null || !await LoadAsync(cancel))
        {
            return NotFound();
        }

        if (moved.Refusal is null && clash is not null)
        {
            return clash();
        }

        this.Refuse(moved.Why);
        return this.Again(moved.Status);
    }

    private IActionResult Clash(IssueStage stage)
    {
        Input.Version = View.Stages.Single(s => s.Stage == stage).Version;
        return this.Conflict(
            (IssueWording.Of(stage), View.Stages.Single(s => s.Stage == stage).Words, Input[stage])
        );
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (await IssueView.LoadAsync(db, here, Number, cancel) is not { } view)
        {
            return false;
        }

        View = view;
        Line = await Line.OfAsync(db, here, view.Id, cancel) with { Here = "This issue" };
        return true;
    }
}
