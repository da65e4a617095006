using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Throughline.Data.Platform;
using Throughline.Data.Saving;
using Throughline.Domain.Meetings;
using Throughline.Domain.Shared;
using Throughline.Domain.Teams;
using Throughline.Domain.Units;
using Throughline.Domain.Work;

namespace Throughline.Data.Meetings;

/// <summary>
/// Keeps a <see cref="MeetingSummary"/> for each meeting that was held: made anew in the transaction that changes what it
/// counts, and all of them by <c>rebuild-summaries</c>. Both ways are the same code (ADR 0026).
/// </summary>
public static class MeetingSummaries
{
    private const int Batch = 200;

    /// <summary>Saves, and counts anew what that changed, both or neither.</summary>
    internal static async Task<int> SaveAsync(
        ThroughlineDb db,
        bool accept,
        Func<bool, Task<int>> save,
        CancellationToken cancel
    )
    {
        if (SummarisedMeetings.Of(db) is not { } touched)
        {
            return await save(accept);
        }

        if (db.Database.CurrentTransaction is not null)
        {
            var saved = await save(accept);
            await CountAsync(db, touched, cancel);
            return saved;
        }

        var done = await db.InOneTransactionAsync(
            async () =>
            {
                // Only what was committed is what the context knows as saved: a repeated attempt saves the same again.
                var saved = await save(false);
                await CountAsync(db, touched, cancel);
                return saved;
            },
            again: () => ForgetTrail(db),
            cancel
        );
        if (accept)
        {
            db.ChangeTracker.AcceptAllChanges();
        }

        return done;
    }

    /// <summary>Makes all summaries of the entered district anew; how many there are.</summary>
    public static async Task<int> RebuildAsync(ThroughlineDb db, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        return await db.InOneTransactionAsync(
            async () =>
            {
                await db.Set<FollowUp>().ExecuteDeleteAsync(cancel);
                await db.Set<MeetingSummary>().ExecuteDeleteAsync(cancel);
                var made = 0;
                var last = Guid.Empty;
                while (
                    await db.Set<Meeting>()
                        .Where(m => m.State == MeetingState.Ended && m.Id.CompareTo(last) > 0)
                        .OrderBy(m => m.Id)
                        .Take(Batch)
                        .Select(m => m.Id)
                        .ToListAsync(cancel)
                        is { Count: > 0 } ids
                )
                {
                    made += await InsertAsync(db, ids, cancel);
                    last = ids[^1];
                }

                return made;
            },
            again: db.ChangeTracker.Clear,
            cancel
        );
    }

    private static async Task CountAsync(
        ThroughlineDb db,
        SummarisedMeetings touched,
        CancellationToken cancel
    )
    {
        var ids = await touched.FindAsync(db, cancel);
        if (ids.Count == 0)
        {
            return;
        }

        // Who changes what one meeting counts waits here for who does so at the same moment, and counts what they saved.
        // A statement of its own: PostgreSQL counts with what was committed when a statement began.
        var ended = db.Set<Meeting>()
            .Where(m => ids.Contains(m.Id) && m.State == MeetingState.Ended);
        await db.Set<Meeting>()
            .Where(m => ids.Contains(m.Id))
            .OrderBy(m => m.Id)
            .ExecuteUpdateAsync(m => m.SetProperty(x => x.Number, x => x.Number), cancel);
        var over = await ended.Select(m => m.Id).ToListAsync(cancel);
        var stale = over.Concat(touched.Turned).Distinct().ToList();
        if (stale.Count == 0)
        {
            return;
        }

        await db.Set<FollowUp>().Where(f => stale.Contains(f.MeetingId)).ExecuteDeleteAsync(cancel);
        await db.Set<MeetingSummary>()
            .Where(s => stale.Contains(s.MeetingId))
            .ExecuteDeleteAsync(cancel);
        foreach (var some in over.Chunk(Batch))
        {
            await InsertAsync(db, [.. some], cancel);
        }
    }

    // Past what the context tracks: a save must not come back to this one.
    private static async Task<int> InsertAsync(
        ThroughlineDb db,
        List<Guid> ids,
        CancellationToken cancel
    )
    {
        var summaries = await MakeAsync(db, ids, cancel);
        var transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        await using var heads = new PreparedInsert(
            db,
            db.Model.FindEntityType(typeof(MeetingSummary))!
        );
        await using var parts = new PreparedInsert(db, db.Model.FindEntityType(typeof(FollowUp))!);
        heads.Join(transaction);
        parts.Join(transaction);
        foreach (var summary in summaries)
        {
            heads.RunNew(summary);
            foreach (var followUp in summary.FollowUps)
            {
                parts.RunNew(followUp);
            }
        }

        return summaries.Count;
    }

