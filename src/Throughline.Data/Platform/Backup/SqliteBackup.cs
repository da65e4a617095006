using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Throughline.Domain.Shared;

namespace Throughline.Data.Platform.Backup;

/// <summary>A backup of a SQLite database is a SQLite database: any SQLite tool can look into it.</summary>
internal sealed class SqliteBackup(ThroughlineDb db) : IBackupKind
{
    public async Task WriteAsync(string file, CancellationToken cancel)
    {
        // One read transaction: writers go on beside it.
        await db.Database.ExecuteSqlAsync($"VACUUM INTO {file}", cancel);
        var damage = await WhatIsWrongAsync(file, cancel);
        if (damage is not null)
        {
            throw new IOException($"The copy is damaged: {damage}");
        }
    }

    public async Task<Result<IReadOnlyList<string>>> ReadMigrationsAsync(
        string file,
        CancellationToken cancel
    )
    {
        try
        {
            if (await WhatIsWrongAsync(file, cancel) is { } damage)
            {
                return Result.Refused<IReadOnlyList<string>>($"{file} is damaged: {damage}");
            }

            await using var connection = Open(file);
            await using var command = connection.CreateCommand();
            command.CommandText = "SELECT MigrationId FROM __EFMigrationsHistory ORDER BY 1";
            await using var rows = await command.ExecuteReaderAsync(cancel);
            var migrations = new List<string>();
            while (await rows.ReadAsync(cancel))
            {
                migrations.Add(rows.GetString(0));
            }

            return Result.Ok<IReadOnlyList<string>>(migrations);
        }
        catch (SqliteException failure)
        {
            return Result.Refused<IReadOnlyList<string>>(
                $"{file} is no backup of a Throughline on SQLite ({failure.Message})"
            );
        }
    }

    public async Task RestoreAsync(
        string file,
        IReadOnlyList<string> migrations,
        CancellationToken cancel
    )
    {
        await db.Database.OpenConnectionAsync(cancel);
        try
        {
            await using var source = Open(file);
            // SQLite's own page copy: one transaction on the target, so a failure leaves it as it was.
            source.BackupDatabase((SqliteConnection)db.Database.GetDbConnection());
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private static async Task<string?> WhatIsWrongAsync(string file, CancellationToken cancel)
    {
        await using var connection = Open(file);
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA integrity_check(1)";
        var answer = (string?)await command.ExecuteScalarAsync(cancel);
        return answer == "ok" ? null : answer;
    }

    private static SqliteConnection Open(string file)
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder
            {
                DataSource = file,
                Mode = SqliteOpenMode.ReadOnly,
                Pooling = false,
            }.ToString()
        );
        connection.Open();
        return connection;
    }
}
