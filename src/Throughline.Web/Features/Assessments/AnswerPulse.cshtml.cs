using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Data.Assessments;
using Throughline.Domain.Assessments;
using Throughline.Web.Access;
using Throughline.Web.Hosting;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Assessments;

/// <summary>Where a member of staff answers the pulse: once, and without a trace but in the counts.</summary>
[Needs(Permission.AnswerPulse)]
public sealed class AnswerPulseModel(ThroughlineDb db, Here here) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "pulse")]
    public int Number { get; set; }

    /// <summary>Question → choice, by their keys.</summary>
    [BindProperty]
    public Dictionary<string, string?> Answers { get; set; } = [];

    public Pulse Pulse { get; private set; } = null!;

    /// <summary>True for someone who has answered, while the pulse is open.</summary>
    public bool HasAnswered { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) =>
        await LoadAsync(cancel) ? Page() : NotFound();

    [Needs(Permission.AnswerPulse)]
    [LeavesNoSubmission]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
        {
            return NotFound();
        }

        if (HasAnswered || Pulse.IsClosed)
        {
            // The page says so, and that this one does not count.
            return this.Again(StatusCodes.Status409Conflict);
        }

        foreach (var question in Pulse.Questions.Missing(Answers))
        {
            ModelState.AddModelError(
                $"Answers[{question.Key}]",
                $"{question.Title}: choose an answer. “I would rather not say” is one."
            );
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        var outcome = await PulseBox.PutAsync(
            db,
            Pulse.Id,
            here.Viewer.PersonId,
            [.. Pulse.Questions.All.Select(q => Answers[q.Key]!)],
            cancel
        );
        if (outcome != PulseOutcome.Counted)
        {
            await LoadAsync(cancel);
            return this.Again(StatusCodes.Status409Conflict);
        }

        this.Say("Thank you. Your answers count, and nobody can tell which are yours.");
        return Redirect("/home");
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        // What was chosen must not stay on a shared computer.
        Response.Headers.CacheControl = "no-store";
        var found = await db.Set<Pulse>()
            .AsNoTracking()
            .Where(p => p.UnitId == here.Unit.Id && p.Number == Number)
            .Select(p => new
            {
                Pulse = p,
                HasAnswered = p.Invitations.Any(i =>
                    i.PersonId == here.Viewer.PersonId && i.HasAnswered
                ),
            })
            .SingleOrDefaultAsync(cancel);
        (Pulse, HasAnswered) = (found?.Pulse!, found is { HasAnswered: true });
        return found is not null;
    }
}
