using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Data.Demo;
using Throughline.Data.Tests.Engines;
using Throughline.Domain.Teams;
using Throughline.Domain.Units;
using Throughline.Web.Tests.Support;

namespace Throughline.Web.Tests.Meetings;

/// <summary>The meetings in a calendar program, under a secret address, as a real program reads them.</summary>
public sealed class CalendarTests
{
    private const string Lincoln = $"/{DemoDistrict.Lincoln}/meetings";
    private const string Roosevelt = $"/{DemoDistrict.Roosevelt}/meetings";
    private const string RooseveltPrincipal = "alonzo.pickett@riverbend.example";

    [EngineTheory]
    public async Task A_weekly_series_stays_at_its_time_of_day_across_both_changes_of_the_clocks(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        await AddYearAsync(app);
        var principal = app.As(RooseveltPrincipal);
        await (await principal.GetAsync($"{Roosevelt}/rhythm"))
            .Form("Set the rhythm and plan the meetings")
            .Fill("How often", "1")
            .Tick("Thursday")
            .Fill("Starts at", "15:15")
            .Fill("Minutes", "60")
            .Fill("Until", "2027-12-17")
            .SubmitAsync();

        var calendar = await CalendarProgram.ReadAsync(await FeedAsync(principal, Roosevelt));

        calendar.Events.Length.ShouldBeGreaterThan(30);
        calendar.Events.ShouldAllBe(e => e.Start.Wall.EndsWith(" 15:15"));
        calendar.Events.ShouldAllBe(e => e.End.Wall.EndsWith(" 16:15"));
        string.Join(
                ' ',
                Near("03-14").Concat(Near("11-07")).Select(e => $"{e.Start.Utc:MM-dd'T'HH:mm}")
            )
            .ShouldBe("03-11T21:15 03-18T20:15 11-04T20:15 11-12T21:15");
        var zone = calendar.Zones.ShouldHaveSingleItem();
        zone.Id.ShouldBe("America/Chicago");
        zone.Rules.Where(r => r.At.StartsWith("2027", StringComparison.Ordinal))
            .Select(r => $"{r.Kind} {r.From} {r.To} {r.At}")
            .ShouldBe([
                "daylight -06:00 -05:00 2027-03-14T02:00:00",
                "standard -05:00 -06:00 2027-11-07T02:00:00",
            ]);

        // The last meeting before a day, and the first one after it.
        IEnumerable<SeenEvent> Near(string change)
        {
            var at = $"2027-{change}";
            return
            [
                calendar.Events.Last(e => string.CompareOrdinal(e.Start.Local, at) < 0),
                calendar.Events.First(e => string.CompareOrdinal(e.Start.Local, at) > 0),
            ];
        }
    }

    [EngineTheory]
    public async Task Lines_are_short_whole_and_read_back_as_typed(Engine engine)
    {
        const string Place =
            """Raum “5”; links, bei \ der Küche – 図書館図書館図書館図書館 👩🏽‍🏫👩🏽‍🏫 <script>alert(1)</script>:END:VEVENT""";
        await using var app = await TestApp.StartAsync(engine);
        var facilitator = app.As("facilitator");
        await (await facilitator.GetAsync($"{Lincoln}/new"))
            .Form("Plan the meeting")
            .Fill("Day", "2027-01-28")
            .Fill("Starts at", "07:45")
            .Fill("Place", Place)
            .Fill("Link to join online", "https://meet.example/a,b;c?x=1")
            .SubmitAsync();

        var feed = await FeedAsync(facilitator, Lincoln);

        var lines = feed.Split("\r\n");
        lines[^1].ShouldBe("");
        lines.ShouldAllBe(l => !l.Contains('\r') && !l.Contains('\n'));
        lines.ShouldAllBe(l => Encoding.UTF8.GetByteCount(l) <= 75);
        lines.ShouldContain(l => l.StartsWith(' ') && l.Contains('図'));
        lines.ShouldAllBe(l => !l.Contains('\uFFFD'), "no character is torn apart");
        var meeting = (await CalendarProgram.ReadAsync(feed)).Events.Single(e =>
            e.Start.Local == "2027-01-28T07:45:00"
        );
        meeting.Location.ShouldBe(Place);
        meeting.Description!.Split('\n')[0].ShouldEndWith("https://meet.example/a,b;c?x=1");
        meeting.Description.Split('\n')[1].ShouldBe(meeting.Url);
    }

