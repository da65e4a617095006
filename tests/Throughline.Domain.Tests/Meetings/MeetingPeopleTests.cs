using Throughline.Domain.Meetings;
using Throughline.Domain.Tests.Shared;
using static Throughline.Domain.Tests.Meetings.Gatherings;
using static Throughline.Domain.Tests.Units.Places;

namespace Throughline.Domain.Tests.Meetings;

public class MeetingPeopleTests
{
    private static readonly Guid Stranger = SomeId(99);

    [Fact]
    public void Who_comes_and_when_is_noted_once()
    {
        var meeting = Started();

        meeting.Arrive(Ana, Members, Start.AddMinutes(-5)).IsOk.ShouldBeTrue();
        meeting.Arrive(Ben, Members, Start.AddMinutes(2)).IsOk.ShouldBeTrue();
        meeting.Arrive(Cleo, Members, Start.AddMinutes(3)).IsOk.ShouldBeTrue();
        meeting.Arrive(Cleo, Members, Start.AddMinutes(30)).IsOk.ShouldBeTrue();

        meeting.Attendances.Single(a => a.PersonId == Ana).CameAt.ShouldBe(Start);
        meeting.Attendances.Single(a => a.PersonId == Cleo).CameAt.ShouldBe(Start.AddMinutes(3));
        meeting.Present.Count().ShouldBe(3);
    }

    [Fact]
    public void All_who_sent_no_regrets_were_here_at_the_start_unless_it_was_said_when_they_came()
    {
        var meeting = Started();
        meeting.SendRegrets(Ana, comes: false, Members, Start).IsOk.ShouldBeTrue();
        meeting.Arrive(Ben, Members, Start.AddMinutes(7)).IsOk.ShouldBeTrue();

        meeting.ArriveAll(Members).IsOk.ShouldBeTrue();

        meeting.IsAbsent(Ana).ShouldBeTrue();
        meeting.Attendances.Single(a => a.PersonId == Ben).CameAt.ShouldBe(Start.AddMinutes(7));
        meeting.Attendances.Single(a => a.PersonId == Cleo).CameAt.ShouldBe(Start);
        meeting.ArriveAll([]).IsOk.ShouldBeTrue();
        WithAgenda().ArriveAll(Members).Refusal.ShouldSay(null, "Attendance is taken once");
    }

    [Fact]
    public void Attendance_is_taken_in_the_room_of_members_only()
    {
        WithAgenda()
            .Arrive(Ana, Members, Start)
            .Refusal.ShouldSay(null, "Attendance is taken once");
        Started()
            .Arrive(Stranger, Members, Start)
            .Refusal.ShouldSay(null, "This person does not sit");
        var over = Started();
        over.End(Start.AddMinutes(5));
        over.Arrive(Ana, Members, Start).Refusal.ShouldSay(null, "This meeting is over");
        over.TakeBackArrival(Ana).Refusal.ShouldNotBeNull();
    }

    [Fact]
    public void A_mistake_is_taken_back()
    {
        var meeting = Started();
        meeting.Arrive(Ana, Members, Start);

        meeting.TakeBackArrival(Ana).IsOk.ShouldBeTrue();

        meeting.Present.ShouldBeEmpty();
    }

    [Fact]
    public void Who_sends_regrets_gives_the_role_back_and_is_absent_until_they_come()
    {
        var meeting = WithAgenda();
        meeting.GiveRole(MeetingRoleKind.Recorder, Ana, Members);

        meeting.SendRegrets(Ana, comes: false, Members, Start).IsOk.ShouldBeTrue();
        (meeting.IsAbsent(Ana), meeting.HolderOf(MeetingRoleKind.Recorder)).ShouldBe((true, null));
        meeting
            .GiveRole(MeetingRoleKind.Recorder, Ana, Members)
            .Refusal.ShouldSay("PersonId", "This member sent regrets");

        meeting.Start(Tuesday, Start);
        meeting.Arrive(Ana, Members, Start).IsOk.ShouldBeTrue();
        meeting.IsAbsent(Ana).ShouldBeFalse();
        meeting.GiveRole(MeetingRoleKind.Recorder, Ana, Members).IsOk.ShouldBeTrue();
    }

