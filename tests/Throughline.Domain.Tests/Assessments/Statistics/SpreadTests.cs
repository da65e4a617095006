using FsCheck;
using FsCheck.Fluent;
using Throughline.Domain.Assessments;
using Throughline.Domain.Assessments.Statistics;

namespace Throughline.Domain.Tests.Assessments.Statistics;

public class SpreadTests
{
    [Theory]
    [InlineData(new[] { 2, 2, 2 }, "all at 2")]
    [InlineData(new[] { 0, 1, 2, 3 }, "0–3, the middle half 1–2")]
    [InlineData(new[] { 0, 2, 2, 2, 3 }, "0–3, the middle half at 2")]
    [InlineData(new[] { 0, 1, 2 }, "0–2, the middle half 0–2")]
    [InlineData(new[] { 0, 0, 1, 1, 2, 2, 3, 3 }, "0–3, the middle half 1–2")]
    public void It_names_the_ends_and_the_middle_half(int[] chosen, string spread) =>
        Spread.Of(Ratings.Of(chosen))!.ToString().ShouldBe(spread);

    [Fact]
    public void Without_ratings_there_is_none() => Spread.Of(Ratings.Of()).ShouldBeNull();

    [Fact]
    public void The_middle_half_lies_within_the_ends_and_holds_the_median() =>
        Prop.ForAll(
                Ratings.Any,
                counts =>
                {
                    var spread = Spread.Of(counts)!;
                    var median = RatingStatistics.Median(counts)!;
                    int[] inOrder =
                    [
                        spread.Lowest,
                        spread.MiddleLow,
                        median.Low,
                        median.High,
                        spread.MiddleHigh,
                        spread.Highest,
                    ];
                    inOrder.ShouldBe(inOrder.Order());
                    counts
                        .Where(c => c.Level >= spread.MiddleLow && c.Level <= spread.MiddleHigh)
                        .Sum(c => c.People)
                        .ShouldBeGreaterThanOrEqualTo((counts.Sum(c => c.People) + 1) / 2);
                }
            )
            .QuickCheckThrowOnFailure();
}
