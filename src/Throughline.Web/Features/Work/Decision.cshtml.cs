using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Domain.Shared;
using Throughline.Domain.Work;
using Throughline.Web.Access;
using Throughline.Web.Features.Links;
using Throughline.Web.Features.Sharing;
using Throughline.Web.Hosting;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Work;

/// <summary>One decision, from its proposal to what was decided. Before that it is for the team and its leader.</summary>
[Needs(Permission.SeeDecisions)]
public sealed class DecisionModel(
    ThroughlineDb db,
    Here here,
    Decisions decisions,
    DecisionHands hands
) : PageModel
{
    /// <summary>From the address alone: whether one may is asked of the address too, so a form must not name another one.</summary>
    [FromRoute(Name = "number")]
    public int Number { get; set; }

    [BindProperty]
    public DecisionUpdate Input { get; set; } = new();

    public DecisionView View { get; private set; } = null!;

    public Line Line { get; private set; } = null!;

    public IReadOnlyList<Become> Becomes { get; private set; } = [];

    /// <summary>How it is told; null before it is decided.</summary>
    public DecisionRelay? Relay { get; private set; }

    public string Path => decisions.PathOf(Number);

    /// <summary>True for who asks for hands, shows them and records what was decided.</summary>
    public bool Takes { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) =>
        await ShowAsync(cancel) ? Page() : NotFound();

    /// <summary>One's own hand alone, for a page that asks for it while hands are up.</summary>
    [Needs(Permission.RaiseHand)]
    public async Task<IActionResult> OnGetHandAsync(CancellationToken cancel) =>
        await ShowAsync(cancel) && View.Status == DecisionStatus.HandsOpen
            ? Partial("_RaiseHand", this)
            : NotFound();

    [Needs(Permission.TakeDecision)]
    public Task<IActionResult> OnPostAskAsync(CancellationToken cancel) =>
        DoAsync(
            () => hands.AskAsync(Number, Input.Secret, Input.Version, cancel),
            "Hands are asked for. It stands in each member’s day.",
            cancel
        );

    /// <summary>Leaves no submission: a key with a hash over six choices would tell which it was.</summary>
    [Needs(Permission.RaiseHand)]
    [LeavesNoSubmission]
    public Task<IActionResult> OnPostRaiseAsync(CancellationToken cancel) =>
        DoAsync(
            () => hands.RaiseAsync(Number, Input, cancel),
            "Your hand is up. All hands are shown at once.",
            cancel
        );

    [Needs(Permission.TakeDecision)]
    public Task<IActionResult> OnPostShowAsync(CancellationToken cancel) =>
        DoAsync(() => hands.ShowAsync(Number, cancel), "All hands are shown.", cancel);

    [Needs(Permission.TakeDecision)]
    public Task<IActionResult> OnPostAskAgainAsync(CancellationToken cancel) =>
        DoAsync(
            () => hands.AskAgainAsync(Number, Input.Version, cancel),
            "It is a proposal again. Put it in other words, then ask for hands.",
            cancel
        );

    [Needs(Permission.ProposeDecisions)]
    public Task<IActionResult> OnPostWithdrawAsync(CancellationToken cancel) =>
        DoAsync(
            () => hands.WithdrawAsync(Number, Input.Reason, Input.Version, cancel),
            "The proposal is withdrawn. The reason stands with it.",
            cancel
        );

    private async Task<IActionResult> DoAsync(
        Func<Task<Result>> act,
        string said,
        CancellationToken cancel
    )
    {
        Result? done;
        try
        {
            done = ModelState.IsValid ? await act() : null;
        }
        catch (DbUpdateConcurrencyException)
        {
            var met = new Refusal(
                "Something changed here meanwhile. Look at it as it is now, then decide again."
            );
            if (this.AsksForAWord())
            {
                return this.InAWord(met, StatusCodes.Status409Conflict);
            }

            db.ChangeTracker.Clear();
            if (!await ShowAsync(cancel))
            {
                return NotFound();
            }

            this.Refuse(met);
            return this.Again(StatusCodes.Status409Conflict);
        }

        if (this.AsksForAWord())
        {
            return done is null ? this.UnreadInAWord() : this.InAWord(done.Refusal);
        }

        if (done is { IsOk: true })
        {
            this.Say(said);
            return Redirect(Path);
        }

        db.ChangeTracker.Clear();
        return !await ShowAsync(cancel) ? NotFound()
            : done is null ? this.Again()
            : this.Refuse(done.Refusal!);
    }

    private async Task<bool> ShowAsync(CancellationToken cancel)
    {
        // What a hand showed must not stay on a shared computer.
        Response.Headers.CacheControl = "no-store";
        var view = await DecisionView.LoadAsync(
            db,
            decisions.At(Number),
            here.Viewer.PersonId,
            cancel
        );
        if (
            view is null
            || (view.Status != DecisionStatus.Decided && !here.Can(Permission.SeeProposals))
        )
        {
            return false;
        }

        View = view;
        Takes =
            view.IsOpen
            && (
                here.Can(Permission.TakeDecision)
                || await new ProposerOfDecision(db).HoldsAsync(here, RouteData.Values, cancel)
            );
        Relay = await DecisionRelay.LoadAsync(db, here, view, cancel);
        Becomes = Becoming.Of(ThingKind.Decision, view.Id, here);
        Line = await Line.OfAsync(db, here, view.Id, cancel) with { Here = "This decision" };
        return true;
    }
}

/// <summary>What is done with a proposal.</summary>
public sealed class DecisionUpdate
{
    public bool Secret { get; set; }
    public int? Fingers { get; set; }
    public string? Words { get; set; }
    public bool Named { get; set; }
    public string? Reason { get; set; }
    public int? Version { get; set; }
}
