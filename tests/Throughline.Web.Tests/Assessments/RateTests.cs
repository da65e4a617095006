using System.Net;
using Throughline.Data.Demo;
using Throughline.Data.Tests.Engines;
using Throughline.Domain.Assessments;
using static Throughline.Web.Tests.Assessments.RoundPages;

namespace Throughline.Web.Tests.Assessments;

public sealed class RateTests(SharedApps apps) : IClassFixture<SharedApps>
{
    [EngineTheory]
    public async Task A_cell_saves_itself_and_says_how_far_one_is(Engine engine)
    {
        var round = await OpenAsync(await apps.On(engine));
        var saved = await round.SetAsync("member", Item, "2");
        saved.Status.ShouldBe(HttpStatusCode.OK);
        saved.Kind.ShouldBe("saved");
        (saved.Answer, saved.AnswerVersion, saved.Progress).ShouldBe(("2", 1, "1 of 19"));

        // Sent again because its answer was lost on the way, from whichever version.
        var again = await round.SetAsync("member", Item, "2");
        again.Status.ShouldBe(HttpStatusCode.OK);
        (again.Kind, again.AnswerVersion, again.Progress).ShouldBe(("unchanged", 1, "1 of 19"));

        var changed = await round.SetAsync("member", Item, "3", version: 1);
        (changed.Kind, changed.Answer, changed.AnswerVersion).ShouldBe(("saved", "3", 2));
        (await round.StoredAsync("member", Item))!.Level.ShouldBe(3);
    }

    [EngineTheory]
    public async Task Another_device_is_never_overwritten_without_a_word(Engine engine)
    {
        var round = await OpenAsync(await apps.On(engine));
        await round.SetAsync("member", Item, "1");
        var late = await round.SetAsync("member", Item, "3", version: 0);
        late.Status.ShouldBe(HttpStatusCode.Conflict);
        (late.Kind, late.Answer, late.AnswerVersion).ShouldBe(("conflict", "1", 1));

        await round.NoteAsync("member", Item, "From the phone");
        var note = await round.NoteAsync("member", Item, "From the desk", version: 0);
        note.Status.ShouldBe(HttpStatusCode.Conflict);
        (note.Note, note.NoteVersion).ShouldBe(("From the phone", 1));

        // Having seen both, the person decides.
        (await round.SetAsync("member", Item, "3", version: 1)).Kind.ShouldBe("saved");
    }

    [EngineTheory]
    public async Task Not_seen_is_an_answer_neither_0_nor_unrated(Engine engine)
    {
        var round = await OpenAsync(await apps.On(engine));
        (await round.SetAsync("member", Item, "not-seen")).Progress.ShouldBe("1 of 19");
        (await round.SetAsync("member", OtherItem, "0")).Progress.ShouldBe("2 of 19");
        var notSeen = (await round.StoredAsync("member", Item))!;
        (notSeen.NotSeen, notSeen.Level).ShouldBe((true, null));
        var zero = (await round.StoredAsync("member", OtherItem))!;
        (zero.NotSeen, zero.Level).ShouldBe((false, 0));

        var form = (await (await apps.On(engine)).As("member").GetAsync(round.Rate)).Form(
            "Save my answers"
        );
        form[$"Cells[{Item}].Answer"].ShouldBe("not-seen");
        form[$"Cells[{OtherItem}].Answer"].ShouldBe("0");
    }

    [EngineTheory]
    public async Task An_answer_can_be_taken_back(Engine engine)
    {
        var round = await OpenAsync(await apps.On(engine));
        await round.SetAsync("member", Item, "2");
        var cleared = await round.SetAsync("member", Item, "", version: 1);
        (cleared.Kind, cleared.Answer, cleared.AnswerVersion).ShouldBe(("saved", "", 2));
        cleared.Progress.ShouldBe("0 of 19");
        var stored = (await round.StoredAsync("member", Item))!;
        (stored.Level, stored.NotSeen).ShouldBe((null, false));
        // A device that still holds the first version does not bring the old answer back.
        (await round.SetAsync("member", Item, "2", version: 1)).Status.ShouldBe(
            HttpStatusCode.Conflict
        );
    }

    [EngineTheory]
    [Row(Item, "4", "Choose a level from 0 to 3.")]
    [Row(Item, "-1", "Choose a level from 0 to 3.")]
    [Row(Item, "high", "Choose one of the levels.")]
    [Row(Item, "2147483648", "Choose one of the levels.")]
    [Row("no-such-item", "2", "This instrument has no such item. Reload the page.")]
    public async Task An_answer_that_the_instrument_does_not_have_is_refused(
        Engine engine,
        string item,
        string answer,
        string reason
    )
    {
        var round = await OpenAsync(await apps.On(engine));
        var refused = await round.SetAsync("member", item, answer);
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Message.ShouldBe(reason);
        (await round.StoredAsync("member", item)).ShouldBeNull();
    }

    [EngineTheory]
    public async Task What_cannot_be_read_is_refused_without_a_failure(Engine engine)
    {
        var round = await OpenAsync(await apps.On(engine));
        (string, string)[][] hostile =
        [
            [],
            [("item", Item)],
            [("item", Item), ("cell.Part", "note")],
            [("item", Item), ("cell.Answer", "2"), ("cell.AnswerVersion", "first")],
            [("cell.Answer", "2")],
            [("item", Item), ("cell.Part", "other"), ("cell.Note", "x")],
        ];
        foreach (var fields in hostile)
        {
            (await round.CellAsync("member", fields)).Status.ShouldBe(
                HttpStatusCode.BadRequest,
                string.Join(' ', fields)
            );
        }

        (await round.StoredAsync("member", Item)).ShouldBeNull();
    }

