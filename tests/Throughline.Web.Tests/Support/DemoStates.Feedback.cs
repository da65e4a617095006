using static Throughline.Data.Demo.DemoDistrict;

namespace Throughline.Web.Tests.Support;

/// <content>Feedback on meetings, and looking back on a term.</content>
public static partial class DemoStates
{
    private static IReadOnlyList<DemoState> Feedback { get; } =
    [
        new("feedback", "facilitator", $"/{Lincoln}/meetings/feedback"),
        new("feedback, as a member", "member", $"/{Lincoln}/meetings/feedback"),
        new("feedback, to be chosen", RooseveltPrincipal, $"/{Roosevelt}/meetings/feedback"),
        new("feedback to give", "member", $"/{Lincoln}/meetings/{{last}}/feedback"),
        new(
            "feedback to give, refused",
            "member",
            $"/{Lincoln}/meetings/{{last}}/feedback",
            Press: "Send it without my name"
        ),
        new("feedback that waits", "facilitator", $"/{Lincoln}/meetings/{{last}}/feedback"),
        new("feedback of two meetings", "facilitator", $"/{Lincoln}/meetings/3/feedback"),
        new("feedback read with another’s", "member", $"/{Lincoln}/meetings/2/feedback"),
        new("feedback to read", "facilitator", $"/{Lincoln}/meetings/1/feedback"),
        new(
            "feedback, a theme refused",
            "facilitator",
            $"/{Lincoln}/meetings/1/feedback",
            Press: "Write it down"
        ),
        new("feedback, not started", "member", $"/{Lincoln}/meetings/{{meeting}}/feedback"),
        new("feedback by name", TubmanMember, $"/{Tubman}/meetings/1/feedback"),
        new("theme of feedback", "facilitator", $"/{Lincoln}/meetings/1/feedback/themes/1"),
        new(
            "theme without an answer",
            "facilitator",
            $"/{Lincoln}/meetings/{{meeting}}/feedback/themes/{{open}}"
        ),
        new("reflection", "facilitator", $"/{Lincoln}/meetings/reflections"),
        new("reflection, none yet", RooseveltPrincipal, $"/{Roosevelt}/meetings/reflections"),
        new(
            "reflection, questions to ask",
            "facilitator",
            $"/{Lincoln}/assessments/new?instrument=team-reflection"
        ),
        new("thinking map", "member", $"/{Lincoln}/meetings/reflections/maps/2"),
        new("thinking map, closed", "member", $"/{Lincoln}/meetings/reflections/maps/1"),
        new("thinking map to begin", "member", $"/{Lincoln}/meetings/reflections/maps/new"),
        new(
            "thinking map to begin, refused",
            "member",
            $"/{Lincoln}/meetings/reflections/maps/new",
            Press: "Begin"
        ),
        new("thinking map to write", "member", $"/{Lincoln}/meetings/reflections/maps/2/edit"),
    ];
}
