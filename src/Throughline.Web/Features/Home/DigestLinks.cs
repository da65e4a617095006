using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Throughline.Web.Hosting;

namespace Throughline.Web.Features.Home;

/// <summary>
/// Links that stand in daily mails and switch them off without signing in. They open nothing else, so they stay good:
/// someone who finds an old mail can still use it.
/// </summary>
public sealed class DigestLinks(IDataProtectionProvider protection, PublicAddress address)
{
    /// <summary>Where the daily mail is switched on and off.</summary>
    public const string Path = "/account/daily-mail";

    private readonly IDataProtector protector = protection.CreateProtector("daily-mail");

    /// <summary>The link for a person.</summary>
    public string Of(Guid districtId, Guid personId) =>
        address.Of($"{Path}?t={protector.Protect($"{districtId:N}{personId:N}")}");

    /// <summary>Whose link it is; null for one that was made up.</summary>
    public (Guid DistrictId, Guid PersonId)? Read(string? token)
    {
        try
        {
            return
                token is { Length: > 0 and < 1000 }
                && protector.Unprotect(token) is { Length: 64 } ids
                ? (Guid.ParseExact(ids[..32], "N"), Guid.ParseExact(ids[32..], "N"))
                : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
