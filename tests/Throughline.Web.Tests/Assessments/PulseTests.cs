using System.Net;
using Microsoft.EntityFrameworkCore;
using Throughline.Data.Demo;
using Throughline.Data.Platform;
using Throughline.Data.Tests.Engines;
using Throughline.Domain.Assessments;
using Throughline.Domain.Shared;
using Throughline.Domain.Teams;
using Throughline.Domain.Units;
using static Throughline.Web.Tests.Assessments.PulsePages;

namespace Throughline.Web.Tests.Assessments;

public sealed class PulseTests
{
    [EngineTheory]
    public async Task A_teacher_answers_from_their_day_and_is_told_that_it_is_done(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var day = await app.As("teacher").GetAsync("/home");
        day.TextOf("ul.line .what").ShouldBe("6 questions, one minute · until Friday");
        day.TextOf("ul.line strong").ShouldBe("Staff pulse 2");
        var before = await StoredAsync(app, DemoPulse.Open);

        var done = await AnswerAsync(app, "teacher");

        done.Path.ShouldBe("/home");
        done.Notice.ShouldNotBeNull().ShouldContain("Your answers count");
        done.Text.ShouldNotContain("Staff pulse 2");
        var after = await StoredAsync(app, DemoPulse.Open);
        after.AnsweredCount.ShouldBe(before.AnsweredCount + 1);
        foreach (var question in PulseQuestions.Latest.All)
        {
            People(after, question.Choices[0]).ShouldBe(People(before, question.Choices[0]) + 1);
        }

        var again = await app.As("teacher").GetAsync(AnswerPath);
        again.Text.ShouldContain("You have answered already. Thank you.");
        again.Document.QuerySelector("main form").ShouldBeNull();
    }

    [EngineTheory]
    public async Task The_same_answers_sent_twice_count_once_and_the_second_is_told_kindly(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        var before = await StoredAsync(app, DemoPulse.Open);
        var teacher = app.As("teacher");

        var both = await Task.WhenAll(
            Enumerable.Range(0, 3).Select(_ => teacher.PostFormAsync(AnswerPath, Sheet()))
        );

        both.Count(p => p.Path == "/home").ShouldBe(1);
        foreach (var late in both.Where(p => p.Path != "/home"))
        {
            late.Status.ShouldBe(HttpStatusCode.Conflict);
            late.TextOf("[role=alert]").ShouldContain("Your first answers count; these do not.");
        }

        (await StoredAsync(app, DemoPulse.Open)).AnsweredCount.ShouldBe(before.AnsweredCount + 1);
    }

    [EngineTheory]
    public async Task An_answer_leaves_no_key_no_audit_row_no_time_and_nothing_in_the_log(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        var trail = await app.Db(db => db.Set<AuditEntry>().Count());
        // The form's key goes along as a browser sends it; nothing even looks for it.
        (string, string)[] sheet =
        [
            .. Sheet(1),
            ("_submission", Ids.New(app.Clock.Now).ToString()),
        ];
        var teacher = app.As("teacher");
        teacher.FollowRedirects = false;
        foreach (var status in new[] { HttpStatusCode.Found, HttpStatusCode.Conflict })
        {
            var sent = await teacher.PostFormAsync(AnswerPath, sheet);
            sent.Status.ShouldBe(status);
            sent.Commands.ShouldNotContain(c => c.Contains("Submissions"));
        }

        (await app.Db(db => db.Set<Submission>().Count())).ShouldBe(0);
        (await app.Db(db => db.Set<AuditEntry>().Count())).ShouldBe(trail);
        var keys = PulseQuestions.Latest.All.SelectMany(q => q.Choices).Select(c => c.Key).ToList();
        app.Logs.Lines.ShouldAllBe(l =>
            !keys.Exists(k => l.Message.Contains(k, StringComparison.Ordinal))
        );
        (await app.As("teacher").GetAsync(AnswerPath)).Headers.CacheControl!.NoStore.ShouldBeTrue();
    }

    [EngineTheory]
    public async Task A_sheet_with_a_question_left_open_comes_back_with_what_was_chosen(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        var page = await app.As("teacher")
            .PostFormAsync(
                AnswerPath,
                [.. Sheet().Skip(2), ("Answers[voice]", "purpose.yes"), ("Answers[other]", "x")]
            );

        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Problems.Count.ShouldBe(2);
        page.Problems.ShouldContain(p =>
            p.StartsWith("What the ILT is for: choose an answer.", StringComparison.Ordinal)
        );
        page.Document.QuerySelectorAll("input[checked]").Length.ShouldBe(4);
        (await app.As("teacher").GetAsync("/home")).Text.ShouldContain("Staff pulse 2");
    }

    [EngineTheory]
    public async Task Nobody_sees_a_count_before_the_pulse_is_closed(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        await AnswerAsync(app, "teacher");
        foreach (var person in new[] { "principal", "facilitator", "member", "teacher" })
        {
            var page = await app.As(person).GetAsync(Open);
            page.Text.ShouldContain("Nothing is shown while the pulse is open.");
            page.Document.QuerySelectorAll("table, svg.bar").ShouldBeEmpty();
            page.Commands.ShouldNotContain(c => c.Contains("PulseTallies"));
        }
    }

