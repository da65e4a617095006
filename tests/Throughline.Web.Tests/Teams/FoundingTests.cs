using System.Net;
using Microsoft.EntityFrameworkCore;
using Throughline.Data.Platform;
using Throughline.Data.Tests.Engines;
using Throughline.Domain.Teams;
using Throughline.Web.Features.Teams;
using Throughline.Web.Tests.Support;
using Throughline.Web.Ui;

namespace Throughline.Web.Tests.Teams;

/// <summary>What an ILT agrees on for itself: drafted, adopted, compared, signed and revisited.</summary>
public sealed class FoundingTests
{
    private const string Team = "/lincoln-elementary/team";
    private const string Vision = Team + "/vision";
    private const string Design = Team + "/design";
    private const string Norms = Team + "/norms";
    private const string Tubman = "/tubman-middle/team";
    private const string TubmanPrincipal = "gregory.baptiste@riverbend.example";

    [EngineTheory]
    public async Task Everyone_of_the_school_reads_what_is_adopted_and_no_draft(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var page = await app.As("teacher").GetAsync(Vision);

        page.Text.ShouldContain("in every subject.");
        page.Text.ShouldContain("Edition 2, adopted");
        page.TextsOf("main button").ShouldBeEmpty();
        page = await app.As("teacher").GetAsync(Design);
        page.Text.ShouldContain("A draft is being written; nothing is adopted yet.");
        page.Text.ShouldNotContain("mentors welcome");
        (await app.As("teacher").GetAsync(Design + "/draft")).Status.ShouldBe(
            HttpStatusCode.NotFound
        );
        (await app.As("outsider").GetAsync(Vision)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await app.As("teacher").GetAsync(Team + "/mission")).Status.ShouldBe(
            HttpStatusCode.NotFound
        );
    }

    [EngineTheory]
    public async Task A_team_begins_writes_and_adopts_and_all_read_it_with_who_was_there(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        var leader = app.As(TubmanPrincipal);
        var page = await leader.GetAsync(Tubman + "/vision");
        page.Text.ShouldContain("Nothing is written yet.");
        page = await page.Form("Begin the draft").SubmitAsync();

        page = await page.Form("Save the draft")
            .Fill("Vision", "Every student solves problems aloud.")
            .Fill("Purpose", "We lead teaching.")
            .SubmitAsync();
        page.Notice.ShouldBe("✓ The draft is saved.");
        var adopt = await page.FollowAsync("Adopt it …");
        adopt.Text.ShouldContain("“Goals” is empty. Write it before you adopt.");
        (await adopt.Form("Adopt it").SubmitAsync())
            .Problems.ShouldHaveSingleItem()
            .ShouldStartWith("“Goals” is empty.");
        page = await (await page.FollowAsync("Write"))
            .Form("Save the draft")
            .Fill("Goals", "By June, talk in each lesson.")
            .SubmitAsync();
        adopt = await page.FollowAsync("Adopt it …");
        page = await adopt.Form("Adopt it").Untick("Vikram Desai").SubmitAsync();

        page.Notice.ShouldBe("✓ Edition 1 is adopted. Everyone here reads it.");
        page.Text.ShouldContain("Every student solves problems aloud.");
        page.Text.ShouldContain("Elena Marchetti");
        page.Text.ShouldNotContain("Vikram Desai");
        var head = await HeadAsync(app, "tubman-middle");
        (head.Vision, head.Norms.Count, head.Keeper).ShouldBe(
            ("Every student solves problems aloud.", 0, null)
        );
    }

    [EngineTheory]
    public async Task Two_who_write_one_draft_see_both_texts_and_lose_none(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var mine = (await app.As("facilitator").GetAsync(Design + "/draft/edit"))
            .Form("Save the draft")
            .Fill("How decisions are made", "By consensus.");
        var theirs = (await app.As("principal").GetAsync(Design + "/draft/edit"))
            .Form("Save the draft")
            .Fill("How decisions are made", "I decide.");
        (await theirs.SubmitAsync()).Notice.ShouldBe("✓ The draft is saved.");

        var page = await mine.SubmitAsync();

        page.Status.ShouldBe(HttpStatusCode.Conflict);
        page.TextsOf(".notice.watch td").ShouldBe(["I decide.", "By consensus."]);
        page = await page.Form("Save the draft").SubmitAsync();
        page.Text.ShouldContain("By consensus.");
    }

