using Throughline.Domain.Units;
using Throughline.Domain.Units.Roster;

namespace Throughline.Domain.Tests.Units.Roster;

public class RosterRolesTests
{
    [Theory]
    [InlineData("teacher", RosterRoleKind.Staff)]
    [InlineData("SiteAdministrator", RosterRoleKind.Staff)]
    [InlineData("STUDENT", RosterRoleKind.Dropped)]
    [InlineData("guardian", RosterRoleKind.Dropped)]
    [InlineData("ext:coach", RosterRoleKind.Unknown)]
    [InlineData(null, RosterRoleKind.Unknown)]
    public void Words_of_both_versions_are_known_in_any_case(string? role, RosterRoleKind kind) =>
        RosterRoles.KindOf(role).ShouldBe(kind);

    [Theory]
    [InlineData("teacher", "s1", "s1 Teacher")]
    [InlineData("Teacher", null, " Staff")]
    [InlineData("counselor", "s1", "s1 Staff")]
    [InlineData("aide", "s1", "s1 Staff")]
    [InlineData("principal", "s1", "s1 Staff, s1 Principal")]
    [InlineData("principal", null, " Staff")]
    [InlineData("administrator", "s1", "s1 Staff, s1 Administrator")]
    [InlineData("administrator", null, " Staff,  Administrator")]
    [InlineData("districtAdministrator", "s1", "s1 Staff,  Administrator")]
    public void A_role_of_the_roster_becomes_ours(string role, string? school, string ours) =>
        string.Join(", ", RosterRoles.PlacesOf(role, school).Select(p => $"{p.School} {p.Role}"))
            .ShouldBe(ours);

    [Fact]
    public void Every_role_that_is_given_fits_the_unit_it_is_given_at()
    {
        string[] words =
        [
            .. RosterRoles
                .Expected.Split([", ", " or "], StringSplitOptions.None)
                .Where(w => RosterRoles.KindOf(w) == RosterRoleKind.Staff),
        ];
        words.Length.ShouldBe(9);
        foreach (
            var place in words.SelectMany(w =>
                RosterRoles.PlacesOf(w, "s1").Concat(RosterRoles.PlacesOf(w, null))
            )
        )
        {
            (
                place.School is null
                    ? RoleAssignment.FitsDistrict(place.Role)
                    : RoleAssignment.FitsSchool(place.Role)
            ).ShouldBeTrue();
        }
    }
}
