using System.Net;
using Microsoft.EntityFrameworkCore;
using Throughline.Data.Tests.Engines;
using Throughline.Domain.Teams;
using Throughline.Domain.Units;

namespace Throughline.Web.Tests.Units.People;

public sealed class PersonRolesTests
{
    [EngineTheory]
    public async Task A_role_is_given_once_and_ended(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var browser = app.As(Staff.Secretary);
        var page = await browser.GetAsync($"{await app.PageOfAsync("Osei")}/roles");

        var form = page.Form("Give the role").Fill("Role at Lincoln Elementary", "Coach");
        page = await form.SubmitAsync();
        page.Notice.ShouldBe("✓ Amara Osei is coach of Lincoln Elementary.");
        (await page.Form("Give the role").Set("Input.Role", $"{(int)Role.Coach}").SubmitAsync())
            .Problems.ShouldHaveSingleItem()
            .ShouldContain("already");

        page = await page.Form("End the role coach").SubmitAsync();
        page.Notice!.ShouldContain("no longer coach");
        (await app.RolesAsync("Osei")).ShouldBe([Role.Teacher]);
    }

    [EngineTheory]
    public async Task A_secretary_neither_gives_nor_ends_a_role_that_leads(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var browser = app.As(Staff.Secretary);
        var page = await browser.GetAsync($"{await app.PageOfAsync("Vega")}/roles");

        page.TextsOf("button").ShouldNotContain("End the role principal");
        var role = await RoleIdAsync(app, "Vega", Role.Principal);
        (
            await browser.PostFormAsync($"{page.Path}?handler=End", ("role", role.ToString()))
        ).Status.ShouldBe(HttpStatusCode.NotFound);
        (
            await browser.PostFormAsync($"{page.Path}?handler=Give", ("Input.Role", "4"))
        ).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await app.RolesAsync("Vega")).ShouldBe([Role.Principal]);
    }

    [EngineTheory]
    public async Task Nobody_ends_their_own_leadership(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var browser = app.As("principal");
        var page = await browser.GetAsync($"{await app.PageOfAsync("Vega")}/roles");
        var role = await RoleIdAsync(app, "Vega", Role.Principal);

        page.TextsOf("button").ShouldNotContain("End the role principal");
        (
            await browser.PostFormAsync($"{page.Path}?handler=End", ("role", role.ToString()))
        ).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [EngineTheory]
    public async Task With_the_last_role_here_the_seat_and_the_teams_here_end(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var page = await app.As("principal")
            .GetAsync($"{await app.PageOfAsync("Lindqvist")}/roles");

        await page.Form("End the role teacher").SubmitAsync();

        var person = await app.PersonAsync("Lindqvist");
        (
            await app.Db(db =>
                db.Set<IltMembership>().CountAsync(m => m.PersonId == person.Id && m.Until == null)
            )
        ).ShouldBe(0);
        (
            await app.Db(db =>
                db.Set<InstructionalTeamMember>().CountAsync(m => m.PersonId == person.Id)
            )
        ).ShouldBe(0);
        person.LeftOn.ShouldBeNull();
    }

    private static Task<Guid> RoleIdAsync(TestApp app, string familyName, Role role) =>
        app.Db(db =>
            db.Set<RoleAssignment>()
                .Where(r => r.Role == role && r.Status == RoleStatus.Active)
                .Where(r =>
                    db.Set<Person>().Any(p => p.Id == r.PersonId && p.FamilyName == familyName)
                )
                .Select(r => r.Id)
                .SingleAsync()
        );
}

public sealed class PresenceTests
{
    [EngineTheory]
    public async Task Who_leaves_loses_access_at_once_with_every_role_and_seat(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var member = app.As("member");
        (await member.GetAsync("/lincoln-elementary/team")).Status.ShouldBe(HttpStatusCode.OK);
        var page = await app.As("principal")
            .GetAsync($"{await app.PageOfAsync("Lindqvist")}/presence");
        page.Text.ShouldContain("The seat on the ILT of Lincoln Elementary");

        page = await page.Form("Theo Lindqvist has left").SubmitAsync();

        page.Notice!.ShouldContain("Access has ended");
        (await member.GetAsync("/lincoln-elementary/team")).Path.ShouldStartWith("/sign-in");
        (await app.RolesAsync("Lindqvist")).ShouldBeEmpty();
        (await app.As("principal").GetAsync("/lincoln-elementary/team"))
            .TextsOf("#size ~ p")
            .ShouldContain(t => t.Contains("nobody who speaks") && t.Contains("Grade 4"));
    }

    [EngineTheory]
    public async Task Who_comes_back_has_the_one_role_they_are_given(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var browser = app.As("admin");
        var address = $"{await app.PageOfAsync("Lindqvist")}/presence";
        await (await browser.GetAsync(address)).Form("Theo Lindqvist has left").SubmitAsync();
        var member = app.Anonymous();

        var page = await browser.GetAsync(address);
        page = await page.Form("Bring Theo back")
            .Fill("Role at Lincoln Elementary", "Observer")
            .SubmitAsync();

        page.Notice.ShouldBe("✓ Theo Lindqvist is back, as observer of Lincoln Elementary.");
        (await app.RolesAsync("Lindqvist")).ShouldBe([Role.Observer]);
        (await member.SignInAsync("member@riverbend.example")).Path.ShouldBe("/home");
    }

    [EngineTheory]
    public async Task Nobody_says_of_themselves_that_they_left_nor_of_someone_with_a_part_elsewhere(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        var principal = app.As("principal");
        foreach (var name in new[] { "Vega", "Reis" })
        {
            var address = $"{await app.PageOfAsync(name)}/presence";
            (await principal.GetAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound, name);
            (await principal.PostFormAsync($"{address}?handler=Leave")).Status.ShouldBe(
                HttpStatusCode.NotFound,
                name
            );
        }
    }
}

public sealed class InviteAllTests
{
    [EngineTheory]
    public async Task Everyone_of_the_school_who_was_never_invited_gets_one_mail(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var browser = app.As("principal");
        var people = await browser.GetAsync(Staff.Lincoln);
        var link = people
            .TextsOf("a")
            .Single(a => a.StartsWith("Invite all", StringComparison.Ordinal));
        var before = await MailsAsync(app);
        var page = await people.FollowAsync(link);
        page.Text.ShouldContain("Not invited: no e-mail address");
        page.Text.ShouldContain("Greta Nowak");
        var waiting = page.TextsOf(".rows li").Count;
        link.ShouldBe($"Invite all who have never been invited ({waiting})");

        page = await page.Form($"Send {waiting} invitations").SubmitAsync();

        page.Notice.ShouldBe($"✓ {waiting} invitations are on their way.");
        (await MailsAsync(app)).ShouldBe(before + waiting);
        (await browser.GetAsync(Staff.Lincoln + "/invite"))
            .TextsOf("button")
            .ShouldNotContain(b => b.StartsWith("Send", StringComparison.Ordinal));
    }

    private static Task<int> MailsAsync(TestApp app) =>
        app.Db(db => db.Set<Throughline.Data.Platform.OutboxMail>().CountAsync());
}
