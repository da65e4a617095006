using FsCheck;
using FsCheck.Fluent;
using Throughline.Domain.Assessments;

namespace Throughline.Domain.Tests.Assessments.Statistics;

/// <summary>Ratings for tests of statistics.</summary>
internal static class Ratings
{
    public static readonly int[] ZeroToThree = [0, 1, 2, 3];

    /// <summary>Counts over 0 to 3 of these levels.</summary>
    public static IReadOnlyList<LevelCount> Of(params int[] chosen) =>
        RatingStatistics.Counts(ZeroToThree, chosen);

    /// <summary>Counts over a scale from 1 on.</summary>
    public static IReadOnlyList<LevelCount> FromOne(params int[] counts) =>
        [.. counts.Select((people, i) => new LevelCount(i + 1, people))];

    /// <summary>The same counts with the scale turned round.</summary>
    public static IReadOnlyList<LevelCount> Turned(IReadOnlyList<LevelCount> counts) =>
        [.. counts.Select((c, i) => c with { People = counts[^(i + 1)].People })];

    /// <summary>Counts of two people and more on a scale of two to seven levels.</summary>
    public static Arbitrary<IReadOnlyList<LevelCount>> Any =>
        Counts.Where(c => c.Sum(x => x.People) > 1).ToArbitrary();

    /// <summary>Two such counts on one scale.</summary>
    public static Arbitrary<(IReadOnlyList<LevelCount>, IReadOnlyList<LevelCount>)> Pairs =>
        (
            from levels in Gen.Choose(2, 7)
            from one in OnScale(levels)
            from other in OnScale(levels)
            where one.Sum(c => c.People) > 0 && other.Sum(c => c.People) > 0
            select (one, other)
        ).ToArbitrary();

    private static Gen<IReadOnlyList<LevelCount>> Counts =>
        from levels in Gen.Choose(2, 7)
        from counts in OnScale(levels)
        select counts;

    private static Gen<IReadOnlyList<LevelCount>> OnScale(int levels) =>
        Gen.Choose(0, 6).ArrayOf(levels).Select(FromOne);
}
