using System.Globalization;
using System.Text.Json;
using Throughline.Domain.Shared;

namespace Throughline.Domain.Assessments;

/// <summary>One object of an instrument file, its place in the file and the checks its properties go through.</summary>
internal sealed class InstrumentJson
{
    private readonly InstrumentErrors errors;
    private readonly Dictionary<string, JsonElement> properties = new(StringComparer.Ordinal);

    private InstrumentJson(InstrumentErrors errors, string pointer)
    {
        this.errors = errors;
        Pointer = pointer;
    }

    public string Pointer { get; }

    /// <summary>Opens an object; names properties that are not known or come twice. Null when it is no object.</summary>
    public static InstrumentJson? Open(
        InstrumentErrors errors,
        string pointer,
        JsonElement element,
        string what,
        IReadOnlyList<string> known
    )
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            errors.Add(
                pointer,
                $"Expected {what} as an object {{ … }}, found {InstrumentText.Kind(element)}."
            );
            return null;
        }

        var opened = new InstrumentJson(errors, pointer);
        foreach (var property in element.EnumerateObject())
        {
            opened.Take(property, what, known);
        }

        return opened;
    }

    public bool Has(string name) => properties.ContainsKey(name);

    public void Error(string name, string message) => errors.Add($"{Pointer}/{name}", message);

    /// <summary>A text on one line.</summary>
    public string? Line(string name, int longest, string? neededAs) =>
        Words(name, longest, neededAs, Text.CleanLine);

    /// <summary>A text that may have several paragraphs.</summary>
    public string? Passage(string name, int longest, string? neededAs) =>
        Words(name, longest, neededAs, t => Text.Clean(t?.ReplaceLineEndings("\n")));

    /// <summary>A key: small letters, digits and single hyphens.</summary>
    public string? Key(string name, string neededAs)
    {
        var key = Line(name, InstrumentLimits.Key, neededAs);
        if (key is null || IsKey(key))
        {
            return key;
        }

        Error(
            name,
            $"“{InstrumentErrors.Quotable(key)}” is no key. A key has small letters a to z, digits and single hyphens between them: clear-vision."
        );
        return null;
    }

    /// <summary>A whole number within bounds.</summary>
    public int? Whole(string name, int fewest, int most, string? neededAs)
    {
        if (!Present(name, neededAs, out var element))
        {
            return null;
        }

        if (
            element.ValueKind == JsonValueKind.Number
            && element.TryGetInt32(out var number)
            && number >= fewest
            && number <= most
        )
        {
            return number;
        }

        var found =
            element.ValueKind == JsonValueKind.Number
                ? InstrumentErrors.Quotable(element.GetRawText())
                : InstrumentText.Kind(element);
        Error(
            name,
            string.Create(
                CultureInfo.InvariantCulture,
                $"Expected a whole number from {fewest} to {most}, found {found}."
            )
        );
        return null;
    }

    /// <summary>true or false; false when it is left out.</summary>
    public bool Flag(string name)
    {
        if (!Present(name, neededAs: null, out var element))
        {
            return false;
        }

        if (element.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
        {
            Error(name, $"Expected true or false, found {InstrumentText.Kind(element)}.");
        }

        return element.ValueKind == JsonValueKind.True;
    }

    /// <summary>One of the given words.</summary>
    public T? Choice<T>(string name, IReadOnlyList<(string Word, T Value)> words, string neededAs)
        where T : struct
    {
        var word = Line(name, InstrumentLimits.Title, neededAs);
        if (word is null)
        {
            return null;
        }

        foreach (var (known, value) in words)
        {
            if (known == word)
            {
                return value;
            }
        }

        var all = string.Join(", ", words.Select(w => w.Word));
        var nearest = InstrumentWords.Nearest(word, words.Select(w => w.Word));
        Error(
            name,
            $"“{InstrumentErrors.Quotable(word)}” is not one of: {all}."
                + (nearest is null ? "" : $" Did you mean “{nearest}”?")
        );
        return null;
    }

    /// <summary>An object within this one.</summary>
    public InstrumentJson? Object(string name, string? neededAs, IReadOnlyList<string> known) =>
        Present(name, neededAs, out var element)
            ? Open(errors, $"{Pointer}/{name}", element, $"“{name}”", known)
            : null;

    /// <summary>The elements of a list with their places. Names a list that is empty or too long.</summary>
    public IReadOnlyList<(string Pointer, JsonElement Element)> List(
        string name,
        int fewest,
        int most,
        string? neededAs
    )
    {
        if (!Present(name, neededAs, out var element))
        {
            return [];
        }

        if (element.ValueKind != JsonValueKind.Array)
        {
            Error(name, $"Expected a list [ … ], found {InstrumentText.Kind(element)}.");
            return [];
        }

        var length = element.GetArrayLength();
        if (length < fewest || length > most)
        {
            Error(
                name,
                length == 0
                    ? $"The list is empty. Leave “{name}” out or give at least {Math.Max(fewest, 1)}."
                    : $"Expected {fewest} to {most} here, found {length}."
            );
        }

        return
        [
            .. element.EnumerateArray().Take(most).Select((e, i) => ($"{Pointer}/{name}/{i}", e)),
        ];
    }

    /// <summary>The texts of a list of texts.</summary>
    public IReadOnlyList<string> Lines(string name, int most, int longest) =>
        [
            .. List(name, 1, most, neededAs: null)
                .Select(e =>
                    InstrumentText.Read(errors, e.Pointer, e.Element, longest, Text.CleanLine)
                )
                .OfType<string>(),
        ];

    private static bool IsKey(string key) =>
        key.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')
        && key[0] != '-'
        && key[^1] != '-'
        && !key.Contains("--", StringComparison.Ordinal);

    private void Take(JsonProperty property, string what, IReadOnlyList<string> known)
    {
        string name;
        try
        {
            name = property.Name;
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair, written as an escape: no text at all, and the parser lets it pass.
            errors.Add(
                Pointer,
                "A property’s name has a broken character (half a surrogate pair)."
            );
            return;
        }

        var at =
            $"{Pointer}/{name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";
        if (!known.Contains(name, StringComparer.Ordinal))
        {
            var nearest = InstrumentWords.Nearest(name, known);
            errors.Add(
                at,
                $"“{InstrumentErrors.Quotable(name)}” is not a property of {what}. "
                    + (
                        nearest is null
                            ? $"Known here: {string.Join(", ", known)}."
                            : $"Did you mean “{nearest}”?"
                    )
            );
        }
        else if (!properties.TryAdd(name, property.Value))
        {
            errors.Add(at, $"“{name}” stands here twice. Keep one of them.");
        }
    }

    private bool Present(string name, string? neededAs, out JsonElement element)
    {
        if (properties.TryGetValue(name, out element))
        {
            return true;
        }

        if (neededAs is not null)
        {
            errors.Add(Pointer, $"“{name}” is missing: {neededAs}.");
        }

        return false;
    }

    private string? Words(
        string name,
        int longest,
        string? neededAs,
        Func<string?, string?> clean
    ) =>
        Present(name, neededAs, out var element)
            ? InstrumentText.Read(errors, $"{Pointer}/{name}", element, longest, clean)
            : null;
}
