using FsCheck;
using FsCheck.Fluent;
using Throughline.Domain.Assessments;

namespace Throughline.Domain.Tests.Assessments;

public class RatingStatisticsTests
{
    private static readonly int[] Scale = [0, 1, 2, 3];

    [Theory]
    [InlineData(new[] { 2 }, "2")]
    [InlineData(new[] { 1, 2 }, "1–2")]
    [InlineData(new[] { 0, 3 }, "0–3")]
    [InlineData(new[] { 1, 1, 3 }, "1")]
    [InlineData(new[] { 3, 2, 1, 2 }, "2")]
    [InlineData(new[] { 0, 0, 1, 1 }, "0–1")]
    [InlineData(new[] { 0, 0, 0 }, "0")]
    public void The_median_is_the_middle_or_the_two_in_the_middle(int[] chosen, string median) =>
        Of(chosen)!.ToString().ShouldBe(median);

    [Fact]
    public void Without_ratings_there_is_no_median() => Of([]).ShouldBeNull();

    [Fact]
    public void Counts_cover_the_whole_scale() =>
        RatingStatistics
            .Counts(Scale, [3, 1, 3])
            .ShouldBe([new(0, 0), new(1, 1), new(2, 0), new(3, 2)]);

    [Fact]
    public void A_level_off_the_scale_is_a_bug() =>
        Should.Throw<ArgumentException>(() => RatingStatistics.Counts(Scale, [4]));

    [Fact]
    public void The_median_agrees_with_its_definition_by_sorting() =>
        Prop.ForAll(
                Ratings,
                chosen =>
                {
                    var sorted = chosen.Order().ToArray();
                    var expected =
                        sorted.Length % 2 == 1
                            ? (sorted[sorted.Length / 2], sorted[sorted.Length / 2])
                            : (sorted[(sorted.Length / 2) - 1], sorted[sorted.Length / 2]);

                    var median = Of(chosen)!;

                    (median.Low, median.High).ShouldBe(expected);
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void The_order_of_ratings_does_not_matter() =>
        Prop.ForAll(
                Ratings,
                ArbMap.Default.ArbFor<int>(),
                (chosen, seed) =>
                {
                    var shuffled = chosen.ToArray();
                    new Random(seed).Shuffle(shuffled);

                    RatingStatistics
                        .Counts(Scale, shuffled)
                        .ShouldBe(RatingStatistics.Counts(Scale, chosen));
                    Of(shuffled).ShouldBe(Of(chosen));
                }
            )
            .QuickCheckThrowOnFailure();

    private static Arbitrary<int[]> Ratings =>
        Gen.Elements(Scale).NonEmptyListOf().Select(l => l.ToArray()).ToArbitrary();

    private static Median? Of(int[] chosen) =>
        RatingStatistics.Median(RatingStatistics.Counts(Scale, chosen));
}
