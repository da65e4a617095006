namespace Throughline.Domain.Assessments.Statistics;

/// <summary>What a difference between two values means.</summary>
public enum MeasurementLevel
{
    /// <summary>Values are names: they are the same or not.</summary>
    Nominal = 1,

    /// <summary>Values are an order, as levels are.</summary>
    Ordinal = 2,

    /// <summary>Values have distances.</summary>
    Interval = 3,

    /// <summary>Values have distances and a zero.</summary>
    Ratio = 4,
}

/// <summary>What a reliability allows to conclude (Krippendorff 2004).</summary>
public enum Reliability
{
    /// <summary>Below .667: conclude nothing.</summary>
    Insufficient = 1,

    /// <summary>.667 to below .800: conclude with care.</summary>
    Tentative = 2,

    /// <summary>.800 and above.</summary>
    Firm = 3,
}

/// <summary>
/// Krippendorff's α: how far any number of raters agree on things of which not everybody rated each. 1 is full agreement,
/// 0 what chance gives; below 0 they disagree systematically. Levels of the scale that nobody used change nothing in it.
/// </summary>
public static class KrippendorffsAlpha
{
    /// <summary>α, or null when nothing was rated twice or all ratings are the same, so that there is nothing to tell apart.</summary>
    /// <param name="units">For each thing the values it was given, in any order; who gave which does not matter.</param>
    /// <param name="level">What a difference means; ordinal for ratings.</param>
    public static double? Of(
        IReadOnlyCollection<IReadOnlyList<int>> units,
        MeasurementLevel level = MeasurementLevel.Ordinal
    )
    {
        var paired = units.Where(u => u.Count > 1).ToList();
        var values = paired.SelectMany(u => u).Distinct().Order().ToList();
        var totals = values.Select(v => (double)paired.Sum(u => u.Count(x => x == v))).ToList();
        var all = totals.Sum();
        double observed = 0;
        double expected = 0;
        for (var c = 0; c < values.Count; c++)
        {
            for (var k = c + 1; k < values.Count; k++)
            {
                var difference = Difference(level, values, totals, c, k);
                observed += difference * Coincidences(paired, values[c], values[k]);
                expected += difference * totals[c] * totals[k];
            }
        }

        return expected == 0 ? null : 1 - ((all - 1) * observed / expected);
    }

    /// <summary>What this α allows to conclude.</summary>
    public static Reliability ReliabilityOf(double alpha) =>
        alpha switch
        {
            >= 0.800 => Reliability.Firm,
            >= 0.667 => Reliability.Tentative,
            _ => Reliability.Insufficient,
        };

    // How often two values meet in one thing; a thing with more values has more pairs, and each counts for less.
    private static double Coincidences(List<IReadOnlyList<int>> units, int c, int k) =>
        units.Sum(u => (double)u.Count(v => v == c) * u.Count(v => v == k) / (u.Count - 1));

    private static double Difference(
        MeasurementLevel level,
        List<int> values,
        List<double> totals,
        int c,
        int k
    ) =>
        level switch
        {
            MeasurementLevel.Nominal => 1,
            MeasurementLevel.Ordinal => Square(
                totals[c..(k + 1)].Sum() - ((totals[c] + totals[k]) / 2)
            ),
            MeasurementLevel.Interval => Square(values[c] - values[k]),
            MeasurementLevel.Ratio => Square(
                (values[c] - values[k]) / (double)(values[c] + values[k])
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(level), level, "No such level."),
        };

    private static double Square(double number) => number * number;
}
