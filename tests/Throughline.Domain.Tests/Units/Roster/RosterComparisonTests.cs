using Throughline.Domain.Units;
using Throughline.Domain.Units.Roster;
using static Throughline.Domain.Tests.Units.Roster.Rosters;

namespace Throughline.Domain.Tests.Units.Roster;

public class RosterComparisonTests
{
    [Fact]
    public void A_first_roster_adds_everything_it_names()
    {
        var changes = RosterComparison.Compare(
            Bulk(Teacher("t1"), Teacher("t2")),
            RosterState.Empty("Solar")
        );

        RosterTally.Of(changes.Schools).ShouldBe(new(2, 0, 0, 0));
        RosterTally.Of(changes.SchoolYears).ShouldBe(new(1, 0, 0, 0));
        RosterTally.Of(changes.Staff).ShouldBe(new(2, 0, 0, 0));
        changes.District.ShouldBe(new("d", "Solar", "Solar"));
        changes.DeactivationsToConfirm.ShouldBeNull();
    }

    [Fact]
    public void The_same_roster_twice_changes_nothing()
    {
        var changes = RosterComparison.Compare(Bulk(Teacher("t1")), After(Teacher("t1")));

        changes.IsEmpty.ShouldBeTrue();
        changes.UnchangedStaff.ShouldBe(1);
        changes.UnchangedSchools.ShouldBe(2);
    }

    [Fact]
    public void A_change_says_field_by_field_what_was_and_what_will_be()
    {
        var change = RosterComparison
            .Compare(
                Bulk(Teacher("t1", "Anne", "anne@x.org", "s2")),
                After(Teacher("t1", "Ann", "ann@x.org"))
            )
            .Staff.ShouldHaveSingleItem();

        change.Action.ShouldBe(RosterAction.Change);
        change.Fields.ShouldBe([
            new("given name", "Ann", "Anne"),
            new("e-mail", "ann@x.org", "anne@x.org"),
            new("roles", "Teacher at Lake School", "Teacher at Hill School"),
        ]);
        change.Ends.ShouldBe([new("s1", Role.Teacher)]);
        change.Gives.ShouldBe([new("s2", Role.Teacher)]);
    }

    [Fact]
    public void People_are_never_matched_by_name()
    {
        var changes = RosterComparison.Compare(
            Bulk(Teacher("t1"), Teacher("other")),
            After(Teacher("t1"))
        );

        changes.Staff.ShouldHaveSingleItem().Action.ShouldBe(RosterAction.Add);
    }

    [Fact]
    public void A_complete_roster_deactivates_who_is_missing()
    {
        var change = RosterComparison
            .Compare(Bulk(Teacher("t1")), After(Teacher("t1"), Teacher("t2")))
            .Staff.ShouldHaveSingleItem();

        change.ShouldSatisfyAllConditions(
            c => c.SourcedId.ShouldBe("t2"),
            c => c.Action.ShouldBe(RosterAction.Deactivate),
            c => c.Ends.ShouldBe([new("s1", Role.Teacher)])
        );
    }

    [Fact]
    public void A_list_of_changes_deactivates_only_who_it_names()
    {
        var existing = After(Teacher("t1"), Teacher("t2"));
        var delta = Delta(Teacher("t3"));

        RosterTally.Of(RosterComparison.Compare(delta, existing).Staff).ShouldBe(new(1, 0, 0, 0));
        RosterComparison
            .Compare(delta with { Staff = delta.Staff with { Deleted = ["t2"] } }, existing)
            .Staff.Where(c => c.Action == RosterAction.Deactivate)
            .Select(c => c.SourcedId)
            .ShouldBe(["t2"]);
    }

    [Fact]
    public void Someone_who_comes_back_is_reactivated_with_their_role()
    {
        var left = After(Teacher("t1"), Teacher("t2")).After(Bulk(Teacher("t1")));
        var change = RosterComparison
            .Compare(Bulk(Teacher("t1"), Teacher("t2")), left)
            .Staff.ShouldHaveSingleItem();

        change.Action.ShouldBe(RosterAction.Reactivate);
        change.Gives.ShouldBe([new("s1", Role.Teacher)]);
    }

