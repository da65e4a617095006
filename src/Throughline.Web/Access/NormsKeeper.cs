using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Domain.Meetings;
using Throughline.Domain.Teams;

namespace Throughline.Web.Access;

/// <summary>
/// Who keeps the norms of an ILT, asked in this one place: who is named for the day and sits on the team; while nobody is,
/// who took it for the meeting that is on; and else who facilitates.
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
        var took = InMeetingNow(db, today);
        return Seats(db)
            .Where(m =>
                named.Any(t => t.UnitId == m.UnitId && t.PersonId == m.PersonId)
                || (
                    !named.Any(t => t.UnitId == m.UnitId)
                    && (
                        took.Any(r => r.UnitId == m.UnitId && r.PersonId == m.PersonId)
                        || (m.Facilitates && !took.Any(r => r.UnitId == m.UnitId))
                    )
                )
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

    // A day more at each end: what day it is where the unit is, is not known here.
    private static IQueryable<MeetingRole> InMeetingNow(ThroughlineDb db, DateOnly today)
    {
        var (before, after) = (today.AddDays(-1), today.AddDays(1));
        var seats = Seats(db);
        return db.Set<Meeting>()
            .Where(m => m.Day >= before && m.Day <= after && m.State == MeetingState.InProgress)
            .Join(db.Set<MeetingRole>(), m => m.Id, r => r.MeetingId, (_, r) => r)
            .Where(r => r.Kind == MeetingRoleKind.NormsKeeper && r.IsTaken)
            .Where(r => seats.Any(m => m.UnitId == r.UnitId && m.PersonId == r.PersonId));
    }

    private static IQueryable<IltMembership> Seats(ThroughlineDb db) =>
        db.Set<IltMembership>().Where(m => m.Until == null);
}
