using Microsoft.EntityFrameworkCore;
using Throughline.Data.Assessments;
using Throughline.Data.Meetings;
using Throughline.Data.Platform;
using Throughline.Data.Saving;
using Throughline.Domain.Shared;
using Throughline.Domain.Units;

namespace Throughline.Data.Demo;

/// <summary>What became of asking for the demo.</summary>
public enum DemoOutcome
{
    /// <summary>The demo was made.</summary>
    Made = 1,

    /// <summary>It was there already; nothing was changed.</summary>
    ThereAlready = 2,
}

/// <summary>
/// Makes the demo: the district Riverbend in mid-year, and a second one that its people must never see. The same day
/// gives the same demo, but for ids.
/// </summary>
public sealed class DemoSeed(
    ThroughlineDb db,
    InstrumentCatalog instruments,
    AgendaCatalog agendas,
    ProtocolCatalog protocols
)
{
    /// <summary>Makes the demo, all of it or nothing. Refused in an installation that has districts of its own.</summary>
    /// <param name="now">Now, UTC.</param>
    /// <param name="cancel">Stops, leaving nothing behind.</param>
    public async Task<Result<DemoOutcome>> RunAsync(
        DateTime now,
        CancellationToken cancel = default
    )
    {
        if (await Installation.IsDemoAsync(db, cancel))
        {
            return Result.Ok(DemoOutcome.ThereAlready);
        }

        if (await db.Set<Unit>().IgnoreQueryFilters().AnyAsync(cancel))
        {
            return Result.Refused<DemoOutcome>(
                "This installation has districts of its own. Make the demo in an empty one: give another folder with --data."
            );
        }

        await db.InOneTransactionAsync(
            async () =>
            {
                var accounts = new DemoAccounts(now);
                await new DemoRiverbend(db, instruments, agendas, protocols, accounts).AddAsync(
                    now,
                    cancel
                );
                await new DemoStonecreek(db, instruments, accounts).AddAsync(now, cancel);
                Installation.MarkDemo(db);
                return await db.SaveChangesAsync(cancel);
            },
            again: db.ChangeTracker.Clear,
            cancel
        );
        db.ChangeTracker.Clear();
        db.Scope.Enter(Guid.Empty);
        return Result.Ok(DemoOutcome.Made);
    }
}
