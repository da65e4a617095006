using Throughline.Domain.Units;

namespace Throughline.Domain.Tests.Units;

public sealed class SlugTests
{
    [Theory]
    [InlineData("ab")]
    [InlineData("p4")]
    [InlineData("lincoln-elementary-2")]
    [InlineData("homework")]
    public void Words_of_small_letters_and_digits_joined_by_hyphens_are_an_address(string text)
    {
        Slug.IsValid(text).ShouldBeTrue();
        Slug.Check(text).IsOk.ShouldBeTrue();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("4p")]
    [InlineData("-ab")]
    [InlineData("ab-")]
    [InlineData("a--b")]
    [InlineData("aB")]
    [InlineData("a_b")]
    [InlineData("école")]
    [InlineData("a b")]
    public void What_is_no_address_is_refused_with_an_example(string? text)
    {
        var refusal = Slug.Check(text).Refusal!;
        refusal.Field.ShouldBe("Slug");
        refusal.Message.ShouldStartWith("Use 2 to 60 lower-case letters");
        refusal.Message.ShouldContain("lincoln-elementary");
    }

    [Fact]
    public void An_address_has_at_most_60_characters()
    {
        Slug.IsValid(new('x', 60)).ShouldBeTrue();
        Slug.IsValid(new('x', 61)).ShouldBeFalse();
    }

    // A unit of such a name would hide a page of the product.
    [Theory]
    [InlineData("account")]
    [InlineData("admin")]
    [InlineData("api")]
    [InlineData("assets")]
    [InlineData("css")]
    [InlineData("error")]
    [InlineData("favicon")]
    [InlineData("forgot-password")]
    [InlineData("healthz")]
    [InlineData("help")]
    [InlineData("home")]
    [InlineData("js")]
    [InlineData("lib")]
    [InlineData("live")]
    [InlineData("public")]
    [InlineData("readyz")]
    [InlineData("schools")]
    [InlineData("set-password")]
    [InlineData("settings")]
    [InlineData("sign-in")]
    [InlineData("sign-out")]
    [InlineData("static")]
    [InlineData("throughline")]
    public void An_address_of_the_product_itself_is_refused_and_gets_a_number(string word)
    {
        Slug.IsValid(word).ShouldBeFalse();
        Slug.FirstFree(word, _ => false).ShouldBe($"{word}-2");
    }

    [Theory]
    [InlineData("Lincoln Elementary", "lincoln-elementary")]
    [InlineData(" École   Élan (North) ", "ecole-elan-north")]
    [InlineData("St. Mary's & Paul’s", "st-marys-pauls")]
    [InlineData("P.S. 42", "ps-42")]
    [InlineData("PS", "ps")]
    [InlineData("X", "unit-x")]
    [InlineData("42nd Street", "unit-42nd-street")]
    [InlineData("7", "unit-7")]
    [InlineData("東京", "unit")]
    [InlineData("", "unit")]
    public void A_name_becomes_an_address_that_can_be_read_aloud(string name, string slug)
    {
        Slug.From(name).ShouldBe(slug);
        Slug.FirstFree(name, _ => false).ShouldBe(slug);
    }

    // Four characters are left for a number.
    [Fact]
    public void A_long_name_is_cut_so_that_a_number_fits_behind_it()
    {
        Slug.From(new('x', 56)).ShouldBe(new('x', 56));
        Slug.From(new('x', 57)).ShouldBe(new('x', 56));
        Slug.From(new string('x', 55) + " yz").ShouldBe(new('x', 55));
        Slug.FirstFree(new('x', 80), s => s.Length == 56).ShouldBe(new string('x', 56) + "-2");
    }

    // A number that never fits would be looked for until the program is stopped.
    [Fact]
    public void A_long_name_that_starts_with_a_digit_finds_an_address_and_a_number_too()
    {
        const string Name = "21st Century Academy of Science, Technology, Engineering and Arts";
        var wanted = Slug.From(Name);

        wanted.ShouldBe("unit-21st-century-academy-of-science-technology-engineer");
        Slug.FirstFree(Name, _ => false).ShouldBe(wanted);
        Slug.FirstFree(Name, s => s == wanted).ShouldBe(wanted + "-2");
    }

    [Fact]
    public void After_a_thousand_of_one_name_there_still_is_a_free_address()
    {
        var name = new string('x', 70);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < 1000; i++)
        {
            taken.Add(Slug.FirstFree(name, taken.Contains)).ShouldBeTrue();
        }

        Slug.FirstFree(name, taken.Contains).ShouldBe(new string('x', 55) + "-1001");
    }

    [Fact]
    public void The_first_address_that_no_unit_has_or_had_is_taken()
    {
        Slug.FirstFree("Lincoln", s => s is "lincoln").ShouldBe("lincoln-2");
        Slug.FirstFree("Lincoln", s => s is "lincoln" or "lincoln-2").ShouldBe("lincoln-3");
        Slug.FirstFree("Lincoln", s => s is "lincoln-2").ShouldBe("lincoln");
    }
}
