using Microsoft.AspNetCore.Identity;
using Throughline.Data.Platform;
using Throughline.Domain.Units;

namespace Throughline.Data.Bench;

/// <summary>Accounts that sign in with one password, hashed once: hashing is slow on purpose.</summary>
internal sealed class BenchAccounts
{
    private readonly string hash = new PasswordHasher<Account>().HashPassword(
        new Account(),
        BenchSeed.Password
    );

    public Account SignsIn(Person person)
    {
        var account = Account.For(person);
        account.SetPassword(hash);
        account.LockoutEnabled = true;
        return account;
    }
}
