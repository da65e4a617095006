using System.Globalization;
using Throughline.Data.Demo;
using static Throughline.Data.Demo.DemoDistrict;

namespace Throughline.Web.Tests.Support;

/// <content>What people carry, what the team decides, issues, and what staff raise.</content>
public static partial class DemoStates
{
    private static IReadOnlyList<DemoState> Carried { get; } =
    [
        new("action steps", "principal", $"/{Lincoln}/work/actions"),
        new("action steps, done", "member", $"/{Lincoln}/work/actions?status=3"),
        new("action steps, none fit", "member", $"/{Lincoln}/work/actions?status=4"),
        new("action steps, none yet", TubmanPrincipal, $"/{Tubman}/work/actions"),
        new("action step, overdue", "member", Action(DemoActions.Overdue)),
        new("action step, under way", "facilitator", Action(DemoActions.UnderWay)),
        new("action step, done", "principal", Action(DemoActions.Done)),
        new("action step, refused", "member", Action(DemoActions.Overdue), Press: "Add the note"),
        new("action step, changing", "principal", Action(DemoActions.UnderWay) + "/edit"),
        new("new action step", "principal", $"/{Lincoln}/work/actions/new"),
        new(
            "new action step, refused",
            "principal",
            $"/{Lincoln}/work/actions/new",
            Press: "Add the action step"
        ),
        new("to-dos", "principal", $"/{Lincoln}/work/todos"),
        new("to-dos, done", "member", $"/{Lincoln}/work/todos?status=3"),
        new("to-dos, none yet", TubmanPrincipal, $"/{Tubman}/work/todos"),
        new("to-do, overdue", "member", ToDo(DemoToDos.Overdue)),
        new("to-do, open", "facilitator", ToDo(DemoToDos.Open)),
        new("to-do, done", "principal", ToDo(DemoToDos.Done)),
        new("to-do, dropped", "principal", ToDo(DemoToDos.Dropped)),
        new("to-do, refused", "member", ToDo(DemoToDos.Overdue), Press: "Add the note"),
        new("to-do, changing", "principal", ToDo(DemoToDos.Open) + "/edit"),
        new("new to-do", "principal", $"/{Lincoln}/work/todos/new"),
        new(
            "new to-do, refused",
            "principal",
            $"/{Lincoln}/work/todos/new",
            Press: "Add the to-do"
        ),
        new("rocks", "principal", $"/{Lincoln}/work/rocks"),
        new("rocks, over", "member", $"/{Lincoln}/work/rocks?show=over"),
        new("rocks, none yet", TubmanPrincipal, $"/{Tubman}/work/rocks"),
        new("rock, on track", "member", Rock(DemoRocks.OnTrack)),
        new("rock, off track", "facilitator", Rock(DemoRocks.OffTrack)),
        new("rock, done", "principal", Rock(DemoRocks.Done)),
        new("rock, nearly over", "principal", Rock(DemoRocks.NearlyOver)),
        new("rock, refused", "member", Rock(DemoRocks.OnTrack), Press: "Say so"),
        new("rock, changing", "principal", Rock(DemoRocks.OnTrack) + "/edit"),
        new("new rock", "principal", $"/{Lincoln}/work/rocks/new"),
        new("new rock, like another", "principal", $"/{Lincoln}/work/rocks/new?like=meetings"),
        new(
            "new rock, refused",
            "principal",
            $"/{Lincoln}/work/rocks/new",
            Press: "Begin the rock"
        ),
    ];

    private static IReadOnlyList<DemoState> Decisions { get; } =
    [
        new("decisions", "principal", $"/{Lincoln}/work/decisions"),
        new("decisions, as a teacher", "teacher", $"/{Lincoln}/work/decisions"),
        new("decisions, none fit", "member", $"/{Lincoln}/work/decisions?status=2&before=1"),
        new("decisions, none yet", TubmanPrincipal, $"/{Tubman}/work/decisions"),
        new("decision, by consensus", "member", Decision(DemoDecisions.Consensus)),
        new("decision, as a teacher", "teacher", Decision(DemoDecisions.AgainstAdvice)),
        new("decision, against the advice", "member", Decision(DemoDecisions.AgainstAdvice)),
        new("decision, withdrawn", "member", Decision(DemoDecisions.Withdrawn)),
        new("decision, hands shown", "facilitator", Decision(DemoDecisions.Shown)),
        new("decision, hands asked for", "member", Decision(DemoDecisions.HandsOpen)),
        new(
            "decision, hand refused",
            "member",
            Decision(DemoDecisions.HandsOpen),
            Press: "Raise my hand"
        ),
        new("decision, secret hands", "facilitator", Decision(DemoDecisions.Secret)),
        new("decision, proposed", "member", Decision(DemoDecisions.Proposed)),
        new("decision, changing", "member", Decision(DemoDecisions.Proposed) + "/edit"),
        new(
            "decision, counting at the table",
            "facilitator",
            Decision(DemoDecisions.HandsOpen) + "/table"
        ),
        new(
            "decision, counting at the table, refused",
            "facilitator",
            Decision(DemoDecisions.HandsOpen) + "/table",
            Press: "Keep these counts"
        ),
        new("decision, taking it", "principal", Decision(DemoDecisions.Shown) + "/decide"),
        new(
            "decision, taking it, refused",
            "principal",
            Decision(DemoDecisions.Shown) + "/decide",
            Press: "Take the decision"
        ),
        new(
            "decision, taking it, as facilitator",
            "facilitator",
            Decision(DemoDecisions.Shown) + "/decide"
        ),
        new("new decision", "member", $"/{Lincoln}/work/decisions/new"),
        new(
            "new decision, refused",
            "member",
            $"/{Lincoln}/work/decisions/new",
            Press: "Propose it"
        ),
    ];

