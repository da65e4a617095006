using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Data.Saving;
using Throughline.Data.Teams;
using Throughline.Domain.Teams;
using Throughline.Domain.Units;
using Throughline.Web.Access;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Teams.FirstMonth;

/// <summary>
/// The first month of a school's ILT: its steps in order, what is done because it is there, what was passed over, and what
/// comes next. A district's ILT has none.
/// </summary>
[Needs(Permission.SeeFirstMonth)]
public sealed class FirstMonthModel(ThroughlineDb db, Here here, FirstMonthCatalog catalog)
    : PageModel
{
    public IReadOnlyList<FirstMonthPart> Parts => catalog.Parts;

    /// <summary>What is there at the school.</summary>
    public IReadOnlySet<FirstMonthFact> Done { get; private set; } = new HashSet<FirstMonthFact>();

    /// <summary>What was passed over, by step.</summary>
    public IReadOnlyDictionary<FirstMonthFact, SkippedStep> Skipped { get; private set; } =
        new Dictionary<FirstMonthFact, SkippedStep>();

    /// <summary>The first step that is neither done nor passed over; null when none is left.</summary>
    public FirstMonthStep? Next =>
        catalog.Steps.FirstOrDefault(s => !IsDone(s) && !Skipped.ContainsKey(s.Done));

    public int DoneCount => catalog.Steps.Count(IsDone);

    public int StepCount => catalog.Steps.Count;

    /// <summary>Who put the whole away; null while nobody did.</summary>
    public SkippedStep? PutAway => Skipped.GetValueOrDefault(FirstMonthFact.Everything);

    private string Back => $"/{here.Unit.Slug}/team/first-month";

    public bool IsDone(FirstMonthStep step) => Done.Contains(step.Done);

    /// <summary>True for what is neither done nor what all else stands on.</summary>
    public bool CanSkip(FirstMonthStep step) => FirstMonthSkip.WhyNot(step.Done, Done) is null;

    /// <summary>True when its page is there: before an ILT is formed, nothing else can be set up.</summary>
    public bool Opens(FirstMonthStep step) =>
        step.Done == FirstMonthFact.IltFormed || Done.Contains(FirstMonthFact.IltFormed);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (here.Unit.Kind != UnitKind.School)
        {
            return NotFound();
        }

        var unit = here.Unit.Id;
        Done = await DoneAsync(cancel);
        Skipped = await db.Set<FirstMonthSkip>()
            .Where(s => s.UnitId == unit)
            .Join(
                db.Set<Person>(),
                s => s.ById,
                p => p.Id,
                (s, p) => new SkippedStep(s.Step, p.GivenName + " " + p.FamilyName, s.At)
            )
            .ToDictionaryAsync(s => s.Step, cancel);
        return Page();
    }

    /// <summary>Passes a step over.</summary>
    [Needs(Permission.LeadFirstMonth)]
    public async Task<IActionResult> OnPostSkipAsync(FirstMonthFact? step, CancellationToken cancel)
    {
        if (here.Unit.Kind != UnitKind.School || Find(step) is not { } chosen)
        {
            return NotFound();
        }

        var skip = FirstMonthSkip.Of(
            here.Unit,
            chosen.Done,
            await DoneAsync(cancel),
            here.Viewer.PersonId,
            here.Now
        );
        return skip.IsOk
            ? await AddAsync(skip.Value, $"“{chosen.Title}” is skipped.", cancel)
            : Answer(skip.Refusal!.Message);
    }

    /// <summary>Takes up a step that was passed over.</summary>
    [Needs(Permission.LeadFirstMonth)]
    public Task<IActionResult> OnPostTakeUpAsync(FirstMonthFact? step, CancellationToken cancel) =>
        Find(step) is { } chosen
            ? RemoveAsync(chosen.Done, $"“{chosen.Title}” is among the steps again.", cancel)
            : Task.FromResult<IActionResult>(NotFound());

    /// <summary>Puts the whole first month away.</summary>
    [Needs(Permission.LeadFirstMonth)]
    public async Task<IActionResult> OnPostPutAwayAsync(CancellationToken cancel) =>
        here.Unit.Kind != UnitKind.School
            ? NotFound()
            : await AddAsync(
                FirstMonthSkip.All(here.Unit, here.Viewer.PersonId, here.Now),
                "The first month is put away. It stays here to read.",
                cancel
            );

    /// <summary>Brings it back.</summary>
    [Needs(Permission.LeadFirstMonth)]
    public Task<IActionResult> OnPostBringBackAsync(CancellationToken cancel) =>
        RemoveAsync(FirstMonthFact.Everything, "The first month is back.", cancel);

    private FirstMonthStep? Find(FirstMonthFact? step) =>
        catalog.Steps.FirstOrDefault(s => s.Done == step);

    private async Task<HashSet<FirstMonthFact>> DoneAsync(CancellationToken cancel)
    {
        var unit = here.Unit.Id;
        return
        [
            .. await FirstMonthFacts
                .DoneAt(db, db.Set<Unit>().Where(u => u.Id == unit))
                .Select(s => s.Step)
                .ToListAsync(cancel),
        ];
    }

    private async Task<IActionResult> AddAsync(
        FirstMonthSkip skip,
        string said,
        CancellationToken cancel
    )
    {
        db.Add(skip);
        // Someone else skipped it at the same moment: what was asked for holds.
        await db.TrySaveAsync(cancel);
        return Answer(said);
    }

    private async Task<IActionResult> RemoveAsync(
        FirstMonthFact step,
        string said,
        CancellationToken cancel
    )
    {
        var unit = here.Unit.Id;
        if (
            await db.Set<FirstMonthSkip>()
                .SingleOrDefaultAsync(s => s.UnitId == unit && s.Step == step, cancel) is
            { } skip
        )
        {
            db.Remove(skip);
        }

        await db.SaveChangesAsync(cancel);
        return Answer(said);
    }

    private RedirectResult Answer(string said)
    {
        this.Say(said);
        return Redirect(Back);
    }
}

/// <summary>A step that was passed over.</summary>
/// <param name="Step">Which.</param>
/// <param name="By">The name of who said so.</param>
/// <param name="At">When, UTC.</param>
public sealed record SkippedStep(FirstMonthFact Step, string By, DateTime At);
