using Throughline.Domain.Units;
using Throughline.Domain.Units.Roster;
using static Throughline.Domain.Tests.Units.Roster.Rosters;

namespace Throughline.Domain.Tests.Units.Roster;

public class RosterGuardTests
{
    private static RosterStaff[] People(int count) =>
        [
            .. Enumerable
                .Range(0, count)
                .Select(i => Teacher($"t{i:00}", school: i % 2 == 0 ? "s1" : "s2")),
        ];

    [Theory]
    [InlineData(1, null)]
    [InlineData(2, null)]
    [InlineData(3, 3)]
    public void More_than_a_tenth_of_the_staff_leaving_is_confirmed_by_number(
        int leaving,
        int? asked
    )
    {
        var changes = RosterComparison.Compare(Bulk(People(20)[leaving..]), After(People(20)));

        changes.DeactivationsToConfirm.ShouldBe(asked);
    }

    [Fact]
    public void A_school_that_closes_is_confirmed()
    {
        var roster = Bulk(People(20)) with
        {
            Schools = new(RosterMode.Bulk, [new("s1", "Lake School")], []),
        };

        RosterComparison.Compare(roster, After(People(20))).DeactivationsToConfirm.ShouldBe(1);
    }

    [Fact]
    public void A_school_that_would_lose_all_its_people_is_confirmed()
    {
        RosterStaff[] few = [Teacher("x1", school: "s2"), Teacher("x2", school: "s2")];
        RosterStaff[] many = [.. Enumerable.Range(0, 40).Select(i => Teacher($"t{i:00}"))];

        RosterComparison
            .Compare(Bulk(many), After([.. many, .. few]))
            .DeactivationsToConfirm.ShouldBe(2);
    }

    [Fact]
    public void A_list_of_changes_names_who_goes_and_is_not_asked()
    {
        var delta = Delta() with
        {
            Staff = new(RosterMode.Delta, [], ["t00", "t01", "t02", "t03"]),
        };

        RosterComparison.Compare(delta, After(People(20))).DeactivationsToConfirm.ShouldBeNull();
    }

    [Fact]
    public void People_who_left_before_do_not_count()
    {
        var left = After(People(20)).After(Bulk(People(20)[10..]));

        RosterComparison
            .Compare(Bulk(People(20)[11..]), left)
            .DeactivationsToConfirm.ShouldBeNull();
        RosterComparison.Compare(Bulk(People(20)[12..]), left).DeactivationsToConfirm.ShouldBe(2);
    }

    [Fact]
    public void One_person_who_was_alone_at_a_school_leaves_unasked()
    {
        RosterStaff[] many = [.. Enumerable.Range(0, 40).Select(i => Teacher($"t{i:00}"))];

        RosterComparison
            .Compare(Bulk(many), After([.. many, Teacher("x1", school: "s2")]))
            .DeactivationsToConfirm.ShouldBeNull();
    }

    [Fact]
    public void The_district_office_is_no_school_that_empties()
    {
        RosterStaff[] office =
        [
            .. new[] { "x1", "x2" }.Select(id =>
                Teacher(id) with
                {
                    Roles = [new(null, Role.Staff)],
                }
            ),
        ];
        RosterStaff[] many = [.. Enumerable.Range(0, 40).Select(i => Teacher($"t{i:00}"))];

        RosterComparison
            .Compare(Bulk(many), After([.. many, .. office]))
            .DeactivationsToConfirm.ShouldBeNull();
    }

    // Someone who taught there once does not make it a school that keeps its people.
    [Fact]
    public void Former_people_of_a_school_do_not_keep_it_from_emptying()
    {
        RosterStaff[] few = [Teacher("x1", school: "s2"), Teacher("x2", school: "s2")];
        RosterStaff[] many = [.. Enumerable.Range(0, 40).Select(i => Teacher($"t{i:00}"))];
        var existing = After([.. many, .. few])
            .WithRoles(
                "t00",
                roles => [.. roles, new(new("s2", Role.Teacher), RoleStatus.Ended, true, true)]
            );

        RosterComparison.Compare(Bulk(many), existing).DeactivationsToConfirm.ShouldBe(2);
    }
}
