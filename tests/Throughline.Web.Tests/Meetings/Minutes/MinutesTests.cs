using System.Net;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Data.Demo;
using Throughline.Data.Platform;
using Throughline.Data.Tests.Engines;
using Throughline.Domain.Meetings;
using Throughline.Domain.Teams;
using Throughline.Domain.Units;
using Throughline.Domain.Work;
using Throughline.Web.Tests.Support;
using static Throughline.Web.Tests.Meetings.Minutes.MeetingThatIsOver;
using static Throughline.Web.Tests.Meetings.TodaysMeeting;

namespace Throughline.Web.Tests.Meetings.Minutes;

/// <summary>The minutes of a meeting from the close to the record (product M9).</summary>
public class MinutesTests
{
    [EngineTheory]
    public async Task At_the_close_each_member_gets_the_draft_and_it_is_final_once_confirmed(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        var at = await HeldAsync(app);

        var drafts = await MailsAsync(app, "Draft minutes: ");
        drafts.Count.ShouldBe(12);
        drafts.ShouldAllBe(m => m.Body.Contains("Send the samples", StringComparison.Ordinal));
        drafts.ShouldAllBe(m =>
            m.Body.Contains("DRAFT, not confirmed yet", StringComparison.Ordinal)
        );
        // What is covered or destroyed later must not live on in the outbox.
        drafts.ShouldAllBe(m => m.IsSecret);
        var page = await app.As("facilitator").GetAsync(at);
        page.TextOf(".tag").ShouldBe("▲ draft");
        page = await page.Form("Confirm the minutes").SubmitAsync();

        page.Notice.ShouldBe("✓ The minutes are final.");
        page.TextOf(".tag").ShouldBe("✓ final");
        page.TextOf("#minutes").ShouldContain("final, confirmed by Dana Whitehorse, Jan 20, 2027");
        page.Text.ShouldNotContain("Correct the notes");
        // Nothing differs from the draft they got.
        (await MailsAsync(app, "Minutes: ")).ShouldBeEmpty();
    }

    [EngineTheory]
    public async Task Members_hear_again_by_mail_when_the_confirmed_minutes_differ_from_the_draft(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        var at = await HeldAsync(app);
        await app.As("member")
            .PostFormAsync(
                $"{at}/notes/s0",
                ("Input.Words", "Read by Theo"),
                ("Input.Edition", "0")
            );

        await (await app.As("facilitator").GetAsync(at)).Form("Confirm the minutes").SubmitAsync();

        var sent = await MailsAsync(app, "Minutes: ");
        sent.Count.ShouldBe(12);
        sent[0].Body.ShouldContain("Something changed since the draft you got.");
        sent[0].Body.ShouldContain("Read by Theo");
    }

    [EngineTheory]
    public async Task Who_has_switched_mails_off_gets_no_minutes(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        await app.As("member").PostFormAsync("/account/mail?handler=Off");

        await HeldAsync(app);

        var drafts = await MailsAsync(app, "Draft minutes: ");
        drafts.Count.ShouldBe(11);
        drafts.ShouldAllBe(m => !m.Body.Contains("Hello Theo", StringComparison.Ordinal));
    }

    [EngineTheory]
    public async Task A_draft_that_changed_since_it_was_read_is_not_confirmed(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var at = await HeldAsync(app);
        var read = await app.As("facilitator").GetAsync(at);
        await app.As("member")
            .PostFormAsync(
                $"{at}/notes/s0",
                ("Input.Words", "And one more"),
                ("Input.Edition", "0")
            );

        var page = await read.Form("Confirm the minutes").SubmitAsync();

        page.Notice!.ShouldContain("changed since you opened it");
        page.TextOf(".tag").ShouldBe("▲ draft");
        page = await page.Form("Confirm the minutes").SubmitAsync();
        page.TextOf(".tag").ShouldBe("✓ final");
        page.TextOf("#minutes").ShouldContain("And one more");
    }

