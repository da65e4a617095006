using System.CommandLine;
using System.Globalization;
using Throughline.Data;
using Throughline.Data.Assessments;
using Throughline.Data.Bench;
using Throughline.Data.Demo;
using Throughline.Data.Meetings;
using Throughline.Data.Platform;

namespace Throughline.Web.Hosting;

/// <summary><c>throughline seed demo</c> and <c>seed bench</c>: fill an empty installation.</summary>
internal static class SeedCommand
{
    public static Command Create()
    {
        var demo = new Command(
            "demo",
            "Makes the demo district in an empty installation; where it is already, changes nothing."
        );
        demo.SetAction((_, cancel) => Commands.InServicesAsync(s => SeedDemoAsync(s, cancel)));
        return new Command("seed", "Fills an empty installation.") { demo, Bench() };
    }

    private static Command Bench()
    {
        var size = new Option<string>("--size")
        {
            Description = "How much: small (1 school, 1 year) or nyc5 (1,596 schools, 5 years).",
            DefaultValueFactory = _ => BenchSize.Small.Name,
        };
        size.AcceptOnlyFromAmong([.. BenchSize.Named.Select(s => s.Name)]);
        var seed = new Option<int>("--seed")
        {
            Description = "Another seed gives other answers; the same one the same.",
            DefaultValueFactory = _ => 1,
        };
        var bench = new Command("bench", "Makes a district to measure with in an empty database.")
        {
            size,
            seed,
        };
        bench.SetAction(
            (parsed, cancel) =>
                Commands.InServicesAsync(s =>
                    SeedBenchAsync(
                        s,
                        BenchSize.Named.Single(n => n.Name == parsed.GetValue(size)),
                        parsed.GetValue(seed),
                        cancel
                    )
                )
        );
        return bench;
    }

    private static async Task<int> SeedBenchAsync(
        IServiceProvider services,
        BenchSize size,
        int seed,
        CancellationToken cancel
    )
    {
        await services.GetRequiredService<DatabaseUpgrade>().RunAsync(cancel);
        var clock = services.GetRequiredService<TimeProvider>();
        var begun = clock.GetTimestamp();
        var seeded = await new BenchSeed(
            services.GetRequiredService<ThroughlineDb>(),
            services.GetRequiredService<InstrumentCatalog>(),
            services.GetRequiredService<AgendaCatalog>()
        ).RunAsync(size, seed, clock.GetUtcNow().UtcDateTime, Console.WriteLine, cancel);
        if (!seeded.IsOk)
        {
            await Console.Error.WriteLineAsync(seeded.Refusal!.Message);
            return 1;
        }

        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{seeded.Value:N0} rows in {clock.GetElapsedTime(begun).TotalSeconds:N0} s. Everyone's password is {BenchSeed.Password}; staff1@bench.example leads the district."
            )
        );
        return 0;
    }

    private static async Task<int> SeedDemoAsync(
        IServiceProvider services,
        CancellationToken cancel
    )
    {
        await services.GetRequiredService<DatabaseUpgrade>().RunAsync(cancel);
        var seeded = await new DemoSeed(
            services.GetRequiredService<ThroughlineDb>(),
            services.GetRequiredService<InstrumentCatalog>(),
            services.GetRequiredService<AgendaCatalog>(),
            services.GetRequiredService<ProtocolCatalog>()
        ).RunAsync(services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime, cancel);
        if (!seeded.IsOk)
        {
            await Console.Error.WriteLineAsync(seeded.Refusal!.Message);
            return 1;
        }

        Console.WriteLine(
            seeded.Value == DemoOutcome.ThereAlready
                ? "The demo district is here already; nothing was changed."
                : $"The demo district is ready. Everyone's password is {DemoDistrict.Password}:"
        );
        if (seeded.Value == DemoOutcome.Made)
        {
            foreach (var persona in DemoDistrict.Personas)
            {
                Console.WriteLine($"  {persona.Email, -34} {persona.Name}: {persona.Part}");
            }
        }

        return 0;
    }
}
