using System.Text.Json.Nodes;
using Throughline.Domain.Assessments;

namespace Throughline.Domain.Tests.Assessments;

/// <summary>What someone reads who writes an instrument and gets it wrong: the place, what was found, what is wanted.</summary>
public class InstrumentErrorTests
{
    [Theory]
    [InlineData("/format", "the number 1, the format this file is written in")]
    [InlineData("/key", "the instrument’s name for machines, such as school-ilt")]
    [InlineData("/version", "1 for a first version")]
    [InlineData("/title", "the title people read")]
    [InlineData("/kind", "how the instrument asks")]
    [InlineData("/audience", "whom it is about")]
    [InlineData("/introduction", "what people read before they begin")]
    [InlineData("/source", "where the instrument comes from, an object with “document” or “ours”")]
    [InlineData("/scale", "an object with the “levels” people choose from")]
    [InlineData("/scale/levels", "a list of 2 to 11 levels")]
    [InlineData("/scale/levels/0/value", "the number of the level")]
    [InlineData("/scale/levels/0/label", "the name of the level")]
    [InlineData("/parts", "a list with at least one part")]
    [InlineData("/parts/0/key", "the part’s name for machines, such as clear-vision")]
    [InlineData("/parts/0/title", "the heading of the part")]
    [InlineData("/parts/0/items", "a list with at least one item")]
    [InlineData("/parts/0/items/0/key", "the item’s name for machines, such as clear-vision")]
    [InlineData("/parts/0/items/0/text", "what people rate or answer")]
    [InlineData("/parts/0/items/0/descriptors", "a rubric’s item describes every level")]
    [InlineData("/parts/0/items/0/descriptors/0/level", "the value of the level it describes")]
    [InlineData("/parts/0/items/0/descriptors/0/text", "what the level looks like")]
    public void What_is_missing_is_named_once_with_what_it_is_for(string pointer, string use)
    {
        var file = Instruments.Rubric();
        var (owner, name) = file.Find(pointer);
        owner.AsObject().Remove(name);

        Errors(file)
            .ShouldBe([(pointer[..pointer.LastIndexOf('/')], $"“{name}” is missing: {use}.")]);
    }

    [Fact]
    public void A_scale_says_what_its_levels_mean()
    {
        var file = Instruments.RatingScale();
        file["scale"]!["levels"]![2]!.AsObject().Remove("meaning");

        Errors(file)
            .ShouldBe([
                (
                    "/scale/levels/2",
                    "“meaning” is missing: a sentence that says what the level means."
                ),
            ]);
    }

    // As long as nobody knows how it asks, nobody knows whether it needs a scale.
    [Fact]
    public void Without_a_kind_a_scale_is_not_missed()
    {
        var file = Instruments.Rubric();
        file.Remove("kind");
        file.Remove("scale");

        Errors(file).ShouldBe([("", "“kind” is missing: how the instrument asks.")]);
    }

    [Theory]
    [InlineData("/title", "7", "Expected a text in quotes, found a number.")]
    [InlineData("/title", "{}", "Expected a text in quotes, found an object.")]
    [InlineData("/title", "[]", "Expected a text in quotes, found a list.")]
    [InlineData("/title", "false", "Expected a text in quotes, found true or false.")]
    [InlineData("/title", "null", "Expected a text in quotes, found null.")]
    [InlineData("/introduction", "\" \\n\"", "The text is empty. Write something, or leave")]
    [InlineData("/title", "\"\\ud800\"", "The text has a broken character")]
    [InlineData(
        "/title",
        "\"a\\u0001\\u202e\"",
        "The text has an invisible control character (U+0001)"
    )]
    [InlineData("/version", "\"1\"", "Expected a whole number from 1 to 9999, found a text.")]
    [InlineData("/version", "1.5", "Expected a whole number from 1 to 9999, found 1.5.")]
    [InlineData("/version", "10000", "Expected a whole number from 1 to 9999, found 10000.")]
    [InlineData("/parts/0/items/0/reversed", "\"yes\"", "Expected true or false, found a text.")]
    [InlineData("/parts", "{}", "Expected a list [ … ], found an object.")]
    [InlineData("/parts", "[]", "The list is empty. Leave “parts” out or give at least 1.")]
    [InlineData("/scale/levels", "[]", "The list is empty. Leave “levels” out or give at least 2.")]
    [InlineData("/parts/0", "7", "Expected a part as an object { … }, found a number.")]
    [InlineData("/parts/0/items/0", "null", "Expected an item as an object { … }, found null.")]
    [InlineData(
        "/parts/0/items/0/descriptors/0",
        "[]",
        "Expected a descriptor as an object { … }, found a list."
    )]
    [InlineData("/scale", "\"x\"", "Expected “scale” as an object { … }, found a text.")]
    [InlineData(
        "/scale/levels/0",
        "true",
        "Expected a level as an object { … }, found true or false."
    )]
    [InlineData(
        "/key",
        "\"Big-Key\"",
        "“Big-Key” is no key. A key has small letters a to z, digits"
    )]
    [InlineData(
        "/kind",
        "\"rubrik\"",
        "“rubrik” is not one of: rubric, ratingScale, checklist, reflection. Did you mean “rubric”?"
    )]
    [InlineData("/audience", "\"all\"", "“all” is not one of: district, school, person, team.")]
    [InlineData("/source", "{}", "A source names the “document” it follows, or says under “ours”")]
    [InlineData(
        "/scale/levels/0/value",
        "11",
        "The first level is at most 10; most scales begin with 0 or 1."
    )]
    [InlineData("/scale/levels/1/value", "3", "Levels go up by one: expected 2 after 1, found 3.")]
    [InlineData("/scale/levels/1/label", "\"Begun\"", "Another level has this label already.")]
    [InlineData("/parts/0/items/1/key", "\"norms\"", "Another item has the key “norms” already.")]
    [InlineData(
        "/parts/0/items/0/descriptors/1/level",
        "1",
        "Level 1 is described twice. Keep one."
    )]
    [InlineData(
        "/parts/0/items/0/descriptors/1/level",
        "3",
        "The scale has no level 3; it goes from 1 to 2."
    )]
    public void What_is_wrong_is_named_at_its_place(string pointer, string json, string words)
    {
        // As text, because a document in memory takes no broken character.
        var file = Instruments.Rubric();
        const string here = "what stands here";
        file.Set(pointer, here);
        var reading = InstrumentReader.Read(
            file.ToJsonString().Replace($"\"{here}\"", json, StringComparison.Ordinal)
        );

        reading.Instrument.ShouldBeNull();
        reading.Errors.ShouldContain(
            e => e.Pointer == pointer && e.Message.StartsWith(words, StringComparison.Ordinal),
            string.Join('\n', reading.Errors)
        );
    }

