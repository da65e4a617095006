using System.Net;
using System.Net.Http.Headers;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Throughline.Data.Demo;

namespace Throughline.Web.Tests.Support;

/// <summary>
/// A browser without script: keeps cookies, follows redirects, says of each post that it comes from the same site. An
/// answer that says the server failed fails the test at once, with what the log says about it.
/// </summary>
public sealed class TestBrowser(
    TestApp app,
    HttpClient client,
    IReadOnlyDictionary<string, string>? cookies = null,
    string? signInAs = null
)
{
    private readonly Dictionary<string, string> jar = new(
        cookies ?? new Dictionary<string, string>(StringComparer.Ordinal),
        StringComparer.Ordinal
    );
    private string? signInAs = signInAs;

    /// <summary>What the browser keeps, for another one to start with.</summary>
    public IReadOnlyDictionary<string, string> Cookies => jar;

    /// <summary>True for tests that look at how a failure is shown.</summary>
    public bool AllowFailures { get; set; }

    /// <summary>What the log said last about a failure.</summary>
    public string? LastFailure => app.Logs.Failures.LastOrDefault();

    /// <summary>False shows the redirect itself.</summary>
    public bool FollowRedirects { get; set; } = true;

    /// <summary>Opens a page.</summary>
    public Task<TestPage> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    /// <summary>Posts fields as a form would, without opening the page first.</summary>
    public Task<TestPage> PostFormAsync(string path, params (string Name, string Value)[] fields) =>
        SendAsync(
            HttpMethod.Post,
            path,
            new FormUrlEncodedContent(
                fields.Select(f => new KeyValuePair<string, string>(f.Name, f.Value))
            )
        );

    /// <summary>Signs in by the form's fields.</summary>
    public Task<TestPage> SignInAsync(string email, string password = DemoDistrict.Password) =>
        PostFormAsync("/sign-in", ("Email", email), ("Password", password));

    /// <summary>Sends any request; header values given win over what a browser would say.</summary>
    public async Task<TestPage> SendAsync(
        HttpMethod method,
        string path,
        HttpContent? content = null,
        params (string Name, string Value)[] headers
    )
    {
        if (signInAs is { } email)
        {
            signInAs = null;
            var signedIn = await SignInAsync(email);
            signedIn.Path.ShouldNotStartWith("/sign-in", Case.Sensitive, $"{email} signs in");
        }

        var redirects = new List<string>();
        var response = await OnceAsync(method, path, content, headers);
        while (
            FollowRedirects
            && (int)response.StatusCode is >= 301 and <= 308
            && response.Headers.Location is { } location
            && redirects.Count < 10
        )
        {
            path = location.IsAbsoluteUri ? location.PathAndQuery : location.OriginalString;
            redirects.Add(path);
            response = await OnceAsync(HttpMethod.Get, path, null, headers);
        }

        return await ReadAsync(response, path, redirects);
    }

    private async Task<HttpResponseMessage> OnceAsync(
        HttpMethod method,
        string path,
        HttpContent? content,
        (string Name, string Value)[] headers
    )
    {
        var request = new HttpRequestMessage(method, path) { Content = content };
        if (method != HttpMethod.Get)
        {
            request.Headers.Add("Sec-Fetch-Site", "same-origin");
        }

        if (jar.Count > 0)
        {
            request.Headers.Add("Cookie", string.Join("; ", jar.Select(c => $"{c.Key}={c.Value}")));
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.Remove(name);
            request.Headers.TryAddWithoutValidation(name, value);
        }

        // A stream never ends: it is enough that it begins.
        var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        if (response.Headers.TryGetValues("Set-Cookie", out var set))
        {
            foreach (var cookie in set)
            {
                Keep(cookie);
            }
        }

        return response;
    }

    // By the program's clock a cookie may be from another year: only one that is emptied is forgotten.
    private void Keep(string cookie)
    {
        var pair = cookie.Split(';')[0].Split('=', 2);
        if (pair[1].Length == 0)
        {
            jar.Remove(pair[0]);
        }
        else
        {
            jar[pair[0]] = pair[1];
        }
    }

    private async Task<TestPage> ReadAsync(
        HttpResponseMessage response,
        string path,
        List<string> redirects
    )
    {
        var isStream = response.Content.Headers.ContentType?.MediaType == "text/event-stream";
        var body = isStream ? [] : await response.Content.ReadAsByteArrayAsync();
        if (isStream)
        {
            response.Content.Dispose();
        }

        if ((int)response.StatusCode >= 500 && !AllowFailures)
        {
            throw new InvalidOperationException(
                $"{response.RequestMessage?.Method} {path} answered {(int)response.StatusCode}.\n{string.Join("\n", app.Logs.Failures)}"
            );
        }

        return new TestPage(this, response, path, redirects, body)
        {
            Commands = app.Commands.Of(response),
        };
    }
}