    [EngineTheory]
    public async Task A_meeting_keeps_its_id_and_its_number_of_changes_rises_when_it_moves_or_is_called_off(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        var facilitator = app.As("facilitator");
        var at = await TodaysMeeting.TodayAsync(app);
        var address = await AddressAsync(facilitator, Lincoln);
        var planned = await SeenAsync();
        planned.ShouldSatisfyAllConditions(
            m => m.Start.Local.ShouldBe("2027-01-20T15:15:00"),
            m => m.Sequence.ShouldBe(0),
            m => m.Status.ShouldBe("CONFIRMED"),
            m => m.Location.ShouldBe("Library")
        );

        await (await facilitator.GetAsync($"{at}/move"))
            .Form("Move the meeting")
            .Fill("Day", "2027-01-22")
            .Fill("Starts at", "08:00")
            .SubmitAsync();
        var moved = await SeenAsync();
        moved.Start.Wall.ShouldBe("2027-01-22 08:00");
        (moved.Uid, moved.Sequence).ShouldBe((planned.Uid, 1));

        await (await facilitator.GetAsync($"{at}/move"))
            .Form($"Call meeting {at.Split('/')[^1]} off")
            .Fill("Why", "Between us: the principal is ill")
            .SubmitAsync();
        var off = await SeenAsync();
        (off.Uid, off.Sequence, off.Status).ShouldBe((planned.Uid, 2, "CANCELLED"));

        async Task<SeenEvent> SeenAsync() =>
            (
                await CalendarProgram.ReadAsync((await app.Anonymous().GetAsync(address)).Html)
            ).Events.Single(e => e.Url!.EndsWith(at, StringComparison.Ordinal));
    }

    [EngineTheory]
    public async Task An_address_that_ended_is_no_address_and_says_nothing(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var member = app.As("member");
        var first = await AddressAsync(member, Lincoln);
        (await app.Anonymous().GetAsync(first))
            .ContentHeaders.ContentType!.ToString()
            .ShouldBe("text/calendar; charset=utf-8");
        var second = await AddressAsync(member, Lincoln, "Make a new address; the old one ends");
        second.ShouldNotBe(first);
        await LeadsNowhereAsync(first);

        var page = await member.GetAsync($"{Lincoln}/calendar");
        page.Html.ShouldNotContain(second.Split('/')[^1], Case.Sensitive, "it is shown once");
        page = await page.Form("End the address").SubmitAsync();
        page.Notice.ShouldBe(
            "✓ The address leads nowhere any more. Remove it from your calendar program."
        );
        await LeadsNowhereAsync(second);

        async Task LeadsNowhereAsync(string address)
        {
            var ended = await app.Anonymous().GetAsync(address);
            var never = await app.Anonymous().GetAsync("/calendar/" + new string('x', 32));
            ended.Status.ShouldBe(HttpStatusCode.NotFound);
            ended
                .Html.Replace(address, "", StringComparison.Ordinal)
                .ShouldBe(never.Html.Replace(never.Path, "", StringComparison.Ordinal));
        }
    }

