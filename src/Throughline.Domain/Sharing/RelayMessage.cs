using Throughline.Domain.Shared;
using Throughline.Domain.Work;

namespace Throughline.Domain.Sharing;

/// <summary>
/// What a representative says to their team in half a minute (seed 002, “Teacher”: communicate back to the team what was
/// decided). Drafted from the decision's own fields; people put it into their words.
/// </summary>
public static class RelayMessage
{
    /// <summary>Longest message, in characters.</summary>
    public const int Longest = 1000;

    /// <summary>As many words as are said in 30 seconds, at 150 a minute.</summary>
    public const int WordsInTime = 75;

    /// <summary>How many words a text has.</summary>
    public static int WordsIn(string? text) =>
        (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;

    /// <summary>How many seconds it takes to say it, in steps of five; 0 for nothing.</summary>
    public static int SecondsFor(int words) =>
        (int)Math.Ceiling(words * 30.0 / WordsInTime / 5) * 5;

    /// <summary>
    /// A message of what was decided, who decided and why: whole sentences, as many of them as are said in 30 seconds. Only
    /// an outcome whose first sentence alone is longer is cut. The decision is decided.
    /// </summary>
    /// <param name="decision">What was decided.</param>
    /// <param name="leader">What who leads is called here: “principal”.</param>
    public static string Draft(Decision decision, string leader)
    {
        var who = decision.DecidedAs switch
        {
            DecidedAs.Consensus => "The team decided it together.",
            DecidedAs.OnAdvice => $"The {leader} decided it, as the team advised.",
            DecidedAs.AgainstAdvice => $"The {leader} decided it, against the team’s advice.",
            _ => $"The {leader} decided it.",
        };
        var left = WordsInTime - WordsIn(who);
        var what = Sentences(decision.Outcome, left);
        what = what.Length > 0 ? what : Words(decision.Outcome, left);
        var why = Sentences(decision.Reasons, left - WordsIn(what) - 1);
        var message = string.Join('\n', new[] { what, why.Length > 0 ? $"Why? {why}" : "", who });
        return Text.Shorten(message.Replace("\n\n", "\n", StringComparison.Ordinal), Longest);
    }

    // As many whole sentences as have no more words than that.
    private static string Sentences(string? text, int most)
    {
        var taken = 0;
        var from = 0;
        var clean = string.Join(
            ' ',
            (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        );
        for (var at = 0; at < clean.Length; at++)
        {
            var ends =
                at == clean.Length - 1
                || (clean[at] is '.' or '!' or '?' or '…' && clean[at + 1] == ' ');
            if (!ends)
            {
                continue;
            }

            most -= WordsIn(clean[from..(at + 1)]);
            if (most < 0)
            {
                break;
            }

            taken = from = at + 1;
        }

        return clean[..taken].Trim();
    }

    private static string Words(string? text, int most) =>
        string.Join(
            ' ',
            (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(most)
        ) + "…";
}
