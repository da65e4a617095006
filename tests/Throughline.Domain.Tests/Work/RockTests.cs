using FsCheck;
using FsCheck.Fluent;
using Throughline.Domain.Shared;
using Throughline.Domain.Tests.Shared;
using Throughline.Domain.Units;
using Throughline.Domain.Work;
using static Throughline.Domain.Tests.Units.Places;

namespace Throughline.Domain.Tests.Work;

public class RockTests
{
    // A Friday; school until the end of May, without two days at Thanksgiving.
    private static readonly DateOnly Today = new(2026, 11, 20);
    private static readonly DateOnly LastDay = new(2027, 5, 28);
    private static readonly Guid Me = SomeId(1);

    private static readonly SchoolCalendar Calendar = new(
        [(new DateOnly(2026, 8, 17), LastDay)],
        [
            (new DateOnly(2026, 11, 26), CalendarDayKind.Closure),
            (new DateOnly(2026, 11, 27), CalendarDayKind.Closure),
        ],
        []
    );

    private static readonly WorkPlan Plan = new(
        "Build the schedule together",
        "So that it protects planning.",
        new WorkOwner(SomeId(2), "Theo Lindqvist", true, false),
        null
    );

    [Fact]
    public void A_rock_takes_45_school_days_unless_the_team_says_otherwise()
    {
        var rock = Begun(Plan);

        rock.StartsOn.ShouldBe(Today);
        // 45 weekdays would end on January 22; two closures make it two days later.
        rock.DueOn.ShouldBe(new DateOnly(2027, 1, 26));
        RockTime.On(rock.StartsOn, rock.DueOn, Today, Calendar).ShouldBe(new RockTime(45, 0, 0));
        (rock.Status, rock.OnTrack).ShouldBe((WorkStatus.UnderWay, null));
        Begun(Plan with { DueOn = new DateOnly(2026, 12, 18) })
            .DueOn.ShouldBe(new DateOnly(2026, 12, 18));
    }

    [Fact]
    public void A_calendar_that_ends_too_soon_is_said_and_a_day_can_be_given()
    {
        var spring = new DateOnly(2027, 5, 3);
        Rock.Begin(School, 1, Plan, [], Calendar, Me, spring, Now)
            .Refusal.ShouldSay("DueOn", "The calendar does not reach 45 school days ahead.");
        Rock.Begin(School, 1, Plan with { DueOn = LastDay }, [], Calendar, Me, spring, Now)
            .IsOk.ShouldBeTrue();
    }

    [Fact]
    public void A_rock_without_a_school_day_or_of_more_than_90_is_no_rock()
    {
        Refused(Plan with { DueOn = Today.AddDays(1) }, [])
            .ShouldSay("DueOn", "There is no school day until then.");
        Refused(Plan with { DueOn = LastDay }, [])
            .ShouldSay("DueOn", "That is 133 school days. A rock has about 45 and at most 90");
        Refused(Plan with { Title = "" }, []).ShouldSay("Title", "Enter what will be done.");
    }

    [Fact]
    public void Milestones_are_spread_over_the_days_and_the_last_one_ends_with_the_rock()
    {
        var rock = Begun(Plan, "One", "Two", "Three");

        rock.Milestones.Select(m => m.Title).ShouldBe(["One", "Two", "Three"]);
        rock.Milestones.Select(m => Calendar.SchoolDaysBetween(Today, m.DueOn))
            .ShouldBe([15, 30, 45]);
        rock.Milestones[^1].DueOn.ShouldBe(rock.DueOn);
        rock.Milestones.ShouldAllBe(m => m.UnitId == School.Id && m.RockId == rock.Id);
        Refused(Plan, [.. Enumerable.Range(0, 13).Select(n => $"Step {n}")])
            .ShouldSay("Milestones", "A rock has at most 12 milestones.");
    }

    [Fact]
    public void Off_track_says_what_is_in_the_way_and_on_track_need_not()
    {
        var rock = Begun(Plan);
        var meeting = SomeId(7);
        rock.Check(null, null, null, Me, Now).Refusal.ShouldSay("OnTrack", "Choose on track or");
        rock.Check(false, " ", null, Me, Now)
            .Refusal.ShouldSay("Words", "Say in a few words what is in the way.");
        (rock.OnTrack, rock.Notes.Count).ShouldBe((null, 0));

        rock.Check(true, null, meeting, Me, Now).IsOk.ShouldBeTrue();
        rock.IsOffTrack.ShouldBeFalse();
        rock.Check(false, "Nobody has time.", null, Me, Now.AddDays(1)).IsOk.ShouldBeTrue();
        (rock.IsOffTrack, rock.CheckedAt).ShouldBe((true, Now.AddDays(1)));
        rock.Notes.Select(n => (n.OnTrack, n.MeetingId, n.Words))
            .ShouldBe([(true, meeting, null), (false, null, "Nobody has time.")]);
        rock.Move(WorkStatus.Done, Me, Now);
        rock.IsOffTrack.ShouldBeFalse();
        rock.Check(true, null, null, Me, Now).Refusal.ShouldSay(null, "This rock is over.");
    }

