using Throughline.Data.Demo;
using Throughline.Data.Meetings;
using Throughline.Domain.Meetings;
using Throughline.Domain.Shared;
using Throughline.Domain.Units;

namespace Throughline.Data.Bench;

/// <summary>A day on which every team of the district meets.</summary>
/// <param name="Day">The day.</param>
/// <param name="Place">Its place among the meetings of its school year, from 0.</param>
internal sealed record BenchMeetingDay(DateOnly Day, int Place);

/// <summary>
/// Every ILT meets each week of school for an hour. All meetings are over but for those of one day, which every team is in
/// the middle of, and those that are to come; the agenda of the first of these is begun.
/// </summary>
internal sealed class BenchMeetings
{
    private static readonly TimeOnly StartsAt = new(8, 0);

    private readonly BulkLoad load;
    private readonly BenchTime time;
    private readonly ReadyAgenda agenda;
    private readonly Random chance;
    private readonly SchoolCalendar calendar;
    private readonly DateOnly open;
    private readonly DateOnly last;
    private readonly DateOnly next;
    private readonly MeetingRhythm rhythm;

    public BenchMeetings(BulkLoad load, BenchTime time, AgendaCatalog agendas, Random chance)
    {
        (this.load, this.time, this.chance) = (load, time, chance);
        agenda = agendas.Find("every-week")!;
        calendar = new SchoolCalendar(
            time.Years.Select(y => (y.FirstDay, y.LastDay)),
            time.Years.SelectMany(y => y.Days(time.Today))
                .DistinctBy(d => d.Day)
                .Select(d => (d.Day, d.Kind)),
            []
        );
        open = time.Today;
        while (
            !calendar.IsSchoolDay(open)
            || Meeting.MomentOf(open, StartsAt.AddMinutes(agenda.Minutes), time.Zone) > time.Now
        )
        {
            open = open.AddDays(-1);
        }

        rhythm = Rhythm(time.Years[^1]);
        Days = [.. time.Years.SelectMany(DaysOf)];
        last = Days.Last(d => d.Day < open).Day;
        next = Days.First(d => d.Day > open).Day;
    }

    /// <summary>The days of all years, the first one first.</summary>
    public IReadOnlyList<BenchMeetingDay> Days { get; }

    /// <summary>What a team begins with: vision and norms, its agenda and its series.</summary>
    public BenchTeam Begin(BenchSchool school)
    {
        BenchFounding.Add(load, time, school);
        var at = time.Before;
        var by = school.Raters[0].PersonId;
        var template = AgendaTemplate
            .Set(school.Unit, 1, agenda.Name, agenda.Sections, by, at)
            .Value;
        var series = MeetingSeries.Set(school.Unit, rhythm, "Library", null, at).Value;
        load.Add(template);
        load.Add(series);
        load.Add(TeamFeedback.Begin(school.Unit, FeedbackKind.PlusDelta, byName: true, at).Value);
        BenchHealth.Share(load, school, at);
        return new BenchTeam(school, series, template);
    }

    /// <summary>A team's meeting of that day, with what comes of it.</summary>
    public void Add(BenchTeam team, BenchMeetingDay day)
    {
        var start = Meeting.MomentOf(day.Day, StartsAt, time.Zone);
        var meeting = Meeting
            .Plan(
                team.School.Unit,
                ++team.Numbers.Meetings,
                new MeetingTime(day.Day, StartsAt, rhythm.Minutes, team.Series.Place),
                calendar,
                [],
                Earlier(start, 14),
                team.Series.Id
            )
            .Value;
        if (day.Day <= next)
        {
            BenchMeeting.Prepare(team, meeting, ItemsOf(day.Day), Earlier(start, 2));
        }

        if (day.Day <= open)
        {
            Hold(team, meeting, day, start);
        }

        BenchMeeting.Load(load, meeting);
    }

    private void Hold(BenchTeam team, Meeting meeting, BenchMeetingDay day, DateTime start)
    {
        meeting.Start(day.Day, start).OrThrow();
        var table = new BenchTable(load, team, meeting, open, chance);
        BenchMeeting.Hold(table);
        BenchRocks.Add(table, day.Place, calendar);
        // In the open meeting an issue and hands that are up.
        table.Issue = day.Place % 2 == 0 || table.IsOpen ? BenchIssues.Add(table) : null;
        table.Decision = day.Place % 2 == 1 || table.IsOpen ? BenchDecisions.Add(table) : null;
        BenchToDos.Add(table, (ILinkable?)table.Decision ?? table.Issue!);
        if (!table.IsOpen)
        {
            BenchRelays.Add(table, calendar);
            BenchFeedback.Add(table);
            BenchStaffNotes.Add(table);
            BenchHealth.Sum(table, time.Zone);
            // The minutes of the last one still wait for who recorded it.
            if (day.Day < last)
            {
                BenchMinutes.Confirm(table, time.Zone);
            }
        }
    }

    // Many at the meetings that are looked at: the last one, the open one and the next.
    private int ItemsOf(DateOnly day) => day >= last ? BenchSize.ItemsNow : BenchSize.ItemsEach;

    // What is made ready for a meeting to come is made ready by now.
    private DateTime Earlier(DateTime start, int days) =>
        start.AddDays(-days) < time.Now ? start.AddDays(-days) : time.Now.AddHours(-1);

    private MeetingRhythm Rhythm(DemoSchoolYear year) =>
        new(
            1,
            [open.DayOfWeek],
            StartsAt,
            agenda.Minutes,
            year.FirstDay,
            year.LastDay,
            OnClosure.Move
        );

    private IEnumerable<BenchMeetingDay> DaysOf(DemoSchoolYear year) =>
        Rhythm(year).MeetingDays(calendar).Select((day, place) => new BenchMeetingDay(day, place));
}
