using Throughline.Domain.Units;

namespace Throughline.Domain.Tests.Units;

public sealed class UnitTests
{
    private static readonly DateTime Now = new(2026, 7, 1, 12, 0, 0, DateTimeKind.Utc);

    private static Unit District() =>
        Unit.NewDistrict("Ávila County", "avila", "America/Chicago", Now).Value;

    [Fact]
    public void A_school_starts_with_its_districts_words_and_time_zone()
    {
        var district = District();
        district.Use(UnitWords.From("Unified Improvement Plan", "UIP", "director").Value);
        var school = Unit.NewSchool(district, "Lincoln", "lincoln", Now).Value;
        (school.Words.Leader, school.TimeZoneId).ShouldBe(("director", "America/Chicago"));
    }

    [Fact]
    public void A_former_address_stays_an_alias_and_can_be_taken_again()
    {
        var district = District();
        district.MoveTo("avila-county").IsOk.ShouldBeTrue();
        district.MoveTo("avila").IsOk.ShouldBeTrue();
        district.Slug.ShouldBe("avila");
        district.Addresses.Select(a => a.Slug).ShouldBe(["avila", "avila-county"]);
    }

    [Fact]
    public void A_name_changed_by_hand_is_not_changed_back_by_a_roster()
    {
        var district = District();
        district.RenameFromRoster("Avila Co.");
        district.Name.ShouldBe("Avila Co.");
        district.Rename("Ávila Schools").IsOk.ShouldBeTrue();
        district.RenameFromRoster("Avila Co.");
        district.Name.ShouldBe("Ávila Schools");
    }

    [Fact]
    public void A_unit_is_found_by_its_lower_cased_name()
    {
        var district = District();
        district.SearchText.ShouldBe("ávila county");
        district.Rename("École ÉLAN");
        district.SearchText.ShouldBe("école élan");
    }

    [Fact]
    public void An_unknown_time_zone_is_refused()
    {
        var district = District();
        district.SetTimeZone("America/Atlantis").Refusal!.Field.ShouldBe("TimeZoneId");
        district.SetTimeZone(null).IsOk.ShouldBeFalse();
        district.TimeZoneId.ShouldBe("America/Chicago");
    }

    [Fact]
    public void An_empty_word_is_the_usual_one()
    {
        UnitWords
            .From(" ", null, "director")
            .Value.ShouldBe(new UnitWords("School Improvement Plan", "SIP", "director"));
        UnitWords.From(new('x', 61), null, null).IsOk.ShouldBeFalse();
    }

    [Fact]
    public void Closing_twice_keeps_the_first_day()
    {
        var school = Unit.NewSchool(District(), "Lincoln", "lincoln", Now).Value;
        school.Close(new DateOnly(2026, 6, 30));
        school.Close(new DateOnly(2026, 9, 1));
        school.ClosedOn.ShouldBe(new DateOnly(2026, 6, 30));
        school.Reopen();
        school.ClosedOn.ShouldBeNull();
    }
}
