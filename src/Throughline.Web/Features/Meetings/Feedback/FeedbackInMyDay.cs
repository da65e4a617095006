using System.Globalization;
using Throughline.Data;
using Throughline.Domain.Meetings;
using Throughline.Domain.Teams;
using Throughline.Domain.Units;
using Throughline.Web.Access;
using Throughline.Web.Features.Home;

namespace Throughline.Web.Features.Meetings.Feedback;

/// <summary>
/// The last meeting of a team waits for the feedback of who was there, for two weeks and until the next one starts. That it
/// no longer waits for someone tells that they gave theirs, to themselves alone.
/// </summary>
public sealed class FeedbackInMyDay : IDayRows
{
    private const int DaysAsked = 14;

    public IQueryable<Guid> PeopleWithSomething(ThroughlineDb db, DateTime now) =>
        Wanted(db, Near(db, now)).Select(w => w.PersonId);

    public IQueryable<DayRow>? RowsOf(Viewer viewer, ThroughlineDb db, DateTime now, int source) =>
        viewer.Seats.Count == 0 ? null : Rows(viewer, db, now, source);

    public DayItem Item(DayRow row) =>
        new(
            "Feedback · a minute",
            string.Create(CultureInfo.InvariantCulture, $"How was meeting {row.Number}?"),
            row.Unit,
            Due: null,
            "Say how it was",
            string.Create(
                CultureInfo.InvariantCulture,
                $"/{row.Slug}/meetings/{row.Number}/feedback"
            )
        );

    private static IQueryable<DayRow> Rows(
        Viewer viewer,
        ThroughlineDb db,
        DateTime now,
        int source
    )
    {
        var (me, seats) = (viewer.PersonId, viewer.Seats.Select(s => s.UnitId).ToList());
        // From one's own teams to their last meetings, not through all meetings of the district.
        return from wanted in Wanted(db, Near(db, now).Where(m => seats.Contains(m.UnitId)))
            where wanted.PersonId == me
            join unit in db.Set<Unit>() on wanted.Meeting.UnitId equals unit.Id
            select new DayRow
            {
                Source = source,
                Number = wanted.Meeting.Number,
                Title = unit.Name,
                Unit = unit.Name,
                Slug = unit.Slug,
                Since = wanted.Meeting.EndedAt!.Value,
                Due = DayRow.NoDay,
            };
    }

    private static IQueryable<Meeting> Near(ThroughlineDb db, DateTime now)
    {
        var first = DateOnly.FromDateTime(now).AddDays(-DaysAsked);
        return db.Set<Meeting>().Where(m => m.Day >= first && m.State == MeetingState.Ended);
    }

    private static IQueryable<WantedFeedback> Wanted(ThroughlineDb db, IQueryable<Meeting> near) =>
        from meeting in near
        where db.Set<TeamFeedback>().Any(f => f.UnitId == meeting.UnitId)
        where
            !db.Set<Meeting>()
                .Any(later =>
                    later.UnitId == meeting.UnitId
                    && later.Day >= meeting.Day
                    && later.StartedAt > meeting.StartedAt
                )
        join there in db.Set<Attendance>() on meeting.Id equals there.MeetingId
        where there.CameAt != null
        where
            db.Set<IltMembership>()
                .Any(m =>
                    m.UnitId == meeting.UnitId && m.PersonId == there.PersonId && m.Until == null
                )
        where
            !db.Set<FeedbackMark>()
                .Any(m => m.MeetingId == meeting.Id && m.PersonId == there.PersonId)
        where
            !db.Set<NamedFeedback>()
                .Any(n => n.MeetingId == meeting.Id && n.PersonId == there.PersonId)
        select new WantedFeedback { Meeting = meeting, PersonId = there.PersonId };

    private sealed class WantedFeedback
    {
        public required Meeting Meeting { get; init; }
        public required Guid PersonId { get; init; }
    }
}
