using Throughline.Domain.Meetings;
using Throughline.Domain.Tests.Shared;
using Throughline.Domain.Units;
using static Throughline.Domain.Tests.Meetings.Gatherings;
using static Throughline.Domain.Tests.Units.Places;

namespace Throughline.Domain.Tests.Meetings;

public class MeetingTests
{
    [Fact]
    public void A_meeting_on_a_closed_day_is_refused_and_says_what_to_do()
    {
        var closed = new SchoolCalendar([], [(Tuesday, CalendarDayKind.Closure)], []);

        Meeting
            .Plan(School, 1, Afternoon, closed, [], Start)
            .Refusal.ShouldSay("Day", "There is no school on this day.");
    }

    [Theory]
    [InlineData(14, 30, 45, true)]
    [InlineData(14, 30, 46, false)]
    [InlineData(16, 15, 60, true)]
    [InlineData(16, 14, 60, false)]
    [InlineData(15, 30, 15, false)]
    public void Two_meetings_of_a_team_may_touch_but_not_overlap(
        int hour,
        int minute,
        int minutes,
        bool fits
    )
    {
        var other = Planned(number: 3);
        var plan = Meeting.Plan(
            School,
            4,
            new MeetingTime(Tuesday, new TimeOnly(hour, minute), minutes),
            EveryWeekday,
            [other],
            Start
        );

        plan.IsOk.ShouldBe(fits);
        if (!fits)
        {
            plan.Refusal.ShouldSay("StartsAt", "The team is in meeting 3 at that time.");
        }
    }

    [Fact]
    public void A_meeting_that_was_called_off_is_in_nobodys_way()
    {
        var off = Planned();
        off.CallOff("Snow").IsOk.ShouldBeTrue();

        Meeting.Plan(School, 4, Afternoon, EveryWeekday, [off], Start).IsOk.ShouldBeTrue();
    }

    [Fact]
    public void Times_reversed_or_past_midnight_are_refused()
    {
        Refused(Afternoon with { Minutes = -60 }, "Minutes");
        Refused(Afternoon with { StartsAt = new TimeOnly(23, 30) }, "StartsAt");
        Refused(Afternoon with { Link = "javascript:alert(1)" }, "Link");
        Refused(Afternoon with { Place = new string('x', 121) }, "Place");
    }

    [Fact]
    public void Moving_tells_calendars_once_and_keeps_the_number()
    {
        var meeting = Planned();

        meeting
            .Move(Afternoon with { Day = Tuesday.AddDays(1) }, EveryWeekday, [meeting])
            .Value.ShouldBeTrue();
        meeting
            .Move(Afternoon with { Day = Tuesday.AddDays(1) }, EveryWeekday, [meeting])
            .Value.ShouldBeFalse();

        (meeting.Number, meeting.Sequence, meeting.IsException).ShouldBe((12, 1, true));
    }

    [Fact]
    public void Calling_off_needs_a_reason_and_is_done_once()
    {
        var meeting = Planned();

        meeting.CallOff(" ").Refusal.ShouldSay("Reason", "Say why");
        meeting.CallOff("Snow day").IsOk.ShouldBeTrue();
        meeting.CallOff("Again").Refusal.ShouldSay(null, "This meeting was called off already.");
        meeting.Move(Afternoon, EveryWeekday, []).Refusal.ShouldSay(null, "Only a meeting");

        (meeting.State, meeting.CancelReason, meeting.Sequence).ShouldBe(
            (MeetingState.Cancelled, "Snow day", 1)
        );
    }

    [Theory]
    [InlineData("2026-03-08", 2, 30, "2026-03-08T08:30")] // skipped: counts as 3:30 summer time
    [InlineData("2026-11-01", 1, 30, "2026-11-01T06:30")] // twice: the first
    [InlineData("2026-03-06", 15, 15, "2026-03-06T21:15")]
    [InlineData("2026-03-09", 15, 15, "2026-03-09T20:15")]
    [InlineData("2026-10-30", 15, 15, "2026-10-30T20:15")]
    [InlineData("2026-11-02", 15, 15, "2026-11-02T21:15")]
    public void A_local_time_holds_across_both_changes_of_the_clocks(
        string day,
        int hour,
        int minute,
        string utc
    ) =>
        Meeting
            .MomentOf(
                DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture),
                new TimeOnly(hour, minute),
                Chicago
            )
            .ShouldBe(
                DateTime.Parse(
                    utc + "Z",
                    System.Globalization.CultureInfo.InvariantCulture,
                    System.Globalization.DateTimeStyles.AdjustToUniversal
                )
            );

    [Fact]
    public void Members_are_invited_once_and_only_to_what_is_to_come()
    {
        var meeting = Planned();

        meeting.Invite(Start.AddDays(-5)).ShouldBeTrue();
        meeting.Invite(Start.AddDays(-4)).ShouldBeFalse();
        meeting.InvitedAt.ShouldBe(Start.AddDays(-5));
        Started().Invite(Start).ShouldBeFalse();
    }

    private static void Refused(MeetingTime when, string field) =>
        Meeting.Plan(School, 1, when, EveryWeekday, [], Start).Refusal!.Field.ShouldBe(field);
}
