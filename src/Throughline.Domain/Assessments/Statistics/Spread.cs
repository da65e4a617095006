using System.Globalization;

namespace Throughline.Domain.Assessments.Statistics;

/// <summary>How far apart the ratings lie.</summary>
/// <param name="Lowest">The lowest level anyone chose.</param>
/// <param name="Highest">The highest level anyone chose.</param>
/// <param name="MiddleLow">The lowest level of the middle half: a quarter of the people, rounded down, is left out below.</param>
/// <param name="MiddleHigh">The highest level of the middle half, likewise.</param>
public sealed record Spread(int Lowest, int Highest, int MiddleLow, int MiddleHigh)
{
    /// <summary>The spread of counts in order of level; null when nobody chose a level.</summary>
    public static Spread? Of(IReadOnlyList<LevelCount> counts)
    {
        var people = counts.Sum(c => c.People);
        return people == 0
            ? null
            : new Spread(
                RatingStatistics.LevelOf(1, counts),
                RatingStatistics.LevelOf(people, counts),
                RatingStatistics.LevelOf((people / 4) + 1, counts),
                RatingStatistics.LevelOf(people - (people / 4), counts)
            );
    }

    /// <summary>“0–3, the middle half 1–2”, or “all at 2”.</summary>
    public override string ToString() =>
        Lowest == Highest
            ? string.Create(CultureInfo.InvariantCulture, $"all at {Lowest}")
            : $"{Range(Lowest, Highest)}, the middle half {(MiddleLow == MiddleHigh ? "at " : "")}{Range(MiddleLow, MiddleHigh)}";

    private static string Range(int low, int high) =>
        low == high
            ? low.ToString(CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"{low}–{high}");
}
