using System.CommandLine;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Logging.Console;
using Throughline.Data.Assessments;
using Throughline.Data.Platform;
using Throughline.Web.Access;

namespace Throughline.Web.Hosting;

/// <summary>The program's commands. Without one it serves.</summary>
public static class Commands
{
    public static async Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand(
            "Throughline, the working home of Instructional Leadership Teams."
        )
        {
            TreatUnmatchedTokensAsErrors = false,
        };
        root.SetAction((_, cancel) => ServeAsync(args, cancel));

        var serve = new Command("serve", "Serves the pages (the default).")
        {
            TreatUnmatchedTokensAsErrors = false,
        };
        serve.SetAction((_, cancel) => ServeAsync(args, cancel));
        root.Add(serve);

        var migrate = new Command(
            "migrate",
            "Brings the database to this version, after a backup."
        );
        migrate.SetAction((_, cancel) => InServicesAsync(s => UpgradeAsync(s, cancel)));
        root.Add(migrate);

        var instruments = new Command(
            "instruments",
            "Lists the built-in instruments with their parts, items, levels and descriptors."
        );
        instruments.SetAction(_ => InServicesAsync(ListInstruments));
        root.Add(instruments);
        root.Add(SeedCommand.Create());
        root.Add(ImportRosterCommand.Create());
        root.Add(CreateAdminCommand.Create());
        root.Add(BackupCommands.CreateBackup());
        root.Add(BackupCommands.CreateRestore());
        root.Add(RebuildSummariesCommand.Create());

        // Settings such as --urls go to the server as they are, so a mistyped command must not pass for one of them.
        if (
            args is [var word, ..]
            && !word.StartsWith('-')
            && root.Subcommands.All(command => command.Name != word)
        )
        {
            await Console.Error.WriteLineAsync(
                $"There is no command “{word}”. There are: {string.Join(", ", root.Subcommands.Select(c => c.Name))}."
            );
            return 1;
        }

        return await root.Parse(args).InvokeAsync();
    }

    private static async Task<int> ServeAsync(string[] args, CancellationToken cancel)
    {
        var app = WebServer.CreateBuilder(args).Build();
        // Side by side, because neither needs the other and both are busy. Pages that fail do not break off an upgrade
        // that is under way: both are waited for.
        await Task.WhenAll(Task.Run(DatabaseAsync, cancel), PagesAsync());

        if (
            await StartCheck.RefusalAsync(
                app.Services,
                BoundAddresses.Configured(app.Configuration),
                cancel
            ) is
            { } refusal
        )
        {
            await Console.Error.WriteLineAsync(refusal);
            return 1;
        }

        try
        {
            await app.StartAsync(cancel);
        }
        catch (IOException taken) when (taken.InnerException is AddressInUseException)
        {
            await Console.Error.WriteLineAsync(
                $"{taken.Message} Stop what listens there, or give another address: --urls http://127.0.0.1:5081"
            );
            return 1;
        }

        // Where it really listens is known only now.
        if (await StartCheck.RefusalAsync(app.Services, app.Urls, cancel) is { } late)
        {
            await app.StopAsync(cancel);
            await Console.Error.WriteLineAsync(late);
            return 1;
        }

        await Greeting.SayAsync(app, cancel);
        await app.WaitForShutdownAsync(cancel);
        return 0;

        async Task DatabaseAsync()
        {
            await using var scope = app.Services.CreateAsyncScope();
            await UpgradeAsync(scope.ServiceProvider, cancel);
        }

        async Task PagesAsync()
        {
            app.UseThroughline();
            await AccessStartCheck.RunAsync(app.Services);
        }
    }

    internal static async Task<int> InServicesAsync(Func<IServiceProvider, Task<int>> work)
    {
        var builder = WebServer.CreateBuilder([]);
        // What a command prints is its answer; logs go beside it.
        builder.Services.Configure<ConsoleLoggerOptions>(console =>
            console.LogToStandardErrorThreshold = LogLevel.Trace
        );
        await using var app = builder.Build();
        await using var scope = app.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider);
    }

    private static Task<int> ListInstruments(IServiceProvider services)
    {
        foreach (var instrument in services.GetRequiredService<InstrumentCatalog>().BuiltIn)
        {
            Console.WriteLine(
                $"{instrument.Key} version {instrument.Version}: {instrument.Parts.Count} parts, {instrument.Items.Count} items, {instrument.Levels.Count} levels, {instrument.DescriptorCount} descriptors"
            );
        }

        return Task.FromResult(0);
    }

    private static async Task<int> UpgradeAsync(IServiceProvider services, CancellationToken cancel)
    {
        if (await services.GetRequiredService<DatabaseUpgrade>().RunAsync(cancel) is { } backup)
        {
            Console.WriteLine($"Upgraded. The database as it was: {backup}");
        }

        return 0;
    }
}
