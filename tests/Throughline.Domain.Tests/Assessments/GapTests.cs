using Throughline.Domain.Assessments;
using Throughline.Domain.Assessments.Statistics;

namespace Throughline.Domain.Tests.Assessments;

public class GapTests
{
    [Theory]
    [InlineData(
        new[] { 2, 2, 2 },
        new[] { 2, 2, 2 },
        0,
        "The team and the view from outside are alike."
    )]
    [InlineData(
        new[] { 1, 2, 2, 3 },
        new[] { 1, 2, 2 },
        0,
        "The team sees this a little higher than the view from outside."
    )]
    [InlineData(
        new[] { 2, 2, 2, 3, 3 },
        new[] { 2, 2, 2 },
        0,
        "The team sees this clearly higher than the view from outside."
    )]
    [InlineData(
        new[] { 3, 3, 3 },
        new[] { 1, 2, 2 },
        1,
        "The team sees this much higher than the view from outside."
    )]
    [InlineData(
        new[] { 0, 1, 1 },
        new[] { 2, 1, 3, 2 },
        -1,
        "The team sees this much lower than the view from outside."
    )]
    public void It_names_difference_size_and_direction(
        int[] team,
        int[] outside,
        double difference,
        string words
    )
    {
        var gap = new Gap(ShownResults.Figures(team), ShownResults.Figures(outside));

        gap.Difference.ShouldBe(difference);
        gap.Words.ShouldBe(words);
    }

    [Fact]
    public void Not_seen_enough_counts_on_neither_side()
    {
        var gap = new Gap(
            ShownResults.Figures(2, 2, 2, ShownResults.NotSeen),
            ShownResults.Figures(2, 2, 2)
        );

        gap.Delta.ShouldBe(0);
        gap.Size.ShouldBe(DifferenceSize.Negligible);
    }

    [Fact]
    public void An_item_that_one_side_does_not_show_has_no_gap()
    {
        var results = ShownResults.Team([1, 1, 1], [2, 2, 2]).And([2, 2, 2], null);

        results.GapOf("item-1").ShouldNotBeNull();
        results.GapOf("item-2").ShouldBeNull();
        ShownResults.Team([1, 1, 1]).GapOf("item-1").ShouldBeNull();
    }
}
