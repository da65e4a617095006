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

/// <summary>One round: where it stands, how far each rater is, and what whoever conducts it can do.</summary>
[Needs(Permission.SeeRounds)]
public sealed class RoundModel(
    ThroughlineDb db,
    Here here,
    DistrictInstruments instruments,
    RoundReminders reminders
) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "round")]
    public int Number { get; set; }

    /// <summary>The last rater of the page before.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? After { get; set; }

    [BindProperty]
    public RoundInput Input { get; set; } = new();

    public RoundView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) =>
        await LoadAsync(cancel) ? Page() : NotFound();

    [Needs(Permission.ConductRounds)]
    public Task<IActionResult> OnPostExtendAsync(CancellationToken cancel) =>
        ActAsync(
            r =>
                Input.ClosesOn is { } day
                    ? r.Extend(day, here.Viewer.PersonId, here.Today, here.Now)
                    : Result.Refused("Enter the new last day.", "ClosesOn"),
            "The last day is moved.",
            cancel
        );

    [Needs(Permission.ConductRounds)]
    public Task<IActionResult> OnPostReopenAsync(CancellationToken cancel) =>
        ActAsync(
            r =>
                Input.ClosesOn is { } day
                    ? r.Reopen(Input.Reason, day, here.Viewer.PersonId, here.Today, here.Now)
                    : Result.Refused("Enter the new last day.", "ClosesOn"),
            "The round is open again. The results stay as they were until you close it.",
            cancel
        );

    [Needs(Permission.ConductRounds)]
    public Task<IActionResult> OnPostAddRaterAsync(CancellationToken cancel) =>
        ActAsync(
            async r =>
                await RaterForm.MemberAsync(db, here.Unit, Input.PersonId, cancel) is { } member
                    ? r.AddRater(member, here.Viewer.PersonId, here.Now)
                    : Result.Refused("Choose a member of the ILT.", "PersonId"),
            "One more person is asked to rate.",
            cancel
        );

    [Needs(Permission.ConductRounds)]
    public Task<IActionResult> OnPostRemoveRaterAsync(CancellationToken cancel) =>
        ActAsync(
            r => r.RemoveRater(Input.PersonId ?? Guid.Empty, here.Viewer.PersonId, here.Now),
            "This person is not asked to rate any more.",
            cancel
        );

    [Needs(Permission.ConductRounds)]
    public Task<IActionResult> OnPostRemindAsync(CancellationToken cancel) =>
        ActAsync(
            r => reminders.RemindAsync(r, here, cancel),
            "A reminder is on its way to those who have not finished.",
            cancel
        );

    [Needs(Permission.ConductRounds)]
    public async Task<IActionResult> OnPostCloseAsync(CancellationToken cancel)
    {
        var closed = await ActAsync(
            r => CloseAsync(r, cancel),
            "The round is closed. These are its results.",
            cancel
        );
        return closed is RedirectResult ? Redirect(Path("/results")) : closed;
    }

    private async Task<Result> CloseAsync(Round round, CancellationToken cancel)
    {
        var instrument = await instruments.OfRoundAsync(round.InstrumentVersionId, cancel);
        var record = await RoundRecords.LoadAsync(db, round, cancel);
        var published = round.Close(instrument, record, here.Viewer.PersonId, here.Today, here.Now);
        if (!published.IsOk)
        {
            return published.Refusal!;
        }

        db.Add(published.Value);
        return Result.Ok();
    }

    private Task<IActionResult> ActAsync(
        Func<Round, Result> act,
        string done,
        CancellationToken cancel
    ) => ActAsync(round => Task.FromResult(act(round)), done, cancel);

    private async Task<IActionResult> ActAsync(
        Func<Round, Task<Result>> act,
        string done,
        CancellationToken cancel
    )
    {
        if (!ModelState.IsValid)
        {
            return await LoadAsync(cancel) ? this.Again() : NotFound();
        }

        var result = await ConflictRetry.RunAsync(
            db,
            async () =>
            {
                var round = await RoundRecords.FindAsync(db, here.Unit.Id, Number, cancel);
                var acted = round is null ? null : await act(round);
                if (acted is { IsOk: true })
                {
                    await db.SaveManyTogetherAsync(here.Now, cancel);
                }

                return acted;
            }
        );
        if (result is null || !await LoadAsync(cancel))
        {
            return NotFound();
        }

        if (!result.IsOk)
        {
            return this.Refuse(result.Refusal!);
        }

        this.Say(done);
        return Redirect(Path(""));
    }

    private async Task<bool> LoadAsync(CancellationToken cancel) =>
        (View = (await RoundView.LoadAsync(db, here, Number, After, cancel))!) is not null;

    private string Path(string below) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"/{here.Unit.Slug}/assessments/{Number}{below}"
        );
}

public sealed class RoundInput
{
    public DateOnly? ClosesOn { get; set; }
    public string? Reason { get; set; }
    public Guid? PersonId { get; set; }
}
