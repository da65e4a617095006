using System.Net;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Throughline.Data.Demo;
using Throughline.Data.Tests.Engines;
using Throughline.Web.Tests.Support;

namespace Throughline.Web.Tests.Access;

/// <summary>
/// Who gets where: every page and handler, tried as everyone, against the table that people have read and agreed to
/// (access-matrix.txt). A new page fails until its line stands there. To write the file anew, set
/// THROUGHLINE_WRITE_MATRIX=1, run this test, and read what changed before you commit it.
/// </summary>
public sealed class AccessMatrixTests
{
    private const string Header = """
        # Who gets where. yes: the page answers; 404: there is no such page for this person; in: to sign-in, and back.
        # Reading is tried for real. For writing it is tried whether the handler would run.
        # The outsider leads another district. 404 all along a line: no such page at that place.
        """;

    private static readonly string Recorded = Path.Combine(
        SourceTree.Root,
        "tests/Throughline.Web.Tests/Access/access-matrix.txt"
    );

    private static readonly (string Unit, string Place)[] Places =
    [
        (DemoDistrict.District, "district"),
        (DemoDistrict.Lincoln, "school"),
    ];

    [EngineTheory]
    public async Task Everyone_gets_where_the_table_says_and_nowhere_else(Engine engine)
    {
        await using var app = await TestApp.StartAsync(
            engine,
            new() { Services = StopBeforeWriting }
        );
        var actual = new List<string> { Columns() };
        foreach (var endpoint in await PageEndpoints.OfAsync(app.Services))
        {
            actual.AddRange(await RowsAsync(app, endpoint));
        }

        foreach (var path in PageEndpoints.Others(app.Services))
        {
            var inUnit = path.Contains(UnitParameter, StringComparison.Ordinal);
            foreach (var (unit, place) in inUnit ? Places : [("", "")])
            {
                actual.Add(
                    await RowAsync(
                        app,
                        $"{PageEndpoints.Plain(path)} GET{(inUnit ? $", {place}" : "")}",
                        HttpMethod.Get,
                        path.Replace(UnitParameter, unit, StringComparison.Ordinal)
                    )
                );
            }
        }

        if (Environment.GetEnvironmentVariable("THROUGHLINE_WRITE_MATRIX") == "1")
        {
            await File.WriteAllTextAsync(Recorded, $"{Header}\n{string.Join('\n', actual)}\n");
        }

        var recorded = (await File.ReadAllLinesAsync(Recorded))
            .Where(l => l.Length > 0 && !l.StartsWith('#'))
            .ToList();
        var changes = actual
            .Except(recorded, StringComparer.Ordinal)
            .Select(l => "+ " + l)
            .Concat(recorded.Except(actual, StringComparer.Ordinal).Select(l => "- " + l))
            .OrderBy(l => l[2..], StringComparer.Ordinal)
            .ToList();
        changes.ShouldBeEmpty(
            $"access-matrix.txt differs. Read each line; when it is meant, add (+) or take it out (-):\n{string.Join('\n', changes)}"
        );
    }

    private static string Columns() =>
        Line("page, handler and place", ["nobody", .. DemoDistrict.Personas.Select(p => p.Key)]);

    private static string Line(string what, IEnumerable<string> cells) =>
        $"{what, -76} {string.Join(' ', cells.Zip(Widths, (cell, width) => cell.PadRight(width)))}".TrimEnd();

    private static IEnumerable<int> Widths =>
        [6, .. DemoDistrict.Personas.Select(p => p.Key.Length)];

    private static async Task<List<string>> RowsAsync(TestApp app, PageEndpoint endpoint)
    {
        var method = new HttpMethod(endpoint.Method);
        var rows = new List<string>();
        foreach (var (unit, place) in endpoint.HasUnit ? Places : [("", "")])
        {
            foreach (var address in await ExampleAddresses.OfAsync(app, endpoint, unit, place))
            {
                var where = place.Length == 0 ? "" : $", {place}";
                var thing = address.Thing.Length == 0 ? "" : $", {address.Thing}";
                rows.Add(await RowAsync(app, $"{endpoint}{where}{thing}", method, address.Path));
            }
        }

        rows.ShouldNotBeEmpty($"{endpoint} has an example at the district or the school");
        return rows;
    }

    private static async Task<string> RowAsync(
        TestApp app,
        string what,
        HttpMethod method,
        string path
    )
    {
        var cells = new List<string> { await CellAsync(app.Anonymous(), method, path) };
        foreach (var persona in DemoDistrict.Personas)
        {
            var cell = await CellAsync(app.As(persona.Key), method, path);
            // Else a whole table says “in” and nobody learns why.
            cell.ShouldNotBe("in", $"{persona.Key} is signed in at {what}:\n{KeysSay(app)}");
            cells.Add(cell);
        }

        return Line(what, cells);
    }

    private static string KeysSay(TestApp app) =>
        string.Join(
            '\n',
            app.Logs.Lines.Where(l =>
                    l.Level >= LogLevel.Warning
                    || l.Category.Contains("Authentication", StringComparison.Ordinal)
                    || l.Category.Contains("DataProtection", StringComparison.Ordinal)
                )
                .TakeLast(20)
                .Select(l => $"{l.Category}: {l.Message} {l.Failure?.Message}")
        );

    private static async Task<string> CellAsync(TestBrowser browser, HttpMethod method, string path)
    {
        browser.FollowRedirects = false;
        var content =
            method == HttpMethod.Get ? null : new FormUrlEncodedContent([new("nothing", "")]);
        var page = await browser.SendAsync(method, path, content, (StopHeader, "1"));
        return page.Status switch
        {
            HttpStatusCode.NotFound when !path.StartsWith("/error", StringComparison.Ordinal) =>
                "404",
            HttpStatusCode.Redirect
                when page.Headers.Location!.OriginalString.StartsWith(
                    "/sign-in?returnUrl",
                    StringComparison.Ordinal
                ) => "in",
            _ => "yes",
        };
    }

    private const string UnitParameter = "{unit:slug}";

    private const string StopHeader = "X-Test-Stop-Before-Writing";

    private static void StopBeforeWriting(IServiceCollection services) =>
        services.Configure<MvcOptions>(mvc =>
        {
            mvc.Filters.Add(new BareStatus());
            mvc.Filters.Add(new StopBeforeHandler());
        });

    /// <summary>
    /// A refusal without the page that tells of it: most of what is tried here is refused, and that page is the same each
    /// time.
    /// </summary>
    private sealed class BareStatus : IResourceFilter
    {
        public void OnResourceExecuting(ResourceExecutingContext context)
        {
            if (context.HttpContext.Features.Get<IStatusCodePagesFeature>() is { } pages)
            {
                pages.Enabled = false;
            }
        }

        public void OnResourceExecuted(ResourceExecutedContext context) { }
    }

    /// <summary>After the access check, before the handler: trying a post must not change what the next try finds.</summary>
    private sealed class StopBeforeHandler : IAsyncPageFilter, IOrderedFilter
    {
        // Between the access filter (0) and the filter for repeated posts (10).
        public int Order => 5;

        public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) =>
            Task.CompletedTask;

        public Task OnPageHandlerExecutionAsync(
            PageHandlerExecutingContext context,
            PageHandlerExecutionDelegate next
        )
        {
            var request = context.HttpContext.Request;
            if (
                request.Headers.ContainsKey(StopHeader)
                && !HttpMethods.IsGet(request.Method)
                && context.HandlerMethod is not null
            )
            {
                context.Result = new StatusCodeResult(StatusCodes.Status202Accepted);
                return Task.CompletedTask;
            }

            return next();
        }
    }
}
