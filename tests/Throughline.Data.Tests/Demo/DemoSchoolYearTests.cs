using FsCheck;
using FsCheck.Fluent;
using Throughline.Data.Demo;
using Throughline.Domain.Units;

namespace Throughline.Data.Tests.Demo;

public sealed class DemoSchoolYearTests
{
    private static Arbitrary<DateOnly> AnyDay() =>
        Gen.Choose(new DateOnly(2024, 1, 1).DayNumber, new DateOnly(2060, 12, 31).DayNumber)
            .Select(DateOnly.FromDayNumber)
            .ToArbitrary();

    [Fact]
    public void Any_day_lies_in_the_middle_of_its_school_year() =>
        Prop.ForAll(
                AnyDay(),
                today =>
                {
                    var year = DemoSchoolYear.Around(today);
                    return year.FirstDay.AddDays(70) <= today && today.AddDays(63) <= year.LastDay;
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void A_school_year_runs_from_a_Monday_to_a_Friday_and_follows_the_one_before() =>
        Prop.ForAll(
                AnyDay(),
                today =>
                {
                    var year = DemoSchoolYear.Around(today);
                    return year.FirstDay.DayOfWeek == DayOfWeek.Monday
                        && year.LastDay.DayOfWeek == DayOfWeek.Friday
                        && year.Previous.LastDay.AddDays(50) < year.FirstDay
                        && year.Previous.Name != year.Name;
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Breaks_and_half_days_fall_on_school_days_of_the_year_and_leave_enough_of_them() =>
        Prop.ForAll(
                AnyDay(),
                today =>
                {
                    var year = DemoSchoolYear.Around(today);
                    var days = year.Days(today);
                    var calendar = new SchoolCalendar(
                        [(year.FirstDay, year.LastDay)],
                        days.Select(d => (d.Day, d.Kind)),
                        []
                    );
                    var schoolDays = calendar.SchoolDaysBetween(
                        year.FirstDay.AddDays(-1),
                        year.LastDay
                    );
                    return days.All(d => year.FirstDay <= d.Day && d.Day <= year.LastDay)
                        && days.DistinctBy(d => d.Day).Count() == days.Count
                        && days.Count(d => d.Kind == CalendarDayKind.Closure) is >= 10 and <= 30
                        && days.Count(d => d.Kind == CalendarDayKind.HalfDay) >= 6
                        && schoolDays is >= 170 and <= 195;
                }
            )
            .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("2026-11-22", "2026-08-17", "2027-05-28", "2026–27")]
    [InlineData("2027-01-20", "2026-08-17", "2027-05-28", "2026–27")]
    public void In_winter_the_year_is_the_usual_one(
        string today,
        string first,
        string last,
        string name
    )
    {
        var year = DemoSchoolYear.Around(Day(today));

        year.FirstDay.ShouldBe(Day(first));
        year.LastDay.ShouldBe(Day(last));
        year.Name.ShouldBe(name);
    }

    [Fact]
    public void The_usual_breaks_have_their_usual_days()
    {
        var today = new DateOnly(2027, 1, 20);
        var closed = DemoSchoolYear
            .Around(today)
            .Days(today)
            .Where(d => d.Kind == CalendarDayKind.Closure)
            .ToDictionary(d => d.Day, d => d.Label);

        closed[new(2026, 9, 7)].ShouldBe("Labor Day");
        closed[new(2026, 11, 26)].ShouldBe("Thanksgiving break");
        closed[new(2026, 12, 25)].ShouldBe("Winter break");
        closed[new(2027, 1, 18)].ShouldBe("Martin Luther King Jr. Day");
        closed[new(2027, 3, 24)].ShouldBe("Spring break");
    }

    private static DateOnly Day(string text) =>
        DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
