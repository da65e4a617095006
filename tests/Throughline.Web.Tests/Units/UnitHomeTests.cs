using System.Net;
using Throughline.Data.Demo;
using Throughline.Data.Tests.Engines;

namespace Throughline.Web.Tests.Units;

public sealed class UnitHomeTests(SharedApps apps) : IClassFixture<SharedApps>
{
    [EngineTheory]
    public async Task A_schools_home_shows_its_ilt_and_whom_each_member_speaks_for(Engine engine)
    {
        var app = await apps.On(engine);
        var page = await app.As("teacher").GetAsync($"/{DemoDistrict.Lincoln}");
        page.Heading.ShouldBe("Lincoln Elementary");
        page.Text.ShouldContain("Theo Lindqvist · Grade 4");
        page.Text.ShouldContain("Dana Whitehorse facilitates for now.");
        page.TextsOf("tbody tr")
            .ShouldContain(r =>
                r.StartsWith(DemoDistrict.UnspokenProgram, StringComparison.Ordinal)
                && r.EndsWith("nobody", StringComparison.Ordinal)
            );
    }

    [EngineTheory]
    public async Task Staff_see_the_decisions_that_touch_their_team_and_no_others(Engine engine)
    {
        var app = await apps.On(engine);
        var page = await app.As("teacher").GetAsync($"/{DemoDistrict.Lincoln}");
        // The newest first. A decision that names no team is for all.
        page.TextsOf("#voice ~ ul a[href*='/decisions/']")
            .ShouldBe([
                "Grade 4 tries the new exit ticket first, for three weeks",
                "The grade meeting moves to the lunch hour on Wednesdays",
                "Each month has one look-for, and every team hears of it before the walk",
            ]);
        // What was proposed is not always what was decided.
        page.Text.ShouldContain("The grade meeting stays on Tuesday afternoon.");
        page.Text.ShouldContain("· Grade 4");
        page.Text.ShouldContain("· all teams");
        page.Text.ShouldNotContain("Kindergarten keeps its own words");
        (
            await page.FollowAsync("Grade 4 tries the new exit ticket first, for three weeks")
        ).Text.ShouldContain("a small start shows us what has to change");

        // In no team: what is for all, and nothing of one team.
        page = await app.As("sit-member").GetAsync($"/{DemoDistrict.Lincoln}");
        page.TextsOf("#voice ~ ul a[href*='/decisions/']").Count.ShouldBe(2);
        (await app.As("member").GetAsync($"/{DemoDistrict.Lincoln}")).Text.ShouldNotContain(
            "Decisions that touch my team"
        );
    }

    [EngineTheory]
    public async Task A_school_without_an_ilt_says_what_to_do_first_to_those_who_may(Engine engine)
    {
        var app = await apps.On(engine);
        var page = await app.As("admin").GetAsync($"/{DemoDistrict.NewSchool}");
        page.Text.ShouldContain("What to do first");
        page.TextsOf("ol.line a").ShouldBe(["Name the instructional teams", "Form the ILT"]);
        page.Text.ShouldContain("has no members yet");

        page = await app.As("supervisor").GetAsync($"/{DemoDistrict.NewSchool}");
        page.Text.ShouldNotContain("What to do first");
        page.Text.ShouldContain("Who leads here forms it.");
    }

    [EngineTheory]
    public async Task Rounds_are_shown_to_the_team_and_to_nobody_else(Engine engine)
    {
        var app = await apps.On(engine);
        (await app.As("principal").GetAsync($"/{DemoDistrict.Lincoln}"))
            .TextsOf("h2")
            .ShouldContain("Rounds");
        (await app.As("teacher").GetAsync($"/{DemoDistrict.Lincoln}"))
            .TextsOf("h2")
            .ShouldNotContain("Rounds");
    }

    [EngineTheory]
    public async Task A_district_shows_its_schools_to_those_who_see_them_all(Engine engine)
    {
        var app = await apps.On(engine);
        var page = await app.As("district-leader").GetAsync($"/{DemoDistrict.District}");
        page.Text.ShouldContain("5 schools");
        page.Text.ShouldContain("Lincoln Elementary Marisol Vega");
        page.Text.ShouldNotContain("Meadowlark");
        // Who leads the district is no principal.
        page.Text.ShouldContain("Leader Renata Okafor");

        page = await app.As("teacher").GetAsync($"/{DemoDistrict.District}");
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Text.ShouldNotContain("Marisol Vega ✓");
        (await app.As("outsider").GetAsync($"/{DemoDistrict.District}")).Status.ShouldBe(
            HttpStatusCode.NotFound
        );
    }

    [EngineTheory]
    public async Task The_next_meeting_stands_on_the_home_of_who_sees_meetings(Engine engine)
    {
        var app = await apps.On(engine);
        var page = await app.As("member").GetAsync($"/{DemoDistrict.Lincoln}");
        page.Text.ShouldContain("Next meeting Today, ");
        page.Document.QuerySelectorAll("a")
            .ShouldContain(a => a.GetAttribute("href") == $"/{DemoDistrict.Lincoln}/meetings/11");
        (await app.As("teacher").GetAsync($"/{DemoDistrict.Lincoln}")).Text.ShouldNotContain(
            "Next meeting"
        );
    }

    [EngineTheory]
    public async Task A_closed_school_stays_readable_and_says_so(Engine engine)
    {
        var app = await apps.On(engine);
        (await app.As("admin").GetAsync($"/{DemoDistrict.ClosedSchool}")).Text.ShouldContain(
            "This school was closed on"
        );
    }

    [EngineTheory]
    [Row("principal", $"/{DemoDistrict.Lincoln}")]
    [Row("district-leader", $"/{DemoDistrict.District}")]
    [Row("admin", $"/{DemoDistrict.District}/schools")]
    [Row("admin", $"/{DemoDistrict.District}/settings/audit")]
    [Row("principal", $"/{DemoDistrict.Lincoln}/settings/calendar")]
    [Row("principal", $"/{DemoDistrict.Lincoln}/settings/access")]
    public async Task A_page_takes_at_most_eight_queries(Engine engine, string person, string path)
    {
        var app = await apps.On(engine);
        var queries = (await app.As(person).GetAsync(path)).Commands.Where(IsQuery).ToList();
        queries.Count.ShouldBeInRange(2, 8, string.Join("\n\n", queries));
    }

    private static bool IsQuery(string command) =>
        !command.StartsWith("PRAGMA", StringComparison.Ordinal);
}
