using Throughline.Domain.Units;
using Throughline.Domain.Units.Roster;
using static Throughline.Domain.Tests.Units.Roster.Rosters;

namespace Throughline.Domain.Tests.Units.Roster;

public class StaffComparisonTests
{
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

    [Fact]
    public void A_proposal_that_was_turned_down_is_not_made_again()
    {
        var administrator = Teacher("t1") with
        {
            Roles = RosterRoles.PlacesOf("administrator", "s1"),
        };
        var existing = After(administrator)
            .WithRoles(
                "t1",
                roles =>
                    roles.Select(r =>
                        r.Place.Role == Role.Administrator
                            ? r with
                            {
                                Status = RoleStatus.Ended,
                            }
                            : r
                    )
            );
        var changes = RosterComparison.Compare(Bulk(administrator), existing);

        changes.IsEmpty.ShouldBeTrue();
        changes.KeptByHand.ShouldHaveSingleItem().Field.ShouldBe("roles");
    }

    [Fact]
    public void A_role_given_by_hand_is_neither_doubled_nor_ended()
    {
        var existing = After(Teacher("t1"))
            .WithRoles(
                "t1",
                roles =>
                    [
                        .. roles,
                        new(new("s2", Role.Coach), RoleStatus.Active, false, false),
                        new(new("s2", Role.Teacher), RoleStatus.Active, false, false),
                    ]
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

    [Fact]
    public void Someone_whom_a_person_kept_here_is_listed_when_the_roster_misses_them()
    {
        var existing = After(Teacher("t1"))
            .With("t1", s => s with { SetByHand = PersonFields.Presence });

        RosterComparison
            .Compare(Bulk(), existing)
            .KeptByHand.ShouldBe([new("Ann Lee", "here", "yes", "no")]);
    }

    [Theory]
    [InlineData(PersonFields.None, "hand@x.org", "new@x.org")]
    [InlineData(PersonFields.Email, "hand@x.org", null)]
    [InlineData(PersonFields.Email, "hand@x.org", "hand@x.org")]
    public void An_address_is_listed_as_kept_only_when_the_roster_has_another_one(
        PersonFields byHand,
        string now,
        string? roster
    )
    {
        var existing = After(Teacher("t1", email: now))
            .With("t1", s => s with { SetByHand = byHand });

        RosterComparison
            .Compare(Bulk(Teacher("t1", email: roster)), existing)
            .KeptByHand.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(Role.Teacher, "Teacher at Lake School")]
    [InlineData(Role.Staff, "Staff at Lake School")]
    [InlineData(Role.Principal, "Principal at Lake School (to be confirmed)")]
    [InlineData(Role.Administrator, "Administrator at Lake School (to be confirmed)")]
    [InlineData(Role.Coach, "Coach at Lake School (to be confirmed)")]
    [InlineData(Role.DistrictLeader, "District leader at Lake School (to be confirmed)")]
    [InlineData(Role.Supervisor, "Supervisor at Lake School (to be confirmed)")]
    [InlineData(
        Role.SchoolImprovementTeamMember,
        "School Improvement Team member at Lake School (to be confirmed)"
    )]
    [InlineData(Role.Observer, "Observer at Lake School (to be confirmed)")]
    public void A_role_is_shown_in_words_and_leadership_as_still_to_be_confirmed(
        Role role,
        string text
    )
    {
        var existing = After(Teacher("t1")).WithRoles("t1", _ => []);
        var roster = Bulk(Teacher("t1") with { Roles = [new("s1", role)] });

        RosterComparison
            .Compare(roster, existing)
            .Staff.ShouldHaveSingleItem()
            .Fields.ShouldBe([new("roles", null, text)]);
    }

    [Fact]
    public void Roles_are_given_by_school_and_shown_in_the_order_of_the_alphabet()
    {
        var existing = After(Teacher("t1")).WithRoles("t1", _ => []);
        var roster = Bulk(
            Teacher("t1") with
            {
                Roles =
                [
                    new("s2", Role.Teacher),
                    new("s2", Role.Principal),
                    new(null, Role.Staff),
                    new("s2", Role.Teacher),
                ],
            }
        );
        var change = RosterComparison.Compare(roster, existing).Staff.ShouldHaveSingleItem();

        change.Gives.ShouldBe([
            new(null, Role.Staff),
            new("s2", Role.Principal),
            new("s2", Role.Teacher),
        ]);
        change
            .Fields.ShouldHaveSingleItem()
            .New.ShouldBe(
                "Principal at Hill School (to be confirmed); Staff at the district; Teacher at Hill School"
            );
    }

    [Fact]
    public void Someone_added_without_a_role_is_staff_of_the_district_and_teaches_nothing()
    {
        var change = RosterComparison
            .Compare(Bulk(Teacher("t1") with { Roles = [] }), RosterState.Empty("Solar"))
            .Staff.ShouldHaveSingleItem();

        change.Gives.ShouldBe([new(null, Role.Staff)]);
        change.Loads.ShouldBeNull();
    }

    // A list of changes may give a role to someone whom an earlier file should have named.
    [Fact]
    public void Nobody_is_added_without_a_name()
    {
        var changes = RosterComparison.Compare(
            Delta(Teacher("t1") with { Name = null }),
            RosterState.Empty("Solar")
        );

        changes.Staff.ShouldBeEmpty();
    }

    [Fact]
    public void What_someone_will_teach_is_shown_school_by_school()
    {
        RosterLoad[] loads = [new("s2", ["05"], []), new("s1", ["04"], ["Art"])];
        var added = RosterComparison
            .Compare(Bulk(Teacher("t1") with { Loads = loads }), RosterState.Empty("Solar"))
            .Staff.ShouldHaveSingleItem();
        added.Loads!.Select(l => l.School).ShouldBe(["s1", "s2"]);

        var changed = RosterComparison
            .Compare(Bulk(Teacher("t1") with { Loads = loads }), After(Teacher("t1")))
            .Staff.ShouldHaveSingleItem();
        changed.Fields.ShouldBe([
            new("teaches", null, "Hill School: grade 05; Lake School: grade 04, Art"),
        ]);
        changed.Loads!.Select(l => l.School).ShouldBe(["s1", "s2"]);
    }

    [Fact]
    public void A_family_name_that_changes_is_listed()
    {
        var roster = Bulk(Teacher("t1") with { Name = new("Ann", "Moss", null) });
        var change = RosterComparison
            .Compare(roster, After(Teacher("t1")))
            .Staff.ShouldHaveSingleItem();

        change.Fields.ShouldBe([new("family name", "Lee", "Moss")]);
        change.Label.ShouldBe("Ann Moss");
    }

    [Fact]
    public void A_role_that_was_turned_down_but_given_again_by_hand_is_not_listed_as_kept()
    {
        var existing = After(Teacher("t1"))
            .WithRoles(
                "t1",
                _ =>
                    [
                        new(new("s1", Role.Teacher), RoleStatus.Ended, true, false),
                        new(new("s1", Role.Teacher), RoleStatus.Active, false, false),
                    ]
            );
        var changes = RosterComparison.Compare(Bulk(Teacher("t1")), existing);

        changes.IsEmpty.ShouldBeTrue();
        changes.KeptByHand.ShouldBeEmpty();
    }
}
