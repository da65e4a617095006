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

/// <summary>The day of a meeting: what members bring, who does what, the room, and what the next agenda holds.</summary>
public sealed class MeetingDayTests
{
    private const string List = $"/{DemoDistrict.Lincoln}/meetings";

    [EngineTheory]
    public async Task What_a_member_brings_stands_on_the_agenda_for_who_facilitates_to_order(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        var at = await TodayAsync(app);

        var page = await app.As("member").GetAsync($"{at}/items/new");
        page = await page.Form("Put it on the agenda")
            .Fill("What it is about", "Fractions <script>alert(1)</script>")
            .Fill("Minutes", "12")
            .SubmitAsync();

        page.Path.ShouldBe(at);
        page.Notice.ShouldBe("✓ It is on the agenda.");
        page.Text.ShouldContain("discuss · 12 min · Theo Lindqvist");
        page.Html.ShouldNotContain("<script>alert");
        var item = page
            .Document.QuerySelectorAll("li li a")
            .Single(a => a.TextContent.StartsWith("Fractions", StringComparison.Ordinal))
            .GetAttribute("href")!;
        (
            await app.As("member").PostFormAsync($"{item}?handler=Move", ("to", "Up"))
        ).Status.ShouldBe(HttpStatusCode.NotFound);
        page = await app.As("facilitator").PostFormAsync($"{item}?handler=Move", ("to", "Up"));
        page.TextsOf("li li a strong").Last().ShouldNotStartWith("Fractions");
    }

    [EngineTheory]
    public async Task What_nobody_could_do_in_the_time_is_refused_with_what_was_typed(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var page = await app.As("member").GetAsync($"{await TodayAsync(app)}/items/new");

        page = await page.Form("Put it on the agenda")
            .Fill("What it is about", "Everything")
            .Fill("Minutes", "400")
            .SubmitAsync();

        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Problems.ShouldContain(p =>
            p.Contains("Ask for 1 to 90 minutes", StringComparison.Ordinal)
        );
        page.Form("Put it on the agenda")["Input.Title"].ShouldBe("Everything");
    }

    [EngineTheory]
    public async Task Regrets_give_a_proposed_role_to_someone_who_comes(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var at = await TodayAsync(app);
        await app.As("member").PostFormAsync($"{at}/roles?handler=Take", ("Input.Kind", "2"));
        (await app.As("member").GetAsync(at)).Text.ShouldContain("Theo Lindqvist (you)");

        var page = await (await app.As("member").GetAsync(at)).Form("I cannot come").SubmitAsync();

        page.Notice.ShouldBe("✓ Your regrets are noted.");
        page.Text.ShouldContain("Theo Lindqvist.");
        page.Text.ShouldNotContain("Theo Lindqvist (you)");
        (
            await app.As("facilitator")
                .PostFormAsync(
                    $"{at}/roles?handler=Give",
                    ("Input.Kind", "2"),
                    ("Input.PersonId", (await IdOfAsync(app, "Theo")).ToString())
                )
        ).Problems.ShouldContain(p => p.Contains("sent regrets", StringComparison.Ordinal));
        page = await (await app.As("member").GetAsync(at))
            .Form("I can come after all")
            .SubmitAsync();
        page.Text.ShouldContain("I cannot come");
    }

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

