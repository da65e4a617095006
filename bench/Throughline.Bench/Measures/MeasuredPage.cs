using System.Globalization;
using System.Text;
using Throughline.Bench.Load;

namespace Throughline.Bench.Measures;

/// <summary>A page that is measured, and as whom.</summary>
/// <param name="Name">What it is called in the table.</param>
/// <param name="Requests">What asks for it, one a person.</param>
/// <param name="Holds">What stands in the right answer.</param>
/// <param name="HasFloor">True where the floor serves it too.</param>
internal sealed record MeasuredPage(
    string Name,
    IReadOnlyList<byte[]> Requests,
    byte[] Holds,
    bool HasFloor = true
)
{
    public static IReadOnlyList<MeasuredPage> Of(BenchPeople people) =>
        [
            new("my day", Get(people.Members, _ => "/home"), "Yours to do"u8.ToArray()),
            new("school home", Get(people.Members, p => $"/{p.Slug}"), "On the ILT"u8.ToArray()),
            new(
                "assessment form",
                Get(people.Members, p => Round(p, p.OpenRound, "rate")),
                "id=\"sheet\""u8.ToArray()
            ),
            new(
                "results",
                Get(people.Members, p => Round(p, p.OpenRound - 1, "results")),
                "Median"u8.ToArray()
            ),
            new("list of schools", Schools(people), "<table"u8.ToArray()),
            new(
                "team",
                Get(people.Members, p => $"/{p.Slug}/team"),
                "Who speaks for whom"u8.ToArray()
            ),
            new(
                "meeting, before",
                Get(people.Members, p => Meeting(p, +1)),
                "Who comes"u8.ToArray()
            ),
            new(
                "meeting, during",
                Get(people.Members, p => Meeting(p, 0)),
                "id=\"room\""u8.ToArray()
            ),
            new(
                "room’s parts, kept",
                Get(people.Members, p => $"{Meeting(p, 0)}/screen?handler=Parts"),
                "data-part"u8.ToArray(),
                HasFloor: false
            ),
            new(
                "minutes, final",
                Get(people.Members, p => $"{Meeting(p, -2)}/minutes"),
                "What was said"u8.ToArray()
            ),
            new(
                "minutes, draft",
                Get(people.Members, p => Meeting(p, -1)),
                "What was said"u8.ToArray(),
                HasFloor: false
            ),
            new(
                "feedback",
                Get(people.Members, p => $"{Meeting(p, -1)}/feedback"),
                "What was said"u8.ToArray(),
                HasFloor: false
            ),
            new(
                "relay",
                Get(people.Members, p => $"/{p.Slug}/sharing/relays/{p.LastRelay}"),
                "The teams"u8.ToArray(),
                HasFloor: false
            ),
            new(
                "health",
                Get(people.Members, p => $"/{p.Slug}/meetings/health"),
                "stacked health"u8.ToArray(),
                HasFloor: false
            ),
            new(
                "voice",
                Get(people.Members, p => $"/{p.Slug}/meetings/voice"),
                "<table"u8.ToArray(),
                HasFloor: false
            ),
            new(
                "staff note",
                Get(people.Members, p => $"/{p.Slug}/sharing/notes/{p.LastRelay}"),
                "Staff note"u8.ToArray(),
                HasFloor: false
            ),
            new(
                "schools’ health",
                Get(people.Leaders, p => $"/{p.Slug}/schools/health"),
                "<table"u8.ToArray(),
                HasFloor: false
            ),
            Listed("issues", people),
            Listed("rocks", people),
            Listed("to-dos", people),
            Listed("decisions", people),
        ];

    /// <summary>Loads the page as people drawn by chance.</summary>
    public ILoadUser User() => new Reader(this, inOrder: false, 0);

    /// <summary>Loads the page as each person once.</summary>
    public ILoadUser EachOnce() => new Reader(this, inOrder: true, 0);

    private static MeasuredPage Listed(string name, BenchPeople people) =>
        new(
            name,
            Get(
                people.Members,
                p => $"/{p.Slug}/work/{name.Replace("-", "", StringComparison.Ordinal)}"
            ),
            "<table class=\"stacked\">"u8.ToArray()
        );

    private static string Meeting(BenchPerson person, int after) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"/{person.Slug}/meetings/{person.OpenMeeting + after}"
        );

    private static string Round(BenchPerson person, int number, string what) =>
        string.Create(CultureInfo.InvariantCulture, $"/{person.Slug}/assessments/{number}/{what}");

    private static byte[][] Get(
        IReadOnlyList<BenchPerson> people,
        Func<BenchPerson, string> path
    ) => [.. people.Select(p => HttpLine.Get(path(p), p.Cookie))];

    // Every page of the list, each as another leader.
    private static byte[][] Schools(BenchPeople people)
    {
        var chance = new Random(11);
        return
        [
            .. Enumerable
                .Range(0, Math.Min(Setting.People, people.SchoolsByName.Count * 4))
                .Select(n =>
                {
                    var leader = people.Leaders[n % people.Leaders.Count];
                    var most = Math.Max(1, people.SchoolsByName.Count - 60);
                    var after = people.SchoolsByName[chance.Next(most)];
                    return HttpLine.Get(
                        people.SchoolsByName.Count < 60
                            ? $"/{leader.Slug}/schools"
                            : $"/{leader.Slug}/schools?after={after}",
                        leader.Cookie
                    );
                }),
        ];
    }

    private sealed class Reader(MeasuredPage page, bool inOrder, int next) : ILoadUser
    {
        private int next = next;

        public byte[] Next(Random chance) =>
            page.Requests[
                inOrder ? next++ % page.Requests.Count : chance.Next(page.Requests.Count)
            ];

        public bool Takes(int status, ReadOnlySpan<byte> answer)
        {
            var right = status == 200 && answer.IndexOf(page.Holds) >= 0;
            if (!right && Environment.GetEnvironmentVariable("BENCH_SHOW") is not null)
            {
                Console.Error.WriteLine(Encoding.UTF8.GetString(answer));
            }

            return right;
        }
    }
}
