using System.Globalization;
using System.Text.Json;
using Throughline.Domain.Shared;

namespace Throughline.Domain.Assessments;

/// <summary>What a text of an instrument file goes through before it is kept.</summary>
internal static class InstrumentText
{
    /// <summary>The cleaned text; null, with the reason among the errors, when it is none, broken, empty or too long.</summary>
    public static string? Read(
        InstrumentErrors errors,
        string at,
        JsonElement element,
        int longest,
        Func<string?, string?> clean
    )
    {
        if (element.ValueKind != JsonValueKind.String)
        {
            errors.Add(at, $"Expected a text in quotes, found {Kind(element)}.");
            return null;
        }

        string text;
        try
        {
            text = element.GetString()!;
        }
        catch (InvalidOperationException)
        {
            errors.Add(at, "The text has a broken character (half a surrogate pair).");
            return null;
        }

        var hidden = text.AsEnumerable().Where(IsHidden).Cast<char?>().FirstOrDefault();
        if (hidden is not null)
        {
            errors.Add(
                at,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The text has an invisible control character (U+{(int)hidden.Value:X4}). Remove it."
                )
            );
            return null;
        }

        var kept = clean(text);
        if (kept is null)
        {
            errors.Add(at, "The text is empty. Write something, or leave the property out.");
        }
        else if (kept.Length > longest)
        {
            errors.Add(
                at,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The text has {kept.Length} characters; shorten it to {longest}."
                )
            );
            return null;
        }

        return kept;
    }

    // What Text.Clean would drop without a word: in a file it is either damage or a trick, so it is named instead.
    private static bool IsHidden(char c) =>
        c is not ('\n' or '\r' or '\t') && (char.IsControl(c) || Text.IsDirectionMark(c));

    /// <summary>What a value is, in words.</summary>
    public static string Kind(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Object => "an object",
            JsonValueKind.Array => "a list",
            JsonValueKind.String => "a text",
            JsonValueKind.Number => "a number",
            JsonValueKind.True or JsonValueKind.False => "true or false",
            JsonValueKind.Null or JsonValueKind.Undefined => "null",
            _ => "something else",
        };
}
