using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;
using Throughline.Data.Saving;

namespace Throughline.Data.Tests.Engines;

/// <summary>A database of a test's own, gone afterwards.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private static readonly string Folder = Directory
        .CreateTempSubdirectory("throughline-tests-")
        .FullName;
    private static int count;

    static TestDatabase() =>
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(Folder, recursive: true);

    private TestDatabase(Engine engine, string name)
    {
        Engine = engine;
        Name = name;
        ConnectionString =
            engine == Engine.Sqlite
                ? $"Data Source={Path.Combine(Folder, name + ".db")}"
                : ReachableEngines.Postgres(name).ToString();
    }

    public Engine Engine { get; }

    public string ConnectionString { get; }

    /// <summary>The file of a SQLite database.</summary>
    public string File => new SqliteConnectionStringBuilder(ConnectionString).DataSource;

    internal string Name { get; }

    /// <summary>A database with nothing in it, not even tables.</summary>
    public static async Task<TestDatabase> EmptyAsync(Engine engine)
    {
        var database = new TestDatabase(engine, NextName());
        if (engine == Engine.Postgres)
        {
            await OnServerAsync($"CREATE DATABASE {database.Name}");
        }

        return database;
    }

    /// <summary>A database at this version of the program, without rows.</summary>
    public static Task<TestDatabase> MigratedAsync(Engine engine) =>
        DatabaseTemplate.Migrated.CopyAsync(engine);

    internal async Task<TestDatabase> CopyAsync()
    {
        var copy = new TestDatabase(Engine, NextName());
        if (Engine == Engine.Sqlite)
        {
            System.IO.File.Copy(File, copy.File);
        }
        else
        {
            await OnServerAsync($"CREATE DATABASE {copy.Name} TEMPLATE {Name}");
        }

        return copy;
    }

    /// <summary>A context for a district, as one request has it.</summary>
    /// <param name="districtId">The district; empty for none.</param>
    /// <param name="personId">Who is at work.</param>
    /// <param name="clock">The clock of the audit trail.</param>
    /// <param name="interceptors">Watchers.</param>
    public ThroughlineDb Open(
        Guid districtId = default,
        Guid? personId = null,
        TimeProvider? clock = null,
        params IInterceptor[] interceptors
    )
    {
        var scope = new DistrictScope();
        scope.Enter(districtId, personId);
        IInterceptor[] all = [new SaveRules(clock ?? new TestClock()), .. interceptors];
        return Engine == Engine.Sqlite
            ? new SqliteThroughlineDb(
                (DbContextOptions<SqliteThroughlineDb>)
                    StoreRegistration
                        .UseSqlite(
                            new DbContextOptionsBuilder<SqliteThroughlineDb>(),
                            ConnectionString
                        )
                        .AddInterceptors(all)
                        .Options,
                scope
            )
            : new PostgresThroughlineDb(
                (DbContextOptions<PostgresThroughlineDb>)
                    StoreRegistration
                        .UsePostgres(
                            new DbContextOptionsBuilder<PostgresThroughlineDb>(),
                            ConnectionString
                        )
                        .AddInterceptors(all)
                        .Options,
                scope
            );
    }

    /// <summary>Closes what the pool holds open, so that the file is whole and the database can be copied.</summary>
    public void CloseConnections()
    {
        if (Engine == Engine.Sqlite)
        {
            using var connection = new SqliteConnection(
                StoreRegistration.SqliteConnection(ConnectionString)
            );
            SqliteConnection.ClearPool(connection);
        }
        else
        {
            using var connection = new NpgsqlConnection(
                StoreRegistration.PostgresConnection(ConnectionString)
            );
            NpgsqlConnection.ClearPool(connection);
        }
    }

    public async ValueTask DisposeAsync()
    {
        CloseConnections();
        if (Engine == Engine.Postgres)
        {
            await OnServerAsync($"DROP DATABASE IF EXISTS {Name} WITH (FORCE)");
            return;
        }

        foreach (var file in Directory.GetFiles(Folder, Name + ".db*"))
        {
            System.IO.File.Delete(file);
        }
    }

    // Several test processes share a server: the process id keeps their databases apart.
    private static string NextName() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"throughline_{Environment.ProcessId}_{Interlocked.Increment(ref count)}"
        );

    // Names are made by NextName alone: nothing typed comes into these statements.
    private static async Task OnServerAsync(string statement)
    {
        await using var connection = new NpgsqlConnection(
            ReachableEngines.Postgres("postgres").ConnectionString
        );
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(statement, connection);
        await command.ExecuteNonQueryAsync();
    }
}

/// <summary>A database that is filled once per engine and process, and copied for each test: a copy takes milliseconds.</summary>
public sealed class DatabaseTemplate(Func<TestDatabase, Task> fill)
{
    private readonly SemaphoreSlim one = new(1);
    private readonly Dictionary<Engine, TestDatabase> filled = [];

    public static DatabaseTemplate Migrated { get; } =
        new(async database =>
        {
            await using var db = database.Open();
            await db.Database.MigrateAsync();
        });

    public async Task<TestDatabase> CopyAsync(Engine engine)
    {
        // One at a time: PostgreSQL refuses to copy a database that someone is connected to.
        await one.WaitAsync();
        try
        {
            if (!filled.TryGetValue(engine, out var template))
            {
                template = await TestDatabase.EmptyAsync(engine);
                await fill(template);
                template.CloseConnections();
                filled[engine] = template;
                if (engine == Engine.Postgres)
                {
                    AppDomain.CurrentDomain.ProcessExit += (_, _) =>
                        template.DisposeAsync().AsTask().Wait(TimeSpan.FromSeconds(5));
                }
            }

            return await template.CopyAsync();
        }
        finally
        {
            one.Release();
        }
    }
}

/// <summary>A clock that stands still until a test moves it. A Wednesday in the middle of a school year, in class time.</summary>
public sealed class TestClock : TimeProvider
{
    /// <summary>Wednesday, 20 January 2027, 16:00 UTC.</summary>
    public static readonly DateTime Start = new(2027, 1, 20, 16, 0, 0, DateTimeKind.Utc);

    private long? began;

    /// <summary>Now, UTC.</summary>
    public DateTime Now
    {
        get => began is { } at ? field + Stopwatch.GetElapsedTime(at) : field;
        set
        {
            field = value;
            began = began is null ? null : Stopwatch.GetTimestamp();
        }
    } = Start;

    public void Advance(TimeSpan time) => Now += time;

    /// <summary>From where it stands it goes on like a wall clock, for what counts seconds beside it.</summary>
    public void Run() => began = Stopwatch.GetTimestamp();

    public override DateTimeOffset GetUtcNow() => new(Now, TimeSpan.Zero);
}
