using System.Globalization;
using System.Net;
using Throughline.Data.Demo;
using Throughline.Data.Tests.Engines;
using Throughline.Domain.Units;

namespace Throughline.Web.Tests.Districts;

public sealed class SchoolsTests
{
    private const string Schools = $"/{DemoDistrict.District}/schools";

    [EngineTheory]
    public async Task Each_school_is_shown_with_leader_ilt_staff_and_rounds(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var rows = (await app.As("supervisor").GetAsync(Schools)).TextsOf("tbody tr");
        rows.Count.ShouldBe(5);
        rows[0].ShouldStartWith("Lincoln Elementary Marisol Vega ✓ 12 36");
        rows.ShouldContain(r =>
            r.StartsWith("Prairie View", StringComparison.Ordinal)
            && r.Contains("not formed", StringComparison.Ordinal)
        );
        rows.ShouldContain(r =>
            r.StartsWith("Roosevelt", StringComparison.Ordinal)
            && r.Contains("few", StringComparison.Ordinal)
        );
    }

    [EngineTheory]
    [Row("?q=LINCOLN", "Lincoln Elementary")]
    [Row("?q=view elem", "Prairie View Elementary")]
    [Row("?show=without-ilt", "Prairie View Elementary")]
    [Row("?show=closed", "Meadowlark Elementary")]
    public async Task A_school_is_found_by_name_and_state(Engine engine, string query, string name)
    {
        await using var app = await TestApp.StartAsync(engine);
        var rows = (await app.As("supervisor").GetAsync(Schools + query)).TextsOf("tbody tr");
        rows.Single().ShouldStartWith(name);
    }

    [EngineTheory]
    public async Task What_nobody_is_called_leads_back_to_all_schools(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var page = await app.As("supervisor").GetAsync(Schools + "?q=%25_'");
        page = await page.FollowAsync("Show all open schools");
        page.TextsOf("tbody tr").Count.ShouldBe(5);
    }

    [EngineTheory]
    public async Task A_hundred_and_twenty_schools_follow_page_by_page_in_one_query_each(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        await app.Db(async db =>
        {
            var district = db.Set<Unit>().Single(u => u.Kind == UnitKind.District);
            for (var i = 0; i < 115; i++)
            {
                // Names in both cases and some alike: order must not depend on either.
                var name =
                    (i % 3 == 0 ? "ps " : "PS ") + (i / 2).ToString(CultureInfo.InvariantCulture);
                db.Add(Unit.NewSchool(district, name, $"ps-n{i}", TestClock.Start).Value);
            }

            await db.SaveChangesAsync();
        });
        var supervisor = app.As("supervisor");
        var page = await supervisor.GetAsync(Schools);
        page.Commands.Count(c => !c.StartsWith("PRAGMA", StringComparison.Ordinal)).ShouldBe(2);
        var links = new List<string>();
        while (true)
        {
            links.AddRange(
                page.Document.QuerySelectorAll("tbody th a").Select(a => a.GetAttribute("href")!)
            );
            if (page.Document.QuerySelectorAll("tbody tr").Length < 50)
            {
                break;
            }

            page = await page.FollowAsync("Next schools");
        }

        links.Count.ShouldBe(120);
        links.Distinct().Count().ShouldBe(120);
    }

    [EngineTheory]
    public async Task A_school_is_added_by_hand_with_a_free_address(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var page = await app.As("district-leader").GetAsync(Schools);
        page = await page.FollowAsync("Add a school");
        page = await page.Form("Add the school").Fill("Name", "Lincoln Elementary").SubmitAsync();
        page.Path.ShouldBe("/lincoln-elementary-2");
        page.Notice.ShouldBe("✓ Lincoln Elementary is added.");
        (await app.As("admin").GetAsync(Schools)).TextsOf("tbody tr").Count.ShouldBe(6);
    }

    [EngineTheory]
    [Row("", "", "Enter the name.")]
    [Row("Lincoln", DemoDistrict.OtherSchool, "has the address")]
    [Row("Lincoln", "Lincoln!", "lower-case letters")]
    public async Task A_school_without_name_or_with_no_free_address_is_refused(
        Engine engine,
        string name,
        string slug,
        string reason
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        var page = await app.As("admin").GetAsync($"{Schools}/new");
        page = await page.Form("Add the school")
            .Fill("Name", name)
            .Fill("Address", slug)
            .SubmitAsync();
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Problems.Single().ShouldContain(reason);
        page.Form("Add the school")["Input.Slug"].ShouldBe(slug);
    }

    [EngineTheory]
    public async Task The_list_is_for_those_who_look_after_all_schools(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        (await app.As("principal").GetAsync(Schools)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await app.As("supervisor").GetAsync($"{Schools}/new")).Status.ShouldBe(
            HttpStatusCode.NotFound
        );
        (await app.As("admin").GetAsync($"/{DemoDistrict.Lincoln}/schools")).Status.ShouldBe(
            HttpStatusCode.NotFound
        );
    }
}
