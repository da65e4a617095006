using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Data.Units;
using Throughline.Domain.Shared;
using Throughline.Domain.Units;
using Throughline.Domain.Work;
using Throughline.Web.Access;
using static System.FormattableString;

namespace Throughline.Web.Features.Work;

/// <summary>Adds and finds the unit's rocks, and lists those a meeting needs.</summary>
public sealed class Rocks(ThroughlineDb db, Here here, UnitNumbers numbers, Owners owners)
{
    /// <summary>The rock with this number and its milestones, to be acted on.</summary>
    public Task<Rock?> FindAsync(int number, CancellationToken cancel) =>
        At(number).Include(r => r.Milestones).SingleOrDefaultAsync(cancel);

    /// <summary>The same, to be read from.</summary>
    public IQueryable<Rock> At(int number) =>
        db.Set<Rock>().Where(r => r.UnitId == here.Unit.Id && r.Number == number);

    /// <summary>Begins a rock and saves it with what came with it; see <see cref="UnitNumbers.AddAsync"/>.</summary>
    public Task<Result<Rock>> AddAsync(
        WorkInput input,
        Func<Rock, Task<Result>> with,
        CancellationToken cancel
    ) =>
        numbers.AddAsync(
            ThingKind.Rock,
            async number =>
                Rock.Begin(
                    here.Unit,
                    number,
                    await owners.PlanAsync(input, cancel),
                    (input.Milestones ?? "").Split(
                        '\n',
                        StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries
                    ),
                    await SchoolCalendars.LoadAsync(db, here.Unit, cancel),
                    here.Viewer.PersonId,
                    here.Today,
                    here.Now
                ),
            with,
            cancel
        );

    /// <summary>The unit's open rocks with how much of their time is gone, soonest first: what a meeting goes through.</summary>
    public async Task<IReadOnlyList<RockRow>> OpenAsync(CancellationToken cancel) =>
        await RowsAsync(
            r => r.Where(x => x.EndedAt == null).OrderBy(x => x.DueOn).ThenBy(x => x.Number),
            cancel
        );

    /// <summary>Those that are done or dropped, the latest first.</summary>
    public async Task<IReadOnlyList<RockRow>> OverAsync(CancellationToken cancel) =>
        await RowsAsync(
            r => r.Where(x => x.EndedAt != null).OrderByDescending(x => x.Number),
            cancel
        );

    /// <summary>Where a rock is found.</summary>
    public string PathOf(int number) => Invariant($"/{here.Unit.Slug}/work/rocks/{number}");

    private async Task<IReadOnlyList<RockRow>> RowsAsync(
        Func<IQueryable<Rock>, IQueryable<Rock>> choose,
        CancellationToken cancel
    )
    {
        const int most = 50;
        var rows = await choose(db.Set<Rock>().AsNoTracking().Where(r => r.UnitId == here.Unit.Id))
            .Take(most)
            .Select(r => new
            {
                r.Number,
                r.Title,
                Owner = db.Set<Person>()
                    .Where(p => p.Id == r.OwnerId)
                    .Select(p => p.GivenName + " " + p.FamilyName)
                    .First(),
                r.StartsOn,
                r.DueOn,
                r.Status,
                r.OnTrack,
                Of = r.Milestones.Count,
                Reached = r.Milestones.Count(m => m.ReachedAt != null),
            })
            .ToListAsync(cancel);
        var calendar =
            rows.Count == 0 ? null : await SchoolCalendars.LoadAsync(db, here.Unit, cancel);
        return
        [
            .. rows.Select(r => new RockRow(
                r.Number,
                r.Title,
                r.Owner,
                r.DueOn,
                r.Status,
                r.OnTrack,
                r.Reached,
                r.Of,
                RockTime.On(r.StartsOn, r.DueOn, here.Today, calendar!)
            )),
        ];
    }
}

/// <summary>A rock in a list.</summary>
public sealed record RockRow(
    int Number,
    string Title,
    string Owner,
    DateOnly DueOn,
    WorkStatus Status,
    bool? OnTrack,
    int Reached,
    int Milestones,
    RockTime Time
)
{
    public bool IsOpen => Status == WorkStatus.UnderWay;
}
