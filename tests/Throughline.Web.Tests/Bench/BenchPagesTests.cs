using System.Net;
using Throughline.Data.Bench;
using Throughline.Data.Tests.Bench;
using Throughline.Data.Tests.Engines;

namespace Throughline.Web.Tests.Bench;

public sealed class BenchPagesTests
{
    [EngineTheory]
    public async Task The_pages_of_a_made_up_district_open(Engine engine)
    {
        await using var database = await BenchDatabase.Seeded.CopyAsync(engine);
        await using var app = await TestApp.StartOnAsync(database);
        // The first two lead the district, the third has a supervisor's part; then come 48 of each school, leader first.
        var leader = app.Anonymous();
        await leader.SignInAsync("staff1@bench.example", BenchSeed.Password);
        var principal = app.Anonymous();
        await principal.SignInAsync("staff4@bench.example", BenchSeed.Password);

        foreach (var path in new[] { "/home", "/bench", "/bench/schools", "/alder-school-1" })
        {
            (await leader.GetAsync(path)).Status.ShouldBe(HttpStatusCode.OK, path);
        }

        foreach (
            var path in new[]
            {
                "/home",
                "/alder-school-1",
                "/alder-school-1/team",
                "/alder-school-1/assessments",
                "/alder-school-1/assessments/3",
                "/alder-school-1/assessments/3/results",
                "/alder-school-1/assessments/4/rate",
            }
        )
        {
            (await principal.GetAsync(path)).Status.ShouldBe(HttpStatusCode.OK, path);
        }
    }
}
