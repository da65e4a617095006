using Microsoft.EntityFrameworkCore;
using Throughline.Domain.Units;

namespace Throughline.Data.Units;

/// <summary>Reads a unit's <see cref="SchoolCalendar"/>: its district's school years and days, and its own days, which win.</summary>
public static class SchoolCalendars
{
    /// <summary>Two queries, whatever the unit.</summary>
    /// <param name="db">A context that has entered the unit's district.</param>
    /// <param name="unit">The school or district.</param>
    /// <param name="cancel">Ends the reading.</param>
    public static async Task<SchoolCalendar> LoadAsync(
        ThroughlineDb db,
        Unit unit,
        CancellationToken cancel = default
    )
    {
        var years = await db.Set<SchoolYear>()
            .AsNoTracking()
            .Select(y => new { y.FirstDay, y.LastDay })
            .ToListAsync(cancel);
        var days = await db.Set<CalendarDay>()
            .AsNoTracking()
            .Where(d => d.UnitId == unit.Id || d.UnitId == unit.DistrictId)
            .Select(d => new
            {
                d.UnitId,
                d.Day,
                d.Kind,
            })
            .ToListAsync(cancel);
        return new SchoolCalendar(
            years.Select(y => (y.FirstDay, y.LastDay)),
            days.Where(d => d.UnitId == unit.DistrictId).Select(d => (d.Day, d.Kind)),
            days.Where(d => d.UnitId != unit.DistrictId).Select(d => (d.Day, d.Kind))
        );
    }
}
