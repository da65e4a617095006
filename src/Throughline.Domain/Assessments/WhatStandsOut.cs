using System.Globalization;
using Throughline.Domain.Assessments.Statistics;

namespace Throughline.Domain.Assessments;

/// <summary>
/// Says in at most six sentences what the published figures support, and nothing where they support nothing. A high value
/// of a reversed item is no strength, so there low counts as high.
/// </summary>
public sealed class WhatStandsOut
{
    // Ours: a quarter of those who answered, and never fewer people than any figure needs.
    private const double OftenShare = 0.25;

    private readonly Instrument instrument;
    private readonly RoundResults results;
    private readonly EarlierRound? earlier;
    private readonly List<(InstrumentItem Item, ItemFigures Figures)> team;

    private WhatStandsOut(Instrument instrument, RoundResults results, EarlierRound? earlier)
    {
        this.instrument = instrument;
        this.results = results;
        this.earlier = earlier;
        team = [.. Shown(results.Team)];
    }

    /// <summary>The sentences, at most one of each kind, in the order of the kinds.</summary>
    /// <param name="instrument">The round's instrument.</param>
    /// <param name="results">What it published.</param>
    /// <param name="earlier">The round it is compared with, or null.</param>
    public static IReadOnlyList<Finding> In(
        Instrument instrument,
        RoundResults results,
        EarlierRound? earlier
    )
    {
        var all = new WhatStandsOut(instrument, results, earlier);
        return
        [
            .. new[]
            {
                all.Strength(),
                all.FurthestToGo(),
                all.LeastAgreed(),
                all.LargestGap(),
                all.LargestChange(),
                all.OftenNotSeen(),
            }.OfType<Finding>(),
        ];
    }

    private Finding? Strength()
    {
        if (!MediansDiffer || Middle is not { } middle)
        {
            return null;
        }

        var best = team.Where(t => Height(t) > middle && Height(t) == team.Max(Height))
            .Select(t => (t.Item, t.Figures, Agreement: TeamAgreement.Of(t.Figures.Counts)!))
            .Where(t => t.Agreement.Degree == AgreementDegree.Strong)
            .OrderBy(t => Deviation(t.Figures))
            .FirstOrDefault();
        return best.Item is null
            ? null
            : new Finding(
                FindingKind.Strength,
                best.Item,
                "The team stands highest, and agrees, on",
                $": median {best.Figures.Median}{WhereLowIsGood(best.Item)}, {Words(best.Agreement)}."
            );
    }

    private Finding? FurthestToGo()
    {
        if (!MediansDiffer)
        {
            return null;
        }

        // Of several with the lowest median, the one with the most people at the low end.
        var lowest = team.Where(t => Height(t) == team.Min(Height))
            .OrderByDescending(t => ShareAtTheLowEnd(t, 1))
            .ThenByDescending(t => ShareAtTheLowEnd(t, 2))
            .First();
        return new Finding(
            FindingKind.FurthestToGo,
            lowest.Item,
            "There is furthest to go on",
            $": median {lowest.Figures.Median}{WhereLowIsGood(lowest.Item)}."
        );
    }

    private Finding? LeastAgreed()
    {
        var least = team.Select(t =>
                (t.Item, t.Figures, Agreement: TeamAgreement.Of(t.Figures.Counts)!)
            )
            .Where(t => t.Agreement.Degree is AgreementDegree.None or AgreementDegree.Weak)
            .OrderBy(t => t.Agreement.Degree)
            .ThenBy(t => t.Agreement.Rwg ?? 0)
            .ThenByDescending(t => Deviation(t.Figures))
            .FirstOrDefault();
        return least.Item is null
            ? null
            : new Finding(
                FindingKind.LeastAgreed,
                least.Item,
                "The team agrees least on",
                $": {Spread.Of(least.Figures.Counts)}, {Words(least.Agreement)}."
            );
    }

