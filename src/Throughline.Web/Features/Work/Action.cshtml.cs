using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Data.Saving;
using Throughline.Domain.Shared;
using Throughline.Domain.Work;
using Throughline.Web.Access;
using Throughline.Web.Features.Links;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Work;

/// <summary>One action step: what it says, its line, its notes, and how it moves on.</summary>
[Needs(Permission.SeeAction)]
public sealed class ActionModel(ThroughlineDb db, Here here, ActionSteps actions) : PageModel
{
    /// <summary>From the address alone: whether one may is asked of the address too, so a form must not name another step.</summary>
    [FromRoute(Name = "number")]
    public int Number { get; set; }

    [BindProperty]
    public ActionUpdate Input { get; set; } = new();

    public ActionView View { get; private set; } = null!;

    public Line Line { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string? before, CancellationToken cancel) =>
        await LoadAsync(Guid.TryParse(before, out var id) ? id : null, cancel)
            ? Page()
            : NotFound();

    [Needs(Permission.UpdateAction)]
    public Task<IActionResult> OnPostMoveAsync(CancellationToken cancel) =>
        DoAsync(
            step => step.Move(Input.To.GetValueOrDefault(), here.Viewer.PersonId, here.Now),
            step => $"Action {step.Number} is now: {WorkWords.Of(step.Status)}.",
            cancel
        );

    [Needs(Permission.UpdateAction)]
    public Task<IActionResult> OnPostDropAsync(CancellationToken cancel) =>
        DoAsync(
            step => step.Drop(Input.Reason, here.Viewer.PersonId, here.Now),
            step => $"Action {step.Number} is dropped. The reason stands in its notes.",
            cancel
        );

    [Needs(Permission.UpdateAction)]
    public Task<IActionResult> OnPostNoteAsync(CancellationToken cancel) =>
        DoAsync(
            step => step.Note(Input.Text, here.Viewer.PersonId, here.Now),
            _ => "Your note is added.",
            cancel,
            // A note overwrites nothing: it is added whatever else has changed.
            any: true
        );

    private async Task<IActionResult> DoAsync(
        Func<ActionStep, Result> act,
        Func<ActionStep, string> said,
        CancellationToken cancel,
        bool any = false
    )
    {
        if (await actions.FindAsync(Number, cancel) is not { } step)
        {
            return NotFound();
        }

        var done = ModelState.IsValid ? act(step) : null;
        if (done is not { IsOk: true })
        {
            db.ChangeTracker.Clear();
            await LoadAsync(null, cancel);
            return done is null ? this.Again() : this.Refuse(done.Refusal!);
        }

        if (!any)
        {
            db.Expect(step, Input.Version);
        }

        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            await LoadAsync(null, cancel);
            this.Refuse(
                new(
                    "Someone changed this action step meanwhile. Look at it as it is now, then decide again."
                )
            );
            return this.Again(StatusCodes.Status409Conflict);
        }

        this.Say(said(step));
        return Redirect(actions.PathOf(Number));
    }

    private async Task<bool> LoadAsync(Guid? before, CancellationToken cancel)
    {
        if (await ActionView.LoadAsync(db, here.Unit.Id, Number, before, cancel) is not { } view)
        {
            return false;
        }

        View = view;
        Line = await Line.OfAsync(db, here, view.Id, cancel) with { Here = "This action step" };
        return true;
    }
}

/// <summary>How a step moves on, or what is noted.</summary>
public sealed class ActionUpdate
{
    public ActionStatus? To { get; set; }
    public string? Reason { get; set; }
    public string? Text { get; set; }
    public int? Version { get; set; }
}
