using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Domain.Units;

namespace Throughline.Web.Features.Units.People;

/// <summary>Leadership that a roster proposes and someone has to answer.</summary>
public sealed record Proposal(Guid Id, Guid PersonId, string Name, Role Role, Unit Unit)
{
    /// <summary>What it can be confirmed as: rosters say “administrator” of principals too.</summary>
    public IEnumerable<Role> Answers =>
        RoleChoices
            .Fitting(Unit)
            .Where(r => RoleAssignment.Leads(r) || r == Role)
            .OrderByDescending(r => r == Role);

    /// <summary>Those that wait at a school, or anywhere in a district.</summary>
    public static async Task<IEnumerable<Proposal>> OpenAsync(
        ThroughlineDb db,
        Unit at,
        CancellationToken cancel
    )
    {
        var open = await db.Set<RoleAssignment>()
            .AsNoTracking()
            .Where(r => r.Status == RoleStatus.Proposed)
            .Where(r => at.Kind == UnitKind.District || r.UnitId == at.Id)
            .Join(db.Set<Unit>(), r => r.UnitId, u => u.Id, (r, u) => new { Role = r, Unit = u })
            .Join(
                db.Set<Person>().Where(p => p.LeftOn == null),
                r => r.Role.PersonId,
                p => p.Id,
                (r, p) =>
                    new Proposal(
                        r.Role.Id,
                        p.Id,
                        p.GivenName + " " + p.FamilyName,
                        r.Role.Role,
                        r.Unit
                    )
            )
            .ToListAsync(cancel);
        return open.OrderBy(p => p.Unit.Kind)
            .ThenBy(p => p.Unit.Name, StringComparer.Ordinal)
            .ThenBy(p => p.Name, StringComparer.Ordinal);
    }
}

/// <summary>A role as a list names it.</summary>
public sealed record RowRole(Role Role, bool IsProposed, Unit Unit);

/// <summary>A person in a list of staff.</summary>
public sealed record PersonRow(
    Guid Id,
    string Name,
    string? Email,
    DateOnly? LeftOn,
    DateOnly? AccessEndsOn,
    DateTime? InvitedAt,
    DateTime? SignedInAt,
    bool HasPassword
)
{
    /// <summary>The roles of these people that are not over, in one query however many there are.</summary>
    public static async Task<ILookup<Guid, RowRole>> RolesAsync(
        ThroughlineDb db,
        IEnumerable<PersonRow> people,
        CancellationToken cancel
    )
    {
        var ids = people.Select(p => p.Id).ToList();
        var roles = await db.Set<RoleAssignment>()
            .AsNoTracking()
            .Where(r => ids.Contains(r.PersonId) && r.Status != RoleStatus.Ended)
            .OrderBy(r => r.Role)
            .Join(
                db.Set<Unit>(),
                r => r.UnitId,
                u => u.Id,
                (r, u) =>
                    new
                    {
                        r.PersonId,
                        r.Role,
                        r.Status,
                        Unit = u,
                    }
            )
            .ToListAsync(cancel);
        return roles.ToLookup(
            r => r.PersonId,
            r => new RowRole(r.Role, r.Status == RoleStatus.Proposed, r.Unit)
        );
    }
}
