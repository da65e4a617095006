using Throughline.Domain.Units;
using static Throughline.Domain.Tests.Units.Places;

namespace Throughline.Domain.Tests.Units;

public class PersonTests
{
    [Fact]
    public void An_address_is_kept_in_lower_case_and_found_in_the_search_text()
    {
        var person = New("Ana", "Gómez", " Ana.Gomez@Riverbend.Example ").Value;

        person.Email.ShouldBe("ana.gomez@riverbend.example");
        person.SearchText.ShouldBe("gómez ana ana.gomez@riverbend.example");
    }

    [Theory]
    [InlineData(null, "Gomez", null, "GivenName")]
    [InlineData("Ana", " ", null, "FamilyName")]
    [InlineData("Ana", "Gomez", "ana", "Email")]
    [InlineData("Ana", "Gomez", "ana@@x.org", "Email")]
    [InlineData("Ana", "Gomez", "Ana <ana@x.org>", "Email")]
    [InlineData("Ana", "Gomez", "ana@x.org,bo@x.org", "Email")]
    public void A_refusal_names_the_field(
        string? given,
        string? family,
        string? email,
        string field
    ) => New(given, family, email).Refusal!.Field.ShouldBe(field);

    [Fact]
    public void A_person_may_be_without_an_address() =>
        New("Ana", "Gomez", "  ").Value.Email.ShouldBeNull();

    [Fact]
    public void A_roster_does_not_change_back_what_was_corrected_by_hand()
    {
        var person = New("Ana", "Gomez", "ana@x.org").Value;
        person.Correct("Ana María", "Gomez", "ana@x.org").IsOk.ShouldBeTrue();

        person.CorrectFromRoster("Ana", "Gomez", "new@x.org").IsOk.ShouldBeTrue();

        person.GivenName.ShouldBe("Ana María");
        person.Email.ShouldBe("new@x.org");
    }

    [Fact]
    public void Someone_who_left_cannot_be_invited_until_they_are_back()
    {
        var person = New("Ana", "Gomez", "ana@x.org").Value;
        person.Leave(new DateOnly(2026, 11, 20));
        person.Invite(Now).IsOk.ShouldBeFalse();
        person.InvitedAt.ShouldBeNull();

        person.Return();

        person.Invite(Now).IsOk.ShouldBeTrue();
        person.InvitedAt.ShouldBe(Now);
    }

    [Fact]
    public void Someone_without_an_address_cannot_be_invited() =>
        New("Ana", "Gomez", null).Value.Invite(Now).Refusal!.Field.ShouldBe("Email");

    [Fact]
    public void Leaving_twice_keeps_the_first_day()
    {
        var person = New("Ana", "Gomez", null).Value;
        person.Leave(new DateOnly(2026, 11, 20));
        person.Leave(new DateOnly(2026, 12, 1));

        person.LeftOn.ShouldBe(new DateOnly(2026, 11, 20));
    }

    [Fact]
    public void A_person_belongs_to_a_district_and_may_come_from_a_roster()
    {
        var person = Person.New(District.Id, "Ana", "Gomez", null, Now, "t1").Value;
        person.Id.ShouldNotBe(Guid.Empty);
        (person.DistrictId, person.SourcedId).ShouldBe((District.Id, "t1"));
    }

    [Theory]
    [InlineData(null, "Gomez", null, "Enter the given name.")]
    [InlineData("Ana", null, null, "Enter the family name.")]
    [InlineData("Ana", "Gomez", "ana", "Enter an e-mail address such as name@school.org.")]
    public void A_refusal_says_what_to_enter_and_keeps_what_was(
        string? given,
        string? family,
        string? email,
        string message
    )
    {
        var person = New("Ana", "Gomez", "ana@x.org").Value;

        person.Correct(given, family, email).Refusal!.Message.ShouldBe(message);

        (person.FullName, person.Email).ShouldBe(("Ana Gomez", "ana@x.org"));
        person.SetByHand.ShouldBe(PersonFields.None);
    }

