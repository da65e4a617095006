using Microsoft.EntityFrameworkCore;
using Throughline.Data.Saving;
using Throughline.Domain.Assessments;

namespace Throughline.Data.Assessments;

/// <summary>What became of an answer sheet.</summary>
public enum PulseOutcome
{
    /// <summary>It counts.</summary>
    Counted = 1,

    /// <summary>This person has answered before; that one counts.</summary>
    AnsweredAlready = 2,

    /// <summary>The pulse is closed; nothing was counted.</summary>
    Closed = 3,
}

/// <summary>
/// The box that answers to a staff pulse go into. What comes out of it are counts: see ADR 0014 for each way in which a
/// row, a time or an order could have told who answered what.
/// </summary>
public static class PulseBox
{
    /// <summary>Counts one person's answers and marks that they have answered: both or neither.</summary>
    /// <param name="db">A context that has entered the district.</param>
    /// <param name="pulseId">The pulse.</param>
    /// <param name="personId">Who answers; must have been asked.</param>
    /// <param name="choices">The key of one choice of each question.</param>
    /// <param name="cancel">Ends the wait; nothing is counted then.</param>
    public static Task<PulseOutcome> PutAsync(
        ThroughlineDb db,
        Guid pulseId,
        Guid personId,
        IReadOnlyCollection<string> choices,
        CancellationToken cancel
    ) =>
        db.InOneTransactionAsync(
            () => CountAsync(db, pulseId, personId, choices, cancel),
            again: db.ChangeTracker.Clear,
            cancel,
            holds: outcome => outcome == PulseOutcome.Counted
        );

    /// <summary>The same inside a transaction of the caller, who rolls it back unless the answers count.</summary>
    internal static async Task<PulseOutcome> CountAsync(
        ThroughlineDb db,
        Guid pulseId,
        Guid personId,
        IReadOnlyCollection<string> choices,
        CancellationToken cancel
    )
    {
        // First the pulse: its row makes answers wait for each other and for a closing, so that none is lost or late.
        var open = await db.Set<Pulse>()
            .Where(p => p.Id == pulseId && p.ClosedAt == null)
            .ExecuteUpdateAsync(
                p => p.SetProperty(x => x.AnsweredCount, x => x.AnsweredCount + 1),
                cancel
            );
        if (open == 0)
        {
            return PulseOutcome.Closed;
        }

        var marked = await db.Set<PulseInvitation>()
            .Where(i => i.PulseId == pulseId && i.PersonId == personId && !i.HasAnswered)
            .ExecuteUpdateAsync(i => i.SetProperty(x => x.HasAnswered, true), cancel);
        if (marked == 0)
        {
            return PulseOutcome.AnsweredAlready;
        }

        // Every count of the pulse is written, also those that stay: PostgreSQL keeps the last transaction of each row,
        // and counts written alone would stand beside the mark of who wrote them.
        await db.Set<PulseTally>()
            .Where(t => t.PulseId == pulseId)
            .ExecuteUpdateAsync(
                t =>
                    t.SetProperty(
                        x => x.People,
                        x => choices.Contains(x.Choice) ? x.People + 1 : x.People
                    ),
                cancel
            );
        return PulseOutcome.Counted;
    }

    /// <summary>
    /// Saves a closed pulse, takes off all marks, and deletes the counts when too few answered to show them ever.
    /// </summary>
    /// <param name="db">Tracks the pulse.</param>
    /// <param name="pulse">Closed a moment ago.</param>
    /// <param name="cancel">Ends the wait; the pulse stays open then.</param>
    public static Task SaveClosedAsync(ThroughlineDb db, Pulse pulse, CancellationToken cancel) =>
        db.SaveTogetherAsync(() => SealAsync(db, pulse.Id, cancel), cancel);

    /// <summary>The same inside a transaction of the caller, who saves the pulse.</summary>
    internal static async Task SealAsync(ThroughlineDb db, Guid pulseId, CancellationToken cancel)
    {
        // Waits for answers that are just being counted, and lets no later one in.
        await db.Set<Pulse>()
            .Where(p => p.Id == pulseId && p.ClosedAt == null)
            .ExecuteUpdateAsync(
                p => p.SetProperty(x => x.AnsweredCount, x => x.AnsweredCount),
                cancel
            );
        await db.Set<PulseTally>()
            .Where(t => t.PulseId == pulseId)
            .Where(t =>
                db.Set<Pulse>().Any(p => p.Id == t.PulseId && p.AnsweredCount < Pulse.Fewest)
            )
            .ExecuteDeleteAsync(cancel);
        await db.Set<PulseInvitation>()
            .Where(i => i.PulseId == pulseId)
            .ExecuteUpdateAsync(i => i.SetProperty(x => x.HasAnswered, false), cancel);
    }
}
