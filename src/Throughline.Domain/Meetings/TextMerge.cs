namespace Throughline.Domain.Meetings;

/// <summary>
/// Joins two changes that were begun from one text, where they touch different lines, or both only add at the same place.
/// It takes no line away that one of the two did not take away. The room's script does the same in the browser.
/// </summary>
public static class TextMerge
{
    /// <summary>The joined text; null where both changed the same lines, which a person has to decide.</summary>
    /// <param name="start">What both were begun from.</param>
    /// <param name="theirs">What stands now; at the same place it comes first.</param>
    /// <param name="mine">What is written.</param>
    public static string? Join(string start, string theirs, string mine)
    {
        var lines = LinesOf(start);
        var (first, second) = (Change.Between(lines, theirs), Change.Between(lines, mine));
        // What is only added before a line that the other changed comes before it: who writes on at the end of a text meets
        // others who do so all the time.
        if (
            first.From > second.From
            || (first.From == second.From && second.IsAddition && !first.IsAddition)
        )
        {
            (first, second) = (second, first);
        }

        return first.To <= second.From
            ? string.Join(
                '\n',
                [
                    .. lines[..first.From],
                    .. first.Lines,
                    .. lines[first.To..second.From],
                    .. second.Lines,
                    .. lines[second.To..],
                ]
            )
            : null;
    }

    // Nothing written is no line, not an empty one: two who begin at once both only add.
    private static string[] LinesOf(string text) => text.Length == 0 ? [] : text.Split('\n');

    // The lines from the first that differs to the last that does, and what stands there instead.
    private sealed record Change(int From, int To, string[] Lines)
    {
        public bool IsAddition => From == To;

        public static Change Between(string[] before, string text)
        {
            var after = LinesOf(text);
            var start = 0;
            while (start < before.Length && start < after.Length && before[start] == after[start])
            {
                start++;
            }

            var end = 0;
            while (
                end < before.Length - start
                && end < after.Length - start
                && before[^(end + 1)] == after[^(end + 1)]
            )
            {
                end++;
            }

            return new(start, before.Length - end, after[start..(after.Length - end)]);
        }
    }
}
