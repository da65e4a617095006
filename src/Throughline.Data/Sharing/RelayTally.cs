using Microsoft.EntityFrameworkCore;
using Throughline.Data.Saving;
using Throughline.Domain.Shared;
using Throughline.Domain.Sharing;
using Throughline.Domain.Units;

namespace Throughline.Data.Sharing;

/// <summary>
/// How the teams of one decision count once its last day is over (<see cref="Relay.Tally"/>): what a school year and a
/// district's list are added up from. A row a decision, written last in the transaction of what changes it, and made anew
/// by <c>rebuild-summaries</c>. It depends on no day, so nothing has to touch it at midnight (ADR 0024).
/// </summary>
public sealed class RelayTally : IDistrictOwned, INotAudited
{
    private RelayTally() { }

    public Guid RelayId { get; private set; }
    public Guid DistrictId { get; private set; }
    public Guid UnitId { get; private set; }

    /// <summary>The last day on which a team is told in time; null where it has none.</summary>
    public DateOnly? DueOn { get; private set; }
    public int Teams { get; private set; }
    public int InTime { get; private set; }

    /// <summary>The row of a relay as it is.</summary>
    public static RelayTally Of(Relay relay) =>
        new()
        {
            RelayId = relay.Id,
            DistrictId = relay.DistrictId,
            UnitId = relay.UnitId,
            DueOn = relay.DueOn,
            Teams = relay.Tally.Teams,
            InTime = relay.Tally.InTime,
        };

    /// <summary>
    /// Counts a decision's teams anew, after what changes them was saved and in the same transaction. Those who tell their
    /// teams in one moment wait for each other here, and each counts what the others have saved.
    /// </summary>
    public static Task CountAsync(ThroughlineDb db, Guid relayId, CancellationToken cancel) =>
        CountAsync(db, db.Set<RelayTally>().Where(t => t.RelayId == relayId), cancel);

    private static async Task CountAsync(
        ThroughlineDb db,
        IQueryable<RelayTally> rows,
        CancellationToken cancel
    )
    {
        // A statement of its own: PostgreSQL counts with what was committed when a statement began.
        await rows.ExecuteUpdateAsync(t => t.SetProperty(x => x.Teams, x => x.Teams), cancel);
        var relays = db.Set<Relay>();
        var counted = relays.Where(r =>
            r.DueOn != null && (r.EndedOn == null || r.EndedOn > r.DueOn)
        );
        var teams = db.Set<RelayTeam>();
        await rows.ExecuteUpdateAsync(
            t =>
                t.SetProperty(
                        x => x.DueOn,
                        x => relays.Where(r => r.Id == x.RelayId).Select(r => r.DueOn).First()
                    )
                    .SetProperty(
                        x => x.Teams,
                        x =>
                            teams.Count(m =>
                                m.RelayId == x.RelayId && counted.Any(r => r.Id == m.RelayId)
                            )
                    )
                    .SetProperty(
                        x => x.InTime,
                        x =>
                            teams.Count(m =>
                                m.RelayId == x.RelayId
                                && counted.Any(r => r.Id == m.RelayId && m.ToldOn <= r.DueOn)
                            )
                    ),
            cancel
        );
    }

    /// <summary>
    /// Works out anew the last days of a unit's decisions that were to be told of late, as after a day without school was
    /// entered, and counts those whose day moved.
    /// </summary>
    public static async Task RecountAsync(
        ThroughlineDb db,
        Guid unitId,
        SchoolCalendar calendar,
        DateOnly today,
        CancellationToken cancel
    )
    {
        var since = today.AddDays(-DaysBack);
        await ConflictRetry.RunAsOneAsync(
            db,
            async () =>
            {
                var relays = await db.Set<Relay>()
                    .Where(r =>
                        r.UnitId == unitId
                        && r.EndedOn == null
                        // Begun so late in a school year that the next one, entered long after, gives it its last day.
                        && (r.From >= since || r.DueOn == null)
                    )
                    .ToListAsync(cancel);
                relays.ForEach(r => r.Recount(calendar));
                var moved = relays.Where(r => db.Entry(r).State == EntityState.Modified).ToList();
                if (moved.Count > 0)
                {
                    await db.SaveChangesAsync(cancel);
                    foreach (var relay in moved)
                    {
                        await CountAsync(db, relay.Id, cancel);
                    }
                }

                return moved.Count;
            },
            cancel
        );
    }

    // A day that was closed is entered some days later at most.
    private const int DaysBack = 45;

    /// <summary>
    /// Makes all tallies of the entered district anew; how many there are. It can run beside a server: rows are counted where
    /// they stand, as by those who tell their teams in the same moment. A row that was taken away and made anew would miss
    /// whoever waited for it.
    /// </summary>
    public static async Task<int> RebuildAsync(ThroughlineDb db, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        return await db.InOneTransactionAsync(
            async () =>
            {
                await AddMissingAsync(db, cancel);
                var last = Guid.Empty;
                var made = 0;
                while (
                    await db.Set<RelayTally>()
                        .Where(t => t.RelayId.CompareTo(last) > 0)
                        .OrderBy(t => t.RelayId)
                        .Take(Batch)
                        .Select(t => t.RelayId)
                        .ToListAsync(cancel)
                        is { Count: > 0 } relays
                )
                {
                    var (first, end) = (last, relays[^1]);
                    await CountAsync(
                        db,
                        db.Set<RelayTally>()
                            .Where(t =>
                                t.RelayId.CompareTo(first) > 0 && t.RelayId.CompareTo(end) <= 0
                            ),
                        cancel
                    );
                    made += relays.Count;
                    last = end;
                }

                return made;
            },
            again: db.ChangeTracker.Clear,
            cancel
        );
    }

    // A relay and its tally come in one save: missing is what was lost, and nobody else adds it.
    private static async Task AddMissingAsync(ThroughlineDb db, CancellationToken cancel)
    {
        while (
            await db.Set<Relay>()
                .AsNoTracking()
                .Include(r => r.Teams)
                .Where(r => !db.Set<RelayTally>().Any(t => t.RelayId == r.Id))
                .OrderBy(r => r.Id)
                .Take(Batch)
                .ToListAsync(cancel)
                is { Count: > 0 } relays
        )
        {
            db.AddRange(relays.Select(Of));
            await db.SaveChangesAsync(cancel);
            db.ChangeTracker.Clear();
        }
    }

    private const int Batch = 500;
}
