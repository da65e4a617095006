using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Throughline.Data.Platform;
using Throughline.Domain.Units;

namespace Throughline.Data.Saving;

/// <summary>
/// Whoever gets another e-mail address, by hand or by a roster, signs in with it from then on: sessions and links of the
/// former address end. An address that somebody else signs in with is left out, so that no roster stops at it.
/// </summary>
public sealed class AccountFollowsPerson : SaveChangesInterceptor
{
    public override InterceptionResult<int> SavingChanges(
        DbContextEventData eventData,
        InterceptionResult<int> result
    )
    {
        Follow((ThroughlineDb)eventData.Context!);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default
    )
    {
        Follow((ThroughlineDb)eventData.Context!);
        return ValueTask.FromResult(result);
    }

    // Two reads, and only in the rare save that changes an address.
    private static void Follow(ThroughlineDb db)
    {
        var wanted = db
            .ChangeTracker.Entries<Person>()
            .Where(e => e.State == EntityState.Modified && e.Property(p => p.Email).IsModified)
            .Where(e => e.Entity.Email is not null)
            .ToDictionary(e => e.Entity.Id, e => e.Entity.Email!);
        if (wanted.Count == 0)
        {
            return;
        }

        var ids = wanted.Keys.ToList();
        var addresses = wanted.Values.Select(Account.Normalize).ToList();
        var accounts = db.Users.Where(a => ids.Contains(a.Id)).ToList();
        var taken = db
            .Users.Where(a => addresses.Contains(a.NormalizedEmail!))
            .Select(a => a.NormalizedEmail!)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var account in accounts)
        {
            var address = Account.Normalize(wanted[account.Id]);
            if (account.NormalizedEmail != address && !taken.Contains(address))
            {
                account.ChangeEmail(wanted[account.Id]);
            }
        }
    }
}
