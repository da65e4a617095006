using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Throughline.Bench.Load;

namespace Throughline.Bench.Measures;

/// <summary>Members who add one action step or to-do after the other, each their own to carry.</summary>
/// <param name="list">“actions” or “todos”.</param>
/// <param name="people">Who.</param>
/// <param name="due">By when.</param>
internal sealed class CarriedUser(string list, IReadOnlyList<BenchPerson> people, DateOnly due)
    : ILoadUser
{
    private readonly byte[] added = Encoding.ASCII.GetBytes($"/work/{list}/");

    public byte[] Next(Random chance)
    {
        var person = people[chance.Next(people.Count)];
        var key = new byte[16];
        // Each connection begins each turn with the same chances: a key that came before would add nothing.
        RandomNumberGenerator.Fill(key);
        return HttpLine.Post(
            $"/{person.Slug}/work/{list}/new",
            person.Cookie,
            string.Create(
                CultureInfo.InvariantCulture,
                $"_submission={new Guid(key)}&Input.Title=Visit+two+classrooms&Input.OwnerId={person.Id}&Input.DueOn={due:yyyy-MM-dd}"
            ),
            byScript: false
        );
    }

    public bool Takes(int status, ReadOnlySpan<byte> answered)
    {
        var right = status == 302 && answered.IndexOf(added) >= 0;
        if (!right && Environment.GetEnvironmentVariable("BENCH_SHOW") is not null)
        {
            Console.Error.WriteLine(Encoding.UTF8.GetString(answered));
        }

        return right;
    }
}
