using System.Net;
using Microsoft.EntityFrameworkCore;
using Throughline.Data.Platform;
using Throughline.Data.Tests.Engines;
using Throughline.Domain.Units;

namespace Throughline.Web.Tests.Units.People;

public sealed class NewPersonTests
{
    private const string New = Staff.Lincoln + "/new";

    [EngineTheory]
    public async Task A_person_is_added_with_a_role_and_invited_if_wanted(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var page = await app.As("principal").GetAsync(New);

        page = await page.Form("Add")
            .Fill("Given name", "Zora")
            .Fill("Family name", "Zimmerling")
            .Fill("E-mail", "Zora@Riverbend.example")
            .Fill("Role at Lincoln Elementary", "Coach")
            .Tick("Invite them to sign in, by a mail with a link")
            .SubmitAsync();

        page.Heading.ShouldBe("Zora Zimmerling");
        page.Notice!.ShouldContain("coach of Lincoln Elementary, and the invitation is on its way");
        (await app.RolesAsync("Zimmerling")).ShouldBe([Role.Coach]);
        (
            await app.Db(db =>
                db.Set<OutboxMail>().CountAsync(m => m.To == "zora@riverbend.example")
            )
        ).ShouldBe(1);
    }

    [EngineTheory]
    public async Task Who_works_in_the_district_already_is_named_and_given_the_role_here_instead(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        var page = await app.As("principal").GetAsync(New);

        page = await page.Form("Add")
            .Fill("Given name", "R.")
            .Fill("Family name", "Okafor")
            .Fill("E-mail", "district-leader@riverbend.example")
            .Fill("Role at Lincoln Elementary", "Observer")
            .SubmitAsync();

        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Problems.ShouldHaveSingleItem().ShouldContain("Renata Okafor");
        page = await page.Form("Give Renata Okafor the role at Lincoln Elementary").SubmitAsync();

        page.Heading.ShouldBe("Renata Okafor");
        page.Text.ShouldContain("not yours to change");
        (await app.RolesAsync("Okafor")).ShouldContain(Role.Observer);
    }

    [EngineTheory]
    public async Task A_secretary_gives_no_role_that_leads(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var page = await app.As(Staff.Secretary).GetAsync(New);
        page.TextsOf("#Input_Role option").ShouldNotContain("Principal");

        page = await page.Form("Add")
            .Fill("Given name", "Zora")
            .Fill("Family name", "Zimmerling")
            .Set("Input.Role", $"{(int)Role.Principal}")
            .SubmitAsync();

        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (
            await app.Db(db => db.Set<Person>().CountAsync(p => p.FamilyName == "Zimmerling"))
        ).ShouldBe(0);
    }

    [EngineTheory]
    public async Task The_same_form_sent_twice_makes_one_person(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var form = (await app.As("principal").GetAsync(New))
            .Form("Add")
            .Fill("Given name", "Zora")
            .Fill("Family name", "Zimmerling")
            .Fill("E-mail", "zora@riverbend.example");

        await form.SubmitAsync();
        var second = await form.SubmitAsync();

        second.Status.ShouldBe(HttpStatusCode.OK);
        second.Heading.ShouldBe("Zora Zimmerling");
        (
            await app.Db(db => db.Set<Person>().CountAsync(p => p.FamilyName == "Zimmerling"))
        ).ShouldBe(1);
    }
}
