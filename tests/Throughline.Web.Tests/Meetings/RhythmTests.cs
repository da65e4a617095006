using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Throughline.Data.Demo;
using Throughline.Data.Tests.Engines;
using Throughline.Domain.Meetings;
using Throughline.Domain.Units;
using Throughline.Web.Features.Home;
using Throughline.Web.Tests.Support;

namespace Throughline.Web.Tests.Meetings;

/// <summary>The rhythm: set once, laid over the school calendar, changed without touching what was.</summary>
public sealed class RhythmTests
{
    private const string Lincoln = $"/{DemoDistrict.Lincoln}/meetings";
    private const string Roosevelt = $"/{DemoDistrict.Roosevelt}/meetings";
    private const string RooseveltPrincipal = "alonzo.pickett@riverbend.example";
    private const string First = "Set the rhythm and plan the meetings";
    private const string Again = "Save and move the meetings to come";

    [EngineTheory]
    public async Task A_closed_day_moves_or_drops_its_meeting_as_the_team_chose(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var principal = app.As(RooseveltPrincipal);
        // Presidents’ Day, and the week of spring break.
        var page = await (await principal.GetAsync($"{Roosevelt}/rhythm"))
            .Form(First)
            .Fill("How often", "1")
            .Tick("Monday")
            .Fill("From", "2027-02-01")
            .Fill("Until", "2027-04-09")
            .Fill("When the day is closed", "1")
            .SubmitAsync();
        page.Notice!.ShouldStartWith("✓ The rhythm is saved: 9 meetings planned.");
        (await DaysAsync(app)).ShouldBe("02-01 02-08 02-16 02-22 03-01 03-08 03-15 03-29 04-05");

        page = await (await principal.GetAsync($"{Roosevelt}/rhythm"))
            .Form(Again)
            .Fill("When the day is closed", "2")
            .SubmitAsync();
        page.Notice!.ShouldContain("1 meeting called off");
        (await DaysAsync(app)).ShouldBe("02-01 02-08 02-22 03-01 03-08 03-15 03-29 04-05");
    }

    [EngineTheory]
    public async Task A_change_in_a_week_without_meeting_leaves_every_second_week_where_it_is(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        var principal = app.As(RooseveltPrincipal);
        await (await principal.GetAsync($"{Roosevelt}/rhythm"))
            .Form(First)
            .Fill("How often", "2")
            .Tick("Monday")
            .Fill("From", "2027-02-01")
            .Fill("Until", "2027-03-12")
            .SubmitAsync();
        (await DaysAsync(app)).ShouldBe("02-01 02-16 03-01");
        // Tuesday, February 9: the week between two meetings.
        app.Clock.Advance(TimeSpan.FromDays(20));
        principal = app.Anonymous();
        await principal.SignInAsync(RooseveltPrincipal);

        await (await principal.GetAsync($"{Roosevelt}/rhythm"))
            .Form(Again)
            .Fill("Place", "Library")
            .SubmitAsync();
        (await DaysAsync(app)).ShouldBe("02-01 02-16 03-01");
    }

    [EngineTheory]
    public async Task A_meeting_leaves_its_day_when_the_school_closes_it(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var principal = app.As(RooseveltPrincipal);
        await MondaysOfFebruaryAsync(principal);

        var page = await CloseAsync(principal, DemoDistrict.Roosevelt, "2027-02-10");
        page.Notice.ShouldBe("✓ Wed, Feb 10 is entered.");
        page = await CloseAsync(principal, DemoDistrict.Roosevelt, "2027-02-08");
        page.Notice!.ShouldStartWith(
            "✓ Mon, Feb 8 is entered. On the new calendar: 1 meeting moved."
        );
        (await DaysAsync(app)).ShouldBe("02-01 02-09 02-16 02-22");

        // What was entered wrongly is put right.
        page = await (
            await principal.GetAsync($"/{DemoDistrict.Roosevelt}/settings/calendar/2027-02-10")
        )
            .Form("Save")
            .Set("Input.Kind", "2")
            .SubmitAsync();
        page.Notice.ShouldBe("✓ Wed, Feb 10 is saved.");
        await CloseAsync(principal, DemoDistrict.Roosevelt, "2027-02-09");
        (await DaysAsync(app)).ShouldBe("02-01 02-10 02-16 02-22");
    }

