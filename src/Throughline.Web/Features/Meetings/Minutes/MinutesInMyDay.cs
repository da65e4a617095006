using Throughline.Data;
using Throughline.Domain.Meetings;
using Throughline.Domain.Shared;
using Throughline.Domain.Teams;
using Throughline.Domain.Units;
using Throughline.Web.Access;
using Throughline.Web.Features.Home;
using Throughline.Web.Features.Links;
using static System.FormattableString;

namespace Throughline.Web.Features.Meetings.Minutes;

/// <summary>
/// A draft waits for who recorded it until it is confirmed; where no member of the team did, for who facilitated. Those of
/// the last weeks only: what nobody confirmed for so long is no thing of this day any more.
/// </summary>
public sealed class MinutesInMyDay : IDayRows
{
    private const int DaysBack = 30;

    public IQueryable<Guid> PeopleWithSomething(ThroughlineDb db, DateTime now) =>
        ToConfirm(db, now).Select(r => r.PersonId);

    public IQueryable<DayRow>? RowsOf(Viewer viewer, ThroughlineDb db, DateTime now, int source) =>
        viewer.Seats.Count == 0 ? null : Rows(db, viewer.PersonId, now, source);

    private static IQueryable<DayRow> Rows(ThroughlineDb db, Guid me, DateTime now, int source) =>
        from role in ToConfirm(db, now)
        where role.PersonId == me
        join meeting in db.Set<Meeting>() on role.MeetingId equals meeting.Id
        join unit in db.Set<Unit>() on meeting.UnitId equals unit.Id
        select new DayRow
        {
            Source = source,
            Number = meeting.Number,
            Title = "",
            Unit = unit.Name,
            Slug = unit.Slug,
            Since = meeting.EndedAt ?? now,
            Due = meeting.Day.AddDays(1),
        };

    public DayItem Item(DayRow row) =>
        new(
            "Minutes · confirm them the next morning",
            Invariant($"Draft minutes of meeting {row.Number}"),
            row.Unit,
            row.LastDay,
            "Read and confirm",
            ThingPlaces.PathOf(ThingKind.Meeting, row.Number, row.Slug)
        );

    private static IQueryable<MeetingRole> ToConfirm(ThroughlineDb db, DateTime now)
    {
        var since = DateOnly.FromDateTime(now).AddDays(-DaysBack);
        var sitting = db.Set<IltMembership>().Where(s => s.Until == null);
        var roles = db.Set<MeetingRole>()
            .Where(r => sitting.Any(s => s.UnitId == r.UnitId && s.PersonId == r.PersonId));
        return from role in roles
            join meeting in db.Set<Meeting>() on role.MeetingId equals meeting.Id
            where
                meeting.Day >= since
                && meeting.State == MeetingState.Ended
                && meeting.MinutesFinalAt == null
            where
                role.Kind == MeetingRoleKind.Recorder
                || (
                    role.Kind == MeetingRoleKind.Facilitator
                    && !roles.Any(r =>
                        r.MeetingId == meeting.Id && r.Kind == MeetingRoleKind.Recorder
                    )
                )
            select role;
    }
}
