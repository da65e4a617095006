using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Data.Platform;
using Throughline.Domain.Shared;
using Throughline.Domain.Units;

namespace Throughline.Web.Features.Units.People;

/// <summary>A person's address is what they sign in with: person and account change in one save, or neither does.</summary>
public static class SignInAddress
{
    /// <summary>
    /// Lets the account follow the person's new address. Refused when the address is somebody else's, here or in another
    /// district, and when someone with an account would have none.
    /// </summary>
    public static async Task<Refusal?> FollowAsync(
        ThroughlineDb db,
        Person person,
        CancellationToken cancel
    )
    {
        if (await EmailOwner.FindAsync(db, person.Email, person.Id, cancel) is { } owner)
        {
            return new(owner.Message, "Email");
        }

        var account = await db.Users.FindAsync([person.Id], cancel);
        if (account is null || account.Email == person.Email)
        {
            return null;
        }

        if (person.Email is null)
        {
            return new(
                $"{person.FullName} signs in with this address. Enter another one instead of none.",
                "Email"
            );
        }

        var normalized = Account.Normalize(person.Email);
        if (
            await db.Users.AnyAsync(
                a => a.NormalizedEmail == normalized && a.Id != person.Id,
                cancel
            )
        )
        {
            return new(
                "Someone else signs in with this address, perhaps in another district. Enter another one.",
                "Email"
            );
        }

        account.ChangeEmail(person.Email);
        return null;
    }
}
