using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Throughline.Data.Saving;
using Throughline.Domain.Work;

namespace Throughline.Data.Work;

/// <summary>
/// Where hands are counted and shown. A secret hand is counted here and never stands beside a person: see ADR 0019 for
/// each way in which a row, a time or an order could have told whose it was.
/// </summary>
public static class HandBox
{
    /// <summary>A random id for a concern: it tells neither when nor in which order it was made.</summary>
    public static Guid BlindId() => new(RandomNumberGenerator.GetBytes(16));

    /// <summary>Counts a secret hand and marks that it is up: both or neither. False when it is up already or hands are shown.</summary>
    /// <param name="db">A context that has entered the district; it tracks nothing of the decision.</param>
    /// <param name="decisionId">The decision.</param>
    /// <param name="personId">Whose hand.</param>
    /// <param name="hand">What it shows, as the domain has let it.</param>
    /// <param name="cancel">Ends the wait; nothing is counted then.</param>
    public static async Task<bool> PutAsync(
        ThroughlineDb db,
        Guid decisionId,
        Guid personId,
        SecretHand hand,
        CancellationToken cancel
    )
    {
        db.ChangeTracker.Clear();
        return await db.InOneTransactionAsync(
            async () =>
            {
                if (
                    !await LockAsync(db, decisionId, cancel)
                    || !await MarkAsync(db, decisionId, personId, cancel)
                )
                {
                    return false;
                }

                await CountAsync(db, decisionId, hand.Fingers, cancel);
                if (hand.Concern is { } concern)
                {
                    db.Add(concern);
                }

                await db.SaveChangesAsync(cancel);
                return true;
            },
            again: db.ChangeTracker.Clear,
            cancel,
            holds: isCounted => isCounted
        );
    }

    /// <summary>Saves a decision whose hands were just shown. Waits for hands that are being counted, and lets no later one in.</summary>
    /// <exception cref="DbUpdateConcurrencyException">A hand went up or changed meanwhile: load and show again.</exception>
    public static Task SaveShownAsync(
        ThroughlineDb db,
        Decision decision,
        CancellationToken cancel
    ) => db.SaveTogetherAsync(() => LockAsync(db, decision.Id, cancel), cancel);

    // The decision's row makes hands wait for each other and for the showing, so that none is lost or late.
    private static async Task<bool> LockAsync(
        ThroughlineDb db,
        Guid decisionId,
        CancellationToken cancel
    ) =>
        await db.Set<Decision>()
            .Where(d => d.Id == decisionId && d.Status == DecisionStatus.HandsOpen)
            .ExecuteUpdateAsync(d => d.SetProperty(x => x.AskedCount, x => x.AskedCount), cancel)
        > 0;

    private static async Task<bool> MarkAsync(
        ThroughlineDb db,
        Guid decisionId,
        Guid personId,
        CancellationToken cancel
    ) =>
        await db.Set<DecisionHand>()
            .Where(h => h.DecisionId == decisionId && h.PersonId == personId && !h.IsUp)
            .ExecuteUpdateAsync(
                h =>
                    h.SetProperty(x => x.IsUp, true)
                        .SetProperty(x => x.Version, x => x.Version + 1),
                cancel
            ) > 0;

    // Every row of the hands is written, also those that stay: PostgreSQL keeps the last transaction of each row, and a
    // count or a concern written alone would stand beside the mark of whose it is.
    private static async Task CountAsync(
        ThroughlineDb db,
        Guid decisionId,
        int fingers,
        CancellationToken cancel
    )
    {
        await db.Set<HandTally>()
            .Where(t => t.DecisionId == decisionId)
            .ExecuteUpdateAsync(
                t =>
                    t.SetProperty(
                        x => x.People,
                        x => x.Fingers == fingers ? x.People + 1 : x.People
                    ),
                cancel
            );
        await db.Set<DecisionConcern>()
            .Where(c => c.DecisionId == decisionId)
            .ExecuteUpdateAsync(c => c.SetProperty(x => x.IsBlock, x => x.IsBlock), cancel);
        await db.Set<DecisionHand>()
            .Where(h => h.DecisionId == decisionId)
            .ExecuteUpdateAsync(h => h.SetProperty(x => x.IsUp, x => x.IsUp), cancel);
    }
}
