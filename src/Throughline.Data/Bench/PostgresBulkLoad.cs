using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using Throughline.Data.Saving;

namespace Throughline.Data.Bench;

/// <summary>Binary COPY; keys are checked as the rows come.</summary>
internal sealed class PostgresBulkLoad(ThroughlineDb db) : BulkLoad(db)
{
    private readonly Dictionary<IEntityType, List<StoredColumn>> columns = [];

    protected override Task BeginAsync(CancellationToken cancel) =>
        Db.Database.ExecuteSqlRawAsync("SET synchronous_commit = off", cancel);

    protected override async Task LoadAsync(
        IEnumerable<(IEntityType Type, List<object> Rows)> tables,
        CancellationToken cancel
    )
    {
        foreach (var (type, rows) in tables)
        {
            if (!columns.TryGetValue(type, out var known))
            {
                columns.Add(type, known = StoredColumn.Of(type));
            }

            await CopyAsync(type, known, rows, cancel);
        }
    }

    protected override async Task RestoreAsync(CancellationToken cancel)
    {
        Db.Database.SetCommandTimeout(TimeSpan.FromMinutes(10));
        await Db.Database.ExecuteSqlRawAsync("RESET synchronous_commit", cancel);
        await Db.Database.ExecuteSqlRawAsync("VACUUM ANALYZE", cancel);
    }

    private async Task CopyAsync(
        IEntityType type,
        List<StoredColumn> columns,
        List<object> rows,
        CancellationToken cancel
    )
    {
        var sql = Db.GetService<ISqlGenerationHelper>();
        var names = string.Join(", ", columns.Select(c => sql.DelimitIdentifier(c.Name)));
        await using var copy = await ((NpgsqlConnection)Connection).BeginBinaryImportAsync(
            $"COPY {sql.DelimitIdentifier(type.GetTableName()!)} ({names}) FROM STDIN (FORMAT BINARY)",
            cancel
        );
        foreach (var row in rows)
        {
            await copy.StartRowAsync(cancel);
            foreach (var column in columns)
            {
                if (column.OfNew(row) is { } value)
                {
                    await copy.WriteAsync(value, cancel);
                }
                else
                {
                    await copy.WriteNullAsync(cancel);
                }
            }
        }

        await copy.CompleteAsync(cancel);
    }
}
