using System.Net;
using Microsoft.EntityFrameworkCore;
using Throughline.Data.Demo;
using Throughline.Data.Tests.Engines;
using Throughline.Domain.Units;
using Throughline.Web.Tests.Support;

namespace Throughline.Web.Tests;

/// <summary>That the other tests stand on firm ground.</summary>
public sealed class TestAppTests(SharedApps apps) : IClassFixture<SharedApps>
{
    [EngineTheory]
    public async Task Every_demo_person_is_signed_in(Engine engine)
    {
        var app = await apps.On(engine);
        foreach (var person in DemoDistrict.Personas.Select(p => p.Key))
        {
            var page = await app.As(person).GetAsync("/home");
            page.Status.ShouldBe(HttpStatusCode.OK, person);
            page.Redirects.ShouldBeEmpty(person);
        }
    }

    [EngineTheory]
    public async Task Signing_in_by_the_form_leads_to_my_day(Engine engine)
    {
        var app = await apps.On(engine);
        var signIn = await app.Anonymous().GetAsync("/lincoln-elementary");
        signIn.Path.ShouldBe("/sign-in?returnUrl=%2Flincoln-elementary");

        var home = await signIn
            .Form("Sign in")
            .Fill("E-mail", "principal@riverbend.example")
            .Fill("Password", "throughline-demo")
            .SubmitAsync();

        home.Path.ShouldBe("/lincoln-elementary");
        home.Heading.ShouldBe("Lincoln Elementary");
    }

    [EngineTheory]
    public async Task Static_files_have_their_content(Engine engine)
    {
        var app = await apps.On(engine);
        foreach (var file in new[] { "/css/base.css", "/js/throughline.js", "/lib/htmx.min.js" })
        {
            (await app.Anonymous().GetAsync(file)).Body.Length.ShouldBeGreaterThan(500, file);
        }
    }

    [EngineTheory]
    public async Task A_page_knows_its_database_commands(Engine engine)
    {
        var app = await apps.On(engine);
        var page = await app.As("principal").GetAsync("/lincoln-elementary");
        page.Commands.Count.ShouldBeInRange(3, 12);
        page.Commands.ShouldContain(c => c.Contains("Units", StringComparison.Ordinal));
    }

    [EngineTheory]
    public async Task The_database_is_there_for_the_test(Engine engine)
    {
        var app = await apps.On(engine);
        (
            await app.Db(db => db.Set<Unit>().CountAsync(u => u.Slug == "lincoln-elementary"))
        ).ShouldBe(1);
    }

    [Fact]
    public async Task A_program_that_ended_holds_its_database_no_more()
    {
        await using var database = await TestDatabase.MigratedAsync(Engine.Sqlite);
        await using (var app = await TestApp.StartOnAsync(database))
        {
            (await app.Anonymous().GetAsync("/sign-in")).Status.ShouldBe(HttpStatusCode.OK);
        }

        database.CloseConnections();
        File.Exists(database.File + "-wal").ShouldBeFalse("the last to close takes it along");
    }
}
