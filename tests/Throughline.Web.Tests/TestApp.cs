using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Throughline.Data;
using Throughline.Data.Demo;
using Throughline.Data.Tests.Engines;
using Throughline.Domain.Units;
using Throughline.Web.Access;
using Throughline.Web.Hosting;
using Throughline.Web.Tests.Support;

namespace Throughline.Web.Tests;

/// <summary>
/// The whole program on a database of its own that holds the demo district: HTTP in, parsed HTML out. The database is
/// filled once per engine and copied, so that starting one costs little.
/// </summary>
public sealed class TestApp : IAsyncDisposable
{
    private readonly TestDatabase database;
    private readonly WebApplication app;
    private readonly bool ownsDatabase;
    private readonly DemoTemplate template;

    private TestApp(TestDatabase database, bool ownsDatabase, TestAppSetup setup)
    {
        (this.database, this.ownsDatabase) = (database, ownsDatabase);
        Clock = setup.Clock ?? new TestClock();
        template = Template(setup);
        app = Build(setup);
    }

    public Engine Engine => database.Engine;

    /// <summary>The program's clock; it stands still until a test moves it.</summary>
    public TestClock Clock { get; }

    /// <summary>What the program wrote to its log.</summary>
    public LogCollector Logs { get; } = new();

    /// <summary>The database commands of each request.</summary>
    public CommandLog Commands { get; } = new();

    public IServiceProvider Services => app.Services;

    /// <summary>Where the program answers: a real port with <see cref="TestAppSetup.RealPort"/>.</summary>
    public Uri Address =>
        app.Services.GetRequiredService<IServer>() is TestServer server
            ? server.BaseAddress
            : new Uri(
                app.Services.GetRequiredService<IServer>()
                    .Features.Get<IServerAddressesFeature>()!
                    .Addresses.First()
            );

    /// <summary>The program with the demo district.</summary>
    public static async Task<TestApp> StartAsync(Engine engine, TestAppSetup? setup = null) =>
        await RunAsync(
            await Template(setup).Copies.CopyAsync(engine),
            ownsDatabase: true,
            setup ?? new()
        );

    /// <summary>The program as it is on a fresh machine: no district, no account.</summary>
    public static async Task<TestApp> StartEmptyAsync(Engine engine, TestAppSetup? setup = null) =>
        await RunAsync(
            await TestDatabase.MigratedAsync(engine),
            ownsDatabase: true,
            setup ?? new()
        );

    /// <summary>The program on a database that lives on: a restart, or a second node.</summary>
    public static Task<TestApp> StartOnAsync(TestDatabase database, TestAppSetup? setup = null) =>
        RunAsync(database, ownsDatabase: false, setup ?? new());

    /// <summary>A browser signed in as a demo person: <c>As("principal")</c>, or by e-mail.</summary>
    public TestBrowser As(string person)
    {
        var email = person.Contains('@', StringComparison.Ordinal)
            ? person
            : DemoDistrict.Email(person);
        return template.Cookies(Engine, email) is { } cookies
            ? new TestBrowser(this, Client(), cookies)
            : new TestBrowser(this, Client(), signInAs: email);
    }

    /// <summary>A browser in which nobody is signed in.</summary>
    public TestBrowser Anonymous() => new(this, Client());

