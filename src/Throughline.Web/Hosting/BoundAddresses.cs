using System.Net;

namespace Throughline.Web.Hosting;

/// <summary>Where the server listens, and whether anybody but this machine can reach it there.</summary>
public static class BoundAddresses
{
    /// <summary>The addresses that the settings ask for, before the server is bound to them; none when they leave it to the server, which then takes this machine alone.</summary>
    public static IReadOnlyList<string> Configured(IConfiguration configuration)
    {
        var endpoints = configuration
            .GetSection("Kestrel:Endpoints")
            .GetChildren()
            .Select(e => e["Url"])
            .OfType<string>()
            .ToList();
        if (endpoints.Count > 0)
        {
            return endpoints;
        }

        var urls = Split(configuration[WebHostDefaults.ServerUrlsKey]);
        if (urls.Count > 0)
        {
            return urls;
        }

        // A bare port is bound on every address of the machine.
        return
        [
            .. Split(configuration[WebHostDefaults.HttpPortsKey]).Select(p => $"http://*:{p}"),
            .. Split(configuration[WebHostDefaults.HttpsPortsKey]).Select(p => $"https://*:{p}"),
        ];
    }

    /// <summary>True when every one of them is this machine alone.</summary>
    public static bool AreLoopback(IEnumerable<string> addresses) => addresses.All(IsLoopback);

    internal static bool IsLoopback(string address)
    {
        var host = BindingAddress.Parse(address).Host;
        return host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));
    }

    private static List<string> Split(string? list) =>
        [
            .. (list ?? "").Split(
                ';',
                StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
            ),
        ];
}
