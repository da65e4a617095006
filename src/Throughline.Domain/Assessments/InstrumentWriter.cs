using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Throughline.Domain.Assessments;

/// <summary>
/// Writes an instrument as a file: always the same text for the same content, so that two can be compared, and one
/// that <see cref="InstrumentReader"/> reads as the same instrument.
/// </summary>
public static class InstrumentWriter
{
    // Relaxed, so that a person can read and edit the file: it is a download of its own, never part of a page.
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        IndentSize = 2,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The file's text, UTF-8 when saved, with a line break at its end.</summary>
    public static string Write(Instrument instrument)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            Write(json, instrument);
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private static void Write(Utf8JsonWriter json, Instrument instrument)
    {
        json.WriteStartObject();
        json.WriteNumber("format", 1);
        json.WriteString("key", instrument.Key);
        json.WriteNumber("version", instrument.Version);
        json.WriteString("title", instrument.Title);
        json.WriteString("kind", InstrumentWords.Of(InstrumentWords.Kinds, instrument.Kind));
        json.WriteString(
            "audience",
            InstrumentWords.Of(InstrumentWords.Audiences, instrument.Audience)
        );
        json.WriteString("introduction", instrument.Introduction);
        Source(json, instrument.Source);
        Scale(json, instrument.Scale);
        json.WriteStartArray("parts");
        foreach (var part in instrument.Parts)
        {
            Part(json, part);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Source(Utf8JsonWriter json, InstrumentSource? source)
    {
        if (source is null)
        {
            return;
        }

        json.WriteStartObject("source");
        Optional(json, "document", source.Document);
        Optional(json, "part", source.Part);
        if (source.Position is { } position)
        {
            json.WriteNumber("position", position);
        }

        Optional(json, "ours", source.Ours);
        json.WriteEndObject();
    }

    private static void Scale(Utf8JsonWriter json, InstrumentScale? scale)
    {
        if (scale is null)
        {
            return;
        }

        json.WriteStartObject("scale");
        Source(json, scale.Source);
        json.WriteStartArray("levels");
        foreach (var level in scale.Levels)
        {
            json.WriteStartObject();
            json.WriteNumber("value", level.Value);
            json.WriteString("label", level.Label);
            Optional(json, "meaning", level.Meaning);
            if (level.Ours)
            {
                json.WriteBoolean("ours", value: true);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Part(Utf8JsonWriter json, InstrumentPart part)
    {
        json.WriteStartObject();
        json.WriteString("key", part.Key);
        json.WriteString("title", part.Title);
        Optional(json, "description", part.Description);
        Source(json, part.Source);
        json.WriteStartArray("items");
        foreach (var item in part.Items)
        {
            Item(json, item);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Item(Utf8JsonWriter json, InstrumentItem item)
    {
        json.WriteStartObject();
        json.WriteString("key", item.Key);
        json.WriteString("text", item.Text);
        if (item.Reversed)
        {
            json.WriteBoolean("reversed", value: true);
        }

        Optional(json, "extent", item.Extent);
        Optional(json, "question", item.Question);
        if (item.Descriptors.Count > 0)
        {
            json.WriteStartArray("descriptors");
            foreach (var descriptor in item.Descriptors)
            {
                json.WriteStartObject();
                json.WriteNumber("level", descriptor.Level);
                json.WriteString("text", descriptor.Text);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        if (item.Prompts.Count > 0)
        {
            json.WriteStartArray("prompts");
            foreach (var prompt in item.Prompts)
            {
                json.WriteStringValue(prompt);
            }

            json.WriteEndArray();
        }

        Source(json, item.Source);
        json.WriteEndObject();
    }

    private static void Optional(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
        {
            json.WriteString(name, text);
        }
    }
}
