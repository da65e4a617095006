using System.Globalization;
using Throughline.Data.Demo;
using static Throughline.Data.Demo.DemoDistrict;

namespace Throughline.Web.Tests.Support;

/// <summary>A page in a state that it can be in, with the demo data as they are.</summary>
/// <param name="Name">What it is called: in test names and of pictures.</param>
/// <param name="Person">Who looks at it: a demo person, or an e-mail; null for nobody signed in.</param>
/// <param name="Path">The address; <c>{id}</c> and the like are filled in from <see cref="ExampleAddresses"/>.</param>
/// <param name="Press">A button to press with the form as it stands, to see what it says to an empty or wrong input.</param>
public sealed record DemoState(string Name, string? Person, string Path, string? Press = null)
{
    public override string ToString() => Name;
}

/// <summary>
/// Every page in every state worth looking at. Axe, pictures, the width of a phone and the count of database commands
/// are tried on each; a page without a state fails a test.
/// </summary>
public static class DemoStates
{
    private const string TubmanPrincipal = "gregory.baptiste@riverbend.example";
    private const string NormsKeeper = "eileen.murphy@riverbend.example";
    private const string TubmanMember = "imani.jefferson@riverbend.example";
    private const string HighPrincipal = "lorraine.sandoval@riverbend.example";
    private const string RooseveltPrincipal = "alonzo.pickett@riverbend.example";

