using System.Net;
using Microsoft.EntityFrameworkCore;
using Throughline.Data.Demo;
using Throughline.Data.Platform;
using Throughline.Data.Tests.Engines;
using Throughline.Domain.Units;
using Throughline.Domain.Work;
using Throughline.Web.Tests.Meetings;

namespace Throughline.Web.Tests.Units.Settings;

public sealed class AuditTests
{
    private const string Lincoln = $"/{DemoDistrict.Lincoln}/settings";
    private const string District = $"/{DemoDistrict.District}/settings";

    [EngineTheory]
    public async Task A_change_is_told_by_who_when_what_and_before_and_after(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        app.Clock.Now = new DateTime(2027, 1, 21, 3, 30, 0, DateTimeKind.Utc);
        var page = await app.As("principal").GetAsync(Lincoln);
        await page.Form("Save")
            .Fill("Name", "Lincoln <School>")
            .Fill("Time zone", "America/Denver")
            .SubmitAsync();

        page = await app.As("principal").GetAsync($"{Lincoln}/audit");
        var newest = page.TextsOf("main ol.line > li")[0];
        // In the time of the unit, which is Denver by now.
        newest.ShouldContain("Jan 20, 2027, 8:30 PM");
        newest.ShouldContain("Marisol Vega changed school or district: Lincoln <School>");
        newest.ShouldContain("Name: Lincoln Elementary → Lincoln <School>");
        newest.ShouldContain("Time zone: America/Chicago → America/Denver");
    }

    [EngineTheory]
    public async Task A_principal_reads_what_belongs_to_the_school_and_the_district_all_of_it(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        var page = await app.As("admin").GetAsync($"/{DemoDistrict.Tubman}/settings");
        await page.Form("Save").Fill("Name", "Harriet Tubman Middle").SubmitAsync();

        (await app.As("principal").GetAsync($"{Lincoln}/audit")).Text.ShouldNotContain(
            "Harriet Tubman Middle"
        );
        (await app.As("admin").GetAsync($"{District}/audit")).Text.ShouldContain(
            "Harriet Tubman Middle"
        );
        (await app.As("outsider").GetAsync($"{District}/audit")).Status.ShouldBe(
            HttpStatusCode.NotFound
        );
        (await app.As("teacher").GetAsync($"{Lincoln}/audit")).Status.ShouldBe(
            HttpStatusCode.NotFound
        );
    }

    [EngineTheory]
    public async Task A_principal_reads_of_evidence_and_of_a_teams_members_at_the_school(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        var principal = app.As("principal");

        foreach (var kind in new[] { "Evidence", "InstructionalTeamMember" })
        {
            (await principal.GetAsync($"{Lincoln}/audit?Kind={kind}"))
                .TextsOf("main ol.line > li")
                .ShouldNotBeEmpty(kind);
        }
    }

    [EngineTheory]
    public async Task Older_changes_follow_page_by_page_and_none_twice(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var all = await app.Db(db => db.Set<AuditEntry>().CountAsync(e => e.Kind == "CalendarDay"));
        all.ShouldBeGreaterThan(30);
        var page = await app.As("admin").GetAsync($"{District}/audit?kind=CalendarDay");
        var seen = 0;
        while (true)
        {
            var lines = page.TextsOf("main ol.line > li");
            lines.ShouldAllBe(l => l.Contains("day in the calendar", StringComparison.Ordinal));
            seen += lines.Count;
            if (lines.Count < 30)
            {
                break;
            }

            page = await page.FollowAsync("Older changes");
        }

        seen.ShouldBe(all);
    }

