using Microsoft.EntityFrameworkCore;
using Throughline.Domain.Units;

namespace Throughline.Data.Units;

/// <summary>Reads a unit's <see cref="SchoolCalendar"/>: its district's school years and days, and its own days, which win.</summary>
public static class SchoolCalendars
{
    /// <summary>One query, whatever the unit.</summary>
    /// <param name="db">A context that has entered the unit's district.</param>
    /// <param name="unit">The school or district.</param>
    /// <param name="cancel">Ends the reading.</param>
    public static async Task<SchoolCalendar> LoadAsync(
        ThroughlineDb db,
        Unit unit,
        CancellationToken cancel = default
    )
    {
        var rows = await db.Set<SchoolYear>()
            .AsNoTracking()
            .Select(y => new
            {
                UnitId = y.DistrictId,
                First = y.FirstDay,
                Last = y.LastDay,
                Kind = NoKind,
            })
            .Concat(
                db.Set<CalendarDay>()
                    .AsNoTracking()
                    .Where(d => d.UnitId == unit.Id || d.UnitId == unit.DistrictId)
                    .Select(d => new
                    {
                        d.UnitId,
                        First = d.Day,
                        Last = d.Day,
                        Kind = (int)d.Kind,
                    })
            )
            .ToListAsync(cancel);
        var days = rows.Where(r => r.Kind != NoKind)
            .ToLookup(r => r.UnitId == unit.DistrictId, r => (r.First, (CalendarDayKind)r.Kind));
        return new SchoolCalendar(
            rows.Where(r => r.Kind == NoKind).Select(r => (r.First, r.Last)),
            days[true],
            days[false]
        );
    }

    // A school year stands among the days without a kind.
    private const int NoKind = 0;
}
