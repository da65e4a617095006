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
}
