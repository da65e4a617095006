using System.Net;
using Microsoft.EntityFrameworkCore;
using Throughline.Data.Demo;
using Throughline.Data.Platform;
using Throughline.Data.Tests.Engines;
using Throughline.Domain.Teams;
using Throughline.Domain.Units;
using Throughline.Domain.Work;
using Throughline.Web.Tests.Support;
using static Throughline.Web.Tests.Assessments.RoundPages;

namespace Throughline.Web.Tests.Work;

/// <summary>Who is to answer what staff raise: one at a time, and never nobody.</summary>
public sealed class RaisedHoldingTests
{
    private const string List = $"/{DemoDistrict.Lincoln}/work/raised";

    [EngineTheory]
    public async Task After_five_school_days_it_is_the_facilitators_and_what_was_typed_is_not_lost(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        var path = await PathAsync(app, DemoMatter.Waiting);
        var page = await app.As("member").GetAsync(path);
        (await app.As("facilitator").GetAsync(path)).Status.ShouldBe(HttpStatusCode.NotFound);
        var last = await app.Db(db =>
            db.Set<RaisedMatter>()
                .Where(m => m.Title == DemoMatter.Waiting)
                .Select(m => m.HeldUntil!.Value)
                .SingleAsync()
        );

        app.Clock.Advance(last - app.Clock.Now.AddSeconds(1));
        (await app.As("member").GetAsync(path)).Text.ShouldContain("The answer is due today");
        app.Clock.Advance(TimeSpan.FromSeconds(2));

        (await app.As("member").GetAsync(path)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await app.As("member").GetAsync("/home")).Text.ShouldNotContain(DemoMatter.Waiting);
        (await app.As("facilitator").GetAsync("/home")).Text.ShouldContain(DemoMatter.Waiting);
        page = await page.Form("Send the answer")
            .Fill("Your answer", "A long answer.")
            .SubmitAsync();
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Problems.ShouldHaveSingleItem().ShouldStartWith("This has gone to the facilitator");
        page.Text.ShouldContain("A long answer.");
        page.Text.ShouldNotContain("Amara");
        // Its sender sees it before anybody has written it down, and the same afterwards.
        const string gone = "Five school days were over: it went to the facilitator by itself";
        (await app.As("teacher").GetAsync(path)).TextsOf("ul.line li p")[0].ShouldBe(gone);
        (await app.As("teacher").GetAsync("/home")).Text.ShouldContain(
            "with Dana Whitehorse, who facilitates"
        );

        await (await app.As("facilitator").GetAsync(path))
            .Form("Send the answer")
            .Fill("Your answer", "Done.")
            .SubmitAsync();
        (await app.As("teacher").GetAsync(path))
            .TextsOf("ul.line li p")
            .ShouldBe(["Dana Whitehorse answered", "Done.", gone, "Sent to Theo Lindqvist"]);
    }

    [EngineTheory]
    public async Task A_representative_who_leaves_the_seat_passes_it_on_at_once(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var path = await PathAsync(app, DemoMatter.Waiting);
        var member = await PersonIdAsync(app, "member");
        await app.Db(async db =>
        {
            var ilt = await db.Set<Ilt>()
                .Include(i => i.Memberships)
                .SingleAsync(i => i.Memberships.Any(m => m.PersonId == member && m.Until == null));
            ilt.EndMembership(member, app.Clock.GetUtcNow().UtcDateTime).IsOk.ShouldBeTrue();
            await db.SaveChangesAsync();
        });

        (await app.As("member").GetAsync(path)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await app.As("facilitator").GetAsync(path)).Status.ShouldBe(HttpStatusCode.OK);
        var page = await app.As("teacher").GetAsync(path);
        page.TextsOf("ul.line li p")[0]
            .ShouldBe(
                "Theo Lindqvist no longer speaks for the team: it went to the facilitator by itself"
            );
        // Nobody speaks for Grade 4 now: the home says so, and what is raised goes to the facilitator.
        (await app.As("teacher").GetAsync($"/{DemoDistrict.Lincoln}")).Text.ShouldContain(
            "Nobody yet speaks for Grade 4"
        );
        page = await (await app.As("teacher").GetAsync($"{List}/new"))
            .Form("Send it")
            .Fill("What you want to raise", "Now?")
            .SubmitAsync();
        page.TextsOf("ul.line li p").ShouldBe(["Sent to the facilitator"]);
    }

