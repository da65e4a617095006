using System.Net;
using Microsoft.EntityFrameworkCore;
using Throughline.Data.Demo;
using Throughline.Data.Platform;
using Throughline.Data.Tests.Engines;
using Throughline.Domain.Units;
using Throughline.Domain.Work;
using Throughline.Web.Tests.Support;

namespace Throughline.Web.Tests.Work;

/// <summary>A decision from its proposal to what all staff read.</summary>
public sealed class DecisionTests
{
    private const string List = $"/{DemoDistrict.Lincoln}/work/decisions";
    private const string Open = $"{List}/5";
    private const string Secret = $"{List}/7";

    [EngineTheory]
    public async Task Hands_are_blind_until_they_are_shown_at_once_and_then_are_nobodys(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        var member = app.As("member");
        (await member.GetAsync("/home"))
            .TextsOf("ul.line .what")
            .ShouldContain("Decision · hands are asked for");
        var page = await member.GetAsync(Open);
        page.Text.ShouldContain("4 of 12 hands are up.");
        page.TextsOf("svg.bar").ShouldBeEmpty();
        var refused = await page.Form("Raise my hand").Set("Input.Fingers", "0").SubmitAsync();
        refused.Problems.ShouldHaveSingleItem().ShouldStartWith("A fist blocks the proposal.");

        page = await refused
            .Form("Raise my hand")
            .Set("Input.Fingers", "2")
            .Set("Input.Words", "Ask every second week.")
            .SubmitAsync();
        page.Notice.ShouldBe("✓ Your hand is up. All hands are shown at once.");
        page.Text.ShouldContain("5 of 12 hands are up.");
        // It can be changed until then, and the other sees neither.
        page = await page.Form("Change my hand").Set("Input.Fingers", "1").SubmitAsync();
        var facilitator = app.As("facilitator");
        var other = await facilitator.GetAsync(Open);
        other.Text.ShouldNotContain("Ask every second week.");
        page.Text.ShouldContain("5 of 12 hands are up.");

        page = await other.Form("Show all hands").SubmitAsync();

        page.Text.ShouldContain(
            "5 of 12 hands: nobody blocks, 2 with one or two fingers, 3 with three or more."
        );
        page.Text.ShouldContain("Ask every second week.");
        page.TextOf("#shown ~ ul").ShouldNotContain("Theo");
        await app.Db(async db =>
        {
            var shown = db.Set<Decision>().Where(d => d.Status == DecisionStatus.Shown);
            (
                await db.Set<DecisionHand>()
                    .AnyAsync(h => shown.Any(d => d.Id == h.DecisionId) && h.Fingers != null)
            ).ShouldBeFalse();
            (await shown.AnyAsync(d => d.Number == DemoDecisions.HandsOpen)).ShouldBeTrue();
            var trail = await db.Set<AuditEntry>().Select(a => a.Kind).Distinct().ToListAsync();
            trail.ShouldNotContain("DecisionHand");
            trail.ShouldNotContain("HandTally");
            trail.ShouldNotContain("DecisionConcern");
        });
        (await member.PostFormAsync($"{Open}?handler=Raise", ("Input.Fingers", "5")))
            .Problems.ShouldHaveSingleItem()
            .ShouldStartWith("The hands are shown already");
    }

    [EngineTheory]
    public async Task A_raised_hand_leaves_no_submission(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var before = await app.Db(db => db.Set<Submission>().CountAsync());
        await (await app.As("member").GetAsync(Open))
            .Form("Raise my hand")
            .Set("Input.Fingers", "3")
            .SubmitAsync();
        (await app.Db(db => db.Set<Submission>().CountAsync())).ShouldBe(before);
    }

