using System.Net;
using Microsoft.EntityFrameworkCore;
using Throughline.Data.Platform;
using Throughline.Data.Tests.Engines;
using Throughline.Domain.Teams;
using Throughline.Web.Tests.Support;
using Throughline.Web.Ui;

namespace Throughline.Web.Tests.Teams;

/// <summary>Members' input to a draft: by name, or without a trace of who.</summary>
public sealed class FoundingInputTests
{
    private const string Design = "/lincoln-elementary/team/design";
    private const string Norms = "/lincoln-elementary/team/norms";
    private const string Proposed = "We say what we need help with before we say what went well.";

    [EngineTheory]
    public async Task Input_without_a_name_leaves_nothing_that_leads_to_its_writer(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var trail = await app.Db(db => db.Set<AuditEntry>().CountAsync());
        var before = await app.Db(db =>
            db.Set<FoundingText>().AsNoTracking().SingleAsync(t => t.Kind == FoundingKind.Design)
        );
        app.Clock.Advance(TimeSpan.FromHours(1));
        var form = (await app.As("member").GetAsync(Design + "/input"))
            .Form("Send it without my name")
            .Fill("What you would change, add or keep", "Name the period.");

        var page = await form.SubmitAsync();

        page.Notice.ShouldBe("✓ Thank you. Your input is kept without your name.");
        page.Text.ShouldNotContain("Name the period.");
        var kept = await app.Db(db =>
            db.Set<FoundingInput>().SingleAsync(i => i.Words == "Name the period.")
        );
        (kept.PersonId, kept.At).ShouldBe((null, null));
        // The time in its id is that of the asking.
        kept.Id.ToString()[..13]
            .ShouldBe(Domain.Shared.Ids.New(before.InputAskedAt!.Value).ToString()[..13]);
        (await app.Db(db => db.Set<AuditEntry>().CountAsync())).ShouldBe(trail);
        (await app.Db(db => db.Set<Submission>().CountAsync())).ShouldBe(0);
        (
            await app.Db(db =>
                db.Set<FoundingText>().SingleAsync(t => t.Kind == FoundingKind.Design)
            )
        ).Version.ShouldBe(before.Version);

        // The same form sent twice is one input.
        await form.SubmitAsync();
        (
            await app.Db(db =>
                db.Set<FoundingInput>().CountAsync(i => i.Words == "Name the period.")
            )
        ).ShouldBe(1);
        (
            await app.As("member").GetAsync(Design + "/input")
        ).Headers.CacheControl!.NoStore.ShouldBeTrue();
    }

