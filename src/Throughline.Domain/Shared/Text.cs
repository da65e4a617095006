namespace Throughline.Domain.Shared;

/// <summary>What every typed line goes through before it is kept.</summary>
public static class Text
{
    /// <summary>
    /// The text without surrounding blanks and without control characters or marks that turn the reading direction
    /// (which could make a name read as another one); null when nothing is left. Line breaks and tabs stay.
    /// </summary>
    public static string? Clean(string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return null;
        }

        var text = Harmless(typed).Trim();
        return text.Length == 0 ? null : text;
    }

    /// <summary>
    /// The text with its surrounding blanks, but without what <see cref="Clean"/> takes out: for what is saved while it is
    /// typed, where a line that has just begun is a line.
    /// </summary>
    public static string Harmless(string typed) =>
        new([.. typed.Where(c => c is '\n' or '\t' || !(char.IsControl(c) || IsDirectionMark(c)))]);

    /// <summary>The same as <see cref="Clean"/>, on one line: line breaks and tabs become blanks.</summary>
    public static string? CleanLine(string? typed) =>
        Clean(typed?.ReplaceLineEndings(" ").Replace('\t', ' '));

    /// <summary>Refuses an empty or overlong text, naming the field.</summary>
    /// <param name="typed">What was typed.</param>
    /// <param name="name">The field as people know it: “the name”.</param>
    /// <param name="longest">Most characters kept.</param>
    /// <param name="field">The input's name.</param>
    public static Result<string> Required(
        string? typed,
        string name,
        int longest,
        string? field = null
    )
    {
        var text = CleanLine(typed);
        if (text is null)
        {
            return Result.Refused<string>($"Enter {name}.", field);
        }

        return text.Length > longest
            ? Result.Refused<string>(
                $"Shorten {name} to {longest} characters; it has {text.Length} now.",
                field
            )
            : Result.Ok(text);
    }

    /// <summary>Cleans a text of several lines that may be left out; refuses an overlong one, naming the field.</summary>
    /// <param name="typed">What was typed.</param>
    /// <param name="name">The field as people know it: “the reasons”.</param>
    /// <param name="longest">Most characters kept.</param>
    /// <param name="field">The input's name.</param>
    public static Result<string?> Passage(
        string? typed,
        string name,
        int longest,
        string? field = null
    )
    {
        var text = Clean(typed?.ReplaceLineEndings("\n"));
        return text?.Length > longest
            ? Result.Refused<string?>(
                $"Shorten {name} to {longest} characters; it has {text.Length} now.",
                field
            )
            : Result.Ok(text);
    }

    /// <summary>The text, cut with “…” when it is longer.</summary>
    public static string Shorten(string text, int longest) =>
        text.Length <= longest ? text : $"{Cut(text, longest - 1).TrimEnd()}…";

    /// <summary>
    /// The first characters of a text, as many as there may be. Half of a surrogate pair is no character, and no database
    /// takes it: it goes too.
    /// </summary>
    public static string Cut(string text, int longest) =>
        text.Length <= longest ? text
        : char.IsHighSurrogate(text[longest - 1]) ? text[..(longest - 1)]
        : text[..longest];

    // U+200E, U+200F, U+202A–U+202E, U+2066–U+2069: a name with one of them can pose as another.
    internal static bool IsDirectionMark(char c) =>
        c is '\u200e' or '\u200f' or (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069');
}
