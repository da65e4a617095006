using System.Net;
using Throughline.Data.Demo;
using Throughline.Data.Tests.Engines;
using Throughline.Web.Tests.Support;

namespace Throughline.Web.Tests.Hostile;

/// <summary>Fills every field of every handler that writes with what nobody should type.</summary>
internal static class FuzzedPosts
{
    private static readonly string[] People =
    [
        "admin",
        "district-leader",
        "principal",
        "facilitator",
        "member",
        "teacher",
        // Keeps the norms: the only one who decides on what is flagged.
        "eileen.murphy@riverbend.example",
    ];

    /// <summary>In how many tests the pages are tried: a run that is long silent is taken for one that hangs.</summary>
    private const int Shares = 4;

    /// <summary>What went wrong at this share of the pages, and how many posts there were.</summary>
    public static async Task<(IReadOnlyList<string> Wrong, int Posts)> TryAsync(
        Engine engine,
        int share
    )
    {
        var wrong = new List<string>();
        var posts = 0;
        await using var first = await TestApp.StartAsync(engine);
        var endpoints = await PageEndpoints.OfAsync(first.Services);
        // What one page's posts change must not be in another's way: each page has a program of its own.
        foreach (
            var page in endpoints
                .Where(e => e.Method == "POST")
                .GroupBy(e => e.Template)
                .Where((_, place) => place % Shares == share)
        )
        {
            await using var app = await TestApp.StartAsync(engine);
            foreach (var endpoint in page)
            {
                var target = await TargetAsync(app, endpoint);
                if (target is null)
                {
                    wrong.Add($"{endpoint}: none of {string.Join(", ", People)} gets there");
                    continue;
                }

                posts += await TryAllAsync(app, endpoint, target, page.Count() > 1, wrong);
            }

            // How a page shows what was saved is the same on both engines.
            if (engine == Engine.Sqlite)
            {
                await LookAroundAsync(app, page.Key, wrong);
            }
        }

        return (wrong, posts);
    }

    /// <summary>Someone whom the page answers, and its form as it stands there.</summary>
    private sealed record Target(
        string Person,
        string Path,
        string Method,
        IReadOnlyList<(string Name, string Value)> Shown
    );

    private static async Task<Target?> TargetAsync(TestApp app, PageEndpoint endpoint)
    {
        var places = endpoint.HasUnit
            ? new[] { DemoDistrict.Lincoln, DemoDistrict.District }
            : [""];
        foreach (var place in places)
        {
            foreach (var address in await ExampleAddresses.OfAsync(app, endpoint, place, place))
            {
                foreach (var person in People)
                {
                    var browser = app.As(person);
                    var path = address.Path.Split('?')[0];
                    var page = await browser.GetAsync(path);
                    // A page may show no form now and take its post all the same: what matters is that the person gets there.
                    if (
                        page.Status != HttpStatusCode.NotFound
                        || path.StartsWith("/error", StringComparison.Ordinal)
                    )
                    {
                        return new(person, address.Path, "POST", Shown(browser, page, endpoint));
                    }
                }
            }
        }

        return null;
    }

    private static IReadOnlyList<(string, string)> Shown(
        TestBrowser browser,
        TestPage page,
        PageEndpoint endpoint
    ) =>
        PageForm
            .All(browser, page)
            .FirstOrDefault(f =>
                string.Equals(HandlerOf(f), endpoint.Handler, StringComparison.OrdinalIgnoreCase)
                && f.Action != "/sign-out"
            )
            ?.Values
        ?? [];

    private static string? HandlerOf(PageForm form)
    {
        var query = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(
            form.Action.Contains('?', StringComparison.Ordinal)
                ? form.Action[form.Action.IndexOf('?', StringComparison.Ordinal)..]
                : ""
        );
        return query.TryGetValue("handler", out var handler) ? handler.ToString() : null;
    }

    private static async Task<int> TryAllAsync(
        TestApp app,
        PageEndpoint endpoint,
        Target target,
        bool hasOtherHandlers,
        List<string> wrong
    )
    {
        var posts = 0;
        var browser = app.As(target.Person);
        browser.AllowFailures = true;
        var bound = await PostableForm.FieldsAsync(app, endpoint);
        var names = bound
            .Select(f => f.Name)
            .Concat(target.Shown.Select(f => f.Name))
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .ToList();
        foreach (var file in bound.Where(f => f.IsFile))
        {
            foreach (var (kind, bytes) in HostileText.Files)
            {
                var upload = Upload(target, file.Name, bytes);
                await CheckAsync(browser, endpoint, target, [file.Name], kind, upload, wrong);
                posts++;
            }
        }

        var together = hasOtherHandlers ? AtOnce(target, bound) : [];
        string[][] turns =
        [
            .. names
                .Except(bound.Where(f => f.IsFile).Select(f => f.Name))
                .Except(together, StringComparer.OrdinalIgnoreCase)
                .Select(f => new[] { f }),
            .. together.Length == 0 ? [] : new[] { together },
        ];
        foreach (var (fields, turn) in turns.Select((f, n) => (f, n)))
        {
            foreach (var (kind, value) in HostileText.For(app.Engine, turn))
            {
                var form = new FormUrlEncodedContent(
                    target
                        .Shown.Where(f => !fields.Contains(f.Name) && f.Name != "_submission")
                        .Concat(fields.Select(f => (Name: f, Value: value)))
                        .Select(f => new KeyValuePair<string, string>(f.Name, f.Value))
                );
                await CheckAsync(browser, endpoint, target, fields, kind, form, wrong);
                posts++;
            }
        }

        return posts;
    }

