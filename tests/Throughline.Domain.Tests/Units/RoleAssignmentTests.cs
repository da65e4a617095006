using Throughline.Domain.Units;
using static Throughline.Domain.Tests.Units.Places;

namespace Throughline.Domain.Tests.Units;

public class RoleAssignmentTests
{
    [Theory]
    [InlineData(Role.DistrictLeader)]
    [InlineData(Role.Supervisor)]
    public void A_role_of_the_district_is_refused_at_a_school(Role role) =>
        RoleAssignment.Give(SomeId(), School, role, Now).Refusal!.Field.ShouldBe("Role");

    [Theory]
    [InlineData(Role.Principal)]
    [InlineData(Role.Teacher)]
    [InlineData(Role.SchoolImprovementTeamMember)]
    public void A_role_of_a_school_is_refused_at_the_district(Role role) =>
        RoleAssignment.Give(SomeId(), District, role, Now).Refusal!.Field.ShouldBe("Role");

    [Fact]
    public void Every_role_fits_a_district_or_a_school() =>
        Enum.GetValues<Role>()
            .ShouldAllBe(r => RoleAssignment.FitsDistrict(r) || RoleAssignment.FitsSchool(r));

    [Theory]
    [InlineData(Role.Teacher, RoleStatus.Active)]
    [InlineData(Role.Staff, RoleStatus.Active)]
    [InlineData(Role.Principal, RoleStatus.Proposed)]
    [InlineData(Role.Administrator, RoleStatus.Proposed)]
    [InlineData(Role.Coach, RoleStatus.Proposed)]
    public void A_roster_gives_no_leadership_it_only_proposes_it(Role role, RoleStatus status) =>
        RoleAssignment.FromRosterRole(SomeId(), School, role, Now).Value.Status.ShouldBe(status);

    [Fact]
    public void No_role_that_leads_counts_at_once_when_a_roster_names_it() =>
        Enum.GetValues<Role>()
            .Where(RoleAssignment.Leads)
            .SelectMany(role =>
                new[] { District, School }.Select(u =>
                    RoleAssignment.FromRosterRole(SomeId(), u, role, Now)
                )
            )
            .Where(r => r.IsOk)
            .ShouldAllBe(r => r.Value.Status == RoleStatus.Proposed);

    [Fact]
    public void A_confirmed_proposal_is_in_force_from_then_on()
    {
        var proposal = Proposal();

        proposal.ConfirmAs(Role.Administrator, School, Now.AddDays(1)).Value.ShouldBe(proposal);

        proposal.Status.ShouldBe(RoleStatus.Active);
        proposal.Since.ShouldBe(Now.AddDays(1));
        proposal.FromRoster.ShouldBeTrue();
    }

    [Fact]
    public void A_proposal_confirmed_as_another_role_is_answered_and_the_role_is_given_by_hand()
    {
        var proposal = Proposal();

        var given = proposal.ConfirmAs(Role.Principal, School, Now.AddDays(1)).Value;

        given.Role.ShouldBe(Role.Principal);
        given.Status.ShouldBe(RoleStatus.Active);
        given.FromRoster.ShouldBeFalse();
        given.PersonId.ShouldBe(proposal.PersonId);
        proposal.Status.ShouldBe(RoleStatus.Ended);
    }

    [Theory]
    [InlineData(Role.Teacher)]
    [InlineData(Role.DistrictLeader)]
    public void A_proposal_stays_open_when_it_is_confirmed_as_what_cannot_be(Role role)
    {
        var proposal = Proposal();

        proposal.ConfirmAs(role, School, Now).IsOk.ShouldBeFalse();

        proposal.Status.ShouldBe(RoleStatus.Proposed);
    }

    [Theory]
    [InlineData(Role.Administrator)]
    [InlineData(Role.Principal)]
    public void A_proposal_is_answered_once(Role second)
    {
        var proposal = Proposal();
        proposal.End(Now);

        proposal.ConfirmAs(second, School, Now).IsOk.ShouldBeFalse();

        proposal.Status.ShouldBe(RoleStatus.Ended);
    }

    [Fact]
    public void Ending_a_role_twice_keeps_the_first_time()
    {
        var role = RoleAssignment.Give(SomeId(), School, Role.Teacher, Now).Value;
        role.End(Now.AddHours(1));
        role.End(Now.AddHours(2));

        role.EndedAt.ShouldBe(Now.AddHours(1));
    }

    [Theory]
    [InlineData(Role.Supervisor, "This role is given at the district.")]
    [InlineData(Role.Principal, "This role is given at a school.")]
    public void A_refused_role_says_where_it_is_given(Role role, string message)
    {
        var wrong = role == Role.Principal ? District : School;
        RoleAssignment.Give(SomeId(), wrong, role, Now).Refusal!.Message.ShouldBe(message);
    }

    [Fact]
    public void Why_a_proposal_cannot_be_confirmed_says_what_to_do()
    {
        var proposal = Proposal();
        proposal
            .ConfirmAs(Role.Teacher, School, Now)
            .Refusal.ShouldBe(new("Confirm a role that leads, or turn the proposal down.", "Role"));
        proposal.End(Now);
        proposal.Confirm(Now).Refusal!.Message.ShouldContain("answered already. Reload the page");
    }

    [Fact]
    public void A_role_that_a_roster_ends_may_be_given_by_it_again()
    {
        var role = RoleAssignment.FromRosterRole(SomeId(), School, Role.Teacher, Now).Value;

        role.EndByRoster(Now.AddHours(1));

        role.Status.ShouldBe(RoleStatus.Ended);
        role.EndedAt.ShouldBe(Now.AddHours(1));
        role.EndedByRoster.ShouldBeTrue();
    }

    [Fact]
    public void What_a_person_ended_a_roster_does_not_end_again()
    {
        var role = RoleAssignment.FromRosterRole(SomeId(), School, Role.Teacher, Now).Value;
        role.End(Now);

        role.EndByRoster(Now.AddHours(1));

        role.EndedByRoster.ShouldBeFalse();
        role.EndedAt.ShouldBe(Now);
    }

    private static RoleAssignment Proposal() =>
        RoleAssignment.FromRosterRole(SomeId(), School, Role.Administrator, Now).Value;
}
