using System.Collections.Concurrent;
using System.Diagnostics;
using Throughline.Bench.Load;

namespace Throughline.Bench.Measures;

/// <summary>
/// What the browsers of a whole district send, over a few connections that are kept: each browser would have its own, but
/// a process may open 20,000 files here, and the streams take nearly all of them.
/// </summary>
internal sealed class Browsers : IDisposable
{
    private const int Askers = 32;
    private const int Writers = 16;

    private readonly BlockingCollection<LiveRoom.Listener> asked = [];
    private readonly List<Thread> threads;
    private readonly int port;
    private int asking;
    private int errors;
    private bool ends;

    public Browsers(int port)
    {
        this.port = port;
        threads = [.. Enumerable.Range(0, Askers).Select(_ => new Thread(AnswerAll))];
        threads.ForEach(t => t.Start());
    }

    /// <summary>Wrong answers, and streams that ended.</summary>
    public int Errors => errors;

    /// <summary>Lets a browser ask for the parts of its room as soon as a connection is free.</summary>
    public void Ask(LiveRoom.Listener listener)
    {
        Interlocked.Increment(ref asking);
        asked.Add(listener);
    }

    /// <summary>Hears what comes over a stream until it is closed here.</summary>
    public async Task ListenAsync(EventLine stream, LiveRoom.Listener listener)
    {
        if (!await stream.ListenAsync(listener.Hear) && !ends)
        {
            Interlocked.Increment(ref errors);
        }
    }

    /// <summary>Saves notes all over the district, one room after the other, each at its own moment.</summary>
    public void Write(List<LiveRoom> rooms, double perSecond, TimeSpan time, Action<LiveRoom>? then)
    {
        var begun = Stopwatch.GetTimestamp();
        var next = -1;
        var writers = Enumerable
            .Range(0, Writers)
            .Select(_ => new Thread(() =>
            {
                using var line = new HttpLine(port);
                while (true)
                {
                    var n = Interlocked.Increment(ref next);
                    var wait =
                        TimeSpan.FromSeconds(n / perSecond) - Stopwatch.GetElapsedTime(begun);
                    if (n / perSecond >= time.TotalSeconds)
                    {
                        return;
                    }

                    if (wait > TimeSpan.Zero)
                    {
                        Thread.Sleep(wait);
                    }

                    var room = rooms[n % rooms.Count];
                    Interlocked.Add(ref errors, room.Change(line, n) ? 0 : 1);
                    then?.Invoke(room);
                }
            }))
            .ToList();
        writers.ForEach(w => w.Start());
        writers.ForEach(w => w.Join());
    }

    /// <summary>Waits until nobody asks any more.</summary>
    public void Wait(TimeSpan atMost)
    {
        var begun = Stopwatch.GetTimestamp();
        // What was heard last is asked for within a moment.
        Thread.Sleep(1000);
        while (Volatile.Read(ref asking) > 0 && Stopwatch.GetElapsedTime(begun) < atMost)
        {
            Thread.Sleep(50);
        }
    }

    public void Dispose()
    {
        ends = true;
        asked.CompleteAdding();
        threads.ForEach(t => t.Join());
        asked.Dispose();
    }

    private void AnswerAll()
    {
        using var line = new HttpLine(port);
        foreach (var listener in asked.GetConsumingEnumerable())
        {
            Interlocked.Add(ref errors, listener.Ask(line) ? 0 : 1);
            Interlocked.Decrement(ref asking);
        }
    }
}