    [Fact]
    public void More_time_needs_a_later_day_and_a_reason_which_stay()
    {
        var rock = Begun(Plan);
        var last = rock.DueOn;
        rock.Extend(last, "Snow.", Me, Now).Refusal.ShouldSay("Until", "Choose a day after");
        rock.Extend(null, "Snow.", Me, Now).Refusal.ShouldSay("Until", "Choose a day after");
        rock.Extend(DateOnly.MaxValue, "Snow.", Me, Now)
            .Refusal.ShouldSay("Until", "That day is more than 5 years away");
        rock.Extend(last.AddDays(7), " ", Me, Now).Refusal.ShouldSay("Why", "Enter why it needs");
        rock.DueOn.ShouldBe(last);

        rock.Extend(last.AddDays(7), "Snow.", Me, Now).IsOk.ShouldBeTrue();

        rock.DueOn.ShouldBe(last.AddDays(7));
        rock.Notes.Select(n => (n.ExtendedTo, n.Words))
            .ShouldBe([((DateOnly?)last.AddDays(7), "Snow.")]);
        rock.Change(Plan with { Title = "Better words", DueOn = Today }, Today).IsOk.ShouldBeTrue();
        (rock.Title, rock.DueOn).ShouldBe(("Better words", last.AddDays(7)));
    }

    [Fact]
    public void A_milestone_lies_within_the_rock_and_can_be_reached_and_taken_off()
    {
        var rock = Begun(Plan, "One");
        rock.AddMilestone("Too late", rock.DueOn.AddDays(1), Now)
            .Refusal.ShouldSay("On", "Choose a day from the rock’s first to its last.");
        rock.AddMilestone(" ", Today, Now).Refusal.ShouldSay("Title", "Enter what is reached.");
        rock.AddMilestone("Two", rock.DueOn, Now).IsOk.ShouldBeTrue();
        var one = rock.Milestones[0];

        rock.Reach(one.Id, true, Now).IsOk.ShouldBeTrue();
        rock.Reach(one.Id, true, Now.AddDays(1)).IsOk.ShouldBeTrue();
        one.ReachedAt.ShouldBe(Now);
        rock.Reach(one.Id, false, Now).IsOk.ShouldBeTrue();
        one.ReachedAt.ShouldBeNull();
        rock.Reach(SomeId(9), true, Now).Refusal.ShouldSay(null, "This milestone is not there");
        rock.TakeOff(one.Id).IsOk.ShouldBeTrue();
        rock.Milestones.ShouldHaveSingleItem().Title.ShouldBe("Two");
        rock.Drop("No time.", Me, Now);
        rock.TakeOff(rock.Milestones[0].Id).IsOk.ShouldBeFalse();
        rock.Reach(rock.Milestones[0].Id, true, Now).IsOk.ShouldBeFalse();
        rock.AddMilestone("Three", Today, Now).IsOk.ShouldBeFalse();
        rock.Extend(LastDay, "More.", Me, Now).IsOk.ShouldBeFalse();
    }

    // Whatever the day: what is gone and what is left make the whole, and past the end nothing is left.
    [Fact]
    public void A_rocks_time_adds_up_on_every_day() =>
        Prop.ForAll(
                Gen.Choose(-10, 200).ToArbitrary(),
                ahead =>
                {
                    var rock = Begun(Plan);
                    var day = Today.AddDays(ahead);
                    var time = RockTime.On(rock.StartsOn, rock.DueOn, day, Calendar);
                    return time.Of == 45
                        && time.Gone + time.Left == time.Of
                        && time.Gone is >= 0 and <= 45
                        && (day < rock.DueOn || time.Left == 0)
                        && (time.Over == 0 || day > rock.DueOn);
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Three_rocks_that_others_have_done_are_offered_and_can_be_begun()
    {
        StarterRock.All.Select(r => r.Key).ShouldBe(["schedule", "meetings", "curriculum"]);
        foreach (var starter in StarterRock.All)
        {
            starter.Source.ShouldStartWith("“How ILTs Are Bringing Change”");
            Begun(Plan with { Title = starter.Title, Why = starter.Why }, [.. starter.Milestones])
                .Milestones.Count.ShouldBe(4);
        }
    }

    private static Rock Begun(WorkPlan plan, params string[] milestones) =>
        Rock.Begin(School, 4, plan, milestones, Calendar, Me, Today, Now).Value;

    private static Refusal? Refused(WorkPlan plan, string[] milestones) =>
        Rock.Begin(School, 4, plan, milestones, Calendar, Me, Today, Now).Refusal;
}
