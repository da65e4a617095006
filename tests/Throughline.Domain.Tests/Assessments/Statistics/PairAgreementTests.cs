using FsCheck;
using FsCheck.Fluent;
using Throughline.Domain.Assessments.Statistics;

namespace Throughline.Domain.Tests.Assessments.Statistics;

public class PairAgreementTests
{
    private static readonly int[][] Published =
    [
        [0, 4, 1],
        [0, 8, 0],
        [0, 1, 5],
    ];

    [Theory]
    [InlineData(KappaWeights.Unweighted, 0.4842, 0.00005)]
    [InlineData(KappaWeights.Linear, 0.4701, 0.00005)]
    [InlineData(KappaWeights.Quadratic, 0.450161, 0.0000005)]
    public void Kappa_as_published(KappaWeights weights, double kappa, double within) =>
        PairAgreement.OfTable(Published).Kappa(weights)!.Value.ShouldBe(kappa, within);

    [Fact]
    public void Exact_and_adjacent_agreement_are_shares_of_things()
    {
        var agreement = PairAgreement.OfTable(Published);

        agreement.Exact.ShouldBe(13 / 19.0, 1e-12);
        agreement.Adjacent.ShouldBe(18 / 19.0, 1e-12);
    }

    [Fact]
    public void Ratings_make_the_same_table_over_the_full_scale()
    {
        var agreement = PairAgreement.Of([0, 1, 2, 3], [(0, 0), (2, 2), (2, 0), (0, 0)]);

        agreement.Exact.ShouldBe(0.75);
        agreement.Adjacent.ShouldBe(0.75);
        agreement.Kappa(KappaWeights.Unweighted)!.Value.ShouldBe(0.5, 1e-12);
    }

    [Fact]
    public void Where_both_use_one_level_only_there_is_no_kappa() =>
        PairAgreement.Of([0, 1], [(1, 1), (1, 1)]).Kappa(KappaWeights.Quadratic).ShouldBeNull();

    [Fact]
    public void Tables_that_are_none_are_bugs()
    {
        Should.Throw<ArgumentException>(() =>
            PairAgreement.OfTable([
                [1, 2],
            ])
        );
        Should.Throw<ArgumentException>(() =>
            PairAgreement.OfTable([
                [0],
            ])
        );
        Should.Throw<ArgumentException>(() =>
            PairAgreement.OfTable([
                [1, 2],
                [3],
            ])
        );
        Should.Throw<ArgumentException>(() => PairAgreement.Of([0, 1], [(0, 2)]));
        // One good pair beside it does not make up for the other.
        Should.Throw<ArgumentException>(() => PairAgreement.Of([0, 1], [(0, 0), (0, 2)]));
        Should.Throw<ArgumentException>(() => PairAgreement.Of([0, 1], [(0, 0), (2, 0)]));
    }

    [Fact]
    public void It_does_not_matter_who_is_first_or_which_end_of_the_scale_is_up() =>
        Prop.ForAll(
                Gen.Choose(0, 3).Two().NonEmptyListOf().Select(l => l.ToList()).ToArbitrary(),
                ratings =>
                {
                    var one = PairAgreement.Of(Ratings.ZeroToThree, ratings);
                    var swapped = PairAgreement.Of(
                        Ratings.ZeroToThree,
                        [.. ratings.Select(r => (r.Item2, r.Item1))]
                    );
                    var turned = PairAgreement.Of(
                        Ratings.ZeroToThree,
                        [.. ratings.Select(r => (3 - r.Item1, 3 - r.Item2))]
                    );
                    foreach (var weights in Enum.GetValues<KappaWeights>())
                    {
                        var kappa = one.Kappa(weights);
                        Same(swapped.Kappa(weights), kappa);
                        Same(turned.Kappa(weights), kappa);
                        (kappa is null or (>= -1.0000001 and <= 1)).ShouldBeTrue();
                        if (one.Exact == 1 && kappa is { } full)
                        {
                            full.ShouldBe(1, 1e-9);
                        }
                    }

                    one.Adjacent.ShouldBeGreaterThanOrEqualTo(one.Exact);
                }
            )
            .QuickCheckThrowOnFailure();

    private static void Same(double? one, double? other)
    {
        one.HasValue.ShouldBe(other.HasValue);
        (one ?? 0).ShouldBe(other ?? 0, 1e-9);
    }
}
