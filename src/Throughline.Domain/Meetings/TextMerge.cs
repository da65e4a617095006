namespace Throughline.Domain.Meetings;

/// <summary>
/// Joins two changes that were begun from one text, line by line, where they touch different lines, or both only add at
/// the same place. It takes no line away that one of the two did not take away. The room's script does the same in the
/// browser.
/// </summary>
public static class TextMerge
{
    // Beyond this two texts have little in common, and looking for it would take longer than a word takes to type.
    private const int MostCompared = 250_000;

    /// <summary>The joined text; null where both changed the same lines, which a person has to decide.</summary>
    /// <param name="start">What both were begun from.</param>
    /// <param name="theirs">What stands now; at the same place it comes first.</param>
    /// <param name="mine">What is written.</param>
    public static string? Join(string start, string theirs, string mine)
    {
        var lines = LinesOf(start);
        var left = new Queue<Change>(Changes(lines, LinesOf(theirs)));
        var right = new Queue<Change>(Changes(lines, LinesOf(mine)));
        var joined = new List<string>();
        var done = 0;
        while (left.Count > 0 || right.Count > 0)
        {
            var (one, two) = (left.FirstOrDefault(), right.FirstOrDefault());
            if (one is { IsAddition: false } && one.IsSameAs(two))
            {
                left.Dequeue();
            }

            var mineFirst =
                one is null || left.FirstOrDefault() != one || two?.IsBefore(one) == true;
            var next = (mineFirst ? right : left).Dequeue();
            if ((mineFirst ? left : right).TryPeek(out var other) && next.To > other.From)
            {
                return null;
            }

            joined.AddRange(lines[done..next.From]);
            joined.AddRange(next.Lines);
            done = next.To;
        }

        joined.AddRange(lines[done..]);
        return string.Join('\n', joined);
    }

    // Nothing written is no line, not an empty one: two who begin at once both only add.
    private static string[] LinesOf(string text) => text.Length == 0 ? [] : text.Split('\n');

    // What makes one list of lines the other: the fewest lines, by the longest run of lines that both have in order.
    private static List<Change> Changes(string[] before, string[] after)
    {
        var head = before.AsSpan().CommonPrefixLength(after);
        var tail = 0;
        while (
            tail < before.Length - head
            && tail < after.Length - head
            && before[^(tail + 1)] == after[^(tail + 1)]
        )
        {
            tail++;
        }

        var (a, b) = (before[head..^tail], after[head..^tail]);
        if ((long)a.Length * b.Length > MostCompared)
        {
            return [new(head, head + a.Length, b)];
        }

        var common = CommonFrom(a, b);
        var changes = new List<Change>();
        var (i, j) = (0, 0);
        bool Alike() => i < a.Length && j < b.Length && a[i] == b[j];
        while (i < a.Length || j < b.Length)
        {
            var (row, column) = (i, j);
            while ((i < a.Length || j < b.Length) && !Alike())
            {
                if (i < a.Length && (j == b.Length || common[i + 1, j] >= common[i, j + 1]))
                {
                    i++;
                }
                else
                {
                    j++;
                }
            }

            if (i > row || j > column)
            {
                changes.Add(new(head + row, head + i, b[column..j]));
            }

            while (Alike())
            {
                (i, j) = (i + 1, j + 1);
            }
        }

        return changes;
    }

    // How many lines both have in order, from each place on.
    private static int[,] CommonFrom(string[] a, string[] b)
    {
        var common = new int[a.Length + 1, b.Length + 1];
        for (var i = a.Length - 1; i >= 0; i--)
        {
            for (var j = b.Length - 1; j >= 0; j--)
            {
                common[i, j] =
                    a[i] == b[j]
                        ? common[i + 1, j + 1] + 1
                        : Math.Max(common[i + 1, j], common[i, j + 1]);
            }
        }

        return common;
    }

    // From which line to before which, and what stands there instead.
    private sealed record Change(int From, int To, string[] Lines)
    {
        public bool IsAddition => From == To;

        public bool IsSameAs(Change? other) =>
            other is not null
            && (From, To) == (other.From, other.To)
            && Lines.AsSpan().SequenceEqual(other.Lines);

        // What is only added before a line that the other changed comes before it: who writes on at the end of a text meets
        // others who do so all the time.
        public bool IsBefore(Change other) =>
            From < other.From || (From == other.From && IsAddition && !other.IsAddition);
    }
}
