using System.Text.Json;
using Throughline.Browser.Tests.Support;
using Throughline.Domain.Meetings;

namespace Throughline.Browser.Tests.Scripts;

/// <summary>The script that joins two changes of a note, as a browser runs it, beside the rule of the server.</summary>
public sealed class TextMergeTests
{
    private static readonly string[] Words = ["", "a", "b", "reading", "reading goes up"];

    [BrowserFact]
    public async Task The_browser_joins_as_the_server_does_and_keeps_each_who_types_in_their_line()
    {
        await using var journey = await Journey.StartAsync();
        var page = await journey.AsAsync(null);
        await page.GotoAsync("/sign-in");
#pragma warning disable CA5394 // Not for secrets: the same texts each time.
        var random = new Random(20261123);
        var cases = Enumerable.Range(0, 3000).Select(_ => Texts(random)).ToList();
#pragma warning restore CA5394

        // For each case the joined text, and the first line in which who types would find themselves elsewhere.
        var seen = await page.EvaluateAsync<string>(
            """
            async cases => {
              const { merge } = await import('/js/text-merge.js');
              const before = (text, at) => text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
              return JSON.stringify(JSON.parse(cases).map(([from, mine, theirs]) => {
                const joined = merge(from, mine, theirs);
                const were = new Set(from.split('\n'));
                let at = 0;
                for (const line of joined ? mine.split('\n') : []) {
                  at += line.length;
                  if (!were.has(line) && before(joined.text, joined.placeOf(at)) !== line) return { text: joined.text, lost: line };
                  at++;
                }
                return { text: joined?.text ?? null, lost: null };
              }));
            }
            """,
            JsonSerializer.Serialize(cases.Select(c => new[] { c.From, c.Mine, c.Theirs }))
        );
        var joined = JsonSerializer.Deserialize<List<Joined>>(seen, JsonSerializerOptions.Web)!;

        foreach (var ((from, mine, theirs), it) in cases.Zip(joined))
        {
            var what = JsonSerializer.Serialize(
                new
                {
                    from,
                    mine,
                    theirs,
                }
            );
            it.Text.ShouldBe(TextMerge.Join(from, theirs, mine), what);
            it.Lost.ShouldBeNull(what);
        }
    }

    private sealed record Joined(string? Text, string? Lost);

    private static (string From, string Mine, string Theirs) Texts(Random random)
    {
        var from = Enumerable
            .Range(0, random.Next(6))
            .Select(_ => Words[random.Next(Words.Length)])
            .ToList();
        return (Text(from), Text(Changed("mine")), Text(Changed("theirs")));

        List<string> Changed(string word)
        {
            var lines = from.ToList();
            for (var n = random.Next(3); n >= 0; n--)
            {
                var at = random.Next(lines.Count + 1);
                switch (random.Next(at < lines.Count ? 3 : 1))
                {
                    case 0:
                        lines.Insert(at, random.Next(4) == 0 ? "" : $"{word} {n}");
                        break;
                    case 1:
                        lines[at] += $" {word} {n}";
                        break;
                    default:
                        lines.RemoveAt(at);
                        break;
                }
            }

            return lines;
        }
    }

    private static string Text(IEnumerable<string> lines) => string.Join('\n', lines);
}
