using FsCheck;
using FsCheck.Fluent;
using Throughline.Domain.Meetings;
using Throughline.Domain.Shared;
using Throughline.Domain.Tests.Shared;
using static Throughline.Domain.Tests.Meetings.Gatherings;

namespace Throughline.Domain.Tests.Meetings;

/// <summary>A protocol at an item: its steps, its clock and what is written down.</summary>
public class ProtocolRunTests
{
    private readonly Meeting meeting = Started(Writing);
    private readonly AgendaItem item;
    private readonly ProtocolRun run;

    public ProtocolRunTests()
    {
        item = meeting.Items.Single();
        run = ProtocolRun.Choose(item, "looking", ProtocolTests.Looking, Start).Value;
    }

    [Fact]
    public void The_team_goes_from_step_to_step_and_the_time_each_took_is_kept()
    {
        Come(0);
        run.Begin(meeting, item, Start.AddMinutes(1)).IsOk.ShouldBeTrue();
        run.Now.ShouldBe(ProtocolTests.See);

        run.Next(0, meeting, item, Start.AddMinutes(11)).IsOk.ShouldBeTrue();
        run.Next(1, meeting, item, Start.AddMinutes(20)).IsOk.ShouldBeTrue();
        run.Next(2, meeting, item, Start.AddMinutes(21)).IsOk.ShouldBeTrue();
        run.Next(3, meeting, item, Start.AddMinutes(27)).IsOk.ShouldBeTrue();

        run.Steps.Select(s => s.Seconds).ShouldBe([600, 540, 60, 360]);
        (run.IsThrough, run.Current, run.HasBegun).ShouldBe((true, null, true));
    }

    [Fact]
    public void Two_who_go_on_at_once_go_on_by_one_step()
    {
        Begin();

        run.Next(0, meeting, item, Start.AddMinutes(5)).IsOk.ShouldBeTrue();
        run.Next(0, meeting, item, Start.AddMinutes(5)).IsOk.ShouldBeTrue();

        run.Current.ShouldBe(1);
    }

    [Fact]
    public void Its_clock_stands_while_the_team_is_at_another_part_and_after_the_meeting()
    {
        Begin();
        meeting.GoTo(0, null, Start.AddMinutes(4)).IsOk.ShouldBeTrue();
        Seconds(0, Start.AddMinutes(30)).ShouldBe(240);
        run.Next(0, meeting, item, Start.AddMinutes(30))
            .Refusal.ShouldSay(null, "The team is at another part");

        meeting.GoTo(item.Section, item.Number, Start.AddMinutes(30)).IsOk.ShouldBeTrue();
        Seconds(0, Start.AddMinutes(31)).ShouldBe(300);
        meeting.End(Start.AddMinutes(32)).IsOk.ShouldBeTrue();

        Seconds(0, Start.AddDays(3)).ShouldBe(360);
    }

    [Fact]
    public void A_pause_stops_the_steps_clock_and_not_the_items()
    {
        Begin();
        run.Pause(meeting, item, Start.AddMinutes(3)).IsOk.ShouldBeTrue();
        run.IsPaused.ShouldBeTrue();
        run.Pause(meeting, item, Start.AddMinutes(4)).IsOk.ShouldBeTrue();
        Seconds(0, Start.AddMinutes(9)).ShouldBe(180);

        run.GoOn(meeting, item, Start.AddMinutes(9)).IsOk.ShouldBeTrue();
        run.GoOn(meeting, item, Start.AddMinutes(10)).IsOk.ShouldBeTrue();

        Seconds(0, Start.AddMinutes(11)).ShouldBe(300);
        meeting.SecondsAt(item, Start.AddMinutes(11)).ShouldBe(660);
    }

    [Fact]
    public void The_team_goes_back_to_a_step_and_its_time_adds_up()
    {
        Begin();
        run.Next(0, meeting, item, Start.AddMinutes(2)).IsOk.ShouldBeTrue();
        run.GoTo(0, meeting, item, Start.AddMinutes(5)).IsOk.ShouldBeTrue();
        run.GoTo(0, meeting, item, Start.AddMinutes(6)).IsOk.ShouldBeTrue();

        Seconds(0, Start.AddMinutes(9)).ShouldBe(360);
        run.GoTo(4, meeting, item, Start).Refusal.ShouldSay(null, "There is no such step");
        run.GoTo(-1, meeting, item, Start).Refusal.ShouldSay(null, "There is no such step");
        foreach (var step in new[] { 0, 1, 2, 3 })
        {
            run.GoTo(step, meeting, item, Start.AddMinutes(10)).IsOk.ShouldBeTrue();
        }

        run.Next(3, meeting, item, Start.AddMinutes(12)).IsOk.ShouldBeTrue();
        run.Pause(meeting, item, Start).Refusal.ShouldSay(null, "The team is at no step");
        run.GoTo(1, meeting, item, Start.AddMinutes(13)).IsOk.ShouldBeTrue("they have more to say");
        run.IsThrough.ShouldBeFalse();
    }

    [Fact]
    public void It_begins_once_and_where_the_team_is()
    {
        run.Begin(meeting, item, Start).Refusal.ShouldSay(null, "The team is at another part");
        Come(0);
        run.Next(0, meeting, item, Start).Refusal.ShouldSay(null, "Begin the protocol first");
        run.GoTo(1, meeting, item, Start).Refusal.ShouldSay(null, "Begin the protocol first");
        run.Begin(meeting, item, Start).IsOk.ShouldBeTrue();
        run.Begin(meeting, item, Start).Refusal.ShouldSay(null, "It has begun already");
    }

