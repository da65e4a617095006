using System.Net;
using Throughline.Data.Demo;
using Throughline.Data.Tests.Engines;
using Throughline.Web.Tests.Support;

namespace Throughline.Web.Tests.Meetings;

/// <summary>The inventory of a school's meetings: listed, overlapping, merged, ended, shortened.</summary>
public sealed class InventoryTests
{
    private const string Lincoln = $"/{DemoDistrict.Lincoln}/meetings/inventory";
    private const string Roosevelt = $"/{DemoDistrict.Roosevelt}/meetings/inventory";
    private const string RooseveltPrincipal = "alonzo.pickett@riverbend.example";

    [EngineTheory]
    public async Task A_meeting_is_listed_and_what_it_takes_is_worked_out(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var principal = app.As(RooseveltPrincipal);
        (await principal.GetAsync(Roosevelt)).Text.ShouldContain("No meeting is listed yet.");

        var page = await ListAsync(principal, "Data meeting", "reading data, pacing", 10);

        page.Notice.ShouldBe("✓ “Data meeting” is on the inventory.");
        page.Path.ShouldBe($"{Roosevelt}/1");
        page.Text.ShouldContain("40 hours a month");
        await ListAsync(principal, "Data team", "Pacing, books", 6);
        page = await principal.GetAsync(Roosevelt);
        page.Text.ShouldContain("64 hours a month, in 2 meetings");
        page.TextOf("section[aria-labelledby=overlap]")
            .ShouldContain("Data meeting and Data team Both handle pacing.");
    }

    [EngineTheory]
    public async Task What_is_ended_gives_its_hours_back_once_however_often_it_is_recorded(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        var principal = app.As(RooseveltPrincipal);
        await ListAsync(principal, "Data meeting", "pacing", 10);
        var form = await ProposeAsync(principal, "2", "Nothing is on its agenda");

        // Since Thursday: five school days with today, of a meeting of ten people for an hour a week.
        form.Set("Input.Day", "2027-01-13").Set("Input.By", "The principal");
        var page = await form.SubmitAsync();
        page.Notice.ShouldBe("✓ It is recorded. The hours it gives back count from its day.");
        await form.SubmitAsync();

        page = await principal.GetAsync(Roosevelt);
        page.TextOf("#given + table")
            .ShouldContain("Nothing is on its agenda Jan 13, 2027 The principal 10");
        page.Text.ShouldContain("10 hours, by 1 change");
        page.Text.ShouldContain("0 hours a month, in 0 meetings");
        (await principal.GetAsync($"{Roosevelt}/1")).Text.ShouldContain(
            "not held since Jan 13, 2027"
        );

        page = await (await principal.GetAsync($"{Roosevelt}/1"))
            .Form("Take back what was decided last")
            .SubmitAsync();
        page.Text.ShouldContain("Proposed: end it");
        (await principal.GetAsync(Roosevelt)).Text.ShouldContain("0 hours, by 0 changes");
    }

    [EngineTheory]
    public async Task One_that_is_merged_makes_the_other_longer(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var member = app.As("member");
        var page = await (await member.GetAsync($"{Lincoln}/3"))
            .Form("Record that it holds")
            .Set("Input.By", "The ILT")
            .SubmitAsync();

        page.Text.ShouldContain(
            "Merged into “Grade 3–5 data meeting”, which grows by 5 minutes, since Jan 20, 2027. The ILT decided."
        );
        (await member.GetAsync($"{Lincoln}/2")).Text.ShouldContain("once a week, 50 minutes");
    }

    [EngineTheory]
    public async Task What_is_missing_is_said_where_it_is_missing(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var member = app.As("member");
        var page = await (await member.GetAsync($"{Lincoln}/5"))
            .Form("Propose it")
            .Fill("Why", "Shorter")
            .Set("Input.Kind", "3")
            .Set("Input.NewMinutes", "90")
            .SubmitAsync();
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Problems.ShouldHaveSingleItem()
            .ShouldBe("Enter how long it lasts from then on: 1 to 44 minutes.");
        page.Form("Propose it")["Input.Reason"].ShouldBe("Shorter");

        page = await (await member.GetAsync($"{Lincoln}/3"))
            .Form("Record that it holds")
            .Set("Input.Day", "2027-02-01")
            .Set("Input.By", "Ana")
            .SubmitAsync();
        page.Problems.ShouldHaveSingleItem().ShouldStartWith("Enter the day since which it holds");
        page.Form("Record that it holds")["Input.By"].ShouldBe("Ana");
        page = await (await member.GetAsync($"{Lincoln}/3"))
            .Form("Withdraw the proposal")
            .SubmitAsync();
        page.Notice.ShouldBe("✓ The proposal is withdrawn.");
    }

