using System.Net;
using Throughline.Data.Demo;
using Throughline.Data.Tests.Engines;
using Throughline.Web.Tests.Support;

namespace Throughline.Web.Tests.Hostile;

/// <summary>A post that reaches no handler must not look as if it had saved something.</summary>
public sealed class MisdirectedPostTests(SharedApps apps) : IClassFixture<SharedApps>
{
    private static readonly string[] People =
    [
        "admin",
        "district-leader",
        "principal",
        "member",
        "teacher",
        // Keeps the norms: the only one who decides on what is flagged.
        "eileen.murphy@riverbend.example",
    ];

    [EngineTheory]
    public async Task A_post_to_an_unknown_handler_is_not_found(Engine engine)
    {
        var wrong = await PostEverywhereAsync(
            engine,
            _ => true,
            path => path + "?handler=NoSuchHandler",
            HttpStatusCode.NotFound
        );
        wrong.ShouldBeEmpty();
    }

    [EngineTheory]
    public async Task A_post_to_a_page_that_takes_none_is_refused(Engine engine)
    {
        var app = await apps.On(engine);
        var writing = (await PageEndpoints.OfAsync(app.Services))
            .Where(e => e is { Method: "POST", Handler: null })
            .Select(e => e.Template)
            .ToHashSet(StringComparer.Ordinal);
        var wrong = await PostEverywhereAsync(
            engine,
            e => !writing.Contains(e.Template),
            path => path,
            HttpStatusCode.MethodNotAllowed
        );
        wrong.ShouldBeEmpty();
    }

    [EngineTheory]
    [Row("Sec-Fetch-Site", "cross-site")]
    [Row("Sec-Fetch-Site", "same-site")]
    [Row("Origin", "https://elsewhere.example")]
    [Row("Origin", "null")]
    public async Task A_post_that_another_site_sends_is_refused(
        Engine engine,
        string header,
        string value
    )
    {
        var app = await apps.On(engine);
        (string, string)[] headers =
            header == "Origin" ? [("Sec-Fetch-Site", ""), (header, value)] : [(header, value)];
        foreach (var path in new[] { "/sign-in", "/sign-out", $"/{DemoDistrict.Lincoln}/settings" })
        {
            var page = await app.As("principal")
                .SendAsync(
                    HttpMethod.Post,
                    path,
                    new FormUrlEncodedContent([new("nothing", "")]),
                    headers
                );
            page.Status.ShouldBe(HttpStatusCode.Forbidden, path);
            page.Html.ShouldContain("another site");
        }
    }

    private async Task<List<string>> PostEverywhereAsync(
        Engine engine,
        Func<PageEndpoint, bool> which,
        Func<string, string> path,
        HttpStatusCode expected
    )
    {
        var app = await apps.On(engine);
        var wrong = new List<string>();
        var tried = 0;
        foreach (
            var endpoint in (await PageEndpoints.OfAsync(app.Services)).Where(e =>
                e is { Method: "GET", Handler: null } && which(e)
            )
        )
        {
            if (await OpenAsync(app, endpoint) is not var (browser, address))
            {
                wrong.Add($"{endpoint}: nobody tried gets there");
                continue;
            }

            var page = await browser.PostFormAsync(path(address), ("nothing", ""));
            tried++;
            if (page.Status != expected)
            {
                wrong.Add($"POST {path(address)}: {(int)page.Status}");
            }
        }

        tried.ShouldBeGreaterThan(3);
        return wrong;
    }

    // Someone who may see the page: a stranger gets 404 for everything.
    private static async Task<(TestBrowser, string)?> OpenAsync(TestApp app, PageEndpoint endpoint)
    {
        foreach (
            var unit in endpoint.HasUnit
                ? new[] { DemoDistrict.Lincoln, DemoDistrict.District }
                : [""]
        )
        {
            foreach (var address in await ExampleAddresses.OfAsync(app, endpoint, unit, unit))
            {
                foreach (var person in People)
                {
                    var browser = app.As(person);
                    var page = await browser.GetAsync(address.Path);
                    if (page.Status == HttpStatusCode.OK)
                    {
                        return (browser, address.Path);
                    }
                }
            }
        }

        return endpoint.Template.StartsWith("/error", StringComparison.Ordinal)
            ? (app.As("admin"), "/error/404")
            : null;
    }
}
