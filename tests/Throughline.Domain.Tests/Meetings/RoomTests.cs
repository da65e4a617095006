using FsCheck;
using FsCheck.Fluent;
using Throughline.Domain.Meetings;
using Throughline.Domain.Tests.Shared;
using static Throughline.Domain.Tests.Meetings.Gatherings;

namespace Throughline.Domain.Tests.Meetings;

/// <summary>Seed 003, “beginning and ending on time”; the clock and the way through the agenda.</summary>
public class RoomTests
{
    [Fact]
    public void The_team_goes_through_the_agenda_part_by_part_and_the_time_each_took_is_kept()
    {
        var meeting = Started(Writing);

        meeting.GoOn(Start.AddMinutes(4));
        meeting.GoOn(Start.AddMinutes(26));
        meeting.GoOn(Start.AddMinutes(33));
        Course(meeting)
            .ShouldBe("Vision Done, Data Done, Writing from two sources Done, Next agenda Now");
        meeting.Stops().Select(s => s.Seconds).ShouldBe([240, 1320, 420, 0]);
        meeting
            .Next(3, null, Start.AddMinutes(36))
            .Refusal.ShouldSay(null, "This was the last part of the agenda.");
        meeting.End(Start.AddMinutes(36)).IsOk.ShouldBeTrue();

        meeting.Stops().Last().Seconds.ShouldBe(180);
        (meeting.State, meeting.StartedAt, meeting.EndedAt).ShouldBe(
            (MeetingState.Ended, Start, Start.AddMinutes(36))
        );
        meeting.CurrentStop.ShouldBeNull();
    }

    [Fact]
    public void Minutes_of_an_item_are_told_once_also_when_the_meeting_is_ended_twice()
    {
        var meeting = Started(Writing);
        var item = meeting.Items.Single();
        meeting.GoTo(item.Section, item.Number, Start).IsOk.ShouldBeTrue();
        item.TellMinutes().ShouldBe(0, "nobody has talked about it yet");

        meeting.End(Start.AddSeconds(5 * 60 + 40)).IsOk.ShouldBeTrue();
        item.TellMinutes().ShouldBe(6);
        meeting.Resume(Tuesday, Start.AddMinutes(10)).IsOk.ShouldBeTrue();
        meeting.End(Start.AddMinutes(13)).IsOk.ShouldBeTrue();

        item.TellMinutes().ShouldBe(3, "the three minutes that came after");
        item.TellMinutes().ShouldBe(0);
    }

    [Fact]
    public void What_is_not_instructional_is_counted_by_the_time_it_took()
    {
        var meeting = Started(Writing, Writing with { Title = "Parking", IsInstructional = false });
        var parking = meeting.Items.Single(i => !i.IsInstructional);

        meeting.GoTo(parking.Section, parking.Number, Start.AddMinutes(2)).IsOk.ShouldBeTrue();
        meeting.End(Start.AddMinutes(9)).IsOk.ShouldBeTrue();

        meeting.SecondsNotInstructional.ShouldBe(7 * 60);
    }

    [Fact]
    public void An_item_found_not_to_be_the_teams_work_is_left_out_and_its_minutes_count_apart()
    {
        var meeting = Started(Writing, Writing with { Title = "Parking" });
        meeting.GoTo(2, 2, Start.AddMinutes(5)).IsOk.ShouldBeTrue();

        meeting.SetApart(2, Start.AddMinutes(9)).IsOk.ShouldBeTrue();

        Course(meeting).ShouldContain("Parking Cut, Next agenda Now");
        meeting.SecondsNotInstructional.ShouldBe(4 * 60);
        meeting.GoTo(2, 1, Start.AddMinutes(10)).IsOk.ShouldBeTrue();
        meeting.GoTo(0, null, Start.AddMinutes(12)).IsOk.ShouldBeTrue();
        meeting.SetApart(1, Start.AddMinutes(13)).IsOk.ShouldBeTrue("they are through with it");
        meeting.SecondsNotInstructional.ShouldBe(6 * 60);
        meeting.SetApart(9, Start).Refusal.ShouldSay(null, "This item is not on the agenda");
        meeting.End(Start.AddMinutes(14)).IsOk.ShouldBeTrue();
        meeting.SetApart(1, Start).Refusal.ShouldSay(null, "This meeting is over");
    }

    [Fact]
    public void Two_who_press_next_at_once_go_on_by_one_part()
    {
        var meeting = Started(Writing);

        meeting.Next(0, null, Start.AddMinutes(5)).IsOk.ShouldBeTrue();
        meeting
            .Next(0, null, Start.AddMinutes(5))
            .Refusal.ShouldSay(null, "Someone was quicker: the team has gone on");
        meeting.CurrentSection.ShouldBe(1);
    }

