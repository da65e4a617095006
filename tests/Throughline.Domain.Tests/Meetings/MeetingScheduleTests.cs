using Throughline.Domain.Meetings;
using Throughline.Domain.Units;
using static Throughline.Domain.Tests.Meetings.Gatherings;
using static Throughline.Domain.Tests.Units.Places;

namespace Throughline.Domain.Tests.Meetings;

public class MeetingScheduleTests
{
    private static readonly DateOnly First = new(2026, 11, 3);

    [Fact]
    public void A_series_plans_a_meeting_for_each_of_its_days_numbered_on()
    {
        var laid = Lay(Series(), [], last: 4);

        laid.Added.Select(m => (m.Number, m.Day.Day)).ShouldBe([(5, 3), (6, 17), (7, 1), (8, 15)]);
        laid.Added.ShouldAllBe(m => m.Place == "Library" && m.Minutes == 90);
    }

    [Fact]
    public void Laying_it_again_changes_nothing()
    {
        var series = Series();
        var meetings = Lay(series, []).Added;

        var again = Lay(series, meetings);

        (again.Added.Count, again.Moved.Count, again.Dropped.Count).ShouldBe((0, 0, 0));
    }

    [Fact]
    public void Another_day_of_the_week_moves_the_meetings_with_all_they_hold()
    {
        var series = Series();
        var meetings = Lay(series, []).Added;
        meetings[1].BeginAgenda(Template);
        meetings[1].Submit(Writing, null, Ben, Start);
        Change(series, r => r with { Days = [DayOfWeek.Thursday] });

        var laid = Lay(series, meetings);

        (laid.Added.Count, laid.Moved.Count, laid.Dropped.Count).ShouldBe((0, 4, 0));
        (meetings[1].Number, meetings[1].Day, meetings[1].Items.Count).ShouldBe(
            (2, new DateOnly(2026, 11, 19), 1)
        );
        meetings.ShouldAllBe(m => m.Sequence == 1 && !m.IsException);
    }

    [Fact]
    public void Fewer_meetings_call_the_last_ones_off_and_more_add_some()
    {
        var series = Series();
        var meetings = Lay(series, []).Added;
        Change(series, r => r with { Until = new DateOnly(2026, 11, 20) });
        Lay(series, meetings).Dropped.Select(m => m.Number).ShouldBe([3, 4]);

        Change(series, r => r with { EveryWeeks = 1 });
        Lay(series, meetings, last: 4).Added.Select(m => m.Day.Day).ShouldBe([17]);
    }

    [Fact]
    public void What_was_moved_or_called_off_by_hand_stays_and_takes_its_days_place()
    {
        var series = Series();
        var meetings = Lay(series, []).Added;
        meetings[1].Move(Time(new DateOnly(2026, 11, 18)), EveryWeekday, []);
        meetings[2].CallOff("Conferences");
        Change(series, r => r with { StartsAt = new TimeOnly(14, 0) });

        var laid = Lay(series, meetings);

        laid.Added.ShouldBeEmpty();
        laid.Moved.Select(m => m.Number).ShouldBe([1, 4]);
        (meetings[1].Day.Day, meetings[1].StartsAt.Hour).ShouldBe((18, 15));
        meetings[2].State.ShouldBe(MeetingState.Cancelled);
    }

    [Fact]
    public void What_was_and_what_is_on_is_not_touched()
    {
        var series = Series();
        var meetings = Lay(series, []).Added;
        meetings[0].BeginAgenda(Template);
        meetings[0].Start(First, Start);
        meetings[0].End(Start.AddHours(1));
        Change(series, r => r with { Days = [DayOfWeek.Friday] });

        var laid = MeetingSchedule.Lay(
            School,
            series,
            EveryWeekday,
            meetings,
            4,
            First.AddDays(1),
            Start
        );

        meetings[0].Day.ShouldBe(First);
        laid.Moved.Select(m => m.Day.Day).ShouldBe([20, 4, 18]);
    }

    private static MeetingSeries Series() =>
        MeetingSeries
            .Set(
                School,
                new MeetingRhythm(
                    2,
                    [DayOfWeek.Tuesday],
                    new TimeOnly(15, 15),
                    90,
                    First,
                    new DateOnly(2026, 12, 18),
                    OnClosure.Move
                ),
                "Library",
                null,
                Start
            )
            .Value;

    private static void Change(MeetingSeries series, Func<MeetingRhythm, MeetingRhythm> change) =>
        series.Change(change(series.Rhythm), series.Place, series.Link).IsOk.ShouldBeTrue();

    private static ScheduleChange Lay(
        MeetingSeries series,
        IReadOnlyList<Meeting> meetings,
        int last = 0
    ) => MeetingSchedule.Lay(School, series, EveryWeekday, meetings, last, First, Start);

    private static MeetingTime Time(DateOnly day) => new(day, new TimeOnly(15, 15), 90, "Library");
}
