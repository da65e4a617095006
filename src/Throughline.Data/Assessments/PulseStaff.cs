using Microsoft.EntityFrameworkCore;
using Throughline.Domain.Assessments;
using Throughline.Domain.Teams;
using Throughline.Domain.Units;

namespace Throughline.Data.Assessments;

/// <summary>The staff of a unit who are not on its ILT.</summary>
/// <param name="Ids">Who would be asked.</param>
/// <param name="CannotSignIn">How many of them have no password yet, and so cannot answer.</param>
public sealed record PulseStaff(IReadOnlyList<Guid> Ids, int CannotSignIn)
{
    private static readonly Role[] Asked = [.. Enum.GetValues<Role>().Where(Pulse.Asks)];
    private static readonly Role[] Asking = [Role.Principal, Role.DistrictLeader];

    /// <summary>Everyone with an active role in the unit itself, but for the ILT, who leads the unit, and observers.</summary>
    public static async Task<PulseStaff> FindAsync(
        ThroughlineDb db,
        Guid unitId,
        CancellationToken cancel
    )
    {
        var roles = db.Set<RoleAssignment>()
            .Where(r => r.UnitId == unitId && r.Status == RoleStatus.Active);
        var staff = await db.Set<Person>()
            .AsNoTracking()
            .Where(p => p.LeftOn == null)
            .Where(p => roles.Any(r => r.PersonId == p.Id && Asked.Contains(r.Role)))
            .Where(p => !roles.Any(r => r.PersonId == p.Id && Asking.Contains(r.Role)))
            .Where(p =>
                !db.Set<IltMembership>()
                    .Any(m => m.PersonId == p.Id && m.UnitId == unitId && m.Until == null)
            )
            .Select(p => new
            {
                p.Id,
                SignsIn = db.Users.Any(a => a.Id == p.Id && a.PasswordHash != null),
            })
            .ToListAsync(cancel);
        return new PulseStaff([.. staff.Select(s => s.Id)], staff.Count(s => !s.SignsIn));
    }

    /// <summary>Whether anyone sits on the unit's ILT.</summary>
    public static Task<bool> HasIltAsync(ThroughlineDb db, Guid unitId, CancellationToken cancel) =>
        db.Set<IltMembership>().AnyAsync(m => m.UnitId == unitId && m.Until == null, cancel);
}
