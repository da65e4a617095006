using System.Net;
using Microsoft.EntityFrameworkCore;
using Throughline.Data.Demo;
using Throughline.Data.Tests.Engines;
using Throughline.Domain.Meetings;
using Throughline.Domain.Shared;
using Throughline.Domain.Sharing;
using Throughline.Domain.Units;
using Throughline.Web.Tests.Support;

namespace Throughline.Web.Tests.Meetings;

/// <summary>How a team works: what it sees of itself, what it does about it, and what it shows its district.</summary>
public sealed class HealthTests
{
    private const string Health = $"/{DemoDistrict.Lincoln}/meetings/health";
    private const string Voice = $"/{DemoDistrict.Lincoln}/meetings/voice";
    private const string OfSchools = $"/{DemoDistrict.District}/schools/health";

    [EngineTheory]
    public async Task A_team_reads_how_it_works_and_opens_a_figure_to_its_meetings(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var member = app.As("member");
        var page = await member.GetAsync(Health);
        var rows = page.TextsOf("tbody tr");
        rows.Count.ShouldBe(12);
        rows.ShouldContain(r =>
            r.StartsWith("Begins on time", StringComparison.Ordinal)
            && r.Contains("▲ not yet", StringComparison.Ordinal)
            && r.Contains("meetings began on time.", StringComparison.Ordinal)
        );
        rows.ShouldContain(r =>
            r.StartsWith("Meets regularly", StringComparison.Ordinal)
            && r.Contains("✓ meets the mark", StringComparison.Ordinal)
        );

        page = await page.FollowAsync("Begins on time");

        page.Heading.ShouldBe("Begins on time");
        var meetings = page.TextsOf("tbody tr");
        var late = meetings.Count(m => m.EndsWith("6 minutes late", StringComparison.Ordinal));
        late.ShouldBeGreaterThan(1);
        page.Text.ShouldContain($"{meetings.Count - late} of {meetings.Count} meetings began");
        (await page.FollowAsync("Meeting 2")).Path.ShouldBe($"/{DemoDistrict.Lincoln}/meetings/2");
        (await member.GetAsync($"{Health}/nothing")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [EngineTheory]
    public async Task A_to_do_that_is_opened_again_shows_at_once(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var member = app.As("member");
        var before = await FollowUpAsync();
        var number = await app.Db(db =>
            db.Set<Throughline.Domain.Work.ToDo>()
                .Where(t => t.MeetingId != null && t.EndedAt != null)
                .Where(t =>
                    db.Set<Unit>().Any(u => u.Id == t.UnitId && u.Slug == DemoDistrict.Lincoln)
                )
                .OrderBy(t => t.Number)
                .Select(t => t.Number)
                .FirstAsync()
        );

        await (await member.GetAsync($"/{DemoDistrict.Lincoln}/work/todos/{number}"))
            .Form("Not done yet: open it again")
            .SubmitAsync();

        (await FollowUpAsync()).ShouldNotBe(before);

        async Task<string> FollowUpAsync() =>
            (await member.GetAsync(Health))
                .TextsOf("tbody tr")
                .Single(r => r.StartsWith("Follows up", StringComparison.Ordinal));
    }

    [EngineTheory]
    public async Task An_issue_is_begun_from_a_figure_which_then_says_that_the_team_works_on_it(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        var member = app.As("member");
        var page = await (await member.GetAsync(Health)).FollowAsync(
            "Raise it as an issue: Begins on time"
        );
        page.Document.QuerySelector("#Input_Title")!
            .GetAttribute("value")
            .ShouldBe("Our meetings begin late");
        page.TextOf("#Input_About").ShouldContain("The mark: Four of five meetings begin");

        page = await page.Form("Raise the issue").SubmitAsync();
        page.Notice!.ShouldContain("The issue is on the list.");

        page = await member.GetAsync(Health);
        Row(page, "Begins on time")
            .ShouldContain("We are working on this: Our meetings begin late");
        page.Text.ShouldNotContain("Raise it as an issue: Begins on time");
        (await member.GetAsync($"{Health}/on-time")).Text.ShouldContain("We are working on this");

        // A rock as well, and none from a figure there is not.
        page = await member.GetAsync($"/{DemoDistrict.Lincoln}/work/rocks/new?figure=on-time");
        page.Document.QuerySelector("#Input_Title")!
            .GetAttribute("value")
            .ShouldBe("Begin each meeting on time");
        page = await member.PostFormAsync(
            $"/{DemoDistrict.Lincoln}/work/issues/new?figure=none",
            ("Input.Title", "Something")
        );
        page.Problems.ShouldHaveSingleItem().ShouldStartWith("There is no such figure.");
        (
            await app.Db(db => db.Set<FigureWork>().CountAsync(w => w.Kind == FigureKind.OnTime))
        ).ShouldBe(1);
    }

    [EngineTheory]
    public async Task The_district_sees_the_figures_that_are_shown_and_no_others(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var district = app.As("district-leader");
        Row(await district.GetAsync(OfSchools), "Lincoln").ShouldNotContain("Begins on time");

        var page = await (await app.As("principal").GetAsync(Health))
            .Form("Show these, and no others")
            .Untick("Roles are named and go round")
            .Untick("Teams are told in time")
            .Tick("Begins on time")
            .Tick("Follows up in time")
            .SubmitAsync();

        page.Notice!.ShouldContain("The district sees 2 figures of this team.");
        var row = Row(await district.GetAsync(OfSchools), "Lincoln");
        row.ShouldContain("Begins on time:");
        row.ShouldContain("Follows up in time:");
        row.ShouldNotContain("Roles");
        row.ShouldNotContain("Teams are told");
        // The same number as the team sees.
        var percent = row[row.IndexOf("Begins on time: ", StringComparison.Ordinal)..];
        percent.ShouldMatch(@"Begins on time: \d+%, \d+ of \d+ ▲ not yet");
        (await district.GetAsync($"/{DemoDistrict.District}/schools"))
            .TextsOf("tbody tr")[0]
            .ShouldEndWith("not shown by the team");
    }

    [EngineTheory]
    public async Task Only_who_leads_or_facilitates_shows_figures_and_the_district_never_opens_the_page(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        (
            await app.As("member").PostFormAsync($"{Health}?handler=Share", ("Shown", "4"))
        ).Status.ShouldBe(HttpStatusCode.NotFound);
        foreach (var path in new[] { Health, $"{Health}/on-time", Voice })
        {
            foreach (var who in new[] { "teacher", "district-leader", "supervisor", "outsider" })
            {
                (await app.As(who).GetAsync(path)).Status.ShouldBe(
                    HttpStatusCode.NotFound,
                    $"{who} at {path}"
                );
            }
        }

        var page = await app.As("facilitator")
            .PostFormAsync($"{Health}?handler=Share", ("Shown", "99"));
        page.Problems.ShouldHaveSingleItem().ShouldContain("99");
        (await app.Db(db => db.Set<SharedFigure>().CountAsync())).ShouldBe(5);
    }

    [EngineTheory]
    public async Task Schools_are_ordered_by_a_figure_page_by_page(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        await app.Db(async db =>
        {
            var district = db.Set<Unit>().Single(u => u.Slug == DemoDistrict.District);
            var by = db.Set<SharedFigure>().First().ById;
            for (var i = 0; i < 60; i++)
            {
                var school = Unit.NewSchool(
                    district,
                    $"Extra {i:00}",
                    $"extra-{i:00}",
                    TestClock.Start
                ).Value;
                db.Add(school);
                db.Add(SharedFigure.Share(school, FigureKind.TeamsTold, by, TestClock.Start).Value);
            }

            await db.SaveChangesAsync();
        });
        var district = app.As("district-leader");

        var page = await district.GetAsync($"{OfSchools}?by=teams-told");
        var names = page.TextsOf("tbody th").ToList();
        names.Count.ShouldBe(40);
        page = await page.FollowAsync("Next schools");
        names.AddRange(page.TextsOf("tbody th"));

        names.Count.ShouldBe(62);
        names.ShouldBeUnique();
        // Who has nothing to count yet stands first, then the lowest.
        names[^2..].ShouldBe(["Lincoln Elementary", "Riverbend High School"]);
        page.Text.ShouldNotContain("Next schools");
        (await district.GetAsync(OfSchools)).TextsOf("tbody tr").Count.ShouldBe(40);
        foreach (
            var by in new[]
            {
                "cadence",
                "length",
                "roles",
                "next-agenda",
                "from-teachers",
                "follow-up",
                "decisions",
                "beyond",
                "led-by-members",
                "instruction",
            }
        )
        {
            (await district.GetAsync($"{OfSchools}?by={by}")).Status.ShouldBe(
                HttpStatusCode.OK,
                by
            );
        }
    }

    [EngineTheory]
    public async Task Voice_shows_shares_of_groups_and_no_person(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var page = await app.As("member").GetAsync(Voice);
        var rows = page.TextsOf("tbody th");
        rows.ShouldContain("Representatives of teams");
        rows.ShouldContain("Principal and other administrators together");
        rows.ShouldNotContain("Principal");
        foreach (var name in new[] { "Vega", "Whitehorse", "Eriksen", "Mensah" })
        {
            page.TextOf("main").Replace("Lindqvist", "").ShouldNotContain(name);
        }

        (
            await app.As("gregory.baptiste@riverbend.example")
                .GetAsync($"/{DemoDistrict.Tubman}/meetings/voice")
        ).Text.ShouldContain("Too early to say.");
    }

    private static string Row(TestPage page, string begins) =>
        page.TextsOf("tbody tr").Single(r => r.StartsWith(begins, StringComparison.Ordinal));
}
