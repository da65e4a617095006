using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Domain.Work;
using Throughline.Web.Access;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Sharing;

/// <summary>Answers a question that came back, once and for all who asked. Where its issue was solved, that is offered as the answer.</summary>
[Needs(Permission.TellTeams)]
public sealed class QuestionModel(
    ThroughlineDb db,
    Here here,
    Relays relays,
    RelayQuestions questions
) : PageModel
{
    [FromRoute(Name = "number")]
    public int Number { get; set; }

    [FromRoute(Name = "question")]
    public int Asked { get; set; }

    [BindProperty]
    public AnswerInput Input { get; set; } = new();

    public RelayView View { get; private set; } = null!;

    public QuestionRow Row { get; private set; } = null!;

    public string Back => relays.PathOf(Number);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
        {
            return NotFound();
        }

        if (Row.Answer is not null)
        {
            this.Say("This question is answered.");
            return Redirect(Back);
        }

        Input.Answer = await SolutionAsync(cancel);
        return Page();
    }

    [Needs(Permission.TellTeams)]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        var answered = await questions.AnswerAsync(Number, Asked, Input.Answer, cancel);
        if (!answered.IsOk)
        {
            return this.Refuse(answered.Refusal!);
        }

        this.Say("It is answered. Who speaks for the teams that asked finds it in their day.");
        return Redirect(Back);
    }

    // What came of the issue, in the words it was ended with.
    private async Task<string?> SolutionAsync(CancellationToken cancel)
    {
        var question = questions.At(Number, Asked);
        return Row.IssueStatus is IssueStatus.Solved or IssueStatus.Closed
            ? await db.Set<IssueEvent>()
                .Where(e => question.Any(q => q.IssueId == e.IssueId))
                .Where(e => e.Kind == IssueEventKind.Solved || e.Kind == IssueEventKind.Closed)
                .OrderByDescending(e => e.Id)
                .Select(e => e.Words)
                .FirstOrDefaultAsync(cancel)
            : null;
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (
            await RelayView.LoadAsync(db, here, relays, Number, cancel) is not { } view
            || view.Questions.FirstOrDefault(q => q.Number == Asked) is not { } row
        )
        {
            return false;
        }

        (View, Row) = (view, row);
        return true;
    }
}

/// <summary>What is answered.</summary>
public sealed class AnswerInput
{
    public string? Answer { get; set; }
}