    [EngineTheory]
    public async Task A_note_may_have_2000_characters_and_no_more(Engine engine)
    {
        var round = await OpenAsync(await apps.On(engine));
        var full = await round.NoteAsync("member", Item, new string('n', 2000));
        full.Kind.ShouldBe("saved");
        // A note beside a level is no answer.
        full.Progress.ShouldBe("0 of 19");

        var longer = await round.NoteAsync("member", Item, new string('n', 2001), version: 1);
        longer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        longer.Message.ShouldBe("Shorten the note to 2,000 characters; it has 2,001 now.");
        longer.Note.Length.ShouldBe(2000);

        (
            await round.NoteAsync("member", Item, new string('n', 2 * 1024 * 1024), version: 1)
        ).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        // More than a form may hold at all.
        (
            (int)
                (
                    await round.NoteAsync(
                        "member",
                        Item,
                        new string('n', 5 * 1024 * 1024),
                        version: 1
                    )
                ).Status
        ).ShouldBeInRange(400, 422);
    }

    [EngineTheory]
    public async Task A_note_is_shared_only_when_its_writer_says_so_and_can_be_cleared(
        Engine engine
    )
    {
        var round = await OpenAsync(await apps.On(engine));
        var saved = await round.NoteAsync("member", Item, "Only mine\r\nso far");
        saved.Body.GetProperty("stored").GetProperty("share").GetBoolean().ShouldBeFalse();
        saved.Note.ShouldBe("Only mine\nso far");

        var shared = await round.NoteAsync("member", Item, "For all", share: true, version: 1);
        shared.Body.GetProperty("stored").GetProperty("share").GetBoolean().ShouldBeTrue();

        var cleared = await round.NoteAsync("member", Item, "  ", share: true, version: 2);
        cleared.Note.ShouldBe("");
        cleared.Body.GetProperty("stored").GetProperty("share").GetBoolean().ShouldBeFalse();
    }

    [EngineTheory]
    public async Task Nothing_is_taken_before_the_first_day_or_after_closing(Engine engine)
    {
        var app = await apps.On(engine);
        var upcoming = new RoundPages(app, DemoRounds.Upcoming.Number);
        var early = await upcoming.SetAsync("member", "common-understanding", "2");
        early.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        early.Message.ShouldStartWith("This round opens on ");
        (await app.As("member").GetAsync(upcoming.Rate)).Text.ShouldContain("You can answer from");

        var round = await OpenAsync(app);
        var form = (await app.As("member").GetAsync(round.Rate))
            .Form("Save my answers")
            .Tick($"Cells[{Item}].Answer", "2")
            .Set($"Cells[{Item}].Note", "Typed while it was closed");
        await round.CloseAsync();
        var late = await round.SetAsync("member", Item, "2");
        late.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        late.Message.ShouldStartWith("This round is closed, so this was not saved.");

        var page = await form.SubmitAsync();
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Text.ShouldContain("This round is closed, so this was not saved.");
        page.TextOf($"#note-{Item}").ShouldBe("Typed while it was closed");
        (await round.StoredAsync("member", Item)).ShouldBeNull();
    }

    [EngineTheory]
    public async Task Who_was_not_asked_finds_no_sheet(Engine engine)
    {
        var app = await apps.On(engine);
        var round = await OpenAsync(app, raters: ["principal", "facilitator"]);
        foreach (
            var person in new[]
            {
                "member",
                "teacher",
                "sit-member",
                "supervisor",
                "district-leader",
                "outsider",
                "admin",
            }
        )
        {
            (await app.As(person).GetAsync(round.Rate)).Status.ShouldBe(
                HttpStatusCode.NotFound,
                person
            );
            (await app.As(person).GetAsync($"{round.Rate}?handler=State")).Status.ShouldBe(
                HttpStatusCode.NotFound,
                person
            );
            (await round.SetAsync(person, Item, "2")).Status.ShouldBe(
                HttpStatusCode.NotFound,
                person
            );
            (
                await app.As(person).PostFormAsync(round.Rate, ($"Cells[{Item}].Answer", "2"))
            ).Status.ShouldBe(HttpStatusCode.NotFound, person);
        }

        // A round of another school, and one of another district.
        var tubman = DemoRounds.PastLastDay;
        (
            await app.As("member").GetAsync($"/{tubman.Unit}/assessments/{tubman.Number}/rate")
        ).Status.ShouldBe(HttpStatusCode.NotFound);
        var foreign = DemoRounds.InOtherDistrict;
        (
            await app.As("member")
                .PostFormAsync(
                    $"/{foreign.Unit}/assessments/{foreign.Number}/rate?handler=Cell",
                    ("item", Item),
                    ("cell.Answer", "2")
                )
        ).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [EngineTheory]
    public async Task A_cell_takes_at_most_ten_queries(Engine engine)
    {
        var app = await apps.On(engine);
        var round = await OpenAsync(app);
        await round.SetAsync("member", OtherItem, "1");
        var member = app.As("member");
        foreach (var (answer, version) in new[] { ("2", "0"), ("3", "1") })
        {
            var page = await member.PostFormAsync(
                $"{round.Rate}?handler=Cell",
                ("item", Item),
                ("cell.Answer", answer),
                ("cell.AnswerVersion", version)
            );
            page.Status.ShouldBe(HttpStatusCode.OK);
            page.Commands.Count(c => !c.StartsWith("PRAGMA", StringComparison.Ordinal))
                .ShouldBeLessThanOrEqualTo(10, string.Join("\n--\n", page.Commands));
        }
    }
}
