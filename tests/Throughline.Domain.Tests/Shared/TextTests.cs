using Throughline.Domain.Shared;

namespace Throughline.Domain.Tests.Shared;

public class TextTests
{
    [Theory]
    [InlineData(null)]
    [InlineData(" \r\n\t")]
    [InlineData("\u0000\u001b")]
    [InlineData("\u202e \u200f")]
    public void Of_what_nobody_can_see_nothing_is_left(string? typed)
    {
        Text.Clean(typed).ShouldBeNull();
        Text.Required(typed, "the name", 10, "Name").Refusal.ShouldSay("Name", "Enter the name.");
        Text.Passage(typed, "the reasons", 10, "Reasons").Value.ShouldBeNull();
    }

    [Fact]
    public void A_text_may_be_as_long_as_its_limit_and_is_told_how_long_it_is()
    {
        Text.Required(" 1234567890 ", "the name", 10, "Name").Value.ShouldBe("1234567890");
        Text.Required("12345678901", "the name", 10, "Name")
            .Refusal.ShouldSay("Name", "Shorten the name to 10 characters; it has 11 now.");
        Text.Passage("12345\r\n890", "the reasons", 10, "Reasons").Value.ShouldBe("12345\n890");
        Text.Passage("1234567890", "the reasons", 10, "Reasons").IsOk.ShouldBeTrue();
        Text.Passage("12345678901", "the reasons", 10, "Reasons")
            .Refusal.ShouldSay("Reasons", "Shorten the reasons to 10 characters; it has 11 now.");
    }

    // Every mark that turns the reading direction, and its neighbours, which are letters like any other.
    [Theory]
    [InlineData('\u200e', false)]
    [InlineData('\u200f', false)]
    [InlineData('\u202a', false)]
    [InlineData('\u202c', false)]
    [InlineData('\u202e', false)]
    [InlineData('\u2066', false)]
    [InlineData('\u2069', false)]
    [InlineData('\u200d', true)]
    [InlineData('\u2010', true)]
    [InlineData('\u202f', true)]
    [InlineData('\u2065', true)]
    [InlineData('\u206a', true)]
    public void What_turns_the_reading_direction_is_dropped_and_nothing_else(char c, bool stays) =>
        Text.Clean($"a{c}b").ShouldBe(stays ? $"a{c}b" : "ab");

    [Theory]
    [InlineData("12345", "12345")]
    [InlineData("123456", "1234…")]
    [InlineData("123 56", "123…")]
    [InlineData("123😀6", "123…")]
    public void A_text_is_cut_only_when_it_is_longer(string text, string shown) =>
        Text.Shorten(text, 5).ShouldBe(shown);

    [Theory]
    [InlineData("12345", "12345")]
    [InlineData("123456", "12345")]
    [InlineData("123😀6", "123😀")]
    [InlineData("1234😀", "1234")]
    public void What_is_cut_off_takes_no_half_of_a_character_with_it(string text, string kept) =>
        Text.Cut(text, 5).ShouldBe(kept);
}
