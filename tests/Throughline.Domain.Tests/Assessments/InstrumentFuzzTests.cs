using System.Text;
using System.Text.Json.Nodes;
using Throughline.Domain.Assessments;

namespace Throughline.Domain.Tests.Assessments;

/// <summary>
/// Instrument files spoilt in thousands of ways. Each is read to an instrument that writes and reads back as itself, or
/// refused with at least one error that says something; no file makes the reader fail.
/// </summary>
public sealed class InstrumentFuzzTests
{
    private const int Tries = 300;

    private static readonly JsonNode?[] Odd =
    [
        null,
        JsonValue.Create(""),
        JsonValue.Create(" \t "),
        JsonValue.Create("\u202Eevil"),
        JsonValue.Create("<script>alert(1)</script>"),
        JsonValue.Create(new string('x', 20_000)),
        JsonValue.Create(-1),
        JsonValue.Create(1e300),
        JsonValue.Create(2.5),
        JsonValue.Create(true),
        new JsonArray(),
        new JsonObject(),
        new JsonArray(new JsonArray(new JsonArray(new JsonObject()))),
    ];

    public static TheoryData<string> Files { get; } =
    [.. Directory.GetFiles(Repository.Instruments, "*.json").Select(f => Path.GetFileName(f))];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_value_replaced_removed_or_doubled_is_named_or_makes_no_difference(string file)
    {
        var chance = new Random(file.Length);
        var text = File.ReadAllText(Find(file));
        for (var n = 0; n < Tries; n++)
        {
            var root = JsonNode.Parse(text)!;
            Spoil(root, chance);
            Look(Encoding.UTF8.GetBytes(root.ToJsonString()));
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Bytes_changed_cut_off_or_mixed_up_are_refused_or_read(string file)
    {
        var chance = new Random(file.Length);
        var good = File.ReadAllBytes(Find(file));
        for (var n = 0; n < Tries; n++)
        {
            var bytes = good[..chance.Next(1, good.Length + 1)];
            for (var change = chance.Next(0, 6); change > 0; change--)
            {
                bytes[chance.Next(bytes.Length)] = (byte)chance.Next(256);
            }

            Look(bytes);
        }
    }

    private static void Look(byte[] bytes)
    {
        var reading = InstrumentReader.Read(bytes);
        if (reading.Instrument is { } instrument)
        {
            reading.Errors.ShouldBeEmpty();
            var written = InstrumentWriter.Write(instrument);
            InstrumentWriter
                .Write(InstrumentReader.Read(written).Instrument.ShouldNotBeNull())
                .ShouldBe(written);
        }
        else
        {
            reading.Errors.ShouldNotBeEmpty();
            reading.Errors.ShouldAllBe(e => e.Message.Length > 10 && e.Message.Length < 1000);
        }
    }

    // Walks down to a random place and changes what stands there.
    private static void Spoil(JsonNode node, Random chance)
    {
        while (true)
        {
            switch (node)
            {
                case JsonObject { Count: > 0 } o:
                    var name = o.ElementAt(chance.Next(o.Count)).Key;
                    if (chance.Next(3) > 0 && o[name] is JsonObject or JsonArray { Count: > 0 })
                    {
                        node = o[name]!;
                        continue;
                    }

                    switch (chance.Next(3))
                    {
                        case 0:
                            o.Remove(name);
                            return;
                        case 1:
                            o[name] = Any(chance);
                            return;
                        default:
                            o[name + "s"] = o[name]?.DeepClone();
                            return;
                    }

                case JsonArray { Count: > 0 } a:
                    var index = chance.Next(a.Count);
                    if (chance.Next(4) > 0 && a[index] is JsonObject or JsonArray { Count: > 0 })
                    {
                        node = a[index]!;
                        continue;
                    }

                    switch (chance.Next(3))
                    {
                        case 0:
                            a.RemoveAt(index);
                            return;
                        case 1:
                            a[index] = Any(chance);
                            return;
                        default:
                            a.Add(a[index]?.DeepClone());
                            return;
                    }

                default:
                    return;
            }
        }
    }

    private static JsonNode? Any(Random chance) => Odd[chance.Next(Odd.Length)]?.DeepClone();

    private static string Find(string file) => Path.Combine(Repository.Instruments, file);
}
