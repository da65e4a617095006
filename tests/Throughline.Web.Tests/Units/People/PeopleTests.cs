using System.Net;
using Microsoft.EntityFrameworkCore;
using Throughline.Data.Tests.Engines;
using Throughline.Domain.Units;

namespace Throughline.Web.Tests.Units.People;

public sealed class PeopleTests(SharedApps apps) : IClassFixture<SharedApps>
{
    [EngineTheory]
    public async Task Staff_stand_by_family_name_with_roles_and_whether_they_can_sign_in(
        Engine engine
    )
    {
        var app = await apps.On(engine);
        var rows = await RowsAsync(app, "");

        rows[0].ShouldStartWith("Abernathy, Fern fern.abernathy@riverbend.example teacher");
        rows.Single(r => r.StartsWith("Reis, Paulo", StringComparison.Ordinal))
            .ShouldContain("teacher at Roosevelt");
        rows.Single(r => r.StartsWith("Dupree, Valerie", StringComparison.Ordinal))
            .ShouldContain("administrator, proposed");
        rows.Single(r => r.StartsWith("Xiong, Mai", StringComparison.Ordinal))
            .ShouldContain("invited on");
        rows.Single(r => r.StartsWith("Nowak, Greta", StringComparison.Ordinal))
            .ShouldContain("no e-mail address");
        rows.ShouldNotContain(r => r.Contains("Simms", StringComparison.Ordinal));
    }

    [EngineTheory]
    public async Task People_are_found_by_parts_of_name_and_address_in_any_case_and_order(
        Engine engine
    )
    {
        var app = await apps.On(engine);

        (await RowsAsync(app, "?Q=ELENA+nobody")).ShouldBeEmpty();
        (await RowsAsync(app, "?Q=whiteh+DANA")).Count.ShouldBe(1);
        (await RowsAsync(app, "?Q=%C3%8DA")).ShouldHaveSingleItem().ShouldContain("Ferreira");
        (await RowsAsync(app, "?Q=facilitator@")).ShouldHaveSingleItem().ShouldContain("Dana");
        // A sign that means "anything" in a pattern is a letter like any other here.
        (await RowsAsync(app, "?Q=%25")).ShouldBeEmpty();
        (await RowsAsync(app, "?Q=_")).ShouldBeEmpty();
        // A word is looked for up to its hundredth character, and this one ends amid an emoji.
        (await RowsAsync(app, $"?Q={new string('x', 99)}😀")).ShouldBeEmpty();
    }

    [EngineTheory]
    public async Task The_list_is_narrowed_by_role_and_state(Engine engine)
    {
        var app = await apps.On(engine);

        (await RowsAsync(app, $"?Role={(int)Role.Coach}")).Count.ShouldBe(2);
        (await RowsAsync(app, "?Show=Proposed")).ShouldHaveSingleItem().ShouldContain("Dupree");
        (await RowsAsync(app, "?Show=Left")).ShouldHaveSingleItem().ShouldContain("Simms");
        (await RowsAsync(app, "?Show=NotInvited")).ShouldAllBe(r =>
            r.Contains("never invited", StringComparison.Ordinal)
        );
        (await RowsAsync(app, "?Show=NotSignedIn")).ShouldAllBe(r =>
            r.Contains("invited on", StringComparison.Ordinal)
        );
    }

    [EngineTheory]
    public async Task A_district_pages_through_all_its_staff_without_leaving_out_or_repeating_anyone(
        Engine engine
    )
    {
        var app = await apps.On(engine);
        var browser = app.As("admin");
        var seen = new List<string>();
        var page = await browser.GetAsync("/riverbend/settings/people");
        while (true)
        {
            page.Commands.Count.ShouldBeLessThanOrEqualTo(8);
            seen.AddRange(page.TextsOf("#staff ~ .rows > li a"));
            if (page.Document.QuerySelector("a[href*='After=']") is null)
            {
                break;
            }

            page = await page.FollowAsync("The next 50");
        }

        var here = await app.Db(db => db.Set<Person>().CountAsync(p => p.LeftOn == null));
        here.ShouldBeGreaterThan(100);
        seen.Count.ShouldBe(here);
        seen.ShouldBeUnique();
    }

