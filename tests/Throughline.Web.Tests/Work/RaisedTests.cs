using System.Net;
using Microsoft.EntityFrameworkCore;
using Throughline.Data.Demo;
using Throughline.Data.Platform;
using Throughline.Data.Tests.Engines;
using Throughline.Domain.Teams;
using Throughline.Domain.Units;
using Throughline.Domain.Work;
using Throughline.Web.Tests.Support;
using static Throughline.Web.Tests.Assessments.RoundPages;

namespace Throughline.Web.Tests.Work;

/// <summary>A teacher raises something, and follows it.</summary>
public sealed class RaisedTests(SharedApps apps) : IClassFixture<SharedApps>
{
    private const string List = $"/{DemoDistrict.Lincoln}/work/raised";
    private const string Issues = $"/{DemoDistrict.Lincoln}/work/issues";
    private const string Carol = "carol.jensen@riverbend.example";

    [EngineTheory]
    public async Task What_a_teacher_raises_reaches_the_representative_and_the_answer_comes_back(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        var page = await app.As("teacher").GetAsync($"{List}/new");
        page.Text.ShouldContain(
            "Your representative answers within 5 school days, else it goes to Dana Whitehorse"
        );
        var form = page.Form("Send it")
            .Fill("What you want to raise", "Who takes the bus list?")
            .Fill("More about it", "Every Friday.");
        page = await form.SubmitAsync();
        (await form.SubmitAsync()).Path.ShouldBe(page.Path);

        page.Text.ShouldContain("It is with Theo Lindqvist.");
        page.TextsOf("ul.line li p").ShouldBe(["Sent to Theo Lindqvist"]);
        (
            await app.Db(db =>
                db.Set<RaisedMatter>().CountAsync(m => m.Title == "Who takes the bus list?")
            )
        ).ShouldBe(1);
        var path = page.Path;
        // Only the sender and who holds it.
        foreach (
            var other in new[]
            {
                "principal",
                "facilitator",
                "admin",
                "district-leader",
                "sit-member",
            }
        )
        {
            (await app.As(other).GetAsync(path)).Status.ShouldBe(HttpStatusCode.NotFound, other);
            (
                await app.As(other).PostFormAsync($"{path}?handler=Answer", ("Input.Answer", "x"))
            ).Status.ShouldBe(HttpStatusCode.NotFound, other);
        }

        var day = await app.As("member").GetAsync("/home");
        day.Text.ShouldContain("Raised with you · answer by");
        page = await app.As("member").GetAsync(path);
        page.Text.ShouldContain("Amara Osei raised it, about Grade 4.");
        (await page.Form("Send the answer").SubmitAsync()).Problems.ShouldBe([
            "Write the answer first.",
        ]);
        page = await page.Form("Send the answer")
            .Fill("Your answer", "Judith does, <b>always</b>.")
            .SubmitAsync();
        page.Path.ShouldBe("/home");

        page = await app.As("teacher").GetAsync(path);
        page.Text.ShouldContain("It is answered.");
        page.TextsOf("ul.line li p")
            .ShouldBe([
                "Theo Lindqvist answered",
                "Judith does, <b>always</b>.",
                "Sent to Theo Lindqvist",
            ]);
        (await app.As("teacher").GetAsync("/home")).Text.ShouldContain("You raised it · answered");
        (await app.As("member").GetAsync(path)).Status.ShouldBe(HttpStatusCode.NotFound);
        app.Clock.Advance(TimeSpan.FromDays(8));
        (await app.As("teacher").GetAsync("/home")).Text.ShouldNotContain(
            "You raised it · answered"
        );
        var trail = await app.Db(db =>
            db.Set<AuditEntry>().Select(a => a.Kind).Distinct().ToListAsync()
        );
        trail.ShouldNotContain(k =>
            k.StartsWith("Matter", StringComparison.Ordinal) || k == nameof(RaisedMatter)
        );
    }

    [EngineTheory]
    public async Task On_the_list_it_stands_without_a_name_and_its_sender_follows_it_to_the_end(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        var path = await PathAsync(app, DemoMatter.Waiting);
        var page = await (await app.As("member").GetAsync(path))
            .Form("Bring it to the ILT")
            .SubmitAsync();

        page.Path.ShouldBe($"{Issues}/15");
        page.Heading.ShouldBe(DemoMatter.Waiting);
        page.Text.ShouldContain("Theo Lindqvist brought it, from Grade 4");
        page.Text.ShouldNotContain("Amara");
        (await app.As("principal").GetAsync(Issues)).Text.ShouldContain("from Grade 4");
        await page.Form("Save: Discuss: what was said")
            .Fill("What was said", "Secret talk")
            .SubmitAsync();
        page = await app.As("member").GetAsync($"{Issues}/15");
        await page.Form("Park the issue").Fill("Why it is parked", "Secret reason").SubmitAsync();
        page = await app.As("member").GetAsync($"{Issues}/15");
        await page.Form("It is solved").Fill("What came of it", "Rooms by term.").SubmitAsync();

        page = await app.As("teacher").GetAsync(path);
        page.Text.ShouldContain("It is solved.");
        page.TextsOf("ul.line li p")
            .ShouldBe(
                [
                    "Solved",
                    "Rooms by term.",
                    "The ILT put it aside for a while",
                    "The ILT discussed it",
                    "Theo Lindqvist brought it to the ILT: it is on the list",
                    "Sent to Theo Lindqvist",
                ],
                ignoreOrder: true
            );
        page.Text.ShouldNotContain("Secret");
        (await app.As("teacher").GetAsync("/home")).Text.ShouldContain("You raised it · solved");
        (await app.As("teacher").GetAsync($"{Issues}/15")).Status.ShouldBe(HttpStatusCode.NotFound);
        // Brought once: the old page says so.
        (await app.As("member").PostFormAsync($"{path}?handler=Bring"))
            .Problems.ShouldHaveSingleItem()
            .ShouldStartWith("Someone was quicker");
    }

