using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Data.Sharing;
using Throughline.Domain.Meetings;
using Throughline.Domain.Shared;
using Throughline.Domain.Sharing;
using Throughline.Domain.Units;
using Throughline.Web.Features.Meetings.Health;

namespace Throughline.Web.Features.Districts;

/// <summary>A school with what a list by one figure is ordered by.</summary>
public sealed class RankedSchool
{
    /// <summary>The school.</summary>
    public Guid Id { get; init; }

    public string Name { get; init; } = "";

    public string SearchText { get; init; } = "";

    /// <summary>Meetings held in the term.</summary>
    public int Meetings { get; init; }

    public int Good { get; init; }

    public int Of { get; init; }

    /// <summary>The figure in tenths of a percent, or in minutes; below 0 where it says nothing yet.</summary>
    public int Rank { get; init; }

    /// <summary>The figures one can order by: shares, and the length of meetings.</summary>
    public static IReadOnlyList<FigureKind> Orders { get; } =
    [.. HealthWords.All.Where(k => k != FigureKind.Instruction)];

    /// <summary>Schools whose team shows the figure, the lowest first, those that say nothing yet at the head.</summary>
    public static IQueryable<RankedSchool> By(
        ThroughlineDb db,
        IQueryable<Unit> schools,
        FigureKind kind,
        Term term,
        DateOnly today
    )
    {
        var showing = schools.Where(u =>
            db.Set<SharedFigure>().Any(f => f.UnitId == u.Id && f.Kind == kind)
        );
        return Counted(db, showing, kind, term, today)
            .Select(s => new RankedSchool
            {
                Id = s.Id,
                Name = s.Name,
                SearchText = s.SearchText,
                Rank =
                    s.Of == 0
                    || (
                        s.Meetings < TeamHealth.FewestMeetings
                        && kind != FigureKind.TeamsTold
                        && kind != FigureKind.Cadence
                    )
                        ? -1
                        : s.Good * 1000 / s.Of,
            })
            .OrderBy(s => s.Rank)
            .ThenBy(s => s.SearchText)
            .ThenBy(s => s.Id);
    }

    private static IQueryable<RankedSchool> Counted(
        ThroughlineDb db,
        IQueryable<Unit> schools,
        FigureKind kind,
        Term term,
        DateOnly today
    )
    {
        var held = db.Set<MeetingSummary>().Where(s => s.Day >= term.From && s.Day <= term.Until);
        var due = db.Set<FollowUp>()
            .Where(f => f.MeetingDay >= term.From && f.MeetingDay <= term.Until && f.DueOn < today);
        var told = db.Set<RelayTally>()
            .Where(t => t.DueOn >= term.From && t.DueOn <= term.Until && t.DueOn < today);
        var notHeld = HealthDesk
            .NotHeld(db, today)
            .Where(m => m.Day >= term.From && m.Day <= term.Until);
        return kind switch
        {
            FigureKind.Cadence => schools.Select(u => new RankedSchool
            {
                Id = u.Id,
                Name = u.Name,
                SearchText = u.SearchText,
                Good = held.Count(s => s.UnitId == u.Id),
                Of = held.Count(s => s.UnitId == u.Id) + notHeld.Count(m => m.UnitId == u.Id),
            }),
            FigureKind.FollowUp => schools.Select(u => new RankedSchool
            {
                Id = u.Id,
                Name = u.Name,
                SearchText = u.SearchText,
                Meetings = held.Count(s => s.UnitId == u.Id),
                Good = due.Where(f => f.UnitId == u.Id).Sum(f => f.InTime),
                Of = due.Where(f => f.UnitId == u.Id).Sum(f => f.Given),
            }),
            FigureKind.TeamsTold => schools.Select(u => new RankedSchool
            {
                Id = u.Id,
                Name = u.Name,
                SearchText = u.SearchText,
                Good = told.Where(t => t.UnitId == u.Id).Sum(t => t.InTime),
                Of = told.Where(t => t.UnitId == u.Id).Sum(t => t.Teams),
            }),
            FigureKind.Length => Summed(s => s.Minutes, s => 1000),
            FigureKind.OnTime => Summed(s => s.IsOnTime ? 1 : 0, s => 1),
            FigureKind.Roles => Summed(s => s.HasAllRoles ? 1 : 0, s => 1),
            FigureKind.NextAgenda => Summed(s => s.BeganNextAgenda ? 1 : 0, s => 1),
            FigureKind.LedByMembers => Summed(s => s.IsLedByMember ? 1 : 0, s => 1),
            FigureKind.Owned => Summed(s => s.Owned, s => s.Decisions),
            FigureKind.CarriedBeyond => Summed(s => s.CarriedBeyond, s => s.Carried),
            // Where it would show one person, its place in the list must not tell it either.
            FigureKind.FromTeachers => Summed(
                s => s.FromTeachers,
                s =>
                    held.Any(x =>
                        x.UnitId == s.UnitId && (x.TeacherSeats == 1 || x.OtherSeats == 1)
                    )
                        ? 0
                        : s.Items
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

        IQueryable<RankedSchool> Summed(
            Expression<Func<MeetingSummary, int>> good,
            Expression<Func<MeetingSummary, int>> of
        ) =>
            schools.Select(u => new RankedSchool
            {
                Id = u.Id,
                Name = u.Name,
                SearchText = u.SearchText,
                Meetings = held.Count(s => s.UnitId == u.Id),
                Good = held.Where(s => s.UnitId == u.Id).Select(good).Sum(),
                Of = held.Where(s => s.UnitId == u.Id).Select(of).Sum(),
            });
    }
}
