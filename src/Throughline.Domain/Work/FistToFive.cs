using System.Globalization;
using Throughline.Domain.Shared;

namespace Throughline.Domain.Work;

/// <summary>One hand of fist-to-five.</summary>
/// <param name="Fingers">
/// 0 is a fist and blocks; 1 and 2 have a concern; 3 can live with it; 4 and 5 stand behind it.
/// </param>
/// <param name="Words">The reason of a block, or a concern; null for none.</param>
/// <param name="Named">True where the one whose concern it is wants to be named with it.</param>
public sealed record Hand(int Fingers, string? Words, bool Named);

/// <summary>
/// How a team shows where it stands: everyone raises a hand with 0 to 5 fingers, and all are shown at once, so that
/// nobody follows anybody. A fist blocks and says why; what is below three should be talked about.
/// </summary>
public static class FistToFive
{
    /// <summary>Longest concern, in characters.</summary>
    public const int LongestWords = 500;

    /// <summary>Most fingers.</summary>
    public const int Most = 5;

    /// <summary>At this many fingers and fewer there may be a concern; with none it is a block.</summary>
    public const int Concern = 2;

    /// <summary>
    /// Checks a hand. Refused for other than 0 to 5 fingers, for a block without a reason, and for words that are too
    /// long. Words beside three and more fingers are left out: a concern belongs to a low hand.
    /// </summary>
    public static Result<Hand> Check(int? fingers, string? words, bool named)
    {
        if (fingers is not (>= 0 and <= Most))
        {
            return Result.Refused<Hand>("Choose how many fingers you show, 0 to 5.", "Fingers");
        }

        var said = Text.Passage(words, "the reason", LongestWords, "Words");
        if (!said.IsOk)
        {
            return said.Refusal!;
        }

        if (fingers == 0 && said.Value is null)
        {
            return Result.Refused<Hand>(
                "A fist blocks the proposal. Say what would have to change.",
                "Words"
            );
        }

        var kept = fingers <= Concern ? said.Value : null;
        return Result.Ok(new Hand(fingers.Value, kept, named && kept is not null));
    }

    /// <summary>How many showed each number of fingers, fewest first: six counts.</summary>
    public static IReadOnlyList<int> Count(IEnumerable<Hand> hands)
    {
        var counts = new int[Most + 1];
        foreach (var hand in hands)
        {
            counts[hand.Fingers]++;
        }

        return counts;
    }

    /// <summary>
    /// Checks counts that one person enters for the whole table. Refused without a count of six, for a negative one, for
    /// more hands than people were asked or none at all, and for blocks without a reason.
    /// </summary>
    /// <param name="counts">How many showed each number of fingers, fewest first.</param>
    /// <param name="asked">How many were asked.</param>
    /// <param name="reason">Why it is blocked, where there are fists.</param>
    public static Result<string?> CheckTable(IReadOnlyList<int> counts, int asked, string? reason)
    {
        if (counts.Count != Most + 1 || counts.Any(c => c < 0))
        {
            return Result.Refused<string?>(
                "Enter how many showed each number of fingers: none is 0.",
                "Counts"
            );
        }

        var sum = counts.Sum(c => (long)c);
        if (sum == 0 || sum > asked)
        {
            return Result.Refused<string?>(
                sum == 0
                    ? "Enter the hands you saw."
                    : string.Create(
                        CultureInfo.InvariantCulture,
                        $"That is {sum} hands; {asked} people sit on the team. Count again."
                    ),
                "Counts"
            );
        }

        var words = Text.Passage(reason, "the reason", LongestWords, "Words");
        return words.IsOk && counts[0] > 0 && words.Value is null
            ? Result.Refused<string?>(
                "Someone blocks the proposal. Write what would have to change.",
                "Words"
            )
            : words;
    }
}
