namespace Throughline.Domain.Assessments.Statistics;

/// <summary>How far apart two groups of ratings are.</summary>
public enum DifferenceSize
{
    /// <summary>Alike: |δ| below .147.</summary>
    Negligible = 1,

    /// <summary>A little apart: below .33.</summary>
    Small = 2,

    /// <summary>Clearly apart: below .474.</summary>
    Medium = 3,

    /// <summary>Far apart: .474 and more.</summary>
    Large = 4,
}

/// <summary>
/// Cliff's δ (1993): of all pairs of one person here and one there, the share in which the one here is higher, less the
/// share in which the one there is. It needs an order and no distances, as ratings have it.
/// </summary>
public static class CliffsDelta
{
    /// <summary>From −1 (everyone here lower) to 1 (everyone here higher).</summary>
    /// <param name="here">How many chose each level, on one side.</param>
    /// <param name="there">How many chose each level, on the other side.</param>
    /// <exception cref="ArgumentException">Nobody on one side chose a level.</exception>
    public static double Of(IReadOnlyList<LevelCount> here, IReadOnlyList<LevelCount> there)
    {
        var pairs = (double)here.Sum(c => c.People) * there.Sum(c => c.People);
        if (pairs == 0)
        {
            throw new ArgumentException("Both sides need ratings.", nameof(here));
        }

        return here.Sum(h =>
                there.Sum(t => Math.Sign(h.Level - t.Level) * (double)h.People * t.People)
            ) / pairs;
    }

    /// <summary>The size as a word, by the thresholds of Romano et al. (2006): .147, .33, .474.</summary>
    public static DifferenceSize SizeOf(double delta) =>
        Math.Abs(delta) switch
        {
            < 0.147 => DifferenceSize.Negligible,
            < 0.33 => DifferenceSize.Small,
            < 0.474 => DifferenceSize.Medium,
            _ => DifferenceSize.Large,
        };
}
