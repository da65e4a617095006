using System.Net;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Data.Tests.Engines;
using Throughline.Domain.Meetings;
using Throughline.Domain.Units;
using Throughline.Web.Tests.Support;

namespace Throughline.Web.Tests.Meetings;

/// <summary>
/// What nobody means to send: each has a clear answer. Times that cannot be stand in <see cref="PlanningTests"/>, regrets,
/// a lost seat and two megabytes in <see cref="MeetingDayTests"/>.
/// </summary>
public sealed class BadInputTests
{
    // What is pasted from a web page, with what must never run.
    private const string Pasted =
        "<b>Fractions</b> & <img src=x onerror=alert(1)><script>alert(2)</script>\n</textarea><svg onload=alert(3)>";

    [EngineTheory]
    public async Task An_agenda_of_400_minutes_says_by_how_much_it_is_over_and_starts_all_the_same(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        var at = await TodaysMeeting.TodayAsync(app);
        for (var i = 0; i < 5; i++)
        {
            await BringAsync(app, at, $"All about reading, part {i}", "80");
        }

        var before = (await app.As("facilitator").GetAsync(at)).Text;
        before.ShouldContain("minutes are asked for, 90 there are. Shorten an item, or leave one");
        var planned = await PlannedAsync();
        planned.ShouldBeGreaterThan(400);
        before.ShouldContain($"▲ {planned - 90} min over");

        app.Clock.Now = new DateTime(2027, 1, 20, 21, 15, 0, DateTimeKind.Utc);
        var room = await app.As("facilitator").PostFormAsync($"{at}/clock?handler=Start");
        room.Text.ShouldContain($"▲ {planned - 90} min over");
        room.Text.ShouldContain("10 minutes longer");

        Task<int> PlannedAsync() =>
            app.Db(async db =>
            {
                var id = IdOf(db, at);
                return (
                    await db.Set<Meeting>().Include(m => m.Items).SingleAsync(m => m.Id == id)
                ).PlannedMinutes;
            });
    }

    [EngineTheory]
    public async Task Of_5000_items_forty_come_on_the_agenda_and_the_next_is_refused_with_what_was_typed(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        var at = await TodaysMeeting.TodayAsync(app);
        var refused = await app.Db(async db =>
        {
            var id = IdOf(db, at);
            var meeting = await db.Set<Meeting>()
                .Include(m => m.Items)
                .SingleAsync(m => m.Id == id);
            var plan = new ItemPlan("One more", ItemKind.Inform, 1);
            var taken = Enumerable
                .Range(0, 5_000)
                .Count(_ =>
                    meeting.Submit(plan, null, meeting.Items[0].BroughtById, app.Clock.Now).IsOk
                );
            await db.SaveChangesAsync();
            return 5_000 - taken;
        });
        refused.ShouldBeGreaterThan(4_960);

        var page = await BringAsync(app, at, "Mine", "5");

        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Problems.ShouldBe([
            "An agenda takes 40 items. Submit it for another meeting, or raise it as an issue.",
        ]);
        page.Form("Put it on the agenda")["Input.Title"].ShouldBe("Mine");
        (await app.As("facilitator").GetAsync(at)).TextsOf("li li a strong").Count.ShouldBe(40);
    }

    [EngineTheory]
    public async Task What_is_brought_twice_by_one_form_stands_once(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var at = await TodaysMeeting.TodayAsync(app);
        var form = (await app.As("member").GetAsync($"{at}/items/new"))
            .Form("Put it on the agenda")
            .Fill("What it is about", "Only once");

        var pages = await Task.WhenAll(form.SubmitAsync(), form.SubmitAsync());
        var third = await form.SubmitAsync();

        pages.Append(third).ShouldAllBe(p => p.Path == at);
        (await app.As("member").GetAsync(at))
            .TextsOf("li li a strong")
            .Count(t => t == "Only once")
            .ShouldBe(1);
    }

