using System.Diagnostics;
using System.Globalization;
using Throughline.Bench.Load;
using Throughline.Data.Bench;

namespace Throughline.Bench.Measures;

/// <summary>
/// The worst hour: every school is in its meeting, everyone has the room open, and notes are saved all over the district.
/// Measured is whether every change reaches everyone in its room, how long after the save each has the room as it is now,
/// and what a stream holds of the server's memory.
/// </summary>
internal static class HourMeasure
{
    private const double Rate = 100;
    private const int OpenedAtOnce = 32;

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(20);

    // What opening them left behind has been collected by then.
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(10);

    // Whoever has not heard of a change by then never will.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public const string Head = """
        | engine | rooms | streams | opened in s | KiB a stream | changes/s | saved p50 ms | saved p99 ms | heard p99 ms | had p50 ms | had p99 ms | reached | missed | errors | server's CPU ms a change |
        |---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|
        """;

    public static async Task<bool> RunAsync(
        Setting setting,
        EngineSetting engine,
        int schools,
        TimeSpan time
    )
    {
        IReadOnlyList<BenchRoom> found;
        await using (var program = PagesMeasure.Program(engine.Large))
        {
            found = await BenchRoom.AllAsync(program, BenchSize.Team);
        }

        using var product = ServerProcess.Product(setting, engine.Large, setting.Port);
        product.Answers(HttpLine.Get("/healthz", null));
        using var browsers = new Browsers(product.Port);
        List<LiveRoom> rooms = [.. found.Take(schools).Select(r => new LiveRoom(r, browsers.Ask))];

        // Rooms change and are asked for before anyone listens: code is warm and the heap has its size.
        browsers.Write(rooms, Rate / 2, WarmUp, then: room => room.Tell());
        browsers.Wait(Patience);
        rooms.ForEach(r => r.Forget());

        var before = product.MemoryMiB;
        var begun = Stopwatch.GetTimestamp();
        var streams = await OpenAsync(product.Port, rooms, browsers);
        var opened = Stopwatch.GetElapsedTime(begun).TotalSeconds;
        // As a room's script does when it begins.
        rooms.ForEach(r => r.Tell());
        browsers.Wait(Patience);
        await Task.Delay(Settled);
        var held = product.MemoryMiB - before;
        await Console.Error.WriteLineAsync(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{streams.Count:N0} streams: {before:N0} MiB before, {before + held:N0} MiB after"
            )
        );

        var used = product.Used;
        begun = Stopwatch.GetTimestamp();
        browsers.Write(rooms, Rate, time, then: null);
        var wrote = Stopwatch.GetElapsedTime(begun);
        browsers.Wait(Patience);
        var figures = HourFigures.Of(rooms);
        // The save, and what those in the room ask for then.
        var cpu = (product.Used - used).TotalMilliseconds / figures.Changes;
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"| {engine.Engine} | {rooms.Count:N0} | {streams.Count:N0} | {opened:0} | **{held * 1024 / streams.Count:0.0}** | {figures.Changes / wrote.TotalSeconds:0} | {figures.Saved(0.5):0} | {figures.Saved(0.99):0} | {figures.Heard(0.99):0} | {figures.Had(0.5):0} | **{figures.Had(0.99):0}** | {figures.Reached:N0} | {figures.Missed:N0} | {browsers.Errors} | {cpu:0.0} |"
            )
        );
        streams.ForEach(s => s.Dispose());
        return figures.Missed == 0 && browsers.Errors == 0;
    }

    private static async Task<List<EventLine>> OpenAsync(
        int port,
        List<LiveRoom> rooms,
        Browsers browsers
    )
    {
        var listeners = rooms.SelectMany(r => r.Listeners).Index().ToList();
        var streams = new EventLine[listeners.Count];
        await Parallel.ForEachAsync(
            listeners,
            new ParallelOptions { MaxDegreeOfParallelism = OpenedAtOnce },
            async (listener, _) =>
                streams[listener.Index] = await EventLine.OpenAsync(
                    port,
                    listener.Index,
                    listener.Item.Stream
                )
        );
        foreach (var (n, listener) in listeners)
        {
            _ = browsers.ListenAsync(streams[n], listener);
        }

        return [.. streams];
    }
}
