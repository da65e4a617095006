using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Throughline.Data.Demo;
using Throughline.Data.Platform;
using Throughline.Data.Tests.Engines;
using Throughline.Domain.Assessments;
using Throughline.Web.Tests.Support;

namespace Throughline.Web.Tests.Assessments.Agreement;

/// <summary>What a team points to, and the files it keeps.</summary>
public sealed class EvidenceTests(SharedApps apps) : IClassFixture<SharedApps>
{
    private const string Item = $"/{DemoDistrict.Lincoln}/assessments/2/agreement/5";
    private const string Add = $"{Item}/evidence";

    [EngineTheory]
    public async Task Words_and_links_stand_with_the_item(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var page = await app.As("facilitator").GetAsync(Add);
        page = await page.Form("Add the words")
            .Fill("What the team points to", "Seen in two rooms.")
            .SubmitAsync();
        page.Notice.ShouldBe("✓ The evidence is added.");
        page = await page.Form("Add the link")
            .Fill("Link.Address", "javascript:alert(1)")
            .SubmitAsync();
        page.Problems.ShouldBe(["Enter a whole address that begins with https:// or http://."]);
        page = await page.Form("Add the link")
            .Fill("Link.Address", "https://example.org/plan")
            .Fill("Link.Words", "The plan")
            .SubmitAsync();

        page = await app.As("member").GetAsync(Item);
        page.Text.ShouldContain("Seen in two rooms.");
        var link = page.Document.QuerySelector("a[href='https://example.org/plan']")!;
        link.TextContent.ShouldBe("The plan");
        link.GetAttribute("rel")!.ShouldContain("noopener");
        page.TextOf("h1 + .tag").ShouldBe("talked about, nothing recorded");
    }

    [EngineTheory]
    public async Task A_file_comes_back_as_it_went_in_and_only_as_a_download(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var content = new byte[(2 * EvidenceChunk.Bytes) + 11];
        Array.Fill(content, (byte)'x');
        "%PDF-1.7\n"u8.CopyTo(content);

        var page = await UploadAsync(app, "..\\Walk über uns.pdf", content);

        page.Text.ShouldContain("Walk über uns.pdf");
        page.Text.ShouldContain("PDF, 2.0 MB");
        var file = await app.As("member").GetAsync(HrefOf(page, "Walk über uns.pdf"));
        file.Status.ShouldBe(HttpStatusCode.OK);
        file.Body.SequenceEqual(content).ShouldBeTrue();
        file.ContentHeaders.ContentType!.ToString().ShouldBe("application/pdf");
        file.ContentHeaders.ContentLength.ShouldBe(content.Length);
        file.ContentHeaders.ContentDisposition!.DispositionType.ShouldBe("attachment");
        file.ContentHeaders.ContentDisposition.FileNameStar.ShouldBe("Walk über uns.pdf");
        file.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        file.Headers.GetValues("Content-Security-Policy").ShouldBe(["default-src 'none'; sandbox"]);
        file.Headers.CacheControl!.NoStore.ShouldBeTrue();
    }

    [EngineTheory]
    public async Task What_is_no_evidence_is_refused_by_name_and_nothing_is_kept(Engine engine)
    {
        var app = await apps.On(engine);
        var before = await CountAsync(app);
        var tooLarge = new byte[EvidenceFile.MostBytes + 1];
        Array.Fill(tooLarge, (byte)'a');
        foreach (
            var (name, content) in new (string, byte[])[]
            {
                ("setup.pdf", [0x4d, 0x5a, 0x90, 0]),
                ("setup.exe", [0x4d, 0x5a, 0x90, 0]),
                ("page.pdf", Encoding.UTF8.GetBytes("<html><script>fuzz()</script>")),
                ("broken.docx", [0x50, 0x4b, 3, 4, 1, 2, 3]),
                ("empty.txt", []),
                ("large.txt", tooLarge),
            }
        )
        {
            var page = await UploadAsync(app, name, content);
            page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity, name);
            var problem = page.Problems.ShouldHaveSingleItem();
            problem.ShouldContain($"“{name}”");
            problem.ShouldContain("Allowed are PDF");
        }