    [Fact]
    public void A_meeting_starts_on_its_day_with_an_agenda_and_once()
    {
        Planned().Start(Tuesday, Start).Refusal.ShouldSay(null, "Begin the agenda first");
        WithAgenda()
            .Start(Tuesday.AddDays(1), Start)
            .Refusal.ShouldSay(null, "This meeting is planned for another day.");
        Started().Start(Tuesday, Start).Refusal.ShouldSay(null, "Someone was quicker");
        var off = WithAgenda();
        off.CallOff("Snow");
        off.Start(Tuesday, Start).Refusal.ShouldSay(null, "This meeting was called off.");
    }

    [Fact]
    public void One_can_go_back_and_the_time_adds_up()
    {
        var meeting = Started(Writing);
        meeting.GoOn(Start.AddMinutes(5));

        meeting.GoTo(0, null, Start.AddMinutes(10)).IsOk.ShouldBeTrue();
        meeting.GoTo(2, 1, Start.AddMinutes(12)).IsOk.ShouldBeTrue();

        meeting.Stops().Select(s => s.Seconds).ShouldBe([420, 300, 0, 0]);
        Course(meeting).ShouldStartWith("Vision Done, Data Done, Writing from two sources Now");
        meeting.GoTo(2, 7, Start).Refusal.ShouldSay(null, "This item is not on the agenda");
        meeting.GoTo(2, 1, Start.AddMinutes(13)).IsOk.ShouldBeTrue();
        meeting.CurrentSince.ShouldBe(Start.AddMinutes(12));
    }

    [Fact]
    public void Parking_what_the_team_is_at_goes_on_to_the_next_part()
    {
        var meeting = Started(Writing, Writing with { Title = "Pacing" });
        meeting.GoTo(2, 1, Start.AddMinutes(5));

        meeting.Park(1, Start.AddMinutes(8)).IsOk.ShouldBeTrue();

        Course(meeting).ShouldContain("Writing from two sources Parked, Pacing Now");
        meeting.Park(1, Start).Refusal.ShouldSay(null, "The team is through with this part");
        meeting.Park(9, Start).Refusal.ShouldSay(null, "This item is not on the agenda");
    }

    [Fact]
    public void What_is_brought_into_the_section_the_team_is_at_comes_next_and_ends_nothing()
    {
        var meeting = Started();
        meeting.GoTo(2, null, Start.AddMinutes(25)).IsOk.ShouldBeTrue();

        meeting.Submit(Writing, null, Ben, Start.AddMinutes(30)).IsOk.ShouldBeTrue();

        meeting.CurrentStop!.Title.ShouldBe("Issues");
        Course(meeting).ShouldContain("Issues Now, Writing from two sources Ahead");
        meeting.GoOn(Start.AddMinutes(35));
        meeting.End(Start.AddMinutes(42)).IsOk.ShouldBeTrue();
        Course(meeting).ShouldContain("Issues Done, Writing from two sources Done");
        meeting.Stops().Select(s => s.Seconds).ShouldBe([1500, 0, 600, 420, 0]);
    }

    [Fact]
    public void Cutting_a_section_that_got_an_item_just_now_goes_on_to_the_item()
    {
        var meeting = Started();
        meeting.GoTo(2, null, Start).IsOk.ShouldBeTrue();
        meeting.Submit(Writing, null, Ben, Start).IsOk.ShouldBeTrue();

        meeting.Cut(2, null, Start).IsOk.ShouldBeTrue();

        meeting.CurrentStop!.Title.ShouldBe("Writing from two sources");
    }

    [Fact]
    public void The_item_the_team_is_at_can_be_moved_and_the_team_stays_at_it()
    {
        var meeting = Started(Writing);
        meeting.GoTo(2, 1, Start.AddMinutes(5)).IsOk.ShouldBeTrue();

        meeting.PutInto(1, 1).IsOk.ShouldBeTrue();
        (meeting.CurrentStop!.Section, meeting.CurrentSection).ShouldBe((1, 1));
        meeting.Shift(1, down: true).IsOk.ShouldBeTrue();
        (meeting.CurrentStop!.Section, meeting.CurrentSection).ShouldBe((2, 2));
        meeting.PutInto(1, 1).IsOk.ShouldBeTrue();

        // Whoever presses has it where it was before.
        meeting.Next(2, 1, Start.AddMinutes(11)).IsOk.ShouldBeTrue();
        meeting.Items[0].Seconds.ShouldBe(360);
        meeting.CurrentStop!.Title.ShouldBe("Issues");
    }