    [EngineTheory]
    public async Task A_meeting_leaves_a_day_that_the_district_closes_the_morning_after(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        var principal = app.As(RooseveltPrincipal);
        await MondaysOfFebruaryAsync(principal);
        await CloseAsync(app.As("admin"), DemoDistrict.District, "2027-02-08");

        var page = await principal.GetAsync(Roosevelt);
        page.Text.ShouldContain("There is no school on Mon, Feb 8 by now");
        (await DaysAsync(app)).ShouldBe("02-01 02-08 02-16 02-22");

        // Seven in the morning, in Chicago, of a day on which there is no school.
        app.Clock.Now = new DateTime(2027, 1, 23, 13, 0, 0, DateTimeKind.Utc);
        await app.Services.GetRequiredService<DigestRound>().RunAsync(default);

        (await principal.GetAsync(Roosevelt)).Text.ShouldNotContain("There is no school on");
        (await DaysAsync(app)).ShouldBe("02-01 02-09 02-16 02-22");
    }

    [EngineTheory]
    public async Task Who_does_not_wait_for_the_morning_lays_the_meetings_again_at_once(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        var principal = app.As(RooseveltPrincipal);
        await MondaysOfFebruaryAsync(principal);
        await CloseAsync(app.As("admin"), DemoDistrict.District, "2027-02-08");

        var page = await (await principal.GetAsync(Roosevelt))
            .Form("Lay the meetings over the calendar again")
            .SubmitAsync();

        page.Notice!.ShouldStartWith("✓ Laid over the calendar again: 1 meeting moved.");
        page.Text.ShouldNotContain("There is no school on");
        (await DaysAsync(app)).ShouldBe("02-01 02-09 02-16 02-22");
    }

    [EngineTheory]
    public async Task A_meeting_moved_by_hand_to_an_earlier_day_is_not_laid_a_second_time(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        var principal = app.As(RooseveltPrincipal);
        await MondaysOfFebruaryAsync(principal);
        await (await principal.GetAsync($"{Roosevelt}/1/move"))
            .Form("Move the meeting")
            .Fill("Day", "2027-01-29")
            .SubmitAsync();
        app.Clock.Advance(new DateTime(2027, 1, 30) - app.Clock.Now.Date);

        await app.As(RooseveltPrincipal).PostFormAsync($"{Roosevelt}?handler=LayAgain");

        (await DaysAsync(app)).ShouldBe("01-29 02-08 02-16 02-22");
    }

    [EngineTheory]
    public async Task What_nobody_could_keep_is_refused_at_its_field_with_what_was_typed(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        var principal = app.As(RooseveltPrincipal);
        await RefusedAsync(f => f, "Choose the day of the week");
        await RefusedAsync(
            f => f.Tick("Monday").Fill("Minutes", "400"),
            "A meeting lasts 15 to 240"
        );
        await RefusedAsync(
            f => f.Tick("Monday").Fill("Minutes", "-90"),
            "A meeting lasts 15 to 240"
        );
        await RefusedAsync(
            f => f.Tick("Monday").Fill("From", "2027-04-09").Fill("Until", "2027-02-01"),
            "The last day comes before the first"
        );
        await RefusedAsync(f => f.Tick("Monday").Fill("Starts at", "23:30"), "after midnight");
        await RefusedAsync(
            f => f.Tick("Monday").Fill("Until", "2036-02-01"),
            "spans one school year"
        );
        (await DaysAsync(app)).ShouldBe("");

        static IEnumerable<(string, string)> Typed(PageForm form) =>
            form.Values.Where(v => v.Name != "_submission");

        async Task RefusedAsync(Func<PageForm, PageForm> fill, string words)
        {
            var form = fill(
                (await principal.GetAsync($"{Roosevelt}/rhythm"))
                    .Form(First)
                    .Fill("Place", "Room <b>12</b>")
            );
            var page = await form.SubmitAsync();
            page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
            page.Problems.ShouldContain(p => p.Contains(words, StringComparison.Ordinal));
            Typed(page.Form(First)).ShouldBe(Typed(form), ignoreOrder: true);
        }
    }

