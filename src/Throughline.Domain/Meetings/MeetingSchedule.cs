using Throughline.Domain.Units;

namespace Throughline.Domain.Meetings;

/// <summary>What laying a series over the calendar changes.</summary>
/// <param name="Added">Meetings that are new.</param>
/// <param name="Moved">Meetings that are held at another time or place than before.</param>
/// <param name="Dropped">Meetings that are called off: the rhythm has no day for them any more.</param>
public sealed record ScheduleChange(
    IReadOnlyList<Meeting> Added,
    IReadOnlyList<Meeting> Moved,
    IReadOnlyList<Meeting> Dropped
);

/// <summary>
/// Lays a series over the school-day calendar, from a day on. Meetings keep their numbers and what members brought: the
/// next one stays the next one, on its new day. What was moved or called off by hand stays as it is and takes the place of
/// the day it came from.
/// </summary>
public static class MeetingSchedule
{
    /// <summary>Changes the meetings that are to come so that they follow the series.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="series">The series as it is now.</param>
    /// <param name="calendar">The unit's school days.</param>
    /// <param name="meetings">All meetings of the unit that are held on such a day, or that the series gave one.</param>
    /// <param name="lastNumber">The highest number of the unit's meetings.</param>
    /// <param name="from">The first day that may change.</param>
    /// <param name="now">Now, UTC.</param>
    public static ScheduleChange Lay(
        Unit unit,
        MeetingSeries series,
        SchoolCalendar calendar,
        IReadOnlyList<Meeting> meetings,
        int lastNumber,
        DateOnly from,
        DateTime now
    )
    {
        var fixedOnes = meetings.Where(m => !Follows(m, series)).ToList();
        var free = new Queue<Meeting>(
            meetings.Where(m => Follows(m, series) && m.Day >= from).OrderBy(m => m.Day)
        );
        var days = series
            .Rhythm.MeetingDays(calendar)
            .Where(d => d >= from)
            .Except(Taken(series, calendar, fixedOnes))
            .ToList();
        var (added, moved, dropped) = (
            new List<Meeting>(),
            new List<Meeting>(),
            new List<Meeting>()
        );
        foreach (var day in days)
        {
            var when = new MeetingTime(
                day,
                series.StartsAt,
                series.Minutes,
                series.Place,
                series.Link
            );
            if (free.TryDequeue(out var next))
            {
                // A meeting of another kind stands there already: this one is left out.
                var move = next.MoveWithSeries(when, calendar, fixedOnes);
                if (!move.IsOk)
                {
                    dropped.Add(next);
                }
                else if (move.Value)
                {
                    moved.Add(next);
                }
            }
            else
            {
                var plan = Meeting.Plan(
                    unit,
                    lastNumber + added.Count + 1,
                    when,
                    calendar,
                    fixedOnes,
                    now,
                    series.Id
                );
                if (plan.IsOk)
                {
                    added.Add(plan.Value);
                }
            }
        }

        dropped.AddRange(free);
        dropped.ForEach(m => m.Cancel(null));
        return new(added, moved, dropped);
    }

    private static bool Follows(Meeting meeting, MeetingSeries series) =>
        meeting.SeriesId == series.Id
        && meeting is { State: MeetingState.Planned, IsException: false };

    // Each meeting of the series that stays as it is takes the nearest day of the rhythm, if one is near.
    private static List<DateOnly> Taken(
        MeetingSeries series,
        SchoolCalendar calendar,
        List<Meeting> stay
    )
    {
        var taken = new List<DateOnly>();
        var days = series.Rhythm.MeetingDays(calendar).ToList();
        var near = series.EveryWeeks * 7 / (2 * Math.Max(1, series.Rhythm.Days.Count));
        foreach (
            var meeting in stay.Where(m =>
                m.SeriesId == series.Id && (m.IsException || m.State != MeetingState.Cancelled)
            )
        )
        {
            var home = meeting.SeriesDay ?? meeting.Day;
            var day = days.OrderBy(d => Math.Abs(d.DayNumber - home.DayNumber)).FirstOrDefault();
            if (days.Count > 0 && Math.Abs(day.DayNumber - home.DayNumber) <= near)
            {
                days.Remove(day);
                taken.Add(day);
            }
        }

        return taken;
    }
}
