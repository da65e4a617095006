using Throughline.Data.Demo;
using static Throughline.Data.Demo.DemoDistrict;

namespace Throughline.Web.Tests.Support;

/// <content>Meetings before, while and after they are held.</content>
public static partial class DemoStates
{
    private static IReadOnlyList<DemoState> Meetings { get; } =
    [
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
        new("screen, not started", "facilitator", $"/{Lincoln}/meetings/{{meeting}}/screen"),
        new("screen, over", "member", $"/{Lincoln}/meetings/1/screen"),
        new("clock of a meeting", TubmanPrincipal, $"/{Tubman}/meetings/1/clock"),
        new("who is here", TubmanPrincipal, $"/{Tubman}/meetings/1/attendance"),
        new("notes of a part", TubmanPrincipal, $"/{Tubman}/meetings/1/notes/s3"),
        .. MinutesOf,
    ];
}
