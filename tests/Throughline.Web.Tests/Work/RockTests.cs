using System.Net;
using Microsoft.EntityFrameworkCore;
using Throughline.Data.Demo;
using Throughline.Data.Tests.Engines;
using Throughline.Domain.Units;
using Throughline.Domain.Work;
using Throughline.Web.Tests.Support;
using static Throughline.Web.Tests.Assessments.RoundPages;

namespace Throughline.Web.Tests.Work;

/// <summary>A rock from its first day to its last.</summary>
public sealed class RockTests
{
    private const string List = $"/{DemoDistrict.Lincoln}/work/rocks";

    [EngineTheory]
    public async Task A_rock_that_others_have_done_is_offered_and_begun_with_its_milestones(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        var page = await app.As("member").GetAsync($"{List}/new");
        page = await page.FollowAsync("Look at all our meetings and give time back");
        page = await page.Form("Begin the rock")
            .Fill("Who carries it", "Theo Lindqvist")
            .Fill("Last day", Day(app, 60))
            .SubmitAsync();

        page.Path.ShouldBe($"{List}/5");
        page.Heading.ShouldBe("Look at all our meetings and give time back");
        page.Text.ShouldContain("▲ not said yet");
        page.TextOf("#time-words").ShouldStartWith("0 of ");
        (
            await app.Db(db => db.Set<RockMilestone>().CountAsync(m => m.DueOn > default(DateOnly)))
        ).ShouldBeGreaterThan(4);
        (await app.As("member").GetAsync("/home"))
            .TextsOf("ul.line strong")
            .ShouldContain("Look at all our meetings and give time back");
    }

    [EngineTheory]
    public async Task A_calendar_without_a_next_year_asks_for_a_day(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        await app.Db(db =>
            db.Set<SchoolYear>()
                .ExecuteUpdateAsync(y =>
                    y.SetProperty(x => x.LastDay, DateOnly.FromDateTime(app.Clock.Now).AddDays(10))
                )
        );
        var page = await (await app.As("member").GetAsync($"{List}/new"))
            .Form("Begin the rock")
            .Fill("What will be done", "Too long")
            .Fill("Who carries it", "Theo Lindqvist")
            .SubmitAsync();
        page.Problems.ShouldHaveSingleItem().ShouldStartWith("The calendar does not reach 45");
    }

    [EngineTheory]
    public async Task Off_track_asks_what_is_in_the_way_and_the_list_shows_it(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var member = app.As("member");
        var form = (await member.GetAsync($"{List}/1")).Form("Say so").Set("Rock.OnTrack", "false");
        var page = await form.SubmitAsync();
        page.Problems.ShouldBe(["Say in a few words what is in the way."]);

        page = await form.Set("Rock.Words", "Nobody is free to walk.").SubmitAsync();

        page.Notice.ShouldBe("✓ Rock 1 is off track.");
        page.Text.ShouldContain("Nobody is free to walk.");
        (await member.GetAsync(List)).TextsOf("tbody .tag.bad").Count.ShouldBe(2);
    }

    [EngineTheory]
    public async Task Milestones_are_added_reached_and_taken_off(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var member = app.As("member");
        var page = await (await member.GetAsync($"{List}/1"))
            .Form("Add the milestone")
            .Fill("What is reached", "All have walked")
            .Fill("By when it is reached", Day(app, 2))
            .SubmitAsync();
        page.Notice.ShouldBe("✓ The milestone is added.");
        page = await page.Form("Reached: All have walked").SubmitAsync();
        page.Notice.ShouldBe("✓ The milestone is reached.");
        page = await page.Form("Take it off: All have walked").SubmitAsync();
        page.Text.ShouldNotContain("All have walked");
    }

    [EngineTheory]
    public async Task More_time_is_the_teams_to_give_and_needs_a_reason(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        await app.Db(async db =>
        {
            var teacher = await db.Set<Person>().SingleAsync(p => p.GivenName == "Amara");
            await db.Set<Rock>()
                .Where(r => r.Number == 2)
                .ExecuteUpdateAsync(r => r.SetProperty(x => x.OwnerId, teacher.Id));
        });
        var owner = await app.As("teacher").GetAsync($"{List}/2");
        owner.Text.ShouldNotContain("Give it more time");
        (
            await app.As("teacher")
                .PostFormAsync(
                    $"{List}/2?handler=Extend",
                    ("Rock.Until", Day(app, 90)),
                    ("Rock.Why", "Mine")
                )
        ).Status.ShouldBe(HttpStatusCode.NotFound);

        var form = (await app.As("member").GetAsync($"{List}/2"))
            .Form("Move its last day")
            .Set("Rock.Until", Day(app, 90));
        (await form.SubmitAsync()).Problems.ShouldBe(["Enter why it needs more time."]);
        var page = await form.Set("Rock.Why", "The storm.").SubmitAsync();
        page.Notice!.ShouldStartWith("✓ Rock 2 has time until");
        page.Text.ShouldContain("The storm.");
    }
}
