using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Throughline.Domain.Assessments;

namespace Throughline.Domain.Tests.Assessments;

public class InstrumentReaderTests
{
    [Fact]
    public void A_good_file_is_read_with_everything_in_it()
    {
        var rubric = Instruments.Read(Instruments.Rubric());

        rubric.Key.ShouldBe("team-rubric");
        rubric.Kind.ShouldBe(InstrumentKind.Rubric);
        rubric.Audience.ShouldBe(InstrumentAudience.Team);
        rubric.Item("norms")!.Question.ShouldBe("What are norms?");
        rubric.Item("roles")!.DescriptorAt(2).ShouldBe("Many.");
        rubric.Item("roles")!.DescriptorAt(3).ShouldBeNull();
        rubric.Item("nothing").ShouldBeNull();
        rubric.Level(2)!.Label.ShouldBe("Done");
        rubric.Source.ShouldBe(new InstrumentSource(null, null, null, "All of it."));
    }

    [Fact]
    public void The_example_in_the_documentation_is_an_instrument()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "instrument-format.md"));
        var example = page.Split("```json")[1].Split("```")[0];

        var reading = InstrumentReader.Read(example);

        reading.Errors.ShouldBeEmpty();
        reading.Instrument!.Key.ShouldBe("meeting-check");
    }

    [Fact]
    public void An_item_can_say_that_a_high_value_is_no_strength()
    {
        var file = Instruments.RatingScale();
        file["parts"]![0]!["items"]![1]!["reversed"] = true;
        file["parts"]![0]!["items"]![2]!["reversed"] = false;

        Instruments.Read(file).Items.Select(i => i.Reversed).ShouldBe([false, true, false]);
    }

    [Theory]
    [InlineData("rubric", "from less to better")]
    [InlineData("reflection", "no levels")]
    public void An_item_without_values_that_could_be_turned_round_is_not_reversed(
        string kind,
        string why
    )
    {
        var file = kind == "rubric" ? Instruments.Rubric() : Instruments.Reflection();
        file["parts"]![0]!["items"]![0]!["reversed"] = true;

        var error = Only(file.ToJsonString());

        error.Pointer.ShouldBe("/parts/0/items/0/reversed");
        error.Message.ShouldContain(why);
    }

    [Fact]
    public void Malformed_json_is_reported_with_its_line_and_column()
    {
        var error = Only("{\n  \"format\": 1,\n  \"key\" \"x\"\n}");

        error.Pointer.ShouldBe("");
        error.Message.ShouldContain("line 3, column 9");
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("7")]
    [InlineData("\"text\"")]
    [InlineData("{} {}")]
    [InlineData("// a comment\n{}")]
    public void What_is_no_object_is_refused_as_a_whole(string json) => Only(json);

    [Fact]
    public void An_empty_object_names_everything_that_is_missing()
    {
        var reading = InstrumentReader.Read("{}");

        string[] needed =
        [
            "format",
            "key",
            "version",
            "title",
            "kind",
            "audience",
            "introduction",
            "source",
            "parts",
        ];
        foreach (var name in needed)
        {
            reading.Errors.ShouldContain(e => e.Message.StartsWith($"“{name}” is missing"));
        }

        reading.Errors.ShouldAllBe(e => e.Pointer == "");
    }

    [Fact]
    public void All_errors_are_reported_at_once()
    {
        var file = Instruments.Rubric();
        file["version"] = 0;
        file["kind"] = "rubrik";
        file["parts"]![0]!["title"] = 7;
        file["parts"]![0]!["items"]![1]!.AsObject().Remove("text");

        var pointers = InstrumentReader.Read(file.ToJsonString()).Errors.Select(e => e.Pointer);

        pointers.ShouldBe(
            ["/version", "/kind", "/parts/0/title", "/parts/0/items/1"],
            ignoreOrder: true
        );
    }

    [Theory]
    [InlineData("titel", "Did you mean “title”?")]
    [InlineData("Version", "Did you mean “version”?")]
    [InlineData("colour", "Known here: ")]
    public void An_unknown_property_is_named_with_the_nearest_known_one(string name, string hint)
    {
        var file = Instruments.Rubric();
        file[name] = "x";

        var error = Only(file);

        error.Pointer.ShouldBe($"/{name}");
        error.Message.ShouldContain($"“{name}” is not a property");
        error.Message.ShouldContain(hint);
    }

    [Fact]
    public void An_unknown_property_deep_inside_is_found_too()
    {
        var file = Instruments.Rubric();
        file["parts"]![0]!["items"]![0]!["descriptors"]![1]!["a/b~c"] = 1;

        Only(file).Pointer.ShouldBe("/parts/0/items/0/descriptors/1/a~1b~0c");
    }

    [Fact]
    public void A_property_that_stands_twice_is_an_error()
    {
        var json = Instruments.Rubric().ToJsonString();

        var error = Only(json.Insert(1, "\"title\": \"First\", "));

        error.Pointer.ShouldBe("/title");
        error.Message.ShouldContain("twice");
    }

    [Fact]
    public void A_schema_reference_for_editors_is_let_through()
    {
        var file = Instruments.Rubric();
        file["$schema"] = "schema/instrument.schema.json";

        Instruments.Read(file).Key.ShouldBe("team-rubric");
    }

    [Theory]
    [InlineData("Team Rubric")]
    [InlineData("-team")]
    [InlineData("team-")]
    [InlineData("te--am")]
    [InlineData("équipe")]
    [InlineData("../../etc")]
    public void A_key_has_small_letters_digits_and_single_hyphens(string key)
    {
        var file = Instruments.Rubric();
        file["key"] = key;

        Only(file).Pointer.ShouldBe("/key");
    }

    [Theory]
    [InlineData("\"1\"")]
    [InlineData("1.5")]
    [InlineData("-1")]
    [InlineData("1e99")]
    [InlineData("null")]
    [InlineData("true")]
    [InlineData("[1]")]
    public void A_version_is_a_whole_number_from_1(string version)
    {
        var file = Instruments.Rubric();
        file["version"] = JsonNode.Parse(version);

        var error = Only(file);

        error.Pointer.ShouldBe("/version");
        error.Message.ShouldContain("whole number from 1 to");
    }

    [Fact]
    public void Another_format_is_refused()
    {
        var file = Instruments.Rubric();
        file["format"] = 2;

        Only(file).Pointer.ShouldBe("/format");
    }

    [Theory]
    [InlineData("/parts/0/items/1/key", "norms")]
    [InlineData("/parts/1/key", "all")]
    [InlineData("/parts/1/items/0/key", "roles")]
    [InlineData("/scale/levels/1/label", "Begun")]
    public void A_key_or_label_taken_already_is_named(string pointer, string taken)
    {
        var file = Instruments.Rubric();
        var second = file["parts"]![0]!.DeepClone();
        second["key"] = "other";
        second["items"]!.AsArray().RemoveAt(1);
        second["items"]![0]!["key"] = "else";
        file["parts"]!.AsArray().Add(second);
        file.Set(pointer, taken);

        Only(file).Pointer.ShouldBe(pointer);
    }

    [Theory]
    [InlineData("/parts")]
    [InlineData("/parts/0/items")]
    [InlineData("/scale/levels")]
    [InlineData("/parts/0/items/0/descriptors")]
    [InlineData("/parts/0/items/0/prompts")]
    public void An_empty_list_is_an_error(string pointer)
    {
        var file = Instruments.Rubric();
        file.Set(pointer, new JsonArray());

        InstrumentReader
            .Read(file.ToJsonString())
            .Errors.ShouldContain(e => e.Pointer == pointer && e.Message.Contains("empty"));
    }

    [Theory]
    [InlineData(2, 1, "/scale/levels/1/value")]
    [InlineData(1, 1, "/scale/levels/1/value")]
    [InlineData(1, 3, "/scale/levels/1/value")]
    [InlineData(11, 12, "/scale/levels/0/value")]
    public void Levels_rise_by_one_from_a_small_number(int first, int second, string pointer)
    {
        var file = Instruments.Rubric();
        file.Set("/scale/levels/0/value", first);
        file.Set("/scale/levels/1/value", second);

        InstrumentReader
            .Read(file.ToJsonString())
            .Errors.Where(e => e.Pointer.StartsWith("/scale", StringComparison.Ordinal))
            .ShouldHaveSingleItem()
            .Pointer.ShouldBe(pointer);
    }

    [Fact]
    public void A_scale_has_two_to_eleven_levels()
    {
        var one = Instruments.RatingScale();
        one["scale"]!["levels"]!.AsArray().RemoveRange(1, 3);
        Only(one).Pointer.ShouldBe("/scale/levels");

        var twelve = Instruments.RatingScale();
        for (var v = 4; v < 12; v++)
        {
            twelve["scale"]!["levels"]!
                .AsArray()
                .Add(
                    new JsonObject
                    {
                        ["value"] = v,
                        ["label"] = $"L{v.ToString(CultureInfo.InvariantCulture)}",
                        ["meaning"] = "M",
                    }
                );
        }

        Only(twelve).Message.ShouldContain("2 to 11");
        twelve["scale"]!["levels"]!.AsArray().RemoveAt(11);
        Instruments.Read(twelve).Levels.Count.ShouldBe(11);
    }

    [Fact]
    public void A_rubrics_item_describes_every_level_once()
    {
        var missing = Instruments.Rubric();
        missing["parts"]![0]!["items"]![0]!["descriptors"]!.AsArray().RemoveAt(0);
        var error = Only(missing);
        error.Pointer.ShouldBe("/parts/0/items/0/descriptors");
        error.Message.ShouldContain("Level 1 has no descriptor");

        var none = Instruments.Rubric();
        none["parts"]![0]!["items"]![0]!.AsObject().Remove("descriptors");
        Only(none).Message.ShouldContain("“descriptors” is missing");

        var unknown = Instruments.Rubric();
        unknown["parts"]![0]!["items"]![0]!["descriptors"]!
            .AsArray()
            .Add(new JsonObject { ["level"] = 3, ["text"] = "More." });
        Only(unknown).Pointer.ShouldBe("/parts/0/items/0/descriptors/2/level");

        var twice = Instruments.Rubric();
        twice["parts"]![0]!["items"]![0]!["descriptors"]!
            .AsArray()
            .Add(new JsonObject { ["level"] = 2, ["text"] = "More." });
        Only(twice).Message.ShouldContain("twice");
    }

    [Fact]
    public void A_rating_scale_says_what_each_level_means_and_needs_no_descriptors()
    {
        var file = Instruments.RatingScale();
        Instruments.Read(file).DescriptorCount.ShouldBe(0);

        file["scale"]!["levels"]![2]!.AsObject().Remove("meaning");

        Only(file).Pointer.ShouldBe("/scale/levels/2");
    }

    [Fact]
    public void Reflection_questions_have_no_scale()
    {
        var file = Instruments.Reflection();
        Instruments.Read(file).Levels.ShouldBeEmpty();

        file["scale"] = Instruments.RatingScale()["scale"]!.DeepClone();

        Only(file).Pointer.ShouldBe("/scale");
    }

    [Fact]
    public void Every_other_kind_needs_a_scale()
    {
        var file = Instruments.RatingScale();
        file.Remove("scale");

        Only(file).Message.ShouldContain("“scale” is missing");
    }

    [Fact]
    public void A_source_names_a_document_or_says_what_is_ours()
    {
        var file = Instruments.Rubric();
        file["source"] = new JsonObject { ["part"] = "Somewhere" };

        Only(file).Pointer.ShouldBe("/source");
    }

    [Theory]
    [InlineData("/title", InstrumentLimits.Title)]
    [InlineData("/introduction", InstrumentLimits.Passage)]
    [InlineData("/parts/0/items/0/text", InstrumentLimits.Statement)]
    [InlineData("/parts/0/items/0/descriptors/0/text", InstrumentLimits.Passage)]
    [InlineData("/scale/levels/0/label", InstrumentLimits.Label)]
    public void A_text_is_as_long_as_its_limit_at_most(string pointer, int limit)
    {
        var file = Instruments.Rubric();
        file.Set(pointer, new string('x', limit));
        Instruments.Read(file);

        file.Set(pointer, new string('x', limit + 1));

        var reading = InstrumentReader.Read(file.ToJsonString());
        reading.Errors[0].Pointer.ShouldBe(pointer);
        reading
            .Errors[0]
            .Message.ShouldContain($"shorten it to {limit.ToString(CultureInfo.InvariantCulture)}");
    }

    [Fact]
    public void Script_is_text_like_any_other()
    {
        var file = Instruments.Rubric();
        file["title"] = "<script>alert(1)</script>";

        Instruments.Read(file).Title.ShouldBe("<script>alert(1)</script>");
    }

    [Theory]
    [InlineData("a\u0000b", "U+0000")]
    [InlineData("a\u001bb", "U+001B")]
    [InlineData("a\u0085b", "U+0085")]
    [InlineData("a\u202eb", "U+202E")]
    public void Invisible_control_characters_are_refused_by_name(string text, string name)
    {
        var file = Instruments.Rubric();
        file["title"] = text;

        Only(file).Message.ShouldContain(name);
    }

    [Theory]
    [InlineData("\"\\ud800\"")]
    [InlineData("\"x\\udc00x\"")]
    public void Half_a_character_is_refused(string title)
    {
        var json = Instruments
            .Rubric()
            .ToJsonString()
            .Replace("\"Team rubric\"", title, StringComparison.Ordinal);

        Only(json).Pointer.ShouldBe("/title");
    }

    [Fact]
    public void Half_a_character_in_a_name_or_raw_in_the_text_is_refused()
    {
        var json = Instruments.Rubric().ToJsonString();

        Only(json.Insert(1, "\"\\ud800\": 1, ")).Message.ShouldContain("surrogate");
        Only(json.Insert(1, "\"\ud800\": 1, ")).Message.ShouldContain("surrogate");
    }

    [Fact]
    public void Bytes_that_are_not_utf_8_are_refused()
    {
        var bytes = Encoding.Latin1.GetBytes("{ \"title\": \"é\" }");

        InstrumentReader.Read(bytes).Errors.ShouldHaveSingleItem().Message.ShouldContain("UTF-8");
    }

    [Fact]
    public void A_byte_order_mark_does_no_harm()
    {
        var bytes = Encoding.UTF8.Preamble.ToArray();

        InstrumentReader
            .Read([.. bytes, .. Encoding.UTF8.GetBytes(Instruments.Rubric().ToJsonString())])
            .IsOk.ShouldBeTrue();
    }

    [Fact]
    public void A_file_of_more_than_a_mebibyte_is_refused()
    {
        var json = Instruments.Rubric().ToJsonString();
        var padded =
            json + new string(' ', InstrumentLimits.Bytes - Encoding.UTF8.GetByteCount(json));
        InstrumentReader.Read(padded).IsOk.ShouldBeTrue();

        Only(padded + " ").Message.ShouldContain("1 MiB");
    }

    [Fact]
    public void A_deeply_nested_file_is_refused()
    {
        var json = new string('[', 100_000) + new string(']', 100_000);

        Only(json).Message.ShouldContain("depth");
    }

    [Fact]
    public void An_instrument_has_at_most_300_items()
    {
        Instruments.Read(Instruments.RatingScale(items: 300)).Items.Count.ShouldBe(300);

        var split = Instruments.RatingScale(items: 300);
        split["parts"]!
            .AsArray()
            .Add(
                new JsonObject
                {
                    ["key"] = "more",
                    ["title"] = "More",
                    ["items"] = new JsonArray(
                        new JsonObject { ["key"] = "one-more", ["text"] = "One more." }
                    ),
                }
            );

        Only(split).Message.ShouldContain("at most 300 items, this one has 301");
    }

    [Fact]
    public void A_flood_of_errors_is_counted_and_the_first_hundred_shown()
    {
        var json =
            $"{{ {string.Join(',', Enumerable.Range(0, 5000).Select(i => $"\"x{i}\": 1"))} }}";

        var reading = InstrumentReader.Read(json);

        reading.Instrument.ShouldBeNull();
        reading.Errors.Count.ShouldBe(InstrumentLimits.ErrorsShown);
        reading.ErrorCount.ShouldBeGreaterThanOrEqualTo(5000);
    }

    [Fact]
    public void A_hostile_name_is_quoted_short_and_without_hidden_characters()
    {
        var file = Instruments.Rubric();
        file["\u202e" + new string('y', 5000)] = 1;

        var error = Only(file);

        error.Pointer.Length.ShouldBeLessThan(300);
        error.Message.Length.ShouldBeLessThan(300);
        error.Message.ShouldNotContain('\u202e');
    }

    private static InstrumentError Only(JsonNode file) => Only(file.ToJsonString());

    private static InstrumentError Only(string json)
    {
        var reading = InstrumentReader.Read(json);
        reading.Instrument.ShouldBeNull();
        reading.ErrorCount.ShouldBe(1, string.Join('\n', reading.Errors));
        return reading.Errors.ShouldHaveSingleItem();
    }
}
