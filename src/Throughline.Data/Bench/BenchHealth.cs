using Throughline.Domain.Meetings;
using Throughline.Domain.Shared;
using Throughline.Domain.Sharing;
using Throughline.Domain.Work;

namespace Throughline.Data.Bench;

/// <summary>How the teams work: each meeting summed up as its end would, and two figures shown to the district.</summary>
internal static class BenchHealth
{
    public static void Sum(BenchTable table, TimeZoneInfo zone)
    {
        var summary = MeetingSummary.Of(
            table.Meeting,
            zone,
            table.Team.School.Ilt.Memberships,
            table.ToDos,
            // The first to-do comes from it; given up, nobody carries anything of it.
            table.Decision
                is { } decision
                ? [(decision, table.ToDos[0].Status != WorkStatus.Dropped)]
                : []
        );
        table.Load.Add(summary);
        table.Load.AddRange(summary.FollowUps);
    }

    public static void Share(BulkLoad load, BenchSchool school, DateTime at)
    {
        foreach (var kind in new[] { FigureKind.Cadence, FigureKind.FollowUp })
        {
            load.Add(SharedFigure.Share(school.Unit, kind, school.Raters[0].PersonId, at).Value);
        }
    }
}
