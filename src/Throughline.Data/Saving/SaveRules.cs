using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Throughline.Data.Platform;
using Throughline.Domain.Shared;

namespace Throughline.Data.Saving;

/// <summary>
/// The checks every save goes through: things that hang on the line are known there, no row of another district is
/// written, versions rise, and the audit trail is added to the same transaction.
/// </summary>
public sealed class SaveRules(TimeProvider clock) : SaveChangesInterceptor
{
    public override InterceptionResult<int> SavingChanges(
        DbContextEventData eventData,
        InterceptionResult<int> result
    )
    {
        Apply((ThroughlineDb)eventData.Context!);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default
    )
    {
        Apply((ThroughlineDb)eventData.Context!);
        return ValueTask.FromResult(result);
    }

    private void Apply(ThroughlineDb db)
    {
        var changed = db
            .ChangeTracker.Entries()
            .Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
            .ToList();
        var now = clock.GetUtcNow().UtcDateTime;
        changed.AddRange(ThingsFollow.Follow(changed, db, now));
        db.AddRange(Check(changed, db, now));
    }

    /// <summary>Checks what is about to be saved, raises its versions and returns the trail to save with it.</summary>
    internal static List<AuditEntry> Check(
        List<EntityEntry> changed,
        ThroughlineDb db,
        DateTime now
    )
    {
        foreach (var entry in changed)
        {
            CheckDistrict(entry, db);
            RaiseVersion(entry);
        }

        return AuditTrail.For(changed, db.Scope, now);
    }

    private static void CheckDistrict(EntityEntry entry, ThroughlineDb db)
    {
        if (entry.Entity is IDistrictOwned owned && owned.DistrictId != db.DistrictId)
        {
            throw new InvalidOperationException(
                $"A {entry.Metadata.ClrType.Name} of another district was about to be saved. Enter its district first."
            );
        }
    }

    private static void RaiseVersion(EntityEntry entry)
    {
        if (entry.Entity is IVersioned versioned && entry.State != EntityState.Deleted)
        {
            // A form may have set the original value to the version it was made from; the next one follows what is stored.
            entry.Property(nameof(IVersioned.Version)).CurrentValue = versioned.Version + 1;
        }
    }
}
