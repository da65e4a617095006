using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughline.Data;
using Throughline.Domain.Meetings;
using Throughline.Domain.Shared;
using Throughline.Web.Access;
using Throughline.Web.Hosting;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Meetings.Feedback;

/// <summary>Feedback on a meeting: a member gives theirs, the team reads it, and writes down what it found and changed.</summary>
[Needs(Permission.SeeFeedback)]
public sealed class MeetingFeedbackModel(ThroughlineDb db, Here here, FeedbackDesk desk) : PageModel
{
    /// <summary>From the address alone: whether one may is asked of the address too, so a form must not name another one.</summary>
    [FromRoute(Name = "meeting")]
    public int Number { get; set; }

    [BindProperty]
    public FeedbackInput Input { get; set; } = new();

    public FeedbackView View { get; private set; } = null!;

    /// <summary>True for who sits on the ILT while the meeting takes feedback.</summary>
    public bool Gives { get; private set; }

    /// <summary>True once the person has given theirs.</summary>
    public bool HasGiven { get; private set; }

    /// <summary>True for who writes down themes and what changed.</summary>
    public bool Writes { get; private set; }

    public string At => desk.PathOf(Number);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await ShowAsync(cancel))
        {
            return NotFound();
        }

        Input.Fill(View, here.Viewer.PersonId);
        return Page();
    }

    /// <summary>Leaves no submission: its key would lead to who gave it.</summary>
    [Needs(Permission.GiveFeedback)]
    [LeavesNoSubmission]
    public Task<IActionResult> OnPostGiveAsync(CancellationToken cancel) =>
        DoAsync(
            () =>
                desk.GiveAsync(
                    Number,
                    new(Input.Kind.GetValueOrDefault(), Input.ByName),
                    [
                        .. Input.Lines.Select(l => new FeedbackLine(
                            l.Box.GetValueOrDefault(),
                            l.Words ?? ""
                        )),
                    ],
                    cancel
                ),
            Input.ByName
                ? "Thank you. Yours stands with your name."
                : "Thank you. Yours is in, without your name.",
            cancel
        );

    /// <summary>Opens what was given without names so far.</summary>
    [Needs(Permission.ConductFeedback)]
    public Task<IActionResult> OnPostOpenAsync(CancellationToken cancel) =>
        DoAsync(() => desk.OpenAsync(Number, cancel), "It is open to read.", cancel);

    /// <summary>Writes down a theme, what changed, or both.</summary>
    [Needs(Permission.WriteThemes)]
    public Task<IActionResult> OnPostThemeAsync(CancellationToken cancel) =>
        DoAsync(
            async () =>
                await desk.NoteAsync(Number, Input.Words, Input.Answer, cancel) switch
                {
                    null => null,
                    { Refusal: { } why } => Result.Refused(why.Message, why.Field),
                    _ => Result.Ok(),
                },
            "It stands, and opens the next meeting.",
            cancel
        );

    private async Task<IActionResult> DoAsync(
        Func<Task<Result?>> act,
        string said,
        CancellationToken cancel
    )
    {
        Result? refused = null;
        if (ModelState.IsValid)
        {
            if (await act() is not { } done)
            {
                return NotFound();
            }

            if (done.IsOk)
            {
                this.Say(said);
                return Redirect(At);
            }

            refused = done;
        }

        db.ChangeTracker.Clear();
        if (!await ShowAsync(cancel))
        {
            return NotFound();
        }

        // What was typed stays; the form goes out as it is asked for now.
        foreach (var key in new[] { "Input.Kind", "Input.ByName" })
        {
            ModelState.Remove(key);
        }

        Input.Ask(View.Form);
        return refused is null ? this.Again() : this.Refuse(refused.Refusal!);
    }

    private async Task<bool> ShowAsync(CancellationToken cancel)
    {
        // What is typed here must not stay on a shared computer.
        Response.Headers.CacheControl = "no-store";
        if (await FeedbackView.LoadAsync(db, here, Number, cancel) is not { } view)
        {
            return false;
        }

        View = view;
        var me = here.Viewer.PersonId;
        Gives = view.IsTaking && here.Can(Permission.GiveFeedback);
        HasGiven = view.Mine(me) is not null || view.Team?.HasGiven(view.Meeting.Id, me) == true;
        Writes =
            view.Meeting.StartedAt is not null
            && (here.Can(Permission.WriteThemes) || view.HasRole);
        return true;
    }
}