    [EngineTheory]
    public async Task Fewer_than_four_without_a_name_are_shown_to_nobody_and_four_after_the_last_day(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        var leader = app.As("facilitator");
        (await leader.GetAsync(Design + "/draft")).TextOf("#inputs").ShouldBe("Input (0)");

        await (await leader.GetAsync(Design + "/draft/ask")).Form("Stop asking now").SubmitAsync();
        var page = await leader.GetAsync(Design + "/draft");
        page.TextOf("#inputs").ShouldBe("Input (0)");
        page.Text.ShouldContain("What came without names waits for more");
        page.Text.ShouldNotContain("Specials meet across grades");

        page = await (await leader.GetAsync(Design + "/draft/ask"))
            .Form("Ask for input")
            .SubmitAsync();
        page.Notice!.ShouldStartWith("✓ Input is asked for.");
        await GiveAsync(app, "A fourth voice.");
        (await leader.GetAsync(Design + "/draft")).TextOf("#inputs").ShouldBe("Input (0)");
        await (await leader.GetAsync(Design + "/draft/ask")).Form("Stop asking now").SubmitAsync();

        page = await leader.GetAsync(Design + "/draft");
        page.TextOf("#inputs").ShouldBe("Input (4)");
        page.Text.ShouldContain("A fourth voice.");
        // What comes later waits for four of its own.
        await (await leader.GetAsync(Design + "/draft/ask")).Form("Ask for input").SubmitAsync();
        await GiveAsync(app, "A fifth voice.");
        await (await leader.GetAsync(Design + "/draft/ask")).Form("Stop asking now").SubmitAsync();
        page = await leader.GetAsync(Design + "/draft");
        page.TextOf("#inputs").ShouldBe("Input (4)");
        page.Text.ShouldNotContain("A fifth voice.");
        var hidden = await app.Db(db =>
            db.Set<FoundingInput>()
                .Where(i => i.Words == "A fifth voice.")
                .Select(i => i.Id)
                .SingleAsync()
        );
        (
            await leader.PostFormAsync(
                Design + "/draft?handler=Answer",
                ("Input.Id", hidden.ToString()),
                ("Input.Fate", "1")
            )
        ).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [EngineTheory]
    public async Task By_name_it_is_read_at_once_and_ones_day_stops_asking(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        await (await app.As("facilitator").GetAsync(Norms + "/draft/ask"))
            .Form("Ask for input")
            .Tick("By name")
            .SubmitAsync();
        var member = app.As("member");
        (await member.GetAsync("/home")).TextsOf("ul.line strong").ShouldContain("Norms");
        app.Clock.Advance(TimeSpan.FromMinutes(5));

        var page = await (await member.GetAsync(Norms + "/input"))
            .Form("Send it with my name")
            .Fill("What you would change, add or keep", "Add laughter.")
            .SubmitAsync();

        page.Text.ShouldContain("Add laughter.");
        page.Text.ShouldContain("Theo Lindqvist, ");
        (await member.GetAsync("/home")).TextsOf("ul.line strong").ShouldNotContain("Norms");
        (await app.As("luis.carranza@riverbend.example").GetAsync("/home"))
            .TextsOf("ul.line strong")
            .ShouldContain("Norms");
    }

    [EngineTheory]
    public async Task A_choice_of_names_that_changed_meanwhile_is_said_before_anything_is_kept(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        var form = (await app.As("member").GetAsync(Design + "/input"))
            .Form("Send it without my name")
            .Fill("What you would change, add or keep", "Only without my name!");
        await (await app.As("facilitator").GetAsync(Design + "/draft/ask"))
            .Form("Save")
            .Tick("By name")
            .SubmitAsync();

        var page = await form.SubmitAsync();

        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Problems.ShouldHaveSingleItem()
            .ShouldContain("The team chose to ask by name in the meantime.");
        page.Form("Send it with my name")["Input.Words"].ShouldBe("Only without my name!");
        (
            await app.Db(db =>
                db.Set<FoundingInput>().CountAsync(i => i.Words == "Only without my name!")
            )
        ).ShouldBe(0);
    }

    [EngineTheory]
    public async Task Who_drafts_says_what_became_of_an_input_and_why_not(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var leader = app.As("facilitator");
        var input = await app.Db(db =>
            db.Set<FoundingInput>().SingleAsync(i => i.Words.StartsWith("What if someone"))
        );
        var fields = new[]
        {
            ("Input.Id", input.Id.ToString()),
            ("Input.Version", $"{input.Version}"),
            ("Input.Fate", "2"),
        };

        var page = await leader.PostFormAsync(Norms + "/draft?handler=Answer", fields);
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Problems.ShouldHaveSingleItem().ShouldStartWith("Say in a few words why");

        page = await leader.PostFormAsync(
            Norms + "/draft?handler=Answer",
            [.. fields, ("Input.Why", "They can: we say so aloud.")]
        );
        page.Text.ShouldContain("not taken up They can: we say so aloud.");
        page = await leader.PostFormAsync(
            Norms + "/draft?handler=Answer",
            [.. fields, ("Input.Why", "No.")]
        );
        page.Status.ShouldBe(HttpStatusCode.Conflict);
        page.TextOf("[role=alert]").ShouldContain("They can: we say so aloud.");
        (await app.As("member").GetAsync(Norms + "/draft")).TextsOf("main form").ShouldBeEmpty();
    }

    [EngineTheory]
    public async Task A_proposed_norm_becomes_a_norm_of_the_draft_by_a_button(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        (await app.As("member").GetAsync(Norms + "/draft"))
            .TextsOf("main button")
            .ShouldNotContain("Put it into the norms");
        var leader = app.As("facilitator");
        var before = (await leader.GetAsync(Norms + "/draft")).TextsOf("ol.norms li");
        before.ShouldNotContain(Proposed);
        var form = (await leader.GetAsync(Norms + "/draft")).Form(
            $"Put it into the norms: {Proposed}"
        );

        var page = await form.SubmitAsync();

        page.Notice.ShouldBe(
            "✓ The norm is in the draft, as the last one. It counts once the draft is adopted."
        );
        page.TextsOf("ol.norms li").ShouldBe([.. before, Proposed]);
        page.Text.ShouldContain("taken up");
        page.TextsOf("main button").ShouldNotContain("Put it into the norms");
        (await app.As("member").GetAsync(Norms)).TextsOf("ol.norms li").ShouldNotContain(Proposed);

        // Pressed a second time, it stands there once.
        var input = await app.Db(db =>
            db.Set<FoundingInput>().SingleAsync(i => i.Words == Proposed)
        );
        page = await leader.PostFormAsync(
            Norms + "/draft?handler=TakeUp",
            ("Input.Id", input.Id.ToString()),
            ("Input.Version", $"{input.Version}")
        );
        page.Problems.ShouldHaveSingleItem().ShouldBe("This norm stands in the draft already.");
    }

    [EngineTheory]
    public async Task A_proposed_norm_that_was_answered_meanwhile_is_not_put_into_the_draft(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        var leader = app.As("facilitator");
        var form = (await leader.GetAsync(Norms + "/draft")).Form(
            $"Put it into the norms: {Proposed}"
        );
        await app.Db(async db =>
        {
            var input = await db.Set<FoundingInput>().SingleAsync(i => i.Words == Proposed);
            input.Answer(InputFate.NotTakenUp, "We do so already.").IsOk.ShouldBeTrue();
            await db.SaveChangesAsync();
        });

        var page = await form.SubmitAsync();

        page.Status.ShouldBe(HttpStatusCode.Conflict);
        page.Text.ShouldContain("We do so already.");
        (await leader.GetAsync(Norms + "/draft")).TextsOf("ol.norms li").ShouldNotContain(Proposed);
    }

    [EngineTheory]
    public async Task Days_that_make_no_window_are_refused_with_what_was_typed(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var today = DateOnly.FromDateTime(app.Clock.Now);

        var page = await (await app.As("principal").GetAsync(Norms + "/draft/ask"))
            .Form("Ask for input")
            .Fill("Until", Days.Iso(today.AddDays(-1)))
            .SubmitAsync();

        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.TextOf("#Input_Until-error").ShouldStartWith("Enter a last day");
        page.Form("Ask for input")["Input.Until"].ShouldBe(Days.Iso(today.AddDays(-1)));
    }

    private static async Task GiveAsync(TestApp app, string words) =>
        await (await app.As("member").GetAsync(Design + "/input"))
            .Form("Send it without my name")
            .Fill("What you would change, add or keep", words)
            .SubmitAsync();
}
