using System.Net;
using Microsoft.EntityFrameworkCore;
using Throughline.Data.Demo;
using Throughline.Data.Tests.Engines;
using Throughline.Domain.Teams;
using Throughline.Domain.Units;
using Throughline.Web.Features.Work;
using Throughline.Web.Tests.Assessments;

namespace Throughline.Web.Tests.Home;

public sealed class MyDayTests(SharedApps apps) : IClassFixture<SharedApps>
{
    [EngineTheory]
    public async Task A_member_finds_what_to_rate_soonest_first(Engine engine)
    {
        var app = await apps.On(engine);
        var page = await app.As("member").GetAsync("/home");
        page.TextsOf("ul.line strong")
            .ShouldBe([
                "Each representative reads the purpose statement with their team and brings back what was unclear",
                "Tell the Grade 4 team about the look-fors, and bring back what they ask",
                "Each month has one look-for, and every team hears of it before the walk",
                "Meeting 11",
                "Mid-year figures",
                "Grade 4 tries the new exit ticket first, for three weeks",
                "Design for teacher leadership",
                DemoMatter.Waiting,
                "Mid-year self-assessment, 12 of 19 answered",
                "Meeting check, second look",
                "Every grade has had a learning walk and talked about it",
                "Each representative asks their team one question a week",
                "How was meeting 10?",
                "May a team meet at lunch when all of its members want to?",
                "Our norms say what we do when one of us talks over another",
            ]);
        page.TextsOf("ul.line .what")[3].ShouldStartWith("ILT meeting · today, ");
        page.TextsOf("ul.line .button")[8].ShouldStartWith("Go on rating");
        var first = await app.As("member")
            .GetAsync(page.Document.QuerySelectorAll("ul.line a.button")[8].GetAttribute("href")!);
        first.Status.ShouldBe(HttpStatusCode.OK);
        first.TextOf("[data-progress]").ShouldBe("12 of 19");
    }

    [EngineTheory]
    public async Task What_is_done_and_what_has_not_begun_do_not_wait(Engine engine)
    {
        var app = await apps.On(engine);
        var page = await app.As("facilitator").GetAsync("/home");
        page.Text.ShouldNotContain("Mid-year self-assessment,");
        page.Text.ShouldContain("Meeting check, second look");
        page.Text.ShouldNotContain("Where we stand later this year");
    }

    [EngineTheory]
    public async Task Who_has_nothing_to_do_is_told_so(Engine engine)
    {
        var app = await apps.On(engine);
        var page = await app.As("sit-member").GetAsync("/home");
        page.Text.ShouldContain("You are done for today.");
        page.Text.ShouldContain("Lincoln Elementary");
    }

    [EngineTheory]
    public async Task Who_lost_the_seat_is_asked_for_no_hand(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        (await app.As("member").GetAsync("/home")).Text.ShouldContain("hands are asked for");
        await app.Db(async db =>
        {
            var theo = await db.Set<Person>().SingleAsync(p => p.GivenName == "Theo");
            var ilt = await db.Set<Ilt>()
                .Include(i => i.Memberships)
                .SingleAsync(i => i.Memberships.Any(m => m.PersonId == theo.Id));
            ilt.EndMembership(theo.Id, app.Clock.Now).IsOk.ShouldBeTrue();
            await db.SaveChangesAsync();
            new HandsInMyDay()
                .PeopleWithSomething(db, app.Clock.Now)
                .ToList()
                .ShouldNotContain(theo.Id);
        });

        (await app.As("member").GetAsync("/home")).Text.ShouldNotContain("hands are asked for");
    }

    [EngineTheory]
    public async Task A_round_past_its_last_day_waits_to_be_closed(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var round = await RoundPages.OpenAsync(app, days: 0);
        (await app.As("principal").GetAsync("/home")).Text.ShouldNotContain("Round to close");

        app.Clock.Advance(TimeSpan.FromDays(1));
        var page = await app.As("principal").GetAsync("/home");
        page.TextsOf("ul.line .what")[0].ShouldContain("▲ the last day is over");
        page.Document.QuerySelectorAll("ul.line a.button")
            .Select(a => a.GetAttribute("href"))
            .ShouldContain(round.Path);
        page.Text.ShouldContain("A round of the tests: 0 of 3 have finished");

        await round.CloseAsync();
        (await app.As("principal").GetAsync("/home")).Text.ShouldNotContain("A round of the tests");
        (await app.As("member").GetAsync("/home")).Text.ShouldNotContain("A round of the tests");
    }

    [EngineTheory]
    public async Task A_round_that_everybody_finished_waits_to_be_closed(Engine engine)
    {
        var app = await apps.On(engine);
        var round = await RoundPages.OpenAsync(app, raters: ["facilitator"]);
        await round.AnswerAllAsync("facilitator", 1);
        (await app.As("principal").GetAsync("/home")).Text.ShouldContain(
            "Round to close · everybody has finished"
        );
        (await app.As("member").GetAsync("/home")).Text.ShouldNotContain("Round to close");
    }

    [EngineTheory]
    public async Task Leadership_a_roster_proposes_waits_for_who_may_give_it_until_it_is_answered(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        const string waiting = "1 proposed role from the roster";
        (await app.As("principal").GetAsync("/home")).Text.ShouldContain(waiting);
        (await app.As("admin").GetAsync("/home")).Text.ShouldContain("from the roster");
        (await app.As("member").GetAsync("/home")).Text.ShouldNotContain("from the roster");
        (await app.As("outsider").GetAsync("/home")).Text.ShouldNotContain("from the roster");

        await app.Db(async db =>
        {
            foreach (
                var role in db.Set<RoleAssignment>().Where(r => r.Status == RoleStatus.Proposed)
            )
            {
                role.End(app.Clock.GetUtcNow().UtcDateTime);
            }

            await db.SaveChangesAsync();
        });
        (await app.As("principal").GetAsync("/home")).Text.ShouldNotContain(waiting);
    }
}
