using System.Net;
using System.Text.RegularExpressions;
using Throughline.Data.Demo;
using Throughline.Data.Tests.Engines;
using Throughline.Web.Tests.Support;

namespace Throughline.Web.Tests.Hostile;

/// <summary>Each demo person, clicking through everything they are shown.</summary>
public sealed partial class LinkTests(SharedApps apps) : IClassFixture<SharedApps>
{
    // Of pages that differ by their thing alone (a person's page, a day's form) a few stand for all.
    private const int PerKind = 3;

    [EngineTheory]
    public async Task Every_link_a_person_is_shown_opens(Engine engine)
    {
        var app = await apps.On(engine);
        var dead = new List<string>();
        foreach (var persona in DemoDistrict.Personas)
        {
            dead.AddRange(await WalkAsync(app, persona.Key));
        }

        dead.ShouldBeEmpty();
    }

    private static async Task<List<string>> WalkAsync(TestApp app, string person)
    {
        var browser = app.As(person);
        var dead = new List<string>();
        var kinds = new Dictionary<string, int>(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal) { "/home" };
        var waiting = new Queue<(string Path, string From)>([("/home", "the start")]);
        var opened = 0;
        while (waiting.TryDequeue(out var link))
        {
            var page = await browser.GetAsync(link.Path);
            opened++;
            if (page.Status != HttpStatusCode.OK)
            {
                dead.Add($"{person}: {link.From} leads to {link.Path}: {(int)page.Status}");
                continue;
            }

            if (page.ContentHeaders.ContentType?.MediaType != "text/html")
            {
                continue;
            }

            if (page.Document.QuerySelectorAll("h1").Length != 1 || page.Title == "Throughline")
            {
                dead.Add($"{person}: {page.Path} has no title, or not one heading");
            }

            foreach (var next in Links(page).Where(seen.Add))
            {
                var kind = Thing().Replace(next, "*");
                kinds[kind] = kinds.GetValueOrDefault(kind) + 1;
                if (kinds[kind] <= PerKind)
                {
                    waiting.Enqueue((next, page.Path));
                }
            }
        }

        opened.ShouldBeGreaterThan(3, person);
        return dead;
    }

    private static IEnumerable<string> Links(TestPage page) =>
        page
            .Document.QuerySelectorAll("a[href]")
            .Select(a => a.GetAttribute("href")!)
            .Where(h => h.StartsWith('/') || h.StartsWith('?'))
            .Select(h => h.StartsWith('?') ? page.Path.Split('?')[0] + h : h)
            .Select(h => h.Split('#')[0])
            .Where(h => h.Length > 0);

    [GeneratedRegex(
        @"[0-9a-f]{8}-[0-9a-f-]{27}|\d{4}-\d{2}-\d{2}|(?<=[/=])\d+|(?<=[?&]\w+=)[^&]+",
        RegexOptions.None,
        1000
    )]
    private static partial Regex Thing();
}
