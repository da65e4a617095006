using System.Globalization;
using Throughline.Bench.Load;

namespace Throughline.Bench.Measures;

/// <summary>
/// The season's burst: everybody rates in one window. First at the rate at which 364,000 ratings come within 24 minutes,
/// then as fast as it goes; afterwards the rows are counted.
/// </summary>
internal static class BurstMeasure
{
    private const double Rate = 253;

    public static async Task<bool> RunAsync(
        Setting setting,
        EngineSetting engine,
        int people,
        double seconds
    )
    {
        await using var program = PagesMeasure.Program(engine.Large);
        var drawn = await BenchPeople.DrawAsync(program, people);
        var (items, stored) = await PagesMeasure.StoredAsync(program, drawn);
        using var store = new Store(engine.Large);
        using var product = ServerProcess.Product(setting, engine.Large, setting.Port);
        product.Answers(HttpLine.Get("/healthz", null));

        var connections = setting.Connections * 2;
        RatingUser[] users =
        [
            .. Enumerable
                .Range(0, connections)
                .Select(n => new RatingUser(
                    [.. drawn.Members.Where((_, place) => place % connections == n)],
                    items,
                    stored
                )),
        ];
        var before = await CountAsync(store);
        // The first seconds warm the program up; what is saved in them counts like the rest.
        LoadRun.For(product.Port, n => users[n], connections, TimeSpan.FromSeconds(5));
        var steady = LoadRun.For(
            product.Port,
            n => users[n],
            connections,
            TimeSpan.FromSeconds(seconds),
            perSecond: Rate
        );
        var left = (drawn.Members.Count * items.Count) - users.Sum(u => u.Saved);
        var burst = LoadRun.For(
            product.Port,
            n => users[n],
            connections,
            TimeSpan.FromHours(1),
            most: Math.Max(1, left / connections)
        );
        var after = await CountAsync(store);
        var saved = users.Sum(u => u.Saved);
        var (history, versions) = (
            after.History - before.History,
            after.Versions - before.Versions
        );
        var right = steady.Errors + burst.Errors == 0 && history == saved && versions == saved;
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"| {engine.Engine} | {saved:N0} | {history - saved:N0} | {versions - saved:N0} | {steady.PerSecond:N0} | {steady.Within(0.5):0.0} | {steady.Within(0.99):0.0} | {burst.PerSecond:N0} | {steady.Errors + burst.Errors} |"
            )
        );
        return right;
    }

    public const string Head = """
        | engine | acknowledged | lines of history too many or few | versions too many or few | steady/s | p50 ms | p99 ms | as fast as it goes/s | errors |
        |---|---|---|---|---|---|---|---|---|
        """;

    // Every acknowledged rating is one line of history and one step of a version, whether it was new or a change.
    private static async Task<(long History, long Versions)> CountAsync(Store store) =>
        (
            await store.CountAsync("SELECT COUNT(*) FROM \"RatingHistory\""),
            await store.CountAsync("SELECT COALESCE(SUM(\"Version\"), 0) FROM \"Ratings\"")
        );
}
