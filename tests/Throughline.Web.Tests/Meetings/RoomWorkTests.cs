using System.Net;
using Throughline.Data.Demo;
using Throughline.Data.Tests.Engines;
using static Throughline.Web.Tests.Meetings.TodaysMeeting;

namespace Throughline.Web.Tests.Meetings;

/// <summary>What the room and its agenda show of the team’s work: rocks, what items serve, what is open.</summary>
public sealed class RoomWorkTests
{
    private const string Work = $"/{DemoDistrict.Lincoln}/work";

    [EngineTheory]
    public async Task A_rock_is_asked_for_at_the_meeting_and_its_record_keeps_what_was_said_then(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        var at = await StartedAsync(app);
        var meeting = await app.Db(db => Task.FromResult(MeetingOf(db, at).Id.ToString()));
        var rock = $"{Work}/rocks/{DemoRocks.OnTrack}?handler=Check";

        var refused = await InAWordAsync(
            app,
            "member",
            rock,
            ("Rock.From", meeting),
            ("Rock.OnTrack", "false")
        );
        refused.Html.ShouldBe("Say in a few words what is in the way.");
        await InAWordAsync(
            app,
            "member",
            rock,
            ("Rock.From", meeting),
            ("Rock.OnTrack", "false"),
            ("Rock.Words", "Two walks fell out")
        );
        await app.As("facilitator").PostFormAsync($"{at}/clock?handler=End");
        // What is said of it later is another matter.
        await app.As("member").PostFormAsync(rock, ("Rock.OnTrack", "true"));

        (await app.As("member").GetAsync(at)).TextsOf("#minutes td").ShouldContain("off track");
    }

    [EngineTheory]
    public async Task What_an_item_serves_stands_with_it_and_goes_with_it_to_the_next_agenda(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        var at = await TodayAsync(app);
        var rock = await app.As("member").GetAsync($"{Work}/rocks/{DemoRocks.OffTrack}");
        var page = await rock.FollowAsync("Bring it to the next meeting");
        page.Path.ShouldStartWith($"{at}/items/new?from=");
        var title = page.Form("Put it on the agenda")["Input.Title"]!;
        page = await page.Form("Put it on the agenda").SubmitAsync();
        page.Text.ShouldContain($"Serves: Rock {DemoRocks.OffTrack}: {title}");

        await app.As("facilitator").PostFormAsync($"{at}/clock?handler=Start");
        await app.As("facilitator").PostFormAsync($"{at}/clock?handler=End");

        (await app.As("member").GetAsync(await NextAsync(app, at))).Text.ShouldContain(
            $"Serves: Rock {DemoRocks.OffTrack}: {title}"
        );
        (
            await app.As("member")
                .GetAsync($"{at}/items/new?from=3f0a7c54-0d0b-4a37-9f6d-8b1f5c1e2a11")
        ).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [EngineTheory]
    public async Task The_agenda_ahead_holds_vision_rocks_issues_and_open_to_dos(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var page = await app.As("member").GetAsync(await TodayAsync(app));

        page.TextOf(".vision").ShouldStartWith("Every student at Lincoln");
        page.Text.ShouldContain("kept by Eileen Murphy");
        page.TextsOf("ol.line > li summary")
            .ShouldBe([
                "1 theme answered, 1 not yet",
                "3 rocks, 1 off track",
                "7 open issues",
                "2 issues",
                "10 open to-dos, 2 overdue",
            ]);
        page.Text.ShouldContain("from Grade 4");
        page.Commands.Count.ShouldBeLessThanOrEqualTo(8);
    }
}
