using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Throughline.Data.Demo;
using Throughline.Data.Tests.Engines;
using Throughline.Domain.Assessments;
using Throughline.Web.Tests.Support;

namespace Throughline.Web.Tests.Assessments;

public sealed class InstrumentPageTests(SharedApps apps) : IClassFixture<SharedApps>
{
    private const string Instruments = $"/{DemoDistrict.District}/assessments/instruments";
    private const string InSchool = $"/{DemoDistrict.Lincoln}/assessments/instruments";

    [EngineTheory]
    public async Task Everyone_who_works_here_reads_the_instruments(Engine engine)
    {
        var app = await apps.On(engine);
        var page = await app.As("teacher").GetAsync(InSchool);
        page.TextsOf("tbody tr")
            .ShouldContain(
                "School ILT self-assessment 1 rating scale about a school 19 built in, in use"
            );
        page.Text.ShouldNotContain("Load an instrument");

        page = await page.FollowAsync("ILT Continuum");
        page.Heading.ShouldBe("ILT Continuum");
        page.Document.QuerySelectorAll("li.card").Length.ShouldBe(5);
        page.Document.QuerySelectorAll(".descriptors dd").Length.ShouldBe(20);
    }

    [EngineTheory]
    [Row("school-ilt/2")]
    [Row("no-such/1")]
    public async Task What_does_not_exist_is_not_found(Engine engine, string which)
    {
        var app = await apps.On(engine);
        (await app.As("member").GetAsync($"{InSchool}/{which}")).Status.ShouldBe(
            HttpStatusCode.NotFound
        );
        (await app.As("member").GetAsync($"{InSchool}/{which}?handler=Export")).Status.ShouldBe(
            HttpStatusCode.NotFound
        );
    }

    [EngineTheory]
    public async Task An_exported_file_loads_again_under_a_key_of_its_own(Engine engine)
    {
        var app = await apps.On(engine);
        var file = await app.As("admin").GetAsync($"{Instruments}/ilt-continuum/1?handler=Export");
        file.ContentHeaders.ContentType!.MediaType.ShouldBe("application/json");
        var exported = JsonNode.Parse(file.Body)!;
        InstrumentReader.Read(file.Body).Instrument.ShouldNotBeNull();

        exported["key"] = "continuum-of-ours";
        var page = await LoadAsync(app, Bytes(exported));
        page.Path.ShouldBe($"{Instruments}/continuum-of-ours/1");
        page.Notice.ShouldNotBeNull().ShouldEndWith("Every school of the district can use it.");

        var back = await app.As("admin")
            .GetAsync($"{Instruments}/continuum-of-ours/1?handler=Export");
        JsonNode.DeepEquals(JsonNode.Parse(back.Body), exported).ShouldBeTrue();
        // A school opens rounds with it.
        (await app.As("principal").GetAsync($"{RoundPages.AtLincoln}/new"))
            .Form("Open the round")
            .Fill("Input.Instrument", "continuum-of-ours/1");
    }

    [EngineTheory]
    public async Task The_same_file_again_changes_nothing_and_other_content_needs_a_new_version(
        Engine engine
    )
    {
        var app = await apps.On(engine);
        var file = Small("check-twice");
        (await LoadAsync(app, Bytes(file))).Status.ShouldBe(HttpStatusCode.OK);
        (await LoadAsync(app, Bytes(file)))
            .Notice.ShouldNotBeNull()
            .ShouldEndWith("was here already with the same content. Nothing changed.");

        file["title"] = "Other words";
        var refused = await LoadAsync(app, Bytes(file));
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Problems.ShouldHaveSingleItem().ShouldContain("version");

        file["version"] = 2;
        (await LoadAsync(app, Bytes(file))).Path.ShouldBe($"{Instruments}/check-twice/2");
        (await app.As("admin").GetAsync($"{Instruments}/check-twice/1")).Heading.ShouldBe(
            "A small check"
        );
    }

    [EngineTheory]
    public async Task A_built_in_key_is_refused(Engine engine)
    {
        var app = await apps.On(engine);
        var page = await LoadAsync(app, Bytes(Small("school-ilt")));
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Problems.ShouldHaveSingleItem().ShouldContain("is the key of a built-in instrument");
    }

    [EngineTheory]
    public async Task Each_error_stands_at_its_place_in_the_file(Engine engine)
    {
        var app = await apps.On(engine);
        var file = Small("faulty");
        file["kind"] = "guess";
        file["parts"]![0]!["items"]![1]!["text"] = "";
        var page = await LoadAsync(app, Bytes(file));
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.TextsOf("tbody th code")
            .ShouldBe(["/kind", "/parts/0/items/1/text"], ignoreOrder: true);
        page.Problems.Count.ShouldBe(1);
        (
            await app.Db(db => db.Set<InstrumentVersion>().AnyAsync(v => v.Key == "faulty"))
        ).ShouldBeFalse();
    }

    [EngineTheory]
    public async Task A_hostile_file_is_refused_without_a_failure(Engine engine)
    {
        var app = await apps.On(engine);
        byte[][] hostile =
        [
            [],
            [0xFF, 0xFE, 0x00, 0xD8],
            Encoding.UTF8.GetBytes("MZ this is a program"),
            Encoding.UTF8.GetBytes("null"),
            Encoding.UTF8.GetBytes("[]"),
            Encoding.UTF8.GetBytes("{\"parts\": " + new string('[', 100_000)),
            Encoding.UTF8.GetBytes(
                """{"format":1e400,"key":{"a":1},"version":"x","title":[],"parts":{"items":3}}"""
            ),
            Encoding.UTF8.GetBytes(
                """{"format":1,"key":"<script>alert(1)</script>","title":"<img src=x onerror=alert(1)>"}"""
            ),
            new byte[1024 * 1024 + 1],
        ];
        foreach (var file in hostile)
        {
            var page = await LoadAsync(app, file);
            page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
            page.Problems.Count.ShouldBe(1);
            page.Document.QuerySelectorAll("main script, main img").ShouldBeEmpty();
        }
    }

    [EngineTheory]
    public async Task Loading_is_the_districts_business(Engine engine)
    {
        var app = await apps.On(engine);
        foreach (
            var (person, path) in new[]
            {
                ("admin", InSchool),
                ("principal", InSchool),
                ("teacher", Instruments),
                ("principal", Instruments),
            }
        )
        {
            (await app.As(person).GetAsync($"{path}/load")).Status.ShouldBe(
                HttpStatusCode.NotFound
            );
            (await app.As(person).PostFormAsync($"{path}/load")).Status.ShouldBe(
                HttpStatusCode.NotFound
            );
        }
    }

    private static async Task<TestPage> LoadAsync(TestApp app, byte[] file) =>
        await (await app.As("admin").GetAsync($"{Instruments}/load"))
            .Form("Load the instrument")
            .Attach("Input.File", "instrument.json", file)
            .SubmitAsync();

    private static byte[] Bytes(JsonNode file) => Encoding.UTF8.GetBytes(file.ToJsonString());

    private static JsonNode Small(string key) =>
        JsonNode.Parse(
            $$"""
            {
              "format": 1, "key": "{{key}}", "version": 1, "title": "A small check", "kind": "reflection",
              "audience": "team", "introduction": "Two questions.", "source": { "ours": "Made for a test." },
              "parts": [ { "key": "only", "title": "Questions", "items": [
                { "key": "one", "text": "What went well?", "source": { "ours": "Made for a test." } },
                { "key": "two", "text": "What next?", "source": { "ours": "Made for a test." } }
              ] } ]
            }
            """
        )!;
}
