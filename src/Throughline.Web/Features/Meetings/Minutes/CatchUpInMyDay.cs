using Throughline.Data;
using Throughline.Domain.Meetings;
using Throughline.Domain.Teams;
using Throughline.Domain.Units;
using Throughline.Web.Access;
using Throughline.Web.Features.Home;
using static System.FormattableString;

namespace Throughline.Web.Features.Meetings.Minutes;

/// <summary>What came of a meeting waits for each member who was away, until they say that they are up to date.</summary>
public sealed class CatchUpInMyDay : IDayRows
{
    // By then the next meeting has told them.
    private const int DaysBack = 14;

    public IQueryable<Guid> PeopleWithSomething(ThroughlineDb db, DateTime now) =>
        Away(db, now).Select(a => a.PersonId);

    public IQueryable<DayRow>? RowsOf(Viewer viewer, ThroughlineDb db, DateTime now, int source) =>
        viewer.Seats.Count == 0 ? null : Rows(db, viewer.PersonId, now, source);

    private static IQueryable<DayRow> Rows(ThroughlineDb db, Guid me, DateTime now, int source) =>
        from away in Away(db, now)
        where away.PersonId == me
        join unit in db.Set<Unit>() on away.Meeting.UnitId equals unit.Id
        select new DayRow
        {
            Source = source,
            Number = away.Meeting.Number,
            Title = "",
            Unit = unit.Name,
            Slug = unit.Slug,
            Since = away.Meeting.EndedAt ?? now,
            Due = DayRow.NoDay,
        };

    public DayItem Item(DayRow row) =>
        new(
            "You were away · two minutes",
            Invariant($"What meeting {row.Number} decided, and what is yours"),
            row.Unit,
            Due: null,
            "Catch up",
            Invariant($"/{row.Slug}/meetings/{row.Number}/catch-up")
        );

    private static IQueryable<AwayFrom> Away(ThroughlineDb db, DateTime now)
    {
        var since = DateOnly.FromDateTime(now).AddDays(-DaysBack);
        var attendances = db.Set<Attendance>();
        return db.Set<Meeting>()
            .Where(m => m.Day >= since && m.State == MeetingState.Ended)
            // Where nobody said who is here, nobody was away.
            .Where(m =>
                attendances.Any(a => a.MeetingId == m.Id && a.CameAt != null && !a.IsVisitor)
            )
            .Join(
                db.Set<IltMembership>().Where(s => s.Until == null),
                m => m.UnitId,
                s => s.UnitId,
                (m, s) =>
                    new AwayFrom
                    {
                        Meeting = m,
                        PersonId = s.PersonId,
                        SitsSince = s.Since,
                    }
            )
            .Where(x => x.SitsSince < x.Meeting.StartedAt)
            .Where(x =>
                !attendances.Any(a =>
                    a.MeetingId == x.Meeting.Id
                    && a.PersonId == x.PersonId
                    && (a.CameAt != null || a.CaughtUpAt != null)
                )
            );
    }

    private sealed class AwayFrom
    {
        public required Meeting Meeting { get; init; }
        public required Guid PersonId { get; init; }
        public required DateTime SitsSince { get; init; }
    }
}
