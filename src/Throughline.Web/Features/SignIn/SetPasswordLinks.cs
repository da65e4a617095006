using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Throughline.Data;
using Throughline.Data.Platform;
using Throughline.Data.Units;
using Throughline.Web.Hosting;

namespace Throughline.Web.Features.SignIn;

/// <summary>
/// Links under which a person sets a password: once, and for a limited time. The token holds the account's security
/// stamp, which a new password, a new e-mail address and “sign out everywhere” change.
/// </summary>
public sealed class SetPasswordLinks(
    ThroughlineDb db,
    UserManager<Account> accounts,
    PublicAddress address,
    TimeProvider clock
)
{
    private const string Purpose = "set-password";

    /// <summary>For someone invited, who may be away for a week.</summary>
    public Task<string> InviteAsync(Account account) =>
        MakeAsync(account, InvitationTokens.Provider);

    /// <summary>For someone who has just asked.</summary>
    public Task<string> ResetAsync(Account account) => MakeAsync(account, ResetTokens.Provider);

    /// <summary>The account a link belongs to, tracked; null when the link is used up, too old or made up, or the person may not sign in any more.</summary>
    public async Task<Account?> ReadAsync(Guid accountId, string? token, CancellationToken cancel)
    {
        var account = await db.Users.SingleOrDefaultAsync(a => a.Id == accountId, cancel);
        if (account is null || Decode(token) is not { } plain)
        {
            return null;
        }

        var holds =
            await accounts.VerifyUserTokenAsync(account, InvitationTokens.Provider, Purpose, plain)
            || await accounts.VerifyUserTokenAsync(account, ResetTokens.Provider, Purpose, plain);
        return
            holds
            && (await PersonAccess.OfAsync(db, account.Id, cancel)).HoldsAt(
                clock.GetUtcNow().UtcDateTime
            )
            ? account
            : null;
    }

    private async Task<string> MakeAsync(Account account, string provider)
    {
        var token = await accounts.GenerateUserTokenAsync(account, provider, Purpose);
        // The same bytes in the alphabet of addresses.
        var text = WebEncoders.Base64UrlEncode(Convert.FromBase64String(token));
        return address.Of($"/set-password?account={account.Id}&token={text}");
    }

    private static string? Decode(string? token)
    {
        try
        {
            return token is { Length: > 0 and < 4000 }
                ? Convert.ToBase64String(WebEncoders.Base64UrlDecode(token))
                : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}

/// <summary>Tokens of invitations: good for seven days.</summary>
public sealed class InvitationTokens(
    IDataProtectionProvider protection,
    IOptions<InvitationTokenOptions> options,
    ILogger<DataProtectorTokenProvider<Account>> log
) : DataProtectorTokenProvider<Account>(protection, options, log)
{
    public const string Provider = "Invitation";
}

/// <summary>How long an invitation is good for.</summary>
public sealed class InvitationTokenOptions : DataProtectionTokenProviderOptions
{
    public InvitationTokenOptions() =>
        (Name, TokenLifespan) = (InvitationTokens.Provider, TimeSpan.FromDays(7));
}

/// <summary>Tokens of people who forgot their password: good for two hours.</summary>
public sealed class ResetTokens(
    IDataProtectionProvider protection,
    IOptions<ResetTokenOptions> options,
    ILogger<DataProtectorTokenProvider<Account>> log
) : DataProtectorTokenProvider<Account>(protection, options, log)
{
    public const string Provider = "Reset";
}

/// <summary>How long a link to a new password is good for.</summary>
public sealed class ResetTokenOptions : DataProtectionTokenProviderOptions
{
    public ResetTokenOptions() =>
        (Name, TokenLifespan) = (ResetTokens.Provider, TimeSpan.FromHours(2));
}