/// <summary>What the browser shows.</summary>
public sealed class TestPage(
    TestBrowser browser,
    HttpResponseMessage response,
    string path,
    IReadOnlyList<string> redirects,
    byte[] body
)
{
    private static readonly HtmlParser Parser = new();
    private IHtmlDocument? document;

    public HttpStatusCode Status => response.StatusCode;

    /// <summary>The address shown, after redirects.</summary>
    public string Path => path;

    /// <summary>Where it led, step by step.</summary>
    public IReadOnlyList<string> Redirects => redirects;

    public HttpResponseHeaders Headers => response.Headers;

    public HttpContentHeaders ContentHeaders => response.Content.Headers;

    public byte[] Body => body;

    public string Html => System.Text.Encoding.UTF8.GetString(body);

    public IHtmlDocument Document => document ??= Parser.ParseDocument(Html);

    /// <summary>The database commands the last request took.</summary>
    public IReadOnlyList<string> Commands { get; init; } = [];

    public string Title => Document.Title ?? "";

    public string Heading => Words(Document.QuerySelector("h1"));

    /// <summary>What stands on the page below the navigation, in one line.</summary>
    public string Text =>
        Words(Document.QuerySelector("main") ?? (AngleSharp.Dom.IElement?)Document.Body);

    /// <summary>What was saved, as the page says it.</summary>
    public string? Notice => Document.QuerySelector("#status .notice") is { } n ? Words(n) : null;

    /// <summary>What needs a change.</summary>
    public IReadOnlyList<string> Problems =>
        [.. Document.QuerySelectorAll("#problems li").Select(Words)];

    /// <summary>The words of the first thing that a selector finds; fails when there is none.</summary>
    public string TextOf(string selector) =>
        Words(
            Document.QuerySelector(selector)
                ?? throw new InvalidOperationException($"{path} has no {selector}:\n{Text}")
        );

    /// <summary>The words of everything that a selector finds.</summary>
    public IReadOnlyList<string> TextsOf(string selector) =>
        [.. Document.QuerySelectorAll(selector).Select(Words)];

    /// <summary>The form with a button of this text; fails when there is none, naming those there are.</summary>
    public PageForm Form(string button) => PageForm.Find(browser, this, button);

    /// <summary>Follows a link by its text.</summary>
    public Task<TestPage> FollowAsync(string link)
    {
        var found = Document
            .QuerySelectorAll("a[href]")
            .Where(a => Words(a) == link || a.GetAttribute("aria-label") == link)
            .ToList();
        return found.Count == 0
            ? throw new InvalidOperationException($"{path} has no link “{link}”:\n{Text}")
            : browser.GetAsync(found[0].GetAttribute("href")!);
    }

    /// <summary>An element's text with its white space as a person sees it.</summary>
    public static string Words(AngleSharp.Dom.IElement? element) =>
        string.Join(
            ' ',
            (element?.TextContent ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        );
}
