using Microsoft.EntityFrameworkCore;
using Throughline.Domain.Meetings;
using Throughline.Domain.Shared;
using Throughline.Domain.Sharing;
using Throughline.Domain.Units;
using Throughline.Domain.Work;

namespace Throughline.Data.Demo;

/// <summary>What teams do about how they work, and what they show the district of it.</summary>
internal sealed class DemoHealth(ThroughlineDb db, DemoTime time, DemoPeople people)
{
    /// <summary>Lincoln works on one of its figures, which its district sees, and shows one more.</summary>
    public async Task AddLincolnAsync(Unit lincoln, CancellationToken cancel)
    {
        var issue = await db.Set<Issue>()
            .SingleAsync(i => i.UnitId == lincoln.Id && i.Title == DemoMatter.OnTheList, cancel);
        db.Add(FigureWork.Of(lincoln, FigureKind.TeamsTold, issue).Value);
        Share(lincoln, FigureKind.Roles, "Marisol Vega");
    }

    /// <summary>Tubman shows figures of which it is too early to say anything.</summary>
    public void AddTubman(Unit tubman)
    {
        Share(tubman, FigureKind.Cadence, "Gregory Baptiste");
        Share(tubman, FigureKind.OnTime, "Gregory Baptiste");
    }

    private void Share(Unit unit, FigureKind kind, string by) =>
        db.Add(SharedFigure.Share(unit, kind, people[by].Id, time.Ago(6, 16)).Value);
}
