using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Data.Platform;
using Throughline.Data.Units;

namespace Throughline.Web.Features.SignIn;

/// <summary>What came of a try to sign in.</summary>
/// <param name="Account">The account that opens, or null.</param>
/// <param name="EndedOn">A reviewer's last day, when the password is right and that day is over; only who knows the password is told.</param>
public sealed record SignInTry(Account? Account, DateOnly? EndedOn = null);

/// <summary>
/// Compares a password with an account's. Ten failures let the account rest for a quarter of an hour. Whether there is
/// an account, whether it rests and whether its person left is answered alike, and takes about the same time.
/// </summary>
public sealed class PasswordCheck(
    ThroughlineDb db,
    IPasswordHasher<Account> hasher,
    TimeProvider clock
)
{
    /// <summary>Failures in a row after which an account rests.</summary>
    public const int MostFailures = 10;

    /// <summary>How long it rests.</summary>
    public static readonly TimeSpan Rest = TimeSpan.FromMinutes(15);

    private static string? nobodysHash;

    /// <summary>The account that e-mail and password open now.</summary>
    public async Task<SignInTry> FindAsync(
        string? email,
        string? password,
        CancellationToken cancel
    )
    {
        var normalized = Account.Normalize(email ?? "");
        var account = await db
            .Users.AsNoTracking()
            .SingleOrDefaultAsync(a => a.NormalizedEmail == normalized, cancel);
        if (!await MatchesAsync(account, password, cancel) || account is null)
        {
            return new(null);
        }

        var access = await PersonAccess.OfAsync(db, account.Id, cancel);
        var now = clock.GetUtcNow().UtcDateTime;
        return access.HoldsAt(now) ? new(account) : new(null, access.EndedBy(now));
    }

    /// <summary>True for the right password of an account that does not rest and whose person has not left; counts a failure else.</summary>
    public async Task<bool> IsRightAsync(
        Account account,
        string? password,
        CancellationToken cancel
    ) =>
        await MatchesAsync(account, password, cancel)
        && (await PersonAccess.OfAsync(db, account.Id, cancel)).HoldsAt(
            clock.GetUtcNow().UtcDateTime
        );

    private async Task<bool> MatchesAsync(
        Account? account,
        string? password,
        CancellationToken cancel
    )
    {
        // Hashing is what takes time: it is done for nobody, too.
        nobodysHash ??= hasher.HashPassword(new Account(), "nobody");
        var verdict = hasher.VerifyHashedPassword(
            account ?? new Account(),
            account?.PasswordHash ?? nobodysHash,
            password ?? ""
        );
        if (account?.PasswordHash is null || account.LockoutEnd > clock.GetUtcNow())
        {
            return false;
        }

        if (verdict == PasswordVerificationResult.Failed)
        {
            await CountFailureAsync(account.Id, cancel);
            return false;
        }

        return true;
    }

    /// <summary>Notes a sign-in, which ends the count of failures.</summary>
    public Task SucceededAsync(Account account, CancellationToken cancel)
    {
        DateTime? now = clock.GetUtcNow().UtcDateTime;
        return db
            .Users.Where(a => a.Id == account.Id)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(a => a.LastSignInAt, now)
                        .SetProperty(a => a.AccessFailedCount, 0)
                        .SetProperty(a => a.LockoutEnd, (DateTimeOffset?)null),
                cancel
            );
    }

    // Counted in the database: tries at the same moment all count.
    private async Task CountFailureAsync(Guid accountId, CancellationToken cancel)
    {
        await db
            .Users.Where(a => a.Id == accountId)
            .ExecuteUpdateAsync(
                set => set.SetProperty(a => a.AccessFailedCount, a => a.AccessFailedCount + 1),
                cancel
            );
        DateTimeOffset? until = clock.GetUtcNow() + Rest;
        await db
            .Users.Where(a => a.Id == accountId && a.AccessFailedCount >= MostFailures)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(a => a.AccessFailedCount, 0)
                        .SetProperty(a => a.LockoutEnd, until),
                cancel
            );
    }
}
