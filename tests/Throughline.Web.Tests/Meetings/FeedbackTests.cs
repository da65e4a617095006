using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Throughline.Data.Live;
using Throughline.Data.Platform;
using Throughline.Data.Tests.Engines;
using Throughline.Domain.Meetings;
using Throughline.Web.Features.Meetings.Feedback;
using Throughline.Web.Tests.Support;
using static Throughline.Web.Tests.Meetings.FeedbackPages;
using static Throughline.Web.Tests.Meetings.TodaysMeeting;

namespace Throughline.Web.Tests.Meetings;

/// <summary>Feedback on a meeting: given in the room or after it, read together, without anyone being told from it.</summary>
public sealed class FeedbackTests
{
    [EngineTheory]
    public async Task A_member_gives_theirs_two_presses_from_the_room_and_is_asked_no_more(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        var at = await StartedAsync(app);
        await app.As("member").PostFormAsync($"{at}/attendance?handler=Here");
        var sections = await app.Db(db => Task.FromResult(MeetingOf(db, at).Sections));
        var place = sections.Select(s => s.Kind).ToList().IndexOf(SectionKind.Feedback);
        await app.As("facilitator")
            .PostFormAsync($"{at}/clock?handler=GoTo", ("Input.Section", $"{place}"));

        var page = await (await app.As("member").GetAsync(at)).FollowAsync(
            "Give feedback on this meeting"
        );
        page.Heading.ShouldBe("How was the meeting?");
        page.Headers.CacheControl!.NoStore.ShouldBeTrue();
        page = await page.Form("Send it without my name")
            .Set("Input.Lines[1].Words", "A break, please")
            .SubmitAsync();
        page.Notice.ShouldNotBeNull().ShouldContain("Yours is in, without your name.");
        page.Text.ShouldContain("It is kept without your name, so it cannot be found again");
        page.Text.ShouldNotContain("Send it without my name");

        await app.As("facilitator").PostFormAsync($"{at}/clock?handler=End");
        (await app.As("member").GetAsync("/home")).Text.ShouldNotContain("How was meeting");
        (await app.As("member").GetAsync(at)).Text.ShouldContain("How was this meeting?");
    }

    [EngineTheory]
    public async Task Who_was_there_is_asked_in_their_day_until_they_gave_theirs(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var at = await StartedAsync(app);
        await app.As("member").PostFormAsync($"{at}/attendance?handler=Here");
        (await DayAsync("member")).ShouldNotContain("How was meeting", customMessage: "it is on");
        await app.As("facilitator").PostFormAsync($"{at}/clock?handler=End");

        var number = at[(at.LastIndexOf('/') + 1)..];
        (await DayAsync("member")).ShouldContain($"How was meeting {number}?");
        // The principal was not there, and may give theirs all the same.
        (await DayAsync("principal")).ShouldNotContain("How was meeting");
        await GiveAsync(app, "member", at, "Short and clear");
        (await DayAsync("member")).ShouldNotContain("How was meeting");
        (await GiveAsync(app, "principal", at, "", "Longer on data")).Notice.ShouldNotBeNull();

        async Task<string> DayAsync(string who) => (await app.As(who).GetAsync("/home")).Text;
    }

    [EngineTheory]
    public async Task Of_feedback_without_a_name_nothing_is_kept_that_leads_to_a_person(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        var at = await StartedAsync(app);
        var unit = await app.Db(db => Task.FromResult(MeetingOf(db, at).UnitId));
        var feed = app.Services.GetRequiredService<ChangeFeed>();
        var (told, before) = (feed.VersionOf(unit), await TracesAsync());

        await GiveAsync(app, "member", at, "Unmistakable words");

        feed.VersionOf(unit).ShouldBe(told, "a notice to the room would tell when");
        (await TracesAsync()).ShouldBe(before);
        (await app.Db(db => db.Set<AuditEntry>().Select(a => a.Changes).ToListAsync())).ShouldAllBe(
            c => !c!.Contains("Unmistakable", StringComparison.Ordinal)
        );
        app.Logs.Lines.ShouldAllBe(l =>
            !l.ToString().Contains("Unmistakable", StringComparison.Ordinal)
        );
        var batch = (await BatchesAsync(app))[0];
        batch.Lines.ShouldContain(new FeedbackLine(FeedbackBox.Plus, "Unmistakable words"));
        typeof(FeedbackLine).GetProperties().Select(p => p.Name).ShouldBe(["Box", "Words"]);
        typeof(FeedbackMark)
            .GetProperties()
            .Select(p => p.Name)
            .ShouldBe(["DistrictId", "FeedbackId", "Batch", "MeetingId", "PersonId"]);

        Task<(int, int)> TracesAsync() =>
            app.Db(async db =>
                (await db.Set<Submission>().CountAsync(), await db.Set<AuditEntry>().CountAsync())
            );
    }

