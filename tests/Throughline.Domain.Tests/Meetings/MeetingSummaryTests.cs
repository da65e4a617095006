using Throughline.Domain.Meetings;
using Throughline.Domain.Teams;
using Throughline.Domain.Units;
using Throughline.Domain.Work;
using static Throughline.Domain.Tests.Meetings.Gatherings;
using static Throughline.Domain.Tests.Units.Places;

namespace Throughline.Domain.Tests.Meetings;

public sealed class MeetingSummaryTests
{
    private static readonly Guid Grade4 = SomeId(41);
    private static readonly DateTime Formed = Start.AddDays(-60);

    [Theory]
    [InlineData(-4, true, 0)]
    [InlineData(2, true, 2)]
    [InlineData(3, false, 3)]
    public void It_begins_on_time_up_to_two_minutes_after_what_was_said(
        int minutes,
        bool isOnTime,
        int late
    )
    {
        var summary = Sum(Held(Start.AddMinutes(minutes), 60));
        summary.IsOnTime.ShouldBe(isOnTime);
        summary.MinutesLate.ShouldBe(late);
        summary.Minutes.ShouldBe(60);
    }

    [Fact]
    public void Items_count_with_the_seat_of_who_brings_them()
    {
        // Ben, who represents Grade 4, brings what Gatherings submits.
        var summary = Sum(Held(Start, 60, Writing, Writing));
        (summary.Items, summary.FromTeachers).ShouldBe((2, 2));
        (summary.TeacherSeats, summary.OtherSeats).ShouldBe((1, 2));
        summary.Voices.ShouldContain(new VoiceCount(SeatKind.Representative, Grade4, 1, 2));
        summary.Voices.Sum(v => v.Raised).ShouldBe(2);
    }

    [Fact]
    public void Minutes_of_what_was_not_instructional_are_taken_off()
    {
        var meeting = Held(Start, 60, Writing with { IsInstructional = false });
        var minutes = (meeting.SecondsNotInstructional + 30) / 60;
        minutes.ShouldBeGreaterThan(0);
        Sum(meeting).InstructionalMinutes.ShouldBe(60 - minutes);
    }

    [Fact]
    public void A_member_leads_who_sits_there_neither_as_leader_nor_as_coach()
    {
        Sum(Held(Start, 60)).IsLedByMember.ShouldBeFalse();
        foreach (var (person, led) in new[] { (Ana, false), (Ben, true), (Cleo, false) })
        {
            var meeting = Began(Start);
            meeting.GiveRole(MeetingRoleKind.Facilitator, person, Members).IsOk.ShouldBeTrue();
            meeting.End(Start.AddMinutes(50));
            var summary = Sum(meeting);
            summary.IsLedByMember.ShouldBe(led);
            summary.HasAllRoles.ShouldBeFalse();
            summary.FacilitatorId.ShouldBe(person);
        }
    }

    [Fact]
    public void All_roles_are_named_when_facilitator_recorder_and_timekeeper_are()
    {
        var meeting = Began(Start);
        meeting.GiveRole(MeetingRoleKind.Facilitator, Ana, Members);
        meeting.GiveRole(MeetingRoleKind.Recorder, Ben, Members);
        meeting.GiveRole(MeetingRoleKind.Timekeeper, Cleo, Members);
        meeting.End(Start.AddMinutes(50));
        Sum(meeting).HasAllRoles.ShouldBeTrue();
    }

    [Fact]
    public void The_next_agenda_was_begun_when_the_team_was_at_it()
    {
        Sum(Held(Start, 60)).BeganNextAgenda.ShouldBeFalse();
        var meeting = Began(Start);
        meeting.GoTo(3, null, Start.AddMinutes(50)).IsOk.ShouldBeTrue();
        meeting.End(Start.AddMinutes(55));
        Sum(meeting).BeganNextAgenda.ShouldBeTrue();
    }