    public static IReadOnlyList<DemoState> All { get; } =
    [
        // Getting in
        new("sign-in", null, "/sign-in"),
        new("sign-in, refused", null, "/sign-in", Press: "Sign in"),
        new("sign-out", "member", "/sign-out"),
        new("forgot password", null, "/forgot-password"),
        new("set password, link used up", null, "/set-password"),
        new("account", "member", "/account"),
        new("daily mail", "member", "/account/daily-mail"),
        new("daily mail, link not complete", null, "/account/daily-mail?t=x"),
        new("no such page", "member", "/error/404"),
        new("failure", null, "/error/500"),
        // My day
        new("my day, with a round to finish", "member", "/home"),
        new("my day, with a pulse to answer", "teacher", "/home"),
        new("my day, nothing to do", "sit-member", "/home"),
        new("my day, leading a district", "district-leader", "/home"),
        new("my day, administrator", "admin", "/home"),
        new("my day, outside reviewer", "reviewer", "/home"),
        new("rounds asked of me", "supervisor", "/home/rounds"),
        new("rounds asked of me, outside reviewer", "reviewer", "/home/rounds"),
        new("rounds asked of me, none", "teacher", "/home/rounds"),
        // Units
        new("school", "principal", $"/{Lincoln}"),
        new("school, as a teacher", "teacher", $"/{Lincoln}"),
        new("school, new and empty", "admin", $"/{NewSchool}"),
        new("school, closed", "admin", $"/{ClosedSchool}"),
        new("district", "district-leader", $"/{District}"),
        new("district, with other words", "outsider", $"/{OtherDistrict}"),
        new("schools", "district-leader", $"/{District}/schools"),
        new("new school", "admin", $"/{District}/schools/new"),
        new("new school, refused", "admin", $"/{District}/schools/new", Press: "Add the school"),
        // Team
        new("team", "principal", $"/{Lincoln}/team"),
        new("team, as a teacher", "teacher", $"/{Lincoln}/team"),
        new("team, too small", RooseveltPrincipal, $"/{Roosevelt}/team"),
        new("team, none yet", "admin", $"/{NewSchool}/team"),
        new("team of the district", "district-leader", $"/{District}/team"),
        new("give a seat", "principal", $"/{Lincoln}/team/give-seat"),
        new("seat", "principal", $"/{Lincoln}/team/seats/{{id}}"),
        new("team, as who may raise its limit", "admin", $"/{Lincoln}/team"),
        new("who sat on the ILT", "teacher", $"/{Lincoln}/team/history"),
        new("who sat on the ILT, nobody", "admin", $"/{NewSchool}/team/history"),
        new("how many may sit on the ILT", "admin", $"/{Lincoln}/team/size"),
        new(
            "how many may sit on the ILT, refused",
            "district-leader",
            $"/{Lincoln}/team/size",
            Press: "Raise the limit"
        ),
        new("group of students", "principal", $"/{Lincoln}/team/groups/{{id}}"),
        new("group of students, new", "principal", $"/{Lincoln}/team/groups/new"),
        new(
            "group of students, refused",
            "principal",
            $"/{Lincoln}/team/groups/new",
            Press: "Add the group"
        ),
        new("responsibilities", "principal", $"/{Lincoln}/team/responsibilities"),
        new("responsibilities, as a teacher", "teacher", $"/{Lincoln}/team/responsibilities"),
        new("responsibilities, to accept", TubmanPrincipal, $"/{Tubman}/team/responsibilities"),
        new(
            "responsibilities, changing",
            "facilitator",
            $"/{Lincoln}/team/responsibilities/representative"
        ),
        new(
            "responsibilities, nothing different",
            "facilitator",
            $"/{Lincoln}/team/responsibilities/coach",
            Press: "Save the next edition"
        ),
        new("vision", "teacher", $"/{Lincoln}/team/vision"),
        new("vision, as who guides", "principal", $"/{Lincoln}/team/vision"),
        new("vision, nothing written", TubmanPrincipal, $"/{Tubman}/team/vision"),
        new("vision, no ILT", "admin", $"/{NewSchool}/team/vision"),
        new("vision, editions compared", "teacher", $"/{Lincoln}/team/vision/editions/2"),
        new("vision, first edition", "teacher", $"/{Lincoln}/team/vision/editions/1?With=0"),
        new("vision, draft", "member", $"/{Lincoln}/team/vision/draft"),
        new("vision, nothing changed to adopt", "principal", $"/{Lincoln}/team/vision/adopt"),
        new("vision, no input asked for", "member", $"/{Lincoln}/team/vision/input"),
        new("design, asked for input", "member", $"/{Lincoln}/team/design"),
        new("design, as a teacher", "teacher", $"/{Lincoln}/team/design"),
        new("design, draft", "facilitator", $"/{Lincoln}/team/design/draft"),
        new("design, writing", "facilitator", $"/{Lincoln}/team/design/draft/edit"),
        new("design, asking for input", "facilitator", $"/{Lincoln}/team/design/draft/ask"),
        new("design, giving input", "member", $"/{Lincoln}/team/design/input"),
        new(
            "design, giving input, refused",
            "member",
            $"/{Lincoln}/team/design/input",
            Press: "Send it without my name"
        ),
        new(
            "design, not to be adopted yet",
            "principal",
            $"/{Lincoln}/team/design/adopt",
            Press: "Adopt it"
        ),
        new("norms, signed", "member", $"/{Lincoln}/team/norms"),
        new("norms, to revisit", "facilitator", $"/{Lincoln}/team/norms"),
        new("norms, to sign", "ben.yazzie@riverbend.example", $"/{Lincoln}/team/norms"),
        new("norms, revisiting", "facilitator", $"/{Lincoln}/team/norms/revisit"),
        new("norms, draft with input by name", "facilitator", $"/{Lincoln}/team/norms/draft"),
        new("norms, writing", "facilitator", $"/{Lincoln}/team/norms/draft/edit"),
        new("norms, poster", "teacher", $"/{Lincoln}/team/norms/poster"),
        new("norms, my copy", "member", $"/{Lincoln}/team/norms/copy"),
        new(
            "norms, my copy, not signed",
            "ben.yazzie@riverbend.example",
            $"/{Lincoln}/team/norms/copy"
        ),
        new("norms keeper", "facilitator", $"/{Lincoln}/team/norms/keeper"),
        new("norms keeper, as a teacher", "teacher", $"/{Lincoln}/team/norms/keeper"),
        new("norms keeper, nobody", TubmanPrincipal, $"/{Tubman}/team/norms/keeper"),
        new("other teams", "teacher", $"/{Lincoln}/team/other-teams"),
        new("other teams, as who keeps them", "principal", $"/{Lincoln}/team/other-teams"),
        new("other teams, none", TubmanPrincipal, $"/{Tubman}/team/other-teams"),
        new("other team", "principal", $"/{Lincoln}/team/other-teams/{{id}}"),
        new("other team, new", "principal", $"/{Lincoln}/team/other-teams/new"),
        new(
            "other team, refused",
            "principal",
            $"/{Lincoln}/team/other-teams/new",
            Press: "Add the team"
        ),
        // Assessments
        new("rounds", "principal", $"/{Lincoln}/assessments"),
        new("rounds, as a member", "member", $"/{Lincoln}/assessments"),
        new("rounds, none here yet", "outsider", $"/{OtherDistrict}/assessments"),
        new("new round", "principal", $"/{Lincoln}/assessments/new"),
        new(
            "new round, refused",
            "principal",
            $"/{Lincoln}/assessments/new",
            Press: "Open the round"
        ),
        new("new round of the district", "district-leader", $"/{District}/assessments/new"),
        new("round of the district, open", "district-leader", Round(DemoRounds.OpenDistrict)),
        new("round about oneself", RooseveltPrincipal, Round(DemoRounds.OwnReflection)),
        new("asking the district", "principal", Round(DemoRounds.Open, "/ask")),
        new(
            "asking the district, refused",
            "principal",
            Round(DemoRounds.Open, "/ask"),
            Press: "Ask to rate"
        ),
        new("asking the district, closed", "principal", Round(DemoRounds.ClosedContinuum, "/ask")),
        new("asking schools", "district-leader", Round(DemoRounds.OpenDistrict, "/ask")),
        new(
            "asking schools, refused",
            "district-leader",
            Round(DemoRounds.OpenDistrict, "/ask"),
            Press: "Ask to rate"
        ),
        new(
            "asking schools, none found",
            "district-leader",
            Round(DemoRounds.OpenDistrict, "/ask?Find.Q=zzzz")
        ),
        new("inviting a reviewer", "principal", Round(DemoRounds.Open, "/reviewers")),
        new(
            "inviting a reviewer, refused",
            "principal",
            Round(DemoRounds.Open, "/reviewers"),
            Press: "Send the invitation"
        ),
        new(
            "inviting a reviewer, closed",
            "principal",
            Round(DemoRounds.ClosedContinuum, "/reviewers")
        ),
        new("reviewer", "principal", Round(DemoRounds.Open, "/reviewers/{person}")),
        new("rating, from outside", "supervisor", Round(DemoRounds.Open, "/rate")),
        new("rating, as a reviewer", "reviewer", Round(DemoRounds.Open, "/rate")),
        new("rating, about oneself", RooseveltPrincipal, Round(DemoRounds.OwnReflection, "/rate")),
        new("round, open", "principal", Round(DemoRounds.Open)),
        new("round, open, as a member", "member", Round(DemoRounds.Open)),
        new("round, without an answer", "principal", Round(DemoRounds.Fresh)),
        new("round, still to come", "principal", Round(DemoRounds.Upcoming)),
        new("round, past its last day", TubmanPrincipal, Round(DemoRounds.PastLastDay)),
        new("round, reopened", "principal", Round(DemoRounds.Reopened)),
        new("round, closed", "principal", Round(DemoRounds.ClosedContinuum)),
        new("rating, begun", "member", Round(DemoRounds.Open, "/rate")),
        new("rating, finished", "facilitator", Round(DemoRounds.Open, "/rate")),
        new("rating, not begun", "principal", Round(DemoRounds.Open, "/rate")),
        new("rating, closed", "member", Round(DemoRounds.ClosedContinuum, "/rate")),
        new("rating, still to come", "member", Round(DemoRounds.Upcoming, "/rate")),
        new("what I answered", "member", Round(DemoRounds.Open, "/rate/history")),
        new("what I answered, nothing yet", "principal", Round(DemoRounds.Open, "/rate/history")),
        new("results, rubric", "principal", Round(DemoRounds.ClosedContinuum, "/results")),
        new("results, scale", "member", Round(DemoRounds.ClosedLastYear, "/results")),
        new("results, not closed yet", "principal", Round(DemoRounds.Open, "/results")),
        new("results, reopened", "principal", Round(DemoRounds.Reopened, "/results")),
        new("results, in words", TubmanPrincipal, Round(DemoRounds.ClosedReflection, "/results")),
        new(
            "results, earlier ones stay",
            HighPrincipal,
            Round(DemoRounds.EarlierResultStays, "/results")
        ),
        new("results, warnings among them", "member", Round(DemoRounds.ClosedMarks, "/results")),
        new(
            "results, two perspectives",
            "principal",
            Round(DemoRounds.TwoPerspectives, "/results")
        ),
        new(
            "results, compared with no round",
            "member",
            Round(DemoRounds.TwoPerspectives, "/results?with=0")
        ),
        new(
            "results, outside too few",
            TubmanPrincipal,
            Round(DemoRounds.OutsideTooFew, "/results")
        ),
        new("results, too few", RooseveltPrincipal, Round(DemoRounds.TooFewAnswers, "/results")),
        new(
            "results of the district",
            "district-leader",
            Round(DemoRounds.ClosedDistrict, "/results")
        ),
        new("agreement", "facilitator", Agreement()),
        new("agreement, as a member", "member", Agreement()),
        new(
            "agreement, nothing to agree on yet",
            "principal",
            Round(DemoRounds.Open, "/agreement")
        ),
        new("agreement, not begun", "principal", Round(DemoRounds.ClosedLastYear, "/agreement")),
        new("agreement, reopened", "principal", Round(DemoRounds.Reopened, "/agreement")),
        new(
            "agreement, in words",
            TubmanPrincipal,
            Round(DemoRounds.ClosedReflection, "/agreement")
        ),
        new("agreed item", "facilitator", Agreement("/1")),
        new("agreed item, as a member", "member", Agreement("/1")),
        new("agreed item, no agreement yet", "facilitator", Agreement("/3")),
        new("agreed item, not talked about", "facilitator", Agreement("/5")),
        new("agreed item, refused", "facilitator", Agreement("/5"), Press: "Save"),
        new("agreed item, reopened", "principal", Round(DemoRounds.Reopened, "/agreement/1")),
        new(
            "agreed item, too few ratings",
            RooseveltPrincipal,
            Round(DemoRounds.TooFewAnswers, "/agreement/1")
        ),
        new(
            "agreed item, a question",
            TubmanPrincipal,
            Round(DemoRounds.ClosedReflection, "/agreement/1")
        ),
        new("projector", "facilitator", Agreement("/1/projector")),
        new("projector, no agreement yet", "member", Agreement("/3/projector")),
        new(
            "projector, a question",
            TubmanPrincipal,
            Round(DemoRounds.ClosedReflection, "/agreement/1/projector")
        ),
        // Meet
        new("meetings", "facilitator", $"/{Lincoln}/meetings"),
        new("meetings, as a member", "member", $"/{Lincoln}/meetings"),
        new("meetings, none yet", RooseveltPrincipal, $"/{Roosevelt}/meetings"),
        new("rhythm", "facilitator", $"/{Lincoln}/meetings/rhythm"),
        new("rhythm, to be set", RooseveltPrincipal, $"/{Roosevelt}/meetings/rhythm"),
        new(
            "rhythm, refused",
            RooseveltPrincipal,
            $"/{Roosevelt}/meetings/rhythm",
            Press: "Set the rhythm and plan the meetings"
        ),
        new("rhythm, as a member", "member", $"/{Lincoln}/meetings/rhythm"),
        new("agenda", "facilitator", $"/{Lincoln}/meetings/agenda"),
        new("agenda, to be chosen", RooseveltPrincipal, $"/{Roosevelt}/meetings/agenda"),
        new(
            "agenda, one chosen",
            RooseveltPrincipal,
            $"/{Roosevelt}/meetings/agenda?ready=every-week"
        ),
        new("agenda, as a member", "member", $"/{Lincoln}/meetings/agenda"),
        new("calendar of meetings", "facilitator", $"/{Lincoln}/meetings/calendar"),
        new("one more meeting", "facilitator", $"/{Lincoln}/meetings/new"),
        new(
            "one more meeting, refused",
            "facilitator",
            $"/{Lincoln}/meetings/new",
            Press: "Plan the meeting"
        ),
        new("meeting to come", "facilitator", $"/{Lincoln}/meetings/{{meeting}}"),
        new("meeting to come, as a member", "member", $"/{Lincoln}/meetings/{{meeting}}"),
        new("meeting to move", "facilitator", $"/{Lincoln}/meetings/{{meeting}}/move"),
        new("item to bring", "member", $"/{Lincoln}/meetings/{{meeting}}/items/new"),
        new(
            "item to bring, refused",
            "member",
            $"/{Lincoln}/meetings/{{meeting}}/items/new",
            Press: "Put it on the agenda"
        ),
        new("bring, no meeting planned", RooseveltPrincipal, $"/{Roosevelt}/meetings/bring"),
        new("item of an agenda", "facilitator", $"/{Lincoln}/meetings/{{meeting}}/items/1"),
        new("roles of a meeting", "facilitator", $"/{Lincoln}/meetings/{{meeting}}/roles"),
        new("meeting that is on", TubmanPrincipal, $"/{Tubman}/meetings/1"),
        new("meeting that is on, as a member", TubmanMember, $"/{Tubman}/meetings/1"),
        new("meeting on a screen", TubmanPrincipal, $"/{Tubman}/meetings/1/screen"),
        new("clock of a meeting", TubmanPrincipal, $"/{Tubman}/meetings/1/clock"),
        new("who is here", TubmanPrincipal, $"/{Tubman}/meetings/1/attendance"),
        new("notes of a part", TubmanPrincipal, $"/{Tubman}/meetings/1/notes/s3"),
        new("meeting that is over", "member", $"/{Lincoln}/meetings/1"),
        // Evidence
        new("evidence to add", "facilitator", Agreement("/1/evidence")),
        new(
            "evidence to add, refused",
            "facilitator",
            Agreement("/1/evidence"),
            Press: "Add the link"
        ),
        new("evidence", "facilitator", Agreement("/4/evidence/{evidence}")),
        new("making an action", "facilitator", Agreement("/1/action")),
        // Staff pulse
        new("pulses", "principal", $"/{Lincoln}/assessments/pulses"),
        new("pulses, as a teacher", "teacher", $"/{Lincoln}/assessments/pulses"),
        new("pulses, none yet", HighPrincipal, $"/{High}/assessments/pulses"),
        new("pulses, too few staff", "district-leader", $"/{District}/assessments/pulses"),
        new("pulse, open", "principal", Pulse(DemoPulse.Open)),
        new("pulse, open, as a teacher", "teacher", Pulse(DemoPulse.Open)),
        new("pulse, past its last day", TubmanPrincipal, Pulse(DemoPulse.PastLastDay)),
        new("pulse, closed", "principal", Pulse(DemoPulse.Closed)),
        new("pulse, closed, as a teacher", "teacher", Pulse(DemoPulse.Closed)),
        new("pulse, too few answers", RooseveltPrincipal, Pulse(DemoPulse.TooFew)),
        new("answering the pulse", "teacher", Pulse(DemoPulse.Open, "/answer")),
        new(
            "answering the pulse, refused",
            "teacher",
            Pulse(DemoPulse.Open, "/answer"),
            Press: "Send my answers"
        ),
        new("answering the pulse, done", "sit-member", Pulse(DemoPulse.Open, "/answer")),
        new("answering the pulse, closed", "teacher", Pulse(DemoPulse.Closed, "/answer")),
        new("instruments", "principal", $"/{Lincoln}/assessments/instruments"),
        new(
            "instruments of the district",
            "district-leader",
            $"/{District}/assessments/instruments"
        ),
        new("instrument, rubric", "member", $"/{Lincoln}/assessments/instruments/ilt-continuum/1"),
        new("instrument, scale", "member", $"/{Lincoln}/assessments/instruments/school-ilt/1"),
        new(
            "instrument, with warnings",
            "member",
            $"/{Lincoln}/assessments/instruments/team-marks/1"
        ),
        new(
            "instrument, checklist",
            "member",
            $"/{Lincoln}/assessments/instruments/pitfalls-check/1"
        ),
        new(
            "instrument, questions",
            "principal",
            $"/{Lincoln}/assessments/instruments/principal-reflection/1"
        ),
        new("load an instrument", "district-leader", $"/{District}/assessments/instruments/load"),
        // Work
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
        // Settings
        new("settings of a school", "principal", $"/{Lincoln}/settings"),
        new("settings of the district", "admin", $"/{District}/settings"),
        new("settings, as a teacher", "teacher", $"/{Lincoln}/settings"),
        new("who may do what", "teacher", $"/{Lincoln}/settings/access"),
        new("what changed", "principal", $"/{Lincoln}/settings/audit"),
        new("what changed in the district", "admin", $"/{District}/settings/audit"),
        new("what changed about people", "admin", $"/{District}/settings/audit?Kind=Person"),
        new("what changed in actions", "principal", $"/{Lincoln}/settings/audit?Kind=ActionStep"),
        new("calendar of a school", "principal", $"/{Lincoln}/settings/calendar"),
        new("calendar of the district", "admin", $"/{District}/settings/calendar"),
        new("calendar, from a file", "admin", $"/{District}/settings/calendar/import"),
        new("school year", "admin", $"/{District}/settings/calendar/years/{{id}}"),
        new("school year, new", "admin", $"/{District}/settings/calendar/years"),
        new("day out of the ordinary", "admin", $"/{District}/settings/calendar/{{day}}"),
        new("closing a school", "admin", $"/{Lincoln}/settings/closure"),
        new("closing a school, closed", "admin", $"/{ClosedSchool}/settings/closure"),
        new("people of a school", "principal", $"/{Lincoln}/settings/people"),
        new("people of the district", "admin", $"/{District}/settings/people"),
        new("people, outside reviewers", "admin", $"/{District}/settings/people?Show=Reviewers"),
        new("people, nobody found", "admin", $"/{District}/settings/people?q=zzzzzz"),
        new("inviting", "principal", $"/{Lincoln}/settings/people/invite"),
        new("new person", "principal", $"/{Lincoln}/settings/people/new"),
        new("person", "principal", $"/{Lincoln}/settings/people/{{id}}"),
        new("person, leaving", "principal", $"/{Lincoln}/settings/people/{{id}}/presence"),
        new("person, roles", "principal", $"/{Lincoln}/settings/people/{{id}}/roles"),
        new("instructional teams", "principal", $"/{Lincoln}/settings/teams"),
        new("instructional teams, none", "admin", $"/{NewSchool}/settings/teams"),
        new("instructional team", "principal", $"/{Lincoln}/settings/teams/{{id}}"),
        new("instructional team, new", "principal", $"/{Lincoln}/settings/teams/new"),
        new(
            "instructional team, dissolving",
            "principal",
            $"/{Lincoln}/settings/teams/{{id}}/dissolve"
        ),
        new("roster", "admin", $"/{District}/settings/roster"),
        new("roster, to apply", "admin", $"/{District}/settings/roster/{{import}}"),
    ];

