using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Throughline.Data.Meetings;
using Throughline.Data.Tests.Demo;
using Throughline.Domain.Meetings;
using static Throughline.Domain.Meetings.OutputKind;

namespace Throughline.Data.Tests.Meetings;

/// <summary>The protocols that come with the product (product M12; seeds 002 and 004), and what is wrong with one that is none.</summary>
public sealed class BuiltInProtocolTests
{
    [Fact]
    public void There_are_five_and_each_names_its_source() =>
        DemoDatabase
            .Protocols.Ready.Select(p => (p.Slug, p.Protocol.Minutes, p.Source.Document))
            .ShouldBe([
                ("consultancy", 50, "004"),
                ("data-driven-dialogue", 60, "004"),
                ("looking-at-data", 45, "004"),
                ("looking-at-student-work", 45, "002"),
                ("tuning", 50, "004"),
            ]);

    [Theory]
    [InlineData("looking-at-data", "-,1!,2,3,4,-")]
    [InlineData("data-driven-dialogue", "2,-,1!,2,3,4")]
    [InlineData("looking-at-student-work", "-,1!,2,3,4")]
    [InlineData("consultancy", "-,1!,-,3,4,-")]
    [InlineData("tuning", "-,-,1!,2,4,-")]
    public void Each_collects_in_this_order_and_describes_before_it_explains(
        string slug,
        string steps
    ) =>
        string.Join(
                ',',
                DemoDatabase
                    .Protocols.Find(slug)!
                    .Protocol.Steps.Select(s =>
                        (s.Collects is { } kind ? $"{(int)kind}" : "-")
                        + (s.DescribeOnly ? "!" : "")
                    )
            )
            .ShouldBe(steps);

    [Fact]
    public void Each_says_for_whom_it_is_who_does_what_and_what_to_bring()
    {
        foreach (var ready in DemoDatabase.Protocols.Ready)
        {
            ready.Protocol.GroupSize.ShouldNotBeNull(ready.Slug);
            ready.Protocol.Bring.ShouldNotBeNull(ready.Slug);
            ready.Protocol.Roles!.Split('\n').Length.ShouldBeGreaterThan(2, ready.Slug);
            ready.Source.Note.ShouldContain("ours", Case.Sensitive, ready.Slug);
            ready.Protocol.Steps.ShouldAllBe(s => s.Prompts.Length > 0 && s.Who.Length > 0);
        }
    }

    [Fact]
    public void The_schema_knows_what_the_reader_knows()
    {
        var schema = Json("schema/protocol.schema.json");
        var step = schema["properties"]!["steps"]!["items"]!;

        Names(schema)
            .ShouldBe([
                "$schema",
                "bring",
                "groupSize",
                "minutes",
                "purpose",
                "roles",
                "slug",
                "source",
                "steps",
                "title",
            ]);
        Names(step).ShouldBe(["collects", "describeOnly", "minutes", "prompts", "title", "who"]);
        step["properties"]!["collects"]!["enum"]!
            .AsArray()
            .Select(k => k!.GetValue<string>())
            .ShouldBe(Enum.GetNames<OutputKind>().Select(JsonNamingPolicy.CamelCase.ConvertName));

        static IEnumerable<string> Names(JsonNode node) =>
            node["properties"]!.AsObject().Select(p => p.Key).Order(StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("slug", "\"New One\"", "bad.json, slug: “New One” cannot be an address.")]
    [InlineData("slug", "\"new\"", "bad.json, slug: “new” cannot be an address.")]
    [InlineData("minutes", "44", "bad.json, minutes: 44 are said, the steps have 45.")]
    [InlineData("title", "\"\"", "bad.json, title: Enter the protocol’s name.")]
    [InlineData("steps", "[]", "bad.json, steps: A protocol has 1 to 15 steps")]
    [InlineData("purpose", "null", "bad.json, $.purpose")]
    [InlineData("colour", "1", "bad.json, $.colour")]
    [InlineData("steps/1/minutes", "0", "bad.json, steps[1].minutes: Step 2 takes 1 to 120")]
    [InlineData("steps/1/collects", "\"rootCause\"", "bad.json, steps[1].collects: Step 2 only")]
    [InlineData("steps/2/collects", "\"doubt\"", "bad.json, $.steps[2].collects")]
    [InlineData("source/document", "\"005\"", "bad.json, source.document: name one of")]
    public void A_faulty_file_says_where_it_is_wrong(string place, string value, string message)
    {
        var file = Json("looking-at-student-work.json");
        var (path, node) = (place.Split('/'), file);
        foreach (var part in path[..^1])
        {
            node = int.TryParse(part, out var at) ? node[at]! : node[part]!;
        }

        node[path[^1]] = JsonNode.Parse(value);

        Should
            .Throw<InvalidDataException>(() =>
                ProtocolCatalog.Read("bad.json", Encoding.UTF8.GetBytes(file.ToJsonString()))
            )
            .Message.ShouldStartWith(message, Case.Sensitive);
    }

    [Fact]
    public void What_is_no_file_of_this_kind_says_the_line() =>
        Should
            .Throw<InvalidDataException>(() =>
                ProtocolCatalog.Read("bad.json", "{\n  \"slug\": oh"u8.ToArray())
            )
            .Message.ShouldStartWith("bad.json, $.slug, line 2", Case.Sensitive);

    private static JsonNode Json(string name) =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(DemoDatabase.Content, "protocols", name)))!;
}
