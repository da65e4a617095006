using System.Net;
using Microsoft.EntityFrameworkCore;
using Throughline.Data.Demo;
using Throughline.Data.Tests.Engines;
using Throughline.Domain.Assessments;
using Throughline.Domain.Shared;
using Throughline.Domain.Work;
using Throughline.Web.Tests.Support;
using static Throughline.Web.Tests.Assessments.RoundPages;

namespace Throughline.Web.Tests.Assessments.Agreement;

/// <summary>The team before the results of a closed round.</summary>
public sealed class AgreementTests(SharedApps apps) : IClassFixture<SharedApps>
{
    private const string Closed = $"/{DemoDistrict.Lincoln}/assessments/2/agreement";
    private const string Scale = $"/{DemoDistrict.Lincoln}/assessments/1/agreement";

    [EngineTheory]
    public async Task The_overview_says_how_far_the_team_is(Engine engine)
    {
        var app = await apps.On(engine);
        var page = await app.As("member").GetAsync(Closed);
        page.Text.ShouldContain("4 of 5 items talked about");
        page.TextsOf("tbody .tag")
            .ShouldBe([
                "✓ agreed: level 2",
                "✓ agreed: level 3",
                "▲ no agreement yet",
                "✓ agreed: level 2",
                "not yet talked about",
            ]);
        page.Text.ShouldNotContain("Go on with item 5");
        (await app.As("facilitator").GetAsync(Closed)).Text.ShouldContain("Go on with item 5");
        (await app.As("teacher").GetAsync(Closed)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [EngineTheory]
    public async Task A_level_is_agreed_with_reasons_and_the_next_one_is_offered(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var page = await app.As("facilitator").GetAsync($"{Closed}/5");
        page = await page.Form("Save").Tick("Input.Level", "2").SubmitAsync();
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Problems.ShouldHaveSingleItem().ShouldStartWith("Write the reasons");
        page.Form("Save")["Input.Level"].ShouldBe("2");

        page = await page.Form("Save").Fill("Input.Reasons", "Half of it is done.").SubmitAsync();

        page.Notice.ShouldBe("✓ Item 5 is recorded.");
        page.TextOf("h1 + .tag").ShouldBe("✓ agreed: level 2");
        page.TextOf("#next").ShouldBe("The next level");
        var instrument = await InstrumentAsync(app);
        page.Text.ShouldContain(
            instrument.Items[4].DescriptorAt(3)!.Split("\n\n")[0].ReplaceLineEndings(" ")
        );
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        page = await page.Form("Save").Tick("Input.Level", "4").SubmitAsync();
        page.TextOf("#next").ShouldBe("How we keep it");
        page.Text.ShouldContain("Recorded before (1)");
        // The overview follows the last item.
        page = await page.Form("Save and see all items").SubmitAsync();
        page.Path.ShouldBe(Closed);
        page.Text.ShouldContain("5 of 5 items talked about");
    }

    [EngineTheory]
    public async Task No_agreement_yet_is_an_answer(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var page = await (await app.As("principal").GetAsync($"{Scale}/1"))
            .Form("Save and go to item 2")
            .Tick("Input.Level", "open")
            .SubmitAsync();
        page.Path.ShouldBe($"{Scale}/2");
        page = await app.As("member").GetAsync($"{Scale}/1");
        page.Text.ShouldContain("No agreement yet");
        page.Text.ShouldNotContain("Save and go");
    }

    [EngineTheory]
    public async Task What_is_agreed_changes_no_rating_and_no_result(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var (before, ratings) = await StoredAsync(app);
        var results = await FiguresAsync();

        await (await app.As("facilitator").GetAsync($"{Closed}/1"))
            .Form("Save")
            .Tick("Input.Level", "1")
            .Fill("Input.Reasons", "Against what was rated.")
            .SubmitAsync();

        (await StoredAsync(app)).ShouldBe((before, ratings));
        (await FiguresAsync()).ShouldBe(results);

        async Task<string> FiguresAsync() =>
            (await app.As("member").GetAsync(Closed.Replace("agreement", "results"))).TextOf(
                "#figures"
            );

        Task<(string, int)> StoredAsync(TestApp at) =>
            at.Db(async db =>
                (
                    string.Join(
                        '\n',
                        await db.Set<PublishedResult>()
                            .OrderBy(p => p.Id)
                            .Select(p => p.Document)
                            .ToListAsync()
                    ),
                    await db.Set<Rating>().SumAsync(r => r.Version)
                )
            );
    }

    [EngineTheory]
    public async Task Two_who_record_one_item_see_both_and_lose_nothing(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        foreach (var item in new[] { $"{Closed}/1", $"{Closed}/5" })
        {
            var mine = (await app.As("facilitator").GetAsync(item))
                .Form("Save")
                .Tick("Input.Level", "3")
                .Fill("Input.Reasons", "Mine");
            var theirs = (await app.As("principal").GetAsync(item))
                .Form("Save")
                .Tick("Input.Level", "1")
                .Fill("Input.Reasons", "Theirs");
            await theirs.SubmitAsync();

            var page = await mine.SubmitAsync();

            page.Status.ShouldBe(HttpStatusCode.Conflict);
            page.TextsOf("[role=alert] tbody tr")
                .ShouldBe(["The teamLevel 1Level 3", "ReasonsTheirsMine"]);
            page.Form("Save")["Input.Level"].ShouldBe("3");
            app.Clock.Advance(TimeSpan.FromMinutes(1));
            page = await page.Form("Save").SubmitAsync();
            page.Notice!.ShouldContain("is recorded");
            page.Text.ShouldContain("Theirs");
        }
    }

    [EngineTheory]
    public async Task Many_who_begin_an_item_at_once_make_one_record_of_it(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var forms = new List<PageForm>();
        for (var n = 0; n < 5; n++)
        {
            forms.Add(
                (await app.As(n % 2 == 0 ? "facilitator" : "principal").GetAsync($"{Closed}/5"))
                    .Form("Save")
                    .Tick("Input.Level", "2")
                    .Fill("Input.Reasons", $"Words {n}")
            );
        }

        var pages = await Task.WhenAll(forms.Select(f => f.SubmitAsync()));

        pages.Count(p => p.Status == HttpStatusCode.OK).ShouldBe(1);
        pages.Count(p => p.Status == HttpStatusCode.Conflict).ShouldBe(4);
        (
            await app.Db(db =>
                db.Set<AgreedRecord>()
                    .CountAsync(r => r.Reasons != null && r.Reasons.StartsWith("Words"))
            )
        ).ShouldBe(1);
    }

    [EngineTheory]
    public async Task A_reopened_round_keeps_what_was_agreed_and_says_on_what(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var round = await OpenAsync(app);
        var item = $"{round.Path}/agreement/1";
        (await app.As("facilitator").GetAsync(item)).Status.ShouldBe(HttpStatusCode.NotFound);
        foreach (var rater in Raters)
        {
            await round.AnswerAllAsync(rater, 2);
        }

        await round.CloseAsync();
        var form = (await app.As("facilitator").GetAsync(item))
            .Form("Save")
            .Tick("Input.Level", "2")
            .Fill("Input.Reasons", "All of us say so.");
        await form.SubmitAsync();
        await round.ReopenAsync("One more");

        var page = await app.As("facilitator").GetAsync(item);
        page.Text.ShouldContain("The round has been reopened");
        page.Text.ShouldContain("All of us say so.");
        page.Document.QuerySelector("[name='Input.Level']").ShouldBeNull();
        page = await form.Set("Input.Level", "3").SubmitAsync();
        page.Problems.ShouldHaveSingleItem().ShouldContain("open again");

        await round.CloseAsync();
        page = await app.As("member").GetAsync(item);
        page.Text.ShouldContain("This was agreed on the earlier results");
        page.TextOf("h1 + .tag").ShouldBe("✓ agreed: level 2");
    }

    [EngineTheory]
    public async Task An_item_becomes_an_action_and_each_leads_to_the_other(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var page = await (await app.As("facilitator").GetAsync($"{Closed}/2")).FollowAsync(
            "Make one more action"
        );
        var form = page.Form("Make it an action");
        form["Input.Why"].ShouldStartWith("We looked at the same lesson twice");
        form["Input.Title"].ShouldBe("Reach “Exemplary practice”: Shared experience");

        page = await form.Fill("Who carries it", "Theo Lindqvist")
            .Fill("By when", Day(app, 10))
            .SubmitAsync();

        page.Path.ShouldBe($"{Closed}/2");
        var action = await page.FollowAsync("Reach “Exemplary practice”: Shared experience");
        action.Path.ShouldEndWith("/work/actions/4");
        action
            .TextOf("#line + ul .what")
            .ShouldBe("Came from: Item 2 of “Where we start this year”");
        (await action.FollowAsync("Shared experience")).Path.ShouldBe($"{Closed}/2");
        (await app.As("member").GetAsync("/home")).Text.ShouldContain("Shared experience");
    }

    [EngineTheory]
    public async Task An_action_can_come_of_an_item_before_a_level_is_agreed(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var page = await (await app.As("principal").GetAsync($"{Closed}/5/action"))
            .Form("Make it an action")
            .Fill("Who carries it", "Dana Whitehorse")
            .Fill("By when", Day(app, 10))
            .SubmitAsync();
        page.TextOf("h1 + .tag").ShouldBe("talked about, nothing recorded");
        // It was begun by the action: that overwrites nothing, so a form from before is taken.
        page = await (await app.As("principal").GetAsync($"{Closed}/5"))
            .Form("Save")
            .Set("Input.Version", "0")
            .Tick("Input.Level", "1")
            .Fill("Input.Reasons", "Not begun.")
            .SubmitAsync();
        page.Notice.ShouldBe("✓ Item 5 is recorded.");
    }

    [EngineTheory]
    public async Task The_owner_sees_where_an_action_came_from_and_no_result(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        await (await app.As("facilitator").GetAsync($"{Closed}/1/action"))
            .Form("Make it an action")
            .Fill("What will be done", "Read it with Grade 4")
            .Fill("Who carries it", "Amara Osei")
            .Fill("By when", Day(app, 10))
            .SubmitAsync();

        var page = await app.As("teacher").GetAsync($"/{DemoDistrict.Lincoln}/work/actions/4");

        page.Text.ShouldContain("Shared understanding");
        page.Document.QuerySelectorAll("a")
            .Select(a => a.GetAttribute("href"))
            .ShouldNotContain(h => h!.Contains("agreement"));
        page.Text.ShouldNotContain("level 2");
    }

    [EngineTheory]
    public async Task A_removed_thing_shows_as_a_broken_link(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        await app.Db(async db =>
        {
            var actions = await db.Set<ActionStep>().OrderBy(s => s.Number).ToListAsync();
            db.Add(ThingLink.CameFrom(actions[2], actions[1], app.Clock.Now));
            await db.SaveChangesAsync();
            db.Remove(actions[1]);
            await db.SaveChangesAsync();
        });
        var page = await app.As("member").GetAsync($"/{DemoDistrict.Lincoln}/work/actions/3");
        page.TextOf("li.broken").ShouldContain("Run three learning walks");
        page.TextOf("li.broken").ShouldContain("removed");
        // Farther up, the line goes on.
        page.TextsOf("#line + ul .what")
            .ShouldContain("Came from: Item 2 of “Where we start this year”");
    }

    [EngineTheory]
    public async Task The_projector_shows_nothing_that_is_anyones_own(Engine engine)
    {
        var app = await apps.On(engine);
        var page = await app.As("member").GetAsync($"{Closed}/1/projector");
        page.Text.ShouldContain("Shared understanding");
        page.Text.ShouldContain("✓ the team agrees");
        page.Text.ShouldNotContain("Ask three of us");
        page.Text.ShouldNotContain("Dana");
        page.Document.QuerySelector("a[data-key=ArrowRight]")!
            .GetAttribute("href")
            .ShouldBe($"{Closed}/2/projector");
        (await app.As("member").GetAsync($"{Closed}/6/projector")).Status.ShouldBe(
            HttpStatusCode.NotFound
        );
    }

    private static Task<Instrument> InstrumentAsync(TestApp app) =>
        app.Db(async db =>
            (await db.Set<InstrumentVersion>().SingleAsync(v => v.Key == "ilt-continuum")).Read()
        );
}
