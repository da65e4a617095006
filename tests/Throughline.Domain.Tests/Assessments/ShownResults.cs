using Throughline.Domain.Assessments;

namespace Throughline.Domain.Tests.Assessments;

/// <summary>Results as published, written down for a test: for each item who said what.</summary>
internal static class ShownResults
{
    public const int NotSeen = -1;

    /// <summary>Figures on a scale from 0 to 3.</summary>
    public static ItemFigures Figures(params int[] said)
    {
        var levels = said.Where(s => s != NotSeen).ToList();
        var counts = RatingStatistics.Counts([0, 1, 2, 3], levels);
        return new(counts, RatingStatistics.Median(counts)!, said.Length - levels.Count, 0);
    }

    /// <summary>One side: item-1, item-2 … in this order; null for an item that shows nothing.</summary>
    public static SideResults Side(Perspective perspective, params int[]?[] items) =>
        new(
            perspective,
            9,
            9,
            IsTooFew: false,
            1,
            TestRound.Start,
            [
                .. items.Select(
                    (said, i) =>
                        new ItemResult(
                            $"item-{i + 1}",
                            1,
                            said is null ? null : Figures(said),
                            null
                        )
                ),
            ],
            []
        );

    public static RoundResults Team(params int[]?[] items) =>
        new(Side(Perspective.Team, items), null);

    public static RoundResults And(this RoundResults team, params int[]?[] outside) =>
        team with
        {
            Outside = Side(Perspective.Outside, outside),
        };
}
