using System.Net;
using Microsoft.EntityFrameworkCore;
using Throughline.Data.Demo;
using Throughline.Data.Tests.Engines;
using Throughline.Domain.Meetings;
using Throughline.Domain.Work;
using static System.FormattableString;
using static Throughline.Web.Tests.Meetings.TodaysMeeting;

namespace Throughline.Web.Tests.Meetings;

/// <summary>Decisions by hands in the room, and who was not heard.</summary>
public sealed class RoomDecisionTests
{
    private const string Work = $"/{DemoDistrict.Lincoln}/work";

    [EngineTheory]
    public async Task Hands_go_up_in_the_room_and_nobody_sees_one_before_all_are_shown(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        var at = await StartedAsync(app);
        var meeting = await app.Db(db => Task.FromResult(MeetingOf(db, at).Id.ToString()));
        // The day's facilitator: by a role in this meeting, of no rank in the team.
        await app.As("facilitator")
            .PostFormAsync(
                $"{at}/roles?handler=Give",
                ("Input.Kind", "1"),
                ("Input.PersonId", (await IdOfAsync(app, "Theo")).ToString())
            );
        await InAWordAsync(
            app,
            "facilitator",
            $"{Work}/decisions/new",
            ("from", meeting),
            ("Input.Title", "One shared checklist")
        );
        var number = await app.Db(db =>
            db.Set<Decision>()
                .Where(d => d.Title == "One shared checklist")
                .Select(d => d.Number)
                .SingleAsync()
        );
        var path = Invariant($"{Work}/decisions/{number}");

        (await InAWordAsync(app, "member", $"{path}?handler=Ask")).Status.ShouldBe(
            HttpStatusCode.NoContent
        );
        (await HandsAsync()).ShouldContain("0 of 12 hands are up");
        var hand = await app.As("principal").GetAsync($"{path}?handler=Hand");
        hand.Text.ShouldContain("Show your hand");
        hand.Headers.CacheControl!.NoStore.ShouldBeTrue();
        var fist = await InAWordAsync(
            app,
            "principal",
            $"{path}?handler=Raise",
            ("Input.Fingers", "0")
        );
        fist.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        await InAWordAsync(
            app,
            "principal",
            $"{path}?handler=Raise",
            ("Input.Fingers", "0"),
            ("Input.Words", "Grade 2 was not asked")
        );
        (await HandsAsync()).ShouldContain("1 of 12 hands is up");
        await InAWordAsync(app, "member", $"{path}?handler=Raise", ("Input.Fingers", "4"));
        var before = await HandsAsync();
        before.ShouldContain("2 of 12 hands are up");
        before.ShouldNotContain("Grade 2 was not asked");

        await InAWordAsync(app, "member", $"{path}?handler=Show");
        var shown = await HandsAsync();
        shown.ShouldContain("2 of 12 hands: 1 fist blocks");
        shown.ShouldContain("Grade 2 was not asked");
        shown.ShouldNotContain("Marisol Vega");
        (await app.As("principal").GetAsync($"{path}?handler=Hand")).Status.ShouldBe(
            HttpStatusCode.NotFound
        );

        async Task<string> HandsAsync() =>
            (await app.As("facilitator").GetAsync($"{at}/screen?handler=Parts")).TextOf(
                "[data-part=hands]"
            );
    }

    [EngineTheory]
    public async Task Whoever_records_or_keeps_the_time_takes_the_hands_while_the_meeting_runs(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        var at = await StartedAsync(app);
        var number = await ProposeAsync(app, at, "facilitator", "One shared checklist");
        var path = Invariant($"{Work}/decisions/{number}");
        var member = app.As("member");

        await GiveAsync(MeetingRoleKind.NormsKeeper);
        (await member.GetAsync(path)).Text.ShouldNotContain("Secret hands");
        (await InAWordAsync(app, "member", $"{path}?handler=Ask")).Status.ShouldBe(
            HttpStatusCode.NotFound
        );
        await GiveAsync(MeetingRoleKind.Recorder);
        // What the room shows the recorder is there for the recorder, in the room and on the decision's own page.
        (await member.GetAsync($"{at}/screen?handler=Parts"))
            .TextOf("[data-part=hands]")
            .ShouldContain("Ask for hands");
        var page = await (await member.GetAsync(path)).Form("Ask for hands").SubmitAsync();
        page = await page.FollowAsync("Count hands at the table");
        page = await page.Form("Keep these counts")
            .Set("Input.Counts", "0", "0", "1", "4", "", "")
            .SubmitAsync();
        page.Text.ShouldContain("5 of 12 hands: nobody blocks");
        (await page.FollowAsync("Take the decision")).Status.ShouldBe(HttpStatusCode.OK);
        // A role is over when the meeting is.
        await app.As("facilitator").PostFormAsync($"{at}/clock?handler=End");
        (await member.GetAsync($"{path}/decide")).Status.ShouldBe(HttpStatusCode.NotFound);

        async Task GiveAsync(MeetingRoleKind role) =>
            await app.As("facilitator")
                .PostFormAsync(
                    $"{at}/roles?handler=Give",
                    ("Input.Kind", Invariant($"{(int)role}")),
                    ("Input.PersonId", (await IdOfAsync(app, "Theo")).ToString())
                );
    }

    [EngineTheory]
    public async Task Who_was_not_there_when_it_was_decided_is_written_down(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var at = await StartedAsync(app);
        var meeting = await app.Db(db => Task.FromResult(MeetingOf(db, at).Id.ToString()));
        await app.As("member").PostFormAsync($"{at}/attendance?handler=Here");
        await InAWordAsync(
            app,
            "member",
            $"{Work}/decisions/new",
            ("from", meeting),
            ("Input.Title", "Decided by two")
        );
        var number = await app.Db(db =>
            db.Set<Decision>()
                .Where(d => d.Title == "Decided by two")
                .Select(d => d.Number)
                .SingleAsync()
        );

        var page = await app.As("facilitator")
            .GetAsync(Invariant($"{Work}/decisions/{number}/decide"));

        page.Text.ShouldContain("(who speaks for it was not there)");
        // Theo speaks for grade 4, and is here.
        page.Text.ShouldNotContain("Grade 4 (who speaks for it");
    }

    [EngineTheory]
    public async Task Where_nobody_said_who_is_here_only_those_without_a_voice_were_not_heard(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        var at = await StartedAsync(app);
        var number = await ProposeAsync(app, at, "member", "Decided without a list");

        var page = await app.As("facilitator")
            .GetAsync(Invariant($"{Work}/decisions/{number}/decide"));

        page.Text.ShouldNotContain("was not there");
        page.Text.ShouldContain($"{DemoDistrict.UnspokenProgram} (nobody speaks for it)");
        page.Text.ShouldContain("Students in temporary housing (nobody speaks for them)");
        page.Text.ShouldNotContain("Multilingual learners (nobody");
    }

    private static async Task<int> ProposeAsync(TestApp app, string at, string who, string title)
    {
        var meeting = await app.Db(db => Task.FromResult(MeetingOf(db, at).Id.ToString()));
        await InAWordAsync(
            app,
            who,
            $"{Work}/decisions/new",
            ("from", meeting),
            ("Input.Title", title)
        );
        return await app.Db(db =>
            db.Set<Decision>().Where(d => d.Title == title).Select(d => d.Number).SingleAsync()
        );
    }
}
