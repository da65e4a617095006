using System.Globalization;
using Throughline.Data.Demo;
using static Throughline.Data.Demo.DemoDistrict;

namespace Throughline.Web.Tests.Support;

/// <content>Rounds, results, agreement with its evidence, the staff pulse, and instruments.</content>
public static partial class DemoStates
{
    private static IReadOnlyList<DemoState> Rounds { get; } =
    [
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
    ];

    private static IReadOnlyList<DemoState> Evidence { get; } =
    [
        new("evidence to add", "facilitator", Agreement("/1/evidence")),
        new(
            "evidence to add, refused",
            "facilitator",
            Agreement("/1/evidence"),
            Press: "Add the link"
        ),
        new("evidence", "facilitator", Agreement("/4/evidence/{evidence}")),
        new("making an action", "facilitator", Agreement("/1/action")),
    ];

    private static IReadOnlyList<DemoState> Pulses { get; } =
    [
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
    ];

    private static IReadOnlyList<DemoState> Instruments { get; } =
    [
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
    ];

    private static string Agreement(string below = "") =>
        Round(DemoRounds.ClosedContinuum, "/agreement" + below);

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
