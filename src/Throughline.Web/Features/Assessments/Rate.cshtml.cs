using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughline.Data;
using Throughline.Data.Saving;
using Throughline.Domain.Assessments;
using Throughline.Domain.Shared;
using Throughline.Web.Access;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Assessments;

/// <summary>
/// One's own answers in a round. Each cell saves itself as it is set (<see cref="OnPostCellAsync"/>); without script the
/// button saves them all.
/// </summary>
[Needs(Permission.RateInRound)]
public sealed class RateModel(ThroughlineDb db, Here here, AnswerSheets sheets) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "round")]
    public int Number { get; set; }

    /// <summary>By item key: what each cell of the form holds.</summary>
    [BindProperty]
    public Dictionary<string, CellInput> Cells { get; set; } = [];

    public OwnSheet Own { get; private set; } = null!;

    /// <summary>What was typed and could not be saved, by item key.</summary>
    public Dictionary<string, string> Problems { get; } = new(StringComparer.Ordinal);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await sheets.FindAsync(Number, null, cancel) is not { } own)
        {
            return NotFound();
        }

        Own = own;
        return Page();
    }

    /// <summary>Everything stored, so that another device of the same person can follow.</summary>
    public async Task<IActionResult> OnGetStateAsync(CancellationToken cancel) =>
        await sheets.FindAsync(Number, null, cancel) is { } own
            ? new JsonResult(
                new
                {
                    progress = own.Sheet.Progress.ToString(),
                    answered = own.Sheet.Progress.Answered,
                    open = own.TakesAnswers(here.Today),
                    cells = own.Instrument.Items.Select(i => CellState.Of(own.Sheet, i.Key)),
                }
            )
            : NotFound();

    [Needs(Permission.RateInRound)]
    public async Task<IActionResult> OnPostCellAsync(
        string? item,
        CellInput cell,
        CancellationToken cancel
    )
    {
        if (
            item is null
            || !ModelState.IsValid
            || (cell.Part == "note" ? !cell.HasNote : cell.Answer is null)
        )
        {
            return BadRequest(
                new
                {
                    message = "This answer could not be read. Reload the page; what is saved stays.",
                }
            );
        }

        var saved = await ConflictRetry.RunAsync(
            db,
            async () =>
            {
                if (await sheets.FindAsync(Number, item, cancel) is not { } own)
                {
                    return null;
                }

                var saving = cell.SavePart(own.Sheet, item, here.Today, here.Now);
                if (saving.Kind == SavingKind.Saved)
                {
                    db.AddRange(own.Sheet.Added);
                    await db.SaveChangesAsync(cancel);
                }

                return new SavedCell(saving, CellState.Of(own.Sheet, item), own.Sheet.Progress);
            }
        );
        return saved is null ? NotFound() : saved.AsJson();
    }

    [Needs(Permission.RateInRound)]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await ConflictRetry.RunAsync(
            db,
            async () =>
            {
                Problems.Clear();
                if (await sheets.FindAsync(Number, null, cancel) is { } own)
                {
                    Own = own;
                    SetAll(own);
                    db.AddRange(own.Sheet.Added);
                    await db.SaveChangesAsync(cancel);
                }

                return true;
            }
        );
        if (Own is null)
        {
            return NotFound();
        }

        if (Problems.Count > 0)
        {
            return this.Again();
        }

        var progress = Own.Sheet.Progress;
        this.Say(
            progress.IsComplete
                ? $"All {progress.Items} answers of “{Own.Round.Title}” are saved. You can change them until the round is closed."
                : $"{progress} answers are saved. The rest can wait until {DayWords.Near(Own.Round.ClosesOn, here.Today)}."
        );
        return Redirect(
            progress.IsComplete
                ? "/home"
                : string.Create(
                    CultureInfo.InvariantCulture,
                    $"/{here.Unit.Slug}/assessments/{Number}/rate"
                )
        );
    }

    private void SetAll(OwnSheet own)
    {
        foreach (var (key, cell) in Cells.Where(c => c.Value is not null))
        {
            foreach (var saving in cell.SaveAll(own.Sheet, key, here.Today, here.Now))
            {
                if (!saving.IsOk)
                {
                    Problems[key] =
                        saving.Refusal?.Message
                        ?? "You changed this on another device since. Look at both, then save again.";
                }
            }
        }
    }
}