    [EngineTheory]
    public async Task A_secret_hand_is_counted_at_once_and_stands_beside_nobody(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var page = await (await app.As("member").GetAsync(Secret))
            .Form("Raise my hand")
            .Set("Input.Fingers", "0")
            .Set("Input.Words", "We talk about it first.")
            .SubmitAsync();
        page.Text.ShouldContain("Your hand is up. It was counted at once");
        page.Text.ShouldContain("1 of 12 hands is up.");
        page = await app.As("member")
            .PostFormAsync($"{Secret}?handler=Raise", ("Input.Fingers", "5"));
        page.Problems.ShouldHaveSingleItem().ShouldStartWith("Your hand is up. A secret hand");
        await Task.WhenAll(
            new[] { "principal", "facilitator" }.Select(who =>
                app.As(who).PostFormAsync($"{Secret}?handler=Raise", ("Input.Fingers", "4"))
            )
        );
        await app.Db(async db =>
        {
            var id = await db.Set<Decision>()
                .Where(d => d.Number == DemoDecisions.Secret)
                .Select(d => d.Id)
                .SingleAsync();
            var hands = await db.Set<DecisionHand>().Where(h => h.DecisionId == id).ToListAsync();
            hands.Count(h => h.IsUp).ShouldBe(3);
            hands.ShouldAllBe(h => h.Fingers == null && h.Words == null && !h.Named);
        });

        page = await (await app.As("principal").GetAsync(Secret))
            .Form("Show all hands")
            .SubmitAsync();

        page.Text.ShouldContain(
            "3 of 12 hands: 1 fist blocks, 0 with one or two fingers, 2 with three or more."
        );
        page.Text.ShouldContain("We talk about it first.");
        (
            await app.Db(db =>
                db.Set<DecisionConcern>().SingleAsync(c => c.Words == "We talk about it first.")
            )
        ).OwnerId.ShouldBeNull();
    }

    [EngineTheory]
    public async Task Hands_that_go_up_while_they_are_shown_count_or_are_refused_and_none_is_lost(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        var raising = new[] { "member", "principal", "facilitator" }.Select(who =>
            app.As(who).PostFormAsync($"{Secret}?handler=Raise", ("Input.Fingers", "3"))
        );
        await app.As("member").PostFormAsync($"{Secret}?handler=Raise", ("Input.Fingers", "3"));
        var showing = app.As("principal").PostFormAsync($"{Secret}?handler=Show");
        var pages = await Task.WhenAll(raising);
        await showing;
        var kept = await app.Db(db =>
            db.Set<HandTally>()
                .Where(t =>
                    db.Set<Decision>()
                        .Any(d => d.Id == t.DecisionId && d.Number == DemoDecisions.Secret)
                )
                .SumAsync(t => t.People)
        );
        kept.ShouldBe(1 + pages.Count(p => p.Status == HttpStatusCode.OK));
    }

    [EngineTheory]
    public async Task Only_who_sat_on_the_team_when_hands_were_asked_for_raises_one(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        (
            await app.As("teacher").PostFormAsync($"{Open}?handler=Raise", ("Input.Fingers", "5"))
        ).Status.ShouldBe(HttpStatusCode.NotFound);
        (await app.As("teacher").GetAsync(Open)).Status.ShouldBe(HttpStatusCode.NotFound);
        await app.Db(db =>
            db.Set<DecisionHand>()
                .Where(h => db.Set<Person>().Any(p => p.Id == h.PersonId && p.GivenName == "Theo"))
                .ExecuteDeleteAsync()
        );
        var page = await app.As("member").GetAsync(Open);
        page.Text.ShouldContain("Only those who sat on the ILT");
        page = await app.As("member")
            .PostFormAsync($"{Open}?handler=Raise", ("Input.Fingers", "5"));
        page.Problems.ShouldHaveSingleItem().ShouldStartWith("Only those who sat on the ILT");
    }

