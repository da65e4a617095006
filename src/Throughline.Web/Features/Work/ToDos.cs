using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Domain.Shared;
using Throughline.Domain.Work;
using Throughline.Web.Access;
using static System.FormattableString;

namespace Throughline.Web.Features.Work;

/// <summary>Adds and finds the unit's to-dos.</summary>
public sealed class ToDos(ThroughlineDb db, Here here, UnitNumbers numbers, Owners owners)
{
    /// <summary>The to-do with this number, to be acted on.</summary>
    public Task<ToDo?> FindAsync(int number, CancellationToken cancel) =>
        At(number).SingleOrDefaultAsync(cancel);

    /// <summary>The same, to be read from.</summary>
    public IQueryable<ToDo> At(int number) =>
        db.Set<ToDo>().Where(t => t.UnitId == here.Unit.Id && t.Number == number);

    /// <summary>Adds a to-do, taken at a meeting or between two; see <see cref="UnitNumbers.AddAsync"/>.</summary>
    public Task<Result<ToDo>> AddAsync(
        WorkInput input,
        Guid? meetingId,
        Func<ToDo, Task<Result>> with,
        CancellationToken cancel
    ) =>
        numbers.AddAsync(
            ThingKind.ToDo,
            async number =>
                ToDo.Add(
                    here.Unit,
                    number,
                    await owners.PlanAsync(input, cancel),
                    meetingId,
                    here.Viewer.PersonId,
                    here.Today,
                    here.Now
                ),
            with,
            cancel
        );

    /// <summary>Where a to-do is found.</summary>
    public string PathOf(int number) => Invariant($"/{here.Unit.Slug}/work/todos/{number}");
}
