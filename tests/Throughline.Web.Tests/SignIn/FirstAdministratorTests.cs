using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Throughline.Data.Tests.Engines;
using Throughline.Domain.Shared;
using Throughline.Domain.Units;
using Throughline.Web.Features.SignIn;

namespace Throughline.Web.Tests.SignIn;

public sealed class FirstAdministratorTests
{
    [EngineTheory]
    public async Task In_an_empty_installation_a_district_and_its_administrator_are_made(
        Engine engine
    )
    {
        await using var app = await TestApp.StartEmptyAsync(engine);
        var made = await MakeAsync(
            app,
            new("Ana@School.org", "Ana María Ruiz", "Maple Valley", Links.Password)
        );

        made.Value.ShouldBe(
            new MadeAdministrator("Ana María Ruiz", "Maple Valley", "ana@school.org", null)
        );
        var browser = app.Anonymous();
        (await browser.SignInAsync("ana@school.org", Links.Password)).Path.ShouldBe("/home");
        (await browser.GetAsync("/maple-valley/settings/people")).Status.ShouldBe(
            System.Net.HttpStatusCode.OK
        );
    }

    [EngineTheory]
    public async Task Without_a_password_a_link_leads_in(Engine engine)
    {
        await using var app = await TestApp.StartEmptyAsync(engine);
        var made = await MakeAsync(app, new("ana@school.org", "Ana Ruiz"));

        made.Value.District.ShouldBe("Our district");
        var link = made.Value.Link.ShouldNotBeNull();
        var browser = app.Anonymous();
        (await browser.SetPasswordAsync(Links.In(link))).Path.ShouldBe("/home");
        (await browser.GetAsync("/our-district")).Heading.ShouldBe("Our district");
    }

    [EngineTheory]
    public async Task Someone_whom_a_roster_brought_gets_role_and_account(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var person = await app.NewPersonAsync("new@riverbend.example");

        var made = await MakeAsync(
            app,
            new(
                "new@riverbend.example",
                District: "Riverbend Public Schools",
                Password: Links.Password
            )
        );

        made.Value.Name.ShouldBe(person.FullName);
        (await app.Db(db => db.Set<Person>().CountAsync(p => p.Email == person.Email))).ShouldBe(1);
        var browser = app.Anonymous();
        await browser.SignInAsync("new@riverbend.example", Links.Password);
        (await browser.GetAsync("/riverbend/settings/people")).Status.ShouldBe(
            System.Net.HttpStatusCode.OK
        );
    }

    [EngineTheory]
    public async Task An_address_in_use_is_refused(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var made = await MakeAsync(
            app,
            new("TEACHER@riverbend.example", "Ana Ruiz", "riverbend", Links.Password)
        );
        made.Refusal.ShouldNotBeNull().Message.ShouldContain("signs in with");
    }

    [EngineTheory]
    public async Task What_is_missing_is_said_where_nobody_can_be_asked(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        (await RefusedAsync(new(null))).ShouldContain("--email");
        (await RefusedAsync(new("no address"))).ShouldContain("e-mail address");
        (await RefusedAsync(new("ana@school.org", "Ana Ruiz"))).ShouldContain(
            "--district and one of: riverbend, stonecreek"
        );
        (await RefusedAsync(new("ana@school.org", null, "riverbend"))).ShouldContain("--name");
        (await RefusedAsync(new("ana@school.org", "Ana", "riverbend"))).ShouldContain("--name");
        (await RefusedAsync(new("ana@school.org", "Ana Ruiz", "riverbend", "short"))).ShouldContain(
            "12 characters"
        );
        (
            await app.Db(db => db.Set<Person>().CountAsync(p => p.Email == "ana@school.org"))
        ).ShouldBe(0);

        async Task<string> RefusedAsync(WantedAdministrator wanted) =>
            (await MakeAsync(app, wanted)).Refusal.ShouldNotBeNull().Message;
    }

    [EngineTheory]
    public async Task What_is_missing_is_asked_for_on_a_terminal(Engine engine)
    {
        await using var app = await TestApp.StartEmptyAsync(engine);
        var asked = new List<string>();
        var made = await MakeAsync(
            app,
            new(null),
            what =>
            {
                asked.Add(what);
                return what switch
                {
                    "E-mail" => "ana@school.org",
                    "Given and family name" => "Ana Ruiz",
                    _ => "",
                };
            }
        );

        made.Value.District.ShouldBe("Our district");
        asked.ShouldBe(["E-mail", "District (Our district)", "Given and family name"]);
    }

    private static async Task<Result<MadeAdministrator>> MakeAsync(
        TestApp app,
        WantedAdministrator wanted,
        Func<string, string?>? ask = null
    )
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await ActivatorUtilities
            .CreateInstance<FirstAdministrator>(scope.ServiceProvider)
            .MakeAsync(wanted, ask, CancellationToken.None);
    }
}
