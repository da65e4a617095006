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

    [Theory]
    [InlineData("aide")]
    [InlineData("proctor")]
    [InlineData("counselor")]
    [InlineData("principal")]
    [InlineData("administrator")]
    [InlineData("siteAdministrator")]
    [InlineData("districtAdministrator")]
    [InlineData("systemAdministrator")]
    public void Everyone_who_works_there_is_staff(string role) =>
        RosterRoles.KindOf(role).ShouldBe(RosterRoleKind.Staff);

    [Theory]
    [InlineData("student", "students")]
    [InlineData("Parent", "parents")]
    [InlineData("guardian", "guardians")]
    [InlineData("relative", "relatives")]
    public void Students_and_families_are_dropped_and_counted(string role, string counted)
    {
        RosterRoles.KindOf(role).ShouldBe(RosterRoleKind.Dropped);
        RosterRoles.CountedAs(role).ShouldBe(counted);
    }

    [Theory]
    [InlineData("ext:coach")]
    [InlineData("")]
    public void A_word_of_no_version_is_counted_as_unknown(string role)
    {
        RosterRoles.KindOf(role).ShouldBe(RosterRoleKind.Unknown);
        RosterRoles.CountedAs(role).ShouldBe("people without a known role");
    }

    [Fact]
    public void The_words_a_message_offers_are_all_known()
    {
        var words = RosterRoles.Expected.Split([", ", " or "], StringSplitOptions.None);
        words.Length.ShouldBe(13);
        words.ShouldAllBe(w => RosterRoles.KindOf(w) != RosterRoleKind.Unknown);
    }

    [Theory]
    [InlineData("siteAdministrator")]
    [InlineData("systemAdministrator")]
    public void Every_administrator_of_a_school_is_proposed_as_one(string role) =>
        RosterRoles
            .PlacesOf(role, "s1")
            .ShouldBe([new("s1", Role.Staff), new("s1", Role.Administrator)]);
}
