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
        Year(First, First.AddDays(400)).IsOk.ShouldBeTrue();
        Year(First, First.AddDays(401)).IsOk.ShouldBeFalse();
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
}
