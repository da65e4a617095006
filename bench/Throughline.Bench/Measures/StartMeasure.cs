using System.Diagnostics;
using System.Globalization;
using Throughline.Bench.Load;

namespace Throughline.Bench.Measures;

/// <summary>From the start of the process to the first page answered, on the large data set.</summary>
internal static class StartMeasure
{
    private const int Times = 5;

    public const string Head = """
        | engine | first page after, median s | each s |
        |---|---|---|
        """;

    public static async Task RunAsync(Setting setting, EngineSetting engine)
    {
        BenchPeople people;
        await using (var program = PagesMeasure.Program(engine.Large))
        {
            people = await BenchPeople.DrawAsync(program, 1);
        }

        var page = HttpLine.Get("/home", people.Members[0].Cookie);
        List<double> seconds = [];
        for (var n = 0; n < Times; n++)
        {
            var begun = Stopwatch.GetTimestamp();
            using var product = ServerProcess.Product(setting, engine.Large, setting.Port);
            product.Answers(page);
            seconds.Add(Stopwatch.GetElapsedTime(begun).TotalSeconds);
        }

        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"| {engine.Engine} | **{seconds.Order().ElementAt(Times / 2):0.00}** | {string.Join(", ", seconds.Select(s => s.ToString("0.00", CultureInfo.InvariantCulture)))} |"
            )
        );
    }
}
