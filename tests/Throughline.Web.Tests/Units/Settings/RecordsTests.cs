using System.Net;
using Microsoft.EntityFrameworkCore;
using Throughline.Data.Demo;
using Throughline.Data.Tests.Engines;
using Throughline.Domain.Meetings;
using Throughline.Domain.Units;
using Throughline.Domain.Units.Records;

namespace Throughline.Web.Tests.Units.Settings;

/// <summary>Retention, legal hold and the disclosure log (rules of trust, records law).</summary>
public class RecordsTests
{
    private const string District = $"/{DemoDistrict.District}/settings/records";
    private const string Lincoln = $"/{DemoDistrict.Lincoln}/settings/records";

    [EngineTheory]
    public async Task What_was_kept_for_its_time_is_destroyed_by_a_person_in_words_and_not_in_count(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        var at = await SixYearsAgoAsync(app);
        var principal = app.As("principal");
        (await principal.GetAsync(Lincoln)).Text.ShouldNotContain("Destroy them");

        await (await app.As("admin").GetAsync(District))
            .Form("Set how long")
            .Fill("Years after the meeting", "5")
            .SubmitAsync();
        var page = await principal.GetAsync(Lincoln);
        page.Text.ShouldContain("5 years after the meeting, as the district set it.");
        page.Text.ShouldContain("The time of 1 meeting is over.");
        page = await page.Form("Destroy them").SubmitAsync();

        page.Notice.ShouldBe("✓ The minutes of 1 meeting are destroyed.");
        var read = await principal.GetAsync(at);
        read.TextOf("#minutes").ShouldContain("was destroyed at the end of the time");
        read.Text.ShouldNotContain("samples");
        (await principal.GetAsync($"{at}/minutes?edition=1")).Text.ShouldNotContain("samples");
        (await principal.GetAsync($"{at}/minutes?handler=Word")).Status.ShouldBe(
            HttpStatusCode.NotFound
        );
        var destroyed = await app.Db(db =>
            db.Set<MinutesEdition>().AsNoTracking().Where(e => e.DestroyedAt != null).ToListAsync()
        );
        destroyed.Count.ShouldBe(2);
        destroyed.ShouldAllBe(e => e.Record.Length == 0);
        (
            await app.Db(db =>
                db.Set<MeetingNote>()
                    .CountAsync(n =>
                        db.Set<Meeting>()
                            .Any(m => m.Id == n.MeetingId && m.MinutesDestroyedAt != null)
                    )
            )
        ).ShouldBe(0);
        (await principal.GetAsync($"/{DemoDistrict.Lincoln}/meetings")).Text.ShouldContain("2021");
    }

    [EngineTheory]
    public async Task While_a_hold_is_on_nothing_is_destroyed(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        await SixYearsAgoAsync(app);
        var admin = app.As("admin");
        await admin.PostFormAsync($"{District}?handler=Keep", ("Input.Years", "5"));
        await admin.PostFormAsync($"{District}?handler=Hold", ("Input.Reason", "Request 12"));
        var principal = app.As("principal");

        var page = await principal.GetAsync(Lincoln);
        page.Text.ShouldContain("Request 12");
        page.Text.ShouldContain("for the whole district");
        (await principal.PostFormAsync($"{Lincoln}?handler=Destroy")).Notice!.ShouldContain(
            "Nothing was destroyed"
        );
        (
            await app.Db(db => db.Set<MinutesEdition>().AnyAsync(e => e.DestroyedAt != null))
        ).ShouldBeFalse();

        await (await admin.GetAsync(District)).Form("End the hold: Request 12").SubmitAsync();
        (await principal.PostFormAsync($"{Lincoln}?handler=Destroy")).Notice!.ShouldContain(
            "1 meeting"
        );
        var after = await admin.GetAsync(District);
        after.TextOf("#hold ~ details").ShouldContain("Request 12");
    }

    [EngineTheory]
    public async Task What_was_given_to_others_is_entered_whole_or_refused(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var principal = app.As("principal");
        var form = await principal.GetAsync(Lincoln);

        var page = await form.Form("Enter it")
            .Fill("What was given", "Minutes of meeting 1")
            .SubmitAsync();
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Problems.ShouldContain(p => p.Contains("Enter to whom", StringComparison.Ordinal));
        (
            await form.Form("Enter it").Fill("Day", "2027-02-01").SubmitAsync()
        ).Problems.ShouldContain(p => p.Contains("today or before", StringComparison.Ordinal));
        page = await form.Form("Enter it")
            .Fill("What was given", "Minutes of meeting 1")
            .Fill("To whom", "The state’s auditor")
            .Fill("The law or request", "Audit 2027-4")
            .SubmitAsync();

        page.Text.ShouldContain("Minutes of meeting 1 to The state’s auditor");
    }

    [EngineTheory]
    public async Task All_that_was_ever_given_is_found_page_by_page(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        await app.Db(async db =>
        {
            var unit = await db.Set<Unit>().SingleAsync(u => u.Slug == DemoDistrict.Lincoln);
            for (var n = 1; n <= 60; n++)
            {
                db.Add(
                    Disclosure
                        .Enter(
                            unit,
                            new(new(2027, 1, 4), $"Minutes of meeting {n}.", "The court", "Order"),
                            unit.Id,
                            new(2027, 1, 20),
                            app.Clock.Now.AddSeconds(n)
                        )
                        .Value
                );
            }

            await db.SaveChangesAsync();
        });
        var principal = app.As("principal");

        var first = await principal.GetAsync(Lincoln);
        var second = await principal.GetAsync(
            first
                .Document.QuerySelectorAll("a")
                .Single(a => a.TextContent == "Earlier ones")
                .GetAttribute("href")!
        );

        first.TextsOf("#given ~ ul li strong").Count.ShouldBe(50);
        second.TextsOf("#given ~ ul li strong").ShouldContain("Minutes of meeting 1.");
        first
            .TextsOf("#given ~ ul li strong")
            .Concat(second.TextsOf("#given ~ ul li strong"))
            .Count(t => t.EndsWith('.'))
            .ShouldBe(60);
        second.TextsOf("a").ShouldNotContain("Earlier ones");
    }

    [EngineTheory]
    public async Task The_rule_is_set_at_the_district_alone_and_within_reason(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        (
            await app.As("principal").PostFormAsync($"{Lincoln}?handler=Keep", ("Input.Years", "1"))
        ).Status.ShouldBe(HttpStatusCode.NotFound);
        foreach (var wrong in new[] { "0", "101", "-3", "soon" })
        {
            (
                await app.As("admin")
                    .PostFormAsync($"{District}?handler=Keep", ("Input.Years", wrong))
            ).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        }

        (await app.Db(db => db.Set<RetentionRule>().AnyAsync())).ShouldBeFalse();
        (await app.As("member").GetAsync(Lincoln)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    // Lincoln's first meeting, whose minutes are final in two editions, as if it had been held long ago.
    private static async Task<string> SixYearsAgoAsync(TestApp app)
    {
        await app.Db(db =>
            db.Set<Meeting>()
                .Where(m => m.Number == 1)
                .Where(m =>
                    db.Set<Unit>().Any(u => u.Id == m.UnitId && u.Slug == DemoDistrict.Lincoln)
                )
                .ExecuteUpdateAsync(m => m.SetProperty(x => x.Day, new DateOnly(2021, 1, 12)))
        );
        return $"/{DemoDistrict.Lincoln}/meetings/1";
    }
}
