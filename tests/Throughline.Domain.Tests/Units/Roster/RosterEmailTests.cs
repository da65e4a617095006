using Throughline.Domain.Units.Roster;
using static Throughline.Domain.Tests.Units.Roster.Rosters;

namespace Throughline.Domain.Tests.Units.Roster;

public class RosterEmailTests
{
    [Fact]
    public void An_address_of_someone_made_in_the_app_is_not_taken()
    {
        var existing = RosterState.Empty("Solar") with
        {
            OtherEmails = new Dictionary<string, string> { ["ann@x.org"] = "Ann Made" },
        };
        var changes = RosterComparison.Compare(Bulk(Teacher("t1", email: "ann@x.org")), existing);

        changes.Staff.ShouldHaveSingleItem().Name.Email.ShouldBeNull();
        changes.Warnings.ShouldHaveSingleItem().ShouldContain("Ann Made");
    }

    [Fact]
    public void Of_two_people_with_one_address_the_one_who_has_it_keeps_it()
    {
        var changes = RosterComparison.Compare(
            Bulk(Teacher("a", email: "x@x.org"), Teacher("b", email: "x@x.org")),
            After(Teacher("b", email: "x@x.org"))
        );

        var added = changes.Staff.ShouldHaveSingleItem();
        (added.SourcedId, added.Name.Email).ShouldBe(("a", null));
    }

    [Fact]
    public void Two_people_can_swap_their_addresses()
    {
        var changes = RosterComparison.Compare(
            Bulk(Teacher("a", email: "b@x.org"), Teacher("b", email: "a@x.org")),
            After(Teacher("a", email: "a@x.org"), Teacher("b", email: "b@x.org"))
        );

        changes.Staff.Select(c => c.Name.Email).ShouldBe(["b@x.org", "a@x.org"]);
        changes.Warnings.ShouldBeEmpty();
    }

    [Fact]
    public void Someone_who_cannot_get_a_new_address_keeps_the_old_one()
    {
        var existing = After(Teacher("a", email: "old@x.org")) with
        {
            OtherEmails = new Dictionary<string, string> { ["new@x.org"] = "Ann Made" },
        };
        var changes = RosterComparison.Compare(Bulk(Teacher("a", email: "new@x.org")), existing);

        changes.IsEmpty.ShouldBeTrue();
        changes.Warnings.ShouldHaveSingleItem().ShouldContain("old@x.org stays");
    }

    [Fact]
    public void Of_two_new_people_with_one_address_the_first_by_id_gets_it_and_the_other_is_told()
    {
        var changes = RosterComparison.Compare(
            Bulk(Teacher("b", "Bo", "x@x.org"), Teacher("a", "Ann", "x@x.org")),
            RosterState.Empty("Solar")
        );

        changes.Staff.Select(c => c.Name.Email).ShouldBe(["x@x.org", null]);
        changes.Warnings.ShouldBe([
            "Bo Lee (b): x@x.org belongs to Ann Lee, so they come in without an e-mail address. "
                + "Correct the address of one of them in the source or in the app.",
        ]);
    }

    [Fact]
    public void An_old_address_that_someone_else_got_meanwhile_does_not_stay()
    {
        var existing = After(Teacher("a", email: "old@x.org")) with
        {
            OtherEmails = new Dictionary<string, string> { ["new@x.org"] = "Ann Made" },
        };
        var changes = RosterComparison.Compare(
            Bulk(Teacher("a", email: "new@x.org"), Teacher("b", "Bo", "old@x.org")),
            existing
        );

        changes.Staff.Select(c => c.Name.Email).ShouldBe([null, "old@x.org"]);
        changes.Warnings.ShouldHaveSingleItem().ShouldContain("they come in without");
    }

    [Fact]
    public void Whoever_is_not_in_the_file_is_named_as_the_owner_of_their_address()
    {
        var changes = RosterComparison.Compare(
            Delta(Teacher("b", "Bo", "x@x.org")),
            After(Teacher("a", email: "x@x.org"))
        );

        changes.Warnings.ShouldHaveSingleItem().ShouldContain("x@x.org belongs to Ann Lee, so");
    }
}
