using Throughline.Domain.Shared;
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

    [Fact]
    public void A_school_belongs_to_its_district_and_a_district_to_itself()
    {
        var district = District();
        var school = Unit.NewSchool(district, "Lincoln", "lincoln", Now, "s1").Value;
        district.DistrictId.ShouldBe(district.Id);
        school.DistrictId.ShouldBe(district.Id);
        school.Id.ShouldNotBe(district.Id);
        (district.Kind, school.Kind).ShouldBe((UnitKind.District, UnitKind.School));
        (district.SourcedId, school.SourcedId).ShouldBe((null, "s1"));
    }

    [Theory]
    [InlineData(null, "Enter the name.")]
    [InlineData(" ", "Enter the name.")]
    [InlineData(121, "Shorten the name to 120 characters")]
    public void A_unit_has_a_name_of_at_most_120_characters(object? name, string message)
    {
        var typed = name is int length ? new string('x', length) : (string?)name;
        var district = District();

        Refusal[] refusals =
        [
            Unit.NewDistrict(typed, "avila", "America/Chicago", Now).Refusal!,
            Unit.NewSchool(district, typed, "lincoln", Now).Refusal!,
            district.Rename(typed).Refusal!,
            district.RenameFromRoster(typed!).Refusal!,
        ];

        refusals.ShouldAllBe(r => r.Field == "Name" && r.Message.StartsWith(message));
        (district.Name, district.NameSetByHand).ShouldBe(("Ávila County", false));
        district.Rename(new('x', 120)).IsOk.ShouldBeTrue();
    }

    [Fact]
    public void No_unit_is_made_with_what_is_no_address_or_no_time_zone()
    {
        Unit.NewDistrict("Ávila", "Ávila", "America/Chicago", Now).Refusal!.Field.ShouldBe("Slug");
        Unit.NewDistrict("Ávila", "avila", "America/Atlantis", Now)
            .Refusal!.Message.ShouldBe("Choose a time zone from the list.");
    }

    [Fact]
    public void A_unit_stays_at_its_address_when_the_new_one_is_refused_or_the_same()
    {
        var district = District();
        district.MoveTo("settings").Refusal!.Field.ShouldBe("Slug");
        district.MoveTo(null).IsOk.ShouldBeFalse();
        district.MoveTo("avila").IsOk.ShouldBeTrue();
        district.Slug.ShouldBe("avila");
        district.Addresses.Select(a => a.Slug).ShouldBe(["avila"]);
    }

    [Fact]
    public void A_name_typed_in_the_app_stays_when_the_unit_is_tied_to_a_roster()
    {
        var typed = District();
        typed.ComesFrom("d1");
        typed.RenameFromRoster("Avila Co.");
        (typed.Name, typed.SourcedId).ShouldBe(("Ávila County", "d1"));

        var renamed = District();
        renamed.Rename("Ávila Schools");
        renamed.ComesFrom("d1");
        renamed.NameSetByHand.ShouldBeTrue();
    }

    [Fact]
    public void A_name_from_a_roster_follows_it_also_under_another_id()
    {
        var school = Unit.NewSchool(District(), "Lincoln", "lincoln", Now, "s1").Value;
        school.ComesFrom("s2");
        school.RenameFromRoster("Lincoln School");
        (school.Name, school.SourcedId).ShouldBe(("Lincoln School", "s2"));
    }

    [Fact]
    public void A_roster_closes_and_opens_a_school_that_nobody_closed_or_opened_by_hand()
    {
        var school = Unit.NewSchool(District(), "Lincoln", "lincoln", Now).Value;
        school.CloseByRoster(new DateOnly(2026, 6, 30));
        school.CloseByRoster(new DateOnly(2026, 9, 1));
        school.ClosedOn.ShouldBe(new DateOnly(2026, 6, 30));
        school.ReopenByRoster();
        school.ClosedOn.ShouldBeNull();
    }

    [Fact]
    public void A_school_closed_or_opened_by_hand_stays_so_whatever_a_roster_says()
    {
        var closed = Unit.NewSchool(District(), "Lincoln", "lincoln", Now).Value;
        closed.Close(new DateOnly(2026, 6, 30));
        closed.ReopenByRoster();
        closed.ClosedOn.ShouldBe(new DateOnly(2026, 6, 30));

        var open = Unit.NewSchool(District(), "Hill", "hill", Now).Value;
        open.Reopen();
        open.CloseByRoster(new DateOnly(2026, 6, 30));
        open.ClosedOn.ShouldBeNull();
    }

    [Fact]
    public void Each_word_has_at_most_60_characters()
    {
        string longest = new('x', 60);
        UnitWords.From(longest, longest, longest).Value.PlanShort.ShouldBe(longest);
        Refusal?[] refusals =
        [
            UnitWords.From(longest + "x", null, null).Refusal,
            UnitWords.From(null, longest + "x", null).Refusal,
            UnitWords.From(null, null, longest + "x").Refusal,
        ];
        refusals.ShouldAllBe(r => r == new Refusal("Shorten each word to 60 characters.", "Plan"));
    }

    [Fact]
    public void The_usual_words_are_those_of_a_School_Improvement_Plan() =>
        UnitWords.Standard.ShouldBe(new("School Improvement Plan", "SIP", "principal"));
}
