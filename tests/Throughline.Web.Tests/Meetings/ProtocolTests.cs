using System.Net;
using Microsoft.EntityFrameworkCore;
using Throughline.Data.Demo;
using Throughline.Data.Tests.Engines;
using Throughline.Domain.Meetings;
using Throughline.Web.Tests.Support;

namespace Throughline.Web.Tests.Meetings;

/// <summary>Protocols of the team's own: added, changed, removed; and one chosen for an item.</summary>
public sealed class ProtocolTests
{
    private const string Lincoln = $"/{DemoDistrict.Lincoln}/meetings";
    private const string List = $"{Lincoln}/protocols";
    private const string Own = $"{List}/tuning-a-task-in-half-an-hour";
    private const string Add = "Add the protocol";
    private const string Save = "Save the protocol";

    [EngineTheory]
    public async Task A_member_makes_a_protocol_from_one_that_is_there_and_orders_its_steps(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        var member = app.As("member");
        var form = (await member.GetAsync($"{List}/new?copy=looking-at-student-work")).Form(Add);

        // The last step comes first, the first one goes.
        var page = await form.Fill("What the team calls it", "Work, quickly")
            .Set("Input.Steps[4].Place", "0")
            .Set("Input.Steps[0].Title", "")
            .Set("Input.Steps[0].Minutes", "")
            .Set("Input.Steps[0].Prompts", "")
            .SubmitAsync();

        page.Notice.ShouldBe("✓ “Work, quickly” is one of the team’s protocols.");
        page.Path.ShouldBe($"{List}/work-quickly");
        page.TextsOf("ol h3")
            .ShouldBe([
                "Agree what to try",
                "Describe what is on the page",
                "Follow the student’s thinking",
                "Ask what it says about teaching",
            ]);
        page.Text.ShouldContain("Begun from “Looking at student work”");
        (await member.GetAsync(List)).Text.ShouldContain("Work, quickly");
        (await member.GetAsync($"{List}/looking-at-student-work")).Text.ShouldContain("5 steps");
    }

    [EngineTheory]
    public async Task What_is_wrong_with_a_step_stands_at_it_and_nothing_typed_is_lost(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        var page = await (await app.As("member").GetAsync($"{List}/new"))
            .Form(Add)
            .Fill("What the team calls it", "Ours")
            .Fill("What it is good for", "Talking")
            .Set("Input.Steps[1].Title", "Second")
            .Set("Input.Steps[1].Minutes", "999")
            .Set("Input.Steps[1].Who", "Everyone")
            .Set("Input.Steps[1].Prompts", "What?")
            .Set("Input.Steps[0].Title", "First")
            .Set("Input.Steps[0].Minutes", "5")
            .Set("Input.Steps[0].Place", "2")
            .Set("Input.Steps[1].Place", "1")
            .Set("Input.Steps[0].Who", "Everyone")
            .Set("Input.Steps[0].Prompts", "Why?")
            .SubmitAsync();

        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Problems.ShouldHaveSingleItem().ShouldBe("Step 1 takes 1 to 120 minutes.");
        page.Form(Add)["Input.Steps[0].Title"].ShouldBe("Second");
        page.Form(Add)["Input.Steps[1].Title"].ShouldBe("First");
        page = await page.Form(Add).Set("Input.Steps[0].Minutes", "9").SubmitAsync();
        page.TextsOf("ol h3").ShouldBe(["Second", "First"]);
    }

    [EngineTheory]
    public async Task Two_who_change_one_protocol_lose_nothing(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var mine = (await app.As("member").GetAsync($"{Own}/edit"))
            .Form(Save)
            .Fill("What it is good for", "Mine");
        await (await app.As("facilitator").GetAsync($"{Own}/edit"))
            .Form(Save)
            .Fill("What it is good for", "Theirs")
            .SubmitAsync();

        var page = await mine.SubmitAsync();

        page.Status.ShouldBe(HttpStatusCode.Conflict);
        (
            page.Text.Contains("Theirs", StringComparison.Ordinal),
            page.Text.Contains("Mine", StringComparison.Ordinal)
        ).ShouldBe((true, true));
        await page.Form(Save).SubmitAsync();
        (await app.As("member").GetAsync(Own)).Text.ShouldContain("Edition 3");
    }

