using FsCheck;
using FsCheck.Fluent;
using Throughline.Domain.Assessments;
using Throughline.Domain.Assessments.Statistics;

namespace Throughline.Domain.Tests.Assessments.Statistics;

public class CliffsDeltaTests
{
    [Fact]
    public void As_published()
    {
        int[] scale = [10, 20, 30, 40, 50];
        var here = RatingStatistics.Counts(scale, [10, 10, 20, 20, 20, 30, 30, 30, 40, 50]);
        var there = RatingStatistics.Counts(scale, [10, 20, 30, 40, 40, 50]);

        CliffsDelta.Of(here, there).ShouldBe(-0.25, 1e-12);
    }

    [Theory]
    [InlineData(0, DifferenceSize.Negligible)]
    [InlineData(0.1469, DifferenceSize.Negligible)]
    [InlineData(0.147, DifferenceSize.Small)]
    [InlineData(-0.3299, DifferenceSize.Small)]
    [InlineData(0.33, DifferenceSize.Medium)]
    [InlineData(-0.4739, DifferenceSize.Medium)]
    [InlineData(-0.474, DifferenceSize.Large)]
    [InlineData(1, DifferenceSize.Large)]
    public void Sizes_begin_at_the_published_thresholds(double delta, DifferenceSize size) =>
        CliffsDelta.SizeOf(delta).ShouldBe(size);

    [Fact]
    public void Both_sides_need_ratings() =>
        Should.Throw<ArgumentException>(() => CliffsDelta.Of(Ratings.Of(1), Ratings.Of()));

    [Fact]
    public void It_agrees_with_its_definition_turns_with_the_sides_and_stays_in_bounds() =>
        Prop.ForAll(
                Ratings.Pairs,
                pair =>
                {
                    var (one, other) = pair;
                    var delta = CliffsDelta.Of(one, other);
                    var pairs =
                        from a in Everyone(one)
                        from b in Everyone(other)
                        select Math.Sign(a - b);

                    delta.ShouldBe(pairs.Average(), 1e-9);
                    delta.ShouldBeInRange(-1, 1);
                    CliffsDelta.Of(other, one).ShouldBe(-delta, 1e-9);
                    CliffsDelta
                        .Of(Ratings.Turned(one), Ratings.Turned(other))
                        .ShouldBe(-delta, 1e-9);
                    CliffsDelta.Of(one, one).ShouldBe(0, 1e-9);
                }
            )
            .QuickCheckThrowOnFailure();

    private static IEnumerable<int> Everyone(IEnumerable<LevelCount> counts) =>
        counts.SelectMany(c => Enumerable.Repeat(c.Level, c.People));
}
