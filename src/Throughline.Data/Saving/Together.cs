using Microsoft.EntityFrameworkCore;
using Throughline.Data.Platform;

namespace Throughline.Data.Saving;

/// <summary>Saves tracked changes and a bulk update as one: both or neither.</summary>
public static class Together
{
    /// <summary>Runs the bulk update and saves what is tracked in one transaction, inside the engine's retries.</summary>
    public static Task SaveTogetherAsync(
        this ThroughlineDb db,
        Func<Task> bulk,
        CancellationToken cancel = default
    ) =>
        db
            .Database.CreateExecutionStrategy()
            .ExecuteAsync(async () =>
            {
                // A repeated attempt writes the trail anew: without this, each attempt would leave its rows.
                foreach (
                    var entry in db
                        .ChangeTracker.Entries<AuditEntry>()
                        .Where(e => e.State == EntityState.Added)
                        .ToList()
                )
                {
                    entry.State = EntityState.Detached;
                }

                await using var transaction = await db.Database.BeginTransactionAsync(cancel);
                await bulk();
                await db.SaveChangesAsync(acceptAllChangesOnSuccess: false, cancel);
                await transaction.CommitAsync(cancel);
                db.ChangeTracker.AcceptAllChanges();
            });
}
