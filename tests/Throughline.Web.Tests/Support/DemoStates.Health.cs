using static Throughline.Data.Demo.DemoDistrict;

namespace Throughline.Web.Tests.Support;

/// <content>How a team works and whose voice is heard: filled, too early and empty, and what the district sees.</content>
public static partial class DemoStates
{
    private static IReadOnlyList<DemoState> Health { get; } =
    [
        new("health", "member", $"/{Lincoln}/meetings/health"),
        new("health, as principal", "principal", $"/{Lincoln}/meetings/health"),
        new("health, too early", TubmanPrincipal, $"/{Tubman}/meetings/health"),
        new("health, no meeting yet", RooseveltPrincipal, $"/{Roosevelt}/meetings/health"),
        new("health, a figure", "member", $"/{Lincoln}/meetings/health/on-time"),
        new("health, roles", "member", $"/{Lincoln}/meetings/health/roles"),
        new("health, follow-up", "facilitator", $"/{Lincoln}/meetings/health/follow-up"),
        new("health, teams told", "member", $"/{Lincoln}/meetings/health/teams-told"),
        new(
            "health, a figure, no meeting yet",
            RooseveltPrincipal,
            $"/{Roosevelt}/meetings/health/length"
        ),
        new("health, issue from a figure", "member", $"/{Lincoln}/work/issues/new?figure=on-time"),
        new("health, rock from a figure", "member", $"/{Lincoln}/work/rocks/new?figure=follow-up"),
        new("voice", "member", $"/{Lincoln}/meetings/voice"),
        new("voice, too early", RooseveltPrincipal, $"/{Roosevelt}/meetings/voice"),
        new("health of schools", "district-leader", $"/{District}/schools/health"),
        new(
            "health of schools, by a figure",
            "supervisor",
            $"/{District}/schools/health?by=teams-told"
        ),
        new(
            "health of schools, a figure nobody shows",
            "district-leader",
            $"/{District}/schools/health?by=beyond"
        ),
    ];
}
