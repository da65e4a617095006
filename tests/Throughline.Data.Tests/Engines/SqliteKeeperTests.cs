using System.Data;
using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Throughline.Domain.Units;

namespace Throughline.Data.Tests.Engines;

public sealed class SqliteKeeperTests
{
    private static readonly Unit District = Unit.NewDistrict(
        "District",
        "district",
        "America/Chicago",
        TestClock.Start
    ).Value;

    [Fact]
    public async Task What_one_request_opened_the_next_goes_on_with_until_the_program_ends()
    {
        await using var database = await TestDatabase.MigratedAsync(Engine.Sqlite);
        var keeper = Keeper(database);
        var statements = new SqliteStatements();

        IDbConnection first;
        await using (var db = database.Open(District.Id, null, null, keeper, statements))
        {
            db.Add(District);
            await db.SaveChangesAsync();
            first = db.Database.GetDbConnection();
        }

        await using (var db = database.Open(District.Id, null, null, keeper, statements))
        {
            (await NameAsync(db, District.Id)).ShouldBe("District");
            (await NameAsync(db, Guid.Empty)).ShouldBeNull("the value is another");
            (await NameAsync(db, District.Id)).ShouldBe("District");
            db.Database.GetDbConnection().ShouldBeSameAs(first);
        }

        first.State.ShouldBe(ConnectionState.Open);
        keeper.Dispose();
        first.State.ShouldBe(ConnectionState.Closed);
    }

    [Fact]
    public async Task Two_requests_at_once_have_a_connection_each()
    {
        await using var database = await TestDatabase.MigratedAsync(Engine.Sqlite);
        using var keeper = Keeper(database);
        await using var one = database.Open(District.Id, null, null, keeper);
        await using var other = database.Open(District.Id, null, null, keeper);

        one.Database.GetDbConnection().ShouldNotBeSameAs(other.Database.GetDbConnection());
    }

    [Fact]
    public async Task A_question_asked_while_the_same_is_still_being_answered_has_its_own_answer()
    {
        await using var database = await TestDatabase.MigratedAsync(Engine.Sqlite);
        using var keeper = Keeper(database);
        await using var db = database.Open(District.Id, null, null, keeper, new SqliteStatements());
        var school = Unit.NewSchool(District, "School", "school", TestClock.Start).Value;
        db.AddRange(District, school);
        await db.SaveChangesAsync();

        var names = new List<string>();
        await foreach (var outer in Names(db).AsAsyncEnumerable())
        {
            await foreach (var inner in Names(db).AsAsyncEnumerable())
            {
                names.Add($"{outer} {inner}");
            }
        }

        names.ShouldBe([
            "District District",
            "District School",
            "School District",
            "School School",
        ]);
    }

    [Fact]
    public async Task Whoever_comes_next_is_in_nobody_elses_transaction()
    {
        await using var database = await TestDatabase.MigratedAsync(Engine.Sqlite);
        using var keeper = Keeper(database);
        await using (var db = database.Open(District.Id, null, null, keeper))
        {
            await db.Database.ExecuteSqlRawAsync("BEGIN");
            db.Database.AutoTransactionBehavior = AutoTransactionBehavior.Never;
            db.Add(District);
            await db.SaveChangesAsync();
        }

        await using (var db = database.Open(District.Id, null, null, keeper))
        {
            (await NameAsync(db, District.Id)).ShouldBeNull("it was never committed");
        }
    }

    [Fact]
    public async Task A_save_that_was_refused_leaves_the_next_one_whole()
    {
        await using var database = await TestDatabase.MigratedAsync(Engine.Sqlite);
        using var keeper = Keeper(database);
        var statements = new SqliteStatements();
        foreach (var taken in new[] { false, true, true })
        {
            await using var db = database.Open(District.Id, null, null, keeper, statements);
            db.Add(District);
            var save = () => db.SaveChangesAsync();
            if (taken)
            {
                await save.ShouldThrowAsync<DbUpdateException>();
            }
            else
            {
                await save();
            }
        }

        await using var after = database.Open(District.Id, null, null, keeper, statements);
        (await after.Set<Unit>().CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task After_a_rush_no_more_than_a_few_connections_stay_open()
    {
        await using var database = await TestDatabase.MigratedAsync(Engine.Sqlite);
        using var keeper = Keeper(database);
        var rush = Enumerable
            .Range(0, 40)
            .Select(_ => database.Open(District.Id, null, null, keeper))
            .ToList();
        foreach (var db in rush)
        {
            await db.Database.OpenConnectionAsync();
        }

        var connections = rush.ConvertAll(db => db.Database.GetDbConnection());
        foreach (var db in rush)
        {
            await db.DisposeAsync();
        }

        connections.Count(c => c.State == ConnectionState.Open).ShouldBe(32);
    }

    [Fact]
    public async Task Questions_that_never_come_again_are_answered_and_fill_no_memory()
    {
        await using var database = await TestDatabase.MigratedAsync(Engine.Sqlite);
        using var keeper = Keeper(database);
        var kept = new KeptQuestions();
        await using var db = database.Open(
            District.Id,
            null,
            null,
            keeper,
            new SqliteStatements(),
            kept
        );
        for (var i = 0; i < 500; i++)
        {
            var question = string.Create(CultureInfo.InvariantCulture, $"SELECT {i} AS Value");
            var answer = await db.Database.SqlQueryRaw<int>(question).ToListAsync();
            answer.ShouldBe([i]);
        }

        kept.Count.ShouldBe(400);
    }

    [Fact]
    public async Task Looking_whether_the_database_is_there_makes_nobody_read_only()
    {
        await using var database = await TestDatabase.MigratedAsync(Engine.Sqlite);
        using var keeper = Keeper(database);
        await using (var db = database.Open(District.Id, null, null, keeper))
        {
            (await db.GetService<IRelationalDatabaseCreator>().ExistsAsync()).ShouldBeTrue();
        }

        await using (var db = database.Open(District.Id, null, null, keeper))
        {
            db.Add(District);
            await Should.NotThrowAsync(() => db.SaveChangesAsync());
        }
    }

    private static SqliteKeeper Keeper(TestDatabase database) =>
        new(StoreRegistration.SqliteConnection(database.ConnectionString));

    private static Task<string?> NameAsync(ThroughlineDb db, Guid id) =>
        db.Set<Unit>().Where(u => u.Id == id).Select(u => u.Name).SingleOrDefaultAsync();

    private static IQueryable<string> Names(ThroughlineDb db) =>
        db.Set<Unit>().OrderBy(u => u.Name).Select(u => u.Name);

    /// <summary>Counts the commands that are not the library's own but kept for the next time.</summary>
    private sealed class KeptQuestions : DbCommandInterceptor
    {
        private readonly HashSet<DbCommand> kept = [];

        public int Count => kept.Count;

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command,
            CommandEventData eventData,
            InterceptionResult<DbDataReader> result,
            CancellationToken cancellationToken = default
        )
        {
            if (command.GetType() != typeof(SqliteCommand))
            {
                kept.Add(command);
            }

            return new(result);
        }
    }
}
