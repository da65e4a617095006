using System.Globalization;
using System.Text;
using System.Text.Json;
using Throughline.Domain.Shared;

namespace Throughline.Domain.Assessments;

/// <summary>
/// Reads an instrument file. It never throws: a file is either an instrument or a list of everything that is wrong with
/// it, each error with its place. The format is described in <c>docs/instrument-format.md</c>.
/// </summary>
public static class InstrumentReader
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    private static readonly string[] RootProperties =
    [
        "$schema",
        "format",
        "key",
        "version",
        "title",
        "kind",
        "audience",
        "introduction",
        "source",
        "scale",
        "parts",
    ];

    /// <summary>Reads a file's text.</summary>
    public static InstrumentReading Read(string json)
    {
        try
        {
            return Read(Strict.GetBytes(json));
        }
        catch (EncoderFallbackException)
        {
            return Failed("The text has a broken character (half a surrogate pair).");
        }
    }

    /// <summary>Reads a file's bytes: UTF-8, with or without a byte order mark, at most 1 MiB.</summary>
    public static InstrumentReading Read(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > InstrumentLimits.Bytes)
        {
            return Failed(
                "The file is larger than 1 MiB. An instrument is far smaller; is this the right file?"
            );
        }

        var mark = Encoding.UTF8.Preamble;
        var bytes = (utf8.StartsWith(mark) ? utf8[mark.Length..] : utf8).ToArray();
        try
        {
            _ = Strict.GetCharCount(bytes);
            using var document = JsonDocument.Parse(
                bytes,
                new JsonDocumentOptions { MaxDepth = InstrumentLimits.Depth }
            );
            return Read(document.RootElement);
        }
        catch (DecoderFallbackException)
        {
            return Failed("The file is not text in UTF-8. Save it as UTF-8 and try again.");
        }
        catch (JsonException e)
        {
            return Failed(NotJson(e));
        }
    }

    private static InstrumentReading Failed(string message) =>
        new(null, [new InstrumentError("", message)], 1);

    // The parser quotes the file from its fault on, to the end.
    private const int LongestReason = 120;

    private static string NotJson(JsonException e)
    {
        var reason = e.Message;
        foreach (var tail in (string[])[" Path: ", " LineNumber: "])
        {
            var cut = reason.IndexOf(tail, StringComparison.Ordinal);
            reason = cut < 0 ? reason : reason[..cut];
        }

        return string.Create(
            CultureInfo.InvariantCulture,
            $"This is not well-formed JSON: line {(e.LineNumber ?? 0) + 1}, column {(e.BytePositionInLine ?? 0) + 1}. {InstrumentErrors.Quotable(reason, LongestReason)}"
        );
    }

    private static InstrumentReading Read(JsonElement rootElement)
    {
        var errors = new InstrumentErrors();
        var root = InstrumentJson.Open(errors, "", rootElement, "an instrument", RootProperties);
        var instrument = root is null ? null : Read(errors, root);
        return new InstrumentReading(
            errors.Count == 0 ? instrument : null,
            errors.Shown,
            errors.Count
        );
    }

    private static Instrument? Read(InstrumentErrors errors, InstrumentJson root)
    {
        root.Whole("format", 1, 1, "the number 1, the format this file is written in");
        var key = root.Key("key", "the instrument’s name for machines, such as school-ilt");
        var version = root.Whole("version", 1, InstrumentLimits.Version, "1 for a first version");
        var title = root.Line("title", InstrumentLimits.Title, "the title people read");
        var kind = root.Choice("kind", InstrumentWords.Kinds, "how the instrument asks");
        var audience = root.Choice("audience", InstrumentWords.Audiences, "whom it is about");
        var introduction = root.Passage(
            "introduction",
            InstrumentLimits.Passage,
            "what people read before they begin"
        );
        var source = Source(
            root,
            "where the instrument comes from, an object with “document” or “ours”"
        );
        var scale = Scale(errors, root, kind);
        var parts = new InstrumentPartsReader(errors, kind, scale).Parts(root);
        return errors.Count > 0
            ? null
            : new Instrument(
                key!,
                version!.Value,
                title!,
                kind!.Value,
                audience!.Value,
                introduction!,
                source!,
                scale,
                parts
            );
    }

    internal static InstrumentSource? Source(InstrumentJson owner, string? neededAs = null)
    {
        var json = owner.Object("source", neededAs, ["document", "part", "position", "ours"]);
        if (json is null)
        {
            return null;
        }

        var source = new InstrumentSource(
            json.Line("document", InstrumentLimits.Title, neededAs: null),
            json.Line("part", InstrumentLimits.Title, neededAs: null),
            json.Whole("position", 1, 9999, neededAs: null),
            json.Line("ours", InstrumentLimits.Sentence, neededAs: null)
        );
        if (!json.Has("document") && !json.Has("ours"))
        {
            owner.Error(
                "source",
                "A source names the “document” it follows, or says under “ours” what is your own."
            );
        }

        return source;
    }

    private static InstrumentScale? Scale(
        InstrumentErrors errors,
        InstrumentJson root,
        InstrumentKind? kind
    )
    {
        if (kind == InstrumentKind.Reflection)
        {
            if (root.Has("scale"))
            {
                root.Error(
                    "scale",
                    "Reflection questions are answered in words. Leave “scale” out."
                );
            }

            return null;
        }

        var json = root.Object(
            "scale",
            kind is null ? null : "an object with the “levels” people choose from",
            ["levels", "source"]
        );
        if (json is null)
        {
            return null;
        }

        var levels = new List<InstrumentLevel>();
        var whole = true;
        foreach (
            var (pointer, element) in json.List(
                "levels",
                InstrumentLimits.FewestLevels,
                InstrumentLimits.MostLevels,
                "a list of 2 to 11 levels"
            )
        )
        {
            var level = Level(errors, pointer, element, kind, levels);
            whole &= level is not null;
            if (level is not null)
            {
                levels.Add(level);
            }
        }

        var source = Source(json);

        // With a level missing, every descriptor of it would be reported as unknown; the real error is enough.
        return whole && levels.Count > 0 ? new InstrumentScale(levels, source) : null;
    }

    private static InstrumentLevel? Level(
        InstrumentErrors errors,
        string pointer,
        JsonElement element,
        InstrumentKind? kind,
        List<InstrumentLevel> before
    )
    {
        var json = InstrumentJson.Open(
            errors,
            pointer,
            element,
            "a level",
            ["value", "label", "meaning", "ours"]
        );
        if (json is null)
        {
            return null;
        }

        var value = json.Whole(
            "value",
            0,
            InstrumentLimits.HighestFirstLevel + InstrumentLimits.MostLevels,
            "the number of the level"
        );
        var label = json.Line("label", InstrumentLimits.Label, "the name of the level");
        var meaning = json.Passage(
            "meaning",
            InstrumentLimits.Sentence,
            kind is null or InstrumentKind.Rubric
                ? null
                : "a sentence that says what the level means"
        );
        var ours = json.Flag("ours");
        if (value is { } v)
        {
            CheckOrder(json, v, before);
        }

        if (label is not null && before.Exists(l => l.Label == label))
        {
            json.Error("label", "Another level has this label already. Give each its own.");
        }

        return value is null || label is null
            ? null
            : new InstrumentLevel(value.Value, label, meaning, ours);
    }

    private static void CheckOrder(InstrumentJson json, int value, List<InstrumentLevel> before)
    {
        if (before.Count == 0 && value > InstrumentLimits.HighestFirstLevel)
        {
            json.Error(
                "value",
                $"The first level is at most {InstrumentLimits.HighestFirstLevel}; most scales begin with 0 or 1."
            );
        }
        else if (before.Count > 0 && value != before[^1].Value + 1)
        {
            json.Error(
                "value",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Levels go up by one: expected {before[^1].Value + 1} after {before[^1].Value}, found {value}."
                )
            );
        }
    }
}
