using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Throughline.Data.Demo;
using Throughline.Data.Live;
using Throughline.Data.Tests.Engines;
using Throughline.Domain.Meetings;
using Throughline.Domain.Work;
using Throughline.Web.Tests.Support;
using static System.FormattableString;
using static Throughline.Web.Tests.Meetings.TodaysMeeting;

namespace Throughline.Web.Tests.Meetings;

/// <summary>Issues talked about in the room: minutes, votes, and what is parked.</summary>
public sealed class RoomIssueTests
{
    private const string Work = $"/{DemoDistrict.Lincoln}/work";

    [EngineTheory]
    public async Task An_issue_taken_up_is_talked_about_now_and_hears_once_how_many_minutes_it_took(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        var at = await StartedAsync(app);
        var issue = await app.Db(db =>
            db.Set<Issue>()
                .Where(i => i.Status == IssueStatus.Open && i.UnitId == MeetingOf(db, at).UnitId)
                .OrderBy(i => i.Number)
                .FirstAsync()
        );
        var facilitator = app.As("facilitator");

        var page = await facilitator.PostFormAsync(
            $"{at}/clock?handler=TakeUp",
            ("Input.Issue", Invariant($"{issue.Number}"))
        );
        page.TextOf("#now").ShouldBe(issue.Title);
        page.TextOf(".room-now").ShouldContain($"Serves: Issue {issue.Number}");
        app.Clock.Advance(TimeSpan.FromMinutes(7));
        // Pressed again, when they are at it and from another part: it is the same item, and its minutes count once.
        foreach (var section in new[] { "0", "1" })
        {
            await facilitator.PostFormAsync(
                $"{at}/clock?handler=TakeUp",
                ("Input.Issue", Invariant($"{issue.Number}"))
            );
            await facilitator.PostFormAsync($"{at}/clock?handler=GoTo", ("Input.Section", section));
        }

        page = await facilitator.PostFormAsync(
            $"{at}/clock?handler=TakeUp",
            ("Input.Issue", Invariant($"{issue.Number}"))
        );
        page.TextOf("#now").ShouldBe(issue.Title);
        (
            await app.Db(db =>
                db.Set<AgendaItem>()
                    .CountAsync(i => i.MeetingId == MeetingOf(db, at).Id && i.Title == issue.Title)
            )
        ).ShouldBe(1);
        await facilitator.PostFormAsync($"{at}/clock?handler=End");
        await facilitator.PostFormAsync($"{at}/clock?handler=Resume");
        await facilitator.PostFormAsync($"{at}/clock?handler=End");

        (
            await app.Db(db =>
                db.Set<Issue>()
                    .Where(i => i.Id == issue.Id)
                    .Select(i => i.MinutesSpent)
                    .SingleAsync()
            )
        ).ShouldBe(issue.MinutesSpent + 7);
    }

    [EngineTheory]
    public async Task A_member_flags_an_issue_in_the_room_which_shows_nothing_of_it(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var at = await StartedAsync(app);
        var section = await app.Db(db =>
            MeetingOf(db, at).Sections.ToList().FindIndex(s => s.Kind == SectionKind.Issues)
        );
        var item = await app.Db(db =>
            db.Set<AgendaItem>()
                .Where(i => i.MeetingId == MeetingOf(db, at).Id && i.Section == section)
                .Select(i => i.Number)
                .FirstAsync()
        );
        await app.As("facilitator")
            .PostFormAsync(
                $"{at}/clock?handler=GoTo",
                ("Input.Section", Invariant($"{section}")),
                ("Input.Item", Invariant($"{item}"))
            );
        var before = await FlagsAsync();
        var room = await app.As("member").GetAsync(at);
        var form = room
            .Document.QuerySelectorAll("form[data-members]")
            .Last(f => f.Id!.StartsWith("flag-", StringComparison.Ordinal));

        await app.As("member").PostFormAsync(form.GetAttribute("action")!);

        (await FlagsAsync()).ShouldBe(before + 1);
        foreach (var person in new[] { "member", "facilitator", "eileen.murphy@riverbend.example" })
        {
            (await app.As(person).GetAsync(at)).Text.ShouldNotContain("flagged");
        }

        Task<int> FlagsAsync() => app.Db(db => db.Set<IssueFlag>().CountAsync());
    }

