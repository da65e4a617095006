using System.Net;
using Throughline.Data.Tests.Engines;
using static Throughline.Web.Tests.Assessments.RoundPages;

namespace Throughline.Web.Tests.Assessments;

public sealed class RateHistoryTests(SharedApps apps) : IClassFixture<SharedApps>
{
    [EngineTheory]
    public async Task A_rater_reads_every_answer_they_gave_newest_first(Engine engine)
    {
        var app = await apps.On(engine);
        var round = await OpenAsync(app);
        await round.SetAsync("member", Item, "1");
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await round.SetAsync("member", Item, "3", version: 1);
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await round.SetAsync("member", Item, "", version: 2);

        var page = await app.As("member").GetAsync($"{round.Rate}/history");
        page.TextsOf(".line strong").ShouldBe(["Answer taken back", "3 · Steady", "1 · Uneven"]);
        (await app.As("member").GetAsync(round.Rate)).Html.ShouldContain("/rate/history");
    }

    [EngineTheory]
    public async Task Nobody_reads_what_somebody_else_answered(Engine engine)
    {
        var app = await apps.On(engine);
        var round = await OpenAsync(app);
        await round.SetAsync("member", Item, "1");

        (await app.As("principal").GetAsync($"{round.Rate}/history")).Text.ShouldContain(
            "You have not answered yet"
        );
        foreach (var other in new[] { "teacher", "admin", "district-leader", "supervisor" })
        {
            (await app.As(other).GetAsync($"{round.Rate}/history")).Status.ShouldBe(
                HttpStatusCode.NotFound
            );
        }
    }
}