    [EngineTheory]
    public async Task Norms_are_ordered_added_and_taken_out_with_nothing_typed_lost(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var browser = app.As("facilitator");
        var page = await browser.GetAsync(Norms + "/draft/edit");

        page = await page.Form("Save the draft")
            .Set("Input.Lines[0].Words", "We begin on time.")
            .Set("Input.Lines[6].Words", "We thank each other.")
            .Set("Input.Do", "6:up")
            .SubmitAsync();
        page.Heading.ShouldBe("Write the norms");
        page = await page.Form("Save the draft").Set("Input.Do", "1:out").SubmitAsync();

        page = await browser.GetAsync(Norms + "/draft");
        page.TextsOf("#draft ~ ol li")
            .ShouldBe([
                "We begin on time.",
                "Everybody speaks before anybody speaks twice.",
                "We stay with instruction and send the rest to who handles it.",
                "We disagree in the room and speak with one voice outside it.",
                "We thank each other.",
                "We leave with a name and a day for everything we decide.",
            ]);
        // What is in force is what was adopted.
        (await HeadAsync(app))
            .Norms[0]
            .ShouldBe("We begin and end on time.");
    }

    [EngineTheory]
    public async Task A_draft_that_changed_while_it_was_read_is_not_adopted(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        await WriteVisionAsync(app, "First");
        var adopt = (await app.As("principal").GetAsync(Vision + "/adopt")).Form("Adopt it");
        await WriteVisionAsync(app, "Second");

        var page = await adopt.Untick("Dana Whitehorse").SubmitAsync();

        page.Status.ShouldBe(HttpStatusCode.Conflict);
        page.Problems.ShouldHaveSingleItem().ShouldContain("Someone changed the draft");
        page.Text.ShouldContain("Second");
        page = await page.Form("Adopt it").SubmitAsync();
        page.Notice.ShouldBe("✓ Edition 3 is adopted. Everyone here reads it.");
        page.Text.ShouldNotContain("Dana Whitehorse,");
        (await HeadAsync(app)).Vision.ShouldBe("Second");
    }

    [EngineTheory]
    public async Task Two_editions_are_compared_word_by_word_also_for_who_hears_the_page(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        var page = await app.As("teacher").GetAsync(Vision + "/editions/2");

        page.TextsOf(".diff ins").ShouldContain("added: rich");
        page.TextsOf(".diff del")
            .ShouldContain(t => t.StartsWith("taken out:", StringComparison.Ordinal));
        page = await page.Form("Compare").Fill("Compare with", "none").SubmitAsync();
        page.Document.QuerySelector(".diff").ShouldBeNull();
        page.Text.ShouldContain("rich grade-level texts");
        (await app.As("teacher").GetAsync(Vision + "/editions/3")).Status.ShouldBe(
            HttpStatusCode.NotFound
        );
    }

    [EngineTheory]
    public async Task A_member_signs_from_their_day_once_and_has_a_copy_with_their_name(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        var ben = app.As("ben.yazzie@riverbend.example");
        (await ben.GetAsync(Norms + "/copy")).Text.ShouldContain("not signed yet");
        (await ben.GetAsync("/home")).TextsOf("ul.line .what").ShouldContain("To sign");
        var page = await ben.GetAsync(Norms);
        page.TextOf("#signed").ShouldBe("Signed by 10 of 12");
        var form = page.Form("I sign these norms");

        page = await form.SubmitAsync();

        page.Notice.ShouldBe("✓ You signed the norms.");
        page.TextOf("#signed").ShouldBe("Signed by 11 of 12");
        page.TextsOf("main button").ShouldNotContain("I sign these norms");
        (await ben.PostFormAsync(Norms + "?handler=Sign", ("Signs", "1"))).Notice.ShouldBe(
            "✓ You have signed this edition already."
        );
        (await ben.GetAsync("/home")).TextsOf("ul.line .what").ShouldNotContain("To sign");
        (await ben.GetAsync(Norms + "/copy")).Text.ShouldContain("Ben Yazzie signed");
        (await app.As("teacher").GetAsync(Norms + "/copy")).Status.ShouldBe(
            HttpStatusCode.NotFound
        );
    }

    [EngineTheory]
    public async Task A_signature_under_an_edition_that_is_over_is_not_taken_for_the_new_one(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        var form = (await app.As("ben.yazzie@riverbend.example").GetAsync(Norms)).Form(
            "I sign these norms"
        );
        var leader = app.As("facilitator");
        await (await leader.GetAsync(Norms + "/draft/edit"))
            .Form("Save the draft")
            .Set("Input.Lines[6].Words", "We thank each other.")
            .SubmitAsync();
        (
            await (await leader.GetAsync(Norms + "/adopt")).Form("Adopt it").SubmitAsync()
        ).Notice!.ShouldContain("Edition 2 is adopted.");

        var page = await form.SubmitAsync();

        page.Notice!.ShouldContain("A newer edition was adopted while you read.");
        page.TextOf("#signed").ShouldBe("Signed by 0 of 12");
    }