    [EngineTheory]
    public async Task Closed_it_shows_counts_to_those_asked_and_the_ilts_rating_to_the_ilt(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        await AnswerAsync(app, "teacher");
        var page = await CloseAsync(app);

        var stored = await StoredAsync(app, DemoPulse.Open);
        page.Notice.ShouldBe("✓ The staff pulse is closed.");
        page.Text.ShouldContain($"{stored.AnsweredCount} of {stored.AskedCount} have answered");
        page.Text.ShouldContain("The ILT about itself:");
        page.Text.ShouldContain("Where we start this year");
        page.Text.ShouldContain("Every teacher knows and understands what is expected");
        page.Text.ShouldContain("Fall self-assessment");
        page.Document.QuerySelectorAll("#pulse-figures td.n").Length.ShouldBe(25);

        var teacher = await app.As("teacher").GetAsync(Open);
        teacher.Document.QuerySelectorAll("#pulse-figures td.n").Length.ShouldBe(25);
        teacher.Text.ShouldNotContain("The ILT about itself");
        teacher.Text.ShouldNotContain("Median");
        // Whoever was asked hears of it, with or without an answer.
        (await app.As("teacher").GetAsync("/home")).Text.ShouldContain(
            "What came of staff pulse 2"
        );

        var late = await app.As("sit-member").PostFormAsync(AnswerPath, Sheet());
        late.Status.ShouldBe(HttpStatusCode.Conflict);
        late.TextOf("[role=alert]").ShouldContain("This staff pulse is closed.");
        (await CloseAsync(app)).Problems.ShouldHaveSingleItem().ShouldContain("closed already");
    }

    [EngineTheory]
    public async Task With_four_answers_nothing_is_ever_shown(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        await CloseAsync(app);
        var opened = await OpenAsync(app);
        opened.Notice.ShouldNotBeNull().ShouldContain("is open for");
        var asked = (await app.As("teacher").GetAsync("/home")).Text;
        asked.ShouldContain("Staff pulse 3");
        foreach (var person in new[] { "teacher", "sit-member" })
        {
            await app.As(person).PostFormAsync($"{Pulses}/3/answer", Sheet());
        }

        var closed = await app.As("principal").PostFormAsync($"{Pulses}/3?handler=Close");

        closed.Text.ShouldContain("Too few answers to show. 2 people answered.");
        var stored = await StoredAsync(app, new(DemoDistrict.Lincoln, 3));
        stored.Tallies.ShouldBeEmpty();
        (await app.As("teacher").GetAsync($"{Pulses}/3")).Text.ShouldContain("Too few answers");
    }

    [EngineTheory]
    public async Task It_asks_who_works_here_and_is_not_on_the_ilt(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        await CloseAsync(app);
        await OpenAsync(app);

        var pulse = await StoredAsync(app, new(DemoDistrict.Lincoln, 3));
        var asked = pulse.Invitations.Select(i => i.PersonId).ToHashSet();
        await app.Db(async db =>
        {
            var ilt = await db.Set<IltMembership>()
                .Where(m => m.UnitId == pulse.UnitId && m.Until == null)
                .Select(m => m.PersonId)
                .ToListAsync();
            asked.ShouldNotContain(id => ilt.Contains(id));
            var names = await db.Set<Person>()
                .Where(p => asked.Contains(p.Id))
                .Select(p => p.GivenName + " " + p.FamilyName)
                .ToListAsync();
            names.ShouldContain("Amara Osei");
            names.ShouldContain("Greta Nowak", "who has no mail works here as well");
            names.ShouldNotContain("Lena Fischer", "an observer");
            names.ShouldNotContain("Harold Simms", "who left");
        });
    }

    [EngineTheory]
    [Row("district-leader", DemoDistrict.District, "at least 5 people who are not on the ILT")]
    [Row("principal", DemoDistrict.Lincoln, "A staff pulse is open already")]
    public async Task What_cannot_be_opened_says_why(
        Engine engine,
        string person,
        string unit,
        string reason
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        var page = await app.As(person)
            .PostFormAsync(
                $"/{unit}/assessments/pulses",
                ("Input.ClosesOn", RoundPages.Day(app, 5))
            );
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Problems.ShouldHaveSingleItem().ShouldContain(reason);
    }

    [EngineTheory]
    public async Task The_audit_trail_says_who_opened_and_closed_it_and_no_more(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        await AnswerAsync(app, "teacher");
        await CloseAsync(app);
        var rows = await app.Db(db =>
            db.Set<AuditEntry>().Where(e => e.Kind.StartsWith("Pulse")).ToListAsync()
        );
        rows.ShouldAllBe(r => r.Kind == "Pulse");
        rows.Where(r => r.Action == AuditAction.Changed)
            .ShouldAllBe(r =>
                r.Changes.StartsWith("{\"ClosedAt\":[null,", StringComparison.Ordinal)
                && !r.Changes.Contains("Count")
            );
        (
            await app.As("principal").GetAsync($"/{DemoDistrict.Lincoln}/settings/audit")
        ).Text.ShouldContain("staff pulse");
    }

    private static async Task<Support.TestPage> OpenAsync(TestApp app)
    {
        var form = (await app.As("principal").GetAsync(Pulses)).Form("Open the staff pulse");
        return await form.SubmitAsync();
    }

    private static int People(Pulse pulse, PulseChoice choice) =>
        pulse.Tallies.Single(t => t.Choice == choice.Key).People;
}