    [EngineTheory]
    public async Task Fewer_than_four_wait_and_nobody_reads_them(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var at = await StartedAsync(app);
        // Of the meeting before three wait already; two of them give theirs again: still three people.
        var waiting = (await BatchesAsync(app))[0];
        var again = await app.Db(db =>
            db.Set<Account>()
                .Where(a => waiting.Marks.Select(m => m.PersonId).Contains(a.Id))
                .Select(a => a.Email!)
                .OrderBy(e => e)
                .ToListAsync()
        );
        again.Count.ShouldBe(3);
        await GiveAsync(app, again[0], at, "Unmistakable one");
        await GiveAsync(app, again[1], at, "Unmistakable two");

        foreach (var who in new[] { "facilitator", "principal", "member" })
        {
            var page = await app.As(who).GetAsync($"{at}/feedback");
            page.Text.ShouldContain("What came without names waits.");
            page.Text.ShouldNotContain("Unmistakable");
        }

        // While the team sits together, trying would tell who was the fourth.
        (
            await app.As("facilitator").PostFormAsync($"{at}/feedback?handler=Open")
        ).Text.ShouldContain("Open it once the meeting is over");
        await app.As("facilitator").PostFormAsync($"{at}/clock?handler=End");
        var refused = await (await app.As("facilitator").GetAsync($"{at}/feedback"))
            .Form("Open it to read now")
            .SubmitAsync();
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Text.ShouldContain("Fewer than 4 have given theirs.");
        (await app.As("member").PostFormAsync($"{at}/feedback?handler=Open")).Status.ShouldBe(
            HttpStatusCode.NotFound
        );

        await GiveAsync(app, "member", at, "Unmistakable four");
        var read = await (await app.As("facilitator").GetAsync($"{at}/feedback"))
            .Form("Open it to read now")
            .SubmitAsync();
        read.Text.ShouldContain("Unmistakable four");
        read.Text.ShouldContain("read together");
        read.Text.ShouldNotContain("Theo Lindqvist");
        // What comes now waits for the next ones.
        var late = (await MembersAsync(app)).First(m =>
            !again.Contains(m)
            && !m.StartsWith("theo", StringComparison.Ordinal)
            && !m.StartsWith("member", StringComparison.Ordinal)
        );
        await GiveAsync(app, late, at, "Unmistakable and late");
        (await app.As("facilitator").GetAsync($"{at}/feedback")).Text.ShouldNotContain(
            "Unmistakable and late"
        );
    }

    [EngineTheory]
    public async Task The_same_feedback_sent_twice_at_once_counts_once(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var at = await StartedAsync(app);
        var member = app.As("member");
        var lines = (await BatchesAsync(app))[0].Lines.Count;

        var both = await Task.WhenAll(
            Enumerable
                .Range(0, 3)
                .Select(_ =>
                    member.PostFormAsync(
                        $"{at}/feedback?handler=Give",
                        ("Input.Kind", "1"),
                        ("Input.ByName", "false"),
                        ("Input.Lines[0].Box", "1"),
                        ("Input.Lines[0].Words", "Once")
                    )
                )
        );

        both.Count(p => p.Status == HttpStatusCode.OK).ShouldBe(1);
        both.Where(p => p.Status != HttpStatusCode.OK)
            .ShouldAllBe(p => p.Text.Contains("Yours is in already.", StringComparison.Ordinal));
        (await BatchesAsync(app))[0].Lines.Count.ShouldBe(lines + 1);
    }

    [EngineTheory]
    public async Task A_whole_team_gives_theirs_at_once_and_none_is_lost(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var at = await StartedAsync(app);
        var lines = (await BatchesAsync(app))[0].Lines.Count;
        var members = await MembersAsync(app);

        await Task.WhenAll(members.Select((m, n) => GiveAsync(app, m, at, $"From one of us {n}")));

        var batch = (await BatchesAsync(app))[0];
        batch.Lines.Count.ShouldBe(lines + members.Count);
        batch.Marks.Count(m => m.MeetingId != batch.Marks[0].MeetingId).ShouldBeLessThan(13);
    }

