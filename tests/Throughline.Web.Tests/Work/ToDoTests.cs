using System.Net;
using Microsoft.EntityFrameworkCore;
using Throughline.Data.Demo;
using Throughline.Data.Tests.Engines;
using Throughline.Domain.Units;
using Throughline.Domain.Work;
using Throughline.Web.Tests.Support;
using static Throughline.Web.Tests.Assessments.RoundPages;

namespace Throughline.Web.Tests.Work;

/// <summary>A to-do from being promised to being done.</summary>
public sealed class ToDoTests
{
    private const string List = $"/{DemoDistrict.Lincoln}/work/todos";

    [EngineTheory]
    public async Task A_to_do_stands_in_its_owners_day_until_it_is_done_and_can_be_opened_again(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        var page = await (await app.As("member").GetAsync($"{List}/new"))
            .Form("Add the to-do")
            .Fill("What will be done", "Bring the poster")
            .Fill("Who carries it", "Amara Osei")
            .Fill("By when", Day(app, 5))
            .SubmitAsync();
        page.Path.ShouldMatch($@"^{List}/\d+$");
        var mine = page.Path;
        var number = mine[(mine.LastIndexOf('/') + 1)..];
        page.Notice.ShouldBe("✓ The to-do is added. It stands in its owner’s day.");

        // The owner is not on the team: their own they see and finish, the list they do not see.
        var owner = app.As("teacher");
        (await owner.GetAsync("/home")).TextsOf("ul.line strong").ShouldContain("Bring the poster");
        (await owner.GetAsync(List)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await owner.GetAsync($"{List}/1")).Status.ShouldBe(HttpStatusCode.NotFound);
        page = await (await owner.GetAsync(mine)).Form("It is done").SubmitAsync();
        page.Notice.ShouldBe($"✓ To-do {number} is now: done.");
        (await owner.GetAsync("/home")).Text.ShouldNotContain("Bring the poster");

        page = await (await app.As("facilitator").GetAsync(mine))
            .Form("Not done yet: open it again")
            .SubmitAsync();
        page.Notice.ShouldBe($"✓ To-do {number} is now: open.");
        (await owner.GetAsync("/home")).Text.ShouldContain("Bring the poster");
    }

    [EngineTheory]
    public async Task Open_ones_are_listed_soonest_first_and_an_overdue_one_says_so(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var page = await app.As("member").GetAsync(List);
        var titles = page.TextsOf("tbody th");
        titles.Count.ShouldBe(10);
        titles[0].ShouldStartWith("Tell the Grade 4 team");
        page.TextsOf("tbody .tag.watch").ShouldContain("▲ overdue");
        var me = await app.Db(db =>
            (
                from toDo in db.Set<ToDo>()
                join unit in db.Set<Unit>() on toDo.UnitId equals unit.Id
                where unit.Slug == DemoDistrict.Lincoln && toDo.Number == 1
                select toDo.OwnerId
            ).SingleAsync()
        );
        (await app.As("member").GetAsync($"{List}?owner={me}"))
            .TextsOf("tbody th")
            .ShouldBe([titles[0]]);
        var done = (await app.As("member").GetAsync($"{List}?status=3")).TextsOf("tbody th");
        done.ShouldContain("Print the norms large enough to read from the back");
        done.ShouldNotContain(titles[0]);
        (await app.As("member").GetAsync("/home"))
            .TextsOf("ul.line .what")
            .ShouldContain(what => what.StartsWith("To-do · was due", StringComparison.Ordinal));
    }

    [EngineTheory]
    public async Task A_to_do_that_came_from_a_decision_leads_back_to_it(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var page = await app.As("member").GetAsync($"{List}/1");
        page.TextsOf("ul.line .what")
            .ShouldBe(
                [
                    "Came from: Item 2 of “Where we start this year”",
                    "Came from: Action 2",
                    "Came from: Rock 1",
                    "Came from: Decision 1",
                    "This to-do",
                ],
                ignoreOrder: true
            );
    }

    [EngineTheory]
    public async Task Dropping_needs_a_reason_and_two_who_change_see_both_texts(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var page = await (await app.As("member").GetAsync($"{List}/2"))
            .Form("Drop this to-do")
            .SubmitAsync();
        page.Problems.ShouldBe(["Enter why the team drops this to-do."]);
        var mine = (await app.As("member").GetAsync($"{List}/2/edit"))
            .Form("Save")
            .Fill("What will be done", "Mine");
        await (await app.As("principal").GetAsync($"{List}/2/edit"))
            .Form("Save")
            .Fill("What will be done", "Theirs")
            .SubmitAsync();
        page = await mine.SubmitAsync();
        page.Status.ShouldBe(HttpStatusCode.Conflict);
        page.TextOf("[role=alert]").ShouldContain("Theirs");
        page.TextOf("[role=alert]").ShouldContain("Mine");
    }
}
