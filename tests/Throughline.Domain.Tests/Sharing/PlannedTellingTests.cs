using FsCheck;
using FsCheck.Fluent;
using Throughline.Domain.Shared;
using Throughline.Domain.Sharing;
using Throughline.Domain.Units;

namespace Throughline.Domain.Tests.Sharing;

/// <summary>What the school tells whom, and when.</summary>
public sealed class PlannedTellingTests
{
    private static readonly DateTime Now = new(2027, 1, 20, 16, 0, 0, DateTimeKind.Utc);
    private static readonly DateOnly Today = new(2027, 1, 20);
    private static readonly Guid Writer = Ids.New(Now);
    private static readonly Unit School = Unit.NewSchool(
        Unit.NewDistrict("Riverbend", "riverbend", "America/Chicago", Now).Value,
        "Lincoln",
        "lincoln",
        Now
    ).Value;

    [Fact]
    public void What_falls_on_a_closed_day_is_told_on_the_school_day_before()
    {
        var calendar = Closed(new(2027, 1, 29), new(2027, 1, 28));
        var entry = Plan(TellingRhythm.Weekly, new(2027, 1, 22), calendar);
        entry
            .Between(Today, new(2027, 2, 5), calendar)
            .ShouldBe([
                new(new(2027, 1, 22), new(2027, 1, 22)),
                new(new(2027, 1, 29), new(2027, 1, 27)),
                new(new(2027, 2, 5), new(2027, 2, 5)),
            ]);
    }

    [Fact]
    public void A_week_without_school_has_no_weekly_note()
    {
        var week = Enumerable.Range(0, 7).Select(n => new DateOnly(2027, 1, 23).AddDays(n));
        var calendar = Closed([.. week]);
        Plan(TellingRhythm.Weekly, new(2027, 1, 22), calendar)
            .Between(Today, new(2027, 2, 5), calendar)
            .Select(d => d.On)
            .ShouldBe([new(2027, 1, 22), new(2027, 2, 5)]);
    }

    [Fact]
    public void The_third_Friday_stays_the_third_and_a_fifth_is_the_last()
    {
        var calendar = Closed();
        Plan(TellingRhythm.Monthly, new(2027, 1, 15), calendar)
            .Between(new(2027, 1, 1), new(2027, 4, 30), calendar)
            .Select(d => d.On)
            .ShouldBe([new(2027, 1, 15), new(2027, 2, 19), new(2027, 3, 19), new(2027, 4, 16)]);
        Plan(TellingRhythm.Monthly, new(2027, 1, 29), calendar)
            .Between(new(2027, 1, 1), new(2027, 4, 30), calendar)
            .Select(d => d.On)
            .ShouldBe([new(2027, 1, 29), new(2027, 2, 26), new(2027, 3, 26), new(2027, 4, 30)]);
    }

    [Fact]
    public void It_stands_in_the_writers_day_two_school_days_ahead_until_it_is_told()
    {
        var calendar = Closed();
        var entry = Plan(TellingRhythm.Weekly, new(2027, 1, 25), calendar);
        // Monday: from Thursday on.
        (entry.NextOn, entry.ShownFrom).ShouldBe((new(2027, 1, 25), new DateOnly(2027, 1, 21)));

        entry.Tell(new(2027, 1, 25), Writer, calendar, new(2027, 1, 22), Now).IsOk.ShouldBeTrue();
        entry.NextOn.ShouldBe(new(2027, 2, 1));
        entry.Untell(new(2027, 1, 25), calendar, new(2027, 1, 22));
        entry.NextOn.ShouldBe(new(2027, 1, 25));
    }

    [Fact]
    public void What_was_missed_stays_until_the_next_one_is_near()
    {
        var calendar = Closed();
        var entry = Plan(TellingRhythm.Weekly, new(2027, 1, 25), calendar);
        entry.Recount(calendar, new(2027, 1, 27));
        entry.NextOn.ShouldBe(new(2027, 1, 25));
        entry.Recount(calendar, new(2027, 1, 28));
        entry.NextOn.ShouldBe(new(2027, 2, 1));
    }

