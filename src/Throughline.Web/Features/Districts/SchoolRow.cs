using Throughline.Data;
using Throughline.Domain.Assessments;
using Throughline.Domain.Teams;
using Throughline.Domain.Units;

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
    int ClosedRounds
)
{
    /// <summary>The rows of some schools by name, all in one query; the figures are worked out only for the rows taken.</summary>
    public static IQueryable<SchoolRow> Of(ThroughlineDb db, IQueryable<Unit> schools) =>
        schools
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
                db.Set<Round>().Count(r => r.UnitId == u.Id && r.ClosedAt != null)
            ));
}