    [EngineTheory]
    public async Task A_change_keeps_what_was_held_what_was_moved_by_hand_and_what_members_brought(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        var facilitator = app.As("facilitator");
        var held = (await facilitator.GetAsync($"{Lincoln}/1")).Text;
        var at = await TodaysMeeting.TodayAsync(app);
        var items = (await facilitator.GetAsync(at)).TextsOf("li li a strong");
        items.ShouldNotBeEmpty();
        var later =
            $"{Lincoln}/{int.Parse(at.Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture) + 2}";
        await (await facilitator.GetAsync($"{later}/move"))
            .Form("Move the meeting")
            .Fill("Day", "2027-02-19")
            .SubmitAsync();

        await (await facilitator.GetAsync($"{Lincoln}/rhythm"))
            .Form(Again)
            .Untick("Wednesday")
            .Tick("Tuesday")
            .Fill("Starts at", "07:30")
            .SubmitAsync();

        (await facilitator.GetAsync($"{Lincoln}/1")).Text.ShouldBe(held);
        (await facilitator.GetAsync($"{later}/move"))
            .Form("Move the meeting")["Input.Day"]
            .ShouldBe("2027-02-19");
        var moved = await facilitator.GetAsync(at);
        moved.TextsOf("li li a strong").ShouldBe(items);
        (await facilitator.GetAsync($"{at}/move"))
            .Form("Move the meeting")["Input.Day"]
            .ShouldBe("2027-02-02", "the Tuesday of the next week in which the team meets");
    }

    [EngineTheory]
    public async Task Who_saves_a_rhythm_that_someone_else_changed_meanwhile_sees_both(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        var mine = (await app.As("principal").GetAsync($"{Lincoln}/rhythm"))
            .Form(Again)
            .Fill("Place", "Cafeteria");
        await (await app.As("facilitator").GetAsync($"{Lincoln}/rhythm"))
            .Form(Again)
            .Fill("Place", "Gym")
            .SubmitAsync();

        var page = await mine.SubmitAsync();

        page.Status.ShouldBe(HttpStatusCode.Conflict);
        page.Text.ShouldContain("Gym");
        page.Form(Again)["Input.Place"].ShouldBe("Cafeteria");
        (await page.Form(Again).SubmitAsync()).Status.ShouldBe(HttpStatusCode.OK);
        (await app.As("facilitator").GetAsync($"{Lincoln}/rhythm"))
            .Form(Again)["Input.Place"]
            .ShouldBe("Cafeteria");
    }

    [EngineTheory]
    public async Task Two_who_set_the_first_rhythm_make_one_and_the_second_sees_the_first(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        var (one, two) = (await FormAsync("Monday"), await FormAsync("Friday"));
        (await one.SubmitAsync()).Status.ShouldBe(HttpStatusCode.OK);

        var page = await two.SubmitAsync();

        page.Status.ShouldBe(HttpStatusCode.Conflict);
        page.Text.ShouldContain("on Mondays");
        (await app.Db(db => db.Set<MeetingSeries>().CountAsync(s => s.Place == "Twice"))).ShouldBe(
            1
        );

        async Task<PageForm> FormAsync(string day) =>
            (await app.As(RooseveltPrincipal).GetAsync($"{Roosevelt}/rhythm"))
                .Form(First)
                .Tick(day)
                .Fill("Place", "Twice");
    }

    [EngineTheory]
    public async Task A_member_reads_the_rhythm_and_cannot_change_it(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);

        var page = await app.As("member").GetAsync($"{Lincoln}/rhythm");

        page.Text.ShouldContain("every two weeks, on Wednesdays, 3:15 – 4:45 PM");
        page.Text.ShouldContain("moves to the next school day");
        page.Document.QuerySelectorAll("main form").ShouldBeEmpty();
        (await app.As("member").PostFormAsync($"{Lincoln}/rhythm")).Status.ShouldBe(
            HttpStatusCode.NotFound
        );
    }

    private static async Task MondaysOfFebruaryAsync(TestBrowser principal) =>
        await (await principal.GetAsync($"{Roosevelt}/rhythm"))
            .Form(First)
            .Fill("How often", "1")
            .Tick("Monday")
            .Fill("From", "2027-02-01")
            .Fill("Until", "2027-02-26")
            .Fill("When the day is closed", "1")
            .SubmitAsync();

    private static async Task<TestPage> CloseAsync(TestBrowser by, string unit, string day) =>
        await (await by.GetAsync($"/{unit}/settings/calendar"))
            .Form("Enter")
            .Fill("What it is called", "Snow")
            .Fill("Day", day)
            .SubmitAsync();

    private static async Task<string> DaysAsync(TestApp app)
    {
        var days = await app.Db(db =>
            db.Set<Meeting>()
                .Where(m => m.State == MeetingState.Planned)
                .Where(m =>
                    db.Set<Unit>().Any(u => u.Id == m.UnitId && u.Slug == DemoDistrict.Roosevelt)
                )
                .OrderBy(m => m.Day)
                .Select(m => m.Day)
                .ToListAsync()
        );
        return string.Join(
            ' ',
            days.Select(d => d.ToString("MM-dd", System.Globalization.CultureInfo.InvariantCulture))
        );
    }
}