    [EngineTheory]
    public async Task What_was_chosen_for_an_item_stays_as_it_was_chosen(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var (member, at) = (app.As("member"), await TodaysMeeting.TodayAsync(app));
        var page = await member.GetAsync($"{Lincoln}/bring?protocol=tuning-a-task-in-half-an-hour");
        var form = page.Form("Put it on the agenda");
        (form["Input.Minutes"], form["Input.Protocol"]).ShouldBe(
            ("30", "tuning-a-task-in-half-an-hour")
        );
        await form.Fill("What it is about", "The winter prompt").SubmitAsync();
        var item = await ItemAsync(app, "The winter prompt");
        await (await app.As("facilitator").GetAsync($"{Own}/edit"))
            .Form(Save)
            .Set("Input.Steps[0].Title", "Another beginning")
            .SubmitAsync();

        (await member.GetAsync($"{at}/items/{item.Number}/protocol")).Text.ShouldContain(
            "Show the task"
        );
        await (await app.As("facilitator").GetAsync($"{Own}/edit"))
            .Form("Remove it from the list")
            .SubmitAsync();
        (await member.GetAsync(Own)).Status.ShouldBe(HttpStatusCode.NotFound);

        // The item keeps it, also when something else of it is changed.
        page = await (await member.GetAsync($"{at}/items/{item.Number}"))
            .Form("Save")
            .Fill("Minutes", "35")
            .SubmitAsync();
        page.Notice.ShouldBe("✓ The item is saved.");
        (await member.GetAsync($"{at}/items/{item.Number}/protocol")).Text.ShouldContain(
            "Show the task"
        );

        // Another one takes its place, or none does.
        await (await member.GetAsync($"{at}/items/{item.Number}"))
            .Form("Save")
            .Set("Input.Protocol", "consultancy")
            .SubmitAsync();
        (await member.GetAsync($"{at}/items/{item.Number}/protocol")).Heading.ShouldBe(
            "Consultancy"
        );
        page = await (await member.GetAsync($"{at}/items/{item.Number}"))
            .Form("Save")
            .Set("Input.Protocol", "no-such")
            .SubmitAsync();
        page.Problems.ShouldHaveSingleItem().ShouldStartWith("This protocol is not there any more");
        await (await member.GetAsync($"{at}/items/{item.Number}"))
            .Form("Save")
            .Set("Input.Protocol", "")
            .SubmitAsync();
        (await member.GetAsync($"{at}/items/{item.Number}/protocol")).Status.ShouldBe(
            HttpStatusCode.NotFound
        );
    }

    [EngineTheory]
    public async Task An_item_that_is_left_for_the_next_meeting_takes_its_protocol_along(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        var at = await TodaysMeeting.StartedAsync(app);
        var item = await ItemAsync(app, "Writing from two sources, grades 3 to 5", at);
        var leads = app.As("facilitator");
        await leads.PostFormAsync($"{at}/clock?handler=Park", ("Input.Item", $"{item.Number}"));
        await leads.PostFormAsync($"{at}/clock?handler=End");

        var next = await TodaysMeeting.NextAsync(app, at);
        var carried = await ItemAsync(app, item.Title, next);

        var page = await leads.GetAsync($"{next}/items/{carried.Number}/protocol");
        (
            page.Heading,
            page.Text.Contains("It begins when the team comes", StringComparison.Ordinal)
        ).ShouldBe(("Looking at student work", true));
    }

    [EngineTheory]
    public async Task Who_is_not_on_the_team_sees_no_protocol(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        foreach (
            var path in new[]
            {
                List,
                Own,
                $"{Own}/edit",
                $"{List}/new",
                $"{Lincoln}/1/items/1/protocol",
                $"{Lincoln}/1/findings/1",
            }
        )
        {
            (await app.As("teacher").GetAsync(path)).Status.ShouldBe(HttpStatusCode.NotFound, path);
        }

        (await app.As("member").GetAsync($"{List}/tuning/edit")).Status.ShouldBe(
            HttpStatusCode.NotFound,
            "built in"
        );
    }

    private static Task<AgendaItem> ItemAsync(TestApp app, string title, string? at = null) =>
        app.Db(db =>
        {
            var meeting = at is null ? (Guid?)null : TodaysMeeting.MeetingOf(db, at).Id;
            return db.Set<AgendaItem>()
                .Where(i => i.Title == title && (meeting == null || i.MeetingId == meeting))
                .OrderByDescending(i => i.Id)
                .FirstAsync();
        });
}
