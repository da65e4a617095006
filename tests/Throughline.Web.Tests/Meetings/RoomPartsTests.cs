using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Throughline.Data.Demo;
using Throughline.Data.Live;
using Throughline.Data.Tests.Engines;
using Throughline.Domain.Teams;
using Throughline.Domain.Units;
using Throughline.Web.Tests.Support;

namespace Throughline.Web.Tests.Meetings;

/// <summary>How a change reaches everyone in the room, and what it costs.</summary>
public sealed class RoomPartsTests
{
    [EngineTheory]
    public async Task A_change_is_told_to_who_listens_to_the_unit_and_to_nobody_else(Engine engine)
    {
        await using var app = await HearingAsync(TestApp.StartAsync(engine));
        var at = await TodaysMeeting.TodayAsync(app);
        var feed = FeedOf(app);
        var (lincoln, tubman) = (
            await UnitAsync(app, DemoDistrict.Lincoln),
            await UnitAsync(app, DemoDistrict.Tubman)
        );
        var (here, there) = (feed.VersionOf(lincoln), feed.VersionOf(tubman));
        var told = feed.NextAsync(lincoln, here, TimeSpan.FromSeconds(20), default);

        await app.As("facilitator").PostFormAsync($"{at}/clock?handler=Start");

        (await told).ShouldBeGreaterThan(here);
        feed.VersionOf(tubman).ShouldBe(there);
    }

    [EngineTheory(On = [Engine.Postgres])]
    public async Task Another_node_hears_of_a_change_and_this_one_hears_of_it_once(Engine engine)
    {
        await using var database = await DemoTemplate.AtTestTime.Copies.CopyAsync(engine);
        await using var here = await HearingAsync(TestApp.StartOnAsync(database));
        await using var there = await HearingAsync(TestApp.StartOnAsync(database));
        var at = await TodaysMeeting.TodayAsync(here);
        var lincoln = await UnitAsync(here, DemoDistrict.Lincoln);
        var (mine, theirs) = (FeedOf(here), FeedOf(there));
        var (before, beforeThere) = (mine.VersionOf(lincoln), theirs.VersionOf(lincoln));

        await here.As("facilitator").PostFormAsync($"{at}/clock?handler=Start");

        (await theirs.NextAsync(lincoln, beforeThere, TimeSpan.FromSeconds(20), default)).ShouldBe(
            beforeThere + 1
        );
        // By now this node's own notice has come back as well.
        mine.VersionOf(lincoln).ShouldBe(before + 1);

        // Where nothing was written yet the agenda changes with the first note.
        await here.As("member").PostFormAsync($"{at}/notes/s0", ("Input.Words", "Two came."));
        (
            await theirs.NextAsync(lincoln, beforeThere + 1, TimeSpan.FromSeconds(20), default)
        ).ShouldBe(beforeThere + 2);
        var framed = theirs.VersionBesidesNotesOf(lincoln);
        await here.As("member")
            .PostFormAsync(
                $"{at}/notes/s0",
                ("Input.Words", "Three came."),
                ("Input.Edition", "1")
            );
        (
            await theirs.NextAsync(lincoln, beforeThere + 2, TimeSpan.FromSeconds(20), default)
        ).ShouldBe(beforeThere + 3);
        theirs.VersionBesidesNotesOf(lincoln).ShouldBe(framed);
    }

    [EngineTheory]
    public async Task What_is_refused_is_no_news(Engine engine)
    {
        await using var app = await HearingAsync(TestApp.StartAsync(engine));
        var at = await TodaysMeeting.TodayAsync(app);
        var feed = FeedOf(app);
        var lincoln = await UnitAsync(app, DemoDistrict.Lincoln);
        var before = feed.VersionOf(lincoln);

        await app.As("facilitator")
            .PostFormAsync($"{at}/clock?handler=Next", ("Input.Section", "0"));

        (await feed.NextAsync(lincoln, before, TimeSpan.FromMilliseconds(300), default)).ShouldBe(
            before
        );
    }

    [EngineTheory]
    public async Task Twelve_who_look_again_after_a_change_cost_one_look_at_the_database(
        Engine engine
    )
    {
        await using var app = await HearingAsync(TestApp.StartAsync(engine));
        var at = await TodaysMeeting.TodayAsync(app);
        await app.As("facilitator").PostFormAsync($"{at}/clock?handler=Start");
        var parts = $"{at}/screen?handler=Parts";
        var first = await app.As("member").GetAsync(parts);

        var again = await app.As("member").GetAsync(parts);
        again.Html.ShouldBe(first.Html);
        // Nothing changed of the meeting, nor of who may do what.
        again.Commands.ShouldBeEmpty();
        var same = await app.As("member")
            .SendAsync(
                HttpMethod.Get,
                parts,
                null,
                ("If-None-Match", first.Headers.ETag!.ToString())
            );
        same.Status.ShouldBe(HttpStatusCode.NotModified);
        same.Body.ShouldBeEmpty();

        await app.As("member").PostFormAsync($"{at}/attendance?handler=Here");
        var changed = await app.As("member").GetAsync(parts);
        changed.Html.ShouldNotBe(first.Html);
        changed.Headers.ETag.ShouldNotBe(first.Headers.ETag);
    }

