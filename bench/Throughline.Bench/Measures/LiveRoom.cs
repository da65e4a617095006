using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Throughline.Bench.Load;

namespace Throughline.Bench.Measures;

/// <summary>A change of a room's note, and when each of those in the room had it.</summary>
internal sealed class RoomChange(int edition, int listeners)
{
    public int Edition => edition;
    public long Sent { get; set; }
    public long Saved { get; set; }
    public long[] Heard { get; } = new long[listeners];
    public long[] Had { get; } = new long[listeners];
}

/// <summary>
/// A room as those in it have it open: one writes, all listen, and each asks for the parts again when there is news, one
/// question at a time as the room's script does.
/// </summary>
internal sealed class LiveRoom
{
    private readonly BenchRoom room;
    private readonly ConcurrentQueue<RoomChange> changes = [];
    private readonly Listener[] listeners;
    private readonly Lock writer = new();
    private int edition;

    public LiveRoom(BenchRoom room, Action<Listener> ask)
    {
        this.room = room;
        edition = room.Edition;
        listeners =
        [
            .. room.Cookies.Select((cookie, place) => new Listener(this, place, cookie, ask)),
        ];
    }

    public IReadOnlyList<Listener> Listeners => listeners;

    public IEnumerable<RoomChange> Changes => changes;

    /// <summary>What was changed so far does not count.</summary>
    public void Forget() => changes.Clear();

    /// <summary>Tells everyone in the room that there is news, as their streams do.</summary>
    public void Tell() => Array.ForEach(listeners, l => l.Hear());

    /// <summary>Writes the note over this connection, as one of those in the room. False when it was not saved.</summary>
    public bool Change(HttpLine line, int number)
    {
        using var writing = writer.EnterScope();
        var change = new RoomChange(edition + 1, listeners.Length)
        {
            Sent = Stopwatch.GetTimestamp(),
        };
        changes.Enqueue(change);
        var status = line.Send(
            HttpLine.Post(
                room.NotePath,
                room.Cookies[number % room.Cookies.Count],
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Input.Words=We+try+it+in+two+grades+first.+Line+{Environment.ProcessId}.{edition}&Input.Edition={edition}"
                )
            )
        );
        change.Saved = Stopwatch.GetTimestamp();
        edition++;
        return Right(status == 200 && line.Answer.IndexOf("\"Written\""u8) >= 0, line);
    }

    private static bool Right(bool right, HttpLine line)
    {
        if (!right && Environment.GetEnvironmentVariable("BENCH_SHOW") is not null)
        {
            Console.Error.WriteLine(Encoding.UTF8.GetString(line.Answer));
        }

        return right;
    }

    private static int EditionIn(ReadOnlySpan<byte> parts)
    {
        var at = parts.IndexOf("data-edition=\""u8);
        var number = at < 0 ? [] : parts[(at + 14)..];
        var end = number.IndexOf((byte)'"');
        return end <= 0 ? -1 : int.Parse(number[..end], CultureInfo.InvariantCulture);
    }

    private static string? FrameIn(ReadOnlySpan<byte> answer)
    {
        var at = answer.IndexOf("Throughline-Frame: "u8);
        var tag = at < 0 ? [] : answer[(at + 19)..];
        var end = tag.IndexOf((byte)'\r');
        return end <= 0 ? null : Encoding.ASCII.GetString(tag[..end]);
    }

    /// <summary>A browser in the room.</summary>
    internal sealed class Listener(LiveRoom of, int place, string cookie, Action<Listener> ask)
    {
        private readonly Lock gate = new();
        private bool asking;
        private bool again;
        private string frame = "";

        public byte[] Stream { get; } =
            HttpLine.Get($"/live/{of.room.Slug}", cookie, "Accept: text/event-stream\r\n");

        // What it shows already it says, as a room's script does.
        private byte[] Parts =>
            HttpLine.Get(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"/{of.room.Slug}/meetings/{of.room.Number}/screen?handler=Parts{(frame.Length > 0 ? "&has=" : "")}{frame}"
                ),
                cookie,
                "HX-Request: true\r\n"
            );

        /// <summary>There was news.</summary>
        public void Hear()
        {
            var now = Stopwatch.GetTimestamp();
            foreach (var change in of.changes)
            {
                if (change.Heard[place] == 0)
                {
                    change.Heard[place] = now;
                }
            }

            lock (gate)
            {
                if (asking)
                {
                    again = true;
                    return;
                }

                asking = true;
            }

            ask(this);
        }

        /// <summary>Asks for the parts and looks which changes are in them. False when the answer was wrong.</summary>
        public bool Ask(HttpLine line)
        {
            var status = line.Send(Parts);
            var now = Stopwatch.GetTimestamp();
            var edition = status == 200 ? EditionIn(line.Answer) : -1;
            frame = FrameIn(line.Answer) ?? frame;
            foreach (var change in of.changes)
            {
                if (change.Edition <= edition && change.Had[place] == 0)
                {
                    change.Had[place] = now;
                }
            }

            bool once;
            lock (gate)
            {
                (once, again) = (again, false);
                asking = once;
            }

            if (once)
            {
                ask(this);
            }

            return Right(edition >= 0, line);
        }
    }
}
