using FsCheck;
using FsCheck.Fluent;
using Throughline.Domain.Assessments.Statistics;

namespace Throughline.Domain.Tests.Assessments.Statistics;

public class TeamAgreementTests
{
    [Theory]
    [InlineData(new[] { 1, 2, 2, 2, 3 }, 0.6)]
    [InlineData(new[] { 0, 1, 2, 3 }, 0)]
    [InlineData(new[] { 1, 1, 2, 2, 2, 2, 3, 3 }, 0.542857)]
    public void Rwg_on_four_levels_as_published(int[] chosen, double rwg) =>
        TeamAgreement.RwgOf(Ratings.Of(chosen)).ShouldBe(rwg, 0.0000005);

    [Theory]
    [InlineData(new[] { 1, 8, 3, 3, 1 }, 0.41875, 0.8125)]
    [InlineData(new[] { 6, 6, 5, 4, 0 }, 0.383333, 0.904762)]
    public void Rwg_and_deviation_on_five_levels_as_published(
        int[] counts,
        double rwg,
        double deviation
    )
    {
        TeamAgreement.RwgOf(Ratings.FromOne(counts)).ShouldBe(rwg, 0.0000005);
        TeamAgreement.AverageDeviationOf(Ratings.FromOne(counts)).ShouldBe(deviation, 0.0000005);
    }

    [Fact]
    public void Levels_nobody_chose_belong_to_the_scale()
    {
        // On two levels the same answers would be no agreement at all.
        TeamAgreement.RwgOf(Ratings.FromOne(3, 3)).ShouldBe(0);
        TeamAgreement.RwgOf(Ratings.FromOne(3, 3, 0, 0)).ShouldBe(0.76, 0.0005);
    }

    [Fact]
    public void Five_raters_and_fewer_are_described_by_their_deviation_and_more_by_rwg()
    {
        var five = TeamAgreement.Of(Ratings.Of(1, 2, 2, 2, 3))!;
        five.Rwg.ShouldBeNull();
        five.AverageDeviation.ShouldBe(0.4);
        five.ToString().ShouldBe("0.4 levels from the median on average");

        var six = TeamAgreement.Of(Ratings.Of(1, 2, 2, 2, 2, 3))!;
        six.AverageDeviation.ShouldBeNull();
        six.Rwg!.Value.ShouldBe(0.68, 0.0005);
        six.ToString().ShouldBe("0.68");
    }

    [Fact]
    public void One_rater_agrees_with_nobody() => TeamAgreement.Of(Ratings.Of(2)).ShouldBeNull();

    [Theory]
    [InlineData(new[] { 2, 2, 2, 2, 2, 2 }, AgreementDegree.Strong)]
    [InlineData(new[] { 1, 2, 2, 2, 2, 3 }, AgreementDegree.Moderate)]
    [InlineData(new[] { 1, 1, 1, 3, 2, 2, 3 }, AgreementDegree.Weak)]
    [InlineData(new[] { 0, 0, 0, 3, 3, 3 }, AgreementDegree.None)]
    [InlineData(new[] { 2, 2, 2 }, AgreementDegree.Strong)]
    [InlineData(new[] { 1, 2, 2, 3 }, AgreementDegree.Moderate)]
    [InlineData(new[] { 0, 1, 2, 3 }, AgreementDegree.Weak)]
    [InlineData(new[] { 0, 0, 3, 3 }, AgreementDegree.None)]
    public void The_degree_follows_from_the_figure(int[] chosen, AgreementDegree degree) =>
        TeamAgreement.Of(Ratings.Of(chosen))!.Degree.ShouldBe(degree);

    // 17 people about the second of four levels: the bounds themselves belong to the lower word.
    [Theory]
    [InlineData(new[] { 3, 11, 3, 0 }, 0.70, AgreementDegree.Moderate)]
    [InlineData(new[] { 2, 13, 2, 0 }, 0.80, AgreementDegree.Strong)]
    [InlineData(new[] { 5, 7, 5, 0 }, 0.50, AgreementDegree.Weak)]
    [InlineData(new[] { 4, 9, 4, 0 }, 0.60, AgreementDegree.Moderate)]
    // 1 − 0.7 is a hair above 0.3 in a computer.
    [InlineData(new[] { 7, 3, 7, 0 }, 0.30, AgreementDegree.None)]
    public void An_agreement_of_exactly_a_bound_is_not_above_it(
        int[] counts,
        double rwg,
        AgreementDegree degree
    )
    {
        var agreement = TeamAgreement.Of(Ratings.FromOne(counts))!;

        agreement.Rwg!.Value.ShouldBe(rwg, 1e-12);
        agreement.Degree.ShouldBe(degree);
    }

    [Theory]
    [InlineData(new[] { 0, 1, 2, 0 }, AgreementDegree.Strong)]
    [InlineData(new[] { 1, 1, 1, 0 }, AgreementDegree.Moderate)]
    [InlineData(new[] { 1, 0, 1 }, AgreementDegree.None)]
    public void A_deviation_of_exactly_a_bound_is_within_it_and_twice_the_bound_is_none(
        int[] counts,
        AgreementDegree degree
    ) => TeamAgreement.Of(Ratings.FromOne(counts))!.Degree.ShouldBe(degree);

    [Fact]
    public void Two_people_are_enough_to_agree_and_one_or_one_level_is_a_bug()
    {
        TeamAgreement.Of(Ratings.Of(2, 2))!.AverageDeviation.ShouldBe(0);
        TeamAgreement.RwgOf(Ratings.Of(2, 2)).ShouldBe(1);
        Should.Throw<ArgumentException>(() => TeamAgreement.RwgOf(Ratings.Of(2)));
        Should.Throw<ArgumentException>(() => TeamAgreement.RwgOf(Ratings.FromOne(4)));
        Should.Throw<ArgumentException>(() => TeamAgreement.AverageDeviationOf(Ratings.Of()));
    }

    [Fact]
    public void Rwg_stays_between_none_and_full_and_is_full_only_when_all_chose_the_same() =>
        Prop.ForAll(
                Ratings.Any,
                counts =>
                {
                    var rwg = TeamAgreement.RwgOf(counts);
                    rwg.ShouldBeInRange(0, 1);
                    (rwg == 1).ShouldBe(counts.Count(c => c.People > 0) == 1);
                    rwg.ShouldBe(TeamAgreement.RwgOf(Ratings.Turned(counts)), 1e-9);
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void The_deviation_is_never_more_than_half_the_scale_and_none_when_all_chose_the_same() =>
        Prop.ForAll(
                Ratings.Any,
                counts =>
                {
                    var deviation = TeamAgreement.AverageDeviationOf(counts);
                    deviation.ShouldBeInRange(0, (counts.Count - 1) / 2.0);
                    (deviation == 0).ShouldBe(counts.Count(c => c.People > 0) == 1);
                    deviation.ShouldBe(
                        TeamAgreement.AverageDeviationOf(Ratings.Turned(counts)),
                        1e-9
                    );
                }
            )
            .QuickCheckThrowOnFailure();
}
