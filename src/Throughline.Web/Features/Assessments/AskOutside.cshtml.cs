using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughline.Data;
using Throughline.Data.Assessments;
using Throughline.Data.Saving;
using Throughline.Domain.Assessments;
using Throughline.Domain.Shared;
using Throughline.Domain.Units;
using Throughline.Web.Access;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Assessments;

/// <summary>
/// Asks for the view from outside on a round: a school's by members of the district's ILT, a district's by its schools,
/// of which there may be thousands. So schools are found by name and chosen a page at a time, and people are worked out
/// here and never sent to the browser.
/// </summary>
[Needs(Permission.ConductRounds)]
public sealed class AskOutsideModel(ThroughlineDb db, Here here) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "round")]
    public int Number { get; set; }

    [BindProperty(SupportsGet = true)]
    public SchoolSearch Find { get; set; } = new();

    [BindProperty]
    public OutsideInput Input { get; set; } = new();

    public Round Round { get; private set; } = null!;

    /// <summary>Members of the district's ILT who are not asked yet, for a school's round.</summary>
    public IReadOnlyList<RaterChoice> Members { get; private set; } = [];

    /// <summary>A page of schools, for a district's round.</summary>
    public SchoolPage Schools { get; private set; } = SchoolPage.Empty;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) =>
        await LoadAsync(cancel) ? Page() : NotFound();

    [Needs(Permission.ConductRounds)]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid)
        {
            return await LoadAsync(cancel) ? this.Again() : NotFound();
        }

        var asked = await ConflictRetry.RunAsync(db, () => AskAsync(cancel));
        if (asked is null)
        {
            return NotFound();
        }

        if (!asked.IsOk)
        {
            return await LoadAsync(cancel) ? this.Refuse(asked.Refusal!) : NotFound();
        }

        this.Say(
            $"{Words.Count(asked.Value, "person is", "people are")} asked for the view from outside. It stands in their day."
        );
        return Redirect(
            string.Create(CultureInfo.InvariantCulture, $"/{here.Unit.Slug}/assessments/{Number}")
        );
    }

    private async Task<Result<int>?> AskAsync(CancellationToken cancel)
    {
        var round = await RoundRecords.FindAsync(db, here.Unit.Id, Number, cancel);
        if (round is null)
        {
            return null;
        }

        if (WhatIsMissing() is { } missing)
        {
            return missing;
        }

        var asked = round.AskFromOutside(
            await ChosenAsync(round, cancel),
            here.Viewer.PersonId,
            here.Now
        );
        if (asked.IsOk)
        {
            await db.SaveManyTogetherAsync(here.Now, cancel);
        }

        return asked;
    }

    private Refusal? WhatIsMissing() =>
        here.Unit.Kind == UnitKind.School
            ? Input.OutsideIds.Count == 0
                ? new Refusal("Choose who is asked.", "Outside")
                : null
            : Input.People == SchoolPeople.None
                ? new Refusal(
                    "Choose whom of the schools: who leads them, ILT members or both.",
                    "Whom"
                )
                : !Input.AllSchools && Input.SchoolIds.Count == 0
                    ? new Refusal("Tick schools in the list, or choose all schools.", "Which")
                    : null;

    private async Task<IEnumerable<Asked>> ChosenAsync(Round round, CancellationToken cancel)
    {
        if (here.Unit.Kind == UnitKind.District)
        {
            return await OutsideRaters.OfSchoolsAsync(
                db,
                here.Unit,
                Input.People,
                Input.AllSchools ? null : [.. Input.SchoolIds.Take(SchoolPage.Size)],
                cancel
            );
        }

        var members = await OutsideRaters.OfDistrictIltAsync(db, here.Unit, round.Id, cancel);
        return members
            .Where(m => Input.OutsideIds.Contains(m.PersonId))
            .Select(m => new Asked(m.PersonId, Perspective.Outside, RaterGroups.Of(m.Seat)));
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (await RoundRecords.GlimpseAsync(db, here.Unit.Id, Number, cancel) is not { } round)
        {
            return false;
        }

        Round = round;
        if (here.Unit.Kind == UnitKind.District)
        {
            Schools = await SchoolPage.LoadAsync(db, Find, cancel);
        }
        else
        {
            Members = await OutsideRaters.OfDistrictIltAsync(db, here.Unit, round.Id, cancel);
        }

        return true;
    }
}

/// <summary>Who is asked for the view from outside.</summary>
public sealed class OutsideInput
{
    /// <summary>Of a school's round: members of the district's ILT.</summary>
    public List<Guid> OutsideIds { get; set; } = [];

    public bool Principals { get; set; }

    public bool IltMembers { get; set; }

    public bool AllSchools { get; set; }

    public List<Guid> SchoolIds { get; set; } = [];

    public SchoolPeople People =>
        (Principals ? SchoolPeople.Principals : SchoolPeople.None)
        | (IltMembers ? SchoolPeople.IltMembers : SchoolPeople.None);
}