    private Finding? LargestGap()
    {
        var (item, gap) = instrument
            .Items.Select(i => (Item: i, Gap: results.GapOf(i.Key)))
            .Where(g => g.Gap?.Size is DifferenceSize.Medium or DifferenceSize.Large)
            .OrderByDescending(g => Math.Abs(g.Gap!.Delta))
            .FirstOrDefault();
        return gap is null
            ? null
            : new Finding(
                FindingKind.LargestGap,
                item,
                "The team and the view from outside are furthest apart on",
                Invariant(
                    $": the team sees it {(gap.Size == DifferenceSize.Large ? "much" : "clearly")} {(gap.Delta > 0 ? "higher" : "lower")}, median {gap.Team.Median} against {gap.Outside.Median}{WhereLowIsGood(item)} ({gap.Team.Rated} and {gap.Outside.Rated} people)."
                )
            );
    }

    private Finding? LargestChange()
    {
        if (earlier is null)
        {
            return null;
        }

        var (item, change) = instrument
            .Items.Select(i => (Item: i, Change: earlier.ChangeOf(i.Key, results.Team)))
            .Where(c => c.Change is { } found && Math.Abs(found.Difference) >= 1)
            .OrderByDescending(c => Math.Abs(c.Change!.Difference))
            .FirstOrDefault();
        return change is null
            ? null
            : new Finding(
                FindingKind.LargestChange,
                item,
                $"Since “{earlier.Title}” most has changed on",
                Invariant(
                    $": median {change.Now.Median}, {change.Words} than {change.Before.Median} then{WhereLowIsGood(item)} ({change.Now.Rated} and {change.Before.Rated} people)."
                )
            );
    }

    private Finding? OftenNotSeen()
    {
        var (side, item, figures) = results
            .Sides.SelectMany(s => Shown(s).Select(i => (Side: s, i.Item, i.Figures)))
            .Where(s =>
                s.Figures.NotSeen >= RoundResults.Fewest
                && s.Figures.NotSeen >= OftenShare * s.Figures.Answered
            )
            .OrderByDescending(s => (double)s.Figures.NotSeen / s.Figures.Answered)
            .FirstOrDefault();
        return side is null
            ? null
            : new Finding(
                FindingKind.OftenNotSeen,
                item,
                side.Perspective == Perspective.Team
                    ? "Many on the team have not seen enough of"
                    : "Many who look from outside have not seen enough of",
                Invariant($": {figures.NotSeen} of the {figures.Answered} who answered.")
            );
    }

    private bool MediansDiffer => team.Count > 1 && team.Max(Height) > team.Min(Height);

    private double? Middle =>
        instrument.Levels.Count == 0
            ? null
            : (instrument.Levels[0].Value + instrument.Levels[^1].Value) / 2.0;

    private IEnumerable<(InstrumentItem Item, ItemFigures Figures)> Shown(SideResults side) =>
        instrument
            .Items.Select(i => (i, side.Item(i.Key)?.Figures))
            .Where(i => i.Figures is not null)
            .Select(i => (i.i, i.Figures!));

    // The median as a height: turned round where low is good.
    private double Height((InstrumentItem Item, ItemFigures Figures) shown) =>
        shown.Item.Reversed
            ? instrument.Levels[0].Value + instrument.Levels[^1].Value - shown.Figures.Median.Middle
            : shown.Figures.Median.Middle;

    private static double ShareAtTheLowEnd(
        (InstrumentItem Item, ItemFigures Figures) shown,
        int levels
    ) =>
        (shown.Item.Reversed ? shown.Figures.Counts.Reverse() : shown.Figures.Counts)
            .Take(levels)
            .Sum(c => (double)c.People) / shown.Figures.Rated;

    private static double Deviation(ItemFigures figures) =>
        TeamAgreement.AverageDeviationOf(figures.Counts);

    private static string Words(TeamAgreement agreement) =>
        agreement.Rwg is null ? $"{agreement}" : $"agreement {agreement}";

    private static string WhereLowIsGood(InstrumentItem item) =>
        item.Reversed ? ", where low is good" : "";

    private static string Invariant(FormattableString text) =>
        text.ToString(CultureInfo.InvariantCulture);
}
