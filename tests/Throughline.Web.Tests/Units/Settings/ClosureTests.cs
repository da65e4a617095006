using System.Net;
using Throughline.Data.Demo;
using Throughline.Data.Tests.Engines;

namespace Throughline.Web.Tests.Units.Settings;

public sealed class ClosureTests
{
    private const string Tubman = $"/{DemoDistrict.Tubman}/settings/closure";
    private const string Schools = $"/{DemoDistrict.District}/schools";

    [EngineTheory]
    public async Task A_closed_school_leaves_the_list_and_comes_back(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var admin = app.As("admin");
        var page = await admin.GetAsync(Tubman);
        page.Text.ShouldContain("What happens");
        page = await page.Form("Close Tubman Middle School").SubmitAsync();
        page.Path.ShouldBe($"/{DemoDistrict.Tubman}");
        page.Text.ShouldContain("This school was closed on Jan 20, 2027");
        (await admin.GetAsync(Schools)).Text.ShouldNotContain("Tubman");
        (await admin.GetAsync($"{Schools}?show=closed")).Text.ShouldContain("Tubman");

        page = await (await admin.GetAsync(Tubman)).Form("Open it again").SubmitAsync();
        page.Notice.ShouldBe("✓ Tubman Middle School is open again.");
        (await admin.GetAsync(Schools)).Text.ShouldContain("Tubman");
    }

    [EngineTheory]
    public async Task Only_the_district_closes_a_school_and_no_one_closes_a_district(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var lincoln = $"/{DemoDistrict.Lincoln}/settings/closure";
        (await app.As("principal").GetAsync(lincoln)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await app.As("principal").PostFormAsync(lincoln)).Status.ShouldBe(HttpStatusCode.NotFound);
        var district = $"/{DemoDistrict.District}/settings/closure";
        (await app.As("admin").GetAsync(district)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await app.As("admin").PostFormAsync(district)).Status.ShouldBe(HttpStatusCode.NotFound);
    }
}
