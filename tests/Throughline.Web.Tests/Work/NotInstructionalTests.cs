using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Throughline.Data.Demo;
using Throughline.Data.Platform;
using Throughline.Data.Tests.Engines;
using Throughline.Domain.Meetings;
using Throughline.Domain.Shared;
using Throughline.Domain.Teams;
using Throughline.Domain.Units;
using Throughline.Domain.Work;
using Throughline.Web.Tests.Meetings;
using Throughline.Web.Tests.SignIn;
using Throughline.Web.Tests.Support;
using static Throughline.Web.Tests.Assessments.RoundPages;

namespace Throughline.Web.Tests.Work;

/// <summary>What is not instructional: flagged, decided by who keeps the norms, and sent to who handles it.</summary>
public sealed class NotInstructionalTests
{
    private const string List = $"/{DemoDistrict.Lincoln}/work/issues";
    private const string Open = $"{List}/1";
    private const string Flagged = $"{List}/3";

    [EngineTheory]
    public async Task Only_who_keeps_the_norms_sees_whose_flag_it_is_and_no_trail_tells(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        await KeepsNormsAsync(app, "facilitator");
        var page = await app.As("member").GetAsync(Open);
        (await page.Form("This is not instructional").SubmitAsync()).Notice!.ShouldContain(
            "Only they see"
        );

        page = await (await app.As("facilitator").GetAsync(Open)).FollowAsync("Look and decide");
        page.Text.ShouldContain("Theo Lindqvist thinks that it is not.");
        (await app.As("facilitator").GetAsync("/home")).Text.ShouldContain(
            "Flagged as not instructional"
        );
        (await app.As("facilitator").GetAsync(List)).Text.ShouldContain("flagged: instructional?");
        foreach (var other in new[] { "principal", "member" })
        {
            page = await app.As(other).GetAsync(Open);
            page.Text.ShouldNotContain("Is it instructional?");
            page.Text.ShouldNotContain("thinks that it is not");
            (await app.As(other).GetAsync(List)).Text.ShouldNotContain("flagged: instructional?");
            (await app.As(other).GetAsync($"{Open}/instructional")).Status.ShouldBe(
                HttpStatusCode.NotFound
            );
            (
                await app.As(other)
                    .PostFormAsync($"{Open}/instructional?handler=Keep", ("Input.WhyItStays", "x"))
            ).Status.ShouldBe(HttpStatusCode.NotFound);
        }

        var trail = await app.Db(db =>
            db.Set<AuditEntry>().Select(a => a.Kind).Distinct().ToListAsync()
        );
        trail.ShouldNotContain(k => k.StartsWith("Issue", StringComparison.Ordinal));

        page = await (await app.As("facilitator").GetAsync($"{Open}/instructional"))
            .Form("It is instructional: keep it")
            .Fill("Why it stays", "It is about small groups.")
            .SubmitAsync();
        page.TextOf("section[aria-labelledby=log]").ShouldContain("It is about small groups.");
        (
            await app.Db(db =>
                db.Set<IssueFlag>()
                    .CountAsync(f => db.Set<Issue>().Any(i => i.Id == f.IssueId && i.Number == 1))
            )
        ).ShouldBe(0);
    }

    [EngineTheory]
    public async Task A_flag_leaves_no_submission_and_does_no_more_when_it_comes_twice(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        var before = await app.Db(db => db.Set<Submission>().CountAsync());
        var flag = (await app.As("member").GetAsync(Open)).Form("This is not instructional");
        await Task.WhenAll(flag.SubmitAsync(), flag.SubmitAsync());
        (await FlagsAsync()).ShouldBe(1);

        var back = (await app.As("member").GetAsync(Open)).Form("Take my flag back");
        (await back.SubmitAsync()).Status.ShouldBe(HttpStatusCode.OK);
        (await back.SubmitAsync()).Status.ShouldBe(HttpStatusCode.OK);

        (await FlagsAsync()).ShouldBe(0);
        (await app.Db(db => db.Set<Submission>().CountAsync())).ShouldBe(before);

        Task<int> FlagsAsync() =>
            app.Db(db =>
                db.Set<IssueFlag>()
                    .CountAsync(f => db.Set<Issue>().Any(i => i.Id == f.IssueId && i.Number == 1))
            );
    }

    [EngineTheory]
    public async Task The_norms_are_kept_by_who_is_named_and_else_by_who_facilitates(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        await KeepsNormsAsync(app, "member");
        (await app.As("facilitator").GetAsync(Flagged)).Text.ShouldNotContain(
            "Is it instructional?"
        );
        (await app.As("member").GetAsync($"{Flagged}/instructional")).Text.ShouldContain(
            "Theo Lindqvist, Gloria Petrenko think"
        );
        (await app.As("member").GetAsync("/home")).Text.ShouldContain(
            "Flagged as not instructional"
        );
        // The term is over.
        app.Clock.Advance(TimeSpan.FromDays(5));
        (await app.As("member").GetAsync(Flagged)).Text.ShouldNotContain("Is it instructional?");
        (await app.As("facilitator").GetAsync(Flagged)).Text.ShouldContain("Is it instructional?");
    }

