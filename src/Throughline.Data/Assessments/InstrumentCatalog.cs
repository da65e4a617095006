using System.Collections.Concurrent;
using Throughline.Domain.Assessments;

namespace Throughline.Data.Assessments;

/// <summary>
/// The instruments that come with the product, read and checked once, and the parsed form of those kept in the store.
/// An instrument never changes under one id, so what was parsed can be kept for the life of the process.
/// </summary>
public sealed class InstrumentCatalog
{
    private readonly ConcurrentDictionary<Guid, Instrument> parsed = [];

    /// <summary>Reads every instrument of a folder. A faulty one stops the start: it would be missing without a word.</summary>
    public InstrumentCatalog(string folder)
    {
        BuiltIn =
        [
            .. Directory
                .GetFiles(folder, "*.json")
                .Order(StringComparer.Ordinal)
                .Select(file => Read(File.ReadAllBytes(file), Path.GetFileName(file))),
        ];
    }

    /// <summary>The built-in instruments, by file name.</summary>
    public IReadOnlyList<Instrument> BuiltIn { get; }

    /// <summary>A built-in instrument, or null.</summary>
    public Instrument? Find(string key, int version) =>
        BuiltIn.FirstOrDefault(i => i.Key == key && i.Version == version);

    /// <summary>The instrument kept under this id, if it was read before.</summary>
    public Instrument? Of(Guid id) => parsed.GetValueOrDefault(id);

    /// <summary>The instrument kept under this id.</summary>
    public Instrument Of(Guid id, string document) =>
        parsed.GetOrAdd(
            id,
            static (_, json) =>
                Read(System.Text.Encoding.UTF8.GetBytes(json), "a stored instrument"),
            document
        );

    private static Instrument Read(byte[] json, string name)
    {
        var reading = InstrumentReader.Read(json);
        return reading.Instrument
            ?? throw new InvalidDataException(
                $"{name} is no instrument: "
                    + string.Join("; ", reading.Errors.Select(e => $"{e.Pointer} {e.Message}"))
            );
    }
}
