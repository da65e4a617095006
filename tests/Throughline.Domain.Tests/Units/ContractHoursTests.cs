using FsCheck;
using FsCheck.Fluent;
using Throughline.Domain.Units;

namespace Throughline.Domain.Tests.Units;

/// <summary>When mail may reach people.</summary>
public sealed class ContractHoursTests
{
    private static readonly TimeZoneInfo Chicago = TimeZoneInfo.FindSystemTimeZoneById(
        "America/Chicago"
    );

    // Wednesday, 20 January 2027; Thursday is closed.
    private static readonly SchoolCalendar Days = new(
        [(new(2026, 8, 24), new(2027, 6, 11))],
        [(new(2027, 1, 21), CalendarDayKind.Closure)],
        []
    );

    [Theory]
    [InlineData("2027-01-20T10:00", "2027-01-20T10:00")]
    [InlineData("2027-01-20T05:30", "2027-01-20T07:00")]
    [InlineData("2027-01-19T21:00", "2027-01-20T07:00")]
    [InlineData("2027-01-20T16:00", "2027-01-22T07:00")]
    [InlineData("2027-01-23T12:00", "2027-01-25T07:00")]
    public void Mail_waits_for_the_next_contract_hour_of_a_school_day(string at, string goes) =>
        Local(ContractHours.Usual.Next(Utc(at), Chicago, Days))
            .ShouldBe(DateTime.Parse(goes, null));

    [Theory]
    [InlineData("08:00", "15:00", "2027-01-20T09:00", "2027-01-20T15:00")]
    [InlineData("15:00", "09:30", "2027-01-20T07:00", "2027-01-20T09:30")]
    [InlineData("15:00", "09:30", "2027-01-20T15:10", "2027-01-22T09:30")]
    [InlineData("17:00", "07:00", "2027-01-20T09:00", "2027-01-20T09:00")]
    // These would leave no minute: they are not kept.
    [InlineData("06:00", "18:00", "2027-01-20T09:00", "2027-01-20T09:00")]
    public void It_waits_for_the_end_of_quiet_hours(
        string from,
        string until,
        string at,
        string goes
    ) =>
        Local(
                ContractHours.Usual.Next(
                    Utc(at),
                    Chicago,
                    Days,
                    new QuietHours(TimeOnly.Parse(from, null), TimeOnly.Parse(until, null))
                )
            )
            .ShouldBe(DateTime.Parse(goes, null));

    [Theory]
    [InlineData("2027-06-11T17:00", "2027-06-14T07:00")]
    [InlineData("2027-06-12T09:00", "2027-06-14T07:00")]
    [InlineData("2027-07-14T09:00", "2027-07-14T09:00")]
    [InlineData("2026-08-21T16:30", "2026-08-24T07:00")]
    [InlineData("2026-08-20T12:00", "2026-08-20T12:00")]
    [InlineData("2031-03-05T12:00", "2031-03-05T12:00")]
    public void In_summer_and_where_no_school_year_is_entered_any_weekday_will_do(
        string at,
        string goes
    ) =>
        Local(ContractHours.Usual.Next(Utc(at), Chicago, Days))
            .ShouldBe(DateTime.Parse(goes, null));

    [Fact]
    public void Over_the_winter_break_it_waits_for_the_first_day_of_school()
    {
        var days = new SchoolCalendar(
            [(new(2026, 8, 24), new(2027, 6, 11))],
            [
                .. Enumerable
                    .Range(0, 12)
                    .Select(n => (new DateOnly(2026, 12, 21).AddDays(n), CalendarDayKind.Closure)),
            ],
            []
        );

        Local(ContractHours.Usual.Next(Utc("2026-12-22T09:00"), Chicago, days))
            .ShouldBe(new(2027, 1, 4, 7, 0, 0));
    }

    [Fact]
    public void The_moment_is_the_first_that_is_open_and_asking_again_changes_nothing()
    {
        var minutes = Gen.Choose(0, 24 * 60 * 30);
        var quarters = Gen.Choose(0, 95).Select(q => new TimeOnly(q / 4, q % 4 * 15));
        Prop.ForAll(
                minutes
                    .SelectMany(m => quarters.SelectMany(f => quarters.Select(u => (m, f, u))))
                    .Where(x => x.f != x.u)
                    .ToArbitrary(),
                x =>
                {
                    var now = Utc("2027-01-10T00:00").AddMinutes(x.m);
                    var quiet = new QuietHours(x.f, x.u);
                    var hours = ContractHours.Usual;
                    var goes = hours.Next(now, Chicago, Days, quiet);
                    hours.Next(goes, Chicago, Days, quiet).ShouldBe(goes);
                    var kept = quiet.Leaves(hours) ? quiet : null;
                    IsOpen(goes, kept).ShouldBeTrue();
                    for (var at = now; at < goes; at = at.AddMinutes(5))
                    {
                        IsOpen(at, kept).ShouldBeFalse();
                    }
                }
            )
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Hours_that_cannot_be_are_refused_with_their_field()
    {
        ContractHours.Of(null, new(16, 0)).Refusal!.Field.ShouldBe("From");
        ContractHours.Of(new(4, 59), new(16, 0)).Refusal!.Message.ShouldContain("5 AM");
        ContractHours.Of(new(7, 0), new(22, 1)).IsOk.ShouldBeFalse();
        ContractHours.Of(new(7, 0), new(7, 59)).Refusal!.Field.ShouldBe("Until");
        ContractHours.Of(new(5, 0), new(22, 0)).Value.From.ShouldBe(new(5, 0));
        QuietHours.Of(null, null, ContractHours.Usual).Value.ShouldBeNull();
        QuietHours.Of(new(8, 0), null, ContractHours.Usual).IsOk.ShouldBeFalse();
        QuietHours.Of(new(8, 0), new(8, 0), ContractHours.Usual).IsOk.ShouldBeFalse();
        QuietHours
            .Of(new(16, 0), new(16, 30), new(new(16, 0), new(16, 30)))
            .Refusal!.Message.ShouldContain("All off");
        QuietHours.Of(new(7, 0), new(15, 59), ContractHours.Usual).IsOk.ShouldBeTrue();
    }

    private static bool IsOpen(DateTime utc, QuietHours? quiet)
    {
        var local = Local(utc);
        var time = TimeOnly.FromDateTime(local);
        return Days.IsSchoolDay(DateOnly.FromDateTime(local))
            && ContractHours.Usual.Hold(time)
            && quiet?.Hold(time) != true;
    }

    private static DateTime Utc(string local) =>
        TimeZoneInfo.ConvertTimeToUtc(DateTime.Parse(local, null), Chicago);

    private static DateTime Local(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(utc, Chicago);
}
