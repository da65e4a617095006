using Throughline.Domain.Meetings;
using Throughline.Domain.Tests.Shared;
using static Throughline.Domain.Tests.Meetings.Gatherings;
using static Throughline.Domain.Tests.Units.Places;

namespace Throughline.Domain.Tests.Meetings;

public class AgendaTests
{
    [Fact]
    public void An_agenda_begins_with_the_templates_sections_and_is_its_own_from_then_on()
    {
        var meeting = WithAgenda();
        meeting.PlannedMinutes.ShouldBe(50);

        meeting.BeginAgenda(Other).IsOk.ShouldBeTrue();
        Course(meeting).ShouldStartWith("Vision Ahead, Data Ahead");
    }

    [Fact]
    public void Another_template_can_be_taken_over_before_the_meeting_and_keeps_what_was_brought()
    {
        var meeting = WithAgenda(Writing, Writing with { Title = "Pacing" });

        meeting.RenewAgenda(Other).IsOk.ShouldBeTrue();

        Course(meeting).ShouldBe("Writing from two sources Ahead, Pacing Ahead, Close Ahead");
        Started().RenewAgenda(Other).Refusal.ShouldSay(null, "This meeting has begun");
    }

    [Fact]
    public void What_a_member_brings_stands_with_the_issues_or_where_they_say()
    {
        var meeting = WithAgenda(Writing);
        meeting.Submit(Writing with { Title = "Screener" }, 1, Ana, Start).IsOk.ShouldBeTrue();

        Course(meeting)
            .ShouldBe(
                "Vision Ahead, Screener Ahead, Writing from two sources Ahead, Next agenda Ahead"
            );
        meeting.Submit(Writing, 4, Ana, Start).Refusal.ShouldSay("Section", "Choose a section");
    }

    [Fact]
    public void An_item_asks_for_more_than_nothing_and_no_more_than_the_meeting_has()
    {
        Refused(Writing with { Title = " " }, "Title");
        Refused(Writing with { Title = new string('x', 161) }, "Title");
        Refused(Writing with { Kind = null }, "Kind");
        Refused(Writing with { Kind = (ItemKind)9 }, "Kind");
        Refused(Writing with { Minutes = 0 }, "Minutes");
        Refused(Writing with { Minutes = 61 }, "Minutes");
        Refused(Writing with { Minutes = null }, "Minutes");
        Refused(Writing with { ReadFirst = new string('x', 2001) }, "ReadFirst");
        Refused(Writing with { Bring = new string('x', 2001) }, "Bring");
        Refused(Writing with { Questions = new string('x', 2001) }, "Questions");
    }

    [Fact]
    public void A_400_minute_agenda_is_taken_in_and_says_how_much_it_is_over()
    {
        var meeting = WithAgenda([.. Enumerable.Repeat(Writing with { Minutes = 60 }, 7)]);

        meeting.PlannedMinutes.ShouldBe(450);
        meeting.Start(Tuesday, Start).IsOk.ShouldBeTrue();
        meeting.Clock(Chicago, Start).MinutesOver.ShouldBe(390);
    }

    [Fact]
    public void The_forty_first_item_is_refused_and_says_where_else_it_can_go()
    {
        var meeting = WithAgenda([.. Enumerable.Repeat(Writing, Meeting.MostItems)]);

        meeting.Submit(Writing, null, Ana, Start).Refusal.ShouldSay(null, "An agenda takes 40");
    }

    [Fact]
    public void Items_are_put_in_order_step_by_step_across_sections()
    {
        var meeting = WithAgenda(
            Writing with
            {
                Title = "A",
            },
            Writing with
            {
                Title = "B",
            },
            Writing with
            {
                Title = "C",
            }
        );

        meeting.Shift(3, down: false).IsOk.ShouldBeTrue();
        Order(meeting).ShouldBe("A C B");
        meeting.Shift(1, down: true).IsOk.ShouldBeTrue();
        Order(meeting).ShouldBe("C A B");
        meeting.Shift(3, down: false).IsOk.ShouldBeTrue();
        Course(meeting).ShouldBe("Vision Ahead, C Ahead, A Ahead, B Ahead, Next agenda Ahead");
        meeting.Shift(3, down: true).IsOk.ShouldBeTrue();
        Order(meeting).ShouldBe("C A B");
        meeting.Shift(2, down: true).IsOk.ShouldBeTrue();
        meeting.Shift(2, down: true).Refusal.ShouldSay(null, "It is the last item already.");
        meeting.Shift(9, down: true).Refusal.ShouldSay(null, "This item is not on the agenda");
    }

    [Fact]
    public void An_item_can_be_put_into_any_section_and_taken_off_until_the_team_comes_to_it()
    {
        var meeting = WithAgenda(Writing, Writing with { Title = "Pacing" });

        meeting.PutInto(1, 1).IsOk.ShouldBeTrue();
        meeting.PutInto(1, 7).Refusal.ShouldSay("Section", "Choose a section");
        meeting.Withdraw(2).IsOk.ShouldBeTrue();
        meeting.Withdraw(2).Refusal.ShouldSay(null, "This item is not on the agenda");
        meeting.Start(Tuesday, Start);
        meeting.GoOn(Start.AddMinutes(5));
        meeting.Withdraw(1).Refusal.ShouldSay(null, "The team has come to this item");
        Order(meeting).ShouldBe("Writing from two sources");
    }