    [EngineTheory]
    public async Task Who_leads_is_reminded_until_the_team_revisited_the_text(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var leader = app.As("facilitator");
        var day = await leader.GetAsync("/home");
        day.TextsOf("ul.line strong").ShouldContain("Revisit the norms with the team");
        (await app.As("member").GetAsync("/home")).Text.ShouldNotContain("Revisit the norms");

        var page = await (await leader.GetAsync(Norms + "/revisit"))
            .Form("We revisited it today")
            .SubmitAsync();

        page.Notice.ShouldBe("✓ Noted: the team revisited the norms today.");
        (await leader.GetAsync("/home")).Text.ShouldNotContain("Revisit the norms");
        page = await (await leader.GetAsync(Norms + "/revisit"))
            .Form("Save the reminder")
            .Fill("Remind us every so many weeks", "53")
            .SubmitAsync();
        page.Problems.ShouldHaveSingleItem().ShouldStartWith("Enter 1 to 52 weeks");
        page = await page.Form("Save the reminder")
            .Fill("Remind us every so many weeks", "")
            .SubmitAsync();
        page.Text.ShouldContain("No reminder is set.");
    }

    [EngineTheory]
    public async Task The_head_of_a_meeting_is_what_is_in_force_and_who_keeps_it(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var head = await HeadAsync(app);

        head.Vision!.ShouldStartWith("Every student at Lincoln reads");
        head.Norms.Count.ShouldBe(6);
        head.Keeper.ShouldBe("Eileen Murphy");
        // Whoever no longer sits on the team keeps nothing.
        await app.Db(db =>
            db.Set<IltMembership>()
                .Where(m =>
                    db.Set<Domain.Units.Person>()
                        .Any(p => p.Id == m.PersonId && p.GivenName == "Eileen")
                )
                .ExecuteUpdateAsync(m => m.SetProperty(x => x.Until, app.Clock.Now))
        );
        (await HeadAsync(app)).Keeper.ShouldBeNull();
        (await HeadAsync(app, "prairie-view")).ShouldBe(
            new TeamHead(null, [], null),
            EmptyNorms.Comparer
        );
    }

    [EngineTheory]
    public async Task Who_keeps_the_norms_is_named_for_a_term_and_read_by_all(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var page = await app.As("facilitator").GetAsync(Norms + "/keeper");
        var from = DateOnly.FromDateTime(app.Clock.Now).AddDays(1);

        page = await page.Form("Name them")
            .Fill("Who", "Theo Lindqvist")
            .Fill("From", Days.Iso(from))
            .Fill("Until", Days.Iso(from.AddDays(90)))
            .SubmitAsync();

        page.Notice!.ShouldStartWith("✓ Theo Lindqvist keeps the norms until");
        (await HeadAsync(app)).Keeper.ShouldBe("Eileen Murphy");
        (await HeadAsync(app, day: from)).Keeper.ShouldBe("Theo Lindqvist");
        page = await app.As("teacher").GetAsync(Norms + "/keeper");
        page.TextsOf("main .rows li").Count.ShouldBe(3);
        page.TextsOf("main form").ShouldBeEmpty();
    }

    private static async Task WriteVisionAsync(TestApp app, string words) =>
        (
            await (await app.As("facilitator").GetAsync(Vision + "/draft/edit"))
                .Form("Save the draft")
                .Fill("Vision", words)
                .SubmitAsync()
        ).Notice.ShouldBe("✓ The draft is saved.");

    private static Task<TeamHead> HeadAsync(
        TestApp app,
        string unit = "lincoln-elementary",
        DateOnly? day = null
    ) =>
        app.Db(async db =>
            await TeamHead.LoadAsync(
                db,
                await db.Set<Domain.Units.Unit>()
                    .Where(u => u.Slug == unit)
                    .Select(u => u.Id)
                    .SingleAsync(),
                day ?? DateOnly.FromDateTime(app.Clock.Now),
                CancellationToken.None
            )
        );

    private sealed class EmptyNorms : IEqualityComparer<TeamHead>
    {
        public static EmptyNorms Comparer { get; } = new();

        public bool Equals(TeamHead? x, TeamHead? y) =>
            x!.Norms.SequenceEqual(y!.Norms) && (x.Vision, x.Keeper) == (y.Vision, y.Keeper);

        public int GetHashCode(TeamHead head) => 0;
    }
}
