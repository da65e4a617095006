using Throughline.Domain.Shared;
using Throughline.Domain.Units;

namespace Throughline.Domain.Tests.Units;

public sealed class SchoolYearTests
{
    private static readonly DateTime Now = new(2026, 7, 1, 12, 0, 0, DateTimeKind.Utc);
    private static readonly DateOnly First = new(2026, 8, 24);
    private static readonly DateOnly Last = new(2027, 6, 11);

    private static Result<SchoolYear> Year(
        DateOnly first,
        DateOnly last,
        string name = "2026–27"
    ) => SchoolYear.New(Guid.Empty, name, first, last, Now);

    [Fact]
    public void A_year_ends_after_it_begins() =>
        Year(First, First).Refusal!.Field.ShouldBe("LastDay");

    [Fact]
    public void A_year_has_at_most_400_days()
    {
        Year(First, First.AddDays(399)).IsOk.ShouldBeTrue();
        Year(First, First.AddDays(400)).IsOk.ShouldBeFalse();
    }

    [Fact]
    public void A_year_far_from_any_school_calendar_is_refused() =>
        Year(new DateOnly(206, 8, 24), new DateOnly(207, 6, 11))
            .Refusal!.Field.ShouldBe("FirstDay");

    [Fact]
    public void Days_that_another_year_holds_are_refused_and_the_other_is_named()
    {
        var year = Year(First, Last).Value;
        Year(Last, Last.AddDays(200), "2027–28")
            .Value.StandsApartFrom([year])
            .Refusal!.Message.ShouldContain("2026–27");
        Year(Last.AddDays(1), Last.AddDays(200), "2027–28")
            .Value.StandsApartFrom([year])
            .IsOk.ShouldBeTrue();
        year.StandsApartFrom([year]).IsOk.ShouldBeTrue();
    }

    [Fact]
    public void What_was_set_by_hand_no_roster_changes_back()
    {
        var year = Year(First, Last).Value;
        year.ChangeFromRoster("26/27", First.AddDays(1), Last).IsOk.ShouldBeTrue();
        year.FirstDay.ShouldBe(First.AddDays(1));

        year.Change("2026–27", First, Last).IsOk.ShouldBeTrue();
        year.ChangeFromRoster("26/27", First.AddDays(1), Last).IsOk.ShouldBeTrue();
        (year.Name, year.FirstDay).ShouldBe(("2026–27", First));
    }

    [Theory]
    [InlineData(2000)]
    [InlineData(2100)]
    public void The_first_and_the_last_year_of_a_school_calendar_are_taken(int year) =>
        Year(new DateOnly(year, 8, 24), new DateOnly(year, 12, 11)).IsOk.ShouldBeTrue();

    [Theory]
    [InlineData("", 0, 9, "Name", "Enter the school year's name.")]
    [InlineData("2026–27", -27, 9, "FirstDay", "Check the first day")]
    [InlineData("2026–27", 75, 9, "FirstDay", "Check the first day")]
    [InlineData("2026–27", 0, 0, "LastDay", "The last day must come after the first day.")]
    [InlineData("2026–27", 0, 401, "LastDay", "A school year has at most 400 days.")]
    public void A_refusal_says_what_to_check_and_the_year_stays_as_it_was(
        string name,
        int yearsLater,
        int length,
        string field,
        string message
    )
    {
        var first = First.AddYears(yearsLater);
        var year = Year(First, Last).Value;

        var refusal = year.Change(name, first, first.AddDays(length)).Refusal!;

        refusal.Field.ShouldBe(field);
        refusal.Message.ShouldStartWith(message);
        (year.Name, year.FirstDay, year.LastDay).ShouldBe(("2026–27", First, Last));
        year.SetByHand.ShouldBeFalse();
        Year(first, first.AddDays(length), name).Refusal.ShouldBe(refusal);
    }

    [Fact]
    public void A_years_name_has_at_most_40_characters()
    {
        Year(First, Last, new('x', 40)).IsOk.ShouldBeTrue();
        Year(First, Last, new('x', 41)).Refusal!.Field.ShouldBe("Name");
    }

    [Fact]
    public void A_year_that_ends_on_the_first_day_of_another_overlaps_with_it()
    {
        var refusal = Year(Last.AddDays(-200), Last, "Before")
            .Value.StandsApartFrom([Year(Last, Last.AddDays(200), "After").Value])
            .Refusal!;
        refusal.Field.ShouldBe("FirstDay");
        refusal.Message.ShouldStartWith("These days overlap with After. Choose days outside it");
    }

    [Fact]
    public void What_was_set_by_hand_twice_is_still_set_by_hand()
    {
        var year = Year(First, Last).Value;
        year.Change("2026–27", First, Last.AddDays(1));
        year.Change("2026–27", First, Last.AddDays(2));
        year.SetByHand.ShouldBeTrue();
    }
}
