using System.Globalization;
using System.Text;
using Throughline.Bench.Load;

namespace Throughline.Bench.Measures;

/// <summary>
/// Raters who answer one item after the other. Each connection has people of its own and remembers the versions it saw,
/// as their devices do.
/// </summary>
internal sealed class RatingUser(
    IReadOnlyList<BenchPerson> people,
    IReadOnlyList<string> items,
    IReadOnlyDictionary<(Guid, string), (int Version, string Answer)> stored
) : ILoadUser
{
    private readonly Dictionary<(Guid, string), (int Version, string Answer)> own = [];
    private int next;
    private (Guid, string) sent;
    private string answer = "";
    private int version;

    /// <summary>How many were saved.</summary>
    public int Saved { get; private set; }

    public byte[] Next(Random chance)
    {
        // Item by item through everybody: so a first pass answers what was open, and later ones change it.
        var person = people[next % people.Count];
        var item = items[next / people.Count % items.Count];
        next++;
        sent = (person.Id, item);
        (version, var before) = own.TryGetValue(sent, out var known)
            ? known
            : stored.GetValueOrDefault(sent, (0, ""));
        do
        {
            answer = chance.Next(4).ToString(CultureInfo.InvariantCulture);
        } while (answer == before);
        return HttpLine.Post(
            string.Create(
                CultureInfo.InvariantCulture,
                $"/{person.Slug}/assessments/{person.OpenRound}/rate?handler=Cell"
            ),
            person.Cookie,
            string.Create(
                CultureInfo.InvariantCulture,
                $"item={item}&cell.Part=answer&cell.AnswerVersion={version}&cell.Answer={answer}"
            )
        );
    }

    public bool Takes(int status, ReadOnlySpan<byte> answered)
    {
        if (status != 200 || answered.IndexOf("\"saved\""u8) < 0)
        {
            if (Environment.GetEnvironmentVariable("BENCH_SHOW") is not null)
            {
                Console.Error.WriteLine(Encoding.UTF8.GetString(answered));
            }

            return false;
        }

        own[sent] = (version + 1, answer);
        Saved++;
        return true;
    }
}