    private static IReadOnlyList<DemoState> Issues { get; } =
    [
        new("issues", "member", $"/{Lincoln}/work/issues"),
        new("issues, as who keeps the norms", NormsKeeper, $"/{Lincoln}/work/issues"),
        new("issues, parked", "principal", $"/{Lincoln}/work/issues?show=parked"),
        new("issues, solved", "member", $"/{Lincoln}/work/issues?show=solved"),
        new("issues, sent on", "member", $"/{Lincoln}/work/issues?show=sent"),
        new("issues, none yet", TubmanPrincipal, $"/{Tubman}/work/issues"),
        new("issue, open", "member", Issue(DemoIssue.Open)),
        new("issue, flagged, as who keeps the norms", NormsKeeper, Issue(DemoIssue.Flagged)),
        new(
            "issue, instructional or not",
            NormsKeeper,
            Issue(DemoIssue.Flagged) + "/instructional"
        ),
        new(
            "issue, instructional or not, refused",
            NormsKeeper,
            Issue(DemoIssue.Flagged) + "/instructional",
            Press: "Not instructional: send it on"
        ),
        new(
            "issue, instructional or not, sent on",
            NormsKeeper,
            Issue(DemoIssue.SentOn) + "/instructional"
        ),
        new("issue, flagged, as who flagged it", "member", Issue(DemoIssue.Flagged)),
        new("issue, from staff", "principal", Issue(DemoIssue.FromStaff)),
        new("issue, parked", "member", Issue(DemoIssue.Parked)),
        new("issue, its day has come", "member", Issue(DemoIssue.Due)),
        new("issue, solved", "member", Issue(DemoIssue.Solved)),
        new("issue, sent on", "facilitator", Issue(DemoIssue.SentOn)),
        new("issue, closed", "member", Issue(DemoIssue.Closed)),
        new("issue, refused", "member", Issue(DemoIssue.Open), Press: "Park the issue"),
        new("issue, changing", "member", Issue(DemoIssue.Open) + "/edit"),
        new("new issue", "member", $"/{Lincoln}/work/issues/new"),
        new(
            "new issue, refused",
            "member",
            $"/{Lincoln}/work/issues/new",
            Press: "Raise the issue"
        ),
        new("what I raised", "teacher", $"/{Lincoln}/work/raised"),
        new("what I raised, nothing yet", "sit-member", $"/{Lincoln}/work/raised"),
        new("raising something", "teacher", $"/{Lincoln}/work/raised/new"),
        new("raising something, in no team", "sit-member", $"/{Lincoln}/work/raised/new"),
        new("raising something, on the ILT", "member", $"/{Lincoln}/work/raised/new"),
        new(
            "raising something, refused",
            "teacher",
            $"/{Lincoln}/work/raised/new",
            Press: "Send it"
        ),
        new("raised, as its sender", "teacher", $"/{Lincoln}/work/raised/{{matter}}"),
        new("raised, to be answered", "member", $"/{Lincoln}/work/raised/{{matter}}"),
        new(
            "raised, answer refused",
            "member",
            $"/{Lincoln}/work/raised/{{matter}}",
            Press: "Send the answer"
        ),
    ];

    private static string ToDo(int number) =>
        string.Create(CultureInfo.InvariantCulture, $"/{Lincoln}/work/todos/{number}");

    private static string Rock(int number) =>
        string.Create(CultureInfo.InvariantCulture, $"/{Lincoln}/work/rocks/{number}");

    private static string Decision(int number) =>
        string.Create(CultureInfo.InvariantCulture, $"/{Lincoln}/work/decisions/{number}");

    private static string Action(int number) =>
        string.Create(CultureInfo.InvariantCulture, $"/{Lincoln}/work/actions/{number}");

    private static string Issue(int number) =>
        string.Create(CultureInfo.InvariantCulture, $"/{Lincoln}/work/issues/{number}");
}
