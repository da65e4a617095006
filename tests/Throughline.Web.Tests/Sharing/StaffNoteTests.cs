using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Throughline.Data.Demo;
using Throughline.Data.Platform;
using Throughline.Data.Tests.Engines;
using Throughline.Domain.Sharing;
using Throughline.Domain.Units;
using Throughline.Domain.Work;
using Throughline.Web.Features.Sharing.Notes;
using Throughline.Web.Tests.Support;

namespace Throughline.Web.Tests.Sharing;

/// <summary>The staff note: from what happened to what everyone reads.</summary>
public sealed class StaffNoteTests
{
    private const string List = $"/{DemoDistrict.Lincoln}/sharing/notes";
    private const string HighNote = $"/{DemoDistrict.High}/sharing/notes/1";
    private const string HighPrincipal = "lorraine.sandoval@riverbend.example";
    private static readonly string Asked = $"{List}/3";

    [EngineTheory]
    public async Task One_press_drafts_what_happened_since_the_last_one(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        await app.As("principal").PostFormAsync($"{Asked}/edit?handler=Discard");

        var page = await (await app.As("member").GetAsync(List))
            .Form("Draft the next note")
            .SubmitAsync();

        page.Path.ShouldBe($"{List}/3/edit");
        page.TextsOf("h2")
            .ShouldBe(
                ["Decided", "What the team works on", "Wins", "You asked"],
                ignoreOrder: true
            );
        var lines = page.TextsOf("textarea");
        lines.ShouldContain(l => l.Contains("Why?"), "a decision with its reason");
        lines.ShouldContain(l => l.Contains("My students explained fractions"));
        lines.ShouldContain(l => l.StartsWith("May a team meet at lunch"));
        lines.ShouldNotContain(l => l.Contains("first number talk"), "told before");
        lines.ShouldNotContain(l => l.Contains("behaved at last"), "taken out");
        // A second press leads to the same.
        (await app.As("facilitator").PostFormAsync($"{List}?handler=Draft")).Path.ShouldBe(
            $"{List}/3/edit"
        );
    }

    [EngineTheory]
    public async Task A_note_is_corrected_sent_back_approved_and_sent_to_those_who_work_here(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        var principal = app.As("principal");
        (await principal.GetAsync("/home")).Text.ShouldContain("waits for your approval");
        var page = await principal.GetAsync(Asked);
        (await page.Form("Send it back").SubmitAsync())
            .Problems.ShouldHaveSingleItem()
            .ShouldBe("Say what is to change.");
        page = await page.Form("Send it back").Fill("What is to change", "Shorter.").SubmitAsync();
        page.Notice.ShouldBe("✓ It is sent back, with your word.");
        (await principal.GetAsync("/home")).Text.ShouldNotContain("waits for your approval");

        var facilitator = app.As("facilitator");
        (await facilitator.GetAsync("/home")).Text.ShouldContain("sent back to you");
        page = await (await facilitator.GetAsync(Asked)).FollowAsync("Change it");
        page.Text.ShouldContain("Sent back: Shorter.");
        page = await page.Form("Save and look at it")
            .Fill("Opening", "In short.")
            .Set("act", "done")
            .SubmitAsync();
        page.TextOf("#note").ShouldContain("In short.");
        page.TextOf("#note").ShouldNotContain("bell plan", customMessage: "left out");
        page = await page.Form("Ask for approval").SubmitAsync();
        await app.Db(db => db.Set<OutboxMail>().ExecuteDeleteAsync());
        page = await (await principal.GetAsync(Asked)).Form("Approve it").SubmitAsync();
        (await app.Db(db => db.Set<OutboxMail>().CountAsync())).ShouldBe(0);
        page = await page.Form("Send it").SubmitAsync();
        page.Notice.ShouldBe("✓ It is sent, and stands here for everyone who works here.");

        var mails = await app.Db(db => db.Set<OutboxMail>().ToListAsync());
        mails.Select(m => m.To).Distinct().Count().ShouldBe(mails.Count, "one a person");
        mails.ShouldContain(m => m.To == DemoDistrict.Email("teacher"));
        mails.ShouldContain(m => m.To == "judith.okonkwo@riverbend.example", "not a teacher");
        mails.ShouldAllBe(m => m.To != DemoDistrict.Email("district-leader"));
        var body = mails.Single(m => m.To == DemoDistrict.Email("teacher")).Body;
        body.ShouldContain("Hello Amara,");
        body.ShouldContain("DECIDED");
        body.ShouldContain(Asked);

        var read = await app.As("teacher").GetAsync(Asked);
        read.TextOf("#note").ShouldContain("approved by Marisol Vega");
        read.Document.QuerySelector("form[action*=Correct]").ShouldBeNull();
        (
            await app.As("teacher").GetAsync($"/{DemoDistrict.Lincoln}/sharing/wins")
        ).Text.ShouldContain("told in staff note 3");
    }

