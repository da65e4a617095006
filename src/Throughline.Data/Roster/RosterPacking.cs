using System.IO.Compression;
using System.Text.Json;
using Throughline.Domain.Units.Roster;

namespace Throughline.Data.Roster;

/// <summary>What the preview page shows: what reading found, and what applying would do.</summary>
/// <param name="Errors">The first hundred errors.</param>
/// <param name="Warnings">Warnings of reading.</param>
/// <param name="LeftOut">People who were dropped, by kind.</param>
/// <param name="Changes">What applying would do; null when there are errors.</param>
public sealed record RosterReport(
    IReadOnlyList<RosterError> Errors,
    IReadOnlyList<RosterWarning> Warnings,
    IReadOnlyList<RosterLeftOut> LeftOut,
    RosterChanges? Changes
);

/// <summary>Packs what an import keeps until it is applied: staff data alone, a tenth of its size.</summary>
public static class RosterPacking
{
    public static byte[] Pack<T>(T content)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest))
        {
            JsonSerializer.Serialize(brotli, content);
        }

        return packed.ToArray();
    }

    public static T Unpack<T>(byte[] packed)
    {
        using var brotli = new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress);
        return JsonSerializer.Deserialize<T>(brotli)
            ?? throw new InvalidDataException("A stored roster is empty.");
    }

    /// <summary>True when two comparisons would do and say the same.</summary>
    public static bool AreSame(RosterChanges a, RosterChanges b) =>
        JsonSerializer.Serialize(a) == JsonSerializer.Serialize(b);
}
