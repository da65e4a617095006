using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Throughline.Data.Demo;
using Throughline.Data.Platform;
using Throughline.Data.Tests.Engines;
using Throughline.Domain.Meetings;
using Throughline.Domain.Teams;
using Throughline.Domain.Units;
using Throughline.Web.Features.Home;
using Throughline.Web.Tests.Support;
using static Throughline.Web.Tests.Meetings.TodaysMeeting;

namespace Throughline.Web.Tests.Meetings;

/// <summary>Before a meeting: what members bring, in which order, and who does what.</summary>
public sealed class BeforeTheMeetingTests
{
    [EngineTheory]
    public async Task What_a_member_brings_stands_on_the_agenda_for_who_facilitates_to_order(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        var at = await TodayAsync(app);

        var page = await app.As("member").GetAsync($"{at}/items/new");
        page = await page.Form("Put it on the agenda")
            .Fill("What it is about", "Fractions <script>alert(1)</script>")
            .Fill("Minutes", "12")
            .SubmitAsync();

        page.Path.ShouldBe(at);
        page.Notice.ShouldBe("✓ It is on the agenda.");
        page.Text.ShouldContain("discuss · 12 min · Theo Lindqvist");
        page.Html.ShouldNotContain("<script>alert");
        var item = page
            .Document.QuerySelectorAll("li li a")
            .Single(a => a.TextContent.StartsWith("Fractions", StringComparison.Ordinal))
            .GetAttribute("href")!;
        (
            await app.As("member").PostFormAsync($"{item}?handler=Move", ("to", "Up"))
        ).Status.ShouldBe(HttpStatusCode.NotFound);
        page = await app.As("facilitator").PostFormAsync($"{item}?handler=Move", ("to", "Up"));
        page.TextsOf("li li a strong").Last().ShouldNotStartWith("Fractions");
    }

    [EngineTheory]
    public async Task What_nobody_could_do_in_the_time_is_refused_with_what_was_typed(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var page = await app.As("member").GetAsync($"{await TodayAsync(app)}/items/new");

        page = await page.Form("Put it on the agenda")
            .Fill("What it is about", "Everything")
            .Fill("Minutes", "400")
            .SubmitAsync();

        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Problems.ShouldContain(p =>
            p.Contains("Ask for 1 to 90 minutes", StringComparison.Ordinal)
        );
        page.Form("Put it on the agenda")["Input.Title"].ShouldBe("Everything");
    }

    [EngineTheory]
    public async Task Regrets_give_a_proposed_role_to_someone_who_comes(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var at = await TodayAsync(app);
        await app.As("member").PostFormAsync($"{at}/roles?handler=Take", ("Input.Kind", "2"));
        (await app.As("member").GetAsync(at)).Text.ShouldContain("Theo Lindqvist (you)");

        var page = await (await app.As("member").GetAsync(at)).Form("I cannot come").SubmitAsync();

        page.Notice.ShouldBe("✓ Your regrets are noted.");
        page.Text.ShouldContain("Theo Lindqvist.");
        page.Text.ShouldNotContain("Theo Lindqvist (you)");
        (
            await app.As("facilitator")
                .PostFormAsync(
                    $"{at}/roles?handler=Give",
                    ("Input.Kind", "2"),
                    ("Input.PersonId", (await IdOfAsync(app, "Theo")).ToString())
                )
        ).Problems.ShouldContain(p => p.Contains("sent regrets", StringComparison.Ordinal));
        page = await (await app.As("member").GetAsync(at))
            .Form("I can come after all")
            .SubmitAsync();
        page.Text.ShouldContain("I cannot come");
    }