    [EngineTheory]
    public async Task What_was_sent_stays_whatever_happens_to_what_it_tells_of(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        await SendAsync(app);
        var before = (await app.As("teacher").GetAsync(Asked)).TextOf("#note");
        await app.Db(async db =>
        {
            await db.Set<Decision>()
                .ExecuteUpdateAsync(d => d.SetProperty(x => x.Outcome, "Other"));
            await db.Set<Win>().ExecuteUpdateAsync(w => w.SetProperty(x => x.Words, "Other"));
            await db.Set<Rock>().ExecuteUpdateAsync(r => r.SetProperty(x => x.Title, "Other"));
            await db.Set<Person>()
                .ExecuteUpdateAsync(p => p.SetProperty(x => x.GivenName, "Other"));
            await db.Set<Unit>()
                .Where(u => u.Slug == DemoDistrict.Lincoln)
                .ExecuteUpdateAsync(u => u.SetProperty(x => x.Name, "Other"));
        });
        (await app.As("teacher").GetAsync(Asked)).TextOf("#note").ShouldBe(before);
        (await app.As("facilitator").GetAsync($"{Asked}/edit")).Path.ShouldBe(Asked);
        var page = await app.As("facilitator")
            .PostFormAsync($"{Asked}/edit", ("Input.Title", "Other"), ("act", "done"));
        page.Problems.ShouldHaveSingleItem().ShouldStartWith("This note was sent");
    }

    [EngineTheory]
    public async Task Two_who_write_at_once_overwrite_nothing(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var first = (await app.As("facilitator").GetAsync($"{Asked}/edit")).Form(
            "Save and look at it"
        );
        var second = (await app.As("member").GetAsync($"{Asked}/edit")).Form("Save and look at it");
        await first.Fill("Opening", "One way.").Set("act", "done").SubmitAsync();
        var page = await second
            .Fill("Opening", "Another way.")
            .Fill("A line of your own", "Mine stays.")
            .Set("act", "add")
            .SubmitAsync();
        page.Status.ShouldBe(HttpStatusCode.Conflict);
        page.Text.ShouldContain("One way.");
        page = await page.Form("Save and look at it").Set("act", "done").SubmitAsync();
        page.TextOf("#note").ShouldContain("Another way.");
        page.TextOf("#note").ShouldContain("Mine stays.");
    }

    [EngineTheory]
    public async Task Lines_move_come_and_go_and_every_button_saves(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var facilitator = app.As("facilitator");
        var page = await facilitator.GetAsync($"{Asked}/edit");
        var lines = page.TextsOf("fieldset textarea");
        page = await page.Form("Save and look at it")
            .Fill("Opening", "Typed before the press.")
            .Set("act", "down:2")
            .SubmitAsync();
        var moved = page.TextsOf("fieldset textarea");
        moved[1].ShouldBe(lines[2]);
        page.TextOf("#Input_Opening").ShouldBe("Typed before the press.");
        await app.As("teacher")
            .PostFormAsync(
                $"/{DemoDistrict.Lincoln}/sharing/wins",
                ("Input.Words", "A brand-new win.")
            );
        page = await page.Form("Save and look at it").Set("act", "new").SubmitAsync();
        page.TextsOf("fieldset textarea").ShouldContain("A brand-new win.");
        page.TextsOf("fieldset textarea").Count(l => l == lines[2]).ShouldBe(1, "no line twice");
    }

    [EngineTheory]
    public async Task It_goes_by_itself_at_the_chosen_time_and_only_within_contract_hours(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        await app.Db(db => db.Set<OutboxMail>().ExecuteDeleteAsync());
        var page = await (await app.As("principal").GetAsync(Asked))
            .Form("Approve it")
            .SubmitAsync();
        foreach (var at in new[] { "2027-01-20T17:00", "2027-01-23T10:00", "2027-01-20T09:00" })
        {
            page = await page.Form("Send it").Fill("When it goes", at).SubmitAsync();
            page.Problems.ShouldHaveSingleItem()
                .ShouldContain(
                    at.EndsWith("09:00", StringComparison.Ordinal)
                        ? "is over"
                        : "outside the contract hours"
                );
        }

        page = await page.Form("Send it").Fill("When it goes", "2027-01-21T07:30").SubmitAsync();
        page.Notice.ShouldBe("✓ It goes by itself: January 21, 7:30 AM.");
        var round = app.Services.GetRequiredService<StaffNoteRound>();
        app.Clock.Now = new(2027, 1, 21, 13, 29, 0, DateTimeKind.Utc);
        (await round.RunAsync(default)).ShouldBe(0);
        app.Clock.Now = new(2027, 1, 21, 13, 30, 0, DateTimeKind.Utc);
        var sent = await Task.WhenAll(
            Enumerable.Range(0, 3).Select(_ => Task.Run(() => round.RunAsync(default)))
        );
        sent.Sum().ShouldBe(1, "once, however many nodes");
        var mails = await app.Db(db => db.Set<OutboxMail>().ToListAsync());
        mails.Select(m => m.To).Distinct().Count().ShouldBe(mails.Count);
        mails.Count.ShouldBeGreaterThan(20);
    }

