using System.Net;
using Microsoft.EntityFrameworkCore;
using Throughline.Data.Demo;
using Throughline.Data.Tests.Engines;
using Throughline.Domain.Meetings;
using Throughline.Domain.Units;
using Throughline.Domain.Work;
using static System.FormattableString;
using static Throughline.Web.Tests.Meetings.TodaysMeeting;

namespace Throughline.Web.Tests.Meetings;

/// <summary>To-dos added in the room: where they hang, and what is refused.</summary>
public sealed class RoomToDoTests
{
    private const string Work = $"/{DemoDistrict.Lincoln}/work";

    [EngineTheory]
    public async Task A_to_do_added_in_the_room_hangs_on_the_part_the_team_was_at_and_is_added_once(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        var at = await StartedAsync(app);
        var item = await app.Db(db =>
            db.Set<AgendaItem>()
                .Where(i => i.MeetingId == MeetingOf(db, at).Id)
                .OrderBy(i => i.Number)
                .FirstAsync()
        );
        var theo = await IdOfAsync(app, "Theo");
        (string, string)[] body =
        [
            ("from", item.Id.ToString()),
            ("Input.Title", "Bring the samples"),
            ("Input.OwnerId", theo.ToString()),
            ("Input.DueOn", "2027-02-03"),
            ("_submission", "3f0a7c54-0d0b-4a37-9f6d-8b1f5c1e2a10"),
        ];

        (await InAWordAsync(app, "member", $"{Work}/todos/new", body)).Status.ShouldBe(
            HttpStatusCode.NoContent
        );
        await InAWordAsync(app, "member", $"{Work}/todos/new", body);

        var toDo = await app.Db(db =>
            db.Set<ToDo>().SingleAsync(t => t.Title == "Bring the samples")
        );
        toDo.MeetingId.ShouldBe(item.MeetingId);
        var parts = await app.As("facilitator").GetAsync($"{at}/screen?handler=Parts");
        parts.TextOf("[data-part=side]").ShouldContain("Bring the samples");
        var page = await app.As("member").GetAsync(Invariant($"{Work}/todos/{toDo.Number}"));
        page.Text.ShouldContain(item.Title);
        // The same to-do, never a copy, stands in the next meeting too.
        await app.As("facilitator").PostFormAsync($"{at}/clock?handler=End");
        (await app.As("member").GetAsync(await NextAsync(app, at))).Text.ShouldContain(
            "Bring the samples"
        );
        (
            await app.Db(db => db.Set<ToDo>().CountAsync(t => t.Title == "Bring the samples"))
        ).ShouldBe(1);
    }

    [EngineTheory]
    public async Task An_item_that_a_to_do_came_of_is_carried_over_once_when_it_is_parked(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        var at = await StartedAsync(app);
        var item = await app.Db(db =>
            db.Set<AgendaItem>()
                .Where(i => i.MeetingId == MeetingOf(db, at).Id)
                .OrderBy(i => i.Number)
                .FirstAsync()
        );
        await InAWordAsync(
            app,
            "member",
            $"{Work}/todos/new",
            ("from", item.Id.ToString()),
            ("Input.Title", "Ask grade 2 first"),
            ("Input.OwnerId", (await IdOfAsync(app, "Theo")).ToString()),
            ("Input.DueOn", "2027-02-03")
        );
        var facilitator = app.As("facilitator");
        await facilitator.PostFormAsync(
            $"{at}/clock?handler=Park",
            ("Input.Item", Invariant($"{item.Number}"))
        );

        await facilitator.PostFormAsync($"{at}/clock?handler=End");
        await facilitator.PostFormAsync($"{at}/clock?handler=Resume");
        await facilitator.PostFormAsync($"{at}/clock?handler=End");

        (await app.As("member").GetAsync(await NextAsync(app, at)))
            .TextsOf("li li a strong")
            .Count(t => t == item.Title)
            .ShouldBe(1);
    }

