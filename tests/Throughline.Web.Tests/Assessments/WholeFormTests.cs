using System.Net;
using Throughline.Data.Tests.Engines;
using static Throughline.Web.Tests.Assessments.RoundPages;

namespace Throughline.Web.Tests.Assessments;

/// <summary>The answer sheet without script.</summary>
public sealed class WholeFormTests(SharedApps apps) : IClassFixture<SharedApps>
{
    [EngineTheory]
    public async Task The_button_saves_every_answer_and_note(Engine engine)
    {
        var app = await apps.On(engine);
        var round = await OpenAsync(app);
        var page = await (await app.As("member").GetAsync(round.Rate))
            .Form("Save my answers")
            .Tick($"Cells[{Item}].Answer", "0")
            .Tick($"Cells[{OtherItem}].Answer", "not-seen")
            .Set($"Cells[{Item}].Note", "Said without script")
            .SubmitAsync();

        page.Path.ShouldBe(round.Rate);
        page.Notice.ShouldNotBeNull().ShouldStartWith("✓ 2 of 19 answers are saved.");
        page.TextOf("[data-progress]").ShouldBe("2 of 19");
        var form = page.Form("Save my answers");
        form[$"Cells[{Item}].Answer"].ShouldBe("0");
        form[$"Cells[{OtherItem}].Answer"].ShouldBe("not-seen");
        form[$"Cells[{Item}].Note"].ShouldBe("Said without script");
        page.TextOf($"#status-{Item}").ShouldBe("✓ saved");
    }

    [EngineTheory]
    public async Task Who_has_answered_all_is_done(Engine engine)
    {
        var app = await apps.On(engine);
        var round = await OpenAsync(app);
        await round.AnswerAllAsync("facilitator", 2);
        (await app.As("principal").GetAsync(round.Path)).Text.ShouldContain("✓ finished");
        // And may still change their mind.
        (await round.SetAsync("facilitator", Item, "3", version: 1)).Kind.ShouldBe("saved");
    }

    [EngineTheory]
    public async Task Taking_an_answer_back_by_the_form_clears_it(Engine engine)
    {
        var app = await apps.On(engine);
        var round = await OpenAsync(app);
        await round.SetAsync("member", Item, "2");
        var page = await (await app.As("member").GetAsync(round.Rate))
            .Form("Save my answers")
            .Tick($"Cells[{Item}].Answer", "")
            .SubmitAsync();
        page.TextOf("[data-progress]").ShouldBe("0 of 19");
        (await round.StoredAsync("member", Item))!.Answer.IsGiven.ShouldBeFalse();
    }

    [EngineTheory]
    public async Task What_could_not_be_saved_stays_in_the_form_beside_what_is_stored(Engine engine)
    {
        var app = await apps.On(engine);
        var round = await OpenAsync(app);
        await round.NoteAsync("member", OtherItem, "The note from before");
        var form = (await app.As("member").GetAsync(round.Rate))
            .Form("Save my answers")
            .Tick($"Cells[{Item}].Answer", "3")
            .Set($"Cells[{OtherItem}].Note", new string('w', 2001))
            .Tick("Cells[team-meetings].Answer", "1");
        await round.SetAsync("member", Item, "1");

        var page = await form.SubmitAsync();
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.TextOf("#not-saved").ShouldStartWith("2 items were not saved.");
        page.Text.ShouldNotContain("Nothing was saved");
        page.TextOf($"#status-{Item}").ShouldContain("You changed this on another device");
        page.TextOf($"#status-{Item}").ShouldContain("Saved is: 1.");
        page.TextOf($"#status-{OtherItem}").ShouldContain("Shorten the note to 2,000 characters");
        page.TextOf($"#status-{OtherItem}").ShouldContain("Saved is: “The note from before”.");
        var again = page.Form("Save my answers");
        again[$"Cells[{Item}].Answer"].ShouldBe("3");
        again[$"Cells[{OtherItem}].Note"].ShouldNotBeNull().Length.ShouldBe(2001);
        // The others are saved.
        (await round.StoredAsync("member", "team-meetings"))!.Level.ShouldBe(1);

        // Having seen both, saving again is a decision.
        var decided = await again.Set($"Cells[{OtherItem}].Note", "Shorter").SubmitAsync();
        decided.Status.ShouldBe(HttpStatusCode.OK);
        (await round.StoredAsync("member", Item))!.Level.ShouldBe(3);
    }

    [EngineTheory]
    public async Task A_form_of_nonsense_saves_nothing_and_does_not_fail(Engine engine)
    {
        var app = await apps.On(engine);
        var round = await OpenAsync(app);
        var page = await app.As("member")
            .PostFormAsync(
                round.Rate,
                ("Cells[no-such].Answer", "2"),
                ("Cells[].Answer", "2"),
                ($"Cells[{Item}].Answer", "99"),
                ($"Cells[{OtherItem}].AnswerVersion", "x"),
                ($"Cells[{OtherItem}].Answer", "none")
            );
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await round.StoredAsync("member", Item)).ShouldBeNull();
        (await round.StoredAsync("member", OtherItem)).ShouldBeNull();
    }
}