    [EngineTheory]
    public async Task Pressed_in_the_evening_it_goes_the_next_school_morning(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var page = await (await app.As("principal").GetAsync(Asked))
            .Form("Approve it")
            .SubmitAsync();
        app.Clock.Now = new(2027, 1, 21, 3, 0, 0, DateTimeKind.Utc);
        page = await page.Form("Send it").SubmitAsync();
        page.Notice.ShouldBe("✓ It goes by itself: January 21, 7:00 AM.");
        page = await page.Form("Do not send it then").SubmitAsync();
        page.Text.ShouldContain("approved, not sent yet");
        await page.Form("Send it").SubmitAsync();
        // Whoever changes it asks again, and it does not go.
        await app.As("facilitator")
            .PostFormAsync($"{Asked}/edit", ("Input.Title", "Other"), ("act", "done"));
        app.Clock.Now = new(2027, 1, 21, 14, 0, 0, DateTimeKind.Utc);
        var round = app.Services.GetRequiredService<StaffNoteRound>();
        (await round.RunAsync(default)).ShouldBe(0);
    }

    [EngineTheory]
    public async Task Who_sends_a_count_of_few_students_has_looked_at_it(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var principal = app.As(HighPrincipal);
        var page = await principal.GetAsync(HighNote);
        page.TextOf("#counts").ShouldContain("“4 of our new students”");
        var version = page.Form("Send anyway, I have looked")["Input.Version"]!;
        var blind = await principal.PostFormAsync(
            $"{HighNote}?handler=Send",
            ("Input.Version", version)
        );
        blind.Problems.ShouldHaveSingleItem().ShouldStartWith("It counts fewer than ten students.");
        var mark = page
            .Document.QuerySelector("button[name='Input.Looked']")!
            .GetAttribute("value")!;
        page = await principal.PostFormAsync(
            $"{HighNote}?handler=Send",
            ("Input.Version", version),
            ("Input.Looked", mark)
        );
        page.Notice!.ShouldContain("It is sent");
    }

    [EngineTheory]
    public async Task A_correction_names_the_note_it_corrects_and_stands_with_it(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        await SendAsync(app);
        var facilitator = app.As("facilitator");
        var page = await (await facilitator.GetAsync(Asked))
            .Form("Write a correction")
            .SubmitAsync();
        page.Path.ShouldBe($"{List}/4/edit");
        (await app.As("teacher").GetAsync(Asked)).Text.ShouldNotContain("Corrected since");
        page = await page.Form("Save and look at it")
            .Fill("A line of your own", "It is Friday.")
            .Set("act", "done")
            .SubmitAsync();
        page.TextOf("#note").ShouldContain("This note corrects staff note 3.");
        page = await (await app.As("principal").GetAsync($"{List}/4"))
            .Form("Approve it")
            .SubmitAsync();
        await page.Form("Send it").SubmitAsync();
        (await app.As("teacher").GetAsync(Asked)).Text.ShouldContain(
            "Corrected since: staff note 4"
        );
    }

    [EngineTheory]
    public async Task Word_holds_what_the_page_shows(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var file = await app.As("teacher").GetAsync($"{List}/1?handler=Word");
        file.Status.ShouldBe(HttpStatusCode.OK);
        string.Join('\n', WordText.Of(file.Body)).ShouldContain("Report cards are due on Thursday");
        (await app.As("teacher").GetAsync($"{Asked}?handler=Word")).Status.ShouldBe(
            HttpStatusCode.NotFound
        );
    }

    private static async Task SendAsync(TestApp app)
    {
        var page = await (await app.As("principal").GetAsync(Asked))
            .Form("Approve it")
            .SubmitAsync();
        (await page.Form("Send it").SubmitAsync()).Notice!.ShouldContain("It is sent");
    }
}
