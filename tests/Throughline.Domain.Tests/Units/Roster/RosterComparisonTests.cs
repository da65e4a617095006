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
    public void One_kind_of_change_is_enough_for_a_roster_not_to_be_empty()
    {
        var all = RosterComparison.Compare(Bulk(Teacher("t1")), RosterState.Empty("Solar"));
        var none = all with { District = null, Schools = [], SchoolYears = [], Staff = [] };

        none.IsEmpty.ShouldBeTrue();
        (none with { District = all.District }).IsEmpty.ShouldBeFalse();
        (none with { Schools = all.Schools }).IsEmpty.ShouldBeFalse();
        (none with { SchoolYears = all.SchoolYears }).IsEmpty.ShouldBeFalse();
        (none with { Staff = all.Staff }).IsEmpty.ShouldBeFalse();
    }

    [Fact]
    public void Every_list_is_ordered_by_id_whatever_the_order_of_rows()
    {
        var roster = Bulk(Teacher("t2"), Teacher("t1")) with
        {
            Schools = new(RosterMode.Bulk, [new("s2", "Hill School"), new("s1", "Lake")], []),
            SchoolYears = new(
                RosterMode.Bulk,
                [
                    new("y2", "2027-28", new(2027, 8, 16), new(2028, 6, 30)),
                    new("y1", "2026-27", new(2026, 8, 16), new(2027, 6, 30)),
                ],
                []
            ),
        };
        var changes = RosterComparison.Compare(roster, RosterState.Empty("Solar"));

        changes.Schools.Select(c => c.SourcedId).ShouldBe(["s1", "s2"]);
        changes.SchoolYears.Select(c => c.SourcedId).ShouldBe(["y1", "y2"]);
        changes.Staff.Select(c => c.SourcedId).ShouldBe(["t1", "t2"]);
    }

    [Fact]
    public void Warnings_are_in_the_order_of_the_alphabet()
    {
        var existing = RosterState.Empty("Solar") with
        {
            Schools =
            [
                new("unit:1", "Lake School", true, false),
                new("unit:2", "Hill School", true, false),
            ],
        };

        RosterComparison
            .Compare(Bulk(), existing)
            .Warnings.Select(w => w[..42])
            .ShouldBe([
                "There is a school named Hill School alread",
                "There is a school named Lake School alread",
            ]);
    }

    [Fact]
    public void What_is_kept_is_listed_by_name_then_field()
    {
        var existing = After(Teacher("t1"), Teacher("t2", "Bo"))
            .With(
                "t1",
                s =>
                    s with
                    {
                        Name = new("Zoe", "Lee", "zoe@x.org"),
                        SetByHand = PersonFields.Name | PersonFields.Email,
                        Roles =
                        [
                            .. s.Roles,
                            new(new("s2", Role.Teacher), RoleStatus.Ended, true, false),
                            new(new("s2", Role.Staff), RoleStatus.Ended, true, false),
                        ],
                    }
            )
            .With("t2", s => s with { Left = true, SetByHand = PersonFields.Presence });
        var roster = Bulk(
            Teacher("t1", email: "ann@x.org") with
            {
                Roles = [new("s1", Role.Teacher), new("s2", Role.Teacher), new("s2", Role.Staff)],
            },
            Teacher("t2", "Bo")
        );

        RosterComparison
            .Compare(roster, existing)
            .KeptByHand.ShouldBe([
                new("Bo Lee", "here", "no", "yes"),
                new("Zoe Lee", "e-mail", "zoe@x.org", "ann@x.org"),
                new("Zoe Lee", "name", "Zoe Lee", "Ann Lee"),
                new("Zoe Lee", "roles", null, "Staff at Hill School"),
                new("Zoe Lee", "roles", null, "Teacher at Hill School"),
            ]);
    }

    [Fact]
    public void A_school_follows_the_name_in_the_roster()
    {
        var existing = After() with
        {
            Schools =
            [
                new("s1", "Pond School", false, false),
                new("s2", "Hill School", true, false),
            ],
        };
        var changes = RosterComparison.Compare(Bulk(), existing);

        var change = changes.Schools.ShouldHaveSingleItem();
        (change.Action, change.SourcedId, change.Label).ShouldBe(
            (RosterAction.Change, "s1", "Lake School")
        );
        change.Fields.ShouldBe([new("name", "Pond School", "Lake School")]);
        changes.KeptByHand.ShouldBeEmpty();
        changes.UnchangedSchools.ShouldBe(1);
    }

    [Theory]
    [InlineData(false, "Lake School", 1)]
    [InlineData(true, "Pond School", 0)]
    public void A_closed_school_that_the_roster_names_opens_under_the_name_that_counts(
        bool nameByHand,
        string label,
        int fields
    )
    {
        var existing = After() with
        {
            Schools =
            [
                new("s1", "Pond School", nameByHand, Closed: true),
                new("s2", "Hill School", false, false),
            ],
        };
        var change = RosterComparison.Compare(Bulk(), existing).Schools.ShouldHaveSingleItem();

        (change.Action, change.Label).ShouldBe((RosterAction.Reactivate, label));
        change.Fields.Count.ShouldBe(fields);
    }

    [Fact]
    public void A_school_that_a_person_closed_or_opened_is_listed_as_kept()
    {
        var existing = After() with
        {
            Schools =
            [
                new("s1", "Lake School", false, Closed: true, ClosureSetByHand: true),
                new("s2", "Hill School", false, false),
                new("s3", "Dune School", false, Closed: false, ClosureSetByHand: true),
            ],
        };

        RosterComparison
            .Compare(Bulk(), existing)
            .KeptByHand.ShouldBe([
                new("Dune School", "open", "yes", "no"),
                new("Lake School", "open", "no", "yes"),
            ]);
    }

    [Fact]
    public void A_file_of_another_district_is_named_with_both_ids()
    {
        var existing = After() with { DistrictSourcedId = "old" };

        RosterComparison
            .Compare(Bulk() with { DistrictName = "Lunar" }, existing)
            .Warnings.ShouldHaveSingleItem()
            .ShouldStartWith("The file is about the district Lunar (d); Solar is old here.");
        RosterComparison
            .Compare(Bulk() with { DistrictName = null }, existing)
            .Warnings.ShouldHaveSingleItem()
            .ShouldStartWith("The file is about the district d (d);");
    }

    [Fact]
    public void The_name_typed_for_a_district_stays_after_its_first_roster() =>
        RosterComparison
            .Compare(Bulk() with { DistrictName = "Lunar" }, After())
            .District.ShouldBeNull();

    [Fact]
    public void A_school_year_follows_the_roster_field_by_field()
    {
        var existing = After() with
        {
            SchoolYears = [new("y1", "26/27", new(2026, 8, 16), new(2027, 6, 29), false)],
        };
        var change = RosterComparison.Compare(Bulk(), existing).SchoolYears.ShouldHaveSingleItem();

        change.Action.ShouldBe(RosterAction.Change);
        change.Label.ShouldBe("2026-27");
        change.Fields.ShouldBe([
            new("title", "26/27", "2026-27"),
            new("last day", "2027-06-29", "2027-06-30"),
        ]);
    }

    [Fact]
    public void A_school_made_in_the_app_has_an_id_that_no_complete_roster_misses()
    {
        var id = RosterSheetIds.For(new Guid("01890a5d-ac96-774b-bcce-b302099a8057"));
        id.ShouldBe("unit:01890a5dac96774bbcceb302099a8057");
        RosterSheetIds.IsOne(id).ShouldBeTrue();
        RosterSheetIds.IsOne("s1").ShouldBeFalse();
    }
}
