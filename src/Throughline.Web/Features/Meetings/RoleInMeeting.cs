using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Domain.Meetings;
using Throughline.Web.Access;

namespace Throughline.Web.Features.Meetings;

/// <summary>Whether the person facilitates, records or keeps the time in the meeting that the address names.</summary>
public sealed class RoleInMeeting(ThroughlineDb db) : IRelationCheck
{
    public Relation Relation => Relation.RoleInMeeting;

    public async Task<bool> HoldsAsync(
        Here here,
        RouteValueDictionary address,
        CancellationToken cancel
    ) =>
        // A role is a member's: who lost the seat conducts nothing any more.
        here.Can(Permission.TakePartInMeetings)
        && MeetingInAddress.NumberOf(address) is { } number
        && await HoldsAsync(db, here, number, cancel);

    /// <summary>The same by the meeting's number, for a member.</summary>
    public static Task<bool> HoldsAsync(
        ThroughlineDb db,
        Here here,
        int number,
        CancellationToken cancel
    ) =>
        db.Set<Meeting>()
            .AnyAsync(
                m =>
                    m.UnitId == here.Unit.Id
                    && m.Number == number
                    && m.Roles.Any(r =>
                        r.PersonId == here.Viewer.PersonId && r.Kind != MeetingRoleKind.NormsKeeper
                    ),
                cancel
            );
}