    [EngineTheory]
    public async Task What_was_entered_by_mistake_is_removed_by_who_entered_it_and_its_number_stays_free(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        const string Remove = "Remove it: it was entered by mistake";
        var principal = app.As(RooseveltPrincipal);
        await ListAsync(principal, "Data meeting", "pacing", 10);
        var page = await (await principal.GetAsync($"{Roosevelt}/1/edit"))
            .Form(Remove)
            .SubmitAsync();
        page.Notice.ShouldBe("✓ The meeting is off the inventory.");
        page.Text.ShouldContain("No meeting is listed yet.");
        (await principal.GetAsync($"{Roosevelt}/1")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await ListAsync(principal, "Data team", "pacing", 6)).Path.ShouldBe($"{Roosevelt}/2");

        // Entered by someone else, and decided about.
        (await app.As("member").GetAsync($"{Lincoln}/5/edit")).Text.ShouldNotContain(Remove);
        (await app.As("facilitator").GetAsync($"{Lincoln}/5/edit")).Text.ShouldContain(Remove);
        (await app.As("member").PostFormAsync($"{Lincoln}/5/edit?handler=Remove"))
            .Problems.ShouldHaveSingleItem()
            .ShouldStartWith("Only who entered this meeting can remove it.");
        (await app.As("facilitator").PostFormAsync($"{Lincoln}/10/edit?handler=Remove"))
            .Problems.ShouldHaveSingleItem()
            .ShouldStartWith("Something was decided about this meeting.");
        (await app.As("facilitator").PostFormAsync($"{Lincoln}/2/edit?handler=Remove"))
            .Problems.ShouldHaveSingleItem()
            .ShouldStartWith("Another meeting is merged into this one");
    }

    [EngineTheory]
    public async Task Two_who_correct_one_meeting_lose_nothing(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        const string save = "Save the meeting";
        var mine = (await app.As("member").GetAsync($"{Lincoln}/2/edit"))
            .Form(save)
            .Fill("What it is for", "Mine");
        await (await app.As("facilitator").GetAsync($"{Lincoln}/2/edit"))
            .Form(save)
            .Fill("What it is for", "Theirs")
            .SubmitAsync();

        var page = await mine.SubmitAsync();

        page.Status.ShouldBe(HttpStatusCode.Conflict);
        page.Text.ShouldContain("Theirs");
        (await page.Form(save).SubmitAsync()).Text.ShouldContain("Mine");
    }

    [EngineTheory]
    public async Task It_comes_from_the_rock_that_looks_at_all_meetings(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var page = await app.As("member").GetAsync($"{Lincoln}/1");
        page.Text.ShouldContain("Came from: Rock");

        var rock = await app.As("member")
            .GetAsync(
                page.Document.QuerySelectorAll(".line li")
                    .Single(l =>
                        l.TextContent.Contains("Came from: Rock", StringComparison.Ordinal)
                    )
                    .QuerySelector("a")!
                    .GetAttribute("href")!
            );

        rock.Text.ShouldContain("Led to: Regular meeting 1");
    }

    [EngineTheory]
    public async Task Staff_read_it_and_change_nothing_and_strangers_find_nothing(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var teacher = app.As("teacher");
        foreach (var path in new[] { Lincoln, $"{Lincoln}/2", $"{Lincoln}/3", $"{Lincoln}/8" })
        {
            (await teacher.GetAsync(path))
                .Document.QuerySelectorAll("main form")
                .ShouldBeEmpty(path);
        }

        (await teacher.GetAsync($"{Lincoln}/2/edit")).Status.ShouldBe(HttpStatusCode.NotFound);
        (
            await teacher.PostFormAsync(
                $"{Lincoln}/2?handler=Propose",
                ("Input.Kind", "2"),
                ("Input.Reason", "No")
            )
        ).Status.ShouldBe(HttpStatusCode.NotFound);
        (await app.As("outsider").GetAsync(Lincoln)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await app.As("imani.jefferson@riverbend.example").GetAsync(Lincoln)).Status.ShouldBe(
            HttpStatusCode.NotFound,
            "of another school"
        );
    }

    private static async Task<TestPage> ListAsync(
        TestBrowser who,
        string name,
        string topics,
        int people
    ) =>
        await (await who.GetAsync($"{Roosevelt}/new"))
            .Form("Add the meeting")
            .Fill("What it is called", name)
            .Fill("What it is for", "Talk")
            .Fill("What it handles", topics)
            .Fill("Minutes", "60")
            .Fill("How many people take part", $"{people}")
            .SubmitAsync();

    private static async Task<PageForm> ProposeAsync(TestBrowser who, string kind, string why) =>
        (
            await (await who.GetAsync($"{Roosevelt}/1"))
                .Form("Propose it")
                .Set("Input.Kind", kind)
                .Fill("Why", why)
                .SubmitAsync()
        ).Form("Record that it holds");
}
