using Microsoft.EntityFrameworkCore;
using Throughline.Data.Platform;

namespace Throughline.Data.Saving;

/// <summary>Saves what takes more than one command as one, inside the engine's retries: all of it or nothing.</summary>
public static class OneTransaction
{
    /// <summary>Runs the work in a transaction of its own.</summary>
    /// <param name="db">Where.</param>
    /// <param name="work">Writes and saves.</param>
    /// <param name="again">
    /// Runs before the work is repeated because the connection broke: what was done so far was rolled back, and what the
    /// context still knows of it is put right here.
    /// </param>
    /// <param name="cancel">Ends the wait; nothing is saved then.</param>
    /// <param name="holds">Of what came of the work: false takes everything back. Left out, everything holds.</param>
    public static Task<T> InOneTransactionAsync<T>(
        this ThroughlineDb db,
        Func<Task<T>> work,
        Action again,
        CancellationToken cancel,
        Func<T, bool>? holds = null
    )
    {
        var attempts = 0;
        return db
            .Database.CreateExecutionStrategy()
            .ExecuteAsync(async () =>
            {
                if (attempts++ > 0)
                {
                    again();
                }

                await using var transaction = await db.Database.BeginTransactionAsync(cancel);
                var done = await work();
                if (holds?.Invoke(done) != false)
                {
                    await transaction.CommitAsync(cancel);
                }

                return done;
            });
    }

    /// <summary>Runs a bulk update and saves what is tracked: both or neither.</summary>
    public static async Task SaveTogetherAsync(
        this ThroughlineDb db,
        Func<Task> bulk,
        CancellationToken cancel = default
    )
    {
        await db.InOneTransactionAsync(
            async () =>
            {
                await bulk();
                // Only what was committed is what the context knows as saved: a repeated attempt saves the same again.
                return await db.SaveChangesAsync(acceptAllChangesOnSuccess: false, cancel);
            },
            again: () =>
            {
                // The trail is written anew: without this, each attempt would leave its rows.
                foreach (
                    var entry in db
                        .ChangeTracker.Entries<AuditEntry>()
                        .Where(e => e.State == EntityState.Added)
                        .ToList()
                )
                {
                    entry.State = EntityState.Detached;
                }
            },
            cancel
        );
        db.ChangeTracker.AcceptAllChanges();
    }
}
