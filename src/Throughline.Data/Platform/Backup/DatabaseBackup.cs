using Microsoft.EntityFrameworkCore;
using Throughline.Domain.Shared;

namespace Throughline.Data.Platform.Backup;

/// <summary>
/// Copies the whole database into one file and puts it back, while people work. The copy is what the database held at
/// one moment: all of a save that was acknowledged before it, nothing of one that came after.
/// </summary>
public sealed class DatabaseBackup(ThroughlineDb db, TimeProvider clock)
{
    /// <summary>Writes the copy. A file that is there already is never overwritten; nothing is left of a copy that failed.</summary>
    public async Task<Result<long>> WriteAsync(string file, CancellationToken cancel = default)
    {
        var target = Path.GetFullPath(file);
        if (File.Exists(target))
        {
            return Result.Refused<long>(
                $"{file} is there already and stays as it is. Give another name."
            );
        }

        if (!Directory.Exists(Path.GetDirectoryName(target)))
        {
            return Result.Refused<long>(
                $"There is no folder {Path.GetDirectoryName(target)}. Make it first."
            );
        }

        if (!(await db.Database.GetAppliedMigrationsAsync(cancel)).Any())
        {
            return Result.Refused<long>("The database is empty: there is nothing to back up.");
        }

        var partial = target + ".part";
        try
        {
            CreatePrivate(partial);
            await Kind.WriteAsync(partial, cancel);
            File.Move(partial, target);
        }
        finally
        {
            File.Delete(partial);
        }

        return Result.Ok(new FileInfo(target).Length);
    }

    /// <summary>
    /// Puts a copy back: all of it or, when something fails, nothing. A database that holds something is replaced only
    /// when that is asked for, and is copied first. Returns the path of that copy, or null when there was nothing.
    /// </summary>
    public async Task<Result<string?>> RestoreAsync(
        string file,
        bool replace,
        CancellationToken cancel = default
    )
    {
        if (!File.Exists(file))
        {
            return Result.Refused<string?>($"There is no file {file}.");
        }

        var made = await Kind.ReadMigrationsAsync(file, cancel);
        if (!made.IsOk)
        {
            return made.Refusal!;
        }

        if (made.Value.Except(db.Database.GetMigrations()).Any())
        {
            return Result.Refused<string?>(
                $"{file} was made by a newer version of Throughline. Restore it with that version or a later one."
            );
        }

        string? before = null;
        if (await HoldsSomethingAsync(cancel))
        {
            if (!replace)
            {
                return Result.Refused<string?>(
                    "The database holds something. To replace it, say --replace; what it holds now is copied first."
                );
            }

            before = $"{Path.GetFullPath(file)}.before-restore-{clock.GetUtcNow():yyyyMMdd-HHmmss}";
            var kept = await WriteAsync(before, cancel);
            if (!kept.IsOk)
            {
                return kept.Refusal!;
            }
        }

        await Kind.RestoreAsync(file, made.Value, cancel);
        return Result.Ok(before);
    }

    private IBackupKind Kind =>
        db.Database.IsSqlite() ? new SqliteBackup(db) : new PostgresBackup(db, clock);

    // The database of a program that was started once holds tables and a key, and nothing of anybody.
    private async Task<bool> HoldsSomethingAsync(CancellationToken cancel) =>
        await db.Database.CanConnectAsync(cancel)
        && (await db.Database.GetAppliedMigrationsAsync(cancel)).Any()
        && await db.Users.AnyAsync(cancel);

    // A copy holds everything: names, ratings, keys. Only who made it may read it.
    private static void CreatePrivate(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        new FileStream(path, options).Dispose();
    }
}

/// <summary>How one engine copies itself.</summary>
internal interface IBackupKind
{
    /// <summary>Fills an empty file with a copy of the database.</summary>
    Task WriteAsync(string file, CancellationToken cancel);

    /// <summary>The migrations of the database in the file, oldest first; refused for a file that is damaged or none of ours.</summary>
    Task<Result<IReadOnlyList<string>>> ReadMigrationsAsync(string file, CancellationToken cancel);

    /// <summary>Replaces the database by the file's.</summary>
    Task RestoreAsync(string file, IReadOnlyList<string> migrations, CancellationToken cancel);
}
