using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Data.Saving;
using Throughline.Domain.Meetings;
using Throughline.Domain.Units.Records;
using Throughline.Web.Access;

namespace Throughline.Web.Features.Meetings.Minutes;

/// <summary>What of a unit's minutes has been kept for its time, and its destruction.</summary>
public sealed class MinutesRetention(ThroughlineDb db, Here here)
{
    // So many at once: each is a few rows, and whoever presses waits for all of them.
    private const int MostAtOnce = 200;

    /// <summary>Holds on this unit's records: its own and its district's.</summary>
    public IQueryable<LegalHold> Holds() =>
        db.Set<LegalHold>()
            .Where(h =>
                (h.UnitId == here.Unit.Id || h.UnitId == here.Unit.DistrictId) && h.EndedAt == null
            );

    /// <summary>Meetings whose time is over and whose words are still there.</summary>
    /// <param name="overUpTo">See <see cref="RetentionRule.OverUpTo"/>.</param>
    public IQueryable<Meeting> Due(DateOnly? overUpTo) =>
        db.Set<Meeting>()
            .Where(m =>
                m.UnitId == here.Unit.Id
                && m.State == MeetingState.Ended
                && m.MinutesDestroyedAt == null
                && m.Day <= overUpTo
            );

    /// <summary>
    /// Destroys what is due, the oldest first: editions, notes and what members brought to read. How many meetings it was;
    /// none while a hold is on.
    /// </summary>
    public Task<int> DestroyAsync(CancellationToken cancel) =>
        ConflictRetry.RunAsOneAsync(
            db,
            async () =>
            {
                var rule = await db.Set<RetentionRule>().SingleOrDefaultAsync(cancel);
                var over = rule?.OverUpTo(here.Today);
                var isHeld = await Holds().AnyAsync(cancel);
                var due = await Due(over).OrderBy(m => m.Day).Take(MostAtOnce).ToListAsync(cancel);
                var ids = due.Select(m => m.Id).ToList();
                var editions = await db.Set<MinutesEdition>()
                    .Include(e => e.Redactions)
                    .Where(e => ids.Contains(e.MeetingId))
                    .ToListAsync(cancel);
                var destroyed = due.Where(m =>
                        m.DestroyMinutes(
                            editions.Where(e => e.MeetingId == m.Id),
                            over,
                            isHeld,
                            here.Now
                        ).IsOk
                    )
                    .Select(m => m.Id)
                    .ToList();
                await db.SaveChangesAsync(cancel);
                await db.Set<MinutesDraftSent>()
                    .Where(d => destroyed.Contains(d.MeetingId))
                    .ExecuteDeleteAsync(cancel);
                await db.Set<MeetingNote>()
                    .Where(n => destroyed.Contains(n.MeetingId))
                    .ExecuteDeleteAsync(cancel);
                await db.Set<AgendaItem>()
                    .Where(i => destroyed.Contains(i.MeetingId))
                    .ExecuteUpdateAsync(
                        i =>
                            i.SetProperty(x => x.ReadFirst, (string?)null)
                                .SetProperty(x => x.Bring, (string?)null)
                                .SetProperty(x => x.Questions, (string?)null),
                        cancel
                    );
                return destroyed.Count;
            },
            cancel
        );
}
