using System.Net;
using Microsoft.EntityFrameworkCore;
using Throughline.Data.Demo;
using Throughline.Data.Tests.Engines;
using Throughline.Domain.Teams;
using Throughline.Domain.Units;
using Throughline.Web.Features.Teams;
using Throughline.Web.Ui;

namespace Throughline.Web.Tests.Teams;

public sealed class TeamPageTests
{
    private const string Team = "/lincoln-elementary/team";

    [EngineTheory]
    public async Task Everyone_of_the_school_sees_who_speaks_for_whom_and_who_is_not_heard(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        var page = await app.As("teacher").GetAsync(Team);

        page.TextOf("#members").ShouldBe("Members (12)");
        page.Text.ShouldContain("Dana Whitehorse facilitates for now");
        page.TextOf("#size ~ p").ShouldContain("good size");
        page.TextsOf("#voices ~ .rows li")
            .ShouldContain("Gifted and talented program, 2 people ◆ nobody speaks for it");
        page.TextsOf("button, main a")
            .ShouldNotContain(t => t.Contains("seat", StringComparison.Ordinal));
        page.Commands.Count.ShouldBeLessThanOrEqualTo(8);
        (await app.As("outsider").GetAsync(Team)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [EngineTheory]
    public async Task A_school_without_a_team_stands_in_the_day_of_who_may_form_one(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        const string first = "Form the ILT";
        (await app.As("principal").GetAsync("/home")).Text.ShouldNotContain(first);
        await app.Db(db =>
            db.Set<IltMembership>()
                .Where(m => m.Until == null)
                .ExecuteUpdateAsync(m => m.SetProperty(x => x.Until, app.Clock.Now))
        );

        var page = await app.As("principal").GetAsync("/home");

        page.Text.ShouldContain(first);
        page = await page.FollowAsync("See the way to one: Form the ILT, Lincoln Elementary");
        page.Path.ShouldBe(Team);
        (await app.As("teacher").GetAsync("/home")).Text.ShouldNotContain(first);
        // The morning's mail goes to the same people.
        (
            await app.Db(db =>
            {
                var people = new FirstStepInMyDay().PeopleWithSomething(db, app.Clock.Now);
                return db.Set<Person>()
                    .Where(p => people.Contains(p.Id))
                    .Select(p => p.Email)
                    .ToListAsync();
            })
        ).ShouldContain(DemoDistrict.Email("principal"));
    }

    [EngineTheory]
    public async Task A_seat_is_given_to_who_speaks_for_an_unheard_program(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var page = await app.As("principal").GetAsync(Team);
        page = await page.FollowAsync("Give a seat to someone of Gifted and talented");

        page = await page.Form("Give the seat").Fill("Who", "Lindholm, Rachel").SubmitAsync();

        page.Notice.ShouldBe("✓ Rachel Lindholm sits on the ILT as representative.");
        page.TextOf("#members").ShouldBe("Members (13)");
        page.Text.ShouldContain(
            "Every instructional team and program has someone who speaks for it"
        );
    }

    [EngineTheory]
    public async Task A_representative_without_a_team_is_refused_with_the_choice_kept(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var page = await app.As("principal").GetAsync(Team + "/give-seat");

        page = await page.Form("Give the seat")
            .Fill("Who", "Lindholm, Rachel")
            .Fill("As", "Representative")
            .SubmitAsync();

        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.TextOf("#Input_SpeaksForTeamId-error").ShouldContain("speaks for");
        page.TextOf("#Input_PersonId option[selected]").ShouldBe("Lindholm, Rachel");
    }

    [EngineTheory]
    public async Task Someone_of_the_districts_office_is_found_by_name_and_someone_of_another_school_is_not(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        var browser = app.As("principal");

        (await browser.GetAsync(Team + "/give-seat?Q=nakamura"))
            .TextsOf("#Input_PersonId option")
            .ShouldContain("Nakamura, Walter");
        var elsewhere = await app.Db(db =>
            db.Set<RoleAssignment>()
                .Where(r =>
                    r.Role == Role.Principal
                    && db.Set<Unit>().Any(u => u.Id == r.UnitId && u.Slug == "tubman-middle")
                )
                .Select(r => r.PersonId)
                .FirstAsync()
        );
        var page = await (await browser.GetAsync(Team + "/give-seat"))
            .Form("Give the seat")
            .Set("Input.PersonId", elsewhere.ToString())
            .Fill("As", "Coach")
            .SubmitAsync();
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [EngineTheory]
    public async Task A_seat_given_on_an_old_view_of_the_team_waits_for_a_second_look(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var first = (await app.As("principal").GetAsync(Team + "/give-seat")).Form("Give the seat");
        var second = (await app.As("admin").GetAsync(Team + "/give-seat")).Form("Give the seat");
        await first.Fill("Who", "Lindholm, Rachel").Fill("As", "Coach").SubmitAsync();

        var page = await second.Fill("Who", "Tate, Marcus").Fill("As", "Coach").SubmitAsync();

        page.Status.ShouldBe(HttpStatusCode.Conflict);
        page.Text.ShouldContain("13 by now");
        (await SittingAsync(app)).ShouldBe(13);
        page = await page.Form("Give the seat").SubmitAsync();
        page.Notice!.ShouldContain("Marcus Tate");
        (await SittingAsync(app)).ShouldBe(14);
    }

    [EngineTheory]
    public async Task The_twentieth_member_is_refused(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var browser = app.As("principal");
        var form = await browser.GetAsync(Team + "/give-seat");
        for (var sitting = 12; sitting < 19; sitting++)
        {
            var next = form.TextsOf("#Input_PersonId option")[1];
            await form.Form("Give the seat").Fill("Who", next).Fill("As", "Coach").SubmitAsync();
            form = await browser.GetAsync(Team + "/give-seat");
        }

        (await browser.GetAsync(Team)).TextOf("#size ~ p").ShouldContain("large");
        var page = await form.Form("Give the seat")
            .Fill("Who", form.TextsOf("#Input_PersonId option")[1])
            .Fill("As", "Coach")
            .SubmitAsync();

        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Problems.ShouldHaveSingleItem().ShouldContain("fewer than 20");
        (await SittingAsync(app)).ShouldBe(19);
    }

    [EngineTheory]
    public async Task A_seat_changes_and_ends_and_the_history_shows_it(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var browser = app.As("principal");
        var page = await browser.GetAsync(Team);
        page = await page.FollowAsync("Change the seat of Theo Lindqvist");

        page = await page.Form("Save").Fill("Speaks for", "Grade 5").SubmitAsync();
        page.Notice.ShouldBe("✓ The seat of Theo Lindqvist is saved.");

        page = await page.FollowAsync("Change the seat of Theo Lindqvist");
        page = await page.Form("End the membership").SubmitAsync();
        page.Notice.ShouldBe("✓ Theo Lindqvist no longer sits on the ILT.");
        var today = Days.Full(DateOnly.FromDateTime(app.Clock.Now));
        (await browser.GetAsync(Team + "/history"))
            .TextsOf("tbody tr")
            .Where(r => r.StartsWith("Theo", StringComparison.Ordinal))
            .ShouldAllBe(r => r.EndsWith(today, StringComparison.Ordinal));
        (await browser.GetAsync(Team + "/history"))
            .TextsOf("tbody tr:has(th:contains('Theo')) td:nth-of-type(1)")
            .ShouldBe(["representative for Grade 5", "representative for Grade 4"]);
    }

    [EngineTheory]
    public async Task A_stale_change_of_a_seat_shows_both(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var member = await app.Db(db =>
            db.Set<Person>().Where(p => p.FamilyName == "Lindqvist").Select(p => p.Id).SingleAsync()
        );
        var address = $"{Team}/seats/{member}";
        var first = (await app.As("principal").GetAsync(address)).Form("Save");
        var second = (await app.As("admin").GetAsync(address)).Form("Save");
        await first.Fill("Speaks for", "Grade 5").SubmitAsync();

        var page = await second.Fill("Speaks for", "Grade 3").SubmitAsync();

        page.Status.ShouldBe(HttpStatusCode.Conflict);
        page.TextsOf(".notice.watch td").ShouldBe(["Grade 5", "Grade 3"]);
    }

    [EngineTheory]
    public async Task Who_facilitates_is_named_by_who_may(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var page = await app.As("principal").GetAsync(Team);

        page = await page.Form("Save").Fill("Who facilitates", "Theo Lindqvist").SubmitAsync();
        page.Notice.ShouldBe("✓ Theo Lindqvist facilitates for now.");
        page = await page.Form("Save").Fill("Who facilitates", "nobody for now").SubmitAsync();
        page.Notice.ShouldBe("✓ Nobody facilitates for now.");

        (await app.As("member").PostFormAsync(Team + "?handler=Facilitator")).Status.ShouldBe(
            HttpStatusCode.NotFound
        );
    }

    [EngineTheory]
    public async Task A_school_without_an_ilt_is_led_to_one(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var browser = app.As("admin");
        var page = await browser.GetAsync("/prairie-view/team");
        page.TextOf(".line .now strong").ShouldBe("The instructional teams and programs");

        page = await page.Form("Form the ILT").SubmitAsync();

        page.Notice!.ShouldContain("is formed");
        page.Text.ShouldContain("Nobody sits on the team yet");
        (await browser.PostFormAsync("/prairie-view/team?handler=Form")).Notice!.ShouldContain(
            "already"
        );
    }

    private static Task<int> SittingAsync(TestApp app) =>
        app.Db(db =>
            db.Set<IltMembership>()
                .CountAsync(m =>
                    m.Until == null
                    && db.Set<Unit>().Any(u => u.Id == m.UnitId && u.Slug == "lincoln-elementary")
                )
        );
}