    [Fact]
    public void Names_have_at_most_80_characters_and_an_address_254()
    {
        string longest = new('x', 80);
        var address = new string('a', 248) + "@x.org";
        New(longest, longest, address).Value.Email.ShouldBe(address);
        New(longest + "x", "Gomez", null).Refusal!.Field.ShouldBe("GivenName");
        New("Ana", longest + "x", null).Refusal!.Field.ShouldBe("FamilyName");
        New("Ana", "Gomez", "a" + address).Refusal!.Field.ShouldBe("Email");
    }

    [Fact]
    public void Who_corrects_an_address_leaves_the_name_to_the_roster()
    {
        var person = New("Ana", "Gomez", "ana@x.org").Value;
        person.Correct("Ana", "Gomez", "hand@x.org").IsOk.ShouldBeTrue();

        person.CorrectFromRoster("Anne", "Smith", "new@x.org").IsOk.ShouldBeTrue();

        (person.FullName, person.Email).ShouldBe(("Anne Smith", "hand@x.org"));
        person.SetByHand.ShouldBe(PersonFields.Email);
    }

    [Fact]
    public void A_name_corrected_by_hand_stays_whole()
    {
        var person = New("Ana", "Gomez", null).Value;
        person.Correct("Ana", "Gomez Ruiz", null).IsOk.ShouldBeTrue();

        person.CorrectFromRoster("Anne", "Gomez", null).IsOk.ShouldBeTrue();

        person.FullName.ShouldBe("Ana Gomez Ruiz");
    }

    [Fact]
    public void What_was_corrected_by_hand_stays_so_when_it_is_corrected_again()
    {
        var person = New("Ana", "Gomez", "ana@x.org").Value;
        person.Correct("Anne", "Gomez", "anne@x.org");
        person.Correct("Anna", "Gomez", "anna@x.org");
        person.Correct("Anna", "Gomez", "anna@x.org");

        person.SetByHand.ShouldBe(PersonFields.Name | PersonFields.Email);
    }

    [Fact]
    public void A_roster_lets_leave_and_brings_back_whom_nobody_set_by_hand()
    {
        var person = New("Ana", "Gomez", null).Value;
        person.LeaveByRoster(new DateOnly(2026, 11, 20));
        person.LeaveByRoster(new DateOnly(2026, 12, 1));
        person.LeftOn.ShouldBe(new DateOnly(2026, 11, 20));

        person.ReturnByRoster();
        person.LeftOn.ShouldBeNull();
        person.SetByHand.ShouldBe(PersonFields.None);
    }

    [Fact]
    public void Who_left_or_came_back_by_hand_stays_so_whatever_a_roster_says()
    {
        var person = New("Ana", "Gomez", null).Value;
        person.Leave(new DateOnly(2026, 11, 20));
        person.ReturnByRoster();
        person.LeftOn.ShouldBe(new DateOnly(2026, 11, 20));

        // By hand twice is still by hand.
        person.Return();
        person.LeaveByRoster(new DateOnly(2026, 12, 1));
        person.LeftOn.ShouldBeNull();
        person.Leave(new DateOnly(2026, 12, 2));
        person.SetByHand.ShouldBe(PersonFields.Presence);
    }

    [Fact]
    public void Coming_back_by_hand_does_not_forget_what_else_was_set_by_hand()
    {
        var person = New("Ana", "Gomez", null).Value;
        person.Correct("Anne", "Gomez", null);
        person.LeaveByRoster(new DateOnly(2026, 11, 20));

        person.Return();

        person.SetByHand.ShouldBe(PersonFields.Name | PersonFields.Presence);
    }

    [Fact]
    public void Why_someone_cannot_be_invited_says_who_and_what_to_do()
    {
        var person = New("Ana", "Gomez", null).Value;
        person
            .Invite(Now)
            .Refusal!.Message.ShouldBe("Ana Gomez has no e-mail address. Enter one first.");
        person.Leave(new DateOnly(2026, 11, 20));
        person.Invite(Now).Refusal!.Message.ShouldBe("Ana Gomez has left. Bring them back first.");
        person.InvitedAt.ShouldBeNull();
    }

    private static Throughline.Domain.Shared.Result<Person> New(
        string? given,
        string? family,
        string? email
    ) => Person.New(District.Id, given, family, email, Now);
}
