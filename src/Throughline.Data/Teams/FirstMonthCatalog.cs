using System.Text.Json;
using System.Text.Json.Serialization;
using Throughline.Domain.Teams;

namespace Throughline.Data.Teams;

/// <summary>A part of the first month: steps that belong together.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="Steps">Its steps in their order.</param>
public sealed record FirstMonthPart(string Title, IReadOnlyList<FirstMonthStep> Steps);

/// <summary>
/// The steps of the first month, which come with the product, read and checked once.
/// <c>content/first-month/schema</c> describes the file.
/// </summary>
public sealed class FirstMonthCatalog
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, false) },
    };

    /// <summary>Reads the file. A faulty one stops the start: a new team would be led past what is missing.</summary>
    /// <param name="name">The file's name, for what is wrong with it.</param>
    /// <param name="json">What it holds.</param>
    /// <exception cref="InvalidDataException">It is no first month; the message names the file and what is wrong.</exception>
    public FirstMonthCatalog(string name, byte[] json)
    {
        Parts = Parse(name, json).Parts;
        Steps = [.. Parts.SelectMany(p => p.Steps)];
        if (Steps.Count == 0)
        {
            throw new InvalidDataException($"{name} has no steps.");
        }

        // Two steps of one thing would be done at once, and skipped at once.
        if (
            Steps.FirstOrDefault(s =>
                s.Done == FirstMonthFact.Everything || Steps.Count(o => o.Done == s.Done) > 1
            ) is
            { } wrong
        )
        {
            throw new InvalidDataException(
                $"{name}, “{wrong.Title}”: name a thing of its own that shows it done."
            );
        }
    }

    /// <summary>The parts in their order.</summary>
    public IReadOnlyList<FirstMonthPart> Parts { get; }

    /// <summary>All steps in their order.</summary>
    public IReadOnlyList<FirstMonthStep> Steps { get; }

    /// <summary>Reads the file of a folder.</summary>
    public static FirstMonthCatalog Of(string folder)
    {
        const string Name = "school.json";
        return new(Name, File.ReadAllBytes(Path.Combine(folder, Name)));
    }

    private static MonthFile Parse(string name, byte[] json)
    {
        try
        {
            return JsonSerializer.Deserialize<MonthFile>(json, Json)
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

    private sealed record MonthFile(IReadOnlyList<FirstMonthPart> Parts)
    {
        [JsonPropertyName("$schema")]
        public string? Schema { get; init; }
    }
}
