using Throughline.Domain.Assessments.Statistics;

namespace Throughline.Domain.Assessments;

/// <summary>How far the team's view of an item and the view from outside are apart.</summary>
/// <param name="Team">What the team says.</param>
/// <param name="Outside">What those from outside say.</param>
public sealed record Gap(ItemFigures Team, ItemFigures Outside)
{
    /// <summary>The team's median less that from outside, in levels; halves occur where an even number splits.</summary>
    public double Difference => Team.Median.Middle - Outside.Median.Middle;

    /// <summary>Cliff's δ: above 0 when the team chose higher levels, at most 1.</summary>
    public double Delta => CliffsDelta.Of(Team.Counts, Outside.Counts);

    /// <summary>How far apart, as a word.</summary>
    public DifferenceSize Size => CliffsDelta.SizeOf(Delta);

    /// <summary>The gap in a sentence, with its direction.</summary>
    public string Words
    {
        get
        {
            var direction = Delta > 0 ? "higher" : "lower";
            return Size switch
            {
                DifferenceSize.Negligible => "The team and the view from outside are alike.",
                DifferenceSize.Small =>
                    $"The team sees this a little {direction} than the view from outside.",
                DifferenceSize.Medium =>
                    $"The team sees this clearly {direction} than the view from outside.",
                DifferenceSize.Large =>
                    $"The team sees this much {direction} than the view from outside.",
                _ => throw new InvalidOperationException("A size without words."),
            };
        }
    }
}
