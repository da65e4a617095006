using FsCheck;
using FsCheck.Fluent;
using Throughline.Domain.Shared;
using Throughline.Domain.Tests.Shared;
using Throughline.Domain.Work;
using static Throughline.Domain.Tests.Units.Places;

namespace Throughline.Domain.Tests.Work;

public class ActionStepTests
{
    private static readonly DateOnly Today = new(2026, 11, 20);
    private static readonly Guid Me = SomeId(1);
    private static readonly WorkOwner Theo = new(SomeId(2), "Theo Lindqvist", true, false);

    private static readonly WorkPlan Plan = new(
        "Read the purpose with each grade team",
        "Our teams cannot say it.",
        Theo,
        Today.AddDays(14)
    );

    [Fact]
    public void A_step_says_what_why_who_and_by_when_and_is_not_started()
    {
        var step = Added(Plan);

        step.Title.ShouldBe("Read the purpose with each grade team");
        step.Why.ShouldBe("Our teams cannot say it.");
        step.OwnerId.ShouldBe(Theo.PersonId);
        step.DueOn.ShouldBe(Today.AddDays(14));
        step.Status.ShouldBe(WorkStatus.NotStarted);
        step.AddedById.ShouldBe(Me);
        step.Number.ShouldBe(7);
        (step.UnitId, step.DistrictId).ShouldBe((School.Id, School.DistrictId));
    }

    [Fact]
    public void Nothing_to_do_is_no_step()
    {
        Refused(Plan with { Title = " \n" }, "Title");
        Refused(Plan with { Title = new string('x', ActionStep.LongestTitle + 1) }, "Title");
        Refused(Plan with { Why = new string('x', ActionStep.LongestWhy + 1) }, "Why");
        Added(Plan with { Why = "  " }).Why.ShouldBeNull();
    }

    [Fact]
    public void A_day_gone_by_is_refused_and_today_is_not()
    {
        Refused(Plan with { DueOn = Today.AddDays(-1) }, "DueOn");
        Refused(Plan with { DueOn = null }, "DueOn");
        Added(Plan with { DueOn = Today }).DueOn.ShouldBe(Today);
    }

    [Fact]
    public void Only_someone_who_is_here_can_carry_a_step()
    {
        Refused(Plan with { Owner = null }, "OwnerId");
        Refused(Plan with { Owner = Theo with { HasLeft = true } }, "OwnerId")
            .ShouldContain("Theo Lindqvist has left");
        Refused(Plan with { Owner = Theo with { IsHere = false } }, "OwnerId")
            .ShouldContain("neither to the staff here nor to the ILT");
    }

    [Fact]
    public void What_a_step_says_can_be_put_better_after_its_day_and_its_owner_have_gone()
    {
        var step = Added(Plan);
        var later = Today.AddDays(30);

        step.Change(
                Plan with
                {
                    Title = "Read it aloud",
                    Owner = Theo with { HasLeft = true, IsHere = false },
                },
                later
            )
            .IsOk.ShouldBeTrue();
        step.Title.ShouldBe("Read it aloud");
        step.Change(Plan with { DueOn = later.AddDays(-1) }, later)
            .Refusal!.Field.ShouldBe("DueOn");
        step.Change(Plan with { Owner = new WorkOwner(SomeId(3), "Gone", true, true) }, later)
            .Refusal!.Field.ShouldBe("OwnerId");
    }

    [Fact]
    public void Each_move_leaves_a_line_and_the_end_has_its_time()
    {
        var step = Added(Plan);

        step.Move(WorkStatus.UnderWay, Theo.PersonId, Now.AddDays(1)).IsOk.ShouldBeTrue();
        step.EndedAt.ShouldBeNull();
        step.Move(WorkStatus.Done, Theo.PersonId, Now.AddDays(2)).IsOk.ShouldBeTrue();
        step.EndedAt.ShouldBe(Now.AddDays(2));
        step.IsOpen.ShouldBeFalse();
        step.Move(WorkStatus.UnderWay, Me, Now.AddDays(3)).IsOk.ShouldBeTrue();
        step.EndedAt.ShouldBeNull();

        step.Notes.Select(n => (n.ByPersonId, n.MovedTo))
            .ShouldBe([
                (Theo.PersonId, WorkStatus.UnderWay),
                (Theo.PersonId, WorkStatus.Done),
                (Me, WorkStatus.UnderWay),
            ]);
    }

    [Fact]
    public void A_step_that_stands_there_already_is_not_moved_again()
    {
        var step = Added(Plan);
        step.Move(WorkStatus.Done, Me, Now);
        step.Move(WorkStatus.Done, Theo.PersonId, Now).IsOk.ShouldBeFalse();
        step.Notes.Count.ShouldBe(1);
        step.Move((WorkStatus)9, Me, Now).Refusal!.Field.ShouldBe("Status");
    }

