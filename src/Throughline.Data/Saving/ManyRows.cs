using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Throughline.Data.Platform;
using Throughline.Domain.Shared;

namespace Throughline.Data.Saving;

/// <summary>
/// Saves thousands of new rows. On SQLite EF Core sends one freshly made command for each row, which costs four times
/// the insert itself; here one prepared command per table is used again. PostgreSQL takes them in batches anyway.
/// </summary>
public static class ManyRows
{
    // Below this the ordinary way is as quick.
    private const int Worthwhile = 100;

    /// <summary>Saves what is tracked, under the same rules as an ordinary save. Inside a transaction of the caller.</summary>
    public static async Task SaveManyAsync(
        this ThroughlineDb db,
        DateTime now,
        CancellationToken cancel
    )
    {
        if (db.Database.IsSqlite())
        {
            var many = db
                .ChangeTracker.Entries()
                .Where(e => e.State == EntityState.Added && IsPlain(e.Metadata))
                .GroupBy(e => e.Metadata)
                .Where(g => g.Count() >= Worthwhile)
                .ToList();
            await InsertAsync(db, many, now, cancel);
        }

        await db.SaveChangesAsync(cancel);
    }

    /// <summary>The same in a transaction of its own; an ordinary save where that is as quick.</summary>
    public static async Task SaveManyTogetherAsync(
        this ThroughlineDb db,
        DateTime now,
        CancellationToken cancel
    )
    {
        var added = db.ChangeTracker.Entries().Count(e => e.State == EntityState.Added);
        if (added < Worthwhile || !db.Database.IsSqlite())
        {
            await db.SaveChangesAsync(cancel);
            return;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.SaveManyAsync(now, cancel);
        await transaction.CommitAsync(cancel);
    }

    // One table, one column for each property, and no row elsewhere that follows it.
    private static bool IsPlain(IEntityType type) =>
        !typeof(ILinkable).IsAssignableFrom(type.ClrType)
        && type.BaseType is null
        && !type.GetDirectlyDerivedTypes().Any()
        && !type.GetComplexProperties().Any()
        && !type.IsOwned();

    private static async Task InsertAsync(
        ThroughlineDb db,
        List<IGrouping<IEntityType, EntityEntry>> many,
        DateTime now,
        CancellationToken cancel
    )
    {
        if (many.Count == 0)
        {
            return;
        }

        var entries = many.SelectMany(g => g).ToList();
        var trail = SaveRules.Check(entries, db, now);
        try
        {
            // Rows may come before the rows they belong to; all are there at the commit.
            await db.Database.ExecuteSqlRawAsync("PRAGMA defer_foreign_keys = ON", cancel);
            foreach (var table in many)
            {
                await InsertAsync(db, table.Key, table.Select(e => e.Entity), cancel);
            }

            var trailType = db.Model.FindEntityType(typeof(AuditEntry))!;
            await InsertAsync(db, trailType, trail, cancel);
        }
        catch (SqliteException failure)
        {
            throw new DbUpdateException("Rows could not be inserted.", failure);
        }

        entries.ForEach(e => e.State = EntityState.Unchanged);
    }

    private static async Task InsertAsync(
        ThroughlineDb db,
        IEntityType type,
        IEnumerable<object> rows,
        CancellationToken cancel
    )
    {
        await using var insert = new PreparedInsert(db, type);
        insert.Join(db.Database.CurrentTransaction?.GetDbTransaction());
        foreach (var row in rows)
        {
            insert.Run(row);
        }
    }
}
