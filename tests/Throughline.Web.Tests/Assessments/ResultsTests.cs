using System.Net;
using Microsoft.EntityFrameworkCore;
using Throughline.Data.Demo;
using Throughline.Data.Tests.Engines;
using Throughline.Domain.Assessments;
using Throughline.Domain.Units;
using Throughline.Web.Tests.Support;

namespace Throughline.Web.Tests.Assessments;

/// <summary>What people read in results: two perspectives, their gap, splits, an earlier round, what stands out.</summary>
public sealed class ResultsTests(SharedApps apps) : IClassFixture<SharedApps>
{
    private const string GapItem = "#item-monitoring-feedback-and-planning";

    [EngineTheory]
    public async Task Both_perspectives_stand_on_one_axis_with_medians_and_the_gap(Engine engine)
    {
        var app = await apps.On(engine);
        var page = await app.As("principal").GetAsync(Results(DemoRounds.TwoPerspectives));

        page.Text.ShouldContain("11 of 12 on the team and 4 of 4 from outside answered.");
        var item = page.TextOf(GapItem);
        item.ShouldContain("The team sees this much higher than the view from outside.");
        item.ShouldContain("Cliff’s δ");
        item.ShouldContain("Team: median");
        item.ShouldContain("Outside: median");
        var picture = page.Document.QuerySelector($"{GapItem} svg.views")!;
        picture.GetAttribute("aria-label")!.ShouldStartWith("Team: ");
        picture.GetAttribute("aria-label")!.ShouldContain(". Outside: ");
        picture.QuerySelectorAll("circle").Length.ShouldBe(2);
        page.TextsOf(".result").ShouldContain(r => r.Contains("The team sees this much lower"));
        page.TextsOf("#stands-out ~ ul li")
            .ShouldContain(l =>
                l.StartsWith("The team and the view from outside are furthest apart on “After a")
            );
        // Every picture's figures stand in the table as well, one line a side.
        page.TextsOf("#figures tbody th").Count(t => t == "Outside").ShouldBe(19);
        page.TextOf("#notes-outside").ShouldBe("Notes from outside");
    }

    [EngineTheory]
    public async Task Two_from_outside_are_too_few_to_compare_and_nothing_of_theirs_is_anywhere(
        Engine engine
    )
    {
        var app = await apps.On(engine);
        foreach (var person in new[] { "gregory.baptiste@riverbend.example", "district-leader" })
        {
            var page = await app.As(person).GetAsync(Results(DemoRounds.OutsideTooFew));
            if (page.Status == HttpStatusCode.NotFound)
            {
                continue;
            }

            page.Text.ShouldContain("From outside: too few to compare. 4 asked, and fewer than 3");
            page.TextsOf(".result").ShouldAllBe(r => !r.Contains("Outside: median"));
            page.Document.QuerySelectorAll("svg.views").ShouldBeEmpty();
            page.Document.QuerySelector("#notes-outside").ShouldBeNull();
            page.TextsOf("#figures tbody tr")
                .Where(r => r.StartsWith("Outside", StringComparison.Ordinal))
                .ShouldAllBe(r => r == "Outside too few to show");
            page.Html.ShouldNotContain("Cliff");
        }

        var stored = await PublishedAsync(app, DemoRounds.OutsideTooFew);
        stored.Read().Outside!.Items.ShouldAllBe(i => i.Figures == null && i.Split == null);
        stored
            .Document[stored.Document.IndexOf("outside", StringComparison.Ordinal)..]
            .ShouldNotContain("counts");
    }

    [EngineTheory]
    public async Task A_split_shows_where_every_group_is_large_enough_and_nowhere_else(
        Engine engine
    )
    {
        var app = await apps.On(engine);
        var high = await app.As("lorraine.sandoval@riverbend.example")
            .GetAsync(Results(DemoRounds.EarlierResultStays));
        high.TextsOf(".result-split summary").ShouldContain("By group");
        high.TextsOf(".result-split li > span:first-child")
            .Distinct()
            .ShouldBe(["Teachers", "Coaches", "Leaders"]);
        high.TextsOf("#figures tbody th").ShouldContain("Coaches");

        var lincoln = await app.As("principal").GetAsync(Results(DemoRounds.TwoPerspectives));
        lincoln.Document.QuerySelectorAll(".result-split").ShouldBeEmpty();
        lincoln.TextsOf("#figures tbody th").ShouldNotContain("Coaches");

        var district = await app.As("district-leader").GetAsync(Results(DemoRounds.ClosedDistrict));
        district.TextsOf(".result-split summary").ShouldAllBe(s => s == "Outside by group");
        district.Document.QuerySelectorAll(".result-split").ShouldNotBeEmpty();
    }

