using Throughline.Domain.Shared;
using Throughline.Domain.Units;
using static Throughline.Domain.Tests.Units.Places;

namespace Throughline.Domain.Tests.Units;

public class ReviewerTests
{
    private static readonly DateOnly Today = new(2026, 11, 20);
    private static readonly DateOnly LastDay = new(2026, 12, 4);

    [Fact]
    public void A_reviewer_has_access_up_to_and_on_the_last_day()
    {
        var reviewer = Invite().Value;

        reviewer.IsReviewer.ShouldBeTrue();
        reviewer.HasAccessOn(Today).ShouldBeTrue();
        reviewer.HasAccessOn(LastDay).ShouldBeTrue();
        reviewer.HasAccessOn(LastDay.AddDays(1)).ShouldBeFalse();
    }

    [Fact]
    public void Staff_have_no_last_day()
    {
        var staff = Person.New(District.Id, "Ana", "Gomez", "ana@x.org", Now).Value;

        staff.IsReviewer.ShouldBeFalse();
        staff.HasAccessOn(new DateOnly(2099, 1, 1)).ShouldBeTrue();
        staff.GiveAccess(LastDay, Today).Refusal!.Message.ShouldContain("works here");
        staff.EndAccess(Today).Refusal!.Message.ShouldContain("works here");
        staff.IsReviewer.ShouldBeFalse();

        staff.Leave(Today);
        staff.HasAccessOn(Today).ShouldBeFalse();
    }

    [Theory]
    [InlineData(null, "Solberg", "i@x.org", "GivenName")]
    [InlineData("Ingrid", null, "i@x.org", "FamilyName")]
    [InlineData("Ingrid", "Solberg", "i", "Email")]
    [InlineData("Ingrid", "Solberg", "  ", "Email")]
    public void An_invitation_needs_a_name_and_an_address(
        string? given,
        string? family,
        string? email,
        string field
    ) =>
        Person
            .InviteReviewer(District.Id, given, family, email, LastDay, Today, Now)
            .Refusal!.Field.ShouldBe(field);

    [Fact]
    public void Access_ends_today_at_the_earliest_and_within_a_year()
    {
        Invite(Today.AddDays(-1)).Refusal!.Field.ShouldBe("AccessEndsOn");
        Invite(Today).IsOk.ShouldBeTrue();
        Invite(Today.AddDays(Person.LongestAccess)).IsOk.ShouldBeTrue();
        Invite(Today.AddDays(Person.LongestAccess + 1))
            .Refusal!.Message.ShouldContain("up to November 21, 2027");
    }

    [Fact]
    public void The_last_day_can_be_moved_either_way_also_when_it_is_over()
    {
        var reviewer = Invite().Value;

        reviewer.GiveAccess(Today, Today).IsOk.ShouldBeTrue();
        reviewer.HasAccessOn(Today.AddDays(1)).ShouldBeFalse();
        reviewer.GiveAccess(Today.AddDays(9), Today.AddDays(5)).IsOk.ShouldBeTrue();
        reviewer.HasAccessOn(Today.AddDays(9)).ShouldBeTrue();
        reviewer.GiveAccess(Today, Today.AddDays(5)).IsOk.ShouldBeFalse();
        reviewer.AccessEndsOn.ShouldBe(Today.AddDays(9));
    }

    [Fact]
    public void Ending_access_ends_it_on_the_same_day_and_once()
    {
        var reviewer = Invite().Value;

        reviewer.EndAccess(Today).IsOk.ShouldBeTrue();

        reviewer.HasAccessOn(Today).ShouldBeFalse();
        reviewer.IsReviewer.ShouldBeTrue();
        reviewer.EndAccess(Today).Refusal!.Message.ShouldContain("over already");
    }

    [Fact]
    public void A_reviewer_who_was_let_go_comes_back_with_a_new_last_day()
    {
        var reviewer = Invite().Value;
        reviewer.Leave(Today);
        reviewer.HasAccessOn(Today).ShouldBeFalse();

        reviewer.GiveAccess(LastDay, Today).IsOk.ShouldBeTrue();

        reviewer.HasAccessOn(LastDay).ShouldBeTrue();
    }

    [Fact]
    public void Why_a_reviewer_has_no_role_says_what_to_do() =>
        Invite().Value.NoRole().Message.ShouldContain("add them as a person");

    [Fact]
    public void Why_an_invitation_is_refused_says_what_to_enter()
    {
        Person
            .InviteReviewer(District.Id, "Ingrid", "Solberg", null, LastDay, Today, Now)
            .Refusal!.Message.ShouldBe("Enter an e-mail address. The invitation goes there.");
        Invite(Today.AddDays(-1))
            .Refusal!.Message.ShouldBe("This day has gone by. Choose today or a later day.");
        Invite(Today.AddDays(Person.LongestAccess + 1)).Refusal!.Field.ShouldBe("AccessEndsOn");
    }

    private static Result<Person> Invite(DateOnly? endsOn = null) =>
        Person.InviteReviewer(
            District.Id,
            "Ingrid",
            "Solberg",
            "ingrid@lakeview.example",
            endsOn ?? LastDay,
            Today,
            Now
        );
}