        var none = await (await app.As("facilitator").GetAsync(Add))
            .Form("Add the file")
            .SubmitAsync();
        none.Problems.ShouldHaveSingleItem().ShouldStartWith("Choose the file first.");
        (await CountAsync(app)).ShouldBe(before);
    }

    [EngineTheory]
    public async Task The_same_file_sent_twice_is_kept_once(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var before = await CountAsync(app);
        var form = (await app.As("facilitator").GetAsync(Add))
            .Form("Add the file")
            .Attach("Upload.File", "list.csv", "a,b\n"u8.ToArray());
        await form.SubmitAsync();
        await form.SubmitAsync();
        (await CountAsync(app)).ShouldBe((before.Pieces + 1, before.Parts + 1));
    }

    [EngineTheory]
    public async Task A_file_is_found_only_where_it_belongs_and_by_whom_it_is_for(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var page = await UploadAsync(app, "list.csv", "a,b\n"u8.ToArray());
        var file = HrefOf(page, "list.csv");

        foreach (var person in new[] { "teacher", "admin", "district-leader", "outsider" })
        {
            (await app.As(person).GetAsync(file)).Status.ShouldBe(HttpStatusCode.NotFound, person);
        }

        foreach (
            var elsewhere in new[]
            {
                file.Replace("agreement/5", "agreement/4"),
                file.Replace("assessments/2", "assessments/1"),
                file.Replace(DemoDistrict.Lincoln, DemoDistrict.District),
            }
        )
        {
            (await app.As("principal").GetAsync(elsewhere)).Status.ShouldBe(
                HttpStatusCode.NotFound,
                elsewhere
            );
        }
    }

    [EngineTheory]
    public async Task Removed_evidence_takes_its_content_along(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var before = await CountAsync(app);
        var page = await UploadAsync(app, "list.csv", "a,b\n"u8.ToArray());
        var file = HrefOf(page, "list.csv");
        var about = await app.As("member").GetAsync(file.Split('?')[0]);
        about.Text.ShouldNotContain("Remove this evidence");

        page = await (await app.As("facilitator").GetAsync(file.Split('?')[0]))
            .Form("Remove this evidence")
            .SubmitAsync();

        page.Notice.ShouldBe("✓ The evidence is removed.");
        (await CountAsync(app)).ShouldBe(before);
        (await app.As("member").GetAsync(file)).Status.ShouldBe(HttpStatusCode.NotFound);
        (
            await app.As("principal").GetAsync($"/{DemoDistrict.Lincoln}/settings/audit")
        ).Status.ShouldBe(HttpStatusCode.OK);
    }

    // Administrators read the trail, and do not read what the team points to; and the trail outlives what was removed.
    [EngineTheory]
    public async Task The_trail_tells_of_evidence_and_not_what_it_says(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        await UploadAsync(app, "secret-list.csv", "a,b\n"u8.ToArray());

        var told = await app.Db(db =>
            db.Set<AuditEntry>()
                .Where(e => e.Kind == nameof(Evidence))
                .Select(e => e.Changes)
                .ToListAsync()
        );
        var said = await app.Db(db => db.Set<Evidence>().ToListAsync());

        told.Count.ShouldBe(said.Count);
        foreach (
            var words in said.SelectMany(e => new[] { e.Words, e.Address, e.FileName })
                .OfType<string>()
        )
        {
            told.ShouldAllBe(t => !t.Contains(words, StringComparison.Ordinal), words);
        }
    }

    private static async Task<TestPage> UploadAsync(TestApp app, string name, byte[] content) =>
        await (await app.As("facilitator").GetAsync(Add))
            .Form("Add the file")
            .Attach("Upload.File", name, content)
            .SubmitAsync();

    private static string HrefOf(TestPage page, string link) =>
        page.Document.QuerySelectorAll("a").First(a => a.TextContent == link).GetAttribute("href")!;

    private static Task<(int Pieces, int Parts)> CountAsync(TestApp app) =>
        app.Db(async db =>
            (await db.Set<Evidence>().CountAsync(), await db.Set<EvidenceChunk>().CountAsync())
        );
}