    [EngineTheory]
    public async Task Pasted_html_is_shown_as_it_was_typed_and_never_becomes_part_of_a_page(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        var at = await TodaysMeeting.TodayAsync(app);
        var facilitator = app.As("facilitator");
        await facilitator.PostFormAsync($"{at}/clock?handler=Start");
        await app.As("member").PostFormAsync($"{at}/notes/s0", ("Input.Words", Pasted));
        await BringAsync(app, at, Pasted.Split('\n')[0], "5", Pasted);

        foreach (
            var path in new[] { at, $"{at}/screen", $"{at}/screen?handler=Parts", $"{at}/notes/s0" }
        )
        {
            ShowsAsText(await facilitator.GetAsync(path));
        }

        await facilitator.PostFormAsync($"{at}/clock?handler=End");
        ShowsAsText(await facilitator.GetAsync(at));

        static void ShowsAsText(TestPage page)
        {
            page.Status.ShouldBe(HttpStatusCode.OK);
            page.Document.QuerySelectorAll("[onerror], [onload], img[src=x]")
                .ShouldBeEmpty(page.Path);
            page.Document.QuerySelectorAll("script")
                .ShouldAllBe(s => !s.TextContent.Contains("alert"), page.Path);
            page.Html.ShouldContain("&lt;script&gt;alert(2)", Case.Insensitive, page.Path);
        }
    }

    [EngineTheory]
    public async Task A_clock_of_the_server_that_jumps_leaves_a_room_that_can_be_run(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var at = await TodaysMeeting.TodayAsync(app);
        var facilitator = app.As("facilitator");
        // The meeting is planned for 3:15 to 4:45 PM where the school is.
        var start = new DateTime(2027, 1, 20, 21, 15, 0, DateTimeKind.Utc);
        app.Clock.Now = start;
        await facilitator.PostFormAsync($"{at}/clock?handler=Start");
        (await ClockAsync()).ShouldBe("1:30:00");

        // Back by an hour: nothing took less than no time, nobody came before the start.
        app.Clock.Now = start.AddHours(-1);
        await app.As("member").PostFormAsync($"{at}/attendance?handler=Here");
        var page = await (await facilitator.GetAsync(at)).Form("Next").SubmitAsync();
        page.TextOf("#now").ShouldBe("Our norms");
        page.Text.ShouldContain("done in 0");
        page.Text.ShouldContain("Started 3:15 PM, on time.");
        (await ClockAsync()).ShouldBe("2:30:00");

        // And right again, and then far ahead: it says that the meeting was not ended, and can be ended.
        app.Clock.Now = start.AddMinutes(10);
        (await ClockAsync()).ShouldBe("1:20:00");
        app.Clock.Now = start.AddHours(9);
        page = await facilitator.GetAsync(at);
        page.Text.ShouldContain("This meeting was not ended.");
        (await ClockAsync()).ShouldBe("over");
        app.Clock.Now = start.AddMinutes(40);
        page = await page.Form("End the meeting").SubmitAsync();
        page.Text.ShouldContain("▲ draft");
        page.Text.ShouldContain("Here Theo Lindqvist");

        async Task<string> ClockAsync() => (await facilitator.GetAsync(at)).TextOf("[role=timer]");
    }

    private static async Task<TestPage> BringAsync(
        TestApp app,
        string at,
        string title,
        string minutes,
        string? questions = null
    ) =>
        await (await app.As("member").GetAsync($"{at}/items/new"))
            .Form("Put it on the agenda")
            .Fill("What it is about", title)
            .Fill("Minutes", minutes)
            .Set("Input.Questions", questions ?? "")
            .SubmitAsync();

    private static Guid IdOf(ThroughlineDb db, string at)
    {
        var (slug, number) = (
            at.Split('/')[1],
            int.Parse(at.Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture)
        );
        return db.Set<Meeting>()
            .Where(m => m.Number == number)
            .Where(m => db.Set<Unit>().Any(u => u.Id == m.UnitId && u.Slug == slug))
            .Select(m => m.Id)
            .Single();
    }
}
