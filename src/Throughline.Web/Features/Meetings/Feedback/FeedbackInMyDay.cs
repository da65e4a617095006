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
    // No kind of thing: feedback has no number.
    private const int Mark = -3;
    private const int DaysAsked = 14;

    public int Source => Mark;

    public IQueryable<Guid> PeopleWithSomething(ThroughlineDb db, DateTime now) =>
        Wanted(db, now).Select(w => w.PersonId);

    public IQueryable<DayRow>? RowsOf(Viewer viewer, ThroughlineDb db, DateTime now) =>
        viewer.Seats.Count == 0 ? null : Rows(db, viewer.PersonId, now);

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

    private static IQueryable<DayRow> Rows(ThroughlineDb db, Guid me, DateTime now) =>
        from wanted in Wanted(db, now)
        where wanted.PersonId == me
        join unit in db.Set<Unit>() on wanted.Meeting.UnitId equals unit.Id
        select new DayRow
        {
            Source = Mark,
            Number = wanted.Meeting.Number,
            Title = unit.Name,
            Unit = unit.Name,
            Slug = unit.Slug,
            Since = wanted.Meeting.EndedAt!.Value,
        };

    private static IQueryable<WantedFeedback> Wanted(ThroughlineDb db, DateTime now)
    {
        var since = now.AddDays(-DaysAsked);
        return from meeting in db.Set<Meeting>()
            where meeting.State == MeetingState.Ended && meeting.EndedAt >= since
            where db.Set<TeamFeedback>().Any(f => f.UnitId == meeting.UnitId)
            where
                !db.Set<Meeting>()
                    .Any(later =>
                        later.UnitId == meeting.UnitId && later.StartedAt > meeting.StartedAt
                    )
            join there in db.Set<Attendance>() on meeting.Id equals there.MeetingId
            where there.CameAt != null
            where
                db.Set<IltMembership>()
                    .Any(m =>
                        m.UnitId == meeting.UnitId
                        && m.PersonId == there.PersonId
                        && m.Until == null
                    )
            where
                !db.Set<FeedbackMark>()
                    .Any(m => m.MeetingId == meeting.Id && m.PersonId == there.PersonId)
            where
                !db.Set<NamedFeedback>()
                    .Any(n => n.MeetingId == meeting.Id && n.PersonId == there.PersonId)
            select new WantedFeedback { Meeting = meeting, PersonId = there.PersonId };
    }

    private sealed class WantedFeedback
    {
        public required Meeting Meeting { get; init; }
        public required Guid PersonId { get; init; }
    }
}