    [EngineTheory]
    public async Task All_who_look_again_at_the_same_moment_wait_for_one_look_at_the_database(
        Engine engine
    )
    {
        await using var app = await HearingAsync(TestApp.StartAsync(engine));
        var at = await TodaysMeeting.TodayAsync(app);
        await app.As("facilitator").PostFormAsync($"{at}/clock?handler=Start");
        var parts = $"{at}/screen?handler=Parts";
        var room = Enumerable
            .Range(0, 12)
            .Select(n => app.As(n % 3 == 0 ? "facilitator" : "member"))
            .ToList();
        foreach (var browser in room)
        {
            await browser.GetAsync(parts);
        }

        await room[1].PostFormAsync($"{at}/attendance?handler=Here");
        var all = await Task.WhenAll(room.Select(b => Task.Run(() => b.GetAsync(parts))));

        // Those who run the meeting and those who follow it are shown what one of them loaded.
        all.Count(a => a.Commands.Count > 1).ShouldBe(1);
        // One of either goes to render it and is looked up on the way.
        all.Count(a => a.Commands.Count > 0).ShouldBe(2);
        all.Select(a => a.Html).Distinct().Count().ShouldBe(2);
        all.ShouldAllBe(a =>
            a.Html.Contains("handler=Next", StringComparison.Ordinal)
            == (Array.IndexOf(all, a) % 3 == 0)
        );
    }

    [EngineTheory]
    public async Task Who_shows_the_room_is_sent_the_note_alone_while_nothing_else_has_changed(
        Engine engine
    )
    {
        await using var app = await HearingAsync(TestApp.StartAsync(engine));
        var at = await TodaysMeeting.TodayAsync(app);
        await app.As("facilitator").PostFormAsync($"{at}/clock?handler=Start");
        await app.As("facilitator").PostFormAsync($"{at}/notes/s0", ("Input.Words", "Two came."));
        var (conducts, follows) = (
            await app.As("facilitator").GetAsync($"{at}/screen?handler=Parts"),
            await app.As("member").GetAsync($"{at}/screen?handler=Parts")
        );
        var (conductor, follower) = (AgainAfter(at, conducts), AgainAfter(at, follows));

        await app.As("member")
            .PostFormAsync(
                $"{at}/notes/s0",
                ("Input.Words", "Three came."),
                ("Input.Edition", "1")
            );

        var noted = await app.As("member").GetAsync(follower);
        noted.Html.ShouldContain("Three came.");
        noted.Html.ShouldNotContain("data-part=\"head\"");
        // Who asks is looked up, and the notes are read; all else is as it was.
        noted.Commands.Count.ShouldBe(2);
        // Nobody else is looked up, whatever buttons they have.
        var noticed = await app.As("facilitator").GetAsync(conductor);
        noticed.Html.ShouldBe(noted.Html);
        noticed.Commands.ShouldBeEmpty();
        // Who shows nothing yet gets all, with the buttons that are theirs.
        var whole = await app.As("facilitator").GetAsync($"{at}/screen?handler=Parts");
        whole.Html.ShouldContain("Three came.");
        whole.Html.ShouldContain("handler=Next");
        whole.Commands.ShouldBeEmpty();

        await app.As("facilitator")
            .PostFormAsync($"{at}/clock?handler=Next", ("Input.Section", "0"));
        (await app.As("member").GetAsync(follower)).Html.ShouldContain("data-part=\"head\"");
    }

    [EngineTheory]
    public async Task A_note_of_a_part_behind_is_seen_there_too(Engine engine)
    {
        await using var app = await HearingAsync(TestApp.StartAsync(engine));
        var at = await TodaysMeeting.TodayAsync(app);
        await app.As("facilitator").PostFormAsync($"{at}/clock?handler=Start");
        await app.As("facilitator").PostFormAsync($"{at}/notes/s0", ("Input.Words", "Said then."));
        await app.As("facilitator")
            .PostFormAsync($"{at}/clock?handler=Next", ("Input.Section", "0"));
        var again = AgainAfter(at, await app.As("member").GetAsync($"{at}/screen?handler=Parts"));

        await app.As("member")
            .PostFormAsync(
                $"{at}/notes/s0",
                ("Input.Words", "Said later."),
                ("Input.Edition", "1")
            );

        var behind = await app.As("member").GetAsync(again);
        behind.Html.ShouldContain("data-part=\"behind\"");
        behind.Html.ShouldContain("Said later.");
    }

