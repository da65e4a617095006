using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Domain.Teams;
using Throughline.Domain.Units;
using Throughline.Web.Access;

namespace Throughline.Web.Features.Units.People;

/// <summary>A role of a person and where it is.</summary>
public sealed record RoleAt(RoleAssignment Role, Unit Unit);

/// <summary>What a person's pages show and decide by: the person, all their roles and where they sit on an ILT.</summary>
public sealed record PersonFile(
    Person Person,
    IReadOnlyList<RoleAt> Roles,
    IReadOnlyList<Unit> Seats,
    DateTime? SignedInAt,
    bool HasPassword
)
{
    /// <summary>Roles in force or proposed.</summary>
    public IEnumerable<RoleAt> Open => Roles.Where(r => r.Role.Status != RoleStatus.Ended);

    /// <summary>Roles that are over, the latest first.</summary>
    public IEnumerable<RoleAt> Former =>
        Roles.Where(r => r.Role.Status == RoleStatus.Ended).OrderByDescending(r => r.Role.EndedAt);

    /// <summary>Null when the person never had a role at this school; a district knows all its people.</summary>
    public static async Task<PersonFile?> LoadAsync(
        ThroughlineDb db,
        Unit unit,
        Guid personId,
        CancellationToken cancel
    )
    {
        var person = await db.Set<Person>().SingleOrDefaultAsync(p => p.Id == personId, cancel);
        if (person is null)
        {
            return null;
        }

        var roles = await db.Set<RoleAssignment>()
            .Where(r => r.PersonId == personId)
            .Join(db.Set<Unit>(), r => r.UnitId, u => u.Id, (r, u) => new RoleAt(r, u))
            .ToListAsync(cancel);
        if (unit.Kind == UnitKind.School && !roles.Exists(r => r.Unit.Id == unit.Id))
        {
            return null;
        }

        var seats = await db.Set<IltMembership>()
            .AsNoTracking()
            .Where(m => m.PersonId == personId && m.Until == null)
            .Join(db.Set<Unit>(), m => m.UnitId, u => u.Id, (_, u) => u)
            .ToListAsync(cancel);
        var account = await db
            .Users.AsNoTracking()
            .Where(a => a.Id == personId)
            .Select(a => new { a.LastSignInAt, HasPassword = a.PasswordHash != null })
            .SingleOrDefaultAsync(cancel);
        return new(
            person,
            [.. roles.OrderBy(r => r.Unit.Name, StringComparer.Ordinal).ThenBy(r => r.Role.Role)],
            seats,
            account?.LastSignInAt,
            account?.HasPassword == true
        );
    }

    /// <summary>
    /// True when this person may correct name and address, let the person leave and bring them back: only who looks after
    /// people in every unit where they have a part, and may give leadership where they lead. An address is what one signs
    /// in with: otherwise a school's secretary could take over the account of a principal or a district leader.
    /// </summary>
    public bool MayBeCorrectedBy(Here here)
    {
        var inForce = Roles.Where(r => r.Role.Status == RoleStatus.Active).ToList();
        var held = inForce.Count > 0 ? inForce : [.. Roles];
        return held.Count + Seats.Count > 0
            ? held.TrueForAll(r =>
                here.CanAt(Permission.ManagePeople, r.Unit) && here.MayGive(r.Role.Role, r.Unit)
            ) && Seats.All(unit => here.CanAt(Permission.ManagePeople, unit))
            : here.Unit.Kind == UnitKind.District;
    }
}
