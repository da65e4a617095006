using System.Net;
using Microsoft.EntityFrameworkCore;
using Throughline.Data.Demo;
using Throughline.Data.Tests.Engines;
using Throughline.Domain.Shared;
using Throughline.Domain.Units;
using Throughline.Domain.Work;
using Throughline.Web.Tests.Support;
using static Throughline.Web.Tests.Assessments.RoundPages;

namespace Throughline.Web.Tests.Work;

/// <summary>An action step from being added to being over, as its team and its owner meet it.</summary>
public sealed class ActionStepTests(SharedApps apps) : IClassFixture<SharedApps>
{
    private const string List = $"/{DemoDistrict.Lincoln}/work/actions";
    private const string Overdue = $"{List}/1";
    private const string UnderWay = $"{List}/2";

    [EngineTheory]
    public async Task A_step_stands_in_its_owners_day_and_on_the_list(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);

        var page = await AddAsync(app, "Bring the look-fors to Grade 4", "teacher", Day(app, 6));

        page.Path.ShouldBe($"{List}/4");
        page.Notice.ShouldBe("✓ The action step is added. It stands in its owner’s day.");
        page.Text.ShouldContain("Amara Osei carries it");
        page.Text.ShouldContain("It comes from no other thing");
        var day = await app.As("teacher").GetAsync("/home");
        day.TextsOf("ul.line strong").ShouldContain("Bring the look-fors to Grade 4");
        day.TextsOf("ul.line .what").ShouldContain("Action step · by Tuesday");
        (await app.As("member").GetAsync(List))
            .TextsOf("tbody th")
            .ShouldBe([
                "Each representative reads the purpose statement with their team and brings back what was unclear",
                "Bring the look-fors to Grade 4",
                "Run three learning walks on student talk, with a short talk after each",
            ]);
        (await app.As("principal").GetAsync($"/{DemoDistrict.Lincoln}")).Text.ShouldContain(
            "3 open steps, 1 past the day."
        );
    }

    [EngineTheory]
    public async Task An_owner_who_is_not_on_the_team_sees_and_moves_their_own_and_no_other(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        var path = (await AddAsync(app, "Show the new board", "teacher", Day(app, 6))).Path;
        var owner = app.As("teacher");

        (await owner.GetAsync(Overdue)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await owner.GetAsync(List)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await owner.GetAsync($"{path}/edit")).Status.ShouldBe(HttpStatusCode.NotFound);
        var page = await owner.GetAsync(path);
        page.Text.ShouldNotContain("Change what, who or by when");
        page = await page.Form("Begin: under way").SubmitAsync();
        page.Notice.ShouldBe("✓ Action 4 is now: under way.");
        page = await page.Form("Add the note").Fill("Add a note", "The board is up.").SubmitAsync();
        page.Text.ShouldContain("The board is up.");
        page = await page.Form("It is done").SubmitAsync();
        page.Notice.ShouldBe("✓ Action 4 is now: done.");
        (await owner.GetAsync("/home")).Text.ShouldNotContain("Action step");
        // A form that names another step is about the step in the address all the same.
        await owner.PostFormAsync(
            $"{path}?handler=Note",
            ("Number", "1"),
            ("Input.Text", "For my own step")
        );
        (await app.As("member").GetAsync(Overdue)).Text.ShouldNotContain("For my own step");
        (await owner.GetAsync(path)).Text.ShouldContain("For my own step");
        // Carried by someone else from then on, it is theirs no longer.
        await app.Db(db =>
            db.Set<ActionStep>()
                .Where(s => s.Number == 4)
                .ExecuteUpdateAsync(s =>
                    s.SetProperty(
                        x => x.OwnerId,
                        db.Set<Person>().Where(p => p.GivenName == "Theo").Select(p => p.Id).First()
                    )
                )
        );
        (await owner.GetAsync(path)).Status.ShouldBe(HttpStatusCode.NotFound);
        (
            await owner.PostFormAsync($"{path}?handler=Note", ("Input.Text", "Still me"))
        ).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [EngineTheory]
    public async Task A_day_gone_by_and_someone_who_is_not_here_are_refused_with_what_was_typed(
        Engine engine
    )
    {
        var app = await apps.On(engine);
        var form = (await app.As("member").GetAsync($"{List}/new"))
            .Form("Add the action step")
            .Fill("What will be done", "Read it aloud")
            .Fill("Who carries it", "Theo Lindqvist")
            .Fill("By when", Day(app, -1));

        var page = await form.SubmitAsync();

        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Problems.ShouldBe(["That day has gone by. Choose today or a later day."]);
        var again = page.Form("Add the action step");
        again["Input.Title"].ShouldBe("Read it aloud");
        var outsider = await app.Db(
            db =>
                db.Set<Person>().Where(p => p.GivenName == "Ruth").Select(p => p.Id).SingleAsync(),
            DemoDistrict.OtherDistrict
        );
        foreach (
            var (who, says) in new[]
            {
                (outsider, "Choose who will do it."),
                (await IdAsync(app, "Harold"), "Harold Simms has left. Choose someone else."),
                (
                    await IdAsync(app, "Gregory"),
                    "Gregory Baptiste belongs neither to the staff here nor to the ILT. Choose someone who does."
                ),
            }
        )
        {
            page = await again
                .Set("Input.OwnerId", who.ToString())
                .Set("Input.DueOn", Day(app, 3))
                .SubmitAsync();
            page.Problems.ShouldBe([says]);
        }

        (await app.Db(db => db.Set<ActionStep>().CountAsync())).ShouldBe(3);
    }

    [EngineTheory]
    public async Task Two_who_change_one_step_see_both_texts_and_lose_none(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var mine = (await app.As("member").GetAsync($"{UnderWay}/edit"))
            .Form("Save")
            .Fill("What will be done", "Mine");
        var theirs = (await app.As("principal").GetAsync($"{UnderWay}/edit"))
            .Form("Save")
            .Fill("What will be done", "Theirs");

        (await theirs.SubmitAsync()).Notice.ShouldBe("✓ The action step is saved.");
        var page = await mine.SubmitAsync();

        page.Status.ShouldBe(HttpStatusCode.Conflict);
        page.TextOf("[role=alert]").ShouldContain("Theirs");
        page.TextOf("[role=alert]").ShouldContain("Mine");
        (await page.Form("Save").SubmitAsync()).Heading.ShouldBe("Mine");
        (await app.Db(db => db.Set<Thing>().SingleAsync(t => t.Title == "Mine"))).Number.ShouldBe(
            2
        );
    }

    [EngineTheory]
    public async Task A_move_decided_on_an_old_page_is_refused_and_a_note_is_not(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var old = await app.As("member").GetAsync(UnderWay);
        await (await app.As("facilitator").GetAsync(UnderWay)).Form("It is done").SubmitAsync();

        var page = await old.Form("Not started after all").SubmitAsync();
        page.Status.ShouldBe(HttpStatusCode.Conflict);
        page.Problems.ShouldHaveSingleItem().ShouldContain("Someone changed this action step");

        page = await old.Form("Add the note").Fill("Add a note", "Well done!").SubmitAsync();
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Text.ShouldContain("Well done!");
        (await app.Db(db => db.Set<ActionStep>().SingleAsync(s => s.Number == 2))).Status.ShouldBe(
            WorkStatus.Done
        );
    }

    [EngineTheory]
    public async Task Dropping_asks_for_a_reason_and_shows_it(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var page = await app.As("member").GetAsync(Overdue);
        page = await page.Form("Drop this action step").SubmitAsync();
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);

        page = await page.Form("Drop this action step")
            .Fill("Why the team drops it", "The district does it for all schools.")
            .SubmitAsync();

        page.Text.ShouldContain("The district does it for all schools.");
        page.Text.ShouldContain("moved it to “dropped”");
        (await app.As("member").GetAsync($"{List}?status=4"))
            .TextsOf("tbody th")
            .ShouldHaveSingleItem();
        (await app.As("member").GetAsync("/home")).Text.ShouldNotContain("Action step");
        (await app.As("member").GetAsync($"{Overdue}/edit")).Notice!.ShouldContain("is over");
    }

    [EngineTheory]
    public async Task Two_who_add_a_step_at_once_both_get_a_number(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var added = await Task.WhenAll(
            Enumerable
                .Range(0, 6)
                .Select(n => AddAsync(app, $"Step of its own {n}", "member", Day(app, 5)))
        );
        added.Select(p => p.Path).Distinct().Count().ShouldBe(6);
        (
            await app.Db(db =>
                db.Set<ActionStep>().Select(s => s.Number).OrderBy(n => n).ToListAsync()
            )
        ).ShouldBe(Enumerable.Range(1, 9));
    }

    [EngineTheory]
    public async Task The_same_form_sent_twice_adds_one_step(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var form = (await app.As("member").GetAsync($"{List}/new"))
            .Form("Add the action step")
            .Fill("What will be done", "Only once")
            .Fill("Who carries it", "Theo Lindqvist")
            .Fill("By when", Day(app, 3));
        var pages = new[] { await form.SubmitAsync(), await form.SubmitAsync() };
        pages.Select(p => p.Path).ShouldBe([$"{List}/4", $"{List}/4"]);
        (await app.Db(db => db.Set<ActionStep>().CountAsync())).ShouldBe(4);
    }

    [EngineTheory]
    public async Task The_list_is_narrowed_by_owner_and_goes_on_where_it_ended(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var dana = await IdAsync(app, "Dana");
        (await app.As("member").GetAsync($"{List}?owner={dana}"))
            .TextsOf("tbody th")
            .ShouldBe(["Run three learning walks on student talk, with a short talk after each"]);
        await app.Db(async db =>
        {
            var unit = await db.Set<Unit>().SingleAsync(u => u.Slug == DemoDistrict.Lincoln);
            var owner = new WorkOwner(dana, "Dana", true, false);
            var today = DateOnly.FromDateTime(app.Clock.Now);
            for (var n = 0; n < 60; n++)
            {
                var plan = new WorkPlan($"Many {n:00}", null, owner, today.AddDays(20 + (n / 3)));
                db.Add(ActionStep.Add(unit, 10 + n, plan, dana, today, app.Clock.Now).Value);
            }

            await db.SaveChangesAsync();
        });

        var page = await app.As("member").GetAsync(List);
        var first = page.TextsOf("tbody th");
        first.Count.ShouldBe(50);
        var second = (await page.FollowAsync("The next ones")).TextsOf("tbody th");

        second.Count.ShouldBe(12);
        first.Concat(second).Distinct().Count().ShouldBe(62);
        second[^1].ShouldBe("Many 59");
    }

    private static Task<Guid> IdAsync(TestApp app, string givenName) =>
        app.Db(db =>
            db.Set<Person>().Where(p => p.GivenName == givenName).Select(p => p.Id).SingleAsync()
        );

    private static async Task<TestPage> AddAsync(
        TestApp app,
        string what,
        string owner,
        string due
    ) =>
        await (await app.As("facilitator").GetAsync($"{List}/new"))
            .Form("Add the action step")
            .Fill("What will be done", what)
            .Fill("Who carries it", DemoDistrict.Personas.Single(p => p.Key == owner).Name)
            .Fill("By when", due)
            .SubmitAsync();
}
