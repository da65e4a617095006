using System.Diagnostics;
using System.Net.Sockets;

namespace Throughline.Bench.Load;

/// <summary>What one connection does next; made anew for each connection, so that it may keep what it saw.</summary>
internal interface ILoadUser
{
    byte[] Next(Random chance);

    /// <summary>True when the answer is the right one.</summary>
    bool Takes(int status, ReadOnlySpan<byte> answer);
}

/// <summary>What came of a load.</summary>
internal sealed record LoadResult(int Answers, int Errors, double Seconds, long Bytes, double[] Ms)
{
    public double PerSecond => Answers / Seconds;

    public double BytesEach => Answers == 0 ? 0 : (double)Bytes / Answers;

    /// <summary>The time within which this part of the answers came, in milliseconds.</summary>
    public double Within(double part) =>
        Ms.Length == 0 ? 0 : Ms[Math.Min(Ms.Length - 1, (int)(Ms.Length * part))];

    public static LoadResult Of(IReadOnlyList<LoadResult> parts)
    {
        double[] all = [.. parts.SelectMany(p => p.Ms)];
        Array.Sort(all);
        return new(
            parts.Sum(p => p.Answers),
            parts.Sum(p => p.Errors),
            parts.Sum(p => p.Seconds),
            parts.Sum(p => p.Bytes),
            all
        );
    }
}

/// <summary>Sends requests over a fixed number of connections, for a time or until each has sent a number.</summary>
internal static class LoadRun
{
    /// <exception cref="IOException">A server went away; said once, after all connections have stopped.</exception>
    public static LoadResult For(
        int port,
        Func<int, ILoadUser> user,
        int connections,
        TimeSpan time,
        int most = int.MaxValue,
        double perSecond = 0
    )
    {
        var results = new LoadResult[connections];
        Exception? broken = null;
        var begun = Stopwatch.GetTimestamp();
        var threads = Enumerable
            .Range(0, connections)
            .Select(n => new Thread(() =>
            {
                try
                {
                    results[n] = One(port, n, user(n), time, most, perSecond / connections);
                }
                // On a thread of its own it would end this program at once, and leave the servers behind.
                catch (Exception e) when (e is IOException or SocketException)
                {
                    Interlocked.CompareExchange(ref broken, e, null);
                }
            }))
            .ToList();
        threads.ForEach(t => t.Start());
        threads.ForEach(t => t.Join());
        if (broken is not null)
        {
            throw new IOException(
                $"The load on port {port} broke off after {Stopwatch.GetElapsedTime(begun).TotalSeconds:0} s: {broken.Message} Was the server, or this run, ended from outside?",
                broken
            );
        }

        var all = LoadResult.Of(results);
        return all with { Seconds = Stopwatch.GetElapsedTime(begun).TotalSeconds };
    }

    private static LoadResult One(
        int port,
        int number,
        ILoadUser user,
        TimeSpan time,
        int most,
        double perSecond
    )
    {
        using var line = new HttpLine(port);
        var chance = new Random(1000 + number);
        List<double> ms = new(4096);
        var (errors, bytes) = (0, 0L);
        var begun = Stopwatch.GetTimestamp();
        for (var n = 0; n < most && Stopwatch.GetElapsedTime(begun) < time; n++)
        {
            if (perSecond > 0)
            {
                // At a given rate the next one goes at its own moment, also when the one before was slow.
                var wait = (n / perSecond) - Stopwatch.GetElapsedTime(begun).TotalSeconds;
                if (wait > 0)
                {
                    Thread.Sleep(TimeSpan.FromSeconds(wait));
                }
            }

            var request = user.Next(chance);
            var sent = Stopwatch.GetTimestamp();
            var status = line.Send(request);
            ms.Add(Stopwatch.GetElapsedTime(sent).TotalMilliseconds);
            bytes += line.Length;
            errors += user.Takes(status, line.Answer) ? 0 : 1;
        }

        return new(ms.Count, errors, Stopwatch.GetElapsedTime(begun).TotalSeconds, bytes, [.. ms]);
    }
}
