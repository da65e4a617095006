using System.Net;
using Microsoft.EntityFrameworkCore;
using Throughline.Data.Demo;
using Throughline.Data.Tests.Engines;
using Throughline.Domain.Sharing;
using Throughline.Web.Tests.Support;

namespace Throughline.Web.Tests.Sharing;

/// <summary>Wins, the calendar of communication, and counts in what the teams are told.</summary>
public sealed class StaffNewsTests
{
    private const string Wins = $"/{DemoDistrict.Lincoln}/sharing/wins";
    private const string Calendar = $"/{DemoDistrict.Lincoln}/sharing/calendar";
    private const string NewlySent = $"/{DemoDistrict.Lincoln}/sharing/relays/8/edit";

    [EngineTheory]
    public async Task Anyone_here_adds_a_win_and_changes_it_until_a_note_told_of_it(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var teacher = app.As("teacher");
        var page = await teacher.GetAsync(Wins);
        (await page.Form("Add the win").SubmitAsync())
            .Problems.ShouldHaveSingleItem()
            .ShouldBe("Enter what went well.");
        page = await page.Form("Add the win")
            .Fill("What went well?", "The choir sang in three languages.")
            .SubmitAsync();
        page.TextsOf("ul.rows li")[0].ShouldContain("The choir sang");
        page = await page.FollowAsync("Change: The choir sang in three languages.");
        page = await page.Form("Save").Fill("What went well?", "The choir sang.").SubmitAsync();
        page.TextsOf("ul.rows li")[0].ShouldContain("The choir sang. Amara Osei");

        // It is another's to read, not to change.
        (await app.As("sit-member").GetAsync($"{Wins}/8")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await app.As("sit-member").PostFormAsync($"{Wins}/8?handler=TakeBack"))
            .Problems.ShouldHaveSingleItem()
            .ShouldStartWith("Only who added a win");
        page = await (await teacher.GetAsync($"{Wins}/8")).Form("Take it back").SubmitAsync();
        page.Text.ShouldNotContain("The choir sang");
        // The first of the demo was told.
        (await app.As("hannah.moskowitz@riverbend.example").GetAsync($"{Wins}/1")).Status.ShouldBe(
            HttpStatusCode.NotFound
        );
    }

    [EngineTheory]
    public async Task A_win_that_is_taken_out_leaves_the_list_and_the_draft_and_its_writer_reads_why(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        var facilitator = app.As("facilitator");
        await (await app.As("principal").GetAsync($"{Wins}/3"))
            .Form("Take it out")
            .Fill("Why", "It names a class.")
            .SubmitAsync();
        (await facilitator.GetAsync(Wins)).Text.ShouldNotContain("planned a whole unit");
        var page = await app.As("kwame.mensah@riverbend.example").GetAsync(Wins);
        page.Text.ShouldContain("It names a class. Only you still see it.");
        var note = await facilitator.GetAsync($"/{DemoDistrict.Lincoln}/sharing/notes/3");
        note.TextOf("#note").ShouldNotContain("planned a whole unit");
        note.Text.ShouldContain(
            "Ask for approval",
            customMessage: "other words than were asked for"
        );
    }

    [EngineTheory]
    public async Task The_calendar_stands_in_its_writers_day_until_it_is_told(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var facilitator = app.As("facilitator");
        // Wednesday: the note of Friday is two school days away.
        (await facilitator.GetAsync("/home")).Text.ShouldContain("Weekly staff note");
        (await app.As("principal").GetAsync("/home")).Text.ShouldNotContain("Weekly staff note");
        var page = await facilitator.GetAsync(Calendar);
        page.Text.ShouldContain("▲ not told", customMessage: "last week’s was missed");
        page = await facilitator.PostFormAsync(
            $"{Calendar}?handler=Told",
            ("Input.Entry", "1"),
            ("Input.Laid", "2027-01-22")
        );
        page.Notice.ShouldBe("✓ It is kept that it was told.");
        (await facilitator.GetAsync("/home")).Text.ShouldNotContain("Weekly staff note");
        page = await facilitator.PostFormAsync(
            $"{Calendar}?handler=NotTold",
            ("Input.Entry", "1"),
            ("Input.Laid", "2027-01-22")
        );
        (await facilitator.GetAsync("/home")).Text.ShouldContain("Weekly staff note");
        (
            await facilitator.PostFormAsync(
                $"{Calendar}?handler=Told",
                ("Input.Entry", "1"),
                ("Input.Laid", "2027-02-19")
            )
        )
            .Problems.ShouldHaveSingleItem()
            .ShouldContain("lies ahead");
    }

    [EngineTheory]
    public async Task Something_is_planned_changed_and_taken_off(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var principal = app.As("principal");
        var page = await (await principal.GetAsync(Calendar)).FollowAsync("Plan something");
        page = await page.Form("Save")
            .Fill("What is told", "A word on the walk")
            .Fill("Whom", "Others, in your own words")
            .Fill("How", "Conversation")
            .Fill("How often", "Every two weeks")
            .SubmitAsync();
        page.Problems.ShouldHaveSingleItem().ShouldBe("Enter it in your own words.");
        page = await page.Form("Save").Fill("Whom, in your own words", "Substitutes").SubmitAsync();
        page.Notice.ShouldBe("✓ The calendar is saved.");
        page.Text.ShouldContain("Substitutes");
        page.Text.ShouldContain("every second Wednesday");

        page = await page.FollowAsync("A word on the walk");
        var other = page.Form("Save").Fill("What is told", "Another word");
        page = await page.Form("Save").Fill("What is told", "A word").SubmitAsync();
        var met = await other.SubmitAsync();
        met.Status.ShouldBe(HttpStatusCode.Conflict);
        met.Text.ShouldContain("A word");
        page = await (await principal.GetAsync($"{Calendar}/entry/8"))
            .Form("Take it off the calendar")
            .SubmitAsync();
        page.Text.ShouldNotContain("Substitutes");
        (await app.Db(db => db.Set<PlannedTelling>().CountAsync(e => e.Number == 8))).ShouldBe(0);
    }

    [EngineTheory]
    public async Task A_message_that_counts_few_students_is_saved_by_who_has_looked(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var page = await app.As("member").GetAsync(NewlySent);
        page = await page.Form("Save the message")
            .Fill("The message", "Three of our students begin.")
            .SubmitAsync();
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.TextOf("#counts").ShouldContain("“Three of our students”");
        var mark = page
            .Document.QuerySelector("button[name='Input.Looked']")!
            .GetAttribute("value")!;

        // Looked at is looked at: other words are not.
        var others = await page.Form("Save the message")
            .Fill("The message", "Two of our students begin.")
            .Set("Input.Looked", mark)
            .SubmitAsync();
        others.TextOf("#counts").ShouldContain("“Two of our students”");
        page = await page.Form("Save the message").Set("Input.Looked", mark).SubmitAsync();
        page.Notice.ShouldBe("✓ The message is saved.");
    }
}