    [EngineTheory]
    public async Task Nothing_that_happens_later_changes_a_byte_or_a_word_of_final_minutes(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        var at = await FinalAsync(app);
        var member = app.As("member");
        var (bytes, page, word) = (
            await BytesAsync(app, at),
            (await member.GetAsync(at)).TextOf("#minutes"),
            (await member.GetAsync($"{at}/minutes?handler=Word")).Body
        );
        page.ShouldContain("Send the samples");

        await app.Db(async db =>
        {
            var meeting = MeetingOf(db, at);
            var toDo = await db.Set<ToDo>().SingleAsync(t => t.MeetingId == meeting.Id);
            toDo.Drop("No longer needed", toDo.OwnerId, app.Clock.Now).IsOk.ShouldBeTrue();
            await db.SaveChangesAsync();
            await db.Set<ToDo>()
                .Where(t => t.Id == toDo.Id)
                .ExecuteUpdateAsync(t => t.SetProperty(x => x.Title, "Something else"));
            await db.Set<Person>()
                .ExecuteUpdateAsync(p =>
                    p.SetProperty(x => x.GivenName, "Zo").SetProperty(x => x.FamilyName, "Zz")
                );
            await db.Set<Unit>()
                .ExecuteUpdateAsync(u => u.SetProperty(x => x.Name, "Another name"));
            await db.Set<MeetingNote>()
                .ExecuteUpdateAsync(n => n.SetProperty(x => x.Words, "Other words"));
            await db.Set<AgendaItem>()
                .Where(i => i.MeetingId == meeting.Id)
                .ExecuteUpdateAsync(i => i.SetProperty(x => x.Title, "Another item"));
            await db.Set<AgendaTemplate>()
                .ExecuteUpdateAsync(t => t.SetProperty(x => x.Name, "Another agenda"));
            await db.Set<Decision>()
                .ExecuteUpdateAsync(d => d.SetProperty(x => x.Outcome, "Another outcome"));
            await db.Set<Attendance>()
                .ExecuteUpdateAsync(a => a.SetProperty(x => x.CameAt, (DateTime?)null));
            await db.Set<IltMembership>()
                .ExecuteUpdateAsync(m => m.SetProperty(x => x.SpeaksForTeamId, (Guid?)null));
        });

        (await BytesAsync(app, at)).ShouldBe(bytes);
        (await member.GetAsync(at)).TextOf("#minutes").ShouldBe(page);
        WordText
            .Of((await member.GetAsync($"{at}/minutes?handler=Word")).Body)
            .ShouldBe(WordText.Of(word));
    }

    [EngineTheory]
    public async Task Final_minutes_take_no_notes_and_the_meeting_does_not_go_on(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var at = await FinalAsync(app);
        var facilitator = app.As("facilitator");

        var refused = await InAWordAsync(
            app,
            "member",
            $"{at}/notes/s0",
            ("Input.Words", "Too late"),
            ("Input.Edition", "0")
        );
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Html.ShouldContain("The minutes are final");
        (await facilitator.GetAsync($"{at}/notes/s0")).Path.ShouldBe(at);
        (await facilitator.PostFormAsync($"{at}/clock?handler=Resume")).Notice!.ShouldContain(
            "The minutes are final"
        );
        (
            await app.Db(db => db.Set<MeetingNote>().AnyAsync(n => n.Words == "Too late"))
        ).ShouldBeFalse();
    }