    [EngineTheory]
    public async Task What_is_made_of_the_teams_work_while_it_meets_came_out_of_the_meeting(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        var at = await StartedAsync(app);
        var issue = await app.Db(db =>
            db.Set<Issue>()
                .Where(i => i.UnitId == MeetingOf(db, at).UnitId && i.Status == IssueStatus.Open)
                .OrderBy(i => i.Number)
                .FirstAsync()
        );
        await AddAsync("While we meet");
        (await app.As("member").GetAsync(at))
            .TextOf("[data-live=side]")
            .ShouldContain("While we meet");

        await app.As("facilitator").PostFormAsync($"{at}/clock?handler=End");
        await AddAsync("When we have left");
        var page = await app.As("member").GetAsync(at);
        page.Text.ShouldContain("While we meet");
        page.Text.ShouldNotContain("When we have left");

        async Task AddAsync(string title) =>
            (
                await app.As("member")
                    .PostFormAsync(
                        $"{Work}/todos/new",
                        ("from", issue.Id.ToString()),
                        ("Input.Title", title),
                        ("Input.OwnerId", (await IdOfAsync(app, "Theo")).ToString()),
                        ("Input.DueOn", "2027-02-03")
                    )
            ).Problems.ShouldBeEmpty();
    }

    [EngineTheory]
    public async Task However_much_is_open_what_was_taken_today_is_read_back(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var at = await StartedAsync(app);
        var theo = await IdOfAsync(app, "Theo");
        await app.Db(async db =>
        {
            var lincoln = await db.Set<Unit>().SingleAsync(u => u.Slug == DemoDistrict.Lincoln);
            for (var n = 0; n < 35; n++)
            {
                var plan = new WorkPlan(
                    $"Old {n}",
                    null,
                    new(theo, "Theo Lindqvist", true, false),
                    new DateOnly(2027, 1, 25)
                );
                var day = new DateOnly(2027, 1, 20);
                db.Add(ToDo.Add(lincoln, 900 + n, plan, null, theo, day, app.Clock.Now).Value);
            }

            await db.SaveChangesAsync();
        });

        await app.As("member")
            .PostFormAsync(
                $"{Work}/todos/new",
                ("from", (await app.Db(db => Task.FromResult(MeetingOf(db, at).Id))).ToString()),
                ("Input.Title", "Taken today"),
                ("Input.OwnerId", theo.ToString()),
                ("Input.DueOn", "2027-03-03")
            );

        (await app.As("member").GetAsync(at))
            .TextOf("[data-live=side]")
            .ShouldContain("Taken today");
    }

    [EngineTheory]
    public async Task What_is_added_when_the_agenda_is_through_hangs_on_the_meeting(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var at = await StartedAsync(app);
        var facilitator = app.As("facilitator");
        var meeting = await app.Db(db => Task.FromResult(MeetingOf(db, at)));
        var last = ("Input.Section", Invariant($"{meeting.Sections.Count - 1}"));
        await facilitator.PostFormAsync($"{at}/clock?handler=GoTo", last);
        await facilitator.PostFormAsync($"{at}/clock?handler=Cut", last);

        var parts = await facilitator.GetAsync($"{at}/screen?handler=Parts");

        parts.TextOf("#now").ShouldBe("The agenda is through");
        parts
            .Document.QuerySelector("#now-from")!
            .GetAttribute("data-from")
            .ShouldBe(meeting.Id.ToString());
    }

    [EngineTheory]
    public async Task What_is_refused_in_the_room_is_said_in_a_word_and_adds_nothing(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var at = await StartedAsync(app);
        var before = await app.Db(db => db.Set<ToDo>().CountAsync());

        var refused = await InAWordAsync(
            app,
            "member",
            $"{Work}/todos/new",
            ("Input.Title", "Nobody carries it")
        );
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.ContentHeaders.ContentType!.MediaType.ShouldBe("text/plain");
        refused.Html.ShouldContain("who");
        refused = await InAWordAsync(app, "member", $"{Work}/issues/new", ("Input.Title", " "));
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused = await InAWordAsync(
            app,
            "member",
            $"{at}/clock?handler=TakeUp",
            ("Input.Issue", "1")
        );
        refused.Status.ShouldBe(HttpStatusCode.NotFound);
        refused = await InAWordAsync(
            app,
            "facilitator",
            $"{at}/clock?handler=TakeUp",
            ("Input.Issue", "9999")
        );
        refused.Html.ShouldBe("This issue is not open any more. Choose another one.");
        (await app.Db(db => db.Set<ToDo>().CountAsync())).ShouldBe(before);
    }
}