    /// <summary>The address with its parameters filled in.</summary>
    public static async Task<string> PathAsync(TestApp app, DemoState state)
    {
        if (!state.Path.Contains('{', StringComparison.Ordinal))
        {
            return state.Path;
        }

        var unit = state.Path.Split('/')[1];
        var page = new PageEndpoint(
            "/{unit}" + state.Path[(unit.Length + 1)..],
            "GET",
            null,
            Shows: true
        );
        return (await ExampleAddresses.OfAsync(app, page, unit, unit))[0].Path;
    }

    /// <summary>Pages that are in no state above.</summary>
    public static async Task<IReadOnlyList<string>> UncoveredAsync(TestApp app)
    {
        var templates = (await PageEndpoints.OfAsync(app.Services))
            .Where(e => e is { Method: "GET", Handler: null })
            .Select(e => e.Template)
            // Leads to sign-in or to my day and shows nothing.
            .Where(t => t != "/")
            .ToList();
        var covered = All.Select(s => s.Path.Split('?')[0])
            .Select(path =>
                templates
                    .Where(t => Matches(t, path))
                    // The address with more words of its own wins, as in routing.
                    .MaxBy(t => t.Split('/').Count(s => !PageEndpoint.IsParameter(s)))
            )
            .ToHashSet(StringComparer.Ordinal);
        return [.. templates.Where(t => !covered.Contains(t))];
    }

