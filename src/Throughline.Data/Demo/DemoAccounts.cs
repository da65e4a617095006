using Microsoft.AspNetCore.Identity;
using Throughline.Data.Platform;
using Throughline.Domain.Shared;
using Throughline.Domain.Units;

namespace Throughline.Data.Demo;

/// <summary>
/// Accounts of the demo people. The password is hashed once and its hash given to everyone: hashing is slow on purpose,
/// and sixty times slow would be felt at every start and in every test.
/// </summary>
internal sealed class DemoAccounts(DateTime now)
{
    private readonly string hash = new PasswordHasher<Account>().HashPassword(
        new Account(),
        DemoDistrict.Password
    );

    /// <summary>An account that signs in with the demo's password.</summary>
    public Account SignsIn(Person person, DateTime lastSignIn)
    {
        var account = Invited(person);
        account.PasswordHash = hash;
        account.EmailConfirmed = true;
        account.LastSignInAt = lastSignIn;
        return account;
    }

    /// <summary>An account whose invitation nobody has taken up: it has no password yet.</summary>
    public Account Invited(Person person) =>
        new()
        {
            Id = person.Id,
            DistrictId = person.DistrictId,
            UserName = person.Email,
            NormalizedUserName = person.Email!.ToUpperInvariant(),
            Email = person.Email,
            NormalizedEmail = person.Email.ToUpperInvariant(),
            SecurityStamp = Ids.New(now).ToString("N"),
            ConcurrencyStamp = Ids.New(now).ToString(),
            LockoutEnabled = true,
        };
}