    [Fact]
    public void Only_a_day_that_it_names_and_that_is_near_can_be_told()
    {
        var calendar = Closed();
        var entry = Plan(TellingRhythm.Weekly, new(2027, 1, 22), calendar);
        entry.Tell(new(2027, 1, 23), Writer, calendar, Today, Now).IsOk.ShouldBeFalse();
        entry
            .Tell(new(2027, 1, 29), Writer, calendar, Today, Now)
            .Refusal!.Message.ShouldContain("lies ahead");
        entry.Tell(new(2027, 1, 22), Writer, calendar, Today, Now).IsOk.ShouldBeTrue();
        entry.Tell(new(2027, 1, 22), Writer, calendar, Today, Now).IsOk.ShouldBeTrue();
        entry.Told.ShouldHaveSingleItem();
    }

    [Fact]
    public void After_its_last_day_nothing_is_left()
    {
        var calendar = Closed();
        var once = Plan(TellingRhythm.Once, new(2027, 1, 22), calendar);
        once.Tell(new(2027, 1, 22), Writer, calendar, Today, Now).IsOk.ShouldBeTrue();
        once.NextOn.ShouldBeNull();
        var ended = Plan(TellingRhythm.Weekly, new(2027, 1, 8), calendar, new(2027, 1, 12));
        ended.Recount(calendar, new(2027, 3, 1));
        ended.NextOn.ShouldBeNull();
    }

    [Fact]
    public void What_is_missing_is_refused_with_its_field()
    {
        var full = new TellingPlan(
            "Note",
            Audience.AllStaff,
            null,
            Channel.MailAndPage,
            null,
            TellingRhythm.Weekly,
            Today,
            null,
            Writer
        );
        (TellingPlan Plan, string Field)[] wrong =
        [
            (full with { What = " " }, "What"),
            (full with { Audience = null }, "Audience"),
            (full with { Audience = Audience.Other }, "AudienceWords"),
            (full with { Channel = null }, "Channel"),
            (full with { Channel = Channel.Other, ChannelWords = "" }, "ChannelWords"),
            (full with { Rhythm = null }, "Rhythm"),
            (full with { From = null }, "From"),
            (full with { From = new(2040, 1, 1) }, "From"),
            (full with { Until = Today.AddDays(-1) }, "Until"),
            (full with { WriterId = null }, "WriterId"),
        ];
        foreach (var (plan, field) in wrong)
        {
            PlannedTelling
                .Plan(School, 1, plan, Closed(), Today, Now)
                .Refusal!.Field.ShouldBe(field);
        }
    }

    [Fact]
    public void However_the_calendar_lies_each_day_is_a_school_day_and_no_two_meet()
    {
        var rhythms = Gen.Elements(Enum.GetValues<TellingRhythm>());
        Prop.ForAll(
                rhythms
                    .SelectMany(r =>
                        Gen.Choose(0, 60)
                            .SelectMany(start =>
                                Gen.Choose(0, 150).ListOf(40).Select(closed => (r, start, closed))
                            )
                    )
                    .ToArbitrary(),
                x =>
                {
                    var calendar = Closed([.. x.closed.Select(n => Today.AddDays(n - 30))]);
                    var entry = Plan(x.r, Today.AddDays(x.start - 30), calendar);
                    var days = entry
                        .Between(Today.AddDays(-30), Today.AddDays(120), calendar)
                        .ToList();
                    days.ShouldAllBe(d => calendar.IsSchoolDay(d.On) && d.On <= d.Laid);
                    days.Select(d => d.On).ShouldBe(days.Select(d => d.On).Distinct().Order());
                }
            )
            .QuickCheckThrowOnFailure();
    }

    private static PlannedTelling Plan(
        TellingRhythm rhythm,
        DateOnly from,
        SchoolCalendar calendar,
        DateOnly? until = null
    ) =>
        PlannedTelling
            .Plan(
                School,
                1,
                new(
                    "Staff note",
                    Audience.AllStaff,
                    null,
                    Channel.MailAndPage,
                    null,
                    rhythm,
                    from,
                    until,
                    Writer
                ),
                calendar,
                Today,
                Now
            )
            .Value;

    private static SchoolCalendar Closed(params DateOnly[] days) =>
        new(
            [(new(2026, 8, 24), new(2027, 6, 11))],
            days.Distinct().Select(d => (d, CalendarDayKind.Closure)),
            []
        );
}