    /// <summary>Reads or writes the demo district's rows, past the pages.</summary>
    public async Task<T> Db<T>(
        Func<ThroughlineDb, Task<T>> work,
        string district = DemoDistrict.District
    )
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ThroughlineDb>();
        db.Scope.Enter(
            await db.Set<Unit>()
                .IgnoreQueryFilters()
                .Where(u => u.Slug == district)
                .Select(u => u.DistrictId)
                .SingleOrDefaultAsync()
        );
        return await work(db);
    }

    /// <summary>The same for work that gives nothing back.</summary>
    public Task Db(Func<ThroughlineDb, Task> work, string district = DemoDistrict.District) =>
        Db(
            async db =>
            {
                await work(db);
                return true;
            },
            district
        );

    /// <summary>The same for one line that needs no waiting: <c>app.Db(db => db.Set&lt;Unit&gt;().Count())</c>.</summary>
    public Task<T> Db<T>(Func<ThroughlineDb, T> work, string district = DemoDistrict.District) =>
        Db(db => Task.FromResult(work(db)), district);

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        if (ownsDatabase)
        {
            await database.DisposeAsync();
        }
    }

    private static DemoTemplate Template(TestAppSetup? setup) =>
        setup is { RealClock: true } ? DemoTemplate.Today : DemoTemplate.AtTestTime;

    private static async Task<TestApp> RunAsync(
        TestDatabase database,
        bool ownsDatabase,
        TestAppSetup setup
    )
    {
        var test = new TestApp(database, ownsDatabase, setup);
        await AccessStartCheck.RunAsync(test.Services);
        await test.app.StartAsync();
        return test;
    }

    private WebApplication Build(TestAppSetup setup)
    {
        string[] args =
        [
            "--applicationName=throughline",
            "--environment=Production",
            $"--ConnectionStrings:Throughline={database.ConnectionString}",
            // A mail that a test did not ask for must not leave.
            "--Mail:Folder=",
            "--urls=http://127.0.0.1:0",
            .. setup.Settings.Select(s => $"--{s.Key}={s.Value}"),
        ];
        var builder = WebServer.CreateBuilder(args);
        if (!setup.RealPort)
        {
            builder.WebHost.UseTestServer();
        }

        // Build output knows where the source's static files are; published files are ./run's business.
        builder.WebHost.UseStaticWebAssets();
        builder.Logging.ClearProviders().AddProvider(Logs);
        if (!setup.RealClock || setup.Clock is not null)
        {
            builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
        }

        builder.Services.AddSingleton<IStartupFilter>(Commands);
        builder.Services.ConfigureDbContext<SqliteThroughlineDb>(o => o.AddInterceptors(Commands));
        builder.Services.ConfigureDbContext<PostgresThroughlineDb>(o =>
            o.AddInterceptors(Commands)
        );
        setup.Services?.Invoke(builder.Services);
        return builder.Build().UseThroughline();
    }

    private HttpClient Client() =>
        new(
            app.Services.GetRequiredService<IServer>() is TestServer server
                ? server.CreateHandler()
                : new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }
        )
        {
            BaseAddress = Address,
        };
}

/// <summary>What a test wants different.</summary>
public sealed record TestAppSetup
{
    /// <summary>Answers on a real port, for a browser.</summary>
    public bool RealPort { get; init; }

    /// <summary>Runs by the machine's clock, as a browser does.</summary>
    public bool RealClock { get; init; }

    /// <summary>A clock that two programs share.</summary>
    public TestClock? Clock { get; init; }

    /// <summary>Configuration, such as <c>("Mail:Host", "127.0.0.1")</c>.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } =
        new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Replaces services.</summary>
    public Action<IServiceCollection>? Services { get; init; }
}

/// <summary>
/// One program per engine for a test class whose tests read, or write what no other test of the class minds:
/// <c>IClassFixture&lt;SharedApps&gt;</c>, then <c>await apps.On(engine)</c>.
/// </summary>
public sealed class SharedApps : IAsyncLifetime
{
    private readonly Dictionary<Engine, TestApp> apps = [];
    private readonly SemaphoreSlim one = new(1);

    public async Task<TestApp> On(Engine engine)
    {
        await one.WaitAsync();
        try
        {
            if (!apps.TryGetValue(engine, out var app))
            {
                apps[engine] = app = await TestApp.StartAsync(engine);
            }

            return app;
        }
        finally
        {
            one.Release();
        }
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var app in apps.Values)
        {
            await app.DisposeAsync();
        }
    }
}