    [Fact]
    public void The_number_of_an_item_that_was_taken_off_is_given_to_no_other()
    {
        var meeting = WithAgenda(Writing, Writing with { Title = "Pacing" });
        meeting.Withdraw(2).IsOk.ShouldBeTrue();

        meeting.Submit(Writing, null, Ana, Start).Value.Number.ShouldBe(3);

        meeting.Withdraw(1).IsOk.ShouldBeTrue();
        meeting.Withdraw(3).IsOk.ShouldBeTrue();
        meeting.Submit(Writing, null, Ana, Start).Value.Number.ShouldBe(4);
    }

    [Fact]
    public void A_parked_item_comes_to_the_next_agenda_as_a_new_one_and_the_old_one_stays()
    {
        var meeting = Started(Writing with { Minutes = 60, ReadFirst = "Page 3" });
        meeting.Park(1, Start).IsOk.ShouldBeTrue();
        var next = Planned(Afternoon with { Day = Tuesday.AddDays(14), Minutes = 45 }, 13);
        next.BeginAgenda(Template);

        var carried = next.CarryOver(meeting.Items[0], SectionKind.Learning, Start).Value;

        (carried.Title, carried.Minutes, carried.Section, carried.BroughtById).ShouldBe(
            ("Writing from two sources", 45, 1, Ben)
        );
        carried.ReadFirst.ShouldBe("Page 3");
        meeting.Items[0].State.ShouldBe(StopState.Parked);
    }

    [Fact]
    public void A_meeting_that_is_over_takes_nothing_more()
    {
        var meeting = Started(Writing);
        meeting.End(Start.AddMinutes(50)).IsOk.ShouldBeTrue();

        meeting.Submit(Writing, null, Ana, Start).Refusal.ShouldSay(null, "This meeting is over.");
        meeting.Shift(1, down: true).Refusal.ShouldSay(null, "This meeting is over");
        meeting.PutInto(1, 0).Refusal.ShouldSay(null, "This meeting is over");
        meeting.Items[0].Change(Writing, 60).Refusal.ShouldSay(null, "The team has been through");
    }

    [Fact]
    public void An_item_is_brought_by_who_submits_it_or_another_member()
    {
        var meeting = WithAgenda(Writing);
        var item = meeting.Items.Single();

        meeting.BringBy(item.Number, Ben, [Ana, Ben]).IsOk.ShouldBeTrue();
        item.BroughtById.ShouldBe(Ben);
        meeting
            .BringBy(item.Number, Cleo, [Ana, Ben])
            .Refusal.ShouldSay("BroughtBy", "This person");
        // Who has left since still brought it.
        meeting.BringBy(item.Number, Ben, [Ana]).IsOk.ShouldBeTrue();
        meeting.BringBy(9, Ben, [Ben]).Refusal.ShouldNotBeNull();
    }

    [Fact]
    public void A_template_without_sections_or_with_minutes_nobody_has_is_refused()
    {
        Set("", Template.Sections).Refusal.ShouldSay("Name", "Enter the agenda");
        Set("Ours", []).Refusal.ShouldSay(null, "An agenda has 1 to 20 sections");
        Set("Ours", [.. Enumerable.Repeat(Template.Sections[0], 21)])
            .Refusal.ShouldSay(null, "An agenda has 1 to 20 sections");
        Set("Ours", [Template.Sections[0], new(SectionKind.Other, " ", 5)])
            .Refusal.ShouldSay("Sections[1].Title", "Enter the section");
        Set("Ours", [new(SectionKind.Other, "A", -1)])
            .Refusal.ShouldSay("Sections[0].Minutes", "A section has 0 to 240");
        Set("Ours", [new((SectionKind)99, "A", 1)])
            .Refusal.ShouldSay("Sections[0].Kind", "Choose what the section");
    }

    [Fact]
    public void A_template_is_kept_as_not_begun_whatever_it_is_made_from() =>
        Set("Ours", [new(SectionKind.Other, " A ", 3, StopState.Done, 90)])
            .Value.Sections.ShouldBe([new AgendaSection(SectionKind.Other, "A", 3)]);

    private static AgendaTemplate Other { get; } =
        Set(
            "Short",
            [new(SectionKind.Issues, "Issues", 30), new(SectionKind.Other, "Close", 5)]
        ).Value;

    private static Throughline.Domain.Shared.Result<AgendaTemplate> Set(
        string name,
        IReadOnlyList<AgendaSection> sections
    ) => AgendaTemplate.Set(School, 2, name, sections, Ana, Start);

    private static string Order(Meeting meeting) =>
        string.Join(' ', meeting.Stops().Where(s => s.Item is not null).Select(s => s.Title));

    private static void Refused(ItemPlan plan, string field) =>
        WithAgenda().Submit(plan, null, Ana, Start).Refusal!.Field.ShouldBe(field);
}