    [Fact]
    public void Its_steps_are_its_own_once_chosen_and_another_one_is_taken_until_it_begins()
    {
        var own = TeamProtocol
            .Add(Units.Places.School, ProtocolTests.Looking, null, [], 0, Ana, Start)
            .Value;
        var chosen = ProtocolRun.Choose(item, own.Slug, own.Words, Start).Value;
        own.Change(ProtocolTests.Looking with { Steps = [ProtocolTests.Act] }, Ana, Start)
            .IsOk.ShouldBeTrue();
        chosen.Steps.Count.ShouldBe(4);

        run.Exchange("other", own.Words).IsOk.ShouldBeTrue();
        (run.Slug, run.Steps.Count).ShouldBe(("other", 1));
        run.TakeOff().IsOk.ShouldBeTrue();
        Begin();
        run.Exchange("looking", ProtocolTests.Looking)
            .Refusal.ShouldSay("Protocol", "The team has begun");
        run.TakeOff().Refusal.ShouldSay("Protocol", "The team has begun");
        meeting.GoOn(Start.AddMinutes(50));
        ProtocolRun
            .Choose(item, "looking", ProtocolTests.Looking, Start)
            .Refusal.ShouldSay("Protocol", "The team has been through this item");
    }

    [Fact]
    public void One_that_was_not_begun_goes_along_to_the_next_agenda()
    {
        var next = WithAgenda(Writing).Items.Single();
        var carried = run.CarryTo(next, Start.AddDays(14))!;
        (carried.ItemId, carried.Slug, carried.Steps.Count, carried.HasBegun).ShouldBe(
            (next.Id, "looking", 4, false)
        );

        Begin();
        run.CarryTo(next, Start.AddDays(14)).ShouldBeNull();
    }

    [Fact]
    public void An_explanation_goes_to_the_next_step_for_one_or_to_the_first()
    {
        run.StepForInferences(0).ShouldBe(1);
        run.StepForInferences(2).ShouldBe(1);
        ProtocolRun
            .Choose(item, "x", ProtocolTests.Looking with { Steps = [ProtocolTests.See] }, Start)
            .Value.StepForInferences(0)
            .ShouldBeNull();
    }

    [Fact]
    public void Whatever_is_pressed_the_steps_together_take_no_longer_than_the_item_did() =>
        Prop.ForAll(
                ArbMap.Default.ArbFor<(byte Press, byte Minutes)[]>(),
                presses =>
                {
                    var (held, now) = (Started(Writing), Start);
                    var at = held.Items.Single();
                    held.GoTo(at.Section, at.Number, now);
                    var tried = ProtocolRun.Choose(at, "x", ProtocolTests.Looking, now).Value;
                    foreach (var (press, minutes) in presses)
                    {
                        now = now.AddMinutes(minutes % 20);
                        _ = (press % 8) switch
                        {
                            0 => tried.Begin(held, at, now),
                            1 => tried.Next(tried.Current ?? 0, held, at, now),
                            2 => tried.GoTo(minutes % 5, held, at, now),
                            3 => tried.Pause(held, at, now),
                            4 => tried.GoOn(held, at, now),
                            5 => held.GoTo(0, null, now),
                            6 => held.GoTo(at.Section, at.Number, now),
                            _ => held.GoTo(3, null, now),
                        };
                        var clock = held.SecondsAt(at, now);
                        var spent = Enumerable
                            .Range(0, 4)
                            .Select(s => tried.SecondsOf(s, clock))
                            .ToList();
                        spent.ShouldAllBe(s => s >= 0);
                        spent.Sum().ShouldBeLessThanOrEqualTo(clock);
                    }
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Any_member_writes_a_line_down_in_a_step_that_collects_and_the_step_says_what_it_is()
    {
        Write(0).Refusal.ShouldSay(null, "Lines are written down once");
        Begin();

        var line = Write(1, " Two\nlines ").Value;

        (line.Kind, line.Words, line.Step, line.ById, line.ItemId).ShouldBe(
            (OutputKind.Inference, "Two lines", 1, Cleo, item.Id)
        );
        line.AsThing()
            .ShouldBe(
                new ThingFace(ThingKind.Finding, 1, "Two lines", ThingStatus.Open, meeting.Id)
            );
        Write(2).Refusal.ShouldSay(null, "Nothing is written down in this step");
        Write(9).Refusal.ShouldSay(null, "Nothing is written down in this step");
        Write(0, " ").Refusal.ShouldSay("Words", "Enter a line");
        Write(0, new string('x', 501)).Refusal.ShouldSay("Words", "Shorten");
        Write(0, "x", ProtocolFinding.Most + 1)
            .Refusal.ShouldSay(null, "A meeting keeps 400 lines");
    }

    [Fact]
    public void Who_wrote_a_line_takes_it_back_while_the_meeting_is_on()
    {
        Begin();
        var line = Write(0).Value;

        line.TakeBack(meeting, Cleo).IsOk.ShouldBeTrue();
        line.TakeBack(meeting, Ana).Refusal.ShouldSay(null, "Only who wrote a line");
        meeting.End(Start.AddMinutes(30)).IsOk.ShouldBeTrue();
        line.TakeBack(meeting, Cleo).Refusal.ShouldSay(null, "This meeting is over");
        Write(0).Refusal.ShouldSay(null, "This meeting is over");
    }

    private Result<ProtocolFinding> Write(
        int step,
        string words = "A claim in line one",
        int number = 1
    ) => ProtocolFinding.Write(meeting, run, number, step, words, Cleo, Start);

    private void Come(int minutes) =>
        meeting.GoTo(item.Section, item.Number, Start.AddMinutes(minutes)).IsOk.ShouldBeTrue();

    private void Begin()
    {
        Come(0);
        run.Begin(meeting, item, Start).IsOk.ShouldBeTrue();
    }

    private int Seconds(int step, DateTime now) =>
        run.SecondsOf(step, meeting.SecondsAt(item, now));
}
