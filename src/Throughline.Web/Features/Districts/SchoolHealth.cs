using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Data.Sharing;
using Throughline.Domain.Meetings;
using Throughline.Domain.Shared;
using Throughline.Domain.Sharing;
using Throughline.Domain.Units;
using Throughline.Web.Features.Meetings.Health;

namespace Throughline.Web.Features.Districts;

/// <summary>A school with what its team shows of its health.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Figures">The figures shown, in the order of the team's page; of others nothing is known here.</param>
public sealed record SchoolHealth(string Name, IReadOnlyList<HealthFigure> Figures);

/// <summary>Reads what schools show of their teams' health, for as many schools as a page has, in the same few queries.</summary>
public sealed class SchoolsHealth(ThroughlineDb db)
{
    /// <summary>The schools' figures over a term, in the order of the schools given.</summary>
    /// <param name="schools">Id and name of each.</param>
    /// <param name="term">The term.</param>
    /// <param name="today">The day it is in the district.</param>
    /// <param name="cancel">Ends the wait.</param>
    public async Task<IReadOnlyList<SchoolHealth>> LoadAsync(
        IReadOnlyList<(Guid Id, string Name)> schools,
        Term term,
        DateOnly today,
        CancellationToken cancel
    )
    {
        var ids = schools.Select(s => s.Id).ToList();
        var shared = (
            await db.Set<SharedFigure>()
                .Where(f => ids.Contains(f.UnitId))
                .Select(f => new { f.UnitId, f.Kind })
                .ToListAsync(cancel)
        ).ToLookup(f => f.UnitId, f => f.Kind);
        // Of a team that shows nothing, nothing is read.
        var showing = ids.Where(id => shared[id].Any()).ToList();
        var held = (
            await db.Set<MeetingSummary>()
                .AsNoTracking()
                .Include(s => s.FollowUps)
                .Where(s => showing.Contains(s.UnitId))
                .Where(s => s.Day >= term.From && s.Day <= term.Until)
                .OrderBy(s => s.Day)
                .ToListAsync(cancel)
        ).ToLookup(s => s.UnitId);
        var notHeld = await HealthDesk
            .NotHeld(db, today)
            .Where(m => showing.Contains(m.UnitId) && m.Day >= term.From && m.Day <= term.Until)
            .GroupBy(m => m.UnitId)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        var rhythms = (
            await db.Set<MeetingSeries>()
                .AsNoTracking()
                .Where(s => showing.Contains(s.UnitId))
                .ToListAsync(cancel)
        ).ToDictionary(s => s.UnitId, s => s.Rhythm);
        var told = await db.Set<RelayTally>()
            .Where(t => showing.Contains(t.UnitId))
            .Where(t => t.DueOn >= term.From && t.DueOn <= term.Until && t.DueOn < today)
            .GroupBy(t => t.UnitId)
            .Select(g => new
            {
                g.Key,
                Teams = g.Sum(t => t.Teams),
                InTime = g.Sum(t => t.InTime),
            })
            .ToDictionaryAsync(g => g.Key, g => (g.Teams, g.InTime), cancel);
        return
        [
            .. schools.Select(school => new SchoolHealth(
                school.Name,
                [
                    .. TeamHealth
                        .Of(
                            new(
                                [.. held[school.Id]],
                                notHeld.GetValueOrDefault(school.Id),
                                rhythms.GetValueOrDefault(school.Id),
                                told.GetValueOrDefault(school.Id),
                                today
                            )
                        )
                        .Figures.Where(f => shared[school.Id].Contains(f.Kind)),
                ]
            )),
        ];
    }
}
