using Throughline.Data.Demo;
using static Throughline.Data.Demo.DemoDistrict;

namespace Throughline.Web.Tests.Support;

/// <content>The ILT, who speaks for whom, and what the team agrees on.</content>
public static partial class DemoStates
{
    private static IReadOnlyList<DemoState> Teams { get; } =
    [
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
    ];

    private static IReadOnlyList<DemoState> Founding { get; } =
    [
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
    ];
}
