using Microsoft.EntityFrameworkCore;
using Throughline.Data.Saving;
using Throughline.Domain.Sharing;
using Throughline.Domain.Units;

namespace Throughline.Data.Sharing;

/// <summary>Keeps in each entry of a unit's calendar of communication what is to be told next, so that a person's day finds it without a calendar.</summary>
public static class PlannedTellings
{
    /// <summary>Works it out anew, as each morning and after a day without school was entered.</summary>
    public static Task RecountAsync(
        ThroughlineDb db,
        Guid unitId,
        SchoolCalendar calendar,
        DateOnly today,
        CancellationToken cancel
    ) =>
        ConflictRetry.RunAsync(
            db,
            async () =>
            {
                var entries = await db.Set<PlannedTelling>()
                    .Include(e => e.Told.Where(t => t.Laid >= today.AddDays(-DaysBack)))
                    .Where(e => e.UnitId == unitId)
                    .Where(e => e.Until == null || e.Until >= today.AddDays(-DaysBack))
                    .ToListAsync(cancel);
                foreach (var entry in entries)
                {
                    entry.Recount(calendar, today);
                }

                return await db.SaveChangesAsync(cancel);
            }
        );

    // What was missed longer ago is past.
    private const int DaysBack = 60;
}
