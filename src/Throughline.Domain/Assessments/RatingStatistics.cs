using System.Globalization;
using System.Text.Json.Serialization;

namespace Throughline.Domain.Assessments;

/// <summary>
/// Figures for ratings. A scale is an order and no measure: counts come first, then the median; there is no mean.
/// </summary>
public static class RatingStatistics
{
    /// <summary>How many chose each level, over the full scale: a level nobody chose has 0.</summary>
    /// <param name="scale">The values of the instrument's levels, lowest first.</param>
    /// <param name="chosen">The levels chosen, in any order.</param>
    /// <exception cref="ArgumentException">A level was chosen that the scale does not have.</exception>
    public static IReadOnlyList<LevelCount> Counts(
        IReadOnlyList<int> scale,
        IReadOnlyCollection<int> chosen
    )
    {
        if (chosen.Any(level => !scale.Contains(level)))
        {
            throw new ArgumentException("A level off the scale was chosen.", nameof(chosen));
        }

        return [.. scale.Select(level => new LevelCount(level, chosen.Count(c => c == level)))];
    }

    /// <summary>The median of counts in order of level; null when nobody chose a level.</summary>
    public static Median? Median(IReadOnlyList<LevelCount> counts)
    {
        var people = counts.Sum(c => c.People);
        return people == 0
            ? null
            : new Median(LevelOf((people + 1) / 2, counts), LevelOf((people / 2) + 1, counts));
    }

    // The level of the nth person when all stand in order of their level, counted from 1.
    internal static int LevelOf(int nth, IReadOnlyList<LevelCount> counts)
    {
        var passed = 0;
        foreach (var count in counts)
        {
            passed += count.People;
            if (passed >= nth)
            {
                return count.Level;
            }
        }

        throw new ArgumentOutOfRangeException(nameof(nth), nth, "There are fewer people.");
    }
}

/// <summary>How many people chose a level.</summary>
/// <param name="Level">The level's value.</param>
/// <param name="People">How many.</param>
public sealed record LevelCount(int Level, int People);

/// <summary>The middle of the ratings: one level, or the two in the middle when an even number splits.</summary>
/// <param name="Low">The lower of the two.</param>
/// <param name="High">The higher of the two; equal to <paramref name="Low"/> when they agree.</param>
public sealed record Median(int Low, int High)
{
    /// <summary>The middle as one number: half-way when an even number splits. For comparing, not for showing.</summary>
    [JsonIgnore]
    public double Middle => (Low + High) / 2.0;

    /// <summary>“2”, or “1–2” when an even number splits.</summary>
    public override string ToString() =>
        Low == High
            ? Low.ToString(CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"{Low}–{High}");
}