    [Fact]
    public void Someone_made_in_the_app_from_a_sheet_is_not_missed_by_a_complete_roster()
    {
        var id = RosterSheetIds.For("x@y.org");
        var existing = After(Teacher("t1")).After(Delta(Teacher(id, "Xi", "x@y.org")));

        RosterComparison.Compare(Bulk(Teacher("t1")), existing).IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public void A_name_set_by_hand_is_kept_and_reported()
    {
        var existing = After(Teacher("t1"))
            .With(
                "t1",
                s => s with { Name = new("Annie", "Lee", null), SetByHand = PersonFields.Name }
            );
        var changes = RosterComparison.Compare(Bulk(Teacher("t1", "Ann")), existing);

        changes.IsEmpty.ShouldBeTrue();
        changes.KeptByHand.ShouldBe([new("Annie Lee", "name", "Annie Lee", "Ann Lee")]);
    }

    [Fact]
    public void An_address_set_by_hand_is_kept_and_reported()
    {
        var existing = After(Teacher("t1", email: "old@x.org"))
            .With(
                "t1",
                s =>
                    s with
                    {
                        Name = s.Name with { Email = "hand@x.org" },
                        SetByHand = PersonFields.Email,
                    }
            );
        var changes = RosterComparison.Compare(Bulk(Teacher("t1", email: "new@x.org")), existing);

        changes.IsEmpty.ShouldBeTrue();
        changes.KeptByHand.ShouldHaveSingleItem().Kept.ShouldBe("hand@x.org");
    }

    [Fact]
    public void A_school_name_set_by_hand_is_kept_and_reported()
    {
        var existing = After() with
        {
            Schools =
            [
                new("s1", "Our Lake School", true, false),
                new("s2", "Hill School", false, false),
            ],
        };
        var changes = RosterComparison.Compare(Bulk(), existing);

        changes.Schools.ShouldBeEmpty();
        changes.KeptByHand.ShouldBe([
            new("Our Lake School", "name", "Our Lake School", "Lake School"),
        ]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Whether_someone_is_here_stays_as_a_person_said(bool left)
    {
        var existing = After(Teacher("t1"), Teacher("t2"))
            .With("t2", s => s with { Left = left, SetByHand = PersonFields.Presence });
        var roster = left ? Bulk(Teacher("t1"), Teacher("t2")) : Bulk(Teacher("t1"));
        var changes = RosterComparison.Compare(roster, existing);

        changes.Staff.ShouldBeEmpty();
        changes.KeptByHand.ShouldHaveSingleItem().Field.ShouldBe("here");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Whether_a_school_is_open_stays_as_a_person_said(bool closed)
    {
        var existing = After() with
        {
            Schools =
            [
                new("s1", "Lake School", false, false),
                new("s2", "Hill School", false, closed, ClosureSetByHand: true),
            ],
        };
        var roster = closed
            ? Bulk()
            : Bulk() with
            {
                Schools = new(RosterMode.Bulk, [new("s1", "Lake School")], []),
            };
        var changes = RosterComparison.Compare(roster, existing);

        changes.Schools.ShouldBeEmpty();
        changes.KeptByHand.ShouldHaveSingleItem().Field.ShouldBe("open");
    }

    [Fact]
    public void A_school_of_the_same_name_is_added_beside_the_other_with_a_warning()
    {
        var existing = RosterState.Empty("Solar") with
        {
            Schools = [new("unit:1", "Lake School", true, false)],
        };
        var changes = RosterComparison.Compare(Bulk(), existing);

        RosterTally.Of(changes.Schools).ShouldBe(new(2, 0, 0, 0));
        changes.Warnings.ShouldHaveSingleItem().ShouldContain("Lake School");
    }

    [Fact]
    public void A_proposal_that_was_turned_down_is_not_made_again()
    {
        var administrator = Teacher("t1") with
        {
            Roles = RosterRoles.PlacesOf("administrator", "s1"),
        };
        var existing = After(administrator)
            .With(
                "t1",
                s =>
                    s with
                    {
                        Roles =
                        [
                            .. s.Roles.Select(r =>
                                r.Place.Role == Role.Administrator
                                    ? r with
                                    {
                                        Status = RoleStatus.Ended,
                                    }
                                    : r
                            ),
                        ],
                    }
            );
        var changes = RosterComparison.Compare(Bulk(administrator), existing);

        changes.IsEmpty.ShouldBeTrue();
        changes.KeptByHand.ShouldHaveSingleItem().Field.ShouldBe("roles");
    }

    [Fact]
    public void A_role_given_by_hand_is_neither_doubled_nor_ended()
    {
        var existing = After(Teacher("t1"))
            .With(
                "t1",
                s =>
                    s with
                    {
                        Roles =
                        [
                            .. s.Roles,
                            new(new("s2", Role.Coach), RoleStatus.Active, false, false),
                            new(new("s2", Role.Teacher), RoleStatus.Active, false, false),
                        ],
                    }
            );
        var both = Teacher("t1") with
        {
            Roles = [new("s1", Role.Teacher), new("s2", Role.Teacher)],
        };

        RosterComparison.Compare(Bulk(both), existing).IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public void Leadership_is_proposed_and_listed_for_confirmation()
    {
        var principal = Teacher("t1") with { Roles = RosterRoles.PlacesOf("principal", "s1") };
        var changes = RosterComparison.Compare(Bulk(principal), RosterState.Empty("Solar"));

        changes.Proposals.ShouldBe([
            new("t1", "Ann Lee", new("s1", Role.Principal), "Lake School"),
        ]);
    }

    [Fact]
    public void A_delta_of_roles_adds_and_ends_without_touching_the_rest()
    {
        var existing = After(
            Teacher("t1") with
            {
                Roles = [new("s1", Role.Teacher), new("s2", Role.Teacher)],
            }
        );
        var delta = new RosterStaff(
            "t1",
            null,
            [new("s2", Role.Staff)],
            [new("s1", Role.Teacher)],
            false,
            []
        );

        var change = RosterComparison.Compare(Delta(delta), existing).Staff.ShouldHaveSingleItem();
        change.Gives.ShouldBe([new("s2", Role.Staff)]);
        change.Ends.ShouldBe([new("s1", Role.Teacher)]);
        change.Name.ShouldBe(new("Ann", "Lee", null));
    }

    [Fact]
    public void A_district_tied_to_the_roster_follows_its_name_unless_renamed_by_hand()
    {
        var tied = After() with { DistrictName = "Sun", DistrictNameSetByHand = false };

        RosterComparison.Compare(Bulk(), tied).District.ShouldBe(new("d", "Sun", "Solar"));
        RosterComparison
            .Compare(Bulk(), tied with { DistrictNameSetByHand = true })
            .District.ShouldBeNull();
    }

    [Fact]
    public void A_district_whose_system_gave_out_new_ids_is_tied_to_the_new_one()
    {
        var changes = RosterComparison.Compare(
            Bulk(Teacher("new")),
            After(Teacher("t1"), Teacher("t2")) with
            {
                DistrictSourcedId = "old",
            }
        );

        changes.District!.SourcedId.ShouldBe("d");
        changes.Warnings.ShouldHaveSingleItem().ShouldContain("another district");
        changes.DeactivationsToConfirm.ShouldBe(2);
    }

    [Fact]
    public void A_school_year_set_by_hand_is_kept_and_reported()
    {
        var existing = After() with
        {
            SchoolYears = [new("y1", "2026-27", new(2026, 9, 1), new(2027, 6, 30), true)],
        };
        var changes = RosterComparison.Compare(Bulk(), existing);

        changes.SchoolYears.ShouldBeEmpty();
        changes.KeptByHand.ShouldBe([new("2026-27", "first day", "2026-09-01", "2026-08-16")]);
    }

    [Fact]
    public void A_school_year_that_is_missing_stays()
    {
        var roster = Bulk() with { SchoolYears = new(RosterMode.Bulk, [], []) };
        RosterComparison.Compare(roster, After()).IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public void Teaching_loads_are_replaced_by_a_complete_roster_and_added_to_by_a_delta()
    {
        var existing = After(Teacher("t1") with { Loads = [new("s1", ["04"], ["Art"])] });
        var now = Teacher("t1") with { Loads = [new("s1", ["05"], ["Art"])] };

        RosterComparison.Compare(Bulk(now), existing).Staff[0].Loads![0].Grades.ShouldBe(["05"]);
        RosterComparison
            .Compare(Delta(now) with { Loads = RosterMode.Delta }, existing)
            .Staff[0]
            .Loads![0]
            .Grades.ShouldBe(["04", "05"]);
        RosterComparison.Compare(Delta(now), existing).IsEmpty.ShouldBeTrue();
    }
}
