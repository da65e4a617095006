using Throughline.Domain.Teams;
using Throughline.Domain.Units;
using Throughline.Domain.Work;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Work;

/// <summary>How decisions and hands are said.</summary>
public static class DecisionWords
{
    /// <summary>What each number of fingers means, from the fist on.</summary>
    public static IReadOnlyList<string> Fingers { get; } =
    [
        "Fist – I block this",
        "1 – I have a serious concern",
        "2 – I have a concern",
        "3 – I can live with it",
        "4 – I support it",
        "5 – I will help to carry it",
    ];

    /// <summary>The same for a bar.</summary>
    public static IReadOnlyList<string> FingersShort { get; } =
    ["fist", "1 finger", "2 fingers", "3 fingers", "4 fingers", "5 fingers"];

    public static (string Class, string Words) Tag(DecisionStatus status, DecidedAs? how) =>
        status switch
        {
            DecisionStatus.Proposed => ("", "proposed"),
            DecisionStatus.HandsOpen => ("watch", "▲ hands are asked for"),
            DecisionStatus.Shown => ("", "▸ hands are shown"),
            DecisionStatus.Decided when how == DecidedAs.AgainstAdvice => (
                "watch",
                "▲ decided against the advice"
            ),
            DecisionStatus.Decided => ("good", "✓ decided"),
            DecisionStatus.Withdrawn => ("", "withdrawn"),
            _ => throw new ArgumentOutOfRangeException(nameof(status)),
        };

    /// <summary>Who decided, as a label.</summary>
    public static string Of(DecidedAs how, Unit unit)
    {
        var leader = RoleWords.Of(SeatKind.Leader, unit);
        return how switch
        {
            DecidedAs.Consensus => "Consensus of the team",
            DecidedAs.OnAdvice => $"The {leader}’s decision, as the team advised",
            DecidedAs.AgainstAdvice => $"The {leader}’s decision, against the team’s advice",
            DecidedAs.LeadersOwn => $"The {leader}’s own decision",
            _ => throw new ArgumentOutOfRangeException(nameof(how)),
        };
    }

    /// <summary>What the label means.</summary>
    public static string Meaning(DecidedAs how) =>
        how switch
        {
            DecidedAs.Consensus => "Everyone can live with it, and everyone carries it.",
            DecidedAs.OnAdvice => "The team advised, and that is what happens.",
            DecidedAs.AgainstAdvice => "The team advised otherwise; the reason is given.",
            DecidedAs.LeadersOwn => "The team was told, and not asked to decide.",
            _ => throw new ArgumentOutOfRangeException(nameof(how)),
        };

    /// <summary>The hands in a sentence: “9 of 12 hands: 1 fist, 2 with a concern, 6 of three and more.”</summary>
    public static string Sum(IReadOnlyList<int> counts, int asked)
    {
        var concerned = counts[1] + counts[2];
        var carried = counts.Skip(FistToFive.Concern + 1).Sum();
        var fists =
            counts[0] == 0 ? "nobody blocks" : Words.Count(counts[0], "fist blocks", "fists block");
        return $"{counts.Sum()} of {Words.Count(asked, "hand")}: {fists}, {concerned} with one or two fingers, {carried} with three or more.";
    }
}
