using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Throughline.Data.Demo;
using Throughline.Data.Live;
using Throughline.Data.Tests.Engines;
using Throughline.Domain.Meetings;
using Throughline.Domain.Shared;
using Throughline.Domain.Units;
using Throughline.Domain.Work;
using Throughline.Web.Tests.Support;

namespace Throughline.Web.Tests.Meetings;

/// <summary>What a team does in the room: takes to-dos, asks after rocks, talks about issues, decides by hands.</summary>
public sealed class RoomWorkTests
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

    [EngineTheory]
    public async Task A_rock_is_asked_for_at_the_meeting_and_its_record_keeps_what_was_said_then(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        var at = await StartedAsync(app);
        var meeting = await app.Db(db => Task.FromResult(MeetingOf(db, at).Id.ToString()));
        var rock = $"{Work}/rocks/{DemoRocks.OnTrack}?handler=Check";

        var refused = await InAWordAsync(
            app,
            "member",
            rock,
            ("Rock.From", meeting),
            ("Rock.OnTrack", "false")
        );
        refused.Html.ShouldBe("Say in a few words what is in the way.");
        await InAWordAsync(
            app,
            "member",
            rock,
            ("Rock.From", meeting),
            ("Rock.OnTrack", "false"),
            ("Rock.Words", "Two walks fell out")
        );
        await app.As("facilitator").PostFormAsync($"{at}/clock?handler=End");
        // What is said of it later is another matter.
        await app.As("member").PostFormAsync(rock, ("Rock.OnTrack", "true"));

        (await app.As("member").GetAsync(at))
            .TextsOf(".card li")
            .ShouldContain(t => t.EndsWith("◆ off track", StringComparison.Ordinal));
    }

    [EngineTheory]
    public async Task An_issue_taken_up_is_talked_about_now_and_hears_once_how_many_minutes_it_took(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        var at = await StartedAsync(app);
        var issue = await app.Db(db =>
            db.Set<Issue>()
                .Where(i => i.Status == IssueStatus.Open && i.UnitId == MeetingOf(db, at).UnitId)
                .OrderBy(i => i.Number)
                .FirstAsync()
        );
        var facilitator = app.As("facilitator");

        var page = await facilitator.PostFormAsync(
            $"{at}/clock?handler=TakeUp",
            ("Input.Issue", Invariant($"{issue.Number}"))
        );
        page.TextOf("#now").ShouldBe(issue.Title);
        page.TextOf(".room-now").ShouldContain($"Serves: Issue {issue.Number}");
        app.Clock.Advance(TimeSpan.FromMinutes(7));
        // Pressed again, when they are at it and from another part: it is the same item, and its minutes count once.
        foreach (var section in new[] { "0", "1" })
        {
            await facilitator.PostFormAsync(
                $"{at}/clock?handler=TakeUp",
                ("Input.Issue", Invariant($"{issue.Number}"))
            );
            await facilitator.PostFormAsync($"{at}/clock?handler=GoTo", ("Input.Section", section));
        }

        page = await facilitator.PostFormAsync(
            $"{at}/clock?handler=TakeUp",
            ("Input.Issue", Invariant($"{issue.Number}"))
        );
        page.TextOf("#now").ShouldBe(issue.Title);
        (
            await app.Db(db =>
                db.Set<AgendaItem>()
                    .CountAsync(i => i.MeetingId == MeetingOf(db, at).Id && i.Title == issue.Title)
            )
        ).ShouldBe(1);
        await facilitator.PostFormAsync($"{at}/clock?handler=End");
        await facilitator.PostFormAsync($"{at}/clock?handler=Resume");
        await facilitator.PostFormAsync($"{at}/clock?handler=End");

        (
            await app.Db(db =>
                db.Set<Issue>()
                    .Where(i => i.Id == issue.Id)
                    .Select(i => i.MinutesSpent)
                    .SingleAsync()
            )
        ).ShouldBe(issue.MinutesSpent + 7);
    }

    [EngineTheory]
    public async Task The_minutes_of_an_issue_found_not_to_be_instructional_count_apart_in_the_record(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        var at = await StartedAsync(app);
        var issue = await app.Db(db =>
            db.Set<Issue>()
                .Where(i => i.Status == IssueStatus.Open && i.UnitId == MeetingOf(db, at).UnitId)
                .OrderBy(i => i.Number)
                .FirstAsync()
        );
        var facilitator = app.As("facilitator");
        await facilitator.PostFormAsync(
            $"{at}/clock?handler=TakeUp",
            ("Input.Issue", Invariant($"{issue.Number}"))
        );
        app.Clock.Advance(TimeSpan.FromMinutes(6));

        // Eileen Murphy keeps the norms.
        var page = await app.As("eileen.murphy@riverbend.example")
            .GetAsync(Invariant($"{Work}/issues/{issue.Number}/instructional"));
        page = await page.Form("Not instructional: send it on")
            .Set("Input.HandledBy", "Main office")
            .SubmitAsync();
        page.Text.ShouldContain("Not instructional: Main office handles it.");

        (await facilitator.GetAsync(at)).TextOf("#now").ShouldNotBe(issue.Title);
        app.Clock.Advance(TimeSpan.FromMinutes(4));
        page = await facilitator.PostFormAsync($"{at}/clock?handler=End");
        page.Text.ShouldContain("4 of 10 minutes were about teaching and learning.");
        (await facilitator.GetAsync(await NextAsync(app, at)))
            .TextsOf("li li a strong")
            .ShouldNotContain(issue.Title);
    }

    [EngineTheory]
    public async Task An_issue_parked_until_the_next_meeting_is_back_there_and_open_once_talked_about(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        var at = await MeetingDayTests.TodayAsync(app);
        var issues = await app.Db(db =>
            db.Set<Issue>()
                .Where(i => i.Status == IssueStatus.Open && i.UnitId == MeetingOf(db, at).UnitId)
                .OrderBy(i => i.Number)
                .Select(i => Invariant($"{Work}/issues/{i.Number}"))
                .Take(3)
                .ToListAsync()
        );
        var facilitator = app.As("facilitator");
        await ParkAsync(issues[0], "");
        await ParkAsync(issues[1], "2027-02-03");

        var page = await facilitator.GetAsync(at);
        Listed(page, issues[0]).ShouldBeTrue();
        Listed(page, issues[1]).ShouldBeFalse("its day has not come");

        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await facilitator.PostFormAsync($"{at}/clock?handler=Start");
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await ParkAsync(issues[2], "");
        // An item among the issues.
        await facilitator.PostFormAsync($"{at}/clock?handler=GoTo", ("Input.Item", "1"));
        page = await facilitator.GetAsync(at);
        Listed(page, issues[0]).ShouldBeTrue();
        Listed(page, issues[2]).ShouldBeFalse("it was parked at this meeting, until the next one");

        await facilitator.PostFormAsync(
            $"{at}/clock?handler=TakeUp",
            ("Input.Issue", issues[0].Split('/')[^1])
        );
        (await facilitator.GetAsync(issues[0])).Form("Park the issue");
        (await facilitator.PostFormAsync($"{at}/clock?handler=End")).Text.ShouldContain("✓ over");
        Listed(await facilitator.GetAsync(await NextAsync(app, at)), issues[2]).ShouldBeTrue();

        async Task ParkAsync(string issue, string until) =>
            (
                await (await facilitator.GetAsync(issue))
                    .Form("Park the issue")
                    .Fill("Why it is parked", "The results are not in.")
                    .Fill("Until", until)
                    .SubmitAsync()
            ).Notice.ShouldBe("✓ The issue is parked.");

        static bool Listed(TestPage page, string issue) =>
            page.Document.QuerySelector($"li a[href='{issue}']") is not null;
    }

    [EngineTheory]
    public async Task Hands_go_up_in_the_room_and_nobody_sees_one_before_all_are_shown(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        var at = await StartedAsync(app);
        var meeting = await app.Db(db => Task.FromResult(MeetingOf(db, at).Id.ToString()));
        // The day's facilitator: by a role in this meeting, of no rank in the team.
        await app.As("facilitator")
            .PostFormAsync(
                $"{at}/roles?handler=Give",
                ("Input.Kind", "1"),
                ("Input.PersonId", (await IdOfAsync(app, "Theo")).ToString())
            );
        await InAWordAsync(
            app,
            "facilitator",
            $"{Work}/decisions/new",
            ("from", meeting),
            ("Input.Title", "One shared checklist")
        );
        var number = await app.Db(db =>
            db.Set<Decision>()
                .Where(d => d.Title == "One shared checklist")
                .Select(d => d.Number)
                .SingleAsync()
        );
        var path = Invariant($"{Work}/decisions/{number}");

        (await InAWordAsync(app, "member", $"{path}?handler=Ask")).Status.ShouldBe(
            HttpStatusCode.NoContent
        );
        (await HandsAsync()).ShouldContain("0 of 12 hands are up");
        var hand = await app.As("principal").GetAsync($"{path}?handler=Hand");
        hand.Text.ShouldContain("Show your hand");
        hand.Headers.CacheControl!.NoStore.ShouldBeTrue();
        var fist = await InAWordAsync(
            app,
            "principal",
            $"{path}?handler=Raise",
            ("Input.Fingers", "0")
        );
        fist.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        await InAWordAsync(
            app,
            "principal",
            $"{path}?handler=Raise",
            ("Input.Fingers", "0"),
            ("Input.Words", "Grade 2 was not asked")
        );
        (await HandsAsync()).ShouldContain("1 of 12 hands is up");
        await InAWordAsync(app, "member", $"{path}?handler=Raise", ("Input.Fingers", "4"));
        var before = await HandsAsync();
        before.ShouldContain("2 of 12 hands are up");
        before.ShouldNotContain("Grade 2 was not asked");

        await InAWordAsync(app, "member", $"{path}?handler=Show");
        var shown = await HandsAsync();
        shown.ShouldContain("2 of 12 hands: 1 fist blocks");
        shown.ShouldContain("Grade 2 was not asked");
        shown.ShouldNotContain("Marisol Vega");
        (await app.As("principal").GetAsync($"{path}?handler=Hand")).Status.ShouldBe(
            HttpStatusCode.NotFound
        );

        async Task<string> HandsAsync() =>
            (await app.As("facilitator").GetAsync($"{at}/screen?handler=Parts")).TextOf(
                "[data-part=hands]"
            );
    }

    [EngineTheory]
    public async Task Each_vote_is_seen_in_the_room_and_a_flag_is_no_news(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var at = await StartedAsync(app);
        var page = await app.As("facilitator").GetAsync(at);
        while (!page.TextsOf("[data-live=now] li").Any(IsTheIssue))
        {
            page = await page.Form("Next").SubmitAsync();
        }

        (await VotesAsync()).ShouldContain("3 votes");

        await InAWordAsync(app, "member", $"{Work}/issues/4?handler=Vote");
        (await VotesAsync()).ShouldContain("4 votes");
        await InAWordAsync(app, "facilitator", $"{Work}/issues/4?handler=Vote");
        (await VotesAsync()).ShouldContain("5 votes");
        await InAWordAsync(app, "member", $"{Work}/issues/4?handler=VoteBack");
        (await VotesAsync()).ShouldContain("4 votes");

        // That someone flags it now, would tell the room who just touched a screen.
        var feed = app.Services.GetRequiredService<ChangeFeed>();
        var unit = await app.Db(db => Task.FromResult(MeetingOf(db, at).UnitId));
        var before = feed.VersionOf(unit);
        await InAWordAsync(app, "member", $"{Work}/issues/4?handler=Flag");
        feed.VersionOf(unit).ShouldBe(before);

        async Task<string> VotesAsync() =>
            (await app.As("facilitator").GetAsync($"{at}/screen?handler=Parts"))
                .TextsOf("[data-part=now] li")
                .Single(IsTheIssue);

        static bool IsTheIssue(string text) =>
            text.StartsWith("Grades 2 and 3 teach", StringComparison.Ordinal);
    }

    [EngineTheory]
    public async Task Whoever_records_or_keeps_the_time_takes_the_hands_while_the_meeting_runs(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        var at = await StartedAsync(app);
        var meeting = await app.Db(db => Task.FromResult(MeetingOf(db, at).Id.ToString()));
        await InAWordAsync(
            app,
            "facilitator",
            $"{Work}/decisions/new",
            ("from", meeting),
            ("Input.Title", "One shared checklist")
        );
        var number = await app.Db(db =>
            db.Set<Decision>()
                .Where(d => d.Title == "One shared checklist")
                .Select(d => d.Number)
                .SingleAsync()
        );
        var path = Invariant($"{Work}/decisions/{number}");
        var member = app.As("member");

        await GiveAsync(MeetingRoleKind.NormsKeeper);
        (await member.GetAsync(path)).Text.ShouldNotContain("Secret hands");
        (await InAWordAsync(app, "member", $"{path}?handler=Ask")).Status.ShouldBe(
            HttpStatusCode.NotFound
        );
        await GiveAsync(MeetingRoleKind.Recorder);
        // What the room shows the recorder is there for the recorder, in the room and on the decision's own page.
        (await member.GetAsync($"{at}/screen?handler=Parts"))
            .TextOf("[data-part=hands]")
            .ShouldContain("Ask for hands");
        var page = await (await member.GetAsync(path)).Form("Ask for hands").SubmitAsync();
        page = await page.FollowAsync("Count hands at the table");
        page = await page.Form("Keep these counts")
            .Set("Input.Counts", "0", "0", "1", "4", "", "")
            .SubmitAsync();
        page.Text.ShouldContain("5 of 12 hands: nobody blocks");
        (await page.FollowAsync("Take the decision")).Status.ShouldBe(HttpStatusCode.OK);
        // A role is over when the meeting is.
        await app.As("facilitator").PostFormAsync($"{at}/clock?handler=End");
        (await member.GetAsync($"{path}/decide")).Status.ShouldBe(HttpStatusCode.NotFound);

        async Task GiveAsync(MeetingRoleKind role) =>
            await app.As("facilitator")
                .PostFormAsync(
                    $"{at}/roles?handler=Give",
                    ("Input.Kind", Invariant($"{(int)role}")),
                    ("Input.PersonId", (await IdOfAsync(app, "Theo")).ToString())
                );
    }

    [EngineTheory]
    public async Task Who_was_not_there_when_it_was_decided_is_written_down(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var at = await StartedAsync(app);
        var meeting = await app.Db(db => Task.FromResult(MeetingOf(db, at).Id.ToString()));
        await app.As("member").PostFormAsync($"{at}/attendance?handler=Here");
        await InAWordAsync(
            app,
            "member",
            $"{Work}/decisions/new",
            ("from", meeting),
            ("Input.Title", "Decided by two")
        );
        var number = await app.Db(db =>
            db.Set<Decision>()
                .Where(d => d.Title == "Decided by two")
                .Select(d => d.Number)
                .SingleAsync()
        );

        var page = await app.As("facilitator")
            .GetAsync(Invariant($"{Work}/decisions/{number}/decide"));

        page.Text.ShouldContain("(who speaks for it was not there)");
        // Theo speaks for grade 4, and is here.
        page.Text.ShouldNotContain("Grade 4 (who speaks for it");
    }

    [EngineTheory]
    public async Task Where_nobody_said_who_is_here_only_those_without_a_voice_were_not_heard(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        var at = await StartedAsync(app);
        var meeting = await app.Db(db => Task.FromResult(MeetingOf(db, at).Id.ToString()));
        await InAWordAsync(
            app,
            "member",
            $"{Work}/decisions/new",
            ("from", meeting),
            ("Input.Title", "Decided without a list")
        );
        var number = await app.Db(db =>
            db.Set<Decision>()
                .Where(d => d.Title == "Decided without a list")
                .Select(d => d.Number)
                .SingleAsync()
        );

        var page = await app.As("facilitator")
            .GetAsync(Invariant($"{Work}/decisions/{number}/decide"));

        page.Text.ShouldNotContain("was not there");
        page.Text.ShouldContain($"{DemoDistrict.UnspokenProgram} (nobody speaks for it)");
        page.Text.ShouldContain("Students in temporary housing (nobody speaks for them)");
        page.Text.ShouldNotContain("Multilingual learners (nobody");
    }

    [EngineTheory]
    public async Task What_an_item_serves_stands_with_it_and_goes_with_it_to_the_next_agenda(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        var at = await MeetingDayTests.TodayAsync(app);
        var rock = await app.As("member").GetAsync($"{Work}/rocks/{DemoRocks.OffTrack}");
        var page = await rock.FollowAsync("Bring it to the next meeting");
        page.Path.ShouldStartWith($"{at}/items/new?from=");
        var title = page.Form("Put it on the agenda")["Input.Title"]!;
        page = await page.Form("Put it on the agenda").SubmitAsync();
        page.Text.ShouldContain($"Serves: Rock {DemoRocks.OffTrack}: {title}");

        await app.As("facilitator").PostFormAsync($"{at}/clock?handler=Start");
        await app.As("facilitator").PostFormAsync($"{at}/clock?handler=End");

        (await app.As("member").GetAsync(await NextAsync(app, at))).Text.ShouldContain(
            $"Serves: Rock {DemoRocks.OffTrack}: {title}"
        );
        (
            await app.As("member")
                .GetAsync($"{at}/items/new?from=3f0a7c54-0d0b-4a37-9f6d-8b1f5c1e2a11")
        ).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [EngineTheory]
    public async Task The_agenda_ahead_holds_vision_rocks_issues_and_open_to_dos(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var page = await app.As("member").GetAsync(await MeetingDayTests.TodayAsync(app));

        page.TextOf(".vision").ShouldStartWith("Every student at Lincoln");
        page.Text.ShouldContain("kept by Eileen Murphy");
        page.TextsOf("ol.line > li summary")
            .ShouldBe([
                "3 rocks, 1 off track",
                "6 open issues",
                "1 issue",
                "10 open to-dos, 2 overdue",
            ]);
        page.Text.ShouldContain("from Grade 4");
        page.Commands.Count.ShouldBeLessThanOrEqualTo(8);
    }

    private static async Task<string> StartedAsync(TestApp app)
    {
        var at = await MeetingDayTests.TodayAsync(app);
        await app.As("facilitator").PostFormAsync($"{at}/clock?handler=Start");
        return at;
    }

    private static async Task<string> NextAsync(TestApp app, string at)
    {
        var number = await app.Db(db =>
            db.Set<Meeting>()
                .Where(m =>
                    m.UnitId == MeetingOf(db, at).UnitId
                    && m.State == MeetingState.Planned
                    && m.Day > MeetingOf(db, at).Day
                )
                .OrderBy(m => m.Day)
                .Select(m => m.Number)
                .FirstAsync()
        );
        return Invariant($"/{DemoDistrict.Lincoln}/meetings/{number}");
    }

    private static Meeting MeetingOf(Data.ThroughlineDb db, string at)
    {
        var number = int.Parse(
            at[(at.LastIndexOf('/') + 1)..],
            System.Globalization.CultureInfo.InvariantCulture
        );
        return db.Set<Meeting>()
            .AsNoTracking()
            .Single(m =>
                m.Number == number
                && db.Set<Unit>().Any(u => u.Id == m.UnitId && u.Slug == DemoDistrict.Lincoln)
            );
    }

    private static Task<TestPage> InAWordAsync(
        TestApp app,
        string who,
        string path,
        params (string Name, string Value)[] fields
    ) =>
        app.As(who)
            .SendAsync(
                HttpMethod.Post,
                path,
                new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))),
                ("HX-Request", "true")
            );

    private static Task<Guid> IdOfAsync(TestApp app, string givenName) =>
        app.Db(db =>
            db.Set<Person>().Where(p => p.GivenName == givenName).Select(p => p.Id).SingleAsync()
        );

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
