using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Throughline.Data.Platform;

namespace Throughline.Web.Features.SignIn;

/// <summary>
/// How often one place may try. Counted by address and account together, so that one colleague's guesses behind the
/// school's one address stop nobody else; and by address alone, at a number no school reaches. The limiters are the
/// framework's; they are asked by the pages and not before them, because the account stands in the form and a try that
/// succeeds does not count.
/// </summary>
public sealed class TryLimits : IDisposable
{
    private readonly PartitionedRateLimiter<string> signInOfAccount = Limiter(20, minutes: 1);
    private readonly PartitionedRateLimiter<string> signInOfAddress = Limiter(300, minutes: 1);
    private readonly PartitionedRateLimiter<string> forgotOfAccount = Limiter(5, minutes: 15);
    private readonly PartitionedRateLimiter<string> forgotOfAddress = Limiter(60, minutes: 15);
    private readonly PartitionedRateLimiter<string> mailsOfAccount = Limiter(5, minutes: 60);

    /// <summary>True while this address may still try to sign in as this account.</summary>
    public bool MaySignIn(HttpContext http, string? email) =>
        signInOfAccount.AttemptAcquire(Both(http, email), permitCount: 0).IsAcquired
        && signInOfAddress.AttemptAcquire(Place(http), permitCount: 0).IsAcquired;

    /// <summary>Counts a failed sign-in.</summary>
    public void SignInFailed(HttpContext http, string? email)
    {
        signInOfAccount.AttemptAcquire(Both(http, email));
        signInOfAddress.AttemptAcquire(Place(http));
    }

    /// <summary>Counts a request for a new password; false when there were too many.</summary>
    public bool MayAskForPassword(HttpContext http, string? email) =>
        forgotOfAccount.AttemptAcquire(Both(http, email)).IsAcquired
        && forgotOfAddress.AttemptAcquire(Place(http)).IsAcquired;

    /// <summary>Counts a mail to an account; false when its inbox got enough, wherever they were asked for.</summary>
    public bool MaySendPasswordMail(Account account) =>
        mailsOfAccount.AttemptAcquire(account.Id.ToString()).IsAcquired;

    public void Dispose()
    {
        signInOfAccount.Dispose();
        signInOfAddress.Dispose();
        forgotOfAccount.Dispose();
        forgotOfAddress.Dispose();
        mailsOfAccount.Dispose();
    }

    private static PartitionedRateLimiter<string> Limiter(int permits, int minutes) =>
        PartitionedRateLimiter.Create<string, string>(key =>
            RateLimitPartition.GetSlidingWindowLimiter(
                key,
                _ => new SlidingWindowRateLimiterOptions
                {
                    PermitLimit = permits,
                    Window = TimeSpan.FromMinutes(minutes),
                    SegmentsPerWindow = 5,
                }
            )
        );

    private static string Both(HttpContext http, string? email)
    {
        var account = Account.Normalize(email ?? "");
        return $"{Place(http)} {(account.Length > 254 ? account[..254] : account)}";
    }

    // Whoever has one IPv6 address has the 2^64 beside it.
    private static string Place(HttpContext http)
    {
        var address = http.Connection.RemoteIpAddress ?? IPAddress.None;
        return address is { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false }
            ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8))
            : address.MapToIPv4().ToString();
    }
}