    private static bool Matches(string template, string path)
    {
        var words = template.Split('/');
        var parts = path.Split('/');
        return words.Zip(parts).All(p => PageEndpoint.IsParameter(p.First) || p.First == p.Second)
            // The last parameter may be left out: /years is /years/{id} for a new one.
            && (
                words.Length == parts.Length
                || (words.Length == parts.Length + 1 && PageEndpoint.IsParameter(words[^1]))
            );
    }

    private static string ToDo(int number) =>
        string.Create(CultureInfo.InvariantCulture, $"/{Lincoln}/work/todos/{number}");

    private static string Rock(int number) =>
        string.Create(CultureInfo.InvariantCulture, $"/{Lincoln}/work/rocks/{number}");

    private static string Decision(int number) =>
        string.Create(CultureInfo.InvariantCulture, $"/{Lincoln}/work/decisions/{number}");

    private static string Agreement(string below = "") =>
        Round(DemoRounds.ClosedContinuum, "/agreement" + below);

    private static string Action(int number) =>
        string.Create(CultureInfo.InvariantCulture, $"/{Lincoln}/work/actions/{number}");

    private static string Issue(int number) =>
        string.Create(CultureInfo.InvariantCulture, $"/{Lincoln}/work/issues/{number}");

    private static string Pulse(DemoRoundAddress pulse, string below = "") =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"/{pulse.Unit}/assessments/pulses/{pulse.Number}{below}"
        );

    private static string Round(DemoRoundAddress round, string below = "") =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"/{round.Unit}/assessments/{round.Number}{below}"
        );
}
