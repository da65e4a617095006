using System.Globalization;
using System.Text.Json;

namespace Throughline.Domain.Assessments;

/// <summary>Reads the parts and items of an instrument file, against the kind and the scale read before.</summary>
internal sealed class InstrumentPartsReader(
    InstrumentErrors errors,
    InstrumentKind? kind,
    InstrumentScale? scale
)
{
    private readonly HashSet<string> partKeys = new(StringComparer.Ordinal);
    private readonly HashSet<string> itemKeys = new(StringComparer.Ordinal);
    private int itemCount;

    public IReadOnlyList<InstrumentPart> Parts(InstrumentJson root)
    {
        var parts = root.List("parts", 1, InstrumentLimits.Parts, "a list with at least one part")
            .Select(p => Part(p.Pointer, p.Element))
            .OfType<InstrumentPart>()
            .ToList();
        if (itemCount > InstrumentLimits.Items)
        {
            root.Error(
                "parts",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"An instrument has at most {InstrumentLimits.Items} items, this one has {itemCount}."
                )
            );
        }

        return parts;
    }

    private InstrumentPart? Part(string pointer, JsonElement element)
    {
        var json = InstrumentJson.Open(
            errors,
            pointer,
            element,
            "a part",
            ["key", "title", "description", "source", "items"]
        );
        if (json is null)
        {
            return null;
        }

        var key = UniqueKey(json, partKeys, "part");
        var title = json.Line("title", InstrumentLimits.Title, "the heading of the part");
        var description = json.Passage("description", InstrumentLimits.Passage, neededAs: null);
        var source = InstrumentReader.Source(json);
        var items = json.List("items", 1, InstrumentLimits.Items, "a list with at least one item")
            .Select(i => Item(i.Pointer, i.Element))
            .OfType<InstrumentItem>()
            .ToList();
        return key is null || title is null
            ? null
            : new InstrumentPart(key, title, description, source, items);
    }

    private InstrumentItem? Item(string pointer, JsonElement element)
    {
        itemCount++;
        var json = InstrumentJson.Open(
            errors,
            pointer,
            element,
            "an item",
            ["key", "text", "reversed", "extent", "question", "descriptors", "prompts", "source"]
        );
        if (json is null)
        {
            return null;
        }

        var key = UniqueKey(json, itemKeys, "item");
        var text = json.Line("text", InstrumentLimits.Statement, "what people rate or answer");
        var reversed = Reversed(json);
        var extent = json.Line("extent", InstrumentLimits.Statement, neededAs: null);
        var question = json.Line("question", InstrumentLimits.Statement, neededAs: null);
        var descriptors = Descriptors(json);
        var prompts = json.Lines("prompts", InstrumentLimits.Prompts, InstrumentLimits.Sentence);
        var source = InstrumentReader.Source(json);
        return key is null || text is null
            ? null
            : new InstrumentItem(key, text, extent, question, descriptors, prompts, source)
            {
                Reversed = reversed,
            };
    }

    // A rubric says at each level what better looks like, and a question has no levels.
    private bool Reversed(InstrumentJson item)
    {
        var reversed = item.Flag("reversed");
        if (reversed && kind is InstrumentKind.Rubric or InstrumentKind.Reflection)
        {
            item.Error(
                "reversed",
                kind == InstrumentKind.Rubric
                    ? "A rubric’s levels go from less to better, so its items cannot be reversed. Leave it out."
                    : "Reflection questions have no levels that could be reversed. Leave it out."
            );
        }

        return reversed;
    }

    private IReadOnlyList<InstrumentDescriptor> Descriptors(InstrumentJson item)
    {
        var isRubric = kind == InstrumentKind.Rubric;
        if (kind == InstrumentKind.Reflection && item.Has("descriptors"))
        {
            item.Error(
                "descriptors",
                "Reflection questions have no levels to describe. Leave it out."
            );
            return [];
        }

        var read = item.List(
                "descriptors",
                1,
                InstrumentLimits.MostLevels,
                isRubric ? "a rubric’s item describes every level" : null
            )
            .Select(d => (d.Pointer, Descriptor: Descriptor(d.Pointer, d.Element)))
            .ToList();
        if (scale is null)
        {
            return [];
        }

        var described = new List<InstrumentDescriptor>();
        foreach (var (pointer, descriptor) in read)
        {
            if (descriptor is not null && Fits(pointer, descriptor, described))
            {
                described.Add(descriptor);
            }
        }

        var broken = read.Exists(r => r.Descriptor is null);
        if (isRubric && item.Has("descriptors") && !broken)
        {
            foreach (
                var level in scale.Levels.Where(l => !described.Exists(d => d.Level == l.Value))
            )
            {
                item.Error(
                    "descriptors",
                    $"Level {level.Value.ToString(CultureInfo.InvariantCulture)} has no descriptor. A rubric’s item describes every level once."
                );
            }
        }

        return [.. described.OrderBy(d => d.Level)];
    }

    private InstrumentDescriptor? Descriptor(string pointer, JsonElement element)
    {
        var json = InstrumentJson.Open(errors, pointer, element, "a descriptor", ["level", "text"]);
        var level = json?.Whole("level", 0, 99, "the value of the level it describes");
        var text = json?.Passage("text", InstrumentLimits.Passage, "what the level looks like");
        return level is null || text is null ? null : new InstrumentDescriptor(level.Value, text);
    }

    private bool Fits(
        string pointer,
        InstrumentDescriptor descriptor,
        List<InstrumentDescriptor> before
    )
    {
        if (scale!.Levels.All(l => l.Value != descriptor.Level))
        {
            errors.Add(
                $"{pointer}/level",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The scale has no level {descriptor.Level}; it goes from {scale.Levels[0].Value} to {scale.Levels[^1].Value}."
                )
            );
            return false;
        }

        if (before.Exists(d => d.Level == descriptor.Level))
        {
            errors.Add(
                $"{pointer}/level",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Level {descriptor.Level} is described twice. Keep one."
                )
            );
            return false;
        }

        return true;
    }

    private static string? UniqueKey(InstrumentJson json, HashSet<string> taken, string what)
    {
        var key = json.Key("key", $"the {what}’s name for machines, such as clear-vision");
        if (key is not null && !taken.Add(key))
        {
            json.Error("key", $"Another {what} has the key “{key}” already. Give each its own.");
        }

        return key;
    }
}
