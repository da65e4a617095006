using System.Globalization;
using System.Text.Json.Nodes;
using Throughline.Domain.Assessments;

namespace Throughline.Domain.Tests.Assessments;

/// <summary>Instrument files for tests: a good one of each kind, to be spoilt in one place.</summary>
internal static class Instruments
{
    public static JsonObject Rubric() =>
        JsonNode
            .Parse(
                """
                {
                  "format": 1, "key": "team-rubric", "version": 1, "title": "Team rubric",
                  "kind": "rubric", "audience": "team", "introduction": "Look at your team.",
                  "source": { "ours": "All of it." },
                  "scale": { "levels": [ { "value": 1, "label": "Begun" }, { "value": 2, "label": "Done" } ] },
                  "parts": [ { "key": "all", "title": "All", "items": [
                    { "key": "norms", "text": "Norms", "extent": "How far norms are kept.", "question": "What are norms?",
                      "descriptors": [ { "level": 1, "text": "Some." }, { "level": 2, "text": "All." } ] },
                    { "key": "roles", "text": "Roles",
                      "descriptors": [ { "level": 1, "text": "Few." }, { "level": 2, "text": "Many." } ] } ] } ]
                }
                """
            )!
            .AsObject();

    /// <summary>A rating scale 0 to 3 with this many items: item-1, item-2 …</summary>
    public static JsonObject RatingScale(int items = 3, int version = 1) =>
        new()
        {
            ["format"] = 1,
            ["key"] = "team-scale",
            ["version"] = version,
            ["title"] = "Team scale",
            ["kind"] = "ratingScale",
            ["audience"] = "school",
            ["introduction"] = "Rate alone.",
            ["source"] = new JsonObject { ["document"] = "001" },
            ["scale"] = new JsonObject
            {
                ["levels"] = new JsonArray([
                    .. Enumerable
                        .Range(0, 4)
                        .Select(v => new JsonObject
                        {
                            ["value"] = v,
                            ["label"] = $"Label {v}",
                            ["meaning"] = $"Meaning {v}.",
                        }),
                ]),
            },
            ["parts"] = new JsonArray(
                new JsonObject
                {
                    ["key"] = "all",
                    ["title"] = "All",
                    ["items"] = new JsonArray([
                        .. Enumerable
                            .Range(1, items)
                            .Select(i => new JsonObject
                            {
                                ["key"] = $"item-{i}",
                                ["text"] = $"Statement {i}.",
                            }),
                    ]),
                }
            ),
        };

    public static JsonObject Reflection(int items = 2)
    {
        var file = RatingScale(items);
        file["kind"] = "reflection";
        file.Remove("scale");
        return file;
    }

    public static Instrument Read(JsonNode file)
    {
        var reading = InstrumentReader.Read(file.ToJsonString());
        reading.Errors.ShouldBeEmpty();
        return reading.Instrument!;
    }

    /// <summary>Puts a value where a pointer leads: <c>/parts/0/items/0/key</c>.</summary>
    public static void Set(this JsonNode file, string pointer, JsonNode value)
    {
        var (owner, name) = file.Find(pointer);
        if (owner is JsonArray list)
        {
            list[Index(name)] = value;
        }
        else
        {
            owner[name] = value;
        }
    }

    /// <summary>The object or list in which a pointer's last word names something, and that word.</summary>
    public static (JsonNode Owner, string Name) Find(this JsonNode file, string pointer)
    {
        var steps = pointer.Split('/')[1..];
        var owner = file;
        foreach (var step in steps[..^1])
        {
            owner = owner is JsonArray ? owner[Index(step)]! : owner[step]!;
        }

        return (owner, steps[^1]);
    }

    private static int Index(string step) => int.Parse(step, CultureInfo.InvariantCulture);
}
