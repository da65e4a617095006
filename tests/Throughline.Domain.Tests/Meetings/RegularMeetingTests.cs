using FsCheck;
using FsCheck.Fluent;
using Throughline.Domain.Meetings;
using Throughline.Domain.Shared;
using Throughline.Domain.Tests.Shared;
using Throughline.Domain.Units;
using static Throughline.Domain.Tests.Meetings.Gatherings;
using static Throughline.Domain.Tests.Units.Places;

namespace Throughline.Domain.Tests.Meetings;

/// <summary>Seed 003, “analyzing meetings building-wide to identify content overlap and ways to free up people’s time”.</summary>
public class RegularMeetingTests
{
    private static readonly Guid Lister = SomeId(7);
    private static readonly DateOnly Today = new(2026, 11, 20);
    private static readonly DateOnly YearBegan = new(2026, 8, 17);

    private static readonly RegularMeetingPlan Weekly = new(
        "Data meeting",
        "Look at reading data",
        null,
        10,
        1,
        HeldEvery.Week,
        60,
        "reading data, pacing"
    );

    [Theory]
    [InlineData(1, HeldEvery.Week, 2400)]
    [InlineData(2, HeldEvery.Week, 4800)]
    [InlineData(1, HeldEvery.TwoWeeks, 1200)]
    [InlineData(1, HeldEvery.Month, 600)]
    public void It_takes_people_times_minutes_as_often_as_it_is_held_in_four_school_weeks(
        int times,
        HeldEvery every,
        int minutes
    ) => Listed(Weekly with { Times = times, Every = every }).PersonMinutes.ShouldBe(minutes);

    [Fact]
    public void What_is_missing_or_beyond_its_limits_is_refused_at_its_field()
    {
        Refused(Weekly with { Name = "" }).ShouldSay("Name", "Enter what it is called");
        Refused(Weekly with { Purpose = " " }).ShouldSay("Purpose", "Enter what it is for");
        Refused(Weekly with { Topics = " , ;" }).ShouldSay("Topics", "Enter 1 to 8 topics");
        Refused(Weekly with { Topics = "a,b,c,d,e,f,g,h,i" }).ShouldSay("Topics", "Enter 1 to 8");
        Refused(Weekly with { Topics = new string('t', 41) }).ShouldSay("Topics", "A topic is");
        Refused(Weekly with { People = 0 }).ShouldSay("People", "Enter how many take part");
        Refused(Weekly with { People = 501 }).ShouldSay("People", "Enter how many take part");
        Refused(Weekly with { Times = 11 }).ShouldSay("Times", "Enter how many times");
        Refused(Weekly with { Minutes = null }).ShouldSay("Minutes", "Enter how many minutes");
        Refused(Weekly with { Every = (HeldEvery)7 }).ShouldSay("Every", "Choose in what time");
        RegularMeeting
            .List(School, 90, RegularMeeting.Most, Weekly, SomeId(), Start)
            .Refusal.ShouldSay(null, "An inventory holds 80 meetings");

        static Refusal? Refused(RegularMeetingPlan plan) =>
            RegularMeeting.List(School, 1, 0, plan, SomeId(), Start).Refusal;
    }

    [Fact]
    public void One_that_is_ended_gives_back_its_time_for_each_school_day_since()
    {
        var meeting = Listed(Weekly);
        var change = Decide(meeting, new(RegularMeetingChangeKind.Ended, "Empty agendas"), 5);

        (meeting.IsHeld, meeting.PersonMinutes).ShouldBe((false, 0));
        // Today and the four school days before it: a week of ten people for an hour.
        change.GivenBack(EveryWeekday, YearBegan, Today).ShouldBe(600);
        change
            .GivenBack(EveryWeekday, Today, Today)
            .ShouldBe(120, "only days of this school year count");
        change.GivenBack(EveryWeekday, YearBegan, Today.AddDays(-30)).ShouldBe(0);
        meeting.AsThing().Status.ShouldBe(ThingStatus.Done);
    }

    [Fact]
    public void A_shorter_one_gives_back_what_it_lost_and_ended_later_only_what_was_left()
    {
        var meeting = Listed(Weekly);
        var shorter = Decide(
            meeting,
            new(RegularMeetingChangeKind.Shortened, "Less to say", 45),
            10
        );
        meeting.Minutes.ShouldBe(45);
        var ended = Decide(meeting, new(RegularMeetingChangeKind.Ended, "Nothing to say"), 5);

        (shorter.PersonMinutes, ended.PersonMinutes).ShouldBe((600, 1800));
        (shorter.PersonMinutes + ended.PersonMinutes).ShouldBe(Listed(Weekly).PersonMinutes);
    }