    [EngineTheory]
    public async Task While_nobody_has_the_term_who_took_the_role_keeps_the_norms_in_the_meeting(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        const string decide = "Is it instructional?";
        var at = await TodaysMeeting.TodayAsync(app);
        await KeepsNormsAsync(app, "facilitator");
        app.Clock.Advance(TimeSpan.FromDays(5));
        await app.Db(db =>
            db.Set<Meeting>()
                .Where(m => m.Id == TodaysMeeting.MeetingOf(db, at).Id)
                .ExecuteUpdateAsync(m =>
                    m.SetProperty(x => x.Day, DateOnly.FromDateTime(app.Clock.Now))
                )
        );
        await app.As("member").PostFormAsync($"{at}/roles?handler=Take", ("Input.Kind", "4"));
        (await app.As("member").GetAsync(Flagged)).Text.ShouldNotContain(decide);

        await app.As("facilitator").PostFormAsync($"{at}/clock?handler=Start");

        (await app.As("member").GetAsync(Flagged)).Text.ShouldContain(decide);
        (await app.As("facilitator").GetAsync(Flagged)).Text.ShouldNotContain(decide);
        (await app.As("member").GetAsync("/home")).Text.ShouldContain(
            "Flagged as not instructional"
        );
        await app.As("facilitator").PostFormAsync($"{at}/clock?handler=End");
        (await app.As("member").GetAsync(Flagged)).Text.ShouldNotContain(decide);
        (await app.As("facilitator").GetAsync(Flagged)).Text.ShouldContain(decide);
    }

    [EngineTheory]
    public async Task What_is_not_instructional_is_sent_to_one_of_the_other_teams_with_its_minutes(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        await KeepsNormsAsync(app, "facilitator");
        await app.Db(async db =>
        {
            var unit = await db.Set<Unit>().SingleAsync(u => u.Slug == DemoDistrict.Lincoln);
            db.Add(
                OtherTeam
                    .Add(
                        unit,
                        new(
                            "Substitute desk",
                            "Substitutes and their papers",
                            "Judith",
                            "substitutes@riverbend.example"
                        ),
                        app.Clock.Now
                    )
                    .Value
            );
            (await db.Set<Issue>().SingleAsync(i => i.UnitId == unit.Id && i.Number == 3)).Spend(9);
            await db.SaveChangesAsync();
        });
        var page = await app.As("facilitator").GetAsync($"{Flagged}/instructional");
        (await page.Form("Not instructional: send it on").SubmitAsync()).Problems.ShouldBe([
            "Enter who handles it.",
        ]);

        page = await page.Form("Not instructional: send it on")
            .Fill("Who handles it", "Substitute desk: Substitutes and their papers")
            .SubmitAsync();

        page.Notice.ShouldBe("✓ The issue is off the list. Substitute desk gets it by mail.");
        page.Text.ShouldContain("Not instructional: Substitute desk handles it (Judith");
        var mail = (await app.MailsAsync("substitutes@riverbend.example")).ShouldHaveSingleItem();
        mail.Subject.ShouldBe($"For Substitute desk: {page.TextOf("h1")}");
        mail.Body.ShouldStartWith("Hello Judith,");
        mail.Body.ShouldContain("Dana Whitehorse keeps the team's norms and passed it on.");
        // Who had flagged it is nobody's business.
        mail.Body.ShouldNotContain("Theo");
        page = await app.As("member").GetAsync($"{List}?show=sent");
        page.Text.ShouldContain(
            "21 minutes of meetings went into issues that were not instructional."
        );
        page.TextsOf("tbody td[data-label='Minutes spent']").ShouldBe(["12", "9"]);
        (await app.Db(db => db.Set<IssueFlag>().CountAsync())).ShouldBe(0);
        // Only who keeps the norms takes it back.
        (await app.As("member").GetAsync(Flagged)).Text.ShouldNotContain("Take it up again");
        (await app.As("member").PostFormAsync($"{Flagged}?handler=TakeUp"))
            .Problems.ShouldHaveSingleItem()
            .ShouldStartWith("It was found not to be instructional.");
        page = await (await app.As("facilitator").GetAsync($"{Flagged}/instructional"))
            .Form("It is instructional after all: take it back")
            .SubmitAsync();
        page.Notice.ShouldBe("✓ The issue is back on the list.");
    }

    private static Task KeepsNormsAsync(TestApp app, string persona) =>
        app.Db(async db =>
        {
            var person = await PersonIdAsync(app, persona);
            var ilt = await db.Set<Ilt>()
                .Include(i => i.Memberships)
                .Include(i => i.NormsKeepers)
                .SingleAsync(i =>
                    db.Set<Unit>().Any(u => u.Id == i.UnitId && u.Slug == DemoDistrict.Lincoln)
                );
            var today = DateOnly.FromDateTime(app.Clock.Now);
            ilt.LetKeepNorms(person, today.AddDays(-1), today.AddDays(3), today, app.Clock.Now)
                .IsOk.ShouldBeTrue();
            await db.SaveChangesAsync();
        });
}