    [EngineTheory]
    public async Task Who_follows_never_gets_the_buttons_of_who_runs_it(Engine engine)
    {
        await using var app = await HearingAsync(TestApp.StartAsync(engine));
        var at = await TodaysMeeting.TodayAsync(app);
        await app.As("facilitator").PostFormAsync($"{at}/clock?handler=Start");
        var parts = $"{at}/screen?handler=Parts";

        (await app.As("facilitator").GetAsync(parts)).Html.ShouldContain("handler=Next");
        (await app.As("member").GetAsync(parts)).Html.ShouldNotContain("handler=Next");
        (await app.As("facilitator").GetAsync(parts)).Html.ShouldContain("handler=Next");
        (await app.As("facilitator").GetAsync($"{parts}&screen=true")).Html.ShouldNotContain(
            "handler=Next"
        );
        // A role given mid-meeting counts at once.
        await app.As("member").PostFormAsync($"{at}/roles?handler=Take", ("Input.Kind", "3"));
        (await app.As("member").GetAsync(parts)).Html.ShouldContain("handler=Next");
        (await app.As("teacher").GetAsync(parts)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [EngineTheory]
    public async Task Who_ended_their_sessions_gets_no_kept_part_though_nothing_of_the_room_changed(
        Engine engine
    )
    {
        await using var app = await HearingAsync(TestApp.StartAsync(engine));
        var at = await TodaysMeeting.TodayAsync(app);
        await app.As("facilitator").PostFormAsync($"{at}/clock?handler=Start");
        var parts = $"{at}/screen?handler=Parts";
        await app.As("member").GetAsync(parts);
        (await app.As("member").GetAsync(parts)).Commands.ShouldBeEmpty();

        await app.Db(async db =>
        {
            var mail = DemoDistrict.Email("member");
            var account = await db.Users.SingleAsync(a => a.Email == mail);
            account.SecurityStamp = "another";
            await db.SaveChangesAsync();
        });

        (await app.As("member").GetAsync(parts)).Path.ShouldStartWith("/sign-in");
    }

    [EngineTheory]
    public async Task Who_was_let_in_before_is_let_in_no_more_once_their_seat_ends(Engine engine)
    {
        await using var app = await HearingAsync(TestApp.StartAsync(engine));
        var at = await TodaysMeeting.TodayAsync(app);
        await app.As("facilitator").PostFormAsync($"{at}/clock?handler=Start");
        var parts = $"{at}/screen?handler=Parts";
        await app.As("member").GetAsync(parts);
        (await app.As("member").GetAsync(parts)).Commands.ShouldBeEmpty();

        await app.Db(async db =>
        {
            var member = await db.Set<Person>()
                .SingleAsync(p => p.Email == DemoDistrict.Email("member"));
            var lincoln = await db.Set<Unit>().SingleAsync(u => u.Slug == DemoDistrict.Lincoln);
            var ilt = await db.Set<Ilt>()
                .Include(i => i.Memberships)
                .SingleAsync(i => i.UnitId == lincoln.Id);
            ilt.EndMembership(member.Id, app.Clock.GetUtcNow().UtcDateTime).IsOk.ShouldBeTrue();
            await db.SaveChangesAsync();
        });

        (await app.As("member").GetAsync(parts)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [EngineTheory]
    public async Task The_stream_is_open_to_who_may_see_meetings_and_to_nobody_else(Engine engine)
    {
        await using var app = await HearingAsync(TestApp.StartAsync(engine));
        const string Stream = $"/live/{DemoDistrict.Lincoln}";

        var open = await app.As("member").GetAsync(Stream);
        open.Status.ShouldBe(HttpStatusCode.OK);
        open.ContentHeaders.ContentType!.MediaType.ShouldBe("text/event-stream");
        (await app.As("teacher").GetAsync(Stream)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await app.As("outsider").GetAsync(Stream)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await app.Anonymous().GetAsync(Stream)).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    // As the room's script asks: it says what it shows.
    private static string AgainAfter(string at, TestPage shown) =>
        $"{at}/screen?handler=Parts&has={shown.Headers.GetValues("Throughline-Frame").Single()}";

    // Until it listens a node takes anything to have changed, and says so to all when it begins to.
    private static async Task<TestApp> HearingAsync(Task<TestApp> starting)
    {
        var app = await starting;
        while (FeedOf(app).IsDeaf)
        {
            await Task.Delay(20);
        }

        return app;
    }

    private static ChangeFeed FeedOf(TestApp app) => app.Services.GetRequiredService<ChangeFeed>();

    private static Task<Guid> UnitAsync(TestApp app, string slug) =>
        app.Db(db => db.Set<Unit>().Where(u => u.Slug == slug).Select(u => u.Id).SingleAsync());
}
