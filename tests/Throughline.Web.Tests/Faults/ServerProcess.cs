using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Throughline.Data.Demo;
using Throughline.Data.Tests.Engines;

namespace Throughline.Web.Tests.Faults;

/// <summary>The program as a process of its own, on a port of its own, that can be killed and started again.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(60);
    private readonly TestDatabase database;
    private readonly HttpClient client;
    private Process? process;

    public ServerProcess(TestDatabase database)
    {
        this.database = database;
        Address = $"http://127.0.0.1:{FreePort()}";
        client = Client();
    }

    public string Address { get; }

    /// <summary>Starts it and waits until it answers.</summary>
    public async Task StartAsync()
    {
        var start = new ProcessStartInfo("dotnet")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "throughline.dll"));
        start.ArgumentList.Add("--urls");
        start.ArgumentList.Add(Address);
        start.Environment["ConnectionStrings__Throughline"] = database.ConnectionString;
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["Logging__LogLevel__Default"] = "Error";
        // As behind a proxy; without one nobody says otherwise.
        start.Environment["ASPNETCORE_FORWARDEDHEADERS_ENABLED"] = "true";
        // It lives for a second or two: gathering figures for a better compilation would only slow its start.
        start.Environment["DOTNET_TieredPGO"] = "0";
        process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var waited = Stopwatch.StartNew();
        while (!await IsReadyAsync())
        {
            process.HasExited.ShouldBeFalse("the server starts again by itself");
            waited.Elapsed.ShouldBeLessThan(LongestStart, "the server answers again");
            await Task.Delay(50);
        }
    }

    /// <summary>kill -9: no shutdown, no flush, no goodbye.</summary>
    public async Task KillAsync()
    {
        process!.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        process = null;
    }

    /// <summary>A browser with a cookie, or with none.</summary>
    public HttpClient Browser(string? cookie = null)
    {
        var browser = Client();
        browser.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        if (cookie is not null)
        {
            browser.DefaultRequestHeaders.Add("Cookie", cookie);
        }

        return browser;
    }

    /// <summary>Signs a demo person in; the cookie outlives the server, because its keys are in the database.</summary>
    /// <param name="person">A name such as “principal”, or an e-mail address.</param>
    public async Task<HttpClient> SignInAsync(string person) => Browser(await CookieAsync(person));

    /// <summary>The cookie of a demo person who signs in.</summary>
    public async Task<string> CookieAsync(string person)
    {
        using var browser = Browser();
        using var form = new FormUrlEncodedContent([
            new(
                "Email",
                person.Contains('@', StringComparison.Ordinal) ? person : DemoDistrict.Email(person)
            ),
            new("Password", DemoDistrict.Password),
        ]);
        using var answer = await browser.PostAsync("/sign-in", form);
        answer.Headers.Location?.OriginalString.ShouldBe("/home");
        return answer.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        if (process is not null)
        {
            await KillAsync();
        }
    }

    private async Task<bool> IsReadyAsync()
    {
        try
        {
            using var answer = await client.GetAsync("/readyz");
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    /// <summary>A browser that keeps nothing by itself.</summary>
    public HttpClient Client() =>
        new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false })
        {
            BaseAddress = new Uri(Address),
            Timeout = TimeSpan.FromSeconds(30),
        };

    internal static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
