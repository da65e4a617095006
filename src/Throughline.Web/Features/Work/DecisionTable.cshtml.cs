using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughline.Data;
using Throughline.Domain.Work;
using Throughline.Web.Access;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Work;

/// <summary>One device for the whole table: whoever records enters how many showed each number of fingers.</summary>
[Needs(Permission.TakeDecision)]
public sealed class DecisionTableModel(
    ThroughlineDb db,
    Here here,
    Decisions decisions,
    DecisionHands hands
) : PageModel
{
    [FromRoute(Name = "number")]
    public int Number { get; set; }

    [BindProperty]
    public TableInput Input { get; set; } = new();

    public DecisionView View { get; private set; } = null!;

    public string Back => decisions.PathOf(Number);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
        {
            return NotFound();
        }

        if (View.Status != DecisionStatus.HandsOpen)
        {
            this.Say("Hands are counted while they are asked for.");
            return Redirect(Back);
        }

        return Page();
    }

    [Needs(Permission.TakeDecision)]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (ModelState.IsValid)
        {
            var counted = await hands.CountTableAsync(
                Number,
                [.. Input.Counts.Select(c => c ?? 0)],
                Input.Words,
                cancel
            );
            if (counted.IsOk)
            {
                this.Say("The hands are counted and shown.");
                return Redirect(Back);
            }

            this.Refuse(counted.Refusal!);
        }

        db.ChangeTracker.Clear();
        return await LoadAsync(cancel) ? this.Again() : NotFound();
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        var view = await DecisionView.LoadAsync(
            db,
            decisions.At(Number),
            here.Viewer.PersonId,
            cancel
        );
        View = view!;
        return view is not null;
    }
}

/// <summary>The hands someone saw.</summary>
public sealed class TableInput
{
    /// <summary>How many showed each number of fingers, the fist first; an empty one is none.</summary>
    public List<int?> Counts { get; set; } = [];

    public string? Words { get; set; }
}
