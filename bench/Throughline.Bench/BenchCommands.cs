using System.CommandLine;
using Throughline.Bench.Floor;
using Throughline.Bench.Measures;

namespace Throughline.Bench;

/// <summary>What can be measured. Each prints Markdown; <c>bench/run</c> calls them with what they need.</summary>
internal static class BenchCommands
{
    private static readonly Option<string> Published = new("--published")
    {
        Description = "The folder the product was published to.",
        DefaultValueFactory = _ => ".",
    };

    private static readonly Option<string[]> Databases = new("--database")
    {
        Description = "Engine, small and large: “SQLite|Data Source=…|Data Source=…”.",
    };

    private static readonly Option<int> Port = new("--port") { DefaultValueFactory = _ => 5210 };

    private static readonly Option<double> Seconds = new("--seconds")
    {
        Description = "How long each turn lasts.",
        DefaultValueFactory = _ => 2,
    };

    private static readonly Option<int> Rounds = new("--rounds")
    {
        Description = "How often product and floor take turns.",
        DefaultValueFactory = _ => 4,
    };

    public static Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("Measures Throughline against the least a page can cost.")
        {
            Floor(),
            Measuring(
                "pages",
                "Pages and posts against the floor, and nyc5 against small.",
                PagesAsync
            ),
        };
        return root.Parse(args).InvokeAsync();
    }

    private static Command Floor()
    {
        var urls = new Option<string>("--urls") { Required = true };
        var floor = new Command("floor", "Serves the floor.") { urls };
        floor.SetAction(
            async (parsed, cancel) =>
            {
                var connection = Environment.GetEnvironmentVariable(
                    "ConnectionStrings__Throughline"
                )!;
                await using var app = FloorServer.Build(parsed.GetValue(urls)!, connection);
                await app.StartAsync(cancel);
                await Task.Delay(Timeout.Infinite, cancel);
            }
        );
        return floor;
    }

    private static Command Measuring(
        string name,
        string description,
        Func<Setting, ParseResult, Task<int>> run,
        params Option[] more
    )
    {
        var command = new Command(name, description)
        {
            Published,
            Databases,
            Port,
            Seconds,
            Rounds,
        };
        foreach (var option in more)
        {
            command.Add(option);
        }

        command.SetAction(
            (parsed, _) =>
                run(
                    new Setting(
                        Path.GetFullPath(parsed.GetValue(Published)!),
                        [
                            .. (parsed.GetValue(Databases) ?? [])
                                .Select(d => d.Split('|'))
                                .Select(d => new EngineSetting(d[0], d[1], d[2])),
                        ],
                        parsed.GetValue(Port),
                        parsed.GetValue(Seconds),
                        parsed.GetValue(Rounds),
                        Connections: 8
                    ),
                    parsed
                )
        );
        return command;
    }

    private static async Task<int> PagesAsync(Setting setting, ParseResult parsed)
    {
        List<PageFigures> all = [];
        foreach (var engine in setting.Engines)
        {
            all.AddRange(await PagesMeasure.RunAsync(setting, engine));
        }

        Console.WriteLine(Report.Head);
        all.ForEach(f => Console.WriteLine(Report.Row(f)));
        // A run with a wrong answer measured something else.
        return all.Exists(f => f.Errors > 0) ? 1 : 0;
    }
}
