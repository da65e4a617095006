using System.Text.Json;
using System.Text.Json.Serialization;
using Throughline.Domain.Meetings;

namespace Throughline.Data.Meetings;

/// <summary>An agenda that comes with the product, for a team to begin with.</summary>
/// <param name="Key">Its name in addresses and forms.</param>
/// <param name="Name">What it is called.</param>
/// <param name="About">For whom it is.</param>
/// <param name="Source">Seed document and part.</param>
/// <param name="EveryWeeks">The rhythm it is made for.</param>
/// <param name="Minutes">The length of a meeting it is made for.</param>
/// <param name="Sections">Its sections.</param>
public sealed record ReadyAgenda(
    string Key,
    string Name,
    string About,
    string Source,
    int EveryWeeks,
    int Minutes,
    IReadOnlyList<AgendaSection> Sections
);

/// <summary>The agendas that come with the product, read and checked once.</summary>
public sealed class AgendaCatalog
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = false,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>Reads every agenda of a folder. A faulty one stops the start: it would be missing without a word.</summary>
    public AgendaCatalog(string folder)
    {
        Ready =
        [
            .. Directory
                .GetFiles(folder, "*.json")
                .Select(Read)
                .OrderByDescending(a => a.EveryWeeks)
                .ThenBy(a => a.Key, StringComparer.Ordinal),
        ];
    }

    /// <summary>The agendas, the one with more time first.</summary>
    public IReadOnlyList<ReadyAgenda> Ready { get; }

    /// <summary>The agenda of this name, or null.</summary>
    public ReadyAgenda? Find(string? key) => Ready.FirstOrDefault(a => a.Key == key);

    private static ReadyAgenda Read(string file)
    {
        var agenda =
            JsonSerializer.Deserialize<ReadyAgenda>(File.ReadAllBytes(file), Json)
            ?? throw new InvalidDataException($"{Path.GetFileName(file)} is empty.");
        var check = AgendaSection.Check(agenda.Sections);
        return check.IsOk && agenda.Sections.Sum(s => s.Minutes) == agenda.Minutes
            ? agenda with
            {
                Sections = check.Value,
            }
            : throw new InvalidDataException(
                $"{Path.GetFileName(file)} is no agenda: {check.Refusal?.Message ?? "its minutes do not add up."}"
            );
    }
}
