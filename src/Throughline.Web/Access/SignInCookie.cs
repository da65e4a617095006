using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Throughline.Data.Platform;

namespace Throughline.Web.Access;

/// <summary>
/// What a browser carries after sign-in: who, of which district, and the account's stamp of that day. A new password,
/// another e-mail address or “sign out everywhere” gives the account another stamp, and older cookies open nothing.
/// </summary>
public sealed record SignInCookie(Guid PersonId, Guid DistrictId, string Stamp)
{
    private const string District = "district";
    private const string StampClaim = "stamp";

    /// <summary>The cookie of a request, or null without one.</summary>
    public static SignInCookie? Of(HttpContext http) =>
        Guid.TryParse(http.User.FindFirstValue(ClaimTypes.NameIdentifier), out var personId)
        && Guid.TryParse(http.User.FindFirstValue(District), out var districtId)
        && http.User.FindFirstValue(StampClaim) is { } stamp
            ? new(personId, districtId, stamp)
            : null;

    /// <summary>Signs an account in.</summary>
    public static Task WriteAsync(HttpContext http, Account account) =>
        http.SignInAsync(
            new ClaimsPrincipal(
                new ClaimsIdentity(
                    [
                        new Claim(ClaimTypes.NameIdentifier, account.Id.ToString()),
                        new Claim(District, account.DistrictId.ToString()),
                        new Claim(StampClaim, account.SecurityStamp ?? ""),
                    ],
                    CookieAuthenticationDefaults.AuthenticationScheme
                )
            ),
            new AuthenticationProperties { IsPersistent = true }
        );
}