    [Fact]
    public void A_word_that_is_no_slip_of_the_pen_gets_no_guess()
    {
        var file = Instruments.Rubric();
        file["kind"] = "questionnaire";

        Errors(file)
            .ShouldBe([
                (
                    "/kind",
                    "“questionnaire” is not one of: rubric, ratingScale, checklist, reflection."
                ),
            ]);
    }

    [Theory]
    [InlineData(
        "",
        "an instrument",
        "$schema, format, key, version, title, kind, audience, introduction, source, scale, parts"
    )]
    [InlineData("/source", "“source”", "document, part, position, ours")]
    [InlineData("/scale", "“scale”", "levels, source")]
    [InlineData("/scale/levels/0", "a level", "value, label, meaning, ours")]
    [InlineData("/parts/0", "a part", "key, title, description, source, items")]
    [InlineData(
        "/parts/0/items/0",
        "an item",
        "key, text, reversed, extent, question, descriptors, prompts, source"
    )]
    [InlineData("/parts/0/items/0/descriptors/0", "a descriptor", "level, text")]
    public void An_unknown_property_is_told_what_is_known_there(
        string pointer,
        string what,
        string known
    )
    {
        var file = Instruments.Rubric();
        file.Set($"{pointer}/colour", "red");

        Errors(file)
            .ShouldBe([
                (
                    $"{pointer}/colour",
                    $"“colour” is not a property of {what}. Known here: {known}."
                ),
            ]);
    }

    [Theory]
    [InlineData("[]", "Expected an instrument as an object { … }, found a list.")]
    [InlineData("7", "Expected an instrument as an object { … }, found a number.")]
    public void What_is_no_instrument_at_all(string json, string words) =>
        InstrumentReader.Read(json).Errors.ShouldHaveSingleItem().Message.ShouldBe(words);

    [Fact]
    public void Questions_have_neither_a_scale_nor_descriptors()
    {
        var file = Instruments.Reflection();
        file["scale"] = Instruments.Rubric()["scale"]!.DeepClone();
        file["parts"]![0]!["items"]![1]!["descriptors"] = new JsonArray();

        Errors(file)
            .ShouldBe([
                ("/scale", "Reflection questions are answered in words. Leave “scale” out."),
                (
                    "/parts/0/items/1/descriptors",
                    "Reflection questions have no levels to describe. Leave it out."
                ),
            ]);
    }

    [Fact]
    public void A_first_level_may_be_10_and_every_kind_and_audience_can_be_named()
    {
        var file = Instruments.RatingScale();
        for (var level = 0; level < 4; level++)
        {
            file["scale"]!["levels"]![level]!["value"] = 10 + level;
        }

        Instruments.Read(file).Levels.Select(l => l.Value).ShouldBe([10, 11, 12, 13]);

        file["kind"] = "checklist";
        Instruments.Read(file).Kind.ShouldBe(InstrumentKind.Checklist);
        Instruments.Read(Instruments.Reflection()).Kind.ShouldBe(InstrumentKind.Reflection);
        foreach (var audience in Enum.GetValues<InstrumentAudience>())
        {
            file["audience"] = audience.ToString().ToLowerInvariant();
            Instruments.Read(file).Audience.ShouldBe(audience);
        }
    }

    // Sixteen lists in each other are read, and are no instrument; one more is not read at all.
    [Theory]
    [InlineData(16, "Expected an instrument")]
    [InlineData(17, "This is not well-formed JSON: line 1, column ")]
    public void A_file_is_read_sixteen_levels_deep(int depth, string words)
    {
        var error = InstrumentReader
            .Read(new string('[', depth) + new string(']', depth))
            .Errors.ShouldHaveSingleItem();

        error.Message.ShouldStartWith(words);
        error.Message.ShouldNotContain("LineNumber");
        error.Message.ShouldNotContain("Path:");
    }

    private static IEnumerable<(string Pointer, string Message)> Errors(JsonNode file)
    {
        var reading = InstrumentReader.Read(file.ToJsonString());
        reading.Instrument.ShouldBeNull();
        return reading.Errors.Select(e => (e.Pointer, e.Message));
    }
}