    [EngineTheory]
    public async Task An_item_is_left_for_the_next_meeting_or_put_back_before_the_meeting(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        var at = await TodayAsync(app);
        var facilitator = app.As("facilitator");
        var title = (await facilitator.GetAsync(at)).TextsOf("li li a strong")[0];

        var page = await (await facilitator.GetAsync(at))
            .Form($"Next time: “{title}”")
            .SubmitAsync();
        page.Notice.ShouldBe("✓ It comes to the next meeting by itself.");
        page = await page.Form($"Put it back: “{title}”").SubmitAsync();
        page.Html.ShouldNotContain("Put it back");
        await (await facilitator.GetAsync(at)).Form($"Next time: “{title}”").SubmitAsync();
        await facilitator.PostFormAsync($"{at}/clock?handler=Start");
        await facilitator.PostFormAsync($"{at}/clock?handler=End");

        (await facilitator.GetAsync(await NextAsync(app, at)))
            .TextsOf("li li a strong")
            .ShouldContain(title);
        (
            await app.As("member").PostFormAsync($"{at}/items/1?handler=Move", ("to", "Up"))
        ).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [EngineTheory]
    public async Task Who_declined_a_role_is_asked_for_no_other_at_this_meeting(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var at = await TodayAsync(app);
        var holder = await app.Db(db =>
            db.Set<MeetingRole>()
                .Where(r => r.MeetingId == MeetingOf(db, at).Id)
                .Where(r => !r.IsTaken)
                .Join(db.Set<Person>(), r => r.PersonId, p => p.Id, (_, p) => p)
                .FirstAsync()
        );
        var theirs = app.As(holder.Email!);
        await (await theirs.GetAsync(at)).Form("Not this time").SubmitAsync();

        // Whoever sends regrets has the roles proposed anew.
        await app.As("member").PostFormAsync($"{at}/attendance?handler=Regrets");

        var roles = await app.Db(db =>
            db.Set<MeetingRole>()
                .Where(r => r.MeetingId == MeetingOf(db, at).Id)
                .Select(r => r.PersonId)
                .ToListAsync()
        );
        roles.Count.ShouldBe(3);
        roles.ShouldNotContain(holder.Id);
    }

    [EngineTheory]
    public async Task One_member_puts_on_the_agenda_what_another_brings(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var at = await TodayAsync(app);

        var page = await (await app.As("facilitator").GetAsync($"{at}/items/new"))
            .Form("Put it on the agenda")
            .Fill("What it is about", "Reading logs")
            .Fill("Who brings it", "Theo Lindqvist")
            .SubmitAsync();

        page.Text.ShouldContain("Reading logs");
        var item = page
            .Document.QuerySelectorAll("li li a")
            .Single(a => a.TextContent == "Reading logs")
            .GetAttribute("href")!;
        // It is Theo's to change.
        page = await app.As("member").GetAsync(item);
        page.Text.ShouldContain("Theo Lindqvist brings it.");
        page.Text.ShouldContain("Take it off the agenda");
        // Whoever changes it later leaves it his, also when he sits on the team no more.
        await app.Db(async db =>
        {
            var theo = await IdOfAsync(app, "Theo");
            var ilt = await db.Set<Ilt>()
                .Include(i => i.Memberships)
                .SingleAsync(i => i.Memberships.Any(m => m.PersonId == theo));
            ilt.EndMembership(theo, app.Clock.Now).IsOk.ShouldBeTrue();
            await db.SaveChangesAsync();
        });
        await (await app.As("facilitator").GetAsync(item)).Form("Save").SubmitAsync();
        (await app.As("facilitator").GetAsync(item)).Text.ShouldContain(
            "Theo Lindqvist brings it."
        );
        (
            await app.As("facilitator")
                .PostFormAsync(
                    $"{at}/items/new",
                    ("Input.Title", "Nobody's"),
                    ("Input.Kind", "2"),
                    ("Input.Minutes", "5"),
                    ("Input.BroughtBy", Guid.Empty.ToString())
                )
        ).Problems.ShouldContain(p => p.StartsWith("This person does not sit"));
    }

    [EngineTheory]
    public async Task An_item_taken_off_leaves_room_for_another_and_the_meeting_can_end(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        var at = await TodayAsync(app);
        var member = app.As("member");
        await BringAsync(member, at, "Taken off again");
        var item = (await member.GetAsync(at))
            .Document.QuerySelectorAll("li li a")
            .Single(a => a.TextContent == "Taken off again")
            .GetAttribute("href")!;
        (await member.PostFormAsync($"{item}?handler=Withdraw")).Notice.ShouldBe(
            "✓ It is off the agenda."
        );

        (await BringAsync(member, at, "Brought instead")).Notice.ShouldBe("✓ It is on the agenda.");
        await app.As("facilitator").PostFormAsync($"{at}/clock?handler=Start");
        (await app.As("facilitator").PostFormAsync($"{at}/clock?handler=End")).Text.ShouldContain(
            "▲ draft"
        );
    }

    [EngineTheory]
    public async Task While_someone_keeps_the_norms_by_term_a_meeting_offers_no_other_keeper(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        var at = await TodayAsync(app);

        var page = await app.As("facilitator").GetAsync($"{at}/roles");
        page.Text.ShouldContain("Eileen Murphy, by term");
        page.Document.QuerySelectorAll("main select").Length.ShouldBe(3);
        page = await app.As("facilitator")
            .PostFormAsync(
                $"{at}/roles?handler=Give",
                ("Input.Kind", "4"),
                ("Input.PersonId", (await IdOfAsync(app, "Theo")).ToString())
            );
        page.Problems.ShouldHaveSingleItem().ShouldStartWith("Eileen Murphy keeps the norms until");
        (await app.As("member").GetAsync(at)).Text.ShouldContain("Eileen Murphy by term");
    }

    private static async Task<TestPage> BringAsync(TestBrowser who, string at, string what) =>
        await (await who.GetAsync($"{at}/items/new"))
            .Form("Put it on the agenda")
            .Fill("What it is about", what)
            .SubmitAsync();
}
