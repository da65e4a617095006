using Throughline.Domain.Units;

namespace Throughline.Domain.Tests.Units;

public sealed class CalendarDayTests
{
    private static readonly DateTime Now = new(2026, 7, 1, 12, 0, 0, DateTimeKind.Utc);
    private static readonly DateOnly Monday = new(2026, 12, 21);
    private static readonly DateOnly Saturday = new(2026, 12, 26);

    [Fact]
    public void A_break_is_entered_for_its_weekdays()
    {
        var span = CalendarDay.Span(Monday, Monday.AddDays(11), CalendarDayKind.Closure);
        span.Value.Count.ShouldBe(10);
        span.Value.ShouldAllBe(d =>
            d.DayOfWeek != DayOfWeek.Saturday && d.DayOfWeek != DayOfWeek.Sunday
        );
        span.Value[0].ShouldBe(Monday);
        span.Value[^1].ShouldBe(Monday.AddDays(11));
    }

    [Fact]
    public void A_single_day_is_taken_as_it_is_even_a_Saturday()
    {
        CalendarDay.Span(Saturday, null, CalendarDayKind.SchoolDay).Value.ShouldBe([Saturday]);
        CalendarDay.Span(Saturday, Saturday, CalendarDayKind.Closure).Value.ShouldBe([Saturday]);
    }

    [Fact]
    public void A_break_that_ends_before_it_begins_is_refused() =>
        CalendarDay
            .Span(Monday, Monday.AddDays(-1), CalendarDayKind.Closure)
            .Refusal!.Field.ShouldBe("LastDay");

    [Fact]
    public void A_break_of_more_than_60_days_is_refused()
    {
        CalendarDay.Span(Monday, Monday.AddDays(59), CalendarDayKind.Closure).IsOk.ShouldBeTrue();
        CalendarDay.Span(Monday, Monday.AddDays(60), CalendarDayKind.Closure).IsOk.ShouldBeFalse();
    }

    [Fact]
    public void A_weekend_alone_is_no_break() =>
        CalendarDay
            .Span(Saturday, Saturday.AddDays(1), CalendarDayKind.Closure)
            .Refusal!.Message.ShouldContain("weekend");

    [Fact]
    public void Make_up_days_are_entered_one_by_one() =>
        CalendarDay.Span(Monday, Monday.AddDays(3), CalendarDayKind.SchoolDay).IsOk.ShouldBeFalse();

    [Theory]
    [InlineData(1999)]
    [InlineData(2101)]
    public void A_day_far_from_any_school_calendar_is_refused(int year) =>
        CalendarDay
            .Span(new DateOnly(year, 5, 5), null, CalendarDayKind.Closure)
            .Refusal!.Field.ShouldBe("FirstDay");

    [Fact]
    public void A_day_needs_a_name_of_at_most_80_characters()
    {
        var district = Guid.Empty;
        CalendarDay
            .New(district, district, Monday, CalendarDayKind.Closure, " ", Now)
            .Refusal!.Field.ShouldBe("Label");
        CalendarDay
            .New(district, district, Monday, CalendarDayKind.Closure, new('x', 81), Now)
            .IsOk.ShouldBeFalse();
        CalendarDay
            .New(district, district, Monday, CalendarDayKind.Closure, new('x', 80), Now)
            .IsOk.ShouldBeTrue();
    }

    [Theory]
    [InlineData(2000)]
    [InlineData(2100)]
    public void The_first_and_the_last_year_of_a_school_calendar_have_days(int year) =>
        CalendarDay
            .Span(new DateOnly(year, 5, 5), null, CalendarDayKind.Closure)
            .IsOk.ShouldBeTrue();

    [Theory]
    [InlineData(1999, 0, CalendarDayKind.Closure, "FirstDay", "Check the day: its year")]
    [InlineData(
        2026,
        -1,
        CalendarDayKind.Closure,
        "LastDay",
        "The last day comes before the first"
    )]
    [InlineData(2026, 60, CalendarDayKind.HalfDay, "LastDay", "Enter at most 60 days at once.")]
    [InlineData(2026, 1, CalendarDayKind.SchoolDay, "LastDay", "Enter make-up days one by one.")]
    public void A_refused_span_says_what_to_enter_instead(
        int year,
        int length,
        CalendarDayKind kind,
        string field,
        string message
    )
    {
        var first = new DateOnly(year, 12, 21);
        var refusal = CalendarDay.Span(first, first.AddDays(length), kind).Refusal!;
        refusal.Field.ShouldBe(field);
        refusal.Message.ShouldStartWith(message);
    }

    [Fact]
    public void A_weekend_alone_is_refused_at_its_first_day() =>
        CalendarDay
            .Span(Saturday, Saturday.AddDays(1), CalendarDayKind.Closure)
            .Refusal!.Field.ShouldBe("FirstDay");

    [Fact]
    public void An_entry_is_about_one_unit_and_one_day_and_stays_when_a_change_is_refused()
    {
        var (district, school) = (Places.SomeId(1), Places.SomeId(2));
        var entry = CalendarDay
            .New(district, school, Monday, CalendarDayKind.Closure, "Snow", Now)
            .Value;

        entry
            .Change(CalendarDayKind.HalfDay, " ")
            .Refusal!.Message.ShouldBe("Enter what the day is called.");

        entry.Id.ShouldNotBe(Guid.Empty);
        (entry.DistrictId, entry.UnitId, entry.Day).ShouldBe((district, school, Monday));
        (entry.Kind, entry.Label).ShouldBe((CalendarDayKind.Closure, "Snow"));
    }
}
