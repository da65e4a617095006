using System.Net;
using Microsoft.EntityFrameworkCore;
using Throughline.Data.Platform;
using Throughline.Data.Tests.Engines;
using Throughline.Domain.Units;

namespace Throughline.Web.Tests.Units.People;

public sealed class PersonTests
{
    [EngineTheory]
    public async Task A_corrected_address_is_what_one_signs_in_with_from_then_on(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var teacher = app.As("teacher");
        (await teacher.GetAsync("/home")).Path.ShouldBe("/home");
        var page = await app.As("principal").GetAsync(await app.PageOfAsync("Osei"));

        page = await page.Form("Save").Fill("E-mail", "Amara.Osei@Riverbend.Example").SubmitAsync();

        page.Notice.ShouldBe("✓ Amara Osei is saved.");
        var account = await app.Db(db =>
            db.Users.SingleAsync(a => a.Email == "amara.osei@riverbend.example")
        );
        account.NormalizedEmail.ShouldBe("AMARA.OSEI@RIVERBEND.EXAMPLE");
        account.NormalizedUserName.ShouldBe(account.NormalizedEmail);
        var old = await app.Anonymous().SignInAsync("teacher@riverbend.example");
        old.Path.ShouldStartWith("/sign-in");
        var @new = await app.Anonymous().SignInAsync("amara.osei@riverbend.example");
        @new.Path.ShouldBe("/home");
    }

    [EngineTheory]
    public async Task An_address_belongs_to_one_person_and_the_message_names_them(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var page = await app.As("principal").GetAsync(await app.PageOfAsync("Osei"));

        page = await page.Form("Save")
            .Fill("Given name", "Amy")
            .Fill("E-mail", "member@riverbend.example")
            .SubmitAsync();

        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Problems.ShouldHaveSingleItem().ShouldContain("Theo Lindqvist of Lincoln Elementary");
        page.Form("Save")["Input.GivenName"].ShouldBe("Amy");
        (await app.PersonAsync("Osei")).GivenName.ShouldBe("Amara");
    }

    [EngineTheory]
    public async Task An_address_with_which_someone_of_another_district_signs_in_is_refused_without_a_name(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        var page = await app.As("principal").GetAsync(await app.PageOfAsync("Osei"));

        page = await page.Form("Save").Fill("E-mail", "outsider@riverbend.example").SubmitAsync();

        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Text.ShouldNotContain("Castellano");
    }

    [EngineTheory]
    public async Task Who_can_sign_in_keeps_an_address(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var page = await app.As("principal").GetAsync(await app.PageOfAsync("Osei"));

        page = await page.Form("Save").Fill("E-mail", "").SubmitAsync();

        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await app.PersonAsync("Osei")).Email.ShouldBe("teacher@riverbend.example");
    }

    [EngineTheory]
    public async Task Two_who_correct_the_same_person_see_both_texts_and_nothing_is_overwritten(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        var address = await app.PageOfAsync("Osei");
        var first = (await app.As("principal").GetAsync(address)).Form("Save");
        var second = (await app.As("admin").GetAsync(address)).Form("Save");
        await first.Fill("Given name", "Amy").SubmitAsync();

        var page = await second.Fill("Given name", "Amaryllis").SubmitAsync();

        page.Status.ShouldBe(HttpStatusCode.Conflict);
        page.TextsOf(".notice.watch td").ShouldBe(["Amy", "Amaryllis"]);
        (await app.PersonAsync("Osei")).GivenName.ShouldBe("Amy");
        page = await page.Form("Save").SubmitAsync();
        page.Notice.ShouldBe("✓ Amaryllis Osei is saved.");
    }

    [EngineTheory]
    public async Task A_secretary_corrects_a_teacher_but_neither_the_principal_nor_who_works_elsewhere_too(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        var secretary = app.As(Staff.Secretary);
        (await secretary.GetAsync(await app.PageOfAsync("Osei")))
            .Form("Save")
            .Fields.ShouldContain("Input.Email");

        foreach (var name in new[] { "Vega", "Reis", "Achebe" })
        {
            var address = await app.PageOfAsync(name);
            (await secretary.GetAsync(address)).Text.ShouldContain("not yours to change");
            var person = await app.PersonAsync(name);
            var tried = await secretary.PostFormAsync(
                address,
                ("Input.GivenName", person.GivenName),
                ("Input.FamilyName", person.FamilyName),
                ("Input.Email", "taken.over@riverbend.example"),
                ("Input.Version", $"{person.Version}")
            );
            tried.Status.ShouldBe(HttpStatusCode.NotFound, name);
            (await app.PersonAsync(name)).Email.ShouldBe(person.Email);
        }
    }

    [EngineTheory]
    public async Task A_person_of_another_school_has_no_page_here(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var elsewhere = await app.Db(db =>
            db.Set<RoleAssignment>()
                .Where(r =>
                    r.Role == Role.Principal
                    && r.Status == RoleStatus.Active
                    && db.Set<Unit>().Any(u => u.Id == r.UnitId && u.Slug == "tubman-middle")
                )
                .Select(r => r.PersonId)
                .FirstAsync()
        );

        (await app.As("principal").GetAsync($"{Staff.Lincoln}/{elsewhere}")).Status.ShouldBe(
            HttpStatusCode.NotFound
        );
        (await app.As("admin").GetAsync($"/riverbend/settings/people/{elsewhere}")).Status.ShouldBe(
            HttpStatusCode.OK
        );
    }

    [EngineTheory]
    public async Task An_invitation_is_sent_on_request_and_never_to_who_can_sign_in(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var browser = app.As(Staff.Secretary);
        var page = await browser.GetAsync(await app.PageOfAsync("Okonkwo"));

        page = await page.Form("Invite to sign in").SubmitAsync();

        page.Notice!.ShouldContain("on its way");
        page.TextsOf("button").ShouldContain("Invite again");
        (
            await app.Db(db =>
                db.Set<OutboxMail>().CountAsync(m => m.To == "judith.okonkwo@riverbend.example")
            )
        ).ShouldBe(1);
        (await browser.GetAsync(await app.PageOfAsync("Osei")))
            .TextsOf("button")
            .ShouldNotContain("Invite again");
    }
}
