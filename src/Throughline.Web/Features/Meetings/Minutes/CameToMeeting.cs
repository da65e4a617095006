using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Domain.Meetings;
using Throughline.Web.Access;

namespace Throughline.Web.Features.Meetings.Minutes;

/// <summary>Whether the person was at the meeting that the address names, as a member then or as a visitor.</summary>
public sealed class CameToMeeting(ThroughlineDb db) : IRelationCheck
{
    public Relation Relation => Relation.CameToMeeting;

    public async Task<bool> HoldsAsync(
        Here here,
        RouteValueDictionary address,
        CancellationToken cancel
    ) =>
        MeetingInAddress.NumberOf(address) is { } number
        && await HoldsAsync(db, here, number, cancel);

    /// <summary>The same by the meeting's number.</summary>
    public static Task<bool> HoldsAsync(
        ThroughlineDb db,
        Here here,
        int number,
        CancellationToken cancel
    ) =>
        db.Set<Attendance>()
            .AnyAsync(
                a =>
                    a.PersonId == here.Viewer.PersonId
                    && a.CameAt != null
                    && db.Set<Meeting>()
                        .Any(m =>
                            m.Id == a.MeetingId && m.UnitId == here.Unit.Id && m.Number == number
                        ),
                cancel
            );
}
