using Microsoft.EntityFrameworkCore;
using Throughline.Data.Saving;
using Throughline.Domain.Units;

namespace Throughline.Data.Units;

/// <summary>Saves a changed unit; what a district sets for its schools reaches them in the same transaction.</summary>
public static class UnitSaving
{
    /// <summary>
    /// A district's words and time zone hold in its schools. One row of the audit trail tells of it, not one for each
    /// of 1,600 schools, and nobody who edits a school meanwhile meets a conflict they cannot see.
    /// </summary>
    public static Task SaveUnitAsync(
        this ThroughlineDb db,
        Unit unit,
        string zoneBefore,
        CancellationToken cancel = default
    )
    {
        if (unit.Kind != UnitKind.District)
        {
            return db.SaveChangesAsync(cancel);
        }

        var schools = db.Set<Unit>().Where(u => u.Kind == UnitKind.School);
        var (plan, planShort, leader) = unit.Words;
        return db.SaveTogetherAsync(
            async () =>
            {
                await schools.ExecuteUpdateAsync(
                    s =>
                        s.SetProperty(u => u.Words.Plan, plan)
                            .SetProperty(u => u.Words.PlanShort, planShort)
                            .SetProperty(u => u.Words.Leader, leader),
                    cancel
                );
                // A school with a zone of its own keeps it.
                await schools
                    .Where(u => u.TimeZoneId == zoneBefore)
                    .ExecuteUpdateAsync(
                        s => s.SetProperty(u => u.TimeZoneId, unit.TimeZoneId),
                        cancel
                    );
            },
            cancel
        );
    }

    /// <summary>The same for contract hours: a school with hours of its own keeps them.</summary>
    public static Task SaveHoursAsync(
        this ThroughlineDb db,
        Unit unit,
        ContractHours before,
        CancellationToken cancel = default
    )
    {
        if (unit.Kind != UnitKind.District)
        {
            return db.SaveChangesAsync(cancel);
        }

        var (from, until) = unit.Hours;
        return db.SaveTogetherAsync(
            () =>
                db.Set<Unit>()
                    .Where(u => u.Kind == UnitKind.School)
                    .Where(u => u.Hours.From == before.From && u.Hours.Until == before.Until)
                    .ExecuteUpdateAsync(
                        s =>
                            s.SetProperty(u => u.Hours.From, from)
                                .SetProperty(u => u.Hours.Until, until),
                        cancel
                    ),
            cancel
        );
    }
}
