using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughline.Data;
using Throughline.Data.Assessments;
using Throughline.Data.Saving;
using Throughline.Domain.Assessments;
using Throughline.Domain.Shared;
using Throughline.Web.Access;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Assessments;

/// <summary>Invites someone from outside the district to rate in a round, with access that ends by itself.</summary>
[Needs(Permission.ConductRounds)]
public sealed class InviteReviewerModel(ThroughlineDb db, Here here, Reviewers reviewers)
    : PageModel
{
    [BindProperty(SupportsGet = true, Name = "round")]
    public int Number { get; set; }

    [BindProperty]
    public ReviewerInput Input { get; set; } = new();

    public Round Round { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
        {
            return NotFound();
        }

        var from = Round.ClosesOn > here.Today ? Round.ClosesOn : here.Today;
        Input.AccessEndsOn = from.AddDays(Reviewers.DaysAfter);
        return Page();
    }

    [Needs(Permission.ConductRounds)]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid)
        {
            return await LoadAsync(cancel) ? this.Again() : NotFound();
        }

        var invited = await ConflictRetry.RunAsync(db, () => InviteAsync(cancel));
        if (invited is null)
        {
            return NotFound();
        }

        if (!invited.IsOk)
        {
            return this.Refuse(invited.Refusal!);
        }

        this.Say($"The invitation is on its way to {Input.Email}.");
        return Redirect(
            string.Create(CultureInfo.InvariantCulture, $"/{here.Unit.Slug}/assessments/{Number}")
        );
    }

    private async Task<Result?> InviteAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
        {
            return null;
        }

        var invited = await reviewers.InviteAsync(Round, Input, cancel);
        if (invited.IsOk)
        {
            await db.SaveChangesAsync(cancel);
        }

        return invited;
    }

    private async Task<bool> LoadAsync(CancellationToken cancel) =>
        await RoundRecords.FindAsync(db, here.Unit.Id, Number, cancel) is { } round
        && (Round = round) is not null;
}
