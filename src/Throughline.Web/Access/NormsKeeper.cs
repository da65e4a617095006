using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Domain.Teams;

namespace Throughline.Web.Access;

/// <summary>
/// Who keeps the norms of an ILT, asked in this one place: who is named for the day and sits on the team, and while
/// nobody is, who facilitates.
/// </summary>
public sealed class NormsKeeper(ThroughlineDb db) : IRelationCheck
{
    public Relation Relation => Relation.NormsKeeper;

    public Task<bool> HoldsAsync(
        Here here,
        RouteValueDictionary address,
        CancellationToken cancel
    ) =>
        Of(db, here.Today)
            .AnyAsync(m => m.UnitId == here.Unit.Id && m.PersonId == here.Viewer.PersonId, cancel);

    /// <summary>The seats of those who keep the norms on a day, at most a few a unit, to be asked within another query.</summary>
    public static IQueryable<IltMembership> Of(ThroughlineDb db, DateOnly today)
    {
        var named = Named(db, today);
        return Seats(db)
            .Where(m =>
                named.Any(t => t.UnitId == m.UnitId && t.PersonId == m.PersonId)
                || (m.Facilitates && !named.Any(t => t.UnitId == m.UnitId))
            );
    }

    /// <summary>Whose term it is on a day, if they still sit on the team; none where who facilitates keeps them.</summary>
    public static IQueryable<NormsKeeperTerm> Named(ThroughlineDb db, DateOnly day)
    {
        var seats = Seats(db);
        return db.Set<NormsKeeperTerm>()
            .Where(t => t.From <= day && t.Until >= day)
            .Where(t => seats.Any(m => m.UnitId == t.UnitId && m.PersonId == t.PersonId));
    }

    private static IQueryable<IltMembership> Seats(ThroughlineDb db) =>
        db.Set<IltMembership>().Where(m => m.Until == null);
}
