using Throughline.Data;
using Throughline.Domain.Teams;
using Throughline.Domain.Units;

namespace Throughline.Web.Features.Work.Raised;

/// <summary>Who answers what goes to the facilitator of an ILT.</summary>
public sealed class ActingFacilitator
{
    public required Guid UnitId { get; init; }
    public required Guid PersonId { get; init; }

    /// <summary>
    /// Whoever facilitates; where nobody is named to, who leads the unit: a new team has no facilitator yet, and what is
    /// raised would be with nobody.
    /// </summary>
    public static IQueryable<ActingFacilitator> Of(ThroughlineDb db)
    {
        var named = db.Set<IltMembership>().Where(s => s.Until == null && s.Facilitates);
        return named
            .Select(s => new ActingFacilitator { UnitId = s.UnitId, PersonId = s.PersonId })
            .Concat(
                db.Set<RoleAssignment>()
                    .Where(r => r.Role == Role.Principal && r.Status == RoleStatus.Active)
                    .Where(r => !named.Any(s => s.UnitId == r.UnitId))
                    .Select(r => new ActingFacilitator { UnitId = r.UnitId, PersonId = r.PersonId })
            );
    }
}