    // What the page binds for its other handlers' forms is nothing to this handler: one post tries all of it. Where no
    // form is shown, nobody knows which fields those are, and each is tried alone.
    private static string[] AtOnce(Target target, IReadOnlyList<PostableField> bound) =>
        target.Shown.Count == 0
            ? []
            :
            [
                .. bound
                    .Where(f => f is { OfPage: true, IsFile: false })
                    .Select(f => f.Name)
                    .Except(target.Shown.Select(f => f.Name), StringComparer.OrdinalIgnoreCase),
            ];

    private static MultipartFormDataContent Upload(Target target, string field, byte[] bytes)
    {
        var upload = new MultipartFormDataContent();
        foreach (var (name, value) in target.Shown.Where(f => f.Name != "_submission"))
        {
            upload.Add(new StringContent(value), name);
        }

        upload.Add(new ByteArrayContent(bytes), field, "..%2F..%2F<script>fuzz()<.zip");
        return upload;
    }

    private static async Task CheckAsync(
        TestBrowser browser,
        PageEndpoint endpoint,
        Target target,
        string[] fields,
        string kind,
        HttpContent content,
        List<string> wrong
    )
    {
        var what = $"{endpoint} as {target.Person}, {string.Join(" and ", fields)} = {kind}";
        var page = await browser.SendAsync(HttpMethod.Post, target.Path, content);
        if ((int)page.Status >= 500)
        {
            wrong.Add($"{what}: {(int)page.Status}\n{browser.LastFailure}");
            return;
        }

        if (HostileText.Runs(page.Html))
        {
            wrong.Add($"{what}: the script came back as markup");
        }

        var refused =
            page.Status
            is HttpStatusCode.UnprocessableEntity
                or HttpStatusCode.BadRequest
                or HttpStatusCode.Conflict;
        if (!refused)
        {
            return;
        }

        if (page.ContentHeaders.ContentType?.MediaType != "text/html")
        {
            if (page.Html.Length < 10)
            {
                wrong.Add($"{what}: refused without a word");
            }

            return;
        }

        if (page.Problems.Count == 0 && page.Document.QuerySelector("[role=alert]") is null)
        {
            wrong.Add($"{what}: refused ({(int)page.Status}) without saying why");
        }

        // What a person can see and change is found from the list of problems by a click.
        if (
            page
                .Document.QuerySelectorAll("input, select, textarea")
                .FirstOrDefault(c => fields.Contains(c.GetAttribute("name")))
                is { Id: { Length: > 0 } id } control
            && control.GetAttribute("type") != "hidden"
            && control.GetAttribute("aria-invalid") == "true"
            && page.Document.QuerySelector($"#problems a[href='#{id}']") is null
        )
        {
            wrong.Add($"{what}: the list of problems does not lead to #{id}");
        }
    }

    // What was saved is shown elsewhere: there it must be text as well.
    private static async Task LookAroundAsync(TestApp app, string changed, List<string> wrong)
    {
        foreach (var (person, paths) in Around)
        {
            var browser = app.As(person);
            browser.AllowFailures = true;
            foreach (var path in paths)
            {
                var page = await browser.GetAsync(path);
                if ((int)page.Status >= 500 || HostileText.Runs(page.Html))
                {
                    wrong.Add($"After the posts to {changed}, {path} answers {(int)page.Status}.");
                }
            }
        }
    }

    // Each page as who sees most of it.
    private static readonly (string Person, string[] Paths)[] Around =
    [
        (
            "admin",
            [
                "/home",
                $"/{DemoDistrict.District}",
                $"/{DemoDistrict.District}/schools",
                $"/{DemoDistrict.District}/settings/people",
                $"/{DemoDistrict.District}/settings/calendar",
                $"/{DemoDistrict.District}/settings/audit",
            ]
        ),
        (
            "principal",
            [
                "/home",
                $"/{DemoDistrict.Lincoln}",
                $"/{DemoDistrict.Lincoln}/team",
                $"/{DemoDistrict.Lincoln}/assessments",
                $"/{DemoDistrict.Lincoln}/assessments/2/agreement/4",
                $"/{DemoDistrict.Lincoln}/work/actions",
                $"/{DemoDistrict.Lincoln}/work/actions/1",
                $"/{DemoDistrict.Lincoln}/work/rocks/1",
                $"/{DemoDistrict.Lincoln}/work/issues",
                $"/{DemoDistrict.Lincoln}/work/decisions",
                $"/{DemoDistrict.Lincoln}/meetings",
                $"/{DemoDistrict.Lincoln}/settings/teams",
                $"/{DemoDistrict.Lincoln}/settings/audit",
            ]
        ),
    ];
}
