using System.Net;
using Microsoft.EntityFrameworkCore;
using Throughline.Data.Demo;
using Throughline.Data.Platform;
using Throughline.Data.Sharing;
using Throughline.Data.Tests.Engines;
using Throughline.Domain.Sharing;
using Throughline.Domain.Units;
using Throughline.Domain.Work;
using Throughline.Web.Tests.Support;
using static System.FormattableString;

namespace Throughline.Web.Tests.Sharing;

/// <summary>A decision on its way to the teams: from the close to what each of them does with it.</summary>
public sealed class RelayTests
{
    private const string List = $"/{DemoDistrict.Lincoln}/sharing";
    private const string Decisions = $"/{DemoDistrict.Lincoln}/work/decisions";
    private const string GradeThree = "kwame.mensah@riverbend.example";
    private static readonly string Mine = At(DemoRelay.ToTell);
    private static readonly string Overdue = At(DemoRelay.Overdue);

    [EngineTheory]
    public async Task What_is_decided_is_to_be_told_unless_it_is_said_otherwise(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var principal = app.As("principal");
        var form = (await principal.GetAsync($"{Decisions}/4/decide"))
            .Form("Take the decision")
            .Set("Input.As", "4")
            .Fill("What was decided", "Each grade chooses its own starters.");
        form["Input.ToTell"].ShouldBe("true");
        var page = await form.SubmitAsync();
        page.Notice!.ShouldContain("who speaks for the teams has the message in their day");
        page.Text.ShouldContain("not told yet · by");

        // It touches a program that nobody speaks for: who facilitates has it.
        (await app.As("facilitator").GetAsync("/home")).Text.ShouldContain(
            "All grades use the same sentence starters for student talk"
        );
        page = await principal.GetAsync(At(4));
        page.TextOf(".say")
            .ShouldBe("Each grade chooses its own starters. The principal decided it.");

        page = await (await principal.GetAsync($"{Decisions}/6/decide"))
            .Form("Take the decision")
            .Set("Input.As", "4")
            .Set("Input.ToTell")
            .SubmitAsync();
        page.Notice.ShouldBe("✓ It is decided. Everyone who works here can read it.");
        page = await page.FollowAsync("Say that it is to be told");
        page = await page.Form("Tell the teams").Fill("What they are told", " ").SubmitAsync();
        page.Problems.ShouldHaveSingleItem().ShouldBe("Write what the teams are told.");
        page = await page.Form("Tell the teams")
            .Fill("What they are told", "We begin with your question.")
            .SubmitAsync();
        page.TextOf(".say").ShouldBe("We begin with your question.");
        (await principal.GetAsync($"{At(6)}/begin")).Path.ShouldBe(At(6));
        (await principal.GetAsync($"{At(5)}/begin")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [EngineTheory]
    public async Task A_representative_reads_it_says_it_and_has_it_out_of_the_day(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var member = app.As("member");
        var day = await member.GetAsync("/home");
        day.TextsOf("ul.line .what")
            .Count(t => t.StartsWith("Decision to tell", StringComparison.Ordinal))
            .ShouldBe(2);
        var page = await member.GetAsync(Mine);
        page.TextOf(".say").ShouldStartWith("Grade 4 uses the exit ticket in mathematics");

        page = await page.Form("I told my team").SubmitAsync();
        page.Problems.ShouldHaveSingleItem().ShouldBe("Choose how you told them.");
        page = await page.Form("I told my team")
            .Tick("Input.How", "1")
            .Fill("A word about it", "Carol was away.")
            .SubmitAsync();

        page.Notice.ShouldBe("✓ It is kept that they were told.");
        page.Text.ShouldContain("in a team meeting by Theo Lindqvist");
        page.Text.ShouldContain("Carol was away.");
        (await member.GetAsync("/home"))
            .TextsOf("ul.line .what")
            .Count(t => t.StartsWith("Decision to tell", StringComparison.Ordinal))
            .ShouldBe(1);
        // The same from another window.
        page = await member.PostFormAsync(
            $"{Mine}?handler=Tell",
            ("Input.Teams", (await TeamAsync(app, "Grade 4")).ToString()),
            ("Input.How", "2"),
            ("Input.On", "2027-01-20")
        );
        page.Problems.ShouldHaveSingleItem().ShouldStartWith("This team was told already.");

        page = await page.FollowAsync("Say how far they are: Grade 4");
        (await page.Form("Keep it").SubmitAsync())
            .Problems.ShouldHaveSingleItem()
            .ShouldBe("Choose how far the team is.");
        var other = page.Form("Keep it").Tick("Input.Uptake", "1");
        page = await page.Form("Keep it")
            .Tick("Input.Uptake", "2")
            .Fill("What help it takes", "A set of tickets.")
            .SubmitAsync();
        page.Text.ShouldContain("▸ trying it");
        page.Text.ShouldContain("A set of tickets.");
        // What was opened before shows both.
        var met = await other.SubmitAsync();
        met.Status.ShouldBe(HttpStatusCode.Conflict);
        met.Text.ShouldContain("A set of tickets.");
        page = await page.FollowAsync("Say it anew: Grade 4");
        page = await page.Form("Correct it").Fill("How", "by mail").SubmitAsync();
        page.Text.ShouldContain("by mail by Theo Lindqvist");
    }

    [EngineTheory]
    public async Task What_was_said_by_mistake_is_taken_back_and_is_to_be_told_again(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        const string TakeBack = "Take back that they were told: Grade 4";
        var member = app.As("member");
        var page = await (await member.GetAsync(Mine))
            .Form("I told my team")
            .Tick("Input.How", "1")
            .SubmitAsync();
        (await app.As(GradeThree).GetAsync(Mine)).Text.ShouldNotContain("Not told after all?");
        (await app.As("facilitator").GetAsync(Mine)).Text.ShouldContain("Not told after all?");
        var four = await TeamAsync(app, "Grade 4");
        (
            await app.As(GradeThree)
                .PostFormAsync($"{Mine}?handler=TakeBack", ("Input.Teams", four.ToString()))
        )
            .Problems.ShouldHaveSingleItem()
            .ShouldStartWith("Only who said that they were told");

        page = await page.Form(TakeBack).SubmitAsync();
        page.Notice.ShouldBe("✓ It is taken back. The team is to be told.");
        page.Form("I told my team").ShouldNotBeNull();
        (await member.GetAsync("/home"))
            .TextsOf("ul.line .what")
            .Count(t => t.StartsWith("Decision to tell", StringComparison.Ordinal))
            .ShouldBe(2);

        // Told at the close, before anyone said that it is to be told; not before it was decided.
        page = await page.Form("I told my team")
            .Tick("Input.How", "1")
            .Set("Input.On", "2026-09-01")
            .SubmitAsync();
        page.Problems.ShouldHaveSingleItem().ShouldStartWith("It was decided on January");
    }

    [EngineTheory]
    public async Task A_team_dissolved_before_it_was_told_keeps_nothing_open(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        await app.Db(async db =>
        {
            var relay = await db.Set<Relay>()
                .Include(r => r.Teams)
                .SingleAsync(r => r.Number == DemoRelay.ToTell && r.EndedOn == null);
            var untold = relay.Teams.Where(t => t.ToldOn is null).Select(t => t.TeamId).ToList();
            untold.ShouldNotBeEmpty();
            foreach (var team in db.Set<InstructionalTeam>().Where(t => untold.Contains(t.Id)))
            {
                team.Dissolve(app.Clock.Now);
            }

            await db.SaveChangesAsync();
        });
        (await app.As("principal").GetAsync(List))
            .Document.QuerySelectorAll("main table a")
            .Select(a => a.GetAttribute("href"))
            .ShouldNotContain(Mine);
        (await app.As("principal").GetAsync(Mine)).Text.ShouldNotContain("not told yet");
    }

    [EngineTheory]
    public async Task What_was_not_told_in_its_school_year_leaves_the_day_and_stays_on_the_list(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        (await app.As("member").GetAsync("/home")).Text.ShouldContain("Decision to tell");
        await app.Db(async db =>
        {
            var year = await db.Set<SchoolYear>().OrderByDescending(y => y.FirstDay).FirstAsync();
            db.Entry(year).Property(y => y.FirstDay).CurrentValue = new DateOnly(2027, 1, 20);
            await db.SaveChangesAsync();
        });
        (await app.As("member").GetAsync("/home")).Text.ShouldNotContain("Decision to tell");
        (await app.As("member").GetAsync(List)).TextOf("#mine").ShouldBe("Yours to tell");
    }

    [EngineTheory]
    public async Task Each_speaks_to_their_own_team_and_who_leads_to_one_without_a_voice(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        var (three, gifted) = (
            await TeamAsync(app, "Grade 3"),
            await TeamAsync(app, DemoDistrict.UnspokenProgram)
        );
        foreach (
            var (who, team) in new[] { ("member", three), ("member", gifted), ("principal", three) }
        )
        {
            (await TellAsync(app, who, team))
                .Problems.ShouldHaveSingleItem()
                .ShouldStartWith("That is for whoever speaks for the team");
        }

        (await app.As("member").GetAsync($"{Overdue}/teams/{three}")).Status.ShouldBe(
            HttpStatusCode.NotFound
        );
        (await TellAsync(app, GradeThree, three)).Problems.ShouldBeEmpty();
        (await TellAsync(app, "facilitator", gifted)).Problems.ShouldBeEmpty();
        (await TellAsync(app, "teacher", three)).Status.ShouldBe(HttpStatusCode.NotFound);
        await app.Db(async db =>
            (
                await db.Set<RelayTeam>()
                    .CountAsync(t => t.TeamId == three && t.ToldOn == new DateOnly(2027, 1, 20))
            ).ShouldBe(1)
        );
    }

    [EngineTheory]
    public async Task A_question_comes_back_as_an_issue_and_its_answer_goes_to_all_who_asked(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        var member = app.As("member");
        var page = await member.GetAsync(Overdue);
        (await page.Form("Bring it to the ILT").SubmitAsync())
            .Problems.ShouldHaveSingleItem()
            .ShouldBe("Write what your team asks.");
        page = await page.Form("Bring it to the ILT")
            .Fill("What your team asks", "Who chooses the look-for?")
            .SubmitAsync();
        page.Text.ShouldContain("From Grade 4, brought by Theo Lindqvist");
        var issue = await page.FollowAsync("Issue 15");
        issue.Text.ShouldContain("Theo Lindqvist brought it, from Grade 4");
        issue.Text.ShouldContain("Each month has one look-for");

        page = await app.As(GradeThree).GetAsync(Overdue);
        page = await page.Form("Grade 3 asks this too: question 3").SubmitAsync();
        page.Text.ShouldContain("From Grade 3, Grade 4, brought by");
        page = await app.As("principal").GetAsync(Overdue);
        page = await page.FollowAsync("Write the answer to question 3");
        (await page.Form("Answer them").SubmitAsync())
            .Problems.ShouldHaveSingleItem()
            .ShouldBe("Write the answer first.");
        page = await page.Form("Answer them")
            .Fill("The answer", "The ILT, from what teams propose.")
            .SubmitAsync();
        page.Notice!.ShouldStartWith("✓ It is answered.");

        (await member.GetAsync($"/{DemoDistrict.Lincoln}/work/issues/15")).Text.ShouldContain(
            "The ILT, from what teams propose."
        );
        foreach (var (who, team) in new[] { ("member", "Grade 4"), (GradeThree, "Grade 3") })
        {
            var browser = app.As(who);
            (await browser.GetAsync("/home")).Text.ShouldContain("Who chooses the look-for?");
            page = await browser.GetAsync(Overdue);
            page = await page.Form($"I told {team} the answer to question 3").SubmitAsync();
            (await browser.GetAsync("/home")).Text.ShouldNotContain("Who chooses the look-for?");
        }

        page.Text.ShouldContain("All who asked have heard it.");
        (await app.As("principal").GetAsync($"{Overdue}/questions/3")).Path.ShouldBe(Overdue);
    }

    [EngineTheory]
    public async Task What_solved_the_issue_is_offered_as_the_answer(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var page = await app.As("facilitator").GetAsync($"{Overdue}/questions/{DemoRelay.Solved}");
        var form = page.Form("Answer them");
        form["Input.Answer"]!.Trim().ShouldStartWith("It hangs on the staff room door");
        page = await form.SubmitAsync();
        page.Notice!.ShouldStartWith("✓ It is answered.");
    }

    [EngineTheory]
    public async Task Staff_read_the_message_and_whether_their_team_was_told_and_no_more(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        var teacher = app.As("teacher");
        foreach (var path in new[] { List, Overdue, $"{Overdue}/slide", $"{Overdue}/mail" })
        {
            (await teacher.GetAsync(path)).Status.ShouldBe(HttpStatusCode.NotFound);
        }

        var page = await teacher.GetAsync($"{Decisions}/{DemoRelay.Overdue}");
        page.Text.ShouldContain("From next month on there is one look-for a month, not four.");
        page.Text.ShouldContain("Grade 4 has not been told yet.");
        page.Text.ShouldNotContain("One lesson in which someone shows");
        page.Text.ShouldNotContain("Grade 1");
        page = await teacher.GetAsync($"{Decisions}/{DemoRelay.Answered}");
        page.Text.ShouldContain("Grade 4 was told on");
        page = await teacher.GetAsync($"/{DemoDistrict.Lincoln}");
        page.Text.ShouldContain("· Grade 4 was told on");
        page.Text.ShouldContain("From next month on there is one look-for a month, not four.");
        // What a team needs stands in no trail either.
        await app.Db(async db =>
            (await db.Set<AuditEntry>().AnyAsync(a => a.Kind == "RelayTeam")).ShouldBeFalse()
        );
    }

    [EngineTheory]
    public async Task Who_guides_the_team_ends_the_telling_with_a_reason(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var facilitator = app.As("facilitator");
        (
            await app.As("member").PostFormAsync($"{Mine}/edit?handler=End", ("Input.Reason", "x"))
        ).Status.ShouldBe(HttpStatusCode.NotFound);
        var page = await facilitator.GetAsync($"{Mine}/edit");
        (await page.Form("End the telling").SubmitAsync())
            .Problems.ShouldHaveSingleItem()
            .ShouldBe("Enter why it is no longer to tell.");
        var words = page.Form("Save the message").Fill("The message", "Otherwise.");
        page = await page.Form("End the telling")
            .Fill("Why it is no longer to tell", "The break came first.")
            .SubmitAsync();
        page.Text.ShouldContain("that it is no longer to be told: The break came first.");
        (await words.SubmitAsync()).Status.ShouldBe(HttpStatusCode.Conflict);
        (await app.As("member").GetAsync("/home"))
            .TextsOf("ul.line .what")
            .Count(t => t.StartsWith("Decision to tell", StringComparison.Ordinal))
            .ShouldBe(1);
        (await facilitator.GetAsync($"{Mine}/edit")).Path.ShouldBe(Mine);
    }

    [EngineTheory]
    public async Task Two_who_change_the_message_at_once_see_both(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var first = await app.As("member").GetAsync($"{Overdue}/edit");
        var second = await app.As("principal").GetAsync($"{Overdue}/edit");
        await first.Form("Save the message").Fill("The message", "One way.").SubmitAsync();
        var page = await second
            .Form("Save the message")
            .Fill("The message", "Another way.")
            .SubmitAsync();
        page.Status.ShouldBe(HttpStatusCode.Conflict);
        page.Text.ShouldContain("One way.");
        page = await page.Form("Save the message").SubmitAsync();
        page.TextOf(".say").ShouldBe("Another way.");
    }

    [EngineTheory]
    public async Task A_mail_to_the_team_tells_it_and_goes_to_nobody_who_wants_none(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        await app.As("teacher").PostFormAsync("/account/mail?handler=Off");
        var before = await app.Db(db => db.Set<OutboxMail>().CountAsync());
        var page = await app.As("member").GetAsync($"{Mine}/mail");
        page.Text.ShouldContain("It goes to 2 people; 1 other in the team");
        page = await page.Form("Send it to Grade 4").SubmitAsync();

        page.Notice.ShouldBe("✓ The mail is on its way, and your team counts as told.");
        page.Text.ShouldContain("by mail by Theo Lindqvist");
        await app.Db(async db =>
        {
            var mails = await db.Set<OutboxMail>().OrderBy(m => m.Id).Skip(before).ToListAsync();
            mails.Count.ShouldBe(2);
            mails.ShouldAllBe(m => !m.To.StartsWith("teacher@"));
            mails[0].Body.ShouldContain("Grade 4 uses the exit ticket in mathematics");
            mails[0].Body.ShouldContain($"{Decisions}/{DemoRelay.ToTell}");
        });
        (
            await app.As("member")
                .PostFormAsync(
                    $"{Mine}/mail",
                    ("Team", (await TeamAsync(app, "Grade 4")).ToString())
                )
        )
            .Problems.ShouldHaveSingleItem()
            .ShouldStartWith("This team was told already");
        (await app.Db(db => db.Set<OutboxMail>().CountAsync())).ShouldBe(before + 2);
    }

    [EngineTheory]
    public async Task Teams_told_in_one_moment_are_all_counted(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var form = (await app.As("principal").GetAsync($"{Decisions}/4/decide"))
            .Form("Take the decision")
            .Set("Input.As", "4")
            .Set("Input.ToTell");
        await form.SubmitAsync();
        await app.Db(db => db.Set<DecisionTeam>().ExecuteDeleteAsync());
        await (await app.As("principal").GetAsync($"{At(4)}/begin"))
            .Form("Tell the teams")
            .SubmitAsync();
        (string Who, string Team)[] all =
        [
            ("member", "Grade 4"),
            (GradeThree, "Grade 3"),
            ("hannah.moskowitz@riverbend.example", "Kindergarten"),
            ("tom.eriksen@riverbend.example", "Grade 1"),
            ("facilitator", DemoDistrict.UnspokenProgram),
        ];
        var teams = new List<(string Who, Guid Team)>();
        foreach (var (who, team) in all)
        {
            teams.Add((who, await TeamAsync(app, team)));
        }

        var pages = await Task.WhenAll(teams.Select(t => TellAsync(app, t.Who, t.Team, At(4))));

        pages.ShouldAllBe(p => p.Status == HttpStatusCode.OK);
        await app.Db(async db =>
        {
            var tally = await db.Set<RelayTally>()
                .SingleAsync(t => db.Set<Relay>().Any(r => r.Id == t.RelayId && r.Number == 4));
            (tally.Teams, tally.InTime).ShouldBe((10, 5));
        });
    }

    [EngineTheory]
    public async Task The_district_sees_the_share_of_a_school_that_shows_it(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var district = app.As("district-leader");
        var schools = $"/{DemoDistrict.District}/schools";
        (await RowAsync("Lincoln")).ShouldEndWith("60%, 6 of 10");
        (await RowAsync("Riverbend High")).ShouldEndWith("100%, 12 of 12");
        (await RowAsync("Tubman")).ShouldEndWith("not shown by the team");
        (await app.As("member").GetAsync(List)).Text.ShouldContain("6 of 10 teams, 60%");
        (await app.As("member").PostFormAsync($"{List}?handler=Unshare")).Status.ShouldBe(
            HttpStatusCode.NotFound
        );

        var page = await (await app.As("facilitator").GetAsync(List))
            .Form("Stop showing it")
            .SubmitAsync();

        (await RowAsync("Lincoln")).ShouldEndWith("not shown by the team");
        page = await page.Form("Show it to the district").SubmitAsync();
        page.Text.ShouldContain("✓ shown since");
        (await RowAsync("Lincoln")).ShouldEndWith("60%, 6 of 10");

        async Task<string> RowAsync(string school) =>
            (await district.GetAsync(schools))
                .TextsOf("tbody tr")
                .Single(r => r.StartsWith(school, StringComparison.Ordinal));
    }

    private static string At(int number) =>
        Invariant($"/{DemoDistrict.Lincoln}/sharing/relays/{number}");

    private static Task<Guid> TeamAsync(TestApp app, string name) =>
        app.Db(db =>
            db.Set<InstructionalTeam>()
                .Where(t => t.Name == name && t.DissolvedAt == null)
                .Where(t =>
                    db.Set<Unit>().Any(u => u.Id == t.UnitId && u.Slug == DemoDistrict.Lincoln)
                )
                .Select(t => t.Id)
                .SingleAsync()
        );

    private static Task<TestPage> TellAsync(
        TestApp app,
        string who,
        Guid team,
        string? path = null
    ) =>
        app.As(who)
            .PostFormAsync(
                $"{path ?? Overdue}?handler=Tell",
                ("Input.Teams", team.ToString()),
                ("Input.How", "1"),
                ("Input.On", "2027-01-20")
            );
}
