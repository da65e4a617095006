using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Domain.Units;

namespace Throughline.Web.Features.Units.InstructionalTeams;

/// <summary>Someone who can belong to a team, with what helps to find them in a long list.</summary>
public sealed record TeamStaff(Guid Id, string Name, string Teaches)
{
    /// <summary>Everyone with a role at the unit, and who belongs to the team already, by family name.</summary>
    public static async Task<IReadOnlyList<TeamStaff>> LoadAsync(
        ThroughlineDb db,
        Unit unit,
        Guid? teamId,
        CancellationToken cancel
    )
    {
        var people = await db.Set<Person>()
            .AsNoTracking()
            .Where(p =>
                p.LeftOn == null
                && (
                    db.Set<RoleAssignment>()
                        .Any(r =>
                            r.PersonId == p.Id
                            && r.UnitId == unit.Id
                            && r.Status == RoleStatus.Active
                        )
                    || db.Set<InstructionalTeamMember>()
                        .Any(m => m.PersonId == p.Id && m.TeamId == teamId)
                )
            )
            .OrderBy(p => p.SearchText)
            .Select(p => new
            {
                p.Id,
                Name = p.FamilyName + ", " + p.GivenName,
                Load = db.Set<TeachingLoad>()
                    .Where(l => l.PersonId == p.Id && l.UnitId == unit.Id)
                    .Select(l => new { l.Grades, l.Subjects })
                    .FirstOrDefault(),
            })
            .ToListAsync(cancel);
        return
        [
            .. people.Select(p => new TeamStaff(
                p.Id,
                p.Name,
                p.Load is null ? "" : Teaching(p.Load.Grades, p.Load.Subjects)
            )),
        ];
    }

    private static string Teaching(string grades, string subjects)
    {
        var parts = grades
            .Split(',', StringSplitOptions.RemoveEmptyEntries)
            .OrderBy(Grades.OrderOf)
            .Select(Grades.NameOf)
            .Concat(subjects.Split('|', StringSplitOptions.RemoveEmptyEntries))
            .ToList();
        return parts.Count > 4 ? $"{string.Join(", ", parts.Take(4))} …" : string.Join(", ", parts);
    }
}
