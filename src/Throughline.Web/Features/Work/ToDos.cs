using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Domain.Shared;
using Throughline.Domain.Work;
using Throughline.Web.Access;
using static System.FormattableString;

namespace Throughline.Web.Features.Work;

/// <summary>Adds and finds the unit's to-dos, and lists those a meeting needs.</summary>
public sealed class ToDos(ThroughlineDb db, Here here, UnitNumbers numbers, Owners owners)
{
    /// <summary>Most that a meeting lists: a team with more open ones has another trouble than its length.</summary>
    public const int MostListed = 50;

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

    /// <summary>
    /// The unit's open to-dos, soonest first. An open to-do comes to the next meeting by itself because each meeting shows
    /// these: the same to-do, never a copy.
    /// </summary>
    public Task<List<CarriedRow>> OpenAsync(CancellationToken cancel) =>
        CarriedRow
            .Of(
                db,
                InUnit()
                    .Where(t => t.EndedAt == null)
                    .OrderBy(t => t.DueOn)
                    .ThenBy(t => t.Number)
                    .Take(MostListed)
            )
            .ToListAsync(cancel);

    /// <summary>Those taken at a meeting, in their order, to be read back at its close.</summary>
    public Task<List<CarriedRow>> TakenAtAsync(Guid meetingId, CancellationToken cancel) =>
        CarriedRow
            .Of(
                db,
                InUnit()
                    .Where(t => t.MeetingId == meetingId)
                    .OrderBy(t => t.Number)
                    .Take(MostListed)
            )
            .ToListAsync(cancel);

    /// <summary>Where a to-do is found.</summary>
    public string PathOf(int number) => Invariant($"/{here.Unit.Slug}/work/todos/{number}");

    private IQueryable<ToDo> InUnit() =>
        db.Set<ToDo>().AsNoTracking().Where(t => t.UnitId == here.Unit.Id);
}
