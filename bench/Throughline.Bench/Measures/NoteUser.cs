using System.Globalization;
using System.Text;
using Throughline.Bench.Load;

namespace Throughline.Bench.Measures;

/// <summary>
/// Members who write the notes of their meetings. Each connection has rooms of its own and remembers which edition it saw,
/// as their browsers do.
/// </summary>
internal sealed class NoteUser(IReadOnlyList<BenchRoom> rooms) : ILoadUser
{
    private readonly int[] editions = [.. rooms.Select(r => r.Edition)];
    private int next = -1;

    public byte[] Next(Random chance)
    {
        next = (next + 1) % rooms.Count;
        var room = rooms[next];
        return HttpLine.Post(
            room.NotePath,
            room.Cookies[0],
            string.Create(
                CultureInfo.InvariantCulture,
                $"Input.Words=We+try+it+in+two+grades+first.+Line+{Environment.ProcessId}.{editions[next]}&Input.Edition={editions[next]}"
            )
        );
    }

    public bool Takes(int status, ReadOnlySpan<byte> answered)
    {
        if (status != 200 || answered.IndexOf("\"Written\""u8) < 0)
        {
            if (Environment.GetEnvironmentVariable("BENCH_SHOW") is not null)
            {
                Console.Error.WriteLine(Encoding.UTF8.GetString(answered));
            }

            return false;
        }

        editions[next]++;
        return true;
    }
}
