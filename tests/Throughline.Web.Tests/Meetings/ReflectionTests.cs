using System.Net;
using Throughline.Data.Demo;
using Throughline.Data.Tests.Engines;

namespace Throughline.Web.Tests.Meetings;

/// <summary>The longer look back each term: questions for the team, and thinking maps.</summary>
public sealed class ReflectionTests
{
    private const string List = $"/{DemoDistrict.Lincoln}/meetings/reflections";

    [EngineTheory]
    public async Task The_page_names_the_term_and_leads_to_a_round_with_the_questions(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);

        var page = await app.As("facilitator").GetAsync(List);
        page.Text.ShouldContain("half of 2026–27");
        var round = await page.FollowAsync("Ask the team the questions");
        round
            .Form("Open the round")["Input.Instrument"]
            .ShouldNotBeNull()
            .ShouldStartWith("team-reflection/");
        // Without a key the choice is open, with a wrong one too.
        (
            await app.As("facilitator")
                .GetAsync($"/{DemoDistrict.Lincoln}/assessments/new?instrument=none")
        )
            .Form("Open the round")["Input.Instrument"]
            .ShouldBe("");

        var opened = await round
            .Form("Open the round")
            .Set("Input.Title", "Looking back on winter")
            .SubmitAsync();
        opened.Notice.ShouldNotBeNull().ShouldContain("is open");
        var after = await app.As("member").GetAsync(List);
        after.Text.ShouldContain("Last: Looking back on winter");
        after.Text.ShouldContain("The team has looked back this term.");
        after.Text.ShouldNotContain("Ask the team the questions");
    }

    [EngineTheory]
    public async Task A_map_is_begun_written_put_in_order_and_closed(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var member = app.As("member");
        var page = await (await member.GetAsync(List)).FollowAsync("Begin a thinking map");
        page = await page.Form("Begin").Set("Input.Title", "Our winter").SubmitAsync();
        page.Heading.ShouldBe("Write the map");
        page = await page.Form("Save the map")
            .Set("Input.Branches[0].Twigs", "Samples\n\n  Pairs ")
            .SubmitAsync();
        page.TextOf(".map-narrow svg").ShouldContain("Samples");
        page.TextOf("ol.line").ShouldContain("Pairs");

        var edit = await page.FollowAsync("Write");
        page = await edit.Form("Save the map").Set("Input.Do", "0:down").SubmitAsync();
        page.Heading.ShouldBe("Write the map");
        page.Form("Save the map")["Input.Branches[1].Twigs"].ShouldBe("Samples\nPairs");
        page = await page.Form("Save the map").Set("Input.Do", "0:out").SubmitAsync();
        page.Form("Save the map")["Input.Branches[0].Title"].ShouldBe("What worked");

        // What has lines is not gone at one press.
        page = await page.Form("Save the map").Set("Input.Do", "0:out").SubmitAsync();
        page.Problems.ShouldHaveSingleItem().ShouldStartWith("“What worked” has 2 lines.");
        page.Form("Save the map")["Input.Branches[0].Twigs"].ShouldBe("Samples\nPairs");
        var without = await page.Form("Take it out with its lines: branch 1").SubmitAsync();
        without.Form("Save the map")["Input.Branches[0].Title"].ShouldNotBe("What worked");
        page = await without
            .Form("Save the map")
            .Set("Input.Branches[0].Twigs", "Too many at once")
            .SubmitAsync();

        page = await (await member.GetAsync($"{List}/maps/3"))
            .Form("We are done: keep it as it is")
            .SubmitAsync();
        page.Text.ShouldContain("✓ closed January 20");
        (await member.GetAsync($"{List}/maps/3/edit")).Path.ShouldBe($"{List}/maps/3");
        (
            await member.PostFormAsync(
                $"{List}/maps/3/edit",
                ("Input.Title", "Other"),
                ("Input.Question", "Other?")
            )
        ).Text.ShouldContain("The team is done with this map");
    }

    [EngineTheory]
    public async Task The_team_has_looked_back_once_something_stands_in_the_map(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        const string Roosevelt = $"/{DemoDistrict.Roosevelt}/meetings/reflections";
        var principal = app.As("alonzo.pickett@riverbend.example");
        var page = await (await principal.GetAsync($"{Roosevelt}/maps/new"))
            .Form("Begin")
            .Set("Input.Title", "Our start")
            .SubmitAsync();
        (await principal.GetAsync(Roosevelt)).Text.ShouldContain("has not looked back this term");
        await page.Form("Save the map").Set("Input.Branches[1].Twigs", "Long talks").SubmitAsync();
        (await principal.GetAsync(Roosevelt)).Text.ShouldContain(
            "The team has looked back this term."
        );
    }

    [EngineTheory]
    public async Task A_line_of_a_map_becomes_an_issue_and_the_two_lead_to_each_other(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var map = await app.As("member").GetAsync($"{List}/maps/1");

        var path = map
            .Document.QuerySelectorAll("ol.line > li:nth-child(2) li:nth-child(2) a")
            .Select(a => a.GetAttribute("href")!)
            .First(h => h.Contains("/issues/new", StringComparison.Ordinal));
        var form = (await app.As("member").GetAsync(path)).Form("Raise the issue");
        form["Input.Title"].ShouldBe("Follow-up fell behind in November");
        var issue = await form.SubmitAsync();

        issue.Text.ShouldContain("Our first half of the year");
        (await app.As("member").GetAsync($"{List}/maps/1")).Text.ShouldContain(
            "Follow-up fell behind in November"
        );
        // A branch that is not there names the map alone.
        (await app.As("member").GetAsync(path[..path.LastIndexOf('.')] + ".77"))
            .Form("Raise the issue")["Input.Title"]
            .ShouldBe("Our first half of the year");
    }

    [EngineTheory]
    public async Task Two_who_write_one_map_see_both_texts(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        const string Path = $"{List}/maps/2/edit";
        var stale = (await app.As("principal").GetAsync(Path)).Form("Save the map");
        await (await app.As("member").GetAsync(Path))
            .Form("Save the map")
            .Set("Input.Branches[2].Twigs", "Because of us")
            .SubmitAsync();

        var met = await stale.Set("Input.Branches[2].Twigs", "Because of time").SubmitAsync();
        met.Status.ShouldBe(HttpStatusCode.Conflict);
        met.Text.ShouldContain("Because of us");
        met.Text.ShouldContain("Because of time");
    }
}
