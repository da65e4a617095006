using System.Globalization;
using System.Text.RegularExpressions;

namespace Throughline.Domain.Sharing;

/// <summary>A place in a text that counts few children.</summary>
/// <param name="At">Where it begins.</param>
/// <param name="Words">The words themselves: “3 of our new students”.</param>
public sealed record CountPlace(int At, string Words);

/// <summary>
/// Finds in a text that goes out what counts so few students that a child could be known by it: fewer than ten, in
/// figures or words, and a share that leaves fewer than ten (“12 of 14 students”, “20% of 15 students”). It asks to look
/// again and refuses nothing.
/// </summary>
public static partial class CountsInText
{
    /// <summary>A number below this one could point to a child.</summary>
    public const int Few = 10;

    // Between a count and whom it counts stand at most so many words that are not small ones.
    private const int WordsBetween = 3;

    private static readonly HashSet<string> Children = Words(
        "students pupils children kids learners boys girls scholars kindergartners graders newcomers"
    );

    // Before other words these say what kind: “student work”. So they count one child, and no more.
    private static readonly HashSet<string> OneChild = Words(
        "student pupil child kid learner boy girl scholar kindergartner grader newcomer"
    );

    private static readonly HashSet<string> Small = Words(
        "of out the our my your their its these those in a an all every each only just about"
    );

    // A number before one of these counts something else, or a new thought begins.
    private static readonly HashSet<string> Ends = Words(
        """
        and or but with for to that which who when where while by from if because so as on at than
        minute minutes hour hours day days week weeks month months year years time times meeting meetings lesson lessons
        class classes classroom classrooms room rooms teacher teachers team teams grade grades question questions step steps
        piece pieces sample samples page pages period periods point points percent item items thing things way ways half
        third thirds quarter quarters fifth fifths tenth tenths school schools group groups unit units look-for look-fors
        """
    );

    // A number behind one of these is a name: “Grade 4 students”.
    private static readonly HashSet<string> Names = Words(
        "grade grades room period page level week unit lesson step meeting decision item cycle phase part tier"
    );

    private static readonly string[] Numbers =
    [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
        "twenty",
    ];

    /// <summary>Every such place, in the order of the text.</summary>
    public static IReadOnlyList<CountPlace> Find(string? text)
    {
        var tokens = Token().Matches(text ?? "").Select(m => new Part(m.Value, m.Index)).ToList();
        var found = new List<CountPlace>();
        for (var at = 0; at < tokens.Count; at++)
        {
            var one = OneChild.Contains(tokens[at].Word);
            if (!one && !Children.Contains(tokens[at].Word))
            {
                continue;
            }

            var counts = Before(tokens, at);
            if (IsFew(counts, one) && counts.Count > 0)
            {
                found.Add(Place(text!, counts[^1], tokens[at]));
            }
            else if (Behind(tokens, at) is { } after && IsFew([after], false))
            {
                found.Add(Place(text!, tokens[at], after));
            }
        }

        return found;
    }

    // The counts before a word for children, the nearest first.
    private static List<Part> Before(List<Part> tokens, int at)
    {
        var counts = new List<Part>();
        var between = 0;
        for (var n = at - 1; n >= 0 && between <= WordsBetween; n--)
        {
            var token = tokens[n];
            if (token.Number is not null)
            {
                if (n > 0 && Names.Contains(tokens[n - 1].Word))
                {
                    n--;
                }
                else
                {
                    counts.Add(token);
                }
            }
            else if (
                token.IsEnd
                || Ends.Contains(token.Word)
                // Another such word has counts of its own.
                || Children.Contains(token.Word)
            )
            {
                break;
            }
            else if (!Small.Contains(token.Word))
            {
                between++;
            }
        }

        return counts;
    }

    // “Students absent: 3”, “students (4)”.
    private static Part? Behind(List<Part> tokens, int at)
    {
        for (var n = at + 1; n < tokens.Count && n <= at + WordsBetween; n++)
        {
            if (tokens[n].Word is ":" or "(" or "=")
            {
                var next = tokens.ElementAtOrDefault(n + 1);
                var isAlone =
                    n + 2 >= tokens.Count
                    || tokens[n + 2].IsEnd
                    || tokens[n + 2].Word is ")" or ",";
                return next?.Number is not null && isAlone ? next : null;
            }

            if (tokens[n].IsEnd)
            {
                return null;
            }
        }

        return null;
    }

    private static bool IsFew(List<Part> counts, bool one)
    {
        if (one)
        {
            return counts is [{ IsShare: false, Number: 1 }, ..];
        }

        var whole = counts.Find(c => !c.IsShare)?.Number;
        foreach (var count in counts)
        {
            var number = (count.IsShare ? count.Number * whole / 100 : count.Number) ?? 0;
            var isPart = whole > number && number > 0;
            if (number is > 0 and < Few && (!count.IsShare || whole is not null))
            {
                return true;
            }

            if (isPart && whole - number < Few)
            {
                return true;
            }
        }

        return false;
    }

    private static CountPlace Place(string text, Part first, Part last) =>
        new(first.At, text[first.At..(last.At + last.Text.Length)]);

    private static HashSet<string> Words(string words) =>
        words
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);

    // A number with its percent sign, a word, or a sign that parts thoughts.
    [GeneratedRegex(
        @"\p{Nd}+(?:[.,]\p{Nd}+)*(?:\p{L}+|\s?%)?|\p{L}+(?:['’]\p{L}+)*|[.!?;:()=,\n]",
        RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Token();

    private sealed class Part
    {
        public Part(string text, int at)
        {
            (Text, At, Word) = (text, at, text.ToLowerInvariant());
            IsShare = text.EndsWith('%');
            var named = Array.IndexOf(Numbers, Word);
            Number =
                Word is "single" ? 1
                : Word is "both" or "couple" or "pair" ? 2
                : named > 0 ? named
                : double.TryParse(
                    text.TrimEnd('%', ' '),
                    NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint,
                    CultureInfo.InvariantCulture,
                    out var number
                )
                    ? number
                : null;
        }

        public string Text { get; }
        public int At { get; }
        public string Word { get; }
        public bool IsShare { get; }
        public double? Number { get; }

        public bool IsEnd => Word is "." or "!" or "?" or ";" or ":" or "\n" or "(" or ")" or "=";
    }
}
