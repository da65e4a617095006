using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Throughline.Data.Demo;
using Throughline.Data.Platform;
using Throughline.Data.Tests.Engines;
using Throughline.Domain.Meetings;
using Throughline.Domain.Teams;
using Throughline.Domain.Units;
using Throughline.Web.Features.Home;
using Throughline.Web.Tests.Support;
using static Throughline.Web.Tests.Meetings.TodaysMeeting;

namespace Throughline.Web.Tests.Meetings;

/// <summary>The day of a meeting: how it runs, who is there, and what the next agenda holds.</summary>
public sealed class MeetingDayTests
{
    private const string List = $"/{DemoDistrict.Lincoln}/meetings";

    [EngineTheory]
    public async Task The_room_runs_from_the_start_to_the_end_and_the_next_agenda_holds_what_was_parked(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        var at = await TodayAsync(app);
        var facilitator = app.As("facilitator");
        var page = await (await facilitator.GetAsync(at)).Form("Start the meeting").SubmitAsync();
        page.Text.ShouldContain("● in progress");
        page.TextOf("#now").ShouldBe("Our vision");

        app.Clock.Advance(TimeSpan.FromMinutes(3));
        await app.As("member").PostFormAsync($"{at}/attendance?handler=Here");
        page = await (await facilitator.GetAsync(at)).Form("Next").SubmitAsync();
        page.TextOf("#now").ShouldBe("Our norms");
        page.Text.ShouldContain("2 min · done in 3");
        var parked = page.TextsOf("[data-live=ahead] li strong")[4];
        page = await facilitator.PostFormAsync($"{at}/clock?handler=Park", ("Input.Item", "2"));
        page = await page.Form("End the meeting").SubmitAsync();

        page.Text.ShouldContain("▲ draft");
        page.Text.ShouldContain("Here Theo Lindqvist");
        var list = await facilitator.GetAsync(List);
        var next = list.Document.QuerySelector("section.card a")!.GetAttribute("href")!;
        next.ShouldNotBe(at);
        var agenda = await facilitator.GetAsync(next);
        agenda.TextsOf("li li a strong").ShouldContain(parked);
        (
            await app.Db(db => db.Set<OutboxMail>().Where(m => m.Calendar != null).CountAsync())
        ).ShouldBe(12);
    }

    [EngineTheory]
    public async Task A_meeting_ended_by_mistake_goes_on_where_it_was_and_takes_its_items_back(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        var at = await StartedAsync(app);
        var facilitator = app.As("facilitator");
        var before = (await facilitator.GetAsync(at)).TextsOf("[data-live=ahead] li strong");
        await facilitator.PostFormAsync($"{at}/clock?handler=End");
        var next = await NextAsync(app, at);
        var carried = (await facilitator.GetAsync(next)).TextsOf("li li a strong");
        carried.Count.ShouldBeGreaterThan(2);

        var page = await (await facilitator.GetAsync(at))
            .Form("It was not over: go on")
            .SubmitAsync();

        page.TextOf("#now").ShouldBe("Our vision");
        page.TextsOf("[data-live=ahead] li strong").ShouldBe(before);
        (await facilitator.GetAsync(next)).TextsOf("li li a strong").ShouldBeEmpty();
        await facilitator.PostFormAsync($"{at}/clock?handler=End");
        (await facilitator.GetAsync(next)).TextsOf("li li a strong").ShouldBe(carried);
    }

    [EngineTheory]
    public async Task One_who_takes_the_attendance_for_the_table_makes_nobody_late(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var at = await StartedAsync(app);
        app.Clock.Advance(TimeSpan.FromMinutes(6));
        var facilitator = app.As("facilitator");

        var page = await (await facilitator.GetAsync($"{at}/attendance"))
            .Form("Is here: Theo Lindqvist")
            .SubmitAsync();
        page = await page.Form("Comes just now: Dana Whitehorse").SubmitAsync();
        page = await page.Form("All others are here").SubmitAsync();

        page.Text.ShouldNotContain("All others are here");
        (await facilitator.GetAsync(at))
            .TextOf("[data-live=side]")
            .ShouldContain("1 came after the start.");
        page = await page.Form("Is not here: Theo Lindqvist").SubmitAsync();
        page.Text.ShouldContain("All others are here");
        (await app.As("member").PostFormAsync($"{at}/attendance?handler=All")).Status.ShouldBe(
            HttpStatusCode.NotFound
        );
    }