    private static async Task<List<MeetingSummary>> MakeAsync(
        ThroughlineDb db,
        List<Guid> ids,
        CancellationToken cancel
    )
    {
        var meetings = await db.Set<Meeting>()
            .AsNoTracking()
            .Include(m => m.Items)
            .Include(m => m.Roles)
            .AsSplitQuery()
            .Where(m => ids.Contains(m.Id))
            .ToListAsync(cancel);
        var units = meetings.Select(m => m.UnitId).Distinct().ToList();
        var zones = await db.Set<Unit>()
            .Where(u => units.Contains(u.Id))
            .ToDictionaryAsync(u => u.Id, u => u.TimeZoneId, cancel);
        var seats = (
            await db.Set<IltMembership>()
                .AsNoTracking()
                .Where(s => units.Contains(s.UnitId))
                .ToListAsync(cancel)
        ).ToLookup(s => s.UnitId);
        var work = await WorkAsync(db, ids, cancel);
        var decisions = await DecisionsAsync(db, ids, cancel);
        return
        [
            .. meetings.Select(m =>
                MeetingSummary.Of(
                    m,
                    TimeZoneInfo.FindSystemTimeZoneById(zones[m.UnitId]),
                    [.. seats[m.UnitId]],
                    [.. work[m.Id]],
                    [.. decisions[m.Id]]
                )
            ),
        ];
    }

    // To-dos say at which meeting they were taken; action steps and rocks hang on it, on a part of it, or on what it decided.
    private static async Task<ILookup<Guid, CarriedWork>> WorkAsync(
        ThroughlineDb db,
        List<Guid> ids,
        CancellationToken cancel
    )
    {
        var toDos = await db.Set<ToDo>()
            .AsNoTracking()
            .Where(t => t.MeetingId != null && ids.Contains(t.MeetingId.Value))
            .ToListAsync(cancel);
        var links = db.Set<ThingLink>();
        var parts =
            from part in db.Set<Thing>()
            where
                ids.Contains(part.Id)
                || (
                    part.PartOfId != null
                    && ids.Contains(part.PartOfId.Value)
                    && (part.Kind == ThingKind.AgendaItem || part.Kind == ThingKind.Finding)
                )
            join link in links on part.Id equals link.OriginId
            select new { link.ThingId, MeetingId = part.PartOfId ?? part.Id };
        var decided =
            from decision in db.Set<Decision>()
            where decision.MeetingId != null && ids.Contains(decision.MeetingId.Value)
            join link in links on decision.Id equals link.OriginId
            select new { link.ThingId, MeetingId = decision.MeetingId!.Value };
        var hanging = (await parts.Union(decided).ToListAsync(cancel)).ToLookup(
            h => h.ThingId,
            h => h.MeetingId
        );
        var things = hanging.Select(h => h.Key).ToList();
        List<CarriedWork> others = [];
        if (things.Count > 0)
        {
            others.AddRange(await OfAsync<ActionStep>());
            others.AddRange(await OfAsync<Rock>());
        }

        return toDos
            .Select(t => (Meeting: t.MeetingId!.Value, Work: (CarriedWork)t))
            .Concat(others.SelectMany(w => hanging[w.Id].Select(m => (Meeting: m, Work: w))))
            .ToLookup(w => w.Meeting, w => w.Work);

        Task<List<T>> OfAsync<T>()
            where T : CarriedWork =>
            db.Set<T>().AsNoTracking().Where(w => things.Contains(w.Id)).ToListAsync(cancel);
    }

    private static async Task<ILookup<Guid, (Decision, bool)>> DecisionsAsync(
        ThroughlineDb db,
        List<Guid> ids,
        CancellationToken cancel
    )
    {
        ThingKind[] carried = [ThingKind.ToDo, ThingKind.ActionStep, ThingKind.Rock];
        var found = await db.Set<Decision>()
            .AsNoTracking()
            .Where(d => d.MeetingId != null && ids.Contains(d.MeetingId.Value))
            .Where(d => d.Status == DecisionStatus.Decided)
            .Select(d => new
            {
                Decision = d,
                IsOwned = db.Set<ThingLink>()
                    .Any(l =>
                        l.OriginId == d.Id
                        && db.Set<Thing>()
                            .Any(t =>
                                t.Id == l.ThingId
                                && carried.Contains(t.Kind)
                                && t.RemovedAt == null
                                && t.Status != ThingStatus.Dropped
                            )
                    ),
            })
            .ToListAsync(cancel);
        return found.ToLookup(d => d.Decision.MeetingId!.Value, d => (d.Decision, d.IsOwned));
    }

    // The trail is written anew: without this, each attempt would leave its rows.
    private static void ForgetTrail(ThroughlineDb db)
    {
        foreach (
            var entry in db
                .ChangeTracker.Entries<AuditEntry>()
                .Where(e => e.State == EntityState.Added)
                .ToList()
        )
        {
            entry.State = EntityState.Detached;
        }
    }
}