    [Fact]
    public void What_is_to_be_done_counts_by_its_day_and_in_time_until_that_day_is_over()
    {
        var day = Tuesday.AddDays(7);
        var (done, late, open) = (ToDo(Ben, day), ToDo(Ben, day), ToDo(SomeId(77), day.AddDays(1)));
        done.Move(WorkStatus.Done, Ben, At(day, 23)).IsOk.ShouldBeTrue();
        late.Move(WorkStatus.Done, Ben, At(day.AddDays(1), 0)).IsOk.ShouldBeTrue();

        var summary = Sum(Held(Start, 60), done, late, open);

        summary
            .FollowUps.Select(f => (f.DueOn, f.Given, f.InTime))
            .ShouldBe([(day, 2, 1), (day.AddDays(1), 1, 0)]);
        (summary.Carried, summary.CarriedBeyond).ShouldBe((3, 1));
        summary.Voices.Sum(v => v.Carried).ShouldBe(2);
    }

    [Fact]
    public void What_is_given_up_in_time_counts_no_more_and_later_it_stays_counted()
    {
        var day = Tuesday.AddDays(7);
        var (soon, late) = (ToDo(Ben, day), ToDo(Ben, day));
        soon.Drop("Not needed", Ben, At(day, 9)).IsOk.ShouldBeTrue();
        late.Drop("Not needed", Ben, At(day.AddDays(1), 9)).IsOk.ShouldBeTrue();
        var summary = Sum(Held(Start, 60), soon, late);
        summary.FollowUps.Select(f => (f.Given, f.InTime)).ShouldBe([(1, 0)]);
    }

    [Fact]
    public void Decisions_count_once_they_are_taken_and_with_who_carries_something_of_them()
    {
        var (open, taken, owned) = (Decision(), Decision(), Decision());
        foreach (var one in new[] { taken, owned })
        {
            one.Decide(new(DecidedAs.LeadersOwn, "We do", null), true, [], Ana, Start)
                .IsOk.ShouldBeTrue();
        }

        var summary = MeetingSummary.Of(
            Held(Start, 60),
            Chicago,
            Seats,
            [],
            [(open, true), (taken, false), (owned, true)]
        );
        (summary.Decisions, summary.Owned).ShouldBe((2, 1));
        summary.Voices.Sum(v => v.Proposed).ShouldBe(2);
    }

    [Fact]
    public void A_meeting_that_goes_on_is_not_summed_up() =>
        Should.Throw<InvalidOperationException>(() => Sum(Began(Start)));

    private static IReadOnlyList<IltMembership> Seats
    {
        get
        {
            var ilt = Ilt.Form(School, Formed);
            ilt.Seat(Ana, SeatKind.Leader, null, Formed).IsOk.ShouldBeTrue();
            ilt.Seat(Ben, SeatKind.Representative, Grade4, Formed).IsOk.ShouldBeTrue();
            ilt.Seat(Cleo, SeatKind.Coach, null, Formed).IsOk.ShouldBeTrue();
            return ilt.Memberships;
        }
    }

    private static MeetingSummary Sum(Meeting meeting, params CarriedWork[] work) =>
        MeetingSummary.Of(meeting, Chicago, Seats, work, []);

    private static Meeting Began(DateTime at, params ItemPlan[] items)
    {
        var meeting = WithAgenda(items);
        meeting.Start(Tuesday, at).IsOk.ShouldBeTrue();
        return meeting;
    }

    private static Meeting Held(DateTime at, int minutes, params ItemPlan[] items)
    {
        var meeting = Began(at, items);
        while (meeting.CurrentStop is not { Item: not null } && items.Length > 0)
        {
            meeting.Next(meeting.CurrentSection, meeting.CurrentItem, at.AddMinutes(5));
        }

        meeting.End(at.AddMinutes(minutes)).IsOk.ShouldBeTrue();
        return meeting;
    }

    private static ToDo ToDo(Guid owner, DateOnly due) =>
        Domain
            .Work.ToDo.Add(
                School,
                1,
                new("Bring samples", null, new(owner, "Someone", true, false), due),
                null,
                Ana,
                Tuesday,
                Start.AddMinutes(20)
            )
            .Value;

    private static Decision Decision() =>
        Domain.Work.Decision.Propose(School, 1, new("We begin", null, []), null, Ben, Start).Value;

    private static DateTime At(DateOnly day, int hour) =>
        TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(new TimeOnly(hour, 30)), Chicago);
}
