using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Data.Assessments;
using Throughline.Data.Saving;
using Throughline.Data.Units;
using Throughline.Domain.Assessments;
using Throughline.Domain.Shared;
using Throughline.Domain.Units;
using Throughline.Web.Access;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Assessments;

/// <summary>An outside reviewer of a round: until when they have access, to prolong, shorten or end it.</summary>
[Needs(Permission.ConductRounds)]
public sealed class ReviewerModel(ThroughlineDb db, Here here, Reviewers reviewers) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "round")]
    public int Number { get; set; }

    [BindProperty(SupportsGet = true, Name = "person")]
    public Guid PersonId { get; set; }

    [BindProperty]
    public AccessInput Input { get; set; } = new();

    public Round Round { get; private set; } = null!;

    public Person Reviewer { get; private set; } = null!;

    public bool HasPassword { get; private set; }

    /// <summary>The day it is where the district is.</summary>
    public DateOnly Today { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
        {
            return NotFound();
        }

        Input.AccessEndsOn = Reviewer.AccessEndsOn;
        return Page();
    }

    /// <summary>Lets them in until another day, earlier or later.</summary>
    [Needs(Permission.ConductRounds)]
    public Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        ActAsync(
            () =>
                Task.FromResult(
                    Input.AccessEndsOn is { } day
                        ? Reviewer.GiveAccess(day, Today)
                        : Result.Refused("Enter the last day of access.", "AccessEndsOn")
                ),
            () =>
                $"{Reviewer.FullName} has access until {Days.Full(Reviewer.AccessEndsOn!.Value)}.",
            cancel
        );

    [Needs(Permission.ConductRounds)]
    public Task<IActionResult> OnPostEndAsync(CancellationToken cancel) =>
        ActAsync(
            () => db.EndReviewAsync(Reviewer, Today, cancel),
            () => $"The access of {Reviewer.FullName} has ended.",
            cancel
        );

    [Needs(Permission.ConductRounds)]
    public Task<IActionResult> OnPostSendAsync(CancellationToken cancel) =>
        ActAsync(
            () =>
                Reviewer.HasAccessOn(Today)
                    ? reviewers.SendAsync(Reviewer, Round, cancel)
                    : Task.FromResult(
                        Result.Refused(
                            $"The access of {Reviewer.FullName} is over. Choose a later last day first."
                        )
                    ),
            () => $"The mail to {Reviewer.FullName} is on its way.",
            cancel
        );

    private async Task<IActionResult> ActAsync(
        Func<Task<Result>> act,
        Func<string> done,
        CancellationToken cancel
    )
    {
        var valid = ModelState.IsValid;
        var acted = await ConflictRetry.RunAsync(
            db,
            async () =>
            {
                if (!await LoadAsync(cancel))
                {
                    return null;
                }

                var result = valid ? await act() : Result.Ok();
                if (valid && result.IsOk)
                {
                    await db.SaveChangesAsync(cancel);
                }

                return result;
            }
        );
        if (acted is null)
        {
            return NotFound();
        }

        if (!valid || !acted.IsOk)
        {
            return valid ? this.Refuse(acted.Refusal!) : this.Again();
        }

        this.Say(done());
        return Redirect(
            string.Create(CultureInfo.InvariantCulture, $"/{here.Unit.Slug}/assessments/{Number}")
        );
    }

    // Only who reviews in this round: whoever conducts it has no say over others.
    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        var round = await RoundRecords.FindAsync(db, here.Unit.Id, Number, cancel);
        var rater = round?.Raters.FirstOrDefault(r =>
            r.PersonId == PersonId && r.Group == RaterGroup.Reviewer
        );
        if (round is null || rater is null)
        {
            return false;
        }

        Round = round;
        Reviewer = await db.Set<Person>().SingleAsync(p => p.Id == PersonId, cancel);
        HasPassword = await db.Users.AnyAsync(
            a => a.Id == PersonId && a.PasswordHash != null,
            cancel
        );
        Today = await PersonAccess.TodayAsync(db, here.Now, cancel);
        return Reviewer.IsReviewer;
    }

    public sealed class AccessInput
    {
        public DateOnly? AccessEndsOn { get; set; }
    }
}
