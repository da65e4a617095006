using System.Globalization;
using Throughline.Domain.Assessments;
using Throughline.Domain.Assessments.Statistics;

namespace Throughline.Web.Features.Assessments;

/// <summary>The figures of a result in plain words.</summary>
public static class ResultWords
{
    public static string Of(Perspective perspective) =>
        perspective switch
        {
            Perspective.Team => "Team",
            Perspective.Outside => "Outside",
            _ => throw new ArgumentOutOfRangeException(nameof(perspective)),
        };

    public static string Of(RaterGroup group) =>
        group switch
        {
            RaterGroup.Teacher => "Teachers",
            RaterGroup.Coach => "Coaches",
            RaterGroup.Leader => "Leaders",
            RaterGroup.Reviewer => "Reviewers",
            _ => throw new ArgumentOutOfRangeException(nameof(group)),
        };

    /// <summary>“9 of 12 on the team and 4 of 4 from outside answered”.</summary>
    public static string Answered(RoundResults results) =>
        string.Join(
            " and ",
            results.Sides.Select(s =>
                Invariant(
                    $"{s.Answered} of {s.Invited}{(results.Sides.Count == 1 && s.Perspective == Perspective.Team ? "" : s.Perspective == Perspective.Team ? " on the team" : " from outside")}"
                )
            )
        ) + " answered";

    /// <summary>“11 rated, 1 not seen, 1 not rated”.</summary>
    public static string People(ItemFigures figures) =>
        Invariant($"{figures.Rated} rated")
        + (figures.NotSeen > 0 ? Invariant($", {figures.NotSeen} not seen") : "")
        + (figures.NotRated > 0 ? Invariant($", {figures.NotRated} not rated") : "");

    /// <summary>“The team agrees in the main (0.62). Levels 1–3, the middle half at 2.”</summary>
    public static string Agreement(Perspective side, ItemFigures figures)
    {
        var agreement = TeamAgreement.Of(figures.Counts)!;
        var spread = Spread.Of(figures.Counts)!;
        var (agree, differ) =
            side == Perspective.Team
                ? ("The team agrees", "The team does not agree")
                : ("Those from outside agree", "Those from outside do not agree");
        if (spread.Lowest == spread.Highest)
        {
            return Invariant($"{agree}: all at {spread.Lowest}.");
        }

        var said = agreement.Degree switch
        {
            AgreementDegree.Strong => agree,
            AgreementDegree.Moderate => $"{agree} in the main",
            AgreementDegree.Weak => $"{agree} a little",
            AgreementDegree.None => differ,
            _ => throw new ArgumentOutOfRangeException(nameof(figures)),
        };
        return $"{said} ({agreement}). Levels {spread}.";
    }

    /// <summary>“0.62” or “±0.4”, short for a cell: agreement, or distance from the median where there are few.</summary>
    public static string AgreementFigure(ItemFigures figures)
    {
        var agreement = TeamAgreement.Of(figures.Counts)!;
        return agreement.Rwg is { } rwg
            ? Invariant($"{rwg:0.00}")
            : Invariant($"±{agreement.AverageDeviation:0.0#}");
    }

    /// <summary>An arrow and words for a change by median; better or worse is not said.</summary>
    public static string Of(Change change) =>
        change.Difference switch
        {
            > 0 => "↑ higher",
            < 0 => "↓ lower",
            _ => "= the same",
        };

    /// <summary>“median 2 now, 1 then (11 and 10 people)”.</summary>
    public static string Figures(Change change) =>
        Invariant(
            $"median {change.Now.Median} now, {change.Before.Median} then ({change.Now.Rated} and {change.Before.Rated} people)"
        );

    /// <summary>“Median 3 against 1, 11 and 4 people, Cliff’s δ 0.62”.</summary>
    public static string Figures(Gap gap) =>
        Invariant(
            $"Median {gap.Team.Median} against {gap.Outside.Median}, {gap.Team.Rated} and {gap.Outside.Rated} people, Cliff’s δ {(gap.Delta < 0 ? "−" : "")}{Math.Abs(gap.Delta):0.00}."
        );

    private static string Invariant(FormattableString text) =>
        text.ToString(CultureInfo.InvariantCulture);
}
