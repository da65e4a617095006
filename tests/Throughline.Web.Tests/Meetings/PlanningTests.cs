using System.Net;
using Microsoft.EntityFrameworkCore;
using Throughline.Data.Demo;
using Throughline.Data.Tests.Engines;
using Throughline.Domain.Meetings;
using Throughline.Domain.Units;
using Throughline.Web.Tests.Support;

namespace Throughline.Web.Tests.Meetings;

/// <summary>One meeting beside the regular ones is planned; one is moved, or called off.</summary>
public sealed class PlanningTests
{
    private const string List = $"/{DemoDistrict.Lincoln}/meetings";
    private const string Plan = "Plan the meeting";
    private const string Move = "Move the meeting";

    [EngineTheory]
    public async Task Who_plans_a_meeting_finds_it_with_an_agenda_and_roles(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);

        var page = await (await app.As("facilitator").GetAsync($"{List}/new"))
            .Form(Plan)
            .Fill("Day", "2027-01-28")
            .Fill("Starts at", "07:45")
            .Fill("Minutes", "45")
            .Fill("Place", "Room <b>7</b>")
            .SubmitAsync();

        page.Notice.ShouldBe("✓ The meeting is planned. The members are invited by mail.");
        page.Heading.ShouldBe("Thursday, January 28, 2027");
        page.Text.ShouldContain("7:45 – 8:30 AM");
        page.Text.ShouldContain("Room <b>7</b>");
        page.Text.ShouldContain("Our vision");
        page.Text.ShouldContain("Timekeeper");
    }

    [EngineTheory]
    public async Task A_time_at_which_no_meeting_can_be_is_refused_with_what_was_typed(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        var facilitator = app.As("facilitator");
        var number = (await TodaysMeeting.TodayAsync(app)).Split('/')[^1];
        await RefusedAsync("2027-01-30", "15:15", "60", "There is no school on this day.");
        await RefusedAsync("2027-02-15", "15:15", "60", "There is no school on this day.");
        await RefusedAsync("2027-01-19", "15:15", "60", "Choose a day that is still to come.");
        await RefusedAsync(
            "2027-01-20",
            "16:44",
            "60",
            $"The team is in meeting {number} at that time."
        );
        await RefusedAsync("2027-01-28", "23:30", "60", "The meeting would end after midnight.");
        await RefusedAsync("2027-01-28", "15:15", "-60", "A meeting lasts 15 to 240 minutes");
        await RefusedAsync("2027-01-28", "15:15", "400", "A meeting lasts 15 to 240 minutes");
        (await CountAsync(app, new DateOnly(2027, 1, 28))).ShouldBe(0);

        async Task RefusedAsync(string day, string at, string minutes, string words)
        {
            var page = await (await facilitator.GetAsync($"{List}/new"))
                .Form(Plan)
                .Fill("Day", day)
                .Fill("Starts at", at)
                .Fill("Minutes", minutes)
                .Fill("Place", "Gym")
                .SubmitAsync();
            page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
            page.Problems.ShouldHaveSingleItem().ShouldContain(words);
            var form = page.Form(Plan);
            (
                form["Input.Day"],
                form["Input.StartsAt"],
                form["Input.Minutes"],
                form["Input.Place"]
            ).ShouldBe((day, at, minutes, "Gym"));
        }
    }

    [EngineTheory]
    public async Task A_form_that_comes_twice_plans_one_meeting(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var form = (await app.As("facilitator").GetAsync($"{List}/new"))
            .Form(Plan)
            .Fill("Day", "2027-01-28");

        var (first, second) = (await form.SubmitAsync(), await form.SubmitAsync());

        second.Path.ShouldBe(first.Path);
        (await CountAsync(app, new DateOnly(2027, 1, 28))).ShouldBe(1);
    }

    [EngineTheory]
    public async Task Two_who_plan_at_once_each_get_a_number_or_are_told_of_the_other(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var forms = new List<PageForm>();
        foreach (var at in new[] { "07:00", "08:00", "08:30", "16:00" })
        {
            forms.Add(
                (await app.As("facilitator").GetAsync($"{List}/new"))
                    .Form(Plan)
                    .Fill("Day", "2027-01-28")
                    .Fill("Starts at", at)
                    .Fill("Minutes", "45")
            );
        }

        var pages = await Task.WhenAll(forms.Select(f => f.SubmitAsync()));

        // The second and the third overlap.
        pages.Count(p => p.Status == HttpStatusCode.OK).ShouldBe(3);
        pages
            .Single(p => p.Status != HttpStatusCode.OK)
            .Problems.ShouldHaveSingleItem()
            .ShouldStartWith("The team is in meeting ");
        pages.Where(p => p.Status == HttpStatusCode.OK).Select(p => p.Path).ShouldBeUnique();
    }

    [EngineTheory]
    public async Task Moving_keeps_number_agenda_and_rhythm_and_is_refused_where_no_meeting_can_be(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        var facilitator = app.As("facilitator");
        var at = await TodaysMeeting.TodayAsync(app);
        var items = (await facilitator.GetAsync(at)).TextsOf("li li a strong");

        var refused = await (await facilitator.GetAsync($"{at}/move"))
            .Form(Move)
            .Fill("Day", "2027-01-23")
            .SubmitAsync();
        refused.Problems.ShouldHaveSingleItem().ShouldStartWith("There is no school on this day.");

        var page = await refused.Form(Move).Fill("Day", "2027-01-21").SubmitAsync();
        page.Path.ShouldBe(at);
        page.Notice.ShouldBe($"✓ Meeting {at.Split('/')[^1]} is on Thu, Jan 21, 3:15 – 4:45 PM.");
        page.TextsOf("li li a strong").ShouldBe(items);
        (await facilitator.GetAsync($"{List}/rhythm")).Form("Save and move the meetings to come");
        (await app.As("member").GetAsync($"{at}/move")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [EngineTheory]
    public async Task Who_moves_a_meeting_that_someone_else_moved_meanwhile_sees_both(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var at = await TodaysMeeting.TodayAsync(app);
        var mine = (await app.As("principal").GetAsync($"{at}/move"))
            .Form(Move)
            .Fill("Day", "2027-01-21");
        await (await app.As("facilitator").GetAsync($"{at}/move"))
            .Form(Move)
            .Fill("Day", "2027-01-22")
            .SubmitAsync();

        var page = await mine.SubmitAsync();

        page.Status.ShouldBe(HttpStatusCode.Conflict);
        page.Text.ShouldContain("Jan 22");
        page.Form(Move)["Input.Day"].ShouldBe("2027-01-21");
        (await page.Form(Move).SubmitAsync()).Heading.ShouldBe("Thursday, January 21, 2027");
    }

    [EngineTheory]
    public async Task Calling_off_says_why_and_brings_what_was_on_the_agenda_to_the_next_meeting(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        var facilitator = app.As("facilitator");
        var at = await TodaysMeeting.TodayAsync(app);
        var button = $"Call meeting {at.Split('/')[^1]} off";
        var items = (await facilitator.GetAsync(at)).TextsOf("li li a strong");
        items.ShouldNotBeEmpty();
        var refused = await (await facilitator.GetAsync($"{at}/move")).Form(button).SubmitAsync();
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Problems.ShouldBe(["Say why: the members read it in their mail."]);

        var list = await refused.Form(button).Fill("Why", "Snow <script>").SubmitAsync();

        list.Notice!.ShouldEndWith("What members brought comes to the next one.");
        (await facilitator.GetAsync(at)).Text.ShouldContain(
            "This meeting was called off: Snow <script>"
        );
        var next = await facilitator.GetAsync(
            list.Document.QuerySelector("section.card a")!.GetAttribute("href")!
        );
        next.TextsOf("li li a strong").ShouldBe(items, ignoreOrder: true);
        (await facilitator.GetAsync($"{at}/move")).Path.ShouldBe(at, "there is nothing to move");
        (await facilitator.PostFormAsync($"{at}/clock?handler=Start")).Text.ShouldContain(
            "This meeting was called off"
        );
    }

    private static Task<int> CountAsync(TestApp app, DateOnly day) =>
        app.Db(db =>
            db.Set<Meeting>()
                .CountAsync(m =>
                    m.Day == day
                    && db.Set<Unit>().Any(u => u.Id == m.UnitId && u.Slug == DemoDistrict.Lincoln)
                )
        );
}
