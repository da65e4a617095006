using static Throughline.Data.Demo.DemoDistrict;

namespace Throughline.Web.Tests.Support;

/// <content>The inventory of a school’s meetings, empty and full, and one meeting in each place where it can stand.</content>
public static partial class DemoStates
{
    private static IReadOnlyList<DemoState> Inventory { get; } =
    [
        new("inventory", "member", $"/{Lincoln}/meetings/inventory"),
        new("inventory, as staff", "teacher", $"/{Lincoln}/meetings/inventory"),
        new("inventory, nothing yet", RooseveltPrincipal, $"/{Roosevelt}/meetings/inventory"),
        new("inventory, meeting to add", "member", $"/{Lincoln}/meetings/inventory/new"),
        new(
            "inventory, meeting to add, refused",
            "member",
            $"/{Lincoln}/meetings/inventory/new",
            Press: "Add the meeting"
        ),
        new("inventory, a meeting", "member", $"/{Lincoln}/meetings/inventory/2"),
        new("inventory, a meeting, as staff", "teacher", $"/{Lincoln}/meetings/inventory/2"),
        new(
            "inventory, a meeting, nothing proposed",
            "member",
            $"/{Lincoln}/meetings/inventory/5",
            Press: "Propose it"
        ),
        new(
            "inventory, a meeting with a proposal",
            "facilitator",
            $"/{Lincoln}/meetings/inventory/3"
        ),
        new(
            "inventory, a meeting with a proposal, refused",
            "facilitator",
            $"/{Lincoln}/meetings/inventory/3",
            Press: "Record that it holds"
        ),
        new("inventory, a meeting that was merged", "member", $"/{Lincoln}/meetings/inventory/8"),
        new(
            "inventory, a meeting that was shortened",
            "member",
            $"/{Lincoln}/meetings/inventory/10"
        ),
        new("inventory, a meeting to correct", "member", $"/{Lincoln}/meetings/inventory/2/edit"),
    ];
}