    [EngineTheory]
    public async Task The_latest_earlier_round_of_the_same_instrument_stands_beside_it(
        Engine engine
    )
    {
        var app = await apps.On(engine);
        var path = Results(DemoRounds.TwoPerspectives);
        var page = await app.As("principal").GetAsync(path);

        page.TextsOf("#with option").Count.ShouldBe(2);
        page.TextOf("#with option[selected]").ShouldStartWith("End-of-year self-assessment, ");
        page.TextsOf("#figures thead th").ShouldContain("Then");
        page.TextsOf(".result .tag").ShouldContain("↑ higher");
        page.TextsOf(".result .tag").ShouldContain("= the same");
        var shown = await app.Db(db => db.Set<PublishedResult>().ToListAsync());
        shown.Count.ShouldBeGreaterThan(5);

        var none = await app.As("principal").GetAsync($"{path}?with=0");
        none.TextOf("#with option[selected]").ShouldBe("no earlier round");
        none.TextsOf("#figures thead th").ShouldNotContain("Then");
        foreach (var odd in new[] { "?with=999", "?with=x", "?with=2", "?with=-1" })
        {
            var other = await app.As("principal").GetAsync(path + odd);
            other.TextOf("#with option[selected]").ShouldStartWith("End-of-year");
        }
    }

    [EngineTheory]
    public async Task A_new_version_is_compared_item_by_item_where_the_key_is_the_same(
        Engine engine
    )
    {
        var app = await apps.On(engine);
        var round = new RoundPages(app, DemoRounds.Fresh.Number);
        foreach (var rater in RoundPages.Raters)
        {
            await round.AnswerAllAsync(rater, 3);
        }

        (await round.CloseAsync()).Status.ShouldBe(HttpStatusCode.OK);
        var page = await app.As("member").GetAsync($"{round.Path}/results");

        page.TextOf("#with option[selected]").ShouldStartWith("Meeting check, ");
        page.Document.QuerySelector("#item-all-spoke .tag").ShouldNotBeNull();
        page.Document.QuerySelector("#item-message-agreed .tag").ShouldBeNull();
    }

    [EngineTheory]
    public async Task Who_only_rated_sees_this_round_and_no_other(Engine engine)
    {
        var app = await apps.On(engine);
        var page = await app.As("supervisor").GetAsync(Results(DemoRounds.TwoPerspectives));

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Text.ShouldContain("Outside: median");
        page.Document.QuerySelector("#with").ShouldBeNull();
        page.Html.ShouldNotContain("End-of-year");
        (await app.As("supervisor").GetAsync(Results(DemoRounds.ClosedLastYear))).Status.ShouldBe(
            HttpStatusCode.NotFound
        );
    }

    [EngineTheory]
    public async Task Where_the_figures_support_nothing_nothing_stands_out(Engine engine)
    {
        var app = await apps.On(engine);
        var round = await RoundPages.OpenAsync(app);
        foreach (var rater in RoundPages.Raters)
        {
            await round.AnswerAllAsync(rater, 2);
        }

        await round.CloseAsync();
        var page = await app.As("member").GetAsync($"{round.Path}/results?with=0");

        page.Document.QuerySelector("#stands-out").ShouldBeNull();
        page.TextsOf(".result").ShouldAllBe(r => r.Contains("The team agrees: all at 2."));
    }

    [EngineTheory]
    public async Task Of_a_warning_low_is_good_and_the_page_says_so(Engine engine)
    {
        var app = await apps.On(engine);
        var page = await app.As("member").GetAsync(Results(DemoRounds.ClosedMarks));

        page.TextsOf(".result .tag.watch").Count.ShouldBe(8);
        page.TextOf(".stands-out").ShouldContain(", where low is good");
    }

    [EngineTheory]
    public async Task Each_item_can_be_linked_to_and_what_stands_out_leads_there(Engine engine)
    {
        var app = await apps.On(engine);
        var page = await app.As("principal").GetAsync(Results(DemoRounds.TwoPerspectives));

        var links = page
            .Document.QuerySelectorAll(".stands-out a")
            .Select(a => a.GetAttribute("href")!)
            .ToList();
        links.Count.ShouldBeInRange(3, 6);
        links.ShouldAllBe(l => page.Document.QuerySelectorAll($"li{l}").Length == 1);
    }

    private static string Results(DemoRoundAddress round) =>
        FormattableString.Invariant($"/{round.Unit}/assessments/{round.Number}/results");

    private static Task<PublishedResult> PublishedAsync(TestApp app, DemoRoundAddress address) =>
        app.Db(db =>
            (
                from published in db.Set<PublishedResult>()
                join round in db.Set<Round>() on published.RoundId equals round.Id
                join unit in db.Set<Unit>() on round.UnitId equals unit.Id
                where unit.Slug == address.Unit && round.Number == address.Number
                select published
            ).SingleAsync()
        );
}
