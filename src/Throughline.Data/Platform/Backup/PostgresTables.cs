using System.Text.Json.Serialization;
using Npgsql;

namespace Throughline.Data.Platform.Backup;

/// <summary>A table and the columns of its rows, in the order in which they are copied.</summary>
internal sealed record TableInBackup(string Name, IReadOnlyList<string> Columns)
{
    [JsonIgnore]
    public string Quoted => Quote(Name);

    [JsonIgnore]
    public string QuotedColumns => string.Join(", ", Columns.Select(Quote));

    // A manifest may come from anywhere: its names must stay names.
    public static string Quote(string name) =>
        $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}

/// <summary>What the server says about the tables of the database.</summary>
internal static class PostgresTables
{
    /// <summary>All tables with their columns, by name.</summary>
    public static async Task<IReadOnlyList<TableInBackup>> ReadAsync(
        NpgsqlConnection connection,
        CancellationToken cancel
    )
    {
        var columns = await PairsAsync(
            connection,
            """
            SELECT c.relname, a.attname FROM pg_class c
            JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
            WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r'
            ORDER BY c.relname, a.attnum
            """,
            cancel
        );
        return
        [
            .. columns
                .GroupBy(c => c.First)
                .Select(g => new TableInBackup(g.Key, [.. g.Select(c => c.Second)])),
        ];
    }

    /// <summary>The tables of a backup in an order in which each comes after those its rows point to.</summary>
    public static async Task<IReadOnlyList<TableInBackup>> ParentsFirstAsync(
        NpgsqlConnection connection,
        BackupManifest manifest,
        CancellationToken cancel
    )
    {
        var parents = (
            await PairsAsync(
                connection,
                """
                SELECT child.relname, parent.relname FROM pg_constraint k
                JOIN pg_class child ON child.oid = k.conrelid
                JOIN pg_class parent ON parent.oid = k.confrelid
                WHERE k.contype = 'f' AND k.connamespace = current_schema()::regnamespace
                  AND k.conrelid <> k.confrelid
                """,
                cancel
            )
        ).ToLookup(p => p.First, p => p.Second, StringComparer.Ordinal);
        var ordered = new List<TableInBackup>();
        var waiting = manifest.Tables.ToList();
        while (waiting.Count > 0)
        {
            var ready = waiting
                .Where(t => parents[t.Name].All(p => waiting.TrueForAll(w => w.Name != p)))
                .ToList();
            if (ready.Count == 0)
            {
                throw new InvalidOperationException(
                    $"Tables point to each other in a circle: {string.Join(", ", waiting.Select(w => w.Name))}"
                );
            }

            ordered.AddRange(ready);
            waiting.RemoveAll(ready.Contains);
        }

        return ordered;
    }

    /// <summary>Columns that count up by themselves go on after the highest number that was restored.</summary>
    public static async Task ContinueCountingAsync(
        NpgsqlConnection connection,
        CancellationToken cancel
    )
    {
        var counting = await PairsAsync(
            connection,
            "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = current_schema() AND is_identity = 'YES'",
            cancel
        );
        foreach (var (table, column) in counting)
        {
            var (t, c) = (TableInBackup.Quote(table), TableInBackup.Quote(column));
            await using var command = new NpgsqlCommand(
                $"SELECT setval(pg_get_serial_sequence(@table, @column), (SELECT COALESCE(MAX({c}), 0) + 1 FROM {t}), false)",
                connection
            );
            command.Parameters.AddWithValue("table", t);
            command.Parameters.AddWithValue("column", column);
            await command.ExecuteScalarAsync(cancel);
        }
    }

    private static async Task<List<(string First, string Second)>> PairsAsync(
        NpgsqlConnection connection,
        string sql,
        CancellationToken cancel
    )
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var pairs = new List<(string, string)>();
        while (await rows.ReadAsync(cancel))
        {
            pairs.Add((rows.GetString(0), rows.GetString(1)));
        }

        return pairs;
    }
}
