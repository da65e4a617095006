using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Domain.Shared;
using Throughline.Domain.Work;
using Throughline.Web.Access;
using static System.FormattableString;

namespace Throughline.Web.Features.Work;

/// <summary>Adds and finds the unit's action steps.</summary>
public sealed class ActionSteps(ThroughlineDb db, Here here, UnitNumbers numbers, Owners owners)
{
    /// <summary>The step with this number, to be acted on.</summary>
    public Task<ActionStep?> FindAsync(int number, CancellationToken cancel) =>
        At(number).SingleOrDefaultAsync(cancel);

    /// <summary>The same, to be read from.</summary>
    public IQueryable<ActionStep> At(int number) =>
        db.Set<ActionStep>().Where(s => s.UnitId == here.Unit.Id && s.Number == number);

    /// <summary>Adds a step and saves it with what came with it; see <see cref="UnitNumbers.AddAsync"/>.</summary>
    public Task<Result<ActionStep>> AddAsync(
        WorkInput input,
        Func<ActionStep, Task<Result>> with,
        CancellationToken cancel
    ) =>
        numbers.AddAsync(
            ThingKind.ActionStep,
            async number =>
                ActionStep.Add(
                    here.Unit,
                    number,
                    await owners.PlanAsync(input, cancel),
                    here.Viewer.PersonId,
                    here.Today,
                    here.Now
                ),
            with,
            cancel
        );

    /// <summary>Where a step is found.</summary>
    public string PathOf(int number) => Invariant($"/{here.Unit.Slug}/work/actions/{number}");
}
