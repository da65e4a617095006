using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Throughline.Data.Platform;
using Throughline.Data.Tests.Engines;

namespace Throughline.Data.Tests.Platform;

public sealed class DatabaseUpgradeTests
{
    private readonly TestClock clock = new();

    [EngineTheory]
    public async Task An_empty_database_is_brought_to_this_version_once(Engine engine)
    {
        await using var database = await TestDatabase.EmptyAsync(engine);
        (await UpgradeAsync(database)).ShouldBeNull("there was nothing to back up");

        await using var db = database.Open();
        (await db.Database.GetPendingMigrationsAsync()).ShouldBeEmpty();
        (await UpgradeAsync(database)).ShouldBeNull();
    }

    [Fact]
    public async Task A_SQLite_file_is_copied_before_it_changes()
    {
        await using var database = await TestDatabase.EmptyAsync(Engine.Sqlite);
        // As an earlier version of the program left it.
        await RunAsync(
            database.ConnectionString,
            """
            CREATE TABLE __EFMigrationsHistory (MigrationId TEXT NOT NULL PRIMARY KEY, ProductVersion TEXT NOT NULL);
            INSERT INTO __EFMigrationsHistory VALUES ('20200101000000_Earlier', '10.0.0');
            CREATE TABLE Earlier (Word TEXT);
            INSERT INTO Earlier VALUES ('kept');
            """
        );

        var backup = await UpgradeAsync(database);

        backup.ShouldBe(database.File + ".before-20270120-160000.bak");
        (
            await AskAsync(
                $"Data Source={backup};Pooling=False",
                "SELECT Word || (SELECT COUNT(*) FROM sqlite_master WHERE name = 'Units') FROM Earlier"
            )
        ).ShouldBe("kept0", "the copy is the database as it was");
        (
            await AskAsync(
                database.ConnectionString,
                "SELECT COUNT(*) FROM sqlite_master WHERE name = 'Units'"
            )
        ).ShouldBe(1L);
    }

    [Fact]
    public async Task A_lock_left_over_by_a_killed_upgrade_does_not_stop_the_next_start()
    {
        await using var database = await TestDatabase.EmptyAsync(Engine.Sqlite);
        await LockAsync(database, clock.Now.AddMinutes(-11));

        await UpgradeAsync(database).WaitAsync(TimeSpan.FromSeconds(60));

        await using var db = database.Open();
        (await db.Database.GetPendingMigrationsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_lock_that_another_process_may_still_hold_is_waited_for()
    {
        await using var database = await TestDatabase.EmptyAsync(Engine.Sqlite);
        await LockAsync(database, clock.Now.AddMinutes(-1));
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(3));

        await Should.ThrowAsync<OperationCanceledException>(() =>
            UpgradeAsync(database, patience.Token)
        );
        (
            await AskAsync(database.ConnectionString, "SELECT COUNT(*) FROM __EFMigrationsLock")
        ).ShouldBe(1L);
    }

    private async Task<string?> UpgradeAsync(
        TestDatabase database,
        CancellationToken cancel = default
    )
    {
        await using var db = database.Open(clock: clock);
        return await new DatabaseUpgrade(db, clock, NullLogger<DatabaseUpgrade>.Instance).RunAsync(
            cancel
        );
    }

    // The row that EF Core writes while it migrates, in its format.
    private static Task LockAsync(TestDatabase database, DateTime at) =>
        RunAsync(
            database.ConnectionString,
            $"""
            CREATE TABLE __EFMigrationsLock (Id INTEGER NOT NULL PRIMARY KEY, Timestamp TEXT NOT NULL);
            INSERT INTO __EFMigrationsLock VALUES (1, '{at.ToString(
                "yyyy-MM-dd HH:mm:ss.fffffff",
                CultureInfo.InvariantCulture
            )}+00:00');
            """
        );

    private static async Task RunAsync(string connectionString, string statements)
    {
        await using var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = statements;
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<object?> AskAsync(string connectionString, string question)
    {
        await using var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = question;
        return await command.ExecuteScalarAsync();
    }
}
