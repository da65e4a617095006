using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Throughline.Data.Saving;

namespace Throughline.Data.Bench;

/// <summary>Prepared inserts in long transactions, without waiting for the disk: whoever stops it begins anew with an empty file.</summary>
internal sealed class SqliteBulkLoad(ThroughlineDb db) : BulkLoad(db)
{
    private readonly Dictionary<IEntityType, PreparedInsert> inserts = [];

    protected override Task BeginAsync(CancellationToken cancel) =>
        Db.Database.ExecuteSqlRawAsync(
            "PRAGMA foreign_keys = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -300000;",
            cancel
        );

    protected override async Task LoadAsync(
        IEnumerable<(IEntityType Type, List<object> Rows)> tables,
        CancellationToken cancel
    )
    {
        await using var transaction = await Connection.BeginTransactionAsync(cancel);
        foreach (var (type, rows) in tables)
        {
            if (!inserts.TryGetValue(type, out var insert))
            {
                inserts.Add(type, insert = new PreparedInsert(Db, type));
            }

            insert.Join(transaction);
            rows.ForEach(insert.RunNew);
            cancel.ThrowIfCancellationRequested();
        }

        await transaction.CommitAsync(cancel);
    }

    // The connection may be used again by what follows in this process.
    protected override Task RestoreAsync(CancellationToken cancel) =>
        Db.Database.ExecuteSqlRawAsync(
            "PRAGMA wal_checkpoint(TRUNCATE); PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA cache_size = -2000; ANALYZE;",
            cancel
        );

    public override async ValueTask DisposeAsync()
    {
        foreach (var insert in inserts.Values)
        {
            await insert.DisposeAsync();
        }

        await base.DisposeAsync();
    }
}
