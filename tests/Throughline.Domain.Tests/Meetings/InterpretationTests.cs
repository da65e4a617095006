using Throughline.Domain.Meetings;

namespace Throughline.Domain.Tests.Meetings;

/// <summary>A line that explains where the team only describes is asked back; see <see cref="Interpretation"/>.</summary>
public class InterpretationTests
{
    [Theory]
    [InlineData("The answer is wrong because the units are missing", "because")]
    [InlineData("She drew a line so that both halves match", "so that")]
    [InlineData("They don’t understand place value", "don’t understand")]
    [InlineData("They don't understand place value", "don’t understand")]
    [InlineData("He did not try", "did not try")]
    [InlineData("LAZY handwriting", "LAZY")]
    [InlineData("I think the frame helped", "I think")]
    [InlineData("We believe it was rushed", "We believe")]
    [InlineData("Students should label the axes", "should")]
    [InlineData("Probably copied from the board", "Probably")]
    [InlineData("It seems finished", "seems")]
    [InlineData("Sample B struggles with two texts", "struggles")]
    [InlineData("A weak opening", "weak")]
    [InlineData("This class needs to read more", "needs to")]
    [InlineData("Therefore three of them failed", "Therefore")]
    [InlineData("Maybe it was late", "Maybe")]
    public void A_line_that_explains_or_judges_is_recognised(string line, string words) =>
        Interpretation.FirstIn(line).ShouldBe(words);

    [Theory]
    [InlineData("Five of six samples have a claim in the first sentence")]
    [InlineData("The total is 14; the sum of the parts is 15")]
    [InlineData("Attendance fell from 94 to 89 of a hundred since October")]
    [InlineData("The lowest row is grade 2")]
    [InlineData("The word “because” stands in four of six samples")]
    [InlineData("One wrote \"I think the dog should go home\"")]
    [InlineData("A shoulder and an elbow are drawn")]
    [InlineData("The mustard field is coloured yellow")]
    [InlineData("The weakness chapter is left blank")]
    [InlineData("Poorman Street is on the map")]
    [InlineData("")]
    [InlineData(null)]
    public void A_line_that_says_what_can_be_seen_is_not(string? line) =>
        Interpretation.FirstIn(line).ShouldBeNull();

    [Fact]
    public void What_is_quoted_is_not_looked_at_and_what_stands_beside_it_is()
    {
        Interpretation.FirstIn("“I think so” is all he wrote").ShouldBeNull();
        Interpretation.FirstIn("“I think so” is all he wrote, maybe").ShouldBe("maybe");
        Interpretation.FirstIn("“never closed, because").ShouldBe("because");
    }
}
