using Microsoft.EntityFrameworkCore;
using Throughline.Data.Saving;
using Throughline.Data.Units;
using Throughline.Domain.Shared;
using Throughline.Domain.Units;
using Throughline.Domain.Units.Roster;

namespace Throughline.Data.Roster;

/// <summary>
/// Applies a roster to the store: all of it or nothing, in one transaction. It makes no account, sends no mail and gives
/// no leadership.
/// </summary>
/// <param name="db">The store; the district is entered, or there is none yet.</param>
/// <param name="clock">The clock.</param>
public sealed class RosterImporter(ThroughlineDb db, TimeProvider clock)
{
    private const string SomebodyElse =
        "Someone changed the district's people or schools at the same moment. Nothing was imported; try again.";

    /// <summary>What applying would do now.</summary>
    public async Task<RosterChanges> CompareAsync(
        RosterSnapshot snapshot,
        CancellationToken cancel
    ) =>
        RosterComparison.Compare(
            snapshot,
            (await DistrictRoster.LoadAsync(db, forChange: false, cancel)).State
        );

    /// <summary>
    /// Compares anew and applies. Refused when the changes are not the ones that were looked at, or when someone else
    /// changed the same rows meanwhile.
    /// </summary>
    /// <param name="snapshot">What the file says.</param>
    /// <param name="agreed">Says whether the changes may be made; a refusal is returned as it is.</param>
    /// <param name="alongside">Changed and saved in the same transaction, as the record of the import.</param>
    /// <param name="cancel">Stops.</param>
    public Task<Result<RosterChanges>> ApplyAsync(
        RosterSnapshot snapshot,
        Func<RosterChanges, Result> agreed,
        Func<RosterChanges, CancellationToken, Task<Result>> alongside,
        CancellationToken cancel
    ) => InTransactionAsync(() => ChangeAsync(snapshot, agreed, alongside, cancel), cancel);

    /// <summary>Makes the installation's first district from the file and applies the file to it.</summary>
    public Task<Result<RosterChanges>> ApplyToNewDistrictAsync(
        RosterSnapshot snapshot,
        Func<RosterChanges, CancellationToken, Task<Result>> alongside,
        CancellationToken cancel
    ) =>
        InTransactionAsync(
            async () =>
            {
                var name = snapshot.DistrictName ?? "District";
                var taken = await TakenSlugsAsync(cancel);
                var made = Unit.NewDistrict(
                    name,
                    Slug.FirstFree(name, taken.Contains),
                    DefaultTimeZone,
                    Now,
                    snapshot.DistrictSourcedId
                );
                if (!made.IsOk)
                {
                    return made.Refusal!;
                }

                db.Scope.Enter(made.Value.Id);
                db.Add(made.Value);
                await db.SaveChangesAsync(cancel);
                return await ChangeAsync(snapshot, _ => Result.Ok(), alongside, cancel);
            },
            cancel
        );

    /// <summary>The time zone of a district that comes from a file; the settings page changes it.</summary>
    public const string DefaultTimeZone = "America/New_York";

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private async Task<Result<RosterChanges>> InTransactionAsync(
        Func<Task<Result<RosterChanges>>> work,
        CancellationToken cancel
    )
    {
        var district = db.Scope.DistrictId;
        try
        {
            return await db.InOneTransactionAsync(
                work,
                again: () =>
                {
                    db.ChangeTracker.Clear();
                    db.Scope.Enter(district, db.Scope.PersonId);
                },
                cancel,
                holds: result => result.IsOk
            );
        }
        catch (DbUpdateConcurrencyException)
        {
            return Result.Refused<RosterChanges>(SomebodyElse);
        }
        catch (DbUpdateException failure) when (UniqueViolation.Is(failure))
        {
            return Result.Refused<RosterChanges>(SomebodyElse);
        }
    }

    private async Task<Result<RosterChanges>> ChangeAsync(
        RosterSnapshot snapshot,
        Func<RosterChanges, Result> agreed,
        Func<RosterChanges, CancellationToken, Task<Result>> alongside,
        CancellationToken cancel
    )
    {
        var district = await DistrictRoster.LoadAsync(db, forChange: true, cancel);
        var changes = RosterComparison.Compare(snapshot, district.State);
        if (agreed(changes) is { IsOk: false } refused)
        {
            return refused.Refusal!;
        }

        var work = new RosterChangeWork(db, district, Now);
        if (work.FreeAddresses(changes))
        {
            await db.SaveChangesAsync(cancel);
        }

        work.Apply(
            changes,
            changes.Schools.Any(c => c.Action == RosterAction.Add)
                ? await TakenSlugsAsync(cancel)
                : []
        );
        await db.LeaveByRosterAsync(
            [
                .. changes
                    .Staff.Where(c => c.Action == RosterAction.Deactivate)
                    .Select(c => district.People[c.SourcedId].Id),
            ],
            Now,
            cancel
        );
        var recorded = await alongside(changes, cancel);
        if (!recorded.IsOk)
        {
            return recorded.Refusal!;
        }

        await db.SaveManyAsync(Now, cancel);
        return Result.Ok(changes);
    }

    // Addresses are unique in the installation, so this looks beyond the district.
    private async Task<HashSet<string>> TakenSlugsAsync(CancellationToken cancel) =>
        [
            .. await db.Set<UnitAddress>()
                .IgnoreQueryFilters([ThroughlineDb.DistrictFilter])
                .Select(a => a.Slug)
                .ToListAsync(cancel),
        ];
}
