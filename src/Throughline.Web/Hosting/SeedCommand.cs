using System.CommandLine;
using Throughline.Data;
using Throughline.Data.Assessments;
using Throughline.Data.Demo;
using Throughline.Data.Platform;

namespace Throughline.Web.Hosting;

/// <summary><c>throughline seed demo</c>: fills an empty installation with the demo district.</summary>
internal static class SeedCommand
{
    public static Command Create()
    {
        var demo = new Command(
            "demo",
            "Makes the demo district in an empty installation; where it is already, changes nothing."
        );
        demo.SetAction((_, cancel) => Commands.InServicesAsync(s => SeedDemoAsync(s, cancel)));
        return new Command("seed", "Fills an empty installation.") { demo };
    }

    private static async Task<int> SeedDemoAsync(
        IServiceProvider services,
        CancellationToken cancel
    )
    {
        await services.GetRequiredService<DatabaseUpgrade>().RunAsync(cancel);
        var seeded = await new DemoSeed(
            services.GetRequiredService<ThroughlineDb>(),
            services.GetRequiredService<InstrumentCatalog>()
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
