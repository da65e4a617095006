using System.IO.Compression;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;
using Throughline.Domain.Shared;

namespace Throughline.Data.Platform.Backup;

/// <summary>
/// A backup of a PostgreSQL database is a zip with the rows of each table as the server copies them out, all from one
/// snapshot, and a manifest. It needs no tool of PostgreSQL's on the machine; a large installation has its server's own
/// backups besides.
/// </summary>
internal sealed class PostgresBackup(ThroughlineDb db, TimeProvider clock) : IBackupKind
{
    private const int Format = 1;
    private const string ManifestName = "manifest.json";

    public async Task WriteAsync(string file, CancellationToken cancel)
    {
        await using var connection = await OpenAsync(cancel);
        await using var snapshot = await connection.BeginTransactionAsync(
            System.Data.IsolationLevel.RepeatableRead,
            cancel
        );
        var tables = await PostgresTables.ReadAsync(connection, cancel);
        await using var stream = new FileStream(file, FileMode.Open, FileAccess.Write);
        await using var zip = await ZipArchive.CreateAsync(
            stream,
            ZipArchiveMode.Create,
            leaveOpen: false,
            entryNameEncoding: null,
            cancel
        );
        foreach (var table in tables)
        {
            await using var entry = await zip.CreateEntry(EntryOf(table), CompressionLevel.Fastest)
                .OpenAsync(cancel);
            await using var rows = await connection.BeginRawBinaryCopyAsync(
                $"COPY {table.Quoted} ({table.QuotedColumns}) TO STDOUT (FORMAT BINARY)",
                cancel
            );
            await rows.CopyToAsync(entry, cancel);
        }

        // Last, so that a backup which has it is whole.
        await using var manifest = await zip.CreateEntry(ManifestName).OpenAsync(cancel);
        await JsonSerializer.SerializeAsync(
            manifest,
            new BackupManifest(
                Format,
                clock.GetUtcNow().UtcDateTime,
                [.. await db.Database.GetAppliedMigrationsAsync(cancel)],
                tables
            ),
            cancellationToken: cancel
        );
    }

    public async Task<Result<IReadOnlyList<string>>> ReadMigrationsAsync(
        string file,
        CancellationToken cancel
    )
    {
        try
        {
            await using var zip = await ZipFile.OpenReadAsync(file, cancel);
            return Result.Ok((await ManifestAsync(zip, cancel)).Migrations);
        }
        catch (Exception failure) when (failure is InvalidDataException or JsonException)
        {
            return Result.Refused<IReadOnlyList<string>>(
                $"{file} is no whole backup of a Throughline on PostgreSQL ({failure.Message})"
            );
        }
    }

    public async Task RestoreAsync(
        string file,
        IReadOnlyList<string> migrations,
        CancellationToken cancel
    )
    {
        var tablesAnew = db.GetService<IMigrator>()
            .GenerateScript(
                Migration.InitialDatabase,
                migrations[^1],
                MigrationsSqlGenerationOptions.NoTransactions
            );
        await using var zip = await ZipFile.OpenReadAsync(file, cancel);
        var manifest = await ManifestAsync(zip, cancel);
        await using var connection = await OpenAsync(cancel);
        // Dropping, making and filling the tables is one transaction: whoever reads meanwhile waits, and a failure
        // leaves everything as it was.
        await using var all = await connection.BeginTransactionAsync(cancel);
        foreach (var table in await PostgresTables.ReadAsync(connection, cancel))
        {
            await RunAsync(connection, $"DROP TABLE {table.Quoted} CASCADE", cancel);
        }

        await RunAsync(connection, tablesAnew, cancel);
        await RunAsync(connection, "TRUNCATE \"__EFMigrationsHistory\"", cancel);
        foreach (var table in await PostgresTables.ParentsFirstAsync(connection, manifest, cancel))
        {
            await using var rows = await connection.BeginRawBinaryCopyAsync(
                $"COPY {table.Quoted} ({table.QuotedColumns}) FROM STDIN (FORMAT BINARY)",
                cancel
            );
            await using var entry = await zip.GetEntry(EntryOf(table))!.OpenAsync(cancel);
            await entry.CopyToAsync(rows, cancel);
        }

        await PostgresTables.ContinueCountingAsync(connection, cancel);
        await all.CommitAsync(cancel);
    }

    private static string EntryOf(TableInBackup table) => $"tables/{table.Name}.copy";

    private static async Task<BackupManifest> ManifestAsync(
        ZipArchive zip,
        CancellationToken cancel
    )
    {
        var entry =
            zip.GetEntry(ManifestName) ?? throw new InvalidDataException("It has no manifest.");
        await using var stream = await entry.OpenAsync(cancel);
        var manifest = await JsonSerializer.DeserializeAsync<BackupManifest>(
            stream,
            cancellationToken: cancel
        );
        return
            manifest is { Format: Format, Migrations.Count: > 0 }
            && manifest.Tables.All(t => zip.GetEntry(EntryOf(t)) is not null)
            ? manifest
            : throw new InvalidDataException("Its manifest does not match.");
    }

    private async Task<NpgsqlConnection> OpenAsync(CancellationToken cancel)
    {
        var connection = new NpgsqlConnection(
            // A large table takes as long as it takes.
            new NpgsqlConnectionStringBuilder(db.Database.GetConnectionString())
            {
                CommandTimeout = 0,
                Pooling = false,
            }.ToString()
        );
        await connection.OpenAsync(cancel);
        return connection;
    }

    private static async Task RunAsync(
        NpgsqlConnection connection,
        string sql,
        CancellationToken cancel
    )
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancel);
    }
}

/// <summary>What a backup says about itself.</summary>
internal sealed record BackupManifest(
    int Format,
    DateTime MadeAt,
    IReadOnlyList<string> Migrations,
    IReadOnlyList<TableInBackup> Tables
);
