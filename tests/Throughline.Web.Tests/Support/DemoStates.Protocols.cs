using static Throughline.Data.Demo.DemoDistrict;

namespace Throughline.Web.Tests.Support;

/// <content>Protocols: the list, one to read, one to write, and at an item before, while and after it is used.</content>
public static partial class DemoStates
{
    private const string Own = "tuning-a-task-in-half-an-hour";

    private static IReadOnlyList<DemoState> Protocols { get; } =
    [
        new("protocols", "member", $"/{Lincoln}/meetings/protocols"),
        new("protocols, none of our own", RooseveltPrincipal, $"/{Roosevelt}/meetings/protocols"),
        new("protocol", "member", $"/{Lincoln}/meetings/protocols/looking-at-student-work"),
        new("protocol of our own", "facilitator", $"/{Lincoln}/meetings/protocols/{Own}"),
        new("protocol to add", "member", $"/{Lincoln}/meetings/protocols/new"),
        new(
            "protocol to add, refused",
            "member",
            $"/{Lincoln}/meetings/protocols/new?copy=tuning",
            Press: "Add the protocol"
        ),
        new("protocol to change", "facilitator", $"/{Lincoln}/meetings/protocols/{Own}/edit"),
        new(
            "item to bring with a protocol",
            "member",
            $"/{Lincoln}/meetings/{{meeting}}/items/new?protocol=consultancy"
        ),
        new("item with a protocol", "member", $"/{Lincoln}/meetings/{{meeting}}/items/3"),
        new("item gone through by a protocol", "member", $"/{Lincoln}/meetings/1/items/1"),
        new("protocol, to come", "member", $"/{Lincoln}/meetings/{{meeting}}/items/3/protocol"),
        new("protocol, over", "member", $"/{Lincoln}/meetings/1/items/1/protocol"),
        new("protocol that is on", HighFacilitator, $"/{High}/meetings/1/items/1/protocol"),
        new("protocol that is on, as a member", HighMember, $"/{High}/meetings/1/items/1/protocol"),
        new(
            "protocol that is on, an empty line",
            HighMember,
            $"/{High}/meetings/1/items/1/protocol",
            Press: "Write down an inference"
        ),
        new(
            "protocol that is on, on a screen",
            HighFacilitator,
            $"/{High}/meetings/1/items/1/protocol?screen=1"
        ),
        new("meeting at a protocol", HighFacilitator, $"/{High}/meetings/1"),
        new("finding", "member", $"/{Lincoln}/meetings/1/findings/7"),
        new("finding of a meeting that is on", HighMember, $"/{High}/meetings/1/findings/2"),
    ];
}
