using FsCheck;
using FsCheck.Fluent;
using Throughline.Domain.Units;

namespace Throughline.Domain.Tests.Units;

public sealed class SchoolCalendarTests
{
    private static readonly DateOnly First = new(2026, 8, 24);
    private static readonly DateOnly Last = new(2027, 6, 11);
    private static readonly DateOnly Thanksgiving = new(2026, 11, 26);
    private static readonly DateOnly Saturday = new(2026, 11, 28);

    private static SchoolCalendar Calendar(
        (DateOnly, CalendarDayKind)[]? district = null,
        (DateOnly, CalendarDayKind)[]? school = null
    ) => new([(First, Last)], district ?? [], school ?? []);

    [Fact]
    public void Weekdays_within_a_school_year_are_school_days_and_weekends_are_not()
    {
        var calendar = Calendar();
        calendar.IsSchoolDay(Thanksgiving).ShouldBeTrue();
        calendar.IsSchoolDay(Saturday).ShouldBeFalse();
        calendar.IsSchoolDay(First.AddDays(-3)).ShouldBeFalse();
        calendar.IsSchoolDay(Last.AddDays(3)).ShouldBeFalse();
    }

    [Fact]
    public void Without_any_school_year_every_weekday_is_a_school_day()
    {
        var calendar = new SchoolCalendar([], [], []);
        calendar.IsSchoolDay(new DateOnly(2026, 7, 15)).ShouldBeTrue();
        calendar.IsSchoolDay(new DateOnly(2026, 7, 18)).ShouldBeFalse();
    }

    [Fact]
    public void A_closure_is_no_school_day_and_a_half_day_is_one()
    {
        var calendar = Calendar([
            (Thanksgiving, CalendarDayKind.Closure),
            (Thanksgiving.AddDays(-1), CalendarDayKind.HalfDay),
        ]);
        calendar.IsSchoolDay(Thanksgiving).ShouldBeFalse();
        calendar.IsSchoolDay(Thanksgiving.AddDays(-1)).ShouldBeTrue();
        calendar.IsHalfDay(Thanksgiving.AddDays(-1)).ShouldBeTrue();
        calendar.IsHalfDay(Thanksgiving).ShouldBeFalse();
    }

    [Fact]
    public void A_make_up_Saturday_is_a_school_day() =>
        Calendar([(Saturday, CalendarDayKind.SchoolDay)]).IsSchoolDay(Saturday).ShouldBeTrue();

    [Fact]
    public void A_schools_own_entry_wins_over_its_districts()
    {
        Calendar(
                [(Thanksgiving, CalendarDayKind.Closure)],
                [(Thanksgiving, CalendarDayKind.SchoolDay)]
            )
            .IsSchoolDay(Thanksgiving)
            .ShouldBeTrue();
        Calendar(
                [(Thanksgiving, CalendarDayKind.SchoolDay)],
                [(Thanksgiving, CalendarDayKind.Closure)]
            )
            .IsSchoolDay(Thanksgiving)
            .ShouldBeFalse();
    }

    [Fact]
    public void The_day_that_lies_n_school_days_ahead_has_n_school_days_up_to_it() =>
        Prop.ForAll(
                ArbMap.Default.ArbFor<(byte From, byte Count, byte Closed)>(),
                t =>
                {
                    var from = First.AddDays(t.From);
                    var calendar = Calendar([(First.AddDays(t.Closed), CalendarDayKind.Closure)]);
                    var count = (t.Count % 45) + 1;
                    return calendar.AddSchoolDays(from, count) is not { } day
                        || (
                            calendar.SchoolDaysBetween(from, day) == count
                            && calendar.IsSchoolDay(day)
                        );
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void School_days_of_two_spans_that_meet_add_up() =>
        Prop.ForAll(
                ArbMap.Default.ArbFor<(byte A, byte B, byte C)>(),
                t =>
                {
                    var days = new[] { t.A, t.B, t.C }
                        .Order()
                        .Select(d => First.AddDays(d))
                        .ToList();
                    var calendar = Calendar([(Thanksgiving, CalendarDayKind.Closure)]);
                    return calendar.SchoolDaysBetween(days[0], days[1])
                            + calendar.SchoolDaysBetween(days[1], days[2])
                        == calendar.SchoolDaysBetween(days[0], days[2]);
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void No_day_is_found_beyond_the_last_school_year_known() =>
        Calendar().AddSchoolDays(Last, 1).ShouldBeNull();

    [Fact]
    public void The_first_and_the_last_day_of_any_year_known_are_school_days()
    {
        var next = (First: new DateOnly(2027, 8, 23), Last: new DateOnly(2028, 6, 9));
        var calendar = new SchoolCalendar([(First, Last), next], [], []);
        new[] { First, Last, next.First, next.Last }.ShouldAllBe(d => calendar.IsSchoolDay(d));
        calendar.IsSchoolDay(Last.AddDays(3)).ShouldBeFalse();
    }

    [Fact]
    public void School_days_are_counted_without_weekends_and_closures()
    {
        var calendar = Calendar([(Thanksgiving, CalendarDayKind.Closure)]);
        calendar.AddSchoolDays(First, 0).ShouldBe(First);
        calendar.AddSchoolDays(First, 5).ShouldBe(First.AddDays(7));
        calendar.AddSchoolDays(Thanksgiving.AddDays(-1), 2).ShouldBe(Thanksgiving.AddDays(4));
    }

    [Fact]
    public void The_next_school_day_is_looked_for_during_three_years()
    {
        var calendar = new SchoolCalendar([(First, First)], [], []);
        calendar.AddSchoolDays(First.AddDays(-3 * 366), 1).ShouldBe(First);
        calendar.AddSchoolDays(First.AddDays((-3 * 366) - 1), 1).ShouldBeNull();
    }
}