    [EngineTheory]
    public async Task Who_is_late_finds_place_and_link_in_the_room(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var at = await StartedAsync(app);
        await app.Db(async db =>
        {
            var meeting = await db.Set<Meeting>().SingleAsync(m => m.Id == MeetingOf(db, at).Id);
            db.Entry(meeting).Property(m => m.Place).CurrentValue = "Library";
            db.Entry(meeting).Property(m => m.Link).CurrentValue = "https://meet.example.org/ilt";
            await db.SaveChangesAsync();
        });

        var page = await app.As("member").GetAsync(at);

        page.TextOf("[data-live=head]").ShouldContain("Library.");
        page.Document.QuerySelector("[data-live=head] a[href='https://meet.example.org/ilt']")
            .ShouldNotBeNull()
            .TextContent.ShouldBe("Join online");
    }

    [EngineTheory]
    public async Task Who_came_late_is_told_nowhere_by_name(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var at = await TodayAsync(app);
        await app.As("facilitator").PostFormAsync($"{at}/clock?handler=Start");
        app.Clock.Advance(TimeSpan.FromMinutes(24));
        await app.As("member").PostFormAsync($"{at}/attendance?handler=Here");

        foreach (var who in new[] { "facilitator", "principal" })
        {
            var row = (await app.As(who).GetAsync($"{at}/attendance"))
                .TextsOf("ul.rows li")
                .Single(t => t.StartsWith("Theo Lindqvist", StringComparison.Ordinal));
            row.ShouldContain("here");
            row.ShouldNotContain("since");
            row.ShouldNotContain("PM");
        }

        (
            await app.Db(db =>
                db.Set<AuditEntry>()
                    .Where(e =>
                        e.Kind == "Attendance"
                        || e.Changes.Contains("CameAt")
                        || e.Changes.Contains("RegretsAt")
                    )
                    .CountAsync()
            )
        ).ShouldBe(0);
        // How many came late is said, in the room and after.
        (await app.As("facilitator").GetAsync(at))
            .TextOf("[data-live=side]")
            .ShouldContain("1 came after the start.");
        await app.As("facilitator").PostFormAsync($"{at}/clock?handler=End");
        (await app.As("facilitator").GetAsync(at)).Text.ShouldContain(
            "Came after the start 1 member"
        );
    }

    [EngineTheory]
    public async Task What_is_brought_into_the_part_the_team_is_at_leaves_it_and_its_notes_there(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        var at = await TodayAsync(app);
        var facilitator = app.As("facilitator");
        var page = await facilitator.PostFormAsync($"{at}/clock?handler=Start");
        page.TextOf("#now").ShouldBe("Our vision");
        await app.As("member").PostFormAsync($"{at}/notes/s0", ("Input.Words", "Read aloud"));

        await app.As("member")
            .PostFormAsync(
                $"{at}/items/new",
                ("Input.Title", "The banner in the hall"),
                ("Input.Kind", "2"),
                ("Input.Minutes", "5"),
                ("Input.Section", "0")
            );

        page = await facilitator.GetAsync(at);
        page.TextOf("#now").ShouldBe("Our vision");
        page = await page.Form("Next").SubmitAsync();
        page.TextOf("#now").ShouldBe("The banner in the hall");
        page.TextOf("[data-live=behind]").ShouldContain("Read aloud");
        page = await page.Form("End the meeting").SubmitAsync();
        page.TextOf("#minutes").ShouldContain("Read aloud");
    }

    [EngineTheory]
    public async Task A_meeting_that_nobody_held_leaves_its_items_to_the_next_one_which_is_ready_and_invited_the_morning_after(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        var at = await TodayAsync(app);
        var items = (await app.As("member").GetAsync(at)).TextsOf("li li a strong");
        items.Count.ShouldBeGreaterThan(1);
        // Seven in the morning, in Chicago.
        app.Clock.Now = new DateTime(2027, 1, 21, 13, 0, 0, DateTimeKind.Utc);

        var page = await app.As("facilitator").GetAsync(at);
        page.Text.ShouldContain("This meeting was not held. What members brought comes to the");
        (await app.As("facilitator").GetAsync($"{at}/move")).Path.ShouldBe(at);
        (await BringAsync(app.As("member"), at, "Too late")).Problems.ShouldContain(
            "This meeting was not held. Submit it for the next one."
        );
        var list = await app.As("member").GetAsync(List);
        list.TextsOf("#past ~ ul li")[0].ShouldContain("not held");
        var next = list.Document.QuerySelector("section.card a")!.GetAttribute("href")!;
        next.ShouldNotBe(at);

        var round = app.Services.GetRequiredService<DigestRound>();
        await round.RunAsync(default);
        app.Clock.Advance(TimeSpan.FromDays(1));
        await round.RunAsync(default);

        page = await app.As("member").GetAsync(next);
        page.TextsOf("li li a strong").ShouldBe(items, ignoreOrder: true);
        page.Text.ShouldContain("proposed");
        (
            await app.Db(db =>
                db.Set<OutboxMail>().CountAsync(m => m.Calendar != null && m.Body.Contains(next))
            )
        ).ShouldBe(12);
    }

