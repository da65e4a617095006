using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Throughline.Data;
using Throughline.Data.Platform;
using Throughline.Web.Hosting;

namespace Throughline.Web.Features.SignIn;

/// <summary>
/// Whether the demo people may sign in by a button: only when asked for (<c>Demo=true</c>), with the demo district in the
/// database, on a server that this machine alone can reach.
/// </summary>
public sealed class DemoMode(IConfiguration configuration, IServer server, ThroughlineDb db)
{
    public async Task<bool> IsOnAsync(HttpContext http, CancellationToken cancel) =>
        configuration.GetValue("Demo", false)
        && BoundAddresses.AreLoopback(
            server.Features.Get<IServerAddressesFeature>()?.Addresses ?? []
        )
        && IPAddress.IsLoopback(http.Connection.RemoteIpAddress ?? IPAddress.Loopback)
        // Behind a proxy the whole world comes from this machine.
        && !http.Request.Headers.ContainsKey("X-Forwarded-For")
        && !http.Request.Headers.ContainsKey("Forwarded")
        && await Installation.IsDemoAsync(db, cancel);

    /// <summary>Why data with known passwords is not served on these addresses, or null when it may be or there is none.</summary>
    public static async Task<string?> RefusalAsync(
        ThroughlineDb db,
        IEnumerable<string> addresses,
        CancellationToken cancel
    ) =>
        !BoundAddresses.AreLoopback(addresses)
        && await Installation.HasKnownPasswordsAsync(db, cancel)
            ? "This database holds the demo district or one to measure with, whose passwords everybody knows, so it is served on this machine alone. Start on an address such as http://127.0.0.1:5080, or with another database."
            : null;
}
