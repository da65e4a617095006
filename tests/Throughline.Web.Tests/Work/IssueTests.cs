using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Throughline.Data.Demo;
using Throughline.Data.Platform;
using Throughline.Data.Tests.Engines;
using Throughline.Domain.Shared;
using Throughline.Domain.Teams;
using Throughline.Domain.Units;
using Throughline.Domain.Work;
using Throughline.Web.Tests.Support;
using static Throughline.Web.Tests.Assessments.RoundPages;

namespace Throughline.Web.Tests.Work;

/// <summary>The ILT's issues as its members meet them.</summary>
public sealed class IssueTests
{
    private const string List = $"/{DemoDistrict.Lincoln}/work/issues";
    private const string Open = $"{List}/1";

    [EngineTheory]
    public async Task The_list_is_ordered_by_votes_then_age_and_a_vote_can_be_taken_back(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        var page = await app.As("member").GetAsync(List);
        page.TextsOf("tbody td[data-label='No.']").ShouldBe(["1", "2", "4", "5", "3", "12"]);

        page = await page.Form("Vote: Grades 2 and 3 teach place value in two ways").SubmitAsync();
        page.Notice.ShouldBe("✓ Your vote counts.");
        page = await (await app.As("facilitator").GetAsync($"{List}/4"))
            .Form("Vote: let us talk about it")
            .SubmitAsync();
        page.TextOf("#votes").ShouldBe("5 votes");
        // A second vote from an old page counts once.
        await app.As("facilitator").PostFormAsync($"{List}/4?handler=Vote");
        page = await app.As("member").GetAsync(List);
        page.TextsOf("tbody td[data-label='No.']").ShouldBe(["1", "4", "2", "5", "3", "12"]);
        page.TextsOf("tbody td[data-label=Votes]").ShouldBe(["5", "5", "4", "2", "1", "0"]);

        page = await page.Form("Take my vote back: Grades 2 and 3 teach place value in two ways")
            .SubmitAsync();
        page.Notice.ShouldBe("✓ Your vote is taken back.");
        page.TextsOf("tbody td[data-label=Votes]").ShouldBe(["5", "4", "4", "2", "1", "0"]);
        // Who leads the school without a seat would see the list; a teacher sees neither it nor an issue.
        (await app.As("teacher").GetAsync(List)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await app.As("teacher").GetAsync(Open)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [EngineTheory]
    public async Task An_issue_is_raised_once_also_when_the_form_comes_twice(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var form = (await app.As("member").GetAsync($"{List}/new"))
            .Form("Raise the issue")
            .Fill("The issue in a line", "<script>alert(1)</script> & more");

        var page = await form.SubmitAsync();
        (await form.SubmitAsync()).Path.ShouldBe(page.Path);

        page.Path.ShouldBe($"{List}/15");
        page.Heading.ShouldBe("<script>alert(1)</script> & more");
        page.Html.ShouldNotContain("<script>alert");
        page.Text.ShouldContain("Theo Lindqvist raised it");
        (
            await app.Db(db => db.Set<Issue>().CountAsync(i => i.Title.StartsWith("<script>")))
        ).ShouldBe(1);
        page = await (await app.As("member").GetAsync($"{List}/new"))
            .Form("Raise the issue")
            .Fill("The issue in a line", "x")
            .Fill("What it is about", new string('x', 4001))
            .SubmitAsync();
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Problems.ShouldHaveSingleItem().ShouldStartWith("Shorten what it is about");
        page.Form("Raise the issue")["Input.About"]!.Length.ShouldBe(4001);
    }

    [EngineTheory]
    public async Task Two_who_write_one_text_see_both_and_two_who_write_different_ones_never_meet(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        const string said = "Save: Discuss: what was said";
        const string solves = "Save: Solve: what solves it";
        var old = await app.As("member").GetAsync(Open);
        await (await app.As("principal").GetAsync(Open))
            .Form(said)
            .Fill("What was said", "Theirs")
            .SubmitAsync();

        var page = await old.Form(said).Fill("What was said", "Mine").SubmitAsync();
        page.Status.ShouldBe(HttpStatusCode.Conflict);
        page.TextOf("[role=alert]").ShouldContain("Theirs");
        page.TextOf("[role=alert]").ShouldContain("Mine");
        page = await page.Form(said).SubmitAsync();
        page.TextOf("section[aria-labelledby=discuss] .typed").ShouldBe("Mine");

        // The other text, from the same old page, and by two who write it first.
        page = await old.Form(solves).Fill("What solves it", "First").SubmitAsync();
        page.Status.ShouldBe(HttpStatusCode.OK);
        page = await (old.Form(solves)).Fill("What solves it", "Second").SubmitAsync();
        page.Status.ShouldBe(HttpStatusCode.Conflict);
        page.TextOf("[role=alert]").ShouldContain("First");
    }

    [EngineTheory]
    public async Task An_issue_is_parked_comes_back_and_is_solved_with_words(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var page = await app.As("member").GetAsync(Open);
        page = await page.Form("Park the issue").SubmitAsync();
        page.Problems.ShouldBe(["Enter why it is parked."]);
        var old = page;
        page = await page.Form("Park the issue")
            .Fill("Why it is parked", "After the check.")
            .Fill("Until", Day(app, 2))
            .SubmitAsync();
        page.Text.ShouldContain("Parked until");
        (await app.As("member").GetAsync(List))
            .TextsOf("tbody td[data-label='No.']")
            .ShouldNotContain("1");
        // One parked issue of the demo has come to its day already.
        (await app.As("member").GetAsync(List)).Text.ShouldContain("1 parked issue is due");
        app.Clock.Advance(TimeSpan.FromDays(2));
        page = await app.As("member").GetAsync(List);
        page.Text.ShouldContain("2 parked issues are due");
        (await page.FollowAsync("Look at what is parked")).Text.ShouldContain("its day has come");
        (await old.Form("It is solved").Fill("What came of it", "x").SubmitAsync()).Status.ShouldBe(
            HttpStatusCode.Conflict
        );

        page = await (await app.As("member").GetAsync(Open)).Form("Take it up again").SubmitAsync();
        page = await page.Form("It is solved")
            .Fill("What came of it", "Mornings for all.")
            .SubmitAsync();
        page.Notice.ShouldBe("✓ The issue is solved.");
        page.TextOf("section[aria-labelledby=log]").ShouldContain("Mornings for all.");
        (await app.As("member").GetAsync($"{List}?show=solved")).Text.ShouldContain("✓ solved");
        (await app.As("member").GetAsync($"{Open}/edit")).Notice!.ShouldContain(
            "on the list no more"
        );
    }

    [EngineTheory]
    public async Task An_issue_becomes_an_action_step_and_each_leads_to_the_other(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var page = await (await app.As("member").GetAsync(Open)).FollowAsync(
            "Make an action step of it"
        );
        page.Text.ShouldContain("Comes from: Issue 1");
        page = await page.Form("Add the action step")
            .Fill("Who carries it", "Theo Lindqvist")
            .Fill("By when", Day(app, 6))
            .SubmitAsync();
        page.TextOf("ul.line").ShouldContain("Came from: Issue 1 Small groups are skipped");
        (await app.As("member").GetAsync(Open)).TextOf("ul.line").ShouldContain("Led to: Action 4");
        var solved = await app.As("member").GetAsync($"{List}/7");
        solved.TextOf("ul.line").ShouldContain("Led to: Action 3");

        // And the other way: what comes of a step that does not go on.
        var step = await app.Db(db =>
            db.Set<ActionStep>().Where(s => s.Number == 1).Select(s => s.Id).SingleAsync()
        );
        page = await app.As("member").GetAsync($"{List}/new?from={step}");
        page = await page.Form("Raise the issue").SubmitAsync();
        page.TextOf("ul.line").ShouldContain("Came from: Action 1");
    }

    [EngineTheory]
    public async Task A_long_list_goes_on_where_it_ended(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var me = await PersonIdAsync(app, "member");
        await app.Db(async db =>
        {
            var unit = await db.Set<Unit>().SingleAsync(u => u.Slug == DemoDistrict.Lincoln);
            for (var n = 0; n < 60; n++)
            {
                var issue = Issue
                    .Raise(
                        unit,
                        20 + n,
                        new(string.Create(CultureInfo.InvariantCulture, $"Many {n:00}"), null),
                        me,
                        app.Clock.Now
                    )
                    .Value;
                if (n % 3 == 0)
                {
                    issue.Vote(me);
                }

                db.Add(issue);
            }

            await db.SaveChangesAsync();
        });

        var page = await app.As("member").GetAsync(List);
        var first = page.TextsOf("tbody td[data-label='No.']");
        first.Count.ShouldBe(50);
        var second = (await page.FollowAsync("The next ones")).TextsOf(
            "tbody td[data-label='No.']"
        );
        second.Count.ShouldBe(16);
        first.Concat(second).Distinct().Count().ShouldBe(66);
        second[^1].ShouldBe("79");
    }

    [EngineTheory]
    public async Task Six_who_raise_at_once_all_get_a_number_and_all_votes_count(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var raised = await Task.WhenAll(
            Enumerable
                .Range(0, 6)
                .Select(async n =>
                    await (await app.As("member").GetAsync($"{List}/new"))
                        .Form("Raise the issue")
                        .Fill("The issue in a line", $"Own {n}")
                        .SubmitAsync()
                )
        );
        raised.Select(p => p.Path).Distinct().Count().ShouldBe(6);
        await Task.WhenAll(
            new[] { "member", "principal", "facilitator", "member" }.Select(who =>
                app.As(who).PostFormAsync($"{List}/15?handler=Vote")
            )
        );
        (await app.As("member").GetAsync($"{List}/15")).TextOf("#votes").ShouldBe("3 votes");
    }
}
