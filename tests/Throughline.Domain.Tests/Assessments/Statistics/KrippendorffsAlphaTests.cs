using FsCheck;
using FsCheck.Fluent;
using Throughline.Domain.Assessments.Statistics;

namespace Throughline.Domain.Tests.Assessments.Statistics;

public class KrippendorffsAlphaTests
{
    // Krippendorff: one line an observer, one column a unit.
    private static readonly string[] Observers =
    [
        "1 2 3 3 2 1 4 1 2 . . .",
        "1 2 3 3 2 2 4 1 2 5 . 3",
        ". 3 3 3 2 3 4 2 2 5 1 .",
        "1 2 3 3 2 4 4 1 2 5 1 .",
    ];

    // Hayes & Krippendorff 2007: one block a unit, one place an observer.
    private const string Blocks =
        "112.2 1101. 2333. .00.0 000.0 000.0 102.1 1.20. 222.2 2111. .100. 0000. 1222. 33223 "
        + "111.1 111.1 212.2 1233. 1101. 000.0 0011. 00.00 2333. 0000. 12.22 0111. 00010 1212. "
        + "1122. 112.2 110.0 2121. 22.22 3222. 222.2 223.2 222.2 22.12 2222. 111.1";

    [Theory]
    [InlineData(MeasurementLevel.Nominal, 0.743421)]
    [InlineData(MeasurementLevel.Ordinal, 0.815388)]
    [InlineData(MeasurementLevel.Interval, 0.849107)]
    [InlineData(MeasurementLevel.Ratio, 0.797403)]
    public void Four_observers_as_published(MeasurementLevel level, double alpha)
    {
        var rows = Observers.Select(o => o.Split(' ')).ToList();
        var units = Enumerable.Range(0, 12).Select(u => Values(rows.Select(r => r[u]))).ToList();

        KrippendorffsAlpha.Of(units, level)!.Value.ShouldBe(alpha, 0.0000005);
    }

    [Theory]
    [InlineData(MeasurementLevel.Ordinal, 0.759829)]
    [InlineData(MeasurementLevel.Nominal, 0.476510)]
    [InlineData(MeasurementLevel.Interval, 0.757378)]
    public void Five_observers_as_published(MeasurementLevel level, double alpha)
    {
        var units = Blocks.Split(' ').Select(b => Values(b.Select(c => c.ToString()))).ToList();
        units.Count.ShouldBe(40);

        KrippendorffsAlpha.Of(units, level)!.Value.ShouldBe(alpha, 0.0000005);
    }

    [Theory]
    [InlineData(0.8, Reliability.Firm)]
    [InlineData(0.7999, Reliability.Tentative)]
    [InlineData(0.667, Reliability.Tentative)]
    [InlineData(0.6669, Reliability.Insufficient)]
    [InlineData(-0.2, Reliability.Insufficient)]
    public void Firm_and_tentative_begin_where_published(double alpha, Reliability reliability) =>
        KrippendorffsAlpha.ReliabilityOf(alpha).ShouldBe(reliability);

    [Fact]
    public void Without_two_ratings_of_a_thing_or_two_different_ones_there_is_none()
    {
        KrippendorffsAlpha.Of([]).ShouldBeNull();
        KrippendorffsAlpha
            .Of([
                [1],
                [2],
                [],
            ])
            .ShouldBeNull();
        KrippendorffsAlpha
            .Of([
                [1, 1],
                [1, 1, 1],
            ])
            .ShouldBeNull();
    }

    [Fact]
    public void Full_agreement_is_1_at_every_level()
    {
        foreach (var level in Enum.GetValues<MeasurementLevel>())
        {
            KrippendorffsAlpha
                .Of(
                    [
                        [1, 1],
                        [2, 2, 2],
                        [4, 4],
                    ],
                    level
                )
                .ShouldBe(1);
        }
    }

    [Fact]
    public void Neither_the_order_of_things_nor_that_of_observers_nor_what_one_alone_rated_matters() =>
        Prop.ForAll(
                Units,
                ArbMap.Default.ArbFor<int>(),
                (units, seed) =>
                {
                    var random = new Random(seed);
                    IReadOnlyList<int>[] shuffled = [.. units, [3]];
                    random.Shuffle(shuffled);
                    IReadOnlyList<int>[] mixed = [.. shuffled.Select(u => Mixed(u, random))];
                    foreach (var level in Enum.GetValues<MeasurementLevel>())
                    {
                        var alpha = KrippendorffsAlpha.Of(units, level);
                        var other = KrippendorffsAlpha.Of(mixed, level);
                        other.HasValue.ShouldBe(alpha.HasValue);
                        (other ?? 0).ShouldBe(alpha ?? 0, 1e-9);
                        (alpha ?? 0).ShouldBeLessThanOrEqualTo(1);
                    }
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Names_can_be_exchanged_and_distances_stretched_without_a_change() =>
        Prop.ForAll(
                Units,
                units =>
                {
                    int[] names = [2, 0, 3, 1];
                    Same(units, u => names[u], MeasurementLevel.Nominal);
                    Same(units, u => (u * 5) + 1, MeasurementLevel.Interval);
                    Same(units, u => u * 3, MeasurementLevel.Ratio);
                    // An order is kept by whatever keeps the order.
                    Same(units, u => (u * u) + 4, MeasurementLevel.Ordinal);
                }
            )
            .QuickCheckThrowOnFailure();

    private static Arbitrary<IReadOnlyList<int>[]> Units =>
        Gen.Choose(0, 3)
            .ListOf()
            .Select(l => (IReadOnlyList<int>)[.. l.Take(5)])
            .ArrayOf()
            .ToArbitrary();

    private static void Same(
        IReadOnlyList<int>[] units,
        Func<int, int> change,
        MeasurementLevel level
    )
    {
        var changed = units.Select(u => (IReadOnlyList<int>)[.. u.Select(change)]).ToList();
        (KrippendorffsAlpha.Of(changed, level) ?? 0).ShouldBe(
            KrippendorffsAlpha.Of(units, level) ?? 0,
            1e-9
        );
    }

    private static int[] Mixed(IEnumerable<int> values, Random random)
    {
        var mixed = values.ToArray();
        random.Shuffle(mixed);
        return mixed;
    }

    private static IReadOnlyList<int> Values(IEnumerable<string> marks) =>
        [
            .. marks
                .Where(m => m != ".")
                .Select(m => int.Parse(m, System.Globalization.CultureInfo.InvariantCulture)),
        ];
}