    [EngineTheory]
    public async Task Where_nobody_is_named_to_facilitate_it_is_with_who_leads_the_school(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        await app.Db(async db =>
        {
            var lincoln = await db.Set<Unit>().SingleAsync(u => u.Slug == DemoDistrict.Lincoln);
            var seat = await db.Set<IltMembership>()
                .SingleAsync(m => m.UnitId == lincoln.Id && m.Facilitates);
            db.Entry(seat).Property(s => s.Facilitates).CurrentValue = false;
            await db.SaveChangesAsync();
        });
        var page = await (await app.As("teacher").GetAsync($"{List}/new"))
            .Form("Send it")
            .Fill("What you want to raise", "The new schedule")
            .Tick("Send it straight to the facilitator, not to my representative")
            .SubmitAsync();
        page.Text.ShouldContain("who leads the school.");

        (await app.As("principal").GetAsync("/home")).Text.ShouldContain("The new schedule");
        (await app.As("facilitator").GetAsync("/home")).Text.ShouldNotContain("The new schedule");
        (await app.As("principal").GetAsync(page.Path)).Status.ShouldBe(HttpStatusCode.OK);
        (await app.As("facilitator").GetAsync(page.Path)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [EngineTheory]
    public async Task Straight_to_the_facilitator_the_representative_never_sees_it(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var page = await (await app.As("teacher").GetAsync($"{List}/new"))
            .Form("Send it")
            .Fill("What you want to raise", "About my team")
            .Tick("Send it straight to the facilitator, not to my representative")
            .SubmitAsync();
        page.Text.ShouldContain("It is with Dana Whitehorse, who facilitates.");
        (await app.As("member").GetAsync(page.Path)).Status.ShouldBe(HttpStatusCode.NotFound);
        var read = await app.As("facilitator").GetAsync(page.Path);
        read.Text.ShouldNotContain("Pass it on");
        read.Text.ShouldContain("Bring it to the ILT");
        // Another's team is refused.
        var other = await app.Db(db =>
            db.Set<InstructionalTeam>()
                .Where(t => t.Name == "Grade 5")
                .Select(t => t.Id)
                .SingleAsync()
        );
        page = await (await app.As("teacher").GetAsync($"{List}/new"))
            .Form("Send it")
            .Fill("What you want to raise", "Kept words")
            .Set("Input.TeamId", other.ToString())
            .SubmitAsync();
        page.Problems.ShouldBe(["Choose one of your teams, or none."]);
        page.Form("Send it")["Input.Title"].ShouldBe("Kept words");
    }

    [EngineTheory]
    public async Task Passed_on_it_is_with_the_facilitator_and_the_sender_reads_why(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var path = await PathAsync(app, DemoMatter.Waiting);
        await (await app.As("member").GetAsync(path))
            .Form("Pass it on to the facilitator")
            .Fill("A word with it", "You give out the rooms.")
            .SubmitAsync();
        (await app.As("teacher").GetAsync(path))
            .TextsOf("ul.line li p")
            .ShouldBe([
                "Theo Lindqvist passed it on to the facilitator",
                "You give out the rooms.",
                "Sent to Theo Lindqvist",
            ]);
        (await app.As("member").GetAsync(path)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await app.As("facilitator").GetAsync("/home")).Text.ShouldContain(
            "Raised with the facilitator"
        );
    }

    private static async Task<string> PathAsync(TestApp app, string title) =>
        $"{List}/{await app.Db(db => db.Set<RaisedMatter>().Where(m => m.Title == title).Select(m => m.Id).SingleAsync())}";
}