    [Fact]
    public void A_merger_gives_back_less_by_what_the_other_one_grows()
    {
        var (meeting, other) = (Listed(Weekly), Listed(Weekly with { People = 4 }, 2));
        var change = Decide(
            meeting,
            new(RegularMeetingChangeKind.Merged, "Same data", Grows: 15),
            5,
            other
        );

        (other.Minutes, meeting.IsHeld).ShouldBe((75, false));
        change.PersonMinutes.ShouldBe(2400 - (4 * 15 * 4));

        meeting.TakeBack(other).IsOk.ShouldBeTrue();
        (other.Minutes, meeting.IsHeld, change.IsOpen, change.PersonMinutes).ShouldBe(
            (60, true, true, 0)
        );
        meeting.TakeBack(other).Refusal.ShouldSay(null, "Nothing was decided");
    }

    [Fact]
    public void What_cannot_be_is_refused_where_it_stands()
    {
        var (meeting, other) = (Listed(Weekly), Listed(Weekly with { People = 400 }, 2));
        Propose(new(null, "Why")).ShouldSay("Kind", "Choose what");
        Propose(new(RegularMeetingChangeKind.Ended, " ")).ShouldSay("Reason", "Enter the reason");
        Propose(new(RegularMeetingChangeKind.Shortened, "Why", 60))
            .ShouldSay("NewMinutes", "Enter how long");
        Propose(new(RegularMeetingChangeKind.Shortened, "Why", 0))
            .ShouldSay("NewMinutes", "Enter how long");
        Propose(new(RegularMeetingChangeKind.Merged, "Why"))
            .ShouldSay("Into", "Choose another meeting");
        Propose(new(RegularMeetingChangeKind.Merged, "Why"), meeting)
            .ShouldSay("Into", "Choose another meeting");
        Propose(new(RegularMeetingChangeKind.Merged, "Why", Grows: -1), other)
            .ShouldSay("Grows", "Enter by how many");
        Propose(new(RegularMeetingChangeKind.Merged, "Why", Grows: 421), other)
            .ShouldSay("Grows", "Enter by how many");
        Propose(new(RegularMeetingChangeKind.Merged, "Why", Grows: 2), other)
            .ShouldSay("Grows", "The other meeting would grow");

        var open = meeting
            .Propose(new(RegularMeetingChangeKind.Ended, "Why"), null, Ana, Start)
            .Value;
        Decided(Today.AddDays(1), "Ana").ShouldSay("Day", "Enter the day since");
        Decided(Today.AddDays(-401), "Ana").ShouldSay("Day", "Enter the day since");
        Decided(null, "Ana").ShouldSay("Day", "Enter the day since");
        Decided(Today, " ").ShouldSay("By", "Enter who decided");
        Decide(meeting, new(RegularMeetingChangeKind.Shortened, "Why", 30), 5);
        Decided(Today.AddDays(-6), "Ana").ShouldSay("Day", "It changed on a later day");
        Decided(Today, "Ana").ShouldBeNull();
        Decided(Today, "Ana").ShouldSay(null, "This proposal is settled");
        meeting.Withdraw(open.Id).Refusal.ShouldSay(null, "This proposal is settled");
        Propose(new(RegularMeetingChangeKind.Ended, "Again"))
            .ShouldSay(null, "This meeting is not held any more");
        meeting.Change(Weekly).Refusal.ShouldSay(null, "This meeting is not held any more");

        Refusal? Propose(ChangePlan plan, RegularMeeting? into = null) =>
            meeting.Propose(plan, into, Ana, Start).Refusal;
        Refusal? Decided(DateOnly? day, string by) =>
            meeting.Decide(open.Id, new(day, by), null, Today).Refusal;
    }

    [Fact]
    public void A_proposal_that_is_withdrawn_is_gone()
    {
        var meeting = Listed(Weekly);
        var change = meeting
            .Propose(new(RegularMeetingChangeKind.Ended, "Why"), null, Ana, Start)
            .Value;
        change
            .GivenBack(EveryWeekday, YearBegan, Today)
            .ShouldBe(0, "a proposal gives nothing back");

        meeting.Withdraw(change.Id).IsOk.ShouldBeTrue();

        meeting.Changes.ShouldBeEmpty();
    }

