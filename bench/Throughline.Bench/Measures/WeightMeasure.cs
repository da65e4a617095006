using System.Globalization;
using System.Text.RegularExpressions;
using Throughline.Bench.Load;

namespace Throughline.Bench.Measures;

/// <summary>What a browser fetches at its first visit, in bytes as they travel.</summary>
internal static partial class WeightMeasure
{
    public const string Head = """
        | first page | bytes of the page | files | bytes of all | requests to other hosts |
        |---|---|---|---|---|
        """;

    public static async Task RunAsync(Setting setting, EngineSetting engine)
    {
        BenchPeople people;
        await using (var program = PagesMeasure.Program(engine.Small))
        {
            people = await BenchPeople.DrawAsync(program, 1);
        }

        var person = people.Members[0];
        using var product = ServerProcess.Product(setting, engine.Small, setting.Port);
        product.Answers(HttpLine.Get("/healthz", null));
        using var client = new HttpClient(new SocketsHttpHandler { UseCookies = false })
        {
            BaseAddress = new Uri($"http://127.0.0.1:{setting.Port}"),
        };
        client.DefaultRequestHeaders.Add("Accept-Encoding", "br, gzip");
        await WeighAsync(client, "/sign-in", null);
        await WeighAsync(client, "/home", person.Cookie);
        await WeighAsync(
            client,
            $"/{person.Slug}/assessments/{person.OpenRound}/rate",
            person.Cookie
        );
    }

    private static async Task WeighAsync(HttpClient client, string path, string? cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (cookie is not null)
        {
            request.Headers.Add("Cookie", cookie);
        }

        using var answer = await client.SendAsync(request);
        var html = await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync();
        var page = (await answer.Content.ReadAsByteArrayAsync()).Length;
        var links = Links()
            .Matches(html)
            .Select(m => m.Groups["link"].Value)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        var all = page;
        foreach (var link in links.Where(l => l.StartsWith('/')))
        {
            all += (await client.GetByteArrayAsync(link)).Length;
        }

        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"| {path} | {page:N0} | {links.Count} | **{all:N0}** | {links.Count(l => !l.StartsWith('/'))} |"
            )
        );
    }

    // Links to styles, scripts, icons and pictures; those people follow are no part of it.
    [GeneratedRegex(
        "<(?:link|script|img)\\b[^>]*?(?:href|src)=\"(?<link>[^\"]+)\"",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Links();
}