    [EngineTheory]
    public async Task Reopened_with_a_reason_a_new_edition_stands_beside_the_old(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var at = await FinalAsync(app);
        var facilitator = app.As("facilitator");
        var first = await BytesAsync(app, at);

        var form = await facilitator.GetAsync($"{at}/minutes/reopen");
        (await form.Form("Reopen the minutes").SubmitAsync()).Status.ShouldBe(
            HttpStatusCode.UnprocessableEntity
        );
        var page = await form.Form("Reopen the minutes")
            .Fill("Why", "The samples were of grade 4")
            .SubmitAsync();
        page.TextOf(".tag").ShouldBe("▲ draft");
        await facilitator.PostFormAsync(
            $"{at}/notes/s0",
            ("Input.Words", "Grade 4, not 3"),
            ("Input.Edition", "0")
        );
        page = await (await facilitator.GetAsync(at)).Form("Confirm the minutes").SubmitAsync();

        page.TextOf("#minutes").ShouldContain("final, edition 2");
        page.TextOf("#minutes").ShouldContain("Grade 4, not 3");
        page.Text.ShouldContain("Reopened by Dana Whitehorse");
        page.Text.ShouldContain("The samples were of grade 4");
        (await MailsAsync(app, "Corrected minutes: "))[0]
            .Body.ShouldContain("Why: The samples were of grade 4");
        var old = await facilitator.GetAsync($"{at}/minutes?edition=1");
        old.TextOf("#minutes").ShouldNotContain("Grade 4, not 3");
        old.Text.ShouldContain("This edition was reopened.");
        (await BytesAsync(app, at)).ShouldBe(first);
        (await facilitator.GetAsync($"{at}/minutes?edition=3")).Status.ShouldBe(
            HttpStatusCode.NotFound
        );
        (await app.As("member").GetAsync($"{at}/minutes/reopen")).Status.ShouldBe(
            HttpStatusCode.NotFound
        );
    }

    [EngineTheory]
    public async Task What_became_of_things_since_is_no_correction_of_reopened_minutes(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        var at = await FinalAsync(app);
        var facilitator = app.As("facilitator");
        await app.Db(db =>
            db.Set<ToDo>()
                .Where(t => t.Number == 900)
                .ExecuteUpdateAsync(t => t.SetProperty(x => x.Title, "Something else"))
        );
        await facilitator.PostFormAsync(
            $"{at}/minutes/reopen",
            ("Input.Reason", "The end was wrong")
        );

        var page = await facilitator.GetAsync(at);
        page.TextOf("#minutes").ShouldContain("Send the samples");
        page.TextOf("#minutes").ShouldNotContain("Something else");
        // Confirmed as it was, nobody needs to read it again.
        await page.Form("Confirm the minutes").SubmitAsync();
        (await MailsAsync(app, "Corrected minutes: ")).ShouldBeEmpty();
    }

    [EngineTheory]
    public async Task A_decision_taken_days_later_is_not_claimed_by_the_meeting_that_proposed_it(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        var at = await HeldAsync(app);
        await app.Db(db =>
            db.Set<Decision>()
                .Where(d => d.Number == 900)
                .ExecuteUpdateAsync(d => d.SetProperty(x => x.EndedAt, app.Clock.Now.AddDays(6)))
        );

        var minutes = (await app.As("member").GetAsync(at)).TextOf("#minutes");

        minutes.ShouldContain("Tell every team by Friday (proposed, not decided)");
        minutes.ShouldNotContain("They asked.");
    }

    [EngineTheory]
    public async Task Covered_words_stand_nowhere_any_more_not_even_in_a_draft_after(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var at = await FinalAsync(app);
        var principal = app.As("principal");

        var page = await (await principal.GetAsync($"{at}/minutes/redact"))
            .Form("Look where they stand")
            .Fill("The words, as they stand there", "samples")
            .Fill("The law or order", "Court order 7")
            .SubmitAsync();
        page.TextsOf("form li").ShouldBe(["Send the [redacted]"]);
        (await app.As("member").GetAsync(at)).TextOf("#minutes").ShouldContain("Send the samples");
        page = await page.Form("Cover the words in 1 place").SubmitAsync();

        page.Notice.ShouldBe("✓ The words are covered.");
        page.TextOf("#minutes").ShouldContain("Send the [redacted]");
        page.TextOf("#minutes").ShouldContain("Court order 7");
        WordText
            .Of((await app.As("member").GetAsync($"{at}/minutes?handler=Word")).Body)
            .ShouldNotContain(line => line.Contains("samples", StringComparison.Ordinal));
        await principal.PostFormAsync($"{at}/minutes/reopen", ("Input.Reason", "More to say"));
        (await principal.GetAsync(at)).TextOf("#minutes").ShouldNotContain("samples");
        (await app.As("facilitator").GetAsync($"{at}/minutes/redact")).Status.ShouldBe(
            HttpStatusCode.NotFound
        );
    }

