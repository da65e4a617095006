using FsCheck;
using FsCheck.Fluent;
using Throughline.Domain.Meetings;
using Throughline.Domain.Tests.Shared;
using Throughline.Domain.Units;

namespace Throughline.Domain.Tests.Meetings;

/// <summary>Seed 002, “a regular biweekly meeting scheduled, and meetings last 90 minutes”.</summary>
public class MeetingRhythmTests
{
    private static readonly MeetingRhythm Biweekly = new(
        2,
        [DayOfWeek.Tuesday],
        new TimeOnly(15, 15),
        90,
        new DateOnly(2026, 11, 3),
        new DateOnly(2026, 12, 31),
        OnClosure.Move
    );

    [Fact]
    public void Every_two_weeks_is_counted_from_the_week_of_the_first_day() =>
        Days(Biweekly).ShouldBe("11-03 11-17 12-01 12-15 12-29");

    [Fact]
    public void Every_week_on_two_days_meets_on_both() =>
        Days(
                Biweekly with
                {
                    EveryWeeks = 1,
                    Days = [DayOfWeek.Monday, DayOfWeek.Thursday],
                    Until = new DateOnly(2026, 11, 13),
                }
            )
            .ShouldBe("11-05 11-09 11-12");

    [Fact]
    public void A_closed_day_moves_the_meeting_to_the_next_school_day() =>
        Days(Biweekly, "11-17", "11-18").ShouldBe("11-03 11-19 12-01 12-15 12-29");

    [Fact]
    public void A_closed_day_leaves_the_meeting_out_where_the_team_chose_so() =>
        Days(Biweekly with { OnClosure = OnClosure.Drop }, "11-17")
            .ShouldBe("11-03 12-01 12-15 12-29");

    [Fact]
    public void A_break_that_lasts_to_the_next_meeting_leaves_one_out() =>
        Days(
                Biweekly with
                {
                    EveryWeeks = 1,
                    Until = new DateOnly(2026, 11, 24),
                },
                ["11-10", "11-11", "11-12", "11-13", "11-16"]
            )
            .ShouldBe("11-03 11-17 11-24");

    [Fact]
    public void Meetings_lie_on_school_days_in_order_each_once_and_not_beyond_the_last_day() =>
        Prop.ForAll(
                (
                    from weeks in Gen.Choose(1, 2)
                    from first in Gen.Choose(0, 6)
                    from days in Gen.SubListOf(
                        DayOfWeek.Monday,
                        DayOfWeek.Tuesday,
                        DayOfWeek.Wednesday,
                        DayOfWeek.Friday
                    )
                    from closed in Gen.ListOf(Gen.Choose(0, 80))
                    from move in Gen.Elements(OnClosure.Move, OnClosure.Drop)
                    select (
                        Rhythm: Biweekly with
                        {
                            EveryWeeks = weeks,
                            From = Biweekly.From.AddDays(first),
                            Days = days.ToList(),
                            OnClosure = move,
                        },
                        Closed: closed.Distinct().Select(d => Biweekly.From.AddDays(d)).ToList()
                    )
                ).ToArbitrary(),
                x =>
                {
                    var calendar = new SchoolCalendar(
                        [],
                        x.Closed.Select(d => (d, CalendarDayKind.Closure)),
                        []
                    );
                    var days = x.Rhythm.MeetingDays(calendar);
                    days.ShouldBe(days.Distinct().Order());
                    days.ShouldAllBe(d =>
                        calendar.IsSchoolDay(d) && d >= x.Rhythm.From && d <= x.Rhythm.Until
                    );
                    if (x.Rhythm.OnClosure == OnClosure.Drop)
                    {
                        days.ShouldAllBe(d => x.Rhythm.Days.Contains(d.DayOfWeek));
                    }
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void A_rhythm_nobody_could_keep_is_refused_at_its_field()
    {
        Refused(Biweekly with { EveryWeeks = 3 }, "EveryWeeks", "Choose every week");
        Refused(Biweekly with { Days = [] }, "Days", "Choose the day");
        Refused(Biweekly with { Days = [(DayOfWeek)9] }, "Days", "Choose the day");
        Refused(Biweekly with { OnClosure = (OnClosure)9 }, "OnClosure", "Choose what becomes");
        Refused(Biweekly with { Minutes = 14 }, "Minutes", "A meeting lasts 15 to 240");
        Refused(Biweekly with { Minutes = 241 }, "Minutes", "A meeting lasts 15 to 240");
        Refused(
            Biweekly with
            {
                StartsAt = new TimeOnly(23, 0),
            },
            "StartsAt",
            "The meeting would end"
        );
        Refused(Biweekly with { Until = Biweekly.From.AddDays(-1) }, "Until", "The last day comes");
        Refused(Biweekly with { Until = Biweekly.From.AddDays(401) }, "Until", "A series spans");
        (Biweekly with { StartsAt = new TimeOnly(22, 30) }).Check().IsOk.ShouldBeTrue();
        (Biweekly with { Until = Biweekly.From.AddDays(400) }).Check().IsOk.ShouldBeTrue();
    }

    private static void Refused(MeetingRhythm rhythm, string field, string words) =>
        rhythm.Check().Refusal.ShouldSay(field, words);

    private static string Days(MeetingRhythm rhythm, params string[] closed) =>
        string.Join(
            ' ',
            rhythm
                .MeetingDays(
                    new SchoolCalendar(
                        [],
                        closed.Select(d =>
                            (
                                DateOnly.ParseExact(
                                    $"2026-{d}",
                                    "yyyy-MM-dd",
                                    System.Globalization.CultureInfo.InvariantCulture
                                ),
                                CalendarDayKind.Closure
                            )
                        ),
                        []
                    )
                )
                .Select(d => d.ToString("MM-dd", System.Globalization.CultureInfo.InvariantCulture))
        );
}
