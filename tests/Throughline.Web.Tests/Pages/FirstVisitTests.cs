using System.IO.Compression;
using System.Net;
using Throughline.Data.Tests.Engines;
using Throughline.Web.Tests.Support;

namespace Throughline.Web.Tests.Pages;

/// <summary>What a first visit costs on the Wi-Fi of a school.</summary>
public sealed class FirstVisitTests(SharedApps apps) : IClassFixture<SharedApps>
{
    private const int Most = 40 * 1024;

    [Theory]
    [InlineData(null, "/sign-in")]
    [InlineData("member", "/home")]
    public async Task A_first_visit_weighs_at_most_40_KiB_and_asks_no_other_host(
        string? person,
        string path
    )
    {
        var app = await apps.On(Engine.Sqlite);
        var browser = person is null ? app.Anonymous() : app.As(person);
        var page = await browser.GetAsync(path);
        var files = page
            .Document.QuerySelectorAll("link[rel=stylesheet], link[rel*=icon], script[src], img")
            .Select(e => e.GetAttribute("href") ?? e.GetAttribute("src")!)
            .Distinct()
            .ToList();
        files.Count.ShouldBeGreaterThan(3);
        files.ShouldAllBe(f => f.StartsWith('/') && !f.StartsWith("//"));

        // Styles and scripts travel compressed, the page itself as it is.
        var weight = page.Body.Length;
        foreach (var file in files)
        {
            var answer = await browser.GetAsync(file);
            answer.Status.ShouldBe(HttpStatusCode.OK, file);
            answer.Body.Length.ShouldBeGreaterThan(0, file);
            answer.Html.ShouldNotContain("@import");
            answer.Html.ShouldNotContain("url(http");
            weight += Compressed(answer.Body);
        }

        weight.ShouldBeLessThanOrEqualTo(Most);
    }

    private static int Compressed(byte[] body)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(body);
        }

        return (int)packed.Length;
    }
}