    [Fact]
    public void Dropping_needs_a_reason_which_stays()
    {
        var step = Added(Plan);
        step.Move(WorkStatus.Dropped, Me, Now).Refusal!.Field.ShouldBe("Reason");
        step.Drop(" ", Me, Now).Refusal!.Field.ShouldBe("Reason");
        step.IsOpen.ShouldBeTrue();

        step.Drop("The district does it for all schools.", Me, Now).IsOk.ShouldBeTrue();

        step.Status.ShouldBe(WorkStatus.Dropped);
        step.Notes.Single().Words.ShouldBe("The district does it for all schools.");
        step.Change(Plan, Today).IsOk.ShouldBeFalse();
    }

    [Fact]
    public void A_note_is_words_that_someone_wrote()
    {
        var step = Added(Plan);
        step.Note("  ", Me, Now).Refusal!.Field.ShouldBe("Text");
        step.Note(new string('x', ActionNote.Longest + 1), Me, Now).Refusal!.Field.ShouldBe("Text");

        step.Note("Two teams\r\nare through.", Me, Now).IsOk.ShouldBeTrue();

        step.Notes.Single().Words.ShouldBe("Two teams\nare through.");
    }

    [Fact]
    public void The_line_shows_a_step_as_it_stands()
    {
        var step = Added(Plan);
        step.AsThing()
            .ShouldBe(new ThingFace(ThingKind.ActionStep, 7, step.Title, ThingStatus.Open));
        step.Move(WorkStatus.UnderWay, Me, Now);
        step.AsThing().Status.ShouldBe(ThingStatus.UnderWay);
        step.Drop("No time.", Me, Now);
        step.AsThing().Status.ShouldBe(ThingStatus.Dropped);
        step.Move(WorkStatus.Done, Me, Now);
        step.AsThing().Status.ShouldBe(ThingStatus.Done);
    }

    [Fact]
    public void A_refused_plan_says_what_is_missing()
    {
        Refused(Plan with { Title = " " }, "Title").ShouldBe("Enter what will be done.");
        Refused(Plan with { Why = new string('x', 2001) }, "Why").ShouldStartWith("Shorten why to");
        Refused(Plan with { Owner = null }, "OwnerId").ShouldBe("Choose who will do it.");
        Refused(Plan with { DueOn = null }, "DueOn").ShouldStartWith("Enter the day");
        Refused(Plan with { DueOn = Today.AddDays(-1) }, "DueOn")
            .ShouldStartWith("That day has gone by.");
        Added(Plan with { Title = new string('x', 200), Why = new string('x', 2000) })
            .Why!.Length.ShouldBe(2000);
    }

    [Fact]
    public void What_a_step_refuses_says_what_to_do_and_changes_nothing()
    {
        var step = Added(Plan);
        step.Note(" ", Me, Now).Refusal.ShouldSay("Text", "Write the note first.");
        step.Note(new string('x', 2001), Me, Now)
            .Refusal.ShouldSay("Text", "Shorten the note to 2000 characters");
        step.Move(WorkStatus.Dropped, Me, Now)
            .Refusal.ShouldSay("Reason", "Say why the team drops this action step.");
        step.Move((WorkStatus)9, Me, Now)
            .Refusal.ShouldSay("Status", "Choose how far the action step is.");
        step.Drop(null, Me, Now)
            .Refusal.ShouldSay("Reason", "Enter why the team drops this action step.");
        step.Move(WorkStatus.NotStarted, Me, Now)
            .Refusal.ShouldSay(null, "Someone was quicker: the action step stands there already.");
        (step.Status, step.EndedAt, step.Notes.Count).ShouldBe((WorkStatus.NotStarted, null, 0));

        step.Move(WorkStatus.Done, Me, Now);
        step.Change(Plan with { Title = "Another" }, Today)
            .Refusal.ShouldSay(null, "This action step is over. Open it again");
        step.Title.ShouldBe(Plan.Title);
    }

    // However it is moved about: the end is known exactly while it is over, and every move that counts has its line.
    [Fact]
    public void Any_moves_leave_a_step_that_tells_its_own_story() =>
        Prop.ForAll(
                Gen.Choose(1, 4).ListOf().ToArbitrary(),
                moves =>
                {
                    var step = Added(Plan);
                    var counted = moves.Count(m =>
                        (
                            m == 4
                                ? step.Drop("Not now.", Me, Now)
                                : step.Move((WorkStatus)m, Me, Now)
                        ).IsOk
                    );
                    return step.Notes.Count == counted
                        && step.IsOpen == step.EndedAt is null
                        && step.Status
                            == (
                                step.Notes.Count == 0
                                    ? WorkStatus.NotStarted
                                    : step.Notes[^1].MovedTo
                            );
                }
            )
            .QuickCheckThrowOnFailure();

    private static ActionStep Added(WorkPlan plan) =>
        ActionStep.Add(School, 7, plan, Me, Today, Now).Value;

    private static string Refused(WorkPlan plan, string field)
    {
        var refusal = ActionStep.Add(School, 7, plan, Me, Today, Now).Refusal!;
        refusal.Field.ShouldBe(field);
        return refusal.Message;
    }
}
