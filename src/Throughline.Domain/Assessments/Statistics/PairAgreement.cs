namespace Throughline.Domain.Assessments.Statistics;

/// <summary>How much a difference between two raters counts in kappa.</summary>
public enum KappaWeights
{
    /// <summary>Any difference counts in full (Cohen 1960).</summary>
    Unweighted = 1,

    /// <summary>A difference counts by its number of levels.</summary>
    Linear = 2,

    /// <summary>A difference counts by the square of its number of levels (Cohen 1968). The usual one for levels.</summary>
    Quadratic = 3,
}

/// <summary>How far two raters who rated the same things agree, as in calibration between two observers.</summary>
public sealed class PairAgreement
{
    private readonly IReadOnlyList<IReadOnlyList<int>> table;
    private readonly double things;

    private PairAgreement(IReadOnlyList<IReadOnlyList<int>> table)
    {
        this.table = table;
        things = table.Sum(row => row.Sum());
    }

    /// <summary>Share of things given the same level, 0 to 1.</summary>
    public double Exact => Share((row, column) => row == column);

    /// <summary>Share of things given the same level or neighbouring ones, 0 to 1.</summary>
    public double Adjacent => Share((row, column) => Math.Abs(row - column) <= 1);

    /// <summary>From a square table over the full scale: how many things the first rater put at the row's level and the second at the column's.</summary>
    /// <exception cref="ArgumentException">The table is not square, or empty.</exception>
    public static PairAgreement OfTable(IReadOnlyList<IReadOnlyList<int>> table)
    {
        if (table.Any(row => row.Count != table.Count) || table.Sum(row => row.Sum()) == 0)
        {
            throw new ArgumentException("The table is empty or not square.", nameof(table));
        }

        return new PairAgreement(table);
    }

    /// <summary>From the levels both gave. What only one of them rated is to be left out before.</summary>
    /// <param name="scale">The values of the instrument's levels, lowest first, used or not.</param>
    /// <param name="ratings">The two levels of each thing.</param>
    public static PairAgreement Of(
        IReadOnlyList<int> scale,
        IReadOnlyCollection<(int First, int Second)> ratings
    )
    {
        if (ratings.Any(r => !scale.Contains(r.First) || !scale.Contains(r.Second)))
        {
            throw new ArgumentException("A level off the scale was chosen.", nameof(ratings));
        }

        return OfTable([
            .. scale.Select(row =>
                (IReadOnlyList<int>)
                    [.. scale.Select(column => ratings.Count(r => r == (row, column)))]
            ),
        ]);
    }

    /// <summary>
    /// Agreement beyond what chance would give: 1 when they always agree, 0 when as often as by chance. Null when both
    /// used one and the same level throughout, because then chance explains everything.
    /// </summary>
    public double? Kappa(KappaWeights weights)
    {
        double observed = 0;
        double expected = 0;
        for (var row = 0; row < table.Count; row++)
        {
            for (var column = 0; column < table.Count; column++)
            {
                var weight = Weight(weights, Math.Abs(row - column));
                observed += weight * table[row][column] / things;
                expected +=
                    weight * table[row].Sum() / things * table.Sum(other => other[column]) / things;
            }
        }

        return expected == 0 ? null : 1 - (observed / expected);
    }

    private static double Weight(KappaWeights weights, int apart) =>
        weights switch
        {
            KappaWeights.Unweighted => apart == 0 ? 0 : 1,
            KappaWeights.Linear => apart,
            KappaWeights.Quadratic => apart * apart,
            _ => throw new ArgumentOutOfRangeException(
                nameof(weights),
                weights,
                "No such weights."
            ),
        };

    private double Share(Func<int, int, bool> counts) =>
        table.SelectMany((row, r) => row.Where((_, column) => counts(r, column))).Sum() / things;
}
