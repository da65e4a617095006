using System.Net;
using Microsoft.EntityFrameworkCore;
using Throughline.Data.Demo;
using Throughline.Data.Tests.Engines;
using Throughline.Domain.Meetings;
using static Throughline.Web.Tests.Meetings.FeedbackPages;
using static Throughline.Web.Tests.Meetings.TodaysMeeting;

namespace Throughline.Web.Tests.Meetings;

/// <summary>What feedback changed opens the next meeting, and stays readable.</summary>
public sealed class ThemeTests
{
    [EngineTheory]
    public async Task What_the_team_changed_opens_the_next_meeting(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var at = await StartedAsync(app);
        var page = await app.As("facilitator").GetAsync($"{at}/feedback");
        page = await page.Form("Write it down")
            .Set("Input.Words", "We run over")
            .Set("Input.Answer", "The timekeeper says “two minutes”.")
            .SubmitAsync();
        page.Notice.ShouldNotBeNull().ShouldContain("opens the next meeting");
        await (await app.As("facilitator").GetAsync($"{at}/feedback"))
            .Form("Write it down")
            .Set("Input.Words", "Materials are late")
            .SubmitAsync();
        await app.As("facilitator").PostFormAsync($"{at}/clock?handler=End");

        var next = await app.As("member").GetAsync(await NextAsync(app, at));
        next.Text.ShouldContain("You said: We run over");
        next.Text.ShouldContain("The timekeeper says “two minutes”.");
        next.Text.ShouldContain("You said: Materials are late");
        // Its own meeting did not open with it.
        (await app.As("member").GetAsync(at)).Text.ShouldNotContain("You said: We run over");
        var history = await app.As("member").GetAsync(All);
        history.Text.ShouldContain("We run over");
        history.Text.ShouldContain("Said, and not answered yet");
    }

    [EngineTheory]
    public async Task The_room_opens_with_it_and_a_theme_without_an_answer_comes_back(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var at = await StartedAsync(app);
        var room = await app.As("facilitator").GetAsync($"{at}/screen?handler=Parts");
        room.Text.ShouldNotContain("Data has 20 minutes on the clock", customMessage: "long ago");
        var page = await app.As("facilitator").GetAsync(All);
        page = await page.FollowAsync("Say what became of it: Specials teachers are asked last");
        var refused = await page.Form("Save").Set("Input.State", "3").SubmitAsync();
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Text.ShouldContain("Say in a word why it is set aside");
        page = await refused
            .Form("Save")
            .Set("Input.Answer", "They speak first from now on.")
            .Set("Input.State", "2")
            .SubmitAsync();
        page.Notice.ShouldNotBeNull().ShouldContain("Saved.");

        (await app.As("member").GetAsync(All)).Text.ShouldContain("They speak first from now on.");
        await app.As("facilitator").PostFormAsync($"{at}/clock?handler=End");
        var coming = await app.As("member").GetAsync(await NextAsync(app, at));
        coming.Text.ShouldContain("They speak first from now on.");
    }

    [EngineTheory]
    public async Task Who_has_a_role_in_the_meeting_writes_themes_and_others_read_them(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        var at = await StartedAsync(app);
        var member = app.As("member");
        foreach (var role in new[] { "1", "2", "3" })
        {
            // Whatever fair turns proposed, Theo has none now.
            await app.As("facilitator")
                .PostFormAsync(
                    $"{at}/roles?handler=Give",
                    ("Input.Kind", role),
                    ("Input.PersonId", (await IdOfAsync(app, "Dana")).ToString())
                );
        }

        (await member.GetAsync($"{at}/feedback")).Text.ShouldNotContain("Write it down");
        (await PostAsync()).Status.ShouldBe(HttpStatusCode.NotFound);
        await app.As("facilitator")
            .PostFormAsync(
                $"{at}/roles?handler=Give",
                ("Input.Kind", "2"),
                ("Input.PersonId", (await IdOfAsync(app, "Theo")).ToString())
            );
        (await PostAsync()).Text.ShouldContain("Noted by the recorder");
        (await app.As("teacher").GetAsync($"{at}/feedback")).Status.ShouldBe(
            HttpStatusCode.NotFound
        );

        Task<Support.TestPage> PostAsync() =>
            member.PostFormAsync(
                $"{at}/feedback?handler=Theme",
                ("Input.Words", "Noted by the recorder")
            );
    }