    [EngineTheory]
    public async Task Who_recorded_finds_the_draft_in_their_day_until_it_is_confirmed(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var at = await HeldAsync(app);
        var title = $"Draft minutes of meeting {at[(at.LastIndexOf('/') + 1)..]}";
        var day = await app.As("facilitator").GetAsync("/home");
        day.Text.ShouldContain(title);
        (await app.As("principal").GetAsync("/home")).Text.ShouldNotContain(title);

        await (await day.FollowAsync($"Read and confirm: {title}, Lincoln Elementary"))
            .Form("Confirm the minutes")
            .SubmitAsync();

        (await app.As("facilitator").GetAsync("/home")).Text.ShouldNotContain(title);
    }

    [EngineTheory]
    public async Task Who_was_away_catches_up_and_is_not_reminded_again(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var at = await HeldAsync(app);
        var number = at[(at.LastIndexOf('/') + 1)..];
        var member = app.As("member");

        var page = await (await member.GetAsync("/home")).FollowAsync(
            $"Catch up: What meeting {number} decided, and what is yours, Lincoln Elementary"
        );
        page.Heading.ShouldBe($"Meeting {number} in two minutes");
        page.TextOf("section[aria-labelledby=decided]").ShouldContain("Tell every team by Friday");
        page.TextOf("section[aria-labelledby=mine]").ShouldContain("Send the samples");
        page.TextOf("section[aria-labelledby=tell]").ShouldContain("Each team hears of it.");
        page = await page.Form("I am up to date").SubmitAsync();

        page.Notice.ShouldBe($"✓ You are up to date with meeting {number}.");
        page.Text.ShouldNotContain($"What meeting {number} decided");
        // Who was there is asked for nothing.
        (await app.As("facilitator").GetAsync("/home")).Text.ShouldNotContain(
            $"What meeting {number} decided"
        );
    }

    [EngineTheory]
    public async Task A_note_that_is_saved_while_someone_confirms_is_no_silent_loss(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var at = await HeldAsync(app);
        var member = app.As("member");
        await member.PostFormAsync(
            $"{at}/notes/s0",
            ("Input.Words", "Before"),
            ("Input.Edition", "0")
        );

        await Should.ThrowAsync<DbUpdateConcurrencyException>(() =>
            app.Db(async db =>
            {
                var meeting = MeetingOf(db, at);
                var note = await db.Set<MeetingNote>()
                    .SingleAsync(n => n.MeetingId == meeting.Id && n.Section == 0);
                await (await app.As("facilitator").GetAsync(at))
                    .Form("Confirm the minutes")
                    .SubmitAsync();
                note.Write("After", note.Edition, note.ById, app.Clock.Now).IsOk.ShouldBeTrue();
                await db.SaveChangesAsync();
            })
        );

        (await member.GetAsync(at)).TextOf("#minutes").ShouldContain("Before");
    }

    [EngineTheory]
    public async Task All_that_was_taken_stands_in_the_minutes_also_what_a_room_would_not_list(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        var at = await HeldAsync(app);
        await app.Db(async db =>
        {
            var meeting = MeetingOf(db, at);
            var unit = await db.Set<Unit>().SingleAsync(u => u.Id == meeting.UnitId);
            var dana = await db.Set<Person>().SingleAsync(p => p.GivenName == "Dana");
            for (var n = 0; n < 40; n++)
            {
                db.Add(
                    ToDo.Add(
                        unit,
                        1000 + n,
                        new WorkPlan(
                            $"Small thing {n}.",
                            null,
                            new(dana.Id, "Dana", true, false),
                            meeting.Day.AddDays(9)
                        ),
                        meeting.Id,
                        dana.Id,
                        meeting.Day,
                        app.Clock.Now
                    ).Value
                );
            }

            await db.SaveChangesAsync();
        });

        (await app.As("member").GetAsync(at))
            .TextsOf("#minutes tbody tr")
            .Count(t => t.StartsWith("Small thing", StringComparison.Ordinal))
            .ShouldBe(40);
    }
}
