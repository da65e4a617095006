using Throughline.Data;
using Throughline.Domain.Teams;
using Throughline.Domain.Units;
using Throughline.Web.Access;

namespace Throughline.Web.Features.Home;

/// <summary>Finds by the access table who may do something somewhere, for sources of the day that say who has something.</summary>
public static class DayPeople
{
    /// <summary>Those with the permission at one of the units by their role there, and those who facilitate its ILT.</summary>
    public static IQueryable<Guid> WhoMay(
        Permission permission,
        ThroughlineDb db,
        IQueryable<Guid> units
    )
    {
        var roles = AccessTable.Rules[permission].AtUnit;
        return db.Set<RoleAssignment>()
            .Where(r => r.Status == RoleStatus.Active && roles.Contains(r.Role))
            .Where(r => units.Contains(r.UnitId))
            .Select(r => r.PersonId)
            .Concat(
                db.Set<IltMembership>()
                    .Where(m => m.Until == null && m.Facilitates && units.Contains(m.UnitId))
                    .Select(m => m.PersonId)
            );
    }
}
