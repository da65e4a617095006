using System.Text.Json;
using System.Text.Json.Serialization;
using Throughline.Domain.Meetings;
using Throughline.Domain.Shared;
using Throughline.Domain.Units;

namespace Throughline.Data.Meetings;

/// <summary>A protocol that comes with the product.</summary>
/// <param name="Slug">Its name in addresses and forms.</param>
/// <param name="Protocol">What it says.</param>
/// <param name="Source">Where it comes from.</param>
public sealed record ReadyProtocol(string Slug, Protocol Protocol, ProtocolSource Source);

/// <summary>Where a protocol comes from.</summary>
/// <param name="Document">The seed document: 000 to 004.</param>
/// <param name="Part">The part of it.</param>
/// <param name="Note">What stands there, and what is ours.</param>
public sealed record ProtocolSource(string Document, string Part, string Note);

/// <summary>
/// The protocols that come with the product, read and checked once. <c>content/protocols/schema</c> describes the files.
/// </summary>
public sealed class ProtocolCatalog
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, false) },
    };

    /// <summary>Reads every protocol of a folder. A faulty one stops the start: it would be missing without a word.</summary>
    /// <exception cref="InvalidDataException">A file is no protocol; the message names the file and the place in it.</exception>
    public ProtocolCatalog(string folder)
    {
        Ready =
        [
            .. Directory
                .GetFiles(folder, "*.json")
                .Order(StringComparer.Ordinal)
                .Select(file => Read(Path.GetFileName(file), File.ReadAllBytes(file)))
                .OrderBy(p => p.Protocol.Title, StringComparer.Ordinal),
        ];
        if (Ready.GroupBy(p => p.Slug).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            throw new InvalidDataException($"Two protocols have the slug “{twice.Key}”.");
        }
    }

    /// <summary>The protocols in the order of their titles.</summary>
    public IReadOnlyList<ReadyProtocol> Ready { get; }

    /// <summary>The protocol of this address, or null.</summary>
    public ReadyProtocol? Find(string? slug) => Ready.FirstOrDefault(p => p.Slug == slug);

    /// <summary>Reads a protocol and checks it.</summary>
    /// <param name="name">The file's name, for what is wrong with it.</param>
    /// <param name="json">What it holds.</param>
    /// <exception cref="InvalidDataException">It is no protocol; the message names the file and the place in it.</exception>
    public static ReadyProtocol Read(string name, byte[] json)
    {
        var file = Parse(name, json);
        if (!Slug.IsValid(file.Slug) || file.Slug == "new")
        {
            throw Wrong("slug", $"“{file.Slug}” cannot be an address.");
        }

        if (file.Source.Document is not ("000" or "001" or "002" or "003" or "004"))
        {
            throw Wrong("source.document", "name one of 000 to 004.");
        }

        var check = Protocol.Check(
            new Protocol(
                file.Title,
                file.Purpose,
                file.GroupSize,
                string.Join('\n', file.Roles),
                file.Bring,
                [
                    .. file.Steps.Select(s => new ProtocolStep(
                        s.Title,
                        s.Minutes,
                        s.Who,
                        string.Join('\n', s.Prompts),
                        s.Collects,
                        s.DescribeOnly
                    )),
                ]
            )
        );
        if (!check.IsOk)
        {
            throw Wrong(Place(check.Refusal!), check.Refusal!.Message);
        }

        return check.Value.Minutes == file.Minutes
            ? new ReadyProtocol(file.Slug, check.Value, file.Source)
            : throw Wrong(
                "minutes",
                $"{file.Minutes} are said, the steps have {check.Value.Minutes}."
            );

        InvalidDataException Wrong(string place, string why) => new($"{name}, {place}: {why}");
    }

    private static ProtocolFile Parse(string name, byte[] json)
    {
        try
        {
            return JsonSerializer.Deserialize<ProtocolFile>(json, Json)
                ?? throw new InvalidDataException($"{name} is empty.");
        }
        catch (JsonException failure)
        {
            throw new InvalidDataException(
                $"{name}, {failure.Path ?? "$"}, line {failure.LineNumber + 1}: {failure.Message}",
                failure
            );
        }
    }

    // “Steps[2].Title” stands as “steps[2].title” in a file.
    private static string Place(Refusal refusal) =>
        refusal.Field is { } field
            ? string.Join(
                '.',
                field.Split('.').Select(part => JsonNamingPolicy.CamelCase.ConvertName(part))
            )
            : "steps";

    private sealed record ProtocolFile(
        string Slug,
        string Title,
        string Purpose,
        ProtocolSource Source,
        int Minutes,
        string GroupSize,
        IReadOnlyList<string> Roles,
        string Bring,
        IReadOnlyList<StepOfFile> Steps
    )
    {
        [JsonPropertyName("$schema")]
        public string? Schema { get; init; }
    }

    private sealed record StepOfFile(
        string Title,
        int Minutes,
        string Who,
        IReadOnlyList<string> Prompts,
        OutputKind? Collects = null,
        bool DescribeOnly = false
    );
}