    [EngineTheory]
    public async Task A_meeting_takes_feedback_from_its_start_until_the_next_one_starts(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        var at = await TodayAsync(app);
        (await app.As("member").GetAsync($"{at}/feedback")).Text.ShouldContain(
            "This meeting has not started."
        );
        (await GiveByPostAsync(at)).Text.ShouldContain(
            "Feedback is given once the meeting has started."
        );
        var number = int.Parse(
            at[(at.LastIndexOf('/') + 1)..],
            System.Globalization.CultureInfo.InvariantCulture
        );
        var before = $"{at[..(at.LastIndexOf('/') + 1)]}{number - 1}";
        (await app.As("member").GetAsync($"{before}/feedback")).Text.ShouldContain(
            "until the next meeting starts, planned for today"
        );

        await StartedAsync(app);
        (await app.As("member").GetAsync($"{before}/feedback")).Text.ShouldContain(
            $"Give yours on meeting {number}"
        );
        (await GiveByPostAsync(before)).Text.ShouldContain("The next meeting has started");

        Task<TestPage> GiveByPostAsync(string meeting) =>
            app.As("member")
                .PostFormAsync(
                    $"{meeting}/feedback?handler=Give",
                    ("Input.Kind", "1"),
                    ("Input.Lines[0].Box", "1"),
                    ("Input.Lines[0].Words", "x")
                );
    }

    /// <summary>Kept after the start, the line would stand apart from those that could be read before it.</summary>
    [EngineTheory]
    public async Task What_is_sent_as_the_next_meeting_starts_is_not_kept_beside_what_can_be_read(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        var at = await TodayAsync(app);
        var theo = await IdOfAsync(app, "Theo");
        await app.Db(async db =>
        {
            var before = await db.Set<Meeting>()
                .AsNoTracking()
                .SingleAsync(m =>
                    m.UnitId == MeetingOf(db, at).UnitId && m.Number == MeetingOf(db, at).Number - 1
                );
            var team = await FeedbackView.TeamAt(db, before.UnitId, before.Number).SingleAsync();
            team.Batches.ShouldContain(b => !b.IsOpened, "something waits");
            team.GiveUnnamed(before, [new(FeedbackBox.Plus, "Too late")], theo).IsOk.ShouldBeTrue();

            await StartedAsync(app);

            await Should.ThrowAsync<DbUpdateConcurrencyException>(() => db.SaveChangesAsync());
        });
        (await BatchesAsync(app))
            .SelectMany(b => b.Lines)
            .ShouldNotContain(l => l.Words == "Too late");
    }

    [EngineTheory]
    public async Task By_name_the_team_reads_who_said_what_and_one_changes_ones_own(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        const string At = $"/{Data.Demo.DemoDistrict.Tubman}/meetings/1";
        const string Imani = "imani.jefferson@riverbend.example";

        var page = await GiveAsync(app, Imani, At, "Reading aloud what we all have");
        page.Text.ShouldContain("Imani Jefferson");
        page.Text.ShouldContain("Vikram Desai");
        page = await GiveAsync(app, Imani, At, "", "Sending it before");
        page.Text.ShouldContain("Sending it before");
        page.Text.ShouldNotContain("Reading aloud what we all have");
    }

    [EngineTheory]
    public async Task What_was_typed_without_a_name_is_never_kept_under_one(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        await app.Db(db => db.Set<FeedbackBatch>().ExecuteDeleteAsync());
        var at = await StartedAsync(app);
        var form = (await app.As("member").GetAsync($"{at}/feedback"))
            .Form("Send it without my name")
            .Set("Input.Lines[0].Words", "Candid words");
        var choice = await app.As("facilitator").GetAsync(All);
        await choice
            .Form("Change how")
            .Set("Input.Kind", "2")
            .Set("Input.ByName", "true")
            .SubmitAsync();

        var refused = await form.SubmitAsync();

        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Text.ShouldContain("The team has chosen another way in the meantime");
        refused.Html.ShouldContain("Candid words");
        (await app.Db(db => db.Set<NamedFeedback>().CountAsync())).ShouldBe(2, "Tubman’s alone");
    }

    [EngineTheory]
    public async Task Two_who_choose_at_once_see_each_others_choice(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var stale = (await app.As("principal").GetAsync(All)).Form("Change how");
        await (await app.As("facilitator").GetAsync(All))
            .Form("Change how")
            .Set("Input.Kind", "2")
            .SubmitAsync();

        var met = await stale.Set("Input.ByName", "true").SubmitAsync();
        met.Status.ShouldBe(HttpStatusCode.Conflict);
        met.Text.ShouldContain("Stop/start/continue, without names");

        const string First = $"/{Data.Demo.DemoDistrict.Roosevelt}/meetings/feedback";
        const string Alonzo = "alonzo.pickett@riverbend.example";
        var empty = await app.As(Alonzo).GetAsync(First);
        empty.Text.ShouldContain("The first step: choose how your team gives feedback.");
        (await empty.Form("Begin with feedback").SubmitAsync()).Text.ShouldContain(
            "Plus/delta, without names."
        );
        (
            await empty.Form("Begin with feedback").Set("Input.ByName", "true").SubmitAsync()
        ).Status.ShouldBe(HttpStatusCode.OK);
    }
}
