using Microsoft.EntityFrameworkCore;
using Throughline.Data.Demo;
using Throughline.Data.Tests.Engines;
using Throughline.Domain.Meetings;
using Throughline.Domain.Shared;
using Throughline.Domain.Units;
using Throughline.Domain.Work;

namespace Throughline.Web.Tests.Work;

/// <summary>What the line names to whom.</summary>
public sealed class LineTests
{
    [EngineTheory]
    public async Task What_the_team_still_talks_about_has_a_number_and_no_name_on_the_line_of_what_all_read(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        var titles = await app.Db(async db =>
        {
            var unit = await db.Set<Unit>()
                .Where(u => u.Slug == DemoDistrict.Lincoln)
                .Select(u => u.Id)
                .SingleAsync();
            var decisions = await db.Set<Decision>()
                .Where(d => d.UnitId == unit)
                .ToDictionaryAsync(d => d.Number);
            var decided = decisions[DemoDecisions.OfGrade4];
            var issue = await db.Set<Issue>().SingleAsync(i => i.UnitId == unit && i.Number == 1);
            var item = await db.Set<AgendaItem>().FirstAsync(i => i.UnitId == unit);
            var proposed = decisions[DemoDecisions.Proposed];
            var next = decisions[DemoDecisions.OfKindergarten];
            db.AddRange(
                ThingLink.CameFrom(decided, issue, app.Clock.Now),
                ThingLink.CameFrom(decided, item, app.Clock.Now),
                ThingLink.CameFrom(proposed, decided, app.Clock.Now),
                ThingLink.CameFrom(next, decided, app.Clock.Now)
            );
            await db.SaveChangesAsync();
            return new
            {
                Hidden = new[] { issue.Title, item.Title, proposed.Title },
                Next = next.Title,
            };
        });
        var path = $"/{DemoDistrict.Lincoln}/work/decisions/{DemoDecisions.OfGrade4}";

        var line = (await app.As("teacher").GetAsync(path)).TextOf("ul.line");

        line.ShouldContain("Came from: Issue 1 ");
        line.ShouldContain($"Led to: Decision {DemoDecisions.Proposed} ");
        foreach (var title in titles.Hidden)
        {
            line.ShouldNotContain(title);
        }

        // What was decided is for all who work here.
        line.ShouldContain(titles.Next);
        line = (await app.As("member").GetAsync(path)).TextOf("ul.line");
        foreach (var title in titles.Hidden)
        {
            line.ShouldContain(title);
        }
    }
}