    [EngineTheory]
    public async Task The_address_of_who_has_left_leads_nowhere(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var address = await AddressAsync(app.As("member"), Lincoln);

        await app.Db(async db =>
        {
            var email = DemoDistrict.Email("member");
            (await db.Set<Person>().SingleAsync(p => p.Email == email)).Leave(
                new DateOnly(2027, 1, 20)
            );
            await db.SaveChangesAsync();
        });

        (await app.Anonymous().GetAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [EngineTheory]
    public async Task Ones_own_address_shows_the_teams_one_sits_on_and_a_teams_shows_that_team(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        await PlanAtRooseveltAsync(app);
        var facilitator = app.As("facilitator");
        var mine = await AddressAsync(facilitator, Lincoln);
        var team = await AddressAsync(facilitator, Lincoln, team: true);
        (await UnitsAsync(mine)).ShouldBe([DemoDistrict.Lincoln]);
        (await UnitsAsync(team)).ShouldBe([DemoDistrict.Lincoln]);

        await app.Db(async db =>
        {
            var email = DemoDistrict.Email("facilitator");
            var person = await db.Set<Person>().SingleAsync(p => p.Email == email);
            var roosevelt = await UnitAsync(db, DemoDistrict.Roosevelt);
            var ilt = await db.Set<Ilt>()
                .Include(i => i.Memberships)
                .SingleAsync(i => i.UnitId == roosevelt.Id);
            ilt.Seat(person.Id, SeatKind.Coach, null, app.Clock.Now).IsOk.ShouldBeTrue();
            await db.SaveChangesAsync();
        });
        (await UnitsAsync(mine)).ShouldBe(
            [DemoDistrict.Lincoln, DemoDistrict.Roosevelt],
            ignoreOrder: true
        );
        (await UnitsAsync(team)).ShouldBe([DemoDistrict.Lincoln]);
        (await app.As("member").PostFormAsync($"{Lincoln}/calendar?handler=Team")).Status.ShouldBe(
            HttpStatusCode.NotFound,
            "only who plans meetings makes the team's"
        );

        async Task<string[]> UnitsAsync(string address) =>
            [
                .. (await CalendarProgram.ReadAsync((await app.Anonymous().GetAsync(address)).Html))
                    .Events.Select(e => new Uri(e.Url!).AbsolutePath.Split('/')[1])
                    .Distinct(StringComparer.Ordinal),
            ];
    }

    [EngineTheory]
    public async Task Nothing_that_is_said_or_planned_in_a_meeting_is_in_the_calendar(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var at = await TodaysMeeting.TodayAsync(app);
        await app.As("member")
            .PostFormAsync(
                $"{at}/items/new",
                ("Input.Title", "Zebra reading"),
                ("Input.Kind", "2"),
                ("Input.Minutes", "5")
            );
        await app.As("member").PostFormAsync($"{at}/notes/s0", ("Input.Words", "Zebra notes"));
        await (await app.As("member").GetAsync(at)).Form("I cannot come").SubmitAsync();
        var feed = await FeedAsync(app.As("facilitator"), Lincoln);
        var people = await app.Db(db =>
            db.Set<Person>().Select(p => new { p.FamilyName, p.Email }).ToListAsync()
        );

        feed.ShouldNotContain("Zebra");
        people.ShouldAllBe(p => !feed.Contains(p.FamilyName));
        people.Where(p => p.Email is { Length: > 0 }).ShouldAllBe(p => !feed.Contains(p.Email!));
        var events = (await CalendarProgram.ReadAsync(feed)).Events;
        events.ShouldAllBe(e => e.Organizer == null && e.Attendees.Length == 0);
        events
            .SelectMany(e => e.Properties)
            .Distinct()
            .Order()
            .ShouldBe([
                "description",
                "dtend",
                "dtstamp",
                "dtstart",
                "location",
                "sequence",
                "status",
                "summary",
                "uid",
                "url",
            ]);
    }

    [EngineTheory]
    public async Task Who_leads_the_school_without_a_seat_finds_its_meetings_in_their_calendar(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        var principal = app.As("principal");
        await app.Db(db =>
            db.Set<IltMembership>()
                .Where(m =>
                    db.Set<Person>().Any(p => p.Id == m.PersonId && p.GivenName == "Marisol")
                )
                .ExecuteDeleteAsync()
        );
        var address = await AddressAsync(principal, Lincoln);
        (
            await CalendarProgram.ReadAsync((await app.Anonymous().GetAsync(address)).Html)
        ).Events.ShouldNotBeEmpty();

        // Whose role is over reads nothing any more.
        await app.Db(db =>
            db.Set<RoleAssignment>()
                .Where(r =>
                    db.Set<Person>().Any(p => p.Id == r.PersonId && p.GivenName == "Marisol")
                )
                .ExecuteUpdateAsync(r => r.SetProperty(x => x.Status, RoleStatus.Ended))
        );
        (
            await CalendarProgram.ReadAsync((await app.Anonymous().GetAsync(address)).Html)
        ).Events.ShouldBeEmpty();
    }

    [EngineTheory]
    public async Task A_calendar_without_a_meeting_is_one_all_the_same(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);

        var calendar = await CalendarProgram.ReadAsync(
            await FeedAsync(app.As(RooseveltPrincipal), Roosevelt, team: true)
        );

        calendar.Events.ShouldBeEmpty();
        calendar.Name.ShouldBe("ILT meetings");
        calendar.Parts.ShouldNotBeEmpty("the format asks for at least one part");
    }

    private static async Task<string> FeedAsync(TestBrowser who, string meetings, bool team = false)
    {
        var feed = await who.GetAsync(await AddressAsync(who, meetings, team: team));
        feed.Status.ShouldBe(HttpStatusCode.OK);
        return feed.Html;
    }

    private static async Task<string> AddressAsync(
        TestBrowser who,
        string meetings,
        string? button = null,
        bool team = false
    )
    {
        var page = team
            ? await who.PostFormAsync($"{meetings}/calendar?handler=Team")
            : await (await who.GetAsync($"{meetings}/calendar"))
                .Form(button ?? "Make an address")
                .SubmitAsync();
        return new Uri(page.TextOf("#address")).AbsolutePath;
    }

    private static async Task PlanAtRooseveltAsync(TestApp app) =>
        (
            await (await app.As(RooseveltPrincipal).GetAsync($"{Roosevelt}/new"))
                .Form("Plan the meeting")
                .Fill("Day", "2027-01-26")
                .SubmitAsync()
        ).Notice.ShouldBe("✓ The meeting is planned. The members are invited by mail.");

    private static Task AddYearAsync(TestApp app) =>
        app.Db(async db =>
        {
            var district = await UnitAsync(db, DemoDistrict.District);
            db.Add(
                SchoolYear
                    .New(
                        district.Id,
                        "2027–28",
                        new DateOnly(2027, 8, 23),
                        new DateOnly(2028, 6, 16),
                        app.Clock.Now
                    )
                    .Value
            );
            db.Add(
                CalendarDay
                    .New(
                        district.Id,
                        district.Id,
                        new DateOnly(2027, 11, 11),
                        CalendarDayKind.Closure,
                        "Veterans Day",
                        app.Clock.Now
                    )
                    .Value
            );
            await db.SaveChangesAsync();
        });

    private static Task<Unit> UnitAsync(ThroughlineDb db, string slug) =>
        db.Set<Unit>().SingleAsync(u => u.Slug == slug);
}