    [Fact]
    public void What_is_given_back_is_never_negative_and_never_more_than_the_meeting_took() =>
        Prop.ForAll(
                ArbMap.Default.ArbFor<(byte Kind, byte Number, byte Ago)[]>(),
                steps =>
                {
                    var (one, other) = (Listed(Weekly), Listed(Weekly with { People = 7 }, 2));
                    var (took, takes) = (one.PersonMinutes, other.PersonMinutes);
                    foreach (var (kind, number, ago) in steps)
                    {
                        if (kind % 5 == 4)
                        {
                            one.TakeBack(other);
                            continue;
                        }

                        var what = (RegularMeetingChangeKind)(kind % 4);
                        var proposed = one.Propose(
                            new(what, "Why", number, number),
                            what == RegularMeetingChangeKind.Merged ? other : null,
                            Ana,
                            Start
                        );
                        if (proposed.IsOk)
                        {
                            one.Decide(
                                proposed.Value.Id,
                                new(Today.AddDays(-ago), "Ana"),
                                what == RegularMeetingChangeKind.Merged ? other : null,
                                Today
                            );
                        }
                    }

                    one.Changes.ShouldAllBe(c => c.PersonMinutes >= 0);
                    one.Changes.ShouldAllBe(c => c.GivenBack(EveryWeekday, YearBegan, Today) >= 0);
                    // What both took before is what they take now and what was given back: nothing is counted twice.
                    (
                        one.Changes.Sum(c => c.PersonMinutes)
                        + one.PersonMinutes
                        + other.PersonMinutes
                    ).ShouldBe(took + takes);
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Two_overlap_by_a_topic_and_a_team_or_by_two_topics()
    {
        var (grade, math) = (SomeId(1), SomeId(2));
        var data = Listed(Weekly with { Topics = "Reading Data", Teams = [grade] });
        var other = Listed(Weekly with { Topics = "math", Purpose = "Numbers", Teams = [math] }, 2);
        MeetingOverlap.Among([data, other]).ShouldBeEmpty();

        var texts = Listed(
            Weekly with
            {
                Purpose = "Choose texts",
                Topics = "reading datas",
                Teams = [grade, math],
            },
            3
        );
        var found = MeetingOverlap.Among([data, other, texts]).Single();
        (found.One, found.Other).ShouldBe((data, texts));
        found.Topics.ShouldBe(["Reading Data"]);
        found.Teams.ShouldBe([grade]);

        var elsewhere = Listed(
            Weekly with
            {
                Purpose = "Choose texts",
                Topics = "reading data",
                Teams = [math],
            },
            4
        );
        MeetingOverlap.Among([data, elsewhere]).ShouldBeEmpty("one topic, no team in common");
        var everyone = Listed(Weekly with { Purpose = "Choose texts", Topics = "reading data" }, 5);
        MeetingOverlap.Among([data, everyone]).ShouldHaveSingleItem("it takes everyone’s time");
        var two = Listed(Weekly with { Topics = "reading data, look", Teams = [math] }, 6);
        MeetingOverlap.Among([data, two]).Single().Topics.ShouldBe(["Reading Data", "look"]);

        Decide(texts, new(RegularMeetingChangeKind.Ended, "Why"), 1);
        MeetingOverlap.Among([data, texts]).ShouldBeEmpty("it is not held any more");
    }

    [Fact]
    public void Who_entered_it_can_remove_it_while_nothing_was_decided_and_nothing_goes_into_it()
    {
        var (data, texts) = (Listed(Weekly), Listed(Weekly with { Name = "Texts" }, 2));
        RegularMeeting[] all = [data, texts];
        data.WhyNotRemoved(all, Lister).ShouldBeNull();
        data.WhyNotRemoved(all, Ana).ShouldSay(null, "Only who entered this meeting");

        texts
            .Propose(new(RegularMeetingChangeKind.Merged, "Why", Grows: 5), data, Ana, Start)
            .IsOk.ShouldBeTrue();
        texts.WhyNotRemoved(all, Lister).ShouldBeNull("a proposal goes with it");
        data.WhyNotRemoved(all, Lister).ShouldSay(null, "Another meeting is merged into this one");
        Decide(data, new(RegularMeetingChangeKind.Shortened, "Why", NewMinutes: 30), 1);
        data.WhyNotRemoved(all, Lister).ShouldSay(null, "Something was decided");
    }

    private static RegularMeeting Listed(RegularMeetingPlan plan, int number = 1) =>
        RegularMeeting
            .List(School, number, number - 1, plan, Lister, Start.AddSeconds(number))
            .Value;

    private static RegularMeetingChange Decide(
        RegularMeeting meeting,
        ChangePlan plan,
        int weekdaysAgo,
        RegularMeeting? into = null
    )
    {
        var change = meeting
            .Propose(plan, into, Ana, Start.AddMinutes(meeting.Changes.Count))
            .Value;
        var day = Today;
        for (var left = weekdaysAgo - 1; left > 0; left -= EveryWeekday.IsSchoolDay(day) ? 1 : 0)
        {
            day = day.AddDays(-1);
        }

        meeting.Decide(change.Id, new(day, "The ILT"), into, Today).IsOk.ShouldBeTrue();
        return change;
    }
}
