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

    private static Throughline.Domain.Shared.Result<Person> New(
        string? given,
        string? family,
        string? email
    ) => Person.New(District.Id, given, family, email, Now);
}