    [EngineTheory]
    public async Task A_meeting_that_nobody_readied_is_readied_when_it_starts(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var at = await TodayAsync(app);
        var items = (await app.As("member").GetAsync(at)).TextsOf("li li a strong");
        var facilitator = app.As("facilitator");
        var next = (await facilitator.GetAsync(List))
            .Document.QuerySelector("section[aria-labelledby=ahead] a")!
            .GetAttribute("href")!;
        await (await facilitator.GetAsync($"{next}/move"))
            .Form("Move the meeting")
            .Fill("Day", "2027-01-22")
            .SubmitAsync();
        app.Clock.Now = new DateTime(2027, 1, 22, 21, 15, 0, DateTimeKind.Utc);

        var page = await (await facilitator.GetAsync(next)).Form("Start the meeting").SubmitAsync();

        page.TextOf("#now").ShouldBe("Our vision");
        var ahead = page.TextsOf("[data-live=ahead] li strong");
        items.ShouldAllBe(i => ahead.Contains(i));
    }

    [EngineTheory]
    public async Task Two_who_press_next_go_on_by_one_and_the_second_is_told(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var at = await TodayAsync(app);
        var facilitator = app.As("facilitator");
        await facilitator.PostFormAsync($"{at}/clock?handler=Start");

        await facilitator.PostFormAsync($"{at}/clock?handler=Next", ("Input.Section", "0"));
        var second = await app.As("principal")
            .SendAsync(
                HttpMethod.Post,
                $"{at}/clock?handler=Next",
                new FormUrlEncodedContent([new("Input.Section", "0")]),
                ("HX-Request", "true")
            );

        second.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        second.Html.ShouldStartWith("Someone was quicker");
        (await facilitator.GetAsync(at)).TextOf("#now").ShouldBe("Our norms");
    }

    [EngineTheory]
    public async Task Who_lost_the_seat_mid_meeting_is_a_stranger_and_what_they_wrote_stays(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        var at = await TodayAsync(app);
        await app.As("facilitator").PostFormAsync($"{at}/clock?handler=Start");
        await app.As("facilitator")
            .PostFormAsync(
                $"{at}/roles?handler=Give",
                ("Input.Kind", "3"),
                ("Input.PersonId", (await IdOfAsync(app, "Theo")).ToString())
            );
        await app.As("member").PostFormAsync($"{at}/notes/s0", ("Input.Words", "From Theo"));
        (await app.As("member").GetAsync($"{at}/clock")).Status.ShouldBe(HttpStatusCode.OK);

        await app.Db(async db =>
        {
            var theo = await db.Set<Person>().SingleAsync(p => p.GivenName == "Theo");
            var ilt = await db.Set<Ilt>()
                .Include(i => i.Memberships)
                .SingleAsync(i => i.Memberships.Any(m => m.PersonId == theo.Id));
            ilt.EndMembership(theo.Id, app.Clock.Now).IsOk.ShouldBeTrue();
            await db.SaveChangesAsync();
        });

        foreach (var path in new[] { at, $"{at}/screen?handler=Parts", $"{at}/clock" })
        {
            (await app.As("member").GetAsync(path)).Status.ShouldBe(HttpStatusCode.NotFound, path);
        }

        (
            await app.As("member").PostFormAsync($"{at}/clock?handler=Next", ("Input.Section", "0"))
        ).Status.ShouldBe(HttpStatusCode.NotFound);
        (await app.As("facilitator").GetAsync(at)).Html.ShouldContain("From Theo");
    }

    private static async Task<TestPage> BringAsync(TestBrowser who, string at, string what) =>
        await (await who.GetAsync($"{at}/items/new"))
            .Form("Put it on the agenda")
            .Fill("What it is about", what)
            .SubmitAsync();
}
