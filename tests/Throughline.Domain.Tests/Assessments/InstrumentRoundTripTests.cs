using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Throughline.Domain.Assessments;

namespace Throughline.Domain.Tests.Assessments;

public class InstrumentRoundTripTests
{
    [Fact]
    public void What_is_exported_says_the_same_as_what_was_read() =>
        Prop.ForAll(
                Files().ToArbitrary(),
                file =>
                {
                    var written = InstrumentWriter.Write(Instruments.Read(file));

                    JsonNode
                        .DeepEquals(JsonNode.Parse(written), file)
                        .ShouldBeTrue($"{file.ToJsonString()}\n{written}");
                    InstrumentWriter
                        .Write(InstrumentReader.Read(written).Instrument!)
                        .ShouldBe(written);
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void No_damage_to_a_file_makes_reading_throw() =>
        Prop.ForAll(
                Files().ToArbitrary(),
                ArbMap.Default.ArbFor<int>(),
                ArbMap.Default.ArbFor<char>(),
                (file, at, c) =>
                {
                    var json = file.ToJsonString();
                    var place = (int)((uint)at * 2654435761 % (uint)json.Length);
                    var reading = InstrumentReader.Read(
                        json.Remove(place, 1).Insert(place, c.ToString())
                    );

                    reading.IsOk.ShouldBe(reading.ErrorCount == 0);
                    reading.Errors.ShouldAllBe(e => e.Message.Length > 10);
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Order_and_layout_of_a_file_do_not_change_its_content()
    {
        var file = Instruments.Rubric();
        var turned = new JsonObject(
            file.Reverse().Select(p => KeyValuePair.Create(p.Key, p.Value?.DeepClone()))
        );

        InstrumentWriter
            .Write(Instruments.Read(turned))
            .ShouldBe(InstrumentWriter.Write(Instruments.Read(file)));
    }

    // Texts with what a file must survive: quotes, markup, letters beyond ASCII, several paragraphs.
    private static readonly string[] Texts =
    [
        "Plain.",
        "“Quoted” \"twice\" \\ and / slashed",
        "<b>&amp;</b>",
        "Ñandú, 漢字, 🎓",
        "Two\n\nparagraphs",
    ];

    private static Gen<JsonObject> Files() =>
        from kind in Gen.Elements("rubric", "ratingScale", "checklist", "reflection")
        from audience in Gen.Elements("district", "school", "person", "team")
        from version in Gen.Choose(1, 99)
        from first in Gen.Choose(0, 2)
        from levels in Gen.Choose(2, 11)
        from shape in Gen.Choose(1, 4).ListOf(3)
        from texts in Gen.Elements(Texts).ListOf(12)
        from flags in ArbMap.Default.GeneratorFor<bool>().ListOf(12)
        select File(kind, audience, version, first, levels, [.. shape], [.. texts], [.. flags]);

    private static JsonObject File(
        string kind,
        string audience,
        int version,
        int first,
        int levels,
        int[] shape,
        string[] texts,
        bool[] flags
    )
    {
        string Line(int i) => texts[i % texts.Length].Replace("\n", " ").Replace("  ", " ");
        var file = new JsonObject
        {
            ["format"] = 1,
            ["key"] = "key-1",
            ["version"] = version,
            ["title"] = Line(0),
            ["kind"] = kind,
            ["audience"] = audience,
            ["introduction"] = texts[1],
            ["source"] = Source(flags[0], flags[1]),
        };
        if (kind != "reflection")
        {
            file["scale"] = Scale(first, levels, texts, flags);
        }

        var parts = new JsonArray();
        var number = 0;
        foreach (var items in shape)
        {
            var part = new JsonObject { ["key"] = $"part-{parts.Count}", ["title"] = Line(2) };
            if (flags[2])
            {
                part["description"] = texts[3];
            }

            var list = new JsonArray();
            for (var i = 0; i < items; i++)
            {
                var item = new JsonObject { ["key"] = $"item-{number++}", ["text"] = Line(4 + i) };
                if (flags[10] && kind is "ratingScale" or "checklist")
                {
                    item["reversed"] = true;
                }

                if (flags[3])
                {
                    item["extent"] = Line(5);
                    item["question"] = Line(6);
                }

                if (kind == "rubric")
                {
                    item["descriptors"] = new JsonArray([
                        .. Enumerable
                            .Range(first, levels)
                            .Select(l => new JsonObject
                            {
                                ["level"] = l,
                                ["text"] = texts[l % texts.Length],
                            }),
                    ]);
                }

                if (flags[4])
                {
                    item["prompts"] = new JsonArray(Line(7), Line(8));
                    item["source"] = Source(flags[5], flags[6]);
                }

                list.Add(item);
            }

            part["items"] = list;
            parts.Add(part);
        }

        file["parts"] = parts;
        return file;
    }

    private static JsonObject Scale(int first, int levels, string[] texts, bool[] flags)
    {
        var scale = new JsonObject
        {
            ["levels"] = new JsonArray([
                .. Enumerable
                    .Range(first, levels)
                    .Select(l =>
                    {
                        var level = new JsonObject
                        {
                            ["value"] = l,
                            ["label"] = $"L{l}",
                            ["meaning"] = texts[l % texts.Length],
                        };
                        if (flags[l % flags.Length])
                        {
                            level["ours"] = true;
                        }

                        return level;
                    }),
            ]),
        };
        if (flags[7])
        {
            scale["source"] = Source(flags[8], flags[9]);
        }

        return scale;
    }

    private static JsonObject Source(bool hasPosition, bool ours)
    {
        var source = new JsonObject();
        if (ours)
        {
            source["ours"] = "Ours.";
        }
        else
        {
            source["document"] = "A <book>";
            source["part"] = "Chapter 1";
        }

        if (hasPosition)
        {
            source["position"] = 3;
        }

        return source;
    }
}