        page.Text.ShouldContain("✓ over");
        page.Text.ShouldContain("1 were here");
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
    public async Task An_item_is_left_for_the_next_meeting_or_put_back_before_the_meeting(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        var at = await TodayAsync(app);
        var facilitator = app.As("facilitator");
        var title = (await facilitator.GetAsync(at)).TextsOf("li li a strong")[0];

        var page = await (await facilitator.GetAsync(at))
            .Form($"Next time: “{title}”")
            .SubmitAsync();
        page.Notice.ShouldBe("✓ It comes to the next meeting by itself.");
        page = await page.Form($"Put it back: “{title}”").SubmitAsync();
        page.Html.ShouldNotContain("Put it back");
        await (await facilitator.GetAsync(at)).Form($"Next time: “{title}”").SubmitAsync();
        await facilitator.PostFormAsync($"{at}/clock?handler=Start");
        await facilitator.PostFormAsync($"{at}/clock?handler=End");

        (await facilitator.GetAsync(await NextAsync(app, at)))
            .TextsOf("li li a strong")
            .ShouldContain(title);
        (
            await app.As("member").PostFormAsync($"{at}/items/1?handler=Move", ("to", "Up"))
        ).Status.ShouldBe(HttpStatusCode.NotFound);
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
    public async Task Who_declined_a_role_is_asked_for_no_other_at_this_meeting(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var at = await TodayAsync(app);
        var holder = await app.Db(db =>
            db.Set<MeetingRole>()
                .Where(r => r.MeetingId == MeetingOf(db, at).Id)
                .Where(r => !r.IsTaken)
                .Join(db.Set<Person>(), r => r.PersonId, p => p.Id, (_, p) => p)
                .FirstAsync()
        );
        var theirs = app.As(holder.Email!);
        await (await theirs.GetAsync(at)).Form("Not this time").SubmitAsync();

        // Whoever sends regrets has the roles proposed anew.
        await app.As("member").PostFormAsync($"{at}/attendance?handler=Regrets");

        var roles = await app.Db(db =>
            db.Set<MeetingRole>()
                .Where(r => r.MeetingId == MeetingOf(db, at).Id)
                .Select(r => r.PersonId)
                .ToListAsync()
        );
        roles.Count.ShouldBe(3);
        roles.ShouldNotContain(holder.Id);
    }

    [EngineTheory]
    public async Task One_member_puts_on_the_agenda_what_another_brings(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var at = await TodayAsync(app);

        var page = await (await app.As("facilitator").GetAsync($"{at}/items/new"))
            .Form("Put it on the agenda")
            .Fill("What it is about", "Reading logs")
            .Fill("Who brings it", "Theo Lindqvist")
            .SubmitAsync();

        page.Text.ShouldContain("Reading logs");
        var item = page
            .Document.QuerySelectorAll("li li a")
            .Single(a => a.TextContent == "Reading logs")
            .GetAttribute("href")!;
        // It is Theo's to change.
        page = await app.As("member").GetAsync(item);
        page.Text.ShouldContain("Theo Lindqvist brings it.");
        page.Text.ShouldContain("Take it off the agenda");
        (
            await app.As("facilitator")
                .PostFormAsync(
                    $"{at}/items/new",
                    ("Input.Title", "Nobody's"),
                    ("Input.Kind", "2"),
                    ("Input.Minutes", "5"),
                    ("Input.BroughtBy", Guid.Empty.ToString())
                )
        ).Problems.ShouldContain(p => p.StartsWith("This person does not sit"));
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
        (await app.As("facilitator").GetAsync(at)).Text.ShouldContain("1 came after the start");
    }

    [EngineTheory]
    public async Task An_item_taken_off_leaves_room_for_another_and_the_meeting_can_end(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        var at = await TodayAsync(app);
        var member = app.As("member");
        await BringAsync(member, at, "Taken off again");
        var item = (await member.GetAsync(at))
            .Document.QuerySelectorAll("li li a")
            .Single(a => a.TextContent == "Taken off again")
            .GetAttribute("href")!;
        (await member.PostFormAsync($"{item}?handler=Withdraw")).Notice.ShouldBe(
            "✓ It is off the agenda."
        );

        (await BringAsync(member, at, "Brought instead")).Notice.ShouldBe("✓ It is on the agenda.");
        await app.As("facilitator").PostFormAsync($"{at}/clock?handler=Start");
        (await app.As("facilitator").PostFormAsync($"{at}/clock?handler=End")).Text.ShouldContain(
            "✓ over"
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
        page.TextOf("ol.line").ShouldContain("Read aloud");
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
    public async Task While_someone_keeps_the_norms_by_term_a_meeting_offers_no_other_keeper(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        var at = await TodayAsync(app);

        var page = await app.As("facilitator").GetAsync($"{at}/roles");
        page.Text.ShouldContain("Eileen Murphy, by term");
        page.Document.QuerySelectorAll("main select").Length.ShouldBe(3);
        page = await app.As("facilitator")
            .PostFormAsync(
                $"{at}/roles?handler=Give",
                ("Input.Kind", "4"),
                ("Input.PersonId", (await IdOfAsync(app, "Theo")).ToString())
            );
        page.Problems.ShouldHaveSingleItem().ShouldStartWith("Eileen Murphy keeps the norms until");
        (await app.As("member").GetAsync(at)).Text.ShouldContain("Eileen Murphy by term");
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
