using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Domain.Units;
using Throughline.Web.Access;

namespace Throughline.Web.Features.Teams.Founding;

/// <summary>Who keeps the norms, as pages name them.</summary>
public static class NormsKeepers
{
    /// <summary>Whose term it is on a day, and its last day; null for nobody.</summary>
    public static async Task<(string Name, DateOnly Until)?> OnAsync(
        ThroughlineDb db,
        Guid unitId,
        DateOnly day,
        CancellationToken cancel
    )
    {
        var keeper = await NormsKeeper
            .Named(db, day)
            .Where(t => t.UnitId == unitId)
            .Join(
                db.Set<Person>(),
                t => t.PersonId,
                p => p.Id,
                (t, p) => new { Name = p.GivenName + " " + p.FamilyName, t.Until }
            )
            .FirstOrDefaultAsync(cancel);
        return keeper is null ? null : (keeper.Name, keeper.Until);
    }
}
