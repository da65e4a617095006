using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using CsvHelper;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Throughline.Data;
using Throughline.Data.Platform;
using Throughline.Web.Hosting;

namespace Throughline.Bench.Measures;

/// <summary>
/// Bringing in a roster against the least it can cost: reading the same CSV files, and inserting the rows that were kept
/// as they are into the same tables.
/// </summary>
internal static class ImportMeasure
{
    // What the import reads; the rest of a roster it must not even look at.
    private static readonly string[] Read =
    [
        "academicSessions.csv",
        "classes.csv",
        "courses.csv",
        "enrollments.csv",
        "orgs.csv",
        "users.csv",
    ];

    public const string Head = """
        | engine | import s | reading s | inserting s | rows kept | import ÷ floor | memory at most MiB |
        |---|---|---|---|---|---|---|
        """;

    public static async Task RunAsync(EngineSetting engine, string file)
    {
        // Empty databases, named like the small and the large one.
        var (begun, import) = (Stopwatch.GetTimestamp(), TimeSpan.Zero);
        await using (var program = PagesMeasure.Program(engine.Small))
        {
            await UpgradeAsync(program.Services);
            begun = Stopwatch.GetTimestamp();
            await using var scope = program.Services.CreateAsyncScope();
            var done = await new RosterImportRun(
                scope.ServiceProvider,
                TextWriter.Null,
                Console.Error
            ).RunAsync(file, null, null, CancellationToken.None);
            import = Stopwatch.GetElapsedTime(begun);
            if (done != 0)
            {
                throw new InvalidOperationException("The roster was not imported.");
            }
        }

        var memory = Process.GetCurrentProcess().PeakWorkingSet64 / 1024.0 / 1024;
        var tables = await TablesAsync(engine.Small);
        begun = Stopwatch.GetTimestamp();
        ReadRaw(file);
        var reading = Stopwatch.GetElapsedTime(begun);
        await using (var program = PagesMeasure.Program(engine.Large))
        {
            await UpgradeAsync(program.Services);
        }

        begun = Stopwatch.GetTimestamp();
        await InsertRawAsync(engine.Large, tables);
        var inserting = Stopwatch.GetElapsedTime(begun);
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"| {engine.Engine} | {import.TotalSeconds:0.00} | {reading.TotalSeconds:0.00} | {inserting.TotalSeconds:0.00} | {tables.Sum(t => t.Rows.Count):N0} | **{import / (reading + inserting):0.00}** | {memory:N0} |"
            )
        );
    }

    private static async Task UpgradeAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DatabaseUpgrade>().RunAsync();
    }

    private static void ReadRaw(string file)
    {
        using var zip = ZipFile.OpenRead(file);
        foreach (var entry in zip.Entries.Where(e => Read.Contains(e.Name)))
        {
            using var reader = new StreamReader(entry.Open());
            using var csv = new CsvParser(reader, CultureInfo.InvariantCulture);
            while (csv.Read())
            {
                _ = csv.Record;
            }
        }
    }

    private static async Task<
        List<(string Name, string[] Columns, List<object[]> Rows)>
    > TablesAsync(string connectionString)
    {
        using var store = new Store(connectionString);
        await using var connection = await store.OpenAsync();
        List<string> names = [];
        await using (
            var command = store.Command(
                connection,
                store.IsPostgres
                    ? "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' AND table_name NOT LIKE '\\_\\_EF%'"
                    : "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_\\_EF%' ESCAPE '\\' AND name NOT LIKE 'sqlite%'"
            )
        )
        await using (var rows = await command.ExecuteReaderAsync())
        {
            while (await rows.ReadAsync())
            {
                names.Add(rows.GetString(0));
            }
        }

        List<(string, string[], List<object[]>)> tables = [];
        foreach (var name in names)
        {
            await using var command = store.Command(connection, $"SELECT * FROM \"{name}\"");
            await using var rows = await command.ExecuteReaderAsync();
            string[] columns = [.. Enumerable.Range(0, rows.FieldCount).Select(rows.GetName)];
            List<object[]> all = [];
            while (await rows.ReadAsync())
            {
                var values = new object[columns.Length];
                rows.GetValues(values);
                all.Add(values);
            }

            if (all.Count > 0)
            {
                tables.Add((name, columns, all));
            }
        }

        return tables;
    }

    private static async Task InsertRawAsync(
        string connectionString,
        List<(string Name, string[] Columns, List<object[]> Rows)> tables
    )
    {
        using var store = new Store(connectionString);
        await using var connection = await store.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        // All rows are there at the end; on the way their order does not matter.
        await using (
            var command = store.Command(
                connection,
                store.IsPostgres
                    ? "SET session_replication_role = replica"
                    : "PRAGMA defer_foreign_keys = ON"
            )
        )
        {
            command.Transaction = transaction;
            await command.ExecuteNonQueryAsync();
        }

        foreach (var (name, columns, rows) in tables)
        {
            if (connection is NpgsqlConnection postgres)
            {
                await CopyAsync(postgres, name, columns, rows);
            }
            else
            {
                Insert(connection, transaction, name, columns, rows);
            }
        }

        await transaction.CommitAsync();
    }

    private static void Insert(
        DbConnection connection,
        DbTransaction transaction,
        string name,
        string[] columns,
        List<object[]> rows
    )
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText =
            $"INSERT INTO \"{name}\" VALUES ({string.Join(", ", columns.Select((_, n) => $"@p{n}"))})";
        foreach (var n in Enumerable.Range(0, columns.Length))
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = $"@p{n}";
            command.Parameters.Add(parameter);
        }

        foreach (var row in rows)
        {
            for (var n = 0; n < columns.Length; n++)
            {
                command.Parameters[n].Value = row[n];
            }

            command.ExecuteNonQuery();
        }
    }

    private static async Task CopyAsync(
        NpgsqlConnection connection,
        string name,
        string[] columns,
        List<object[]> rows
    )
    {
        var names = string.Join(", ", columns.Select(c => $"\"{c}\""));
        await using var copy = await connection.BeginBinaryImportAsync(
            $"COPY \"{name}\" ({names}) FROM STDIN (FORMAT BINARY)"
        );
        foreach (var row in rows)
        {
            await copy.StartRowAsync();
            foreach (var value in row)
            {
                if (value is DBNull)
                {
                    await copy.WriteNullAsync();
                }
                else
                {
                    await copy.WriteAsync(value);
                }
            }
        }

        await copy.CompleteAsync();
    }
}
