using Throughline.Domain.Shared;
using Throughline.Domain.Tests.Shared;
using Throughline.Domain.Work;
using static Throughline.Domain.Tests.Units.Places;

namespace Throughline.Domain.Tests.Work;

public class ToDoTests
{
    private static readonly DateOnly Today = new(2026, 11, 20);
    private static readonly Guid Me = SomeId(1);
    private static readonly WorkOwner Theo = new(SomeId(2), "Theo Lindqvist", true, false);
    private static readonly WorkPlan Plan = new("Call the bus depot", null, Theo, Today.AddDays(7));

    [Fact]
    public void A_to_do_has_one_owner_and_knows_the_meeting_at_which_it_was_taken()
    {
        var meeting = SomeId(5);
        var toDo = ToDo.Add(School, 3, Plan, meeting, Me, Today, Now).Value;

        (toDo.Number, toDo.OwnerId, toDo.MeetingId, toDo.Status).ShouldBe(
            (3, Theo.PersonId, meeting, WorkStatus.NotStarted)
        );
        toDo.AsThing()
            .ShouldBe(new ThingFace(ThingKind.ToDo, 3, "Call the bus depot", ThingStatus.Open));
    }

    [Fact]
    public void A_to_do_is_open_done_or_dropped_and_never_in_between()
    {
        var toDo = Added();
        toDo.Move(WorkStatus.UnderWay, Me, Now)
            .Refusal.ShouldSay("Status", "Choose how far the to-do is.");

        toDo.Move(WorkStatus.Done, Theo.PersonId, Now).IsOk.ShouldBeTrue();
        toDo.EndedAt.ShouldBe(Now);
        toDo.Move(WorkStatus.Done, Me, Now)
            .Refusal.ShouldSay(null, "Someone was quicker: the to-do stands there already.");
        toDo.Move(WorkStatus.NotStarted, Me, Now).IsOk.ShouldBeTrue();
        (toDo.IsOpen, toDo.EndedAt).ShouldBe((true, null));
        toDo.Drop(" ", Me, Now).Refusal.ShouldSay("Reason", "Enter why the team drops this to-do.");
        toDo.Drop("Not needed.", Me, Now).IsOk.ShouldBeTrue();
        toDo.Change(Plan, Today).Refusal.ShouldSay(null, "This to-do is over. Open it again");
        toDo.Notes.Select(n => n.MovedTo)
            .ShouldBe([WorkStatus.Done, WorkStatus.NotStarted, WorkStatus.Dropped]);
        toDo.Notes.ShouldAllBe(n => n.WorkId == toDo.Id && n.DistrictId == School.DistrictId);
    }

    [Fact]
    public void A_to_do_refuses_what_an_action_step_refuses()
    {
        ToDo.Add(School, 1, Plan with { Title = " " }, null, Me, Today, Now)
            .Refusal.ShouldSay("Title", "Enter what will be done.");
        ToDo.Add(School, 1, Plan with { Owner = null }, null, Me, Today, Now)
            .Refusal.ShouldSay("OwnerId", "Choose who will do it.");
        ToDo.Add(School, 1, Plan with { DueOn = Today.AddDays(-1) }, null, Me, Today, Now)
            .Refusal.ShouldSay("DueOn", "That day has gone by.");
        ToDo.Add(School, 1, Plan with { DueOn = DateOnly.MaxValue }, null, Me, Today, Now)
            .Refusal.ShouldSay("DueOn", "That day is more than 5 years away");
    }

    private static ToDo Added() => ToDo.Add(School, 3, Plan, null, Me, Today, Now).Value;
}
