using Microsoft.EntityFrameworkCore;
using Throughline.Domain.Units;

namespace Throughline.Data.Units;

/// <summary>Addresses are unique in the installation, so these questions look beyond the district; the answers tell nothing of whose an address is.</summary>
public static class UnitAddresses
{
    /// <summary>True when a unit other than this one has the address, or had it.</summary>
    public static Task<bool> IsTakenAsync(
        ThroughlineDb db,
        string slug,
        Guid? unitId,
        CancellationToken cancel = default
    ) =>
        db.Set<UnitAddress>()
            .IgnoreQueryFilters([ThroughlineDb.DistrictFilter])
            .AnyAsync(a => a.Slug == slug && a.UnitId != unitId, cancel);

    /// <summary>The first free address for a name, see <see cref="Slug.FirstFree"/>.</summary>
    public static async Task<string> FirstFreeAsync(
        ThroughlineDb db,
        string name,
        CancellationToken cancel = default
    )
    {
        var wanted = Slug.From(name);
        var taken = await db.Set<UnitAddress>()
            .IgnoreQueryFilters([ThroughlineDb.DistrictFilter])
            .Where(a => a.Slug.StartsWith(wanted))
            .Select(a => a.Slug)
            .ToListAsync(cancel);
        return Slug.FirstFree(name, taken.ToHashSet(StringComparer.Ordinal).Contains);
    }
}