    [EngineTheory]
    public async Task One_persons_changes_can_be_read_alone(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        var page = await app.As("principal").GetAsync(Lincoln);
        await page.Form("Save").Fill("Name", "Lincoln School").SubmitAsync();
        page = await app.As("admin").GetAsync($"{District}/audit");
        page = await page.FollowAsync("Marisol Vega");
        page.Text.ShouldContain("Only what Marisol Vega did.");
        var lines = page.TextsOf("main ol.line > li");
        lines[0].ShouldContain("Lincoln School");
        lines.ShouldAllBe(l => l.Contains("Marisol Vega", StringComparison.Ordinal));
        page = await page.FollowAsync("Show everyone");
        page.TextsOf("main ol.line > li").Count.ShouldBe(30);
    }

    [EngineTheory]
    public async Task No_rating_no_note_and_no_progress_is_in_the_trail(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var kinds = await app.Db(db =>
            db.Set<AuditEntry>().Select(e => e.Kind).Distinct().ToListAsync()
        );
        kinds.ShouldNotBeEmpty();
        kinds.ShouldAllBe(k =>
            !k.Contains("Rating", StringComparison.Ordinal)
            && !k.Contains("Answer", StringComparison.Ordinal)
            && k != "RoundRater"
            && k != "RoundEvent"
        );
    }

    [EngineTheory]
    [Row("?kind=Nothing")]
    [Row("?before=00000000-0000-0000-0000-000000000001")]
    [Row("?before=soon&by=someone")]
    public async Task Whatever_is_asked_for_the_page_answers(Engine engine, string query)
    {
        await using var app = await TestApp.StartAsync(engine);
        (await app.As("admin").GetAsync($"{District}/audit{query}")).Status.ShouldBe(
            HttpStatusCode.OK
        );
    }

    [EngineTheory]
    public async Task What_the_team_still_talks_about_is_not_in_the_trail_and_not_named_to_an_administrator(
        Engine engine
    )
    {
        const string work = $"/{DemoDistrict.Lincoln}/work";
        await using var app = await TestApp.StartAsync(engine);
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        var member = app.As("member");
        var issue = await app.Db(db =>
            db.Set<Issue>()
                .Where(i =>
                    i.Number == 1
                    && db.Set<Unit>().Any(u => u.Id == i.UnitId && u.Slug == DemoDistrict.Lincoln)
                )
                .Select(i => new { i.Id, i.Title })
                .SingleAsync()
        );
        var proposal = await (await member.GetAsync($"{work}/decisions/new?from={issue.Id}"))
            .Form("Propose it")
            .Fill("What is proposed", "Secret-title")
            .Fill("What to know first", "Secret-background")
            .SubmitAsync();
        await proposal
            .Form("Withdraw the proposal")
            .Fill("Why it is withdrawn", "Secret-reason")
            .SubmitAsync();
        var today = await TodaysMeeting.TodayAsync(app);
        await (await member.GetAsync($"{today}/items/new"))
            .Form("Put it on the agenda")
            .Fill("What it is about", "Secret-item")
            .Fill("Guiding questions", "Secret-question")
            .Fill("What to bring", "Secret-thing")
            .Fill("What to read first", "Secret-reading")
            .SubmitAsync();

        (
            await app.Db(db =>
                db.Set<AuditEntry>().Where(e => e.Changes.Contains("Secret-")).ToListAsync()
            )
        ).ShouldBeEmpty();
        foreach (var kind in new[] { "Decision", "AgendaItem", "ThingLink" })
        {
            // A link belongs to no unit and is read at the district.
            var at = kind == "ThingLink" ? District : Lincoln;
            var page = await app.As("admin").GetAsync($"{at}/audit?kind={kind}");
            page.TextsOf("main ol.line > li").ShouldNotBeEmpty(kind);
            page.Text.ShouldNotContain("Secret-");
            page.Text.ShouldNotContain(issue.Title);
        }

        (await app.As("admin").GetAsync($"{Lincoln}/audit?kind=Decision")).Text.ShouldContain(
            "added decision: Decision 10"
        );
        // Who leads the team may open it, and reads its name.
        (await app.As("principal").GetAsync($"{Lincoln}/audit?kind=Decision")).Text.ShouldContain(
            "added decision: Secret-title"
        );
    }
}
