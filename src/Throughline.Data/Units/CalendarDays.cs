using Microsoft.EntityFrameworkCore;
using Throughline.Data.Saving;
using Throughline.Domain.Units;

namespace Throughline.Data.Units;

/// <summary>What bringing in a file did.</summary>
public sealed record CalendarOutcome(int Added, int Changed, int Same);

/// <summary>Brings a file's days into a unit's calendar.</summary>
public static class CalendarDays
{
    /// <summary>
    /// Adds days that are new and changes those that differ; days the file does not name stay. The caller saves, so all
    /// of it happens or nothing; the same file again changes nothing.
    /// </summary>
    public static async Task<CalendarOutcome> BringInAsync(
        ThroughlineDb db,
        Unit unit,
        IReadOnlyList<CalendarRow> rows,
        DateTime now,
        CancellationToken cancel = default
    )
    {
        var (first, last) = (rows.Min(r => r.Day), rows.Max(r => r.Day));
        var entered = await db.Set<CalendarDay>()
            .Where(d => d.UnitId == unit.Id && d.Day >= first && d.Day <= last)
            .ToDictionaryAsync(d => d.Day, cancel);
        var (added, changed) = (0, 0);
        foreach (var row in rows)
        {
            if (!entered.TryGetValue(row.Day, out var day))
            {
                db.Add(
                    CalendarDay
                        .New(unit.DistrictId, unit.Id, row.Day, row.Kind, row.Label, now)
                        .Value
                );
                added++;
            }
            else if (day.Kind != row.Kind || day.Label != row.Label)
            {
                day.Change(row.Kind, row.Label);
                changed++;
            }
        }

        return new CalendarOutcome(added, changed, rows.Count - added - changed);
    }

    /// <summary>Saves; false when someone else changed, removed or entered one of the days a moment ago.</summary>
    public static async Task<bool> TrySaveAsync(
        ThroughlineDb db,
        CancellationToken cancel = default
    )
    {
        try
        {
            return await db.TrySaveAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
    }
}
