using static Throughline.Data.Demo.DemoDistrict;

namespace Throughline.Web.Tests.Support;

/// <content>The first month of an ILT.</content>
public static partial class DemoStates
{
    private const string NewPrincipal = "nathan.okoye@riverbend.example";

    private static IReadOnlyList<DemoState> FirstMonth { get; } =
    [
        new("first month, nothing there", NewPrincipal, $"/{NewSchool}/team/first-month"),
        new("first month, begun", RooseveltPrincipal, $"/{Roosevelt}/team/first-month"),
        new("first month, as a member", TubmanMember, $"/{Tubman}/team/first-month"),
        new("first month, done", "facilitator", $"/{Lincoln}/team/first-month"),
        new("my day, with the first month", RooseveltPrincipal, "/home"),
        new("team, none yet, as who leads", NewPrincipal, $"/{NewSchool}/team"),
    ];
}
