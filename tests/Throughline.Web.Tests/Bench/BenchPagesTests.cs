using System.Net;
using Microsoft.EntityFrameworkCore;
using Throughline.Data.Bench;
using Throughline.Data.Tests.Bench;
using Throughline.Data.Tests.Engines;
using Throughline.Domain.Meetings;

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
                "/alder-school-1/work/issues",
                "/alder-school-1/work/rocks",
                "/alder-school-1/work/todos",
                "/alder-school-1/work/decisions",
            }
        )
        {
            (await principal.GetAsync(path)).Status.ShouldBe(HttpStatusCode.OK, path);
        }
    }

    [EngineTheory]
    public async Task A_made_up_team_has_a_meeting_behind_it_is_in_one_and_has_begun_the_next(
        Engine engine
    )
    {
        await using var database = await BenchDatabase.Seeded.CopyAsync(engine);
        await using var app = await TestApp.StartOnAsync(database);
        var principal = app.Anonymous();
        await principal.SignInAsync("staff4@bench.example", BenchSeed.Password);
        await using var db = database.Open();
        var open = await db.Set<Meeting>()
            .IgnoreQueryFilters()
            .Where(m => m.State == MeetingState.InProgress)
            .MaxAsync(m => m.Number);

        var during = await principal.GetAsync($"/alder-school-1/meetings/{open}");
        during.Document.QuerySelector("#room").ShouldNotBeNull();
        // The note that the worst hour is written to, in the form the room listens to.
        var parts = await principal.GetAsync(
            $"/alder-school-1/meetings/{open}/screen?handler=Parts"
        );
        parts
            .Document.QuerySelector("form[data-note=i2]")!
            .GetAttribute("data-edition")
            .ShouldBe("1");
        var after = await principal.GetAsync($"/alder-school-1/meetings/{open - 1}");
        after.Document.Body!.TextContent.ShouldContain("What was said");
        var before = await principal.GetAsync($"/alder-school-1/meetings/{open + 1}");
        before.Document.Body!.TextContent.ShouldContain("Who comes");
    }
}