    [EngineTheory]
    public async Task What_has_no_answer_comes_first_and_how_much_more_there_is_is_said(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        var at = await TodayAsync(app);
        await app.Db(async db =>
        {
            var first = await db.Set<Meeting>()
                .SingleAsync(m => m.UnitId == MeetingOf(db, at).UnitId && m.Number == 1);
            for (var n = 0; n < 22; n++)
            {
                db.Add(
                    FeedbackTheme
                        .Note(
                            first,
                            100 + n,
                            $"Waits {n}",
                            null,
                            await IdOfAsync(app, "Dana"),
                            app.Clock.Now
                        )
                        .Value
                );
            }

            db.Add(
                FeedbackTheme
                    .Note(
                        first,
                        99,
                        "Done now",
                        "We did.",
                        await IdOfAsync(app, "Dana"),
                        app.Clock.Now
                    )
                    .Value
            );
            await db.SaveChangesAsync();
        });
        var page = await app.As("member").GetAsync(at);
        page.Text.ShouldContain("You said: Waits 0");
        page.Text.ShouldNotContain("You said: Done now");
        page.Text.ShouldContain("more themes of feedback");
    }

    [EngineTheory]
    public async Task Who_once_had_a_role_does_not_rewrite_a_theme_and_what_it_was_stays(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        var at = await StartedAsync(app);
        await GiveRoleAsync("2", "Theo");
        var member = app.As("member");
        // A theme of the first meeting, answered long ago, from the meeting of today.
        (await member.GetAsync($"{at}/feedback/themes/1")).Status.ShouldBe(HttpStatusCode.NotFound);
        (
            await member.PostFormAsync(
                $"{at}/feedback/themes/1",
                ("Input.Words", "Mine now"),
                ("Input.State", "1")
            )
        ).Status.ShouldBe(HttpStatusCode.NotFound);

        await member.PostFormAsync($"{at}/feedback?handler=Theme", ("Input.Words", "Late starts"));
        var page = await (await member.GetAsync($"{at}/feedback")).FollowAsync(
            "Say what became of it: Late starts"
        );
        page = await page.Form("Save").Set("Input.Words", "We begin late").SubmitAsync();
        page.TextOf("#themes ~ ul").ShouldContain("Until January 20, no answer yet: Late starts");
        // Who keeps the time wrote none of it.
        await GiveRoleAsync("2", "Dana");
        await GiveRoleAsync("3", "Theo");
        page = await member.GetAsync($"{at}/feedback");
        page.Text.ShouldContain("We begin late");
        await app.As("facilitator").PostFormAsync($"{at}/clock?handler=End");
        (await member.GetAsync($"{at}/feedback")).Text.ShouldNotContain("Say what became of it");

        Task GiveRoleAsync(string role, string givenName) => GiveAsync(app, at, role, givenName);
    }

    private static async Task GiveAsync(TestApp app, string at, string role, string givenName) =>
        await app.As("facilitator")
            .PostFormAsync(
                $"{at}/roles?handler=Give",
                ("Input.Kind", role),
                ("Input.PersonId", (await IdOfAsync(app, givenName)).ToString())
            );

    [EngineTheory]
    public async Task Two_who_answer_one_theme_see_both_texts(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        const string Path = $"/{DemoDistrict.Lincoln}/meetings/1/feedback/themes/1";
        var stale = (await app.As("principal").GetAsync(Path)).Form("Save");
        await (await app.As("facilitator").GetAsync(Path))
            .Form("Save")
            .Set("Input.Answer", "Theirs")
            .SubmitAsync();

        var met = await stale.Set("Input.Answer", "Mine").SubmitAsync();
        met.Status.ShouldBe(HttpStatusCode.Conflict);
        met.Text.ShouldContain("Theirs");
        met.Text.ShouldContain("Mine");
        (await met.Form("Save").SubmitAsync()).Text.ShouldContain("Mine");
    }
}
