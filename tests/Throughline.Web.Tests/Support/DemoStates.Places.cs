using Throughline.Data.Demo;
using static Throughline.Data.Demo.DemoDistrict;

namespace Throughline.Web.Tests.Support;

/// <content>Getting in, my day, the homes of units and their settings.</content>
public static partial class DemoStates
{
    private static IReadOnlyList<DemoState> GettingIn { get; } =
    [
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
    ];

    private static IReadOnlyList<DemoState> MyDay { get; } =
    [
        new("my day, with a round to finish", "member", "/home"),
        new("my day, with a pulse to answer", "teacher", "/home"),
        new("my day, nothing to do", "sit-member", "/home"),
        new("my day, leading a district", "district-leader", "/home"),
        new("my day, administrator", "admin", "/home"),
        new("my day, outside reviewer", "reviewer", "/home"),
        new("rounds asked of me", "supervisor", "/home/rounds"),
        new("rounds asked of me, outside reviewer", "reviewer", "/home/rounds"),
        new("rounds asked of me, none", "teacher", "/home/rounds"),
    ];

    private static IReadOnlyList<DemoState> Units { get; } =
    [
        new("school", "principal", $"/{Lincoln}"),
        new("school, as a teacher", "teacher", $"/{Lincoln}"),
        new("school, new and empty", "admin", $"/{NewSchool}"),
        new("school, closed", "admin", $"/{ClosedSchool}"),
        new("district", "district-leader", $"/{District}"),
        new("district, with other words", "outsider", $"/{OtherDistrict}"),
        new("schools", "district-leader", $"/{District}/schools"),
        new("new school", "admin", $"/{District}/schools/new"),
        new("new school, refused", "admin", $"/{District}/schools/new", Press: "Add the school"),
    ];

    private static IReadOnlyList<DemoState> Settings { get; } =
    [
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
}
