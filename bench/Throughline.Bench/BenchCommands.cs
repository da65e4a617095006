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

    private static readonly Option<int> People = new("--people")
    {
        Description = "How many of the 19,152 members rate in the burst.",
        DefaultValueFactory = _ => Setting.People,
    };

    private static readonly Option<string[]> Only = new("--only")
    {
        Description = "Only these pages and posts, by their names in the table.",
        AllowMultipleArgumentsPerToken = true,
        DefaultValueFactory = _ => [],
    };

    private static readonly Option<int> Schools = new("--schools")
    {
        Description = "How many of the 1,596 schools are in their meeting.",
        DefaultValueFactory = _ => 1596,
    };

    private static readonly Option<string> File = new("--file")
    {
        Description = "A OneRoster zip.",
    };

    public static Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("Measures Throughline against the least a page can cost.")
        {
            Floor(),
            Measuring(
                "pages",
                "Pages and posts against the floor, nyc5 against small.",
                PagesAsync,
                Only
            ),
            Measuring("burst", "Everybody rates in one window.", BurstAsync, People),
            Measuring(
                "hour",
                "Every school is in its meeting: streams, changes, memory.",
                HourAsync,
                Schools
            ),
            Measuring("start", "Start to first page.", StartAsync),
            Measuring("weight", "Bytes of a first visit.", WeightAsync),
            Measuring("import", "A roster, into two empty databases.", ImportAsync, File),
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
            all.AddRange(await PagesMeasure.RunAsync(setting, engine, parsed.GetValue(Only)!));
        }

        Console.WriteLine(Report.Head);
        all.ForEach(f => Console.WriteLine(Report.Row(f)));
        // A run with a wrong answer measured something else.
        return all.Exists(f => f.Errors > 0) ? 1 : 0;
    }

    private static async Task<int> BurstAsync(Setting setting, ParseResult parsed)
    {
        Console.WriteLine(BurstMeasure.Head);
        var right = true;
        foreach (var engine in setting.Engines)
        {
            right &= await BurstMeasure.RunAsync(
                setting,
                engine,
                parsed.GetValue(People),
                setting.Seconds * setting.Rounds
            );
        }

        return right ? 0 : 1;
    }

    private static async Task<int> HourAsync(Setting setting, ParseResult parsed)
    {
        Console.WriteLine(HourMeasure.Head);
        var right = true;
        foreach (var engine in setting.Engines)
        {
            right &= await HourMeasure.RunAsync(
                setting,
                engine,
                parsed.GetValue(Schools),
                TimeSpan.FromSeconds(setting.Seconds * setting.Rounds)
            );
        }

        return right ? 0 : 1;
    }

    private static async Task<int> StartAsync(Setting setting, ParseResult parsed)
    {
        Console.WriteLine(StartMeasure.Head);
        foreach (var engine in setting.Engines)
        {
            await StartMeasure.RunAsync(setting, engine);
        }

        return 0;
    }

    private static async Task<int> WeightAsync(Setting setting, ParseResult parsed)
    {
        Console.WriteLine(WeightMeasure.Head);
        await WeightMeasure.RunAsync(setting, setting.Engines[0]);
        return 0;
    }

    private static async Task<int> ImportAsync(Setting setting, ParseResult parsed)
    {
        if (parsed.GetValue(File) is not { } file)
        {
            await Console.Error.WriteLineAsync("Name a OneRoster zip with --file.");
            return 1;
        }

        Console.WriteLine(ImportMeasure.Head);
        foreach (var engine in setting.Engines)
        {
            await ImportMeasure.RunAsync(engine, file);
        }

        return 0;
    }
}
