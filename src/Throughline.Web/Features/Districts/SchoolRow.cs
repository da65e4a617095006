using Throughline.Data;
using Throughline.Data.Sharing;
using Throughline.Domain.Assessments;
using Throughline.Domain.Shared;
using Throughline.Domain.Sharing;
using Throughline.Domain.Teams;
using Throughline.Domain.Units;
using Throughline.Web.Features.Sharing;

namespace Throughline.Web.Features.Districts;

/// <summary>A school as a list of the district shows it.</summary>
/// <param name="Id">The school.</param>
/// <param name="Name">Its name.</param>
/// <param name="SearchText">What the list is ordered by.</param>
/// <param name="Slug">Its address.</param>
/// <param name="ClosedOn">The day it closed.</param>
/// <param name="Leader">Who leads it; the one who did so first, when there are two.</param>
/// <param name="Seats">Members of its ILT.</param>
/// <param name="Staff">People with a role there.</param>
/// <param name="OpenRounds">Rounds that are not closed.</param>
/// <param name="ClosedRounds">Rounds with results.</param>
/// <param name="SharesTold">True when its team shows the share of teams told.</param>
/// <param name="TeamsDue">Teams whose last day to be told is over this school year; 0 where the team does not show it.</param>
/// <param name="TeamsInTime">Those of them that were told in time.</param>
public sealed record SchoolRow(
    Guid Id,
    string Name,
    string SearchText,
    string Slug,
    DateOnly? ClosedOn,
    string? Leader,
    int Seats,
    int Staff,
    int OpenRounds,
    int ClosedRounds,
    bool SharesTold,
    int TeamsDue,
    int TeamsInTime
)
{
    /// <summary>The share of teams told in time.</summary>
    public ToldShare Told => new(TeamsDue, TeamsInTime);

    /// <summary>The rows of some schools by name, all in one query; the figures are worked out only for the rows taken.</summary>
    /// <param name="db">The store.</param>
    /// <param name="schools">Which schools.</param>
    /// <param name="today">The day it is in the district.</param>
    public static IQueryable<SchoolRow> Of(
        ThroughlineDb db,
        IQueryable<Unit> schools,
        DateOnly today
    )
    {
        // What is not shown is not added up either.
        var shared = db.Set<SharedFigure>().Where(f => f.Kind == FigureKind.TeamsTold);
        var began = Relays.YearBegan(db, today);
        var tallies = db.Set<RelayTally>()
            .Where(t => t.DueOn < today && t.DueOn >= began.FirstOrDefault());
        return schools
            .OrderBy(u => u.SearchText)
            .ThenBy(u => u.Id)
            .Select(u => new SchoolRow(
                u.Id,
                u.Name,
                u.SearchText,
                u.Slug,
                u.ClosedOn,
                db.Set<RoleAssignment>()
                    .Where(r =>
                        r.UnitId == u.Id
                        && r.Status == RoleStatus.Active
                        && r.Role == Role.Principal
                    )
                    .Join(
                        db.Set<Person>().Where(p => p.LeftOn == null),
                        r => r.PersonId,
                        p => p.Id,
                        (r, p) => new { r.Since, Name = p.GivenName + " " + p.FamilyName }
                    )
                    .OrderBy(x => x.Since)
                    .Select(x => x.Name)
                    .FirstOrDefault(),
                db.Set<IltMembership>().Count(m => m.UnitId == u.Id && m.Until == null),
                db.Set<RoleAssignment>()
                    .Where(r => r.UnitId == u.Id && r.Status == RoleStatus.Active)
                    .Select(r => r.PersonId)
                    .Distinct()
                    .Count(),
                db.Set<Round>().Count(r => r.UnitId == u.Id && r.ClosedAt == null),
                db.Set<Round>().Count(r => r.UnitId == u.Id && r.ClosedAt != null),
                shared.Any(f => f.UnitId == u.Id),
                tallies
                    .Where(t => t.UnitId == u.Id && shared.Any(f => f.UnitId == t.UnitId))
                    .Sum(t => t.Teams),
                tallies
                    .Where(t => t.UnitId == u.Id && shared.Any(f => f.UnitId == t.UnitId))
                    .Sum(t => t.InTime)
            ));
    }
}
