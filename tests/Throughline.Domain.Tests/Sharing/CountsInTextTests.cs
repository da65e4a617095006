using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Throughline.Domain.Sharing;

namespace Throughline.Domain.Tests.Sharing;

/// <summary>What counts so few children that one could be known by it.</summary>
public sealed class CountsInTextTests
{
    [Theory]
    [InlineData("3 students moved up a level.", "3 students")]
    [InlineData("We met with three of our new students.", "three of our new students")]
    [InlineData("2 of 5 students passed.", "2 of 5 students")]
    [InlineData("Only one student had not read.", "one student")]
    [InlineData("12 of 14 students passed the check.", "12 of 14 students")]
    [InlineData("20% of 15 students need more time.", "20% of 15 students")]
    [InlineData("Both boys have settled in.", "Both boys")]
    [InlineData("Nine multilingual learners joined us.", "Nine multilingual learners")]
    [InlineData("Students absent: 4.", "Students absent: 4")]
    [InlineData("All is well.\nTWO Pupils left", "TWO Pupils")]
    [InlineData("Seven of the Grade 4 students spoke.", "Seven of the Grade 4 students")]
    public void A_count_below_ten_is_found_and_named(string text, string words)
    {
        var place = CountsInText.Find(text).ShouldHaveSingleItem();
        place.Words.ShouldBe(words);
        text[place.At..].ShouldStartWith(words);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Students talk in pairs.")]
    [InlineData("Grade 4 students begin on Monday.")]
    [InlineData("All 27 students of the class took part.")]
    [InlineData("Each meeting has 5 minutes for student talk.")]
    [InlineData("Two teachers watched how students explain.")]
    [InlineData("Bring 3 pieces of student work.")]
    [InlineData("No students were absent; 0 students left.")]
    [InlineData("40% of students are above the line.")]
    [InlineData("We have 3 look-fors. Students know them.")]
    [InlineData("120 of 240 students answered.")]
    [InlineData("Two thirds of the students answered.")]
    [InlineData("The students of room 5 sang.")]
    [InlineData("Students have 4 weeks.")]
    public void What_counts_many_or_counts_something_else_is_left_alone(string text) =>
        CountsInText.Find(text).ShouldBeEmpty();

    [Fact]
    public void Every_place_is_named_in_the_order_of_the_text() =>
        CountsInText
            .Find("4 students read, 12 students wrote, and five kids sang.")
            .Select(p => p.Words)
            .ShouldBe(["4 students", "five kids"]);

    [Fact]
    public void Any_figure_below_ten_before_students_is_found_and_none_above()
    {
        var around = Gen.Elements("", "Today ", "Look: ", "We saw that\n");
        Prop.ForAll(
                Gen.Choose(1, 400).SelectMany(n => around.Select(a => (n, a))).ToArbitrary(),
                x =>
                {
                    var text = string.Create(
                        CultureInfo.InvariantCulture,
                        $"{x.a}{x.n} students were here."
                    );
                    CountsInText.Find(text).Count.ShouldBe(x.n < CountsInText.Few ? 1 : 0);
                }
            )
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_share_is_found_where_either_side_of_it_is_small() =>
        Prop.ForAll(
                Gen.Choose(1, 60)
                    .SelectMany(of => Gen.Choose(0, of).Select(n => (n, of)))
                    .ToArbitrary(),
                x =>
                {
                    var text = string.Create(
                        CultureInfo.InvariantCulture,
                        $"{x.n} of {x.of} students passed."
                    );
                    var small =
                        (x.n is > 0 and < CountsInText.Few)
                        || (x.n > 0 && x.of - x.n is > 0 and < CountsInText.Few)
                        || x.of < CountsInText.Few;
                    CountsInText.Find(text).Count.ShouldBe(small ? 1 : 0);
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Nothing_that_people_type_breaks_it() =>
        Prop.ForAll<string>(text =>
            {
                foreach (var place in CountsInText.Find(text))
                {
                    text[place.At..].ShouldStartWith(place.Words);
                }
            })
            .QuickCheckThrowOnFailure();
}