    [EngineTheory]
    public async Task The_minutes_of_an_issue_found_not_to_be_instructional_count_apart_in_the_record(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        var at = await StartedAsync(app);
        var issue = await app.Db(db =>
            db.Set<Issue>()
                .Where(i => i.Status == IssueStatus.Open && i.UnitId == MeetingOf(db, at).UnitId)
                .OrderBy(i => i.Number)
                .FirstAsync()
        );
        var facilitator = app.As("facilitator");
        await facilitator.PostFormAsync(
            $"{at}/clock?handler=TakeUp",
            ("Input.Issue", Invariant($"{issue.Number}"))
        );
        app.Clock.Advance(TimeSpan.FromMinutes(6));

        // Eileen Murphy keeps the norms.
        var page = await app.As("eileen.murphy@riverbend.example")
            .GetAsync(Invariant($"{Work}/issues/{issue.Number}/instructional"));
        page = await page.Form("Not instructional: send it on")
            .Set("Input.HandledBy", "Main office")
            .SubmitAsync();
        page.Text.ShouldContain("Not instructional: Main office handles it.");

        (await facilitator.GetAsync(at)).TextOf("#now").ShouldNotBe(issue.Title);
        app.Clock.Advance(TimeSpan.FromMinutes(4));
        page = await facilitator.PostFormAsync($"{at}/clock?handler=End");
        page.Text.ShouldContain("About teaching and learning 4 of 10 minutes");
        (await facilitator.GetAsync(await NextAsync(app, at)))
            .TextsOf("li li a strong")
            .ShouldNotContain(issue.Title);
    }

    [EngineTheory]
    public async Task An_issue_parked_until_the_next_meeting_is_back_there_and_open_once_talked_about(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        var at = await TodayAsync(app);
        var issues = await app.Db(db =>
            db.Set<Issue>()
                .Where(i => i.Status == IssueStatus.Open && i.UnitId == MeetingOf(db, at).UnitId)
                .OrderBy(i => i.Number)
                .Select(i => Invariant($"{Work}/issues/{i.Number}"))
                .Take(3)
                .ToListAsync()
        );
        var facilitator = app.As("facilitator");
        await ParkAsync(issues[0], "");
        await ParkAsync(issues[1], "2027-02-03");

        var page = await facilitator.GetAsync(at);
        Listed(page, issues[0]).ShouldBeTrue();
        Listed(page, issues[1]).ShouldBeFalse("its day has not come");

        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await facilitator.PostFormAsync($"{at}/clock?handler=Start");
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await ParkAsync(issues[2], "");
        // An item among the issues.
        await facilitator.PostFormAsync($"{at}/clock?handler=GoTo", ("Input.Item", "1"));
        page = await facilitator.GetAsync(at);
        Listed(page, issues[0]).ShouldBeTrue();
        Listed(page, issues[2]).ShouldBeFalse("it was parked at this meeting, until the next one");

        await facilitator.PostFormAsync(
            $"{at}/clock?handler=TakeUp",
            ("Input.Issue", issues[0].Split('/')[^1])
        );
        (await facilitator.GetAsync(issues[0])).Form("Park the issue");
        (await facilitator.PostFormAsync($"{at}/clock?handler=End")).Text.ShouldContain("▲ draft");
        Listed(await facilitator.GetAsync(await NextAsync(app, at)), issues[2]).ShouldBeTrue();

        async Task ParkAsync(string issue, string until) =>
            (
                await (await facilitator.GetAsync(issue))
                    .Form("Park the issue")
                    .Fill("Why it is parked", "The results are not in.")
                    .Fill("Until", until)
                    .SubmitAsync()
            ).Notice.ShouldBe("✓ The issue is parked.");

        static bool Listed(TestPage page, string issue) =>
            page.Document.QuerySelector($"li a[href='{issue}']") is not null;
    }

    [EngineTheory]
    public async Task Each_vote_is_seen_in_the_room_and_a_flag_is_no_news(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var at = await StartedAsync(app);
        var page = await app.As("facilitator").GetAsync(at);
        while (!page.TextsOf("[data-live=now] li").Any(IsTheIssue))
        {
            page = await page.Form("Next").SubmitAsync();
        }

        (await VotesAsync()).ShouldContain("3 votes");

        await InAWordAsync(app, "member", $"{Work}/issues/4?handler=Vote");
        (await VotesAsync()).ShouldContain("4 votes");
        await InAWordAsync(app, "facilitator", $"{Work}/issues/4?handler=Vote");
        (await VotesAsync()).ShouldContain("5 votes");
        await InAWordAsync(app, "member", $"{Work}/issues/4?handler=VoteBack");
        (await VotesAsync()).ShouldContain("4 votes");

        // That someone flags it now, would tell the room who just touched a screen.
        var feed = app.Services.GetRequiredService<ChangeFeed>();
        var unit = await app.Db(db => Task.FromResult(MeetingOf(db, at).UnitId));
        var before = feed.VersionOf(unit);
        await InAWordAsync(app, "member", $"{Work}/issues/4?handler=Flag");
        feed.VersionOf(unit).ShouldBe(before);

        async Task<string> VotesAsync() =>
            (await app.As("facilitator").GetAsync($"{at}/screen?handler=Parts"))
                .TextsOf("[data-part=now] li")
                .Single(IsTheIssue);

        static bool IsTheIssue(string text) =>
            text.StartsWith("Grades 2 and 3 teach", StringComparison.Ordinal);
    }
}