    [EngineTheory]
    public async Task Two_who_bring_it_at_once_bring_it_once(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var path = await PathAsync(app, DemoMatter.Waiting);
        await Task.WhenAll(
            Enumerable
                .Range(0, 3)
                .Select(_ => app.As("member").PostFormAsync($"{path}?handler=Bring"))
        );
        (
            await app.Db(db => db.Set<Issue>().CountAsync(i => i.Title == DemoMatter.Waiting))
        ).ShouldBe(1);
    }

    [EngineTheory]
    public async Task A_sender_is_named_by_wish_and_not_found_in_a_small_team(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var page = await (await app.As("teacher").GetAsync($"{List}/new"))
            .Form("Send it")
            .Fill("What you want to raise", "With my name")
            .Tick("My name may stand on the ILT’s list")
            .SubmitAsync();
        page = await (await app.As("member").GetAsync(page.Path))
            .Form("Bring it to the ILT")
            .SubmitAsync();
        page.Text.ShouldContain("Theo Lindqvist brought it, Amara Osei");

        // With Nadia gone, two of Grade 4 are not on the ILT.
        await app.Db(async db =>
        {
            var team = await db.Set<InstructionalTeam>()
                .Include(t => t.Members)
                .SingleAsync(t => t.Name == "Grade 4");
            team.Remove(
                await db.Set<Person>()
                    .Where(p => p.GivenName == "Nadia")
                    .Select(p => p.Id)
                    .SingleAsync()
            );
            await db.SaveChangesAsync();
        });
        page = await (await app.As("member").GetAsync(await PathAsync(app, DemoMatter.Waiting)))
            .Form("Bring it to the ILT")
            .SubmitAsync();
        page.Text.ShouldContain("Theo Lindqvist brought it, from a teacher");
    }

    [EngineTheory]
    public async Task The_home_of_a_teacher_says_who_speaks_for_them_and_what_became_of_it(
        Engine engine
    )
    {
        var app = await apps.On(engine);
        var page = await app.As("teacher").GetAsync($"/{DemoDistrict.Lincoln}");
        page.TextOf("section[aria-labelledby=voice]")
            .ShouldContain("Theo Lindqvist (write to Theo Lindqvist) for Grade 4");
        page.Document.QuerySelector("section[aria-labelledby=voice] a[href^=mailto]")!
            .GetAttribute("href")
            .ShouldBe("mailto:member@riverbend.example");
        page.TextsOf("section[aria-labelledby=voice] .rows a:not([href*='/decisions/'])")
            .ShouldBe(
                [
                    "write to Theo Lindqvist",
                    DemoMatter.Waiting,
                    DemoMatter.TimeOver,
                    DemoMatter.OnTheList,
                    DemoMatter.Answered,
                ],
                ignoreOrder: true
            );
        page = await page.FollowAsync("All that I raised");
        page.TextsOf("ul.rows a").Count.ShouldBe(4);
        // Only one's own.
        (await app.As(Carol).GetAsync(List)).Text.ShouldContain("You have raised nothing yet");
        (await app.As("sit-member").GetAsync($"/{DemoDistrict.Lincoln}")).Text.ShouldContain(
            "You belong to no instructional team here."
        );
        (await app.As("member").GetAsync($"/{DemoDistrict.Lincoln}")).Text.ShouldNotContain(
            "Who speaks for me"
        );
    }

    [EngineTheory]
    public async Task Who_is_not_on_the_ilt_finds_it_in_the_navigation_and_in_their_day(
        Engine engine
    )
    {
        var app = await apps.On(engine);
        var page = await app.As("teacher").GetAsync("/home");
        page.TextsOf("nav.areas a").ShouldContain("Raise something");
        (await page.FollowAsync("Raise something with the ILT")).Heading.ShouldBe(
            "Raise something"
        );
        page = await app.As("member").GetAsync("/home");
        page.TextsOf("nav.areas a").ShouldNotContain("Raise something");
        page.Text.ShouldNotContain("Raise something with the ILT");
        (await page.FollowAsync("Work")).TextsOf("nav.pages a").ShouldContain("Issues");
    }

    private static async Task<string> PathAsync(TestApp app, string title) =>
        $"{List}/{await app.Db(db => db.Set<RaisedMatter>().Where(m => m.Title == title).Select(m => m.Id).SingleAsync())}";
}
