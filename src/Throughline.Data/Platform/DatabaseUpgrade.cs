using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Throughline.Data.Platform;

/// <summary>Brings the database to this version of the program: looks first, backs up a SQLite file, then migrates.</summary>
public sealed class DatabaseUpgrade(
    ThroughlineDb db,
    TimeProvider clock,
    ILogger<DatabaseUpgrade> log
)
{
    // EF's migration lock on SQLite is a row without a timeout: a process killed while migrating leaves it, and every
    // later start would wait for ever. One that is older than any migration of ours takes is left over.
    private static readonly TimeSpan LongestMigration = TimeSpan.FromMinutes(10);

    /// <summary>Migrates when something is pending. Returns the backup's path when one was made.</summary>
    public async Task<string?> RunAsync(CancellationToken cancel = default)
    {
        var file = SqliteFile();
        if (file is not null && Path.GetDirectoryName(Path.GetFullPath(file)) is { } folder)
        {
            Directory.CreateDirectory(folder);
        }

        var pending = (await db.Database.GetPendingMigrationsAsync(cancel)).ToList();
        if (pending.Count == 0)
        {
            return null;
        }

        string? backup = null;
        if (
            file is not null
            && File.Exists(file)
            && (await db.Database.GetAppliedMigrationsAsync(cancel)).Any()
        )
        {
            backup = string.Create(
                CultureInfo.InvariantCulture,
                $"{file}.before-{clock.GetUtcNow().UtcDateTime:yyyyMMdd-HHmmss}.bak"
            );
            await db.Database.ExecuteSqlAsync($"VACUUM INTO {backup}", cancel);
            log.LogInformation("The database was copied before its upgrade");
        }

        if (file is not null)
        {
            await BreakStaleLockAsync(cancel);
        }

        await db.Database.MigrateAsync(cancel);
        log.LogInformation("The database was upgraded by {Count} migrations", pending.Count);
        return backup;
    }

    private string? SqliteFile() =>
        db.Database.IsSqlite()
            ? new SqliteConnectionStringBuilder(db.Database.GetConnectionString()).DataSource
            : null;

    private async Task BreakStaleLockAsync(CancellationToken cancel)
    {
        var exists = await db
            .Database.SqlQuery<int>(
                $"SELECT COUNT(*) AS Value FROM sqlite_master WHERE name = '__EFMigrationsLock'"
            )
            .SingleAsync(cancel);
        if (exists > 0)
        {
            var stale = (clock.GetUtcNow() - LongestMigration).UtcDateTime.ToString(
                "yyyy-MM-dd HH:mm:ss",
                CultureInfo.InvariantCulture
            );
            var broken = await db.Database.ExecuteSqlAsync(
                $"DELETE FROM __EFMigrationsLock WHERE Timestamp < {stale}",
                cancel
            );
            if (broken > 0)
            {
                log.LogWarning("A migration lock left over by an interrupted upgrade was removed");
            }
        }
    }
}
