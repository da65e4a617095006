using System.Globalization;

namespace Throughline.Domain.Assessments.Statistics;

/// <summary>How far people who rated the same item agree.</summary>
public enum AgreementDegree
{
    /// <summary>They differ about as much as if each had drawn a level by lot.</summary>
    None = 1,

    /// <summary>They agree a little.</summary>
    Weak = 2,

    /// <summary>They agree in the main.</summary>
    Moderate = 3,

    /// <summary>They agree.</summary>
    Strong = 4,
}

/// <summary>
/// How far raters agree on one item: r_wg (James, Demaree &amp; Wolf 1984) for more than five raters; for five or fewer the
/// average deviation about the median (Burke, Finkelstein &amp; Dusig 1999), because a variance of so few says little.
/// </summary>
/// <param name="Rwg">0 for no agreement to 1 for full agreement; null for five raters or fewer.</param>
/// <param name="AverageDeviation">How many levels people stand from the median, on average; null for more than five raters.</param>
/// <param name="Degree">The same as a word.</param>
public sealed record TeamAgreement(double? Rwg, double? AverageDeviation, AgreementDegree Degree)
{
    /// <summary>Most raters for whom the average deviation is shown in place of r_wg.</summary>
    public const int Few = 5;

    /// <summary>The agreement behind counts over the full scale; null when fewer than two chose a level.</summary>
    public static TeamAgreement? Of(IReadOnlyList<LevelCount> counts)
    {
        var people = counts.Sum(c => c.People);
        if (people < 2)
        {
            return null;
        }

        if (people > Few)
        {
            var rwg = RwgOf(counts);
            return new TeamAgreement(rwg, null, DegreeOf(rwg));
        }

        var deviation = AverageDeviationOf(counts);
        return new TeamAgreement(null, deviation, DegreeOf(deviation, counts.Count));
    }

    /// <summary>
    /// r_wg = 1 − s²/σ²: the sample variance against that of levels drawn by lot, σ² = (A²−1)/12 for A levels of the
    /// scale, used or not. A negative one counts as 0.
    /// </summary>
    /// <exception cref="ArgumentException">Fewer than two people, or fewer than two levels.</exception>
    public static double RwgOf(IReadOnlyList<LevelCount> counts)
    {
        var people = counts.Sum(c => c.People);
        if (people < 2 || counts.Count < 2)
        {
            throw new ArgumentException(
                "Agreement needs two people and two levels.",
                nameof(counts)
            );
        }

        var mean = counts.Sum(c => (double)c.Level * c.People) / people;
        var variance = counts.Sum(c => c.People * Math.Pow(c.Level - mean, 2)) / (people - 1);
        var byLot = (Math.Pow(counts.Count, 2) - 1) / 12;
        return Math.Max(0, 1 - (variance / byLot));
    }

    /// <summary>How many levels people stand from the median, on average; half-way between when an even number splits.</summary>
    /// <exception cref="ArgumentException">Nobody chose a level.</exception>
    public static double AverageDeviationOf(IReadOnlyList<LevelCount> counts)
    {
        var median =
            RatingStatistics.Median(counts)
            ?? throw new ArgumentException("Nobody chose a level.", nameof(counts));
        return counts.Sum(c => c.People * Math.Abs(c.Level - median.Middle))
            / counts.Sum(c => c.People);
    }

    /// <summary>“0.82”, or “0.4 levels from the median on average”.</summary>
    public override string ToString() =>
        Rwg is { } rwg
            ? string.Create(CultureInfo.InvariantCulture, $"{rwg:0.00}")
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{AverageDeviation:0.0#} levels from the median on average"
            );

    // LeBreton & Senter 2008: up to .30 none, .50 weak, .70 moderate, above strong.
    private static AgreementDegree DegreeOf(double rwg) =>
        Rounded(rwg) switch
        {
            > 0.70 => AgreementDegree.Strong,
            > 0.50 => AgreementDegree.Moderate,
            > 0.30 => AgreementDegree.Weak,
            _ => AgreementDegree.None,
        };

    // Burke & Dunlap 2002: up to a sixth of the levels counts as agreement. Half of that is strong, twice that is none: ours.
    private static AgreementDegree DegreeOf(double deviation, int levels) =>
        Rounded(deviation * 6 / levels) switch
        {
            <= 0.5 => AgreementDegree.Strong,
            <= 1 => AgreementDegree.Moderate,
            < 2 => AgreementDegree.Weak,
            _ => AgreementDegree.None,
        };

    // 1 − 0.7 is a hair above 0.3 in a computer: without it a figure at the bound would count as one above.
    private static double Rounded(double figure) => Math.Round(figure, 12);
}