    [EngineTheory]
    public async Task One_device_counts_for_the_table_and_consensus_waits_for_a_block(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var facilitator = app.As("facilitator");
        var form = (await facilitator.GetAsync($"{Open}/table"))
            .Form("Keep these counts")
            .Set("Input.Counts", "1", "0", "2", "3", "", "1");
        var page = await form.SubmitAsync();
        page.Problems.ShouldHaveSingleItem().ShouldStartWith("Someone blocks the proposal.");
        page = await form.Set("Input.Words", "Not before winter.").SubmitAsync();
        page.Text.ShouldContain("7 of 12 hands: 1 fist blocks");

        page = await (await page.FollowAsync("Take the decision"))
            .Form("Take the decision")
            .Set("Input.As", "1")
            .SubmitAsync();
        page.Problems.ShouldHaveSingleItem().ShouldStartWith("Someone blocks the proposal, so");
        page = await page.Form("Take the decision").Set("Input.As", "4").SubmitAsync();
        page.Problems.ShouldHaveSingleItem().ShouldStartWith("Only who leads here");

        page = await (await facilitator.GetAsync(Open))
            .Form("Put it in other words and ask again")
            .SubmitAsync();
        page.Text.ShouldNotContain("Not before winter.");
        (await facilitator.GetAsync($"{Open}/edit")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [EngineTheory]
    public async Task What_was_decided_all_who_work_here_read_with_who_decided_why_and_who_was_not_heard(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        var form = (await app.As("principal").GetAsync($"{List}/4/decide"))
            .Form("Take the decision")
            .Set("Input.As", "3")
            .Fill("What was decided", "Each grade chooses its own starters.");
        (await form.SubmitAsync())
            .Problems.ShouldHaveSingleItem()
            .ShouldStartWith("A decision against the team’s advice gives its reason.");
        (await app.As("teacher").GetAsync($"{List}/4")).Status.ShouldBe(HttpStatusCode.NotFound);
        await form.Fill("Why", "The youngest need pictures.").SubmitAsync();

        var page = await app.As("teacher").GetAsync($"{List}/4");
        page.Text.ShouldContain("The principal’s decision, against the team’s advice");
        page.Text.ShouldContain("The youngest need pictures.");
        page.Text.ShouldContain($"{DemoDistrict.UnspokenProgram} (nobody speaks for it)");
        // How the hands stood is the team's.
        page.Text.ShouldNotContain("fist");
        (await app.As("member").GetAsync($"{List}/4")).Text.ShouldContain("1 fist blocks");
        (await app.As("teacher").GetAsync(List)).TextsOf("tbody th").Count.ShouldBe(5);
        (await app.As("member").GetAsync(List)).TextsOf("tbody th").Count.ShouldBe(9);
    }

    [EngineTheory]
    public async Task Who_proposed_it_takes_it_further_and_another_member_does_not(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var page = await (await app.As("member").GetAsync($"{List}/6"))
            .Form("Ask for hands")
            .SubmitAsync();
        page.Text.ShouldContain("0 of 12 hands are up.");
        (await app.As("member").GetAsync(Open)).Text.ShouldNotContain("Show all hands");
        (await app.As("member").PostFormAsync($"{Open}?handler=Show")).Status.ShouldBe(
            HttpStatusCode.NotFound
        );
        page = await (await app.As("member").GetAsync($"{List}/6"))
            .Form("Withdraw the proposal")
            .Fill("Why it is withdrawn", "We try it first.")
            .SubmitAsync();
        page.Text.ShouldContain("We try it first.");
    }

    [EngineTheory]
    public async Task A_form_that_cannot_be_read_does_nothing(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var page = await app.As("facilitator")
            .PostFormAsync($"{Open}?handler=Show", ("Input.Fingers", "x"));
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Text.ShouldContain("4 of 12 hands are up.");
        (
            await app.Db(db =>
                db.Set<Decision>()
                    .Where(d => d.Number == DemoDecisions.HandsOpen)
                    .Select(d => d.Status)
                    .SingleAsync()
            )
        ).ShouldBe(DecisionStatus.HandsOpen);
    }
}
