using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Throughline.Data;
using Throughline.Data.Tests.Engines;
using Throughline.Data.Tests.Roster;
using Throughline.Domain.Units;
using Throughline.Domain.Units.Roster;
using Throughline.Web.Hosting;
using static Throughline.Data.Tests.Roster.RosterZipBuilder;

namespace Throughline.Web.Tests.Units.Roster;

public sealed class ImportRosterCommandTests
{
    private sealed record Outcome(int Code, string Answer, string Notes)
    {
        public string[] Lines => Answer.ReplaceLineEndings("\n").Trim().Split('\n');
    }

    private static async Task<Outcome> RunAsync(
        TestApp app,
        byte[] file,
        string? district = null,
        int? confirmed = null,
        string name = "roster.zip"
    )
    {
        var folder = Directory.CreateTempSubdirectory("roster-");
        try
        {
            var path = Path.Combine(folder.FullName, name);
            await File.WriteAllBytesAsync(path, file);
            await using var scope = app.Services.CreateAsyncScope();
            using StringWriter answer = new(),
                notes = new();
            var code = await new RosterImportRun(scope.ServiceProvider, answer, notes).RunAsync(
                path,
                district,
                confirmed,
                default
            );
            return new Outcome(code, answer.ToString(), notes.ToString());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [EngineTheory]
    public async Task An_empty_installation_gets_its_district_from_the_file(Engine engine)
    {
        await using var app = await TestApp.StartEmptyAsync(engine);

        var first = await RunAsync(app, Valid().Build());
        first.Code.ShouldBe(0);
        first.Lines.ShouldBe([
            "schools: 2 added, 0 changed, 0 deactivated",
            "school years: 1 added, 0 changed, 0 deactivated",
            "staff: 3 added, 0 changed, 0 deactivated",
            "left out: 1 parent, 1 student",
        ]);
        first.Notes.ShouldNotContain("Secret");

        var second = await RunAsync(app, Valid().Build());
        (second.Code, second.Lines).ShouldSatisfyAllConditions(
            x => x.Code.ShouldBe(0),
            x => x.Lines.ShouldBe(["nothing changes"])
        );
        (
            await app.Db(db => db.Set<RosterImport>().SingleAsync(), "solar-district")
        ).Outcome.ShouldContain("staff: 3 added");
    }

    [EngineTheory]
    public async Task Errors_are_told_by_their_place_and_nothing_is_imported(Engine engine)
    {
        await using var app = await TestApp.StartEmptyAsync(engine);

        var failed = await RunAsync(
            app,
            Valid().Replace("users.csv", "ann@solar.example", "ann").Build()
        );

        failed.Code.ShouldBe(1);
        failed.Answer.ShouldBeEmpty();
        failed.Notes.ShouldContain("error: users.csv line 2, column email: “ann”. Expected:");
        failed.Notes.ShouldContain("Nothing was imported.");
        await using var scope = app.Services.CreateAsyncScope();
        (
            await scope
                .ServiceProvider.GetRequiredService<ThroughlineDb>()
                .Set<Unit>()
                .IgnoreQueryFilters()
                .CountAsync()
        ).ShouldBe(0);
    }

    [EngineTheory]
    public async Task Many_deactivations_need_their_number(Engine engine)
    {
        await using var app = await TestApp.StartEmptyAsync(engine);
        await RunAsync(app, Valid().Build());
        var less = Valid().Replace("users.csv", "t2,,,true", "t2,,,false").Build();

        var asked = await RunAsync(app, less);
        asked.Code.ShouldBe(1);
        asked.Notes.ShouldContain("--confirm-deactivations 1");
        asked.Notes.ShouldContain("Bob Moss");
        (await RunAsync(app, less, confirmed: 2)).Code.ShouldBe(1);

        var done = await RunAsync(app, less, confirmed: 1);
        done.Code.ShouldBe(0);
        done.Lines.ShouldContain("staff: 0 added, 0 changed, 1 deactivated");
    }

    [EngineTheory]
    public async Task Among_several_districts_one_is_named(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var sheet =
            "Given name,Family name,E-mail,School,Role\nAnn,Lee,ann@x.org,,staff\n"u8.ToArray();

        var unclear = await RunAsync(app, sheet, name: "staff.csv");
        unclear.Code.ShouldBe(1);
        unclear.Notes.ShouldContain("--district");
        unclear.Notes.ShouldContain("riverbend");
        (await RunAsync(app, sheet, "nowhere", name: "staff.csv")).Code.ShouldBe(1);

        var done = await RunAsync(app, sheet, "riverbend", name: "staff.csv");
        done.Code.ShouldBe(0);
        done.Lines.ShouldContain("staff: 1 added, 0 changed, 0 deactivated");
        (await app.Db(db => db.Set<Person>().CountAsync(p => p.Email == "ann@x.org"))).ShouldBe(1);
    }

    [EngineTheory]
    public async Task A_file_that_is_not_there_is_said_to_be_missing(Engine engine)
    {
        await using var app = await TestApp.StartEmptyAsync(engine);
        await using var scope = app.Services.CreateAsyncScope();
        using StringWriter answer = new(),
            notes = new();

        var code = await new RosterImportRun(scope.ServiceProvider, answer, notes).RunAsync(
            "nowhere.zip",
            null,
            null,
            default
        );

        code.ShouldBe(1);
        notes.ToString().ShouldContain("There is no file nowhere.zip.");
    }
}
