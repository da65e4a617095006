using System.Net;
using Microsoft.EntityFrameworkCore;
using Throughline.Data.Demo;
using Throughline.Data.Platform;
using Throughline.Data.Tests.Engines;
using Throughline.Domain.Units;

namespace Throughline.Web.Tests.Units.Settings;

public sealed class GeneralTests
{
    private const string Lincoln = $"/{DemoDistrict.Lincoln}/settings";
    private const string District = $"/{DemoDistrict.District}/settings";

    [EngineTheory]
    public async Task A_former_address_leads_to_the_new_one(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var principal = app.As("principal");
        var page = await principal.GetAsync(Lincoln);
        page = await page.Form("Save").Fill("Address", "lincoln").SubmitAsync();
        page.Path.ShouldBe("/lincoln/settings");
        page.Notice.ShouldBe("✓ Lincoln Elementary is saved.");

        var old = await principal.GetAsync($"/{DemoDistrict.Lincoln}/settings/calendar?year=");
        old.Path.ShouldBe("/lincoln/settings/calendar?year=");
        old.Status.ShouldBe(HttpStatusCode.OK);
    }

    [EngineTheory]
    public async Task A_unit_can_take_its_former_address_back(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var page = await app.As("principal").GetAsync(Lincoln);
        page = await page.Form("Save").Fill("Address", "lincoln").SubmitAsync();
        page = await page.Form("Save").Fill("Address", DemoDistrict.Lincoln).SubmitAsync();
        page.Path.ShouldBe(Lincoln);
    }

    [EngineTheory]
    [Row(DemoDistrict.OtherSchool, "has the address")]
    [Row(DemoDistrict.Tubman, "has the address")]
    [Row("settings", "lower-case letters")]
    [Row("lincoln_elementary", "lower-case letters")]
    [Row("", "lower-case letters")]
    public async Task An_address_that_is_taken_or_none_is_refused(
        Engine engine,
        string slug,
        string reason
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        var page = await app.As("principal").GetAsync(Lincoln);
        page = await page.Form("Save").Fill("Address", slug).SubmitAsync();
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Problems.Single().ShouldContain(reason);
        page.Form("Save")["Input.Slug"].ShouldBe(slug);
        (await app.As("principal").GetAsync(Lincoln)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [EngineTheory]
    public async Task A_districts_words_reach_its_schools_and_no_other_district(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var page = await app.As("admin").GetAsync(District);
        page = await page.Form("Save")
            .Fill("The school's plan", "Unified Improvement Plan")
            .Fill("Its short form", "UIP")
            .Fill("Who leads a school", "director")
            .SubmitAsync();
        page.Notice.ShouldNotBeNull();

        var school = await app.As("principal").GetAsync(Lincoln);
        school.Text.ShouldContain("Unified Improvement Plan (UIP)");
        school.Text.ShouldContain("director");
        (
            await app.Db(
                db => db.Set<Unit>().CountAsync(u => u.Words.Leader == "director"),
                DemoDistrict.OtherDistrict
            )
        ).ShouldBe(
            await app.Db(
                db =>
                    db.Set<AuditEntry>()
                        .CountAsync(e => e.Kind == "Unit" && e.Changes.Contains("\"director\"")),
                DemoDistrict.OtherDistrict
            )
        );
        // One change is one row of the trail, not one for every school.
        (
            await app.Db(db =>
                db.Set<AuditEntry>()
                    .CountAsync(e => e.Kind == "Unit" && e.Action == AuditAction.Changed)
            )
        ).ShouldBe(1);
    }

    [EngineTheory]
    public async Task Schools_follow_the_districts_time_zone_but_for_those_with_their_own(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        var page = await app.As("principal").GetAsync(Lincoln);
        await page.Form("Save").Fill("Time zone", "America/Denver").SubmitAsync();
        page = await app.As("admin").GetAsync(District);
        await page.Form("Save").Fill("Time zone", "America/New_York").SubmitAsync();

        var zones = await app.Db(db =>
            db.Set<Unit>().ToDictionaryAsync(u => u.Slug, u => u.TimeZoneId)
        );
        zones[DemoDistrict.Lincoln].ShouldBe("America/Denver");
        zones[DemoDistrict.Tubman].ShouldBe("America/New_York");
    }

    [EngineTheory]
    public async Task Two_people_who_save_at_once_see_both_texts_and_nothing_is_lost(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var first = await app.As("principal").GetAsync(Lincoln);
        var second = await app.As("admin").GetAsync(Lincoln);
        await first.Form("Save").Fill("Name", "Lincoln School").SubmitAsync();

        var clash = await second.Form("Save").Fill("Name", "Lincoln Academy").SubmitAsync();
        clash.Status.ShouldBe(HttpStatusCode.Conflict);
        clash.TextsOf("[role=alert] td").ShouldBe(["Lincoln School", "Lincoln Academy"]);
        (await NameAsync(app)).ShouldBe("Lincoln School");

        var saved = await clash.Form("Save").SubmitAsync();
        saved.Notice.ShouldNotBeNull();
        (await NameAsync(app)).ShouldBe("Lincoln Academy");
    }

    [EngineTheory]
    public async Task Who_changes_no_settings_is_led_to_what_they_may_open(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var teacher = app.As("teacher");
        var page = await teacher.GetAsync(Lincoln);
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Document.QuerySelector("main form").ShouldBeNull();
        (await page.FollowAsync("Who may do what")).Status.ShouldBe(HttpStatusCode.OK);
        (await teacher.PostFormAsync(Lincoln, ("Input.Name", "Mine"))).Status.ShouldBe(
            HttpStatusCode.NotFound
        );
        (await NameAsync(app)).ShouldBe("Lincoln Elementary");
    }

    private static Task<string> NameAsync(TestApp app) =>
        app.Db(db =>
            db.Set<Unit>()
                .Where(u => u.Slug == DemoDistrict.Lincoln)
                .Select(u => u.Name)
                .SingleAsync()
        );
}