    [Fact]
    public void Regrets_can_be_taken_back()
    {
        var meeting = WithAgenda();
        meeting.SendRegrets(Ana, comes: false, Members, Start);

        meeting.SendRegrets(Ana, comes: true, Members, Start).IsOk.ShouldBeTrue();

        meeting.IsAbsent(Ana).ShouldBeFalse();
        meeting.SendRegrets(Stranger, false, Members, Start).Refusal.ShouldNotBeNull();
    }

    [Fact]
    public void A_role_that_was_taken_is_not_proposed_to_someone_else()
    {
        var meeting = WithAgenda();
        meeting.ProposeRoles(Turns(Ana, Ben));
        meeting.GiveRole(MeetingRoleKind.Facilitator, Cleo, Members);

        meeting.ProposeRoles(Turns(Ben, Ana));

        meeting.HolderOf(MeetingRoleKind.Facilitator).ShouldBe(Cleo);
        meeting.HolderOf(MeetingRoleKind.Recorder).ShouldBe(Ana);
    }

    [Fact]
    public void A_role_can_be_declined_by_who_has_it_and_goes_on_mid_meeting()
    {
        var meeting = Started();
        meeting.GiveRole(MeetingRoleKind.Facilitator, Ana, Members);

        meeting
            .DeclineRole(MeetingRoleKind.Facilitator, Ben, Start)
            .Refusal.ShouldSay(null, "This role is someone else");
        meeting.HasDeclined(Ben).ShouldBeFalse();
        meeting.DeclineRole(MeetingRoleKind.Facilitator, Ana, Start).IsOk.ShouldBeTrue();
        meeting.HasDeclined(Ana).ShouldBeTrue();
        meeting.GiveRole(MeetingRoleKind.Facilitator, Ben, Members).IsOk.ShouldBeTrue();

        meeting.Roles.Single().PersonId.ShouldBe(Ben);
        meeting.GiveRole(MeetingRoleKind.Facilitator, Stranger, Members).Refusal.ShouldNotBeNull();
        meeting
            .GiveRole((MeetingRoleKind)9, Ana, Members)
            .Refusal.ShouldSay("Kind", "Choose a role");
    }

    private static Dictionary<MeetingRoleKind, Guid> Turns(Guid facilitator, Guid recorder) =>
        new()
        {
            [MeetingRoleKind.Facilitator] = facilitator,
            [MeetingRoleKind.Recorder] = recorder,
        };

    [Fact]
    public void A_visitor_is_no_member_counts_nowhere_among_them_and_may_be_taken_back()
    {
        var visitor = SomeId(99);
        Planned().Welcome(visitor, Members, Start).IsOk.ShouldBeFalse();
        var meeting = Started();
        meeting.Welcome(Ana, Members, Start).Refusal!.Message.ShouldContain("sit on the ILT");

        meeting.Welcome(visitor, Members, Start.AddMinutes(9)).IsOk.ShouldBeTrue();

        meeting.Present.ShouldBeEmpty();
        meeting.Attendances.ShouldHaveSingleItem().IsVisitor.ShouldBeTrue();
        // Also once it is over: they would read its minutes for good.
        meeting.End(Start.AddMinutes(40)).IsOk.ShouldBeTrue();
        meeting.TakeBackArrival(visitor).IsOk.ShouldBeTrue();
        meeting.Attendances.ShouldBeEmpty();
        meeting.TakeBackArrival(Ana).IsOk.ShouldBeFalse();
    }

    [Fact]
    public void Who_was_away_catches_up_once_it_is_over_and_is_not_here_by_that()
    {
        var meeting = Started();
        meeting.CatchUp(Ben, Start).IsOk.ShouldBeFalse();
        meeting.End(Start.AddMinutes(50)).IsOk.ShouldBeTrue();

        meeting.CatchUp(Ben, Start.AddHours(20)).IsOk.ShouldBeTrue();
        meeting.CatchUp(Ben, Start.AddHours(30)).IsOk.ShouldBeTrue();

        meeting.Present.ShouldBeEmpty();
        meeting.Attendances.ShouldHaveSingleItem().CaughtUpAt.ShouldBe(Start.AddHours(20));
    }
}