    [EngineTheory]
    public async Task A_district_can_show_its_office_alone(Engine engine)
    {
        var app = await apps.On(engine);
        var page = await app.As("admin").GetAsync("/riverbend/settings/people?Office=true");

        page.TextsOf("#staff ~ .rows > li a").ShouldContain("Okafor, Renata");
        page.TextsOf("#staff ~ .rows > li a").ShouldNotContain("Vega, Marisol");
    }

    [EngineTheory]
    public async Task Who_does_not_look_after_people_finds_no_such_page(Engine engine)
    {
        var app = await apps.On(engine);
        foreach (var person in new[] { "teacher", "member", "facilitator", "outsider" })
        {
            (await app.As(person).GetAsync(Staff.Lincoln)).Status.ShouldBe(
                HttpStatusCode.NotFound,
                person
            );
        }
    }

    private static async Task<IReadOnlyList<string>> RowsAsync(TestApp app, string query)
    {
        var page = await app.As("principal").GetAsync(Staff.Lincoln + query);
        page.Status.ShouldBe(HttpStatusCode.OK);
        return page.TextsOf("#staff ~ .rows > li");
    }
}

public sealed class ProposedLeadershipTests
{
    [EngineTheory]
    public async Task A_principal_confirms_a_proposal_as_another_role(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var page = await app.As("principal").GetAsync(Staff.Lincoln);

        page = await page.Form("Valerie Dupree: Confirm as principal").SubmitAsync();

        page.Notice.ShouldBe("✓ Valerie Dupree is principal of Lincoln Elementary.");
        page.Text.ShouldNotContain("Leadership to confirm");
        (await app.RolesAsync("Dupree")).ShouldBe([Role.Principal, Role.Staff]);
    }

    [EngineTheory]
    public async Task What_is_turned_down_gives_nothing_and_is_answered_once(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var browser = app.As("admin");
        var page = await browser.GetAsync(Staff.Lincoln);
        var later = page.Form("Valerie Dupree: Confirm as administrator");

        page = await page.Form("Valerie Dupree: Turn down").SubmitAsync();
        page.Notice!.ShouldContain("turned down");
        var second = await later.SubmitAsync();

        second.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        second.Problems.ShouldHaveSingleItem().ShouldContain("answered already");
        (await app.RolesAsync("Dupree")).ShouldBe([Role.Staff]);
    }

    [EngineTheory]
    public async Task A_secretary_sees_the_proposal_and_cannot_confirm_it(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var proposal = await app.Db(db =>
            db.Set<RoleAssignment>()
                .Where(r => r.Status == RoleStatus.Proposed)
                .Join(db.Set<Unit>(), r => r.UnitId, u => u.Id, (r, u) => new { r, u })
                .Where(x => x.u.Slug == "lincoln-elementary")
                .Select(x => x.r.Id)
                .SingleAsync()
        );
        var browser = app.As(Staff.Secretary);

        var page = await browser.GetAsync(Staff.Lincoln);
        page.Text.ShouldContain("administrator, proposed");
        page.Text.ShouldNotContain("Leadership to confirm");

        var tried = await browser.PostFormAsync(
            Staff.Lincoln + "?handler=Answer",
            ("proposal", proposal.ToString()),
            ("role", "4")
        );
        tried.Status.ShouldBe(HttpStatusCode.NotFound);
        (await app.RolesAsync("Dupree")).ShouldBe([Role.Staff]);
    }

    [EngineTheory]
    public async Task An_answer_that_names_no_role_there_is_does_not_turn_the_proposal_down(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        var page = await app.As("principal").GetAsync(Staff.Lincoln);

        page = await page.Form("Valerie Dupree: Confirm as principal")
            .Set("role", "99")
            .SubmitAsync();

        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Text.ShouldContain("Leadership to confirm");
    }

    [EngineTheory]
    public async Task A_principal_cannot_answer_another_schools_proposal(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var elsewhere = await app.Db(db =>
            db.Set<RoleAssignment>()
                .Where(r => r.Status == RoleStatus.Proposed)
                .Join(db.Set<Unit>(), r => r.UnitId, u => u.Id, (r, u) => new { r, u })
                .Where(x => x.u.Slug != "lincoln-elementary" && x.u.Kind == UnitKind.School)
                .Select(x => x.r.Id)
                .FirstAsync()
        );

        var tried = await app.As("principal")
            .PostFormAsync(
                Staff.Lincoln + "?handler=Answer",
                ("proposal", elsewhere.ToString()),
                ("role", "3")
            );

        tried.Status.ShouldBe(HttpStatusCode.NotFound);
    }
}