    [Fact]
    public void A_section_at_which_something_was_written_stays_in_the_record_when_it_gets_items()
    {
        var meeting = Started();
        MeetingNote.Of(meeting, 1, null, Ana, Start);

        meeting.Submit(Writing, 1, Ben, Start).IsOk.ShouldBeTrue();

        Course(meeting).ShouldContain("Data Ahead, Writing from two sources Ahead");
        meeting.PlannedMinutes.ShouldBe(40, "its items ask for its time");
        meeting.End(Start.AddMinutes(5)).IsOk.ShouldBeTrue();
        Course(meeting).ShouldContain("Data Cut, Writing from two sources Parked");
    }

    [Fact]
    public void Whatever_is_done_in_the_room_the_team_is_where_the_agenda_says_and_nowhere_after_the_end() =>
        Prop.ForAll(
                Gen.ArrayOf(Gen.Choose(0, 999)).ToArbitrary(),
                presses =>
                {
                    var meeting = Started(Writing);
                    foreach (var press in presses)
                    {
                        Press(meeting, press % 8, press / 8 % 6, press / 48 % 5);
                        meeting
                            .Stops()
                            .Where(s => s.State == StopState.Now)
                            .ShouldBe(meeting.CurrentStop is { } stop ? [stop] : []);
                    }

                    meeting.End(Start.AddMinutes(60)).IsOk.ShouldBeTrue();
                    meeting.Stops().ShouldNotContain(s => s.State == StopState.Now);
                    meeting.Stops().ShouldNotContain(s => s.State == StopState.Ahead);
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Cutting_leaves_a_part_out_and_gives_its_minutes_back()
    {
        var meeting = Started();

        meeting.Cut(1, null, Start).IsOk.ShouldBeTrue();

        meeting.PlannedMinutes.ShouldBe(30);
        meeting.GoOn(Start.AddMinutes(5));
        meeting.CurrentSection.ShouldBe(2);
        meeting.Cut(7, null, Start).Refusal.ShouldSay(null, "This item is not on the agenda");
        meeting.GoTo(1, null, Start.AddMinutes(6)).IsOk.ShouldBeTrue();
        Course(meeting).ShouldContain("Data Now");
    }

    [Fact]
    public void The_clock_says_when_the_part_and_the_meeting_end_and_by_how_much_the_agenda_is_over()
    {
        var meeting = Started(Writing with { Minutes = 30 });

        var clock = meeting.Clock(Chicago, Start.AddMinutes(3));
        clock.EndsAt.ShouldBe(Start.AddMinutes(60));
        clock.StopEndsAt.ShouldBe(Start.AddMinutes(5));
        (clock.SecondsLeft, clock.SecondsPlanned, clock.MinutesOver).ShouldBe(
            (57 * 60, 57 * 60, 0)
        );
        meeting.Clock(Chicago, Start.AddMinutes(9)).MinutesOver.ShouldBe(4);

        meeting.ExtendMeeting(10).IsOk.ShouldBeTrue();
        meeting.Clock(Chicago, Start.AddMinutes(9)).MinutesOver.ShouldBe(0);
        meeting.ExtendStop(5).IsOk.ShouldBeTrue();
        meeting.Clock(Chicago, Start.AddMinutes(9)).StopEndsAt.ShouldBe(Start.AddMinutes(10));
        meeting.GoOn(Start.AddMinutes(9));
        meeting.GoOn(Start.AddMinutes(20));
        meeting.ExtendStop(5).IsOk.ShouldBeTrue();
        meeting.Items[0].Minutes.ShouldBe(35);
    }

    [Theory]
    [InlineData(-300, -300)]
    [InlineData(0, 0)]
    [InlineData(20, 0)]
    public void Begun_early_it_lasts_its_minutes_and_begun_late_it_ends_when_it_was_to(
        int begins,
        int ends
    )
    {
        var meeting = WithAgenda(Writing);
        meeting.Start(Tuesday, Start.AddMinutes(begins)).IsOk.ShouldBeTrue();

        meeting
            .Clock(Chicago, Start.AddMinutes(begins))
            .EndsAt.ShouldBe(Start.AddMinutes(ends + 60));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    [InlineData(61)]
    public void Nobody_extends_by_nothing_or_by_hours(int minutes)
    {
        var meeting = Started();

        meeting.ExtendStop(minutes).Refusal.ShouldSay("Minutes", "Extend by 1 to 60");
        meeting.ExtendMeeting(minutes).Refusal.ShouldSay("Minutes", "Extend by 1 to 60");
    }

    [Fact]
    public void A_clock_that_is_set_back_takes_no_time_away()
    {
        var meeting = Started();

        meeting.GoOn(Start.AddHours(-1));
        meeting.End(Start.AddHours(-2)).IsOk.ShouldBeTrue();

        meeting.Stops().ShouldAllBe(s => s.Seconds == 0);
        meeting.EndedAt.ShouldBe(Start);
    }

    [Fact]
    public void What_was_not_reached_is_parked_at_the_end_so_that_nothing_is_forgotten()
    {
        var meeting = Started(Writing, Writing with { Title = "Pacing" });
        meeting.GoTo(2, 1, Start.AddMinutes(40));

        meeting.End(Start.AddMinutes(60)).IsOk.ShouldBeTrue();

        Course(meeting)
            .ShouldBe(
                "Vision Done, Data Cut, Writing from two sources Done, Pacing Parked, Next agenda Cut"
            );
    }

    [Fact]
    public void A_meeting_ended_by_mistake_goes_on_the_same_day_only()
    {
        var meeting = Started();
        meeting.End(Start.AddMinutes(20));

        meeting
            .Resume(Tuesday.AddDays(1), Start.AddDays(1))
            .Refusal.ShouldSay(null, "Only a meeting that was ended");
        meeting.Resume(Tuesday, Start.AddMinutes(21)).IsOk.ShouldBeTrue();
        (meeting.State, meeting.EndedAt).ShouldBe((MeetingState.InProgress, null));
        Planned().Resume(Tuesday, Start).Refusal.ShouldNotBeNull();
    }

    [Fact]
    public void A_meeting_ended_by_mistake_goes_on_where_it_was_with_all_that_was_ahead()
    {
        var meeting = Started(Writing, Writing with { Title = "Pacing" });
        var writing = meeting.Items.First();
        meeting.GoTo(writing.Section, writing.Number, Start.AddMinutes(2)).IsOk.ShouldBeTrue();
        meeting.Cut(1, null, Start.AddMinutes(3)).IsOk.ShouldBeTrue();
        var before = Course(meeting);
        before.ShouldContain("Pacing Ahead");

        meeting.End(Start.AddMinutes(5)).IsOk.ShouldBeTrue();
        Course(meeting).ShouldContain("Pacing Parked");
        meeting.Resume(Tuesday, Start.AddMinutes(9)).IsOk.ShouldBeTrue();

        Course(meeting).ShouldBe(before);
        // The minutes in between were nobody's.
        meeting.End(Start.AddMinutes(10)).IsOk.ShouldBeTrue();
        writing.Seconds.ShouldBe(4 * 60);
    }

    [Fact]
    public void An_item_left_for_next_time_before_the_meeting_can_be_put_back()
    {
        var meeting = WithAgenda(Writing);
        meeting.PutBack(1).Refusal.ShouldSay(null, "It stands on the agenda already");
        meeting.Park(1, Start).IsOk.ShouldBeTrue();
        meeting.PlannedMinutes.ShouldBeLessThan(WithAgenda(Writing).PlannedMinutes);

        meeting.PutBack(1).IsOk.ShouldBeTrue();
        meeting.Items.Single().State.ShouldBe(StopState.Ahead);
        meeting.PutBack(9).Refusal.ShouldNotBeNull();
        var started = Started(Writing);
        started.Park(1, Start).IsOk.ShouldBeTrue();
        started
            .PutBack(1)
            .Refusal.ShouldSay(null, "It stands on the agenda already, or the meeting");
    }

    [Fact]
    public void Nothing_is_run_before_the_start_or_after_the_end()
    {
        var planned = WithAgenda(Writing);
        planned.Next(null, null, Start).Refusal.ShouldSay(null, "Start the meeting first.");
        planned.GoTo(0, null, Start).Refusal.ShouldSay(null, "Start the meeting first.");
        planned.ExtendMeeting(5).Refusal.ShouldSay(null, "Start the meeting first.");
        planned.End(Start).Refusal.ShouldSay(null, "Start the meeting first.");
        var ended = Started(Writing);
        ended.End(Start.AddMinutes(5));
        ended.ExtendStop(5).Refusal.ShouldSay(null, "This meeting is not in progress");
        ended.Park(1, Start).Refusal.ShouldSay(null, "This meeting is over");
        ended.CallOff("Snow").Refusal.ShouldSay(null, "This meeting has begun.");
    }

    private static void Press(Meeting meeting, int what, int item, int section)
    {
        int? number = item == 0 ? null : item;
        _ = what switch
        {
            0 => meeting.Submit(Writing, section, Ben, Start).Refusal,
            1 => meeting.Next(meeting.CurrentSection, meeting.CurrentItem, Start).Refusal,
            2 => meeting.GoTo(section, number, Start.AddMinutes(1)).Refusal,
            3 => meeting.Cut(section, number, Start).Refusal,
            4 => meeting.Park(item, Start).Refusal,
            5 => meeting.PutInto(item, section).Refusal,
            6 => meeting.Shift(item, section % 2 == 0).Refusal,
            _ => meeting.Withdraw(item).Refusal,
        };
    }
}
