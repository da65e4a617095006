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
        client = NewClient();
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

    /// <summary>Signs a demo person in; the cookie outlives the server, because its keys are in the database.</summary>
    public async Task<HttpClient> SignInAsync(string persona)
    {
        var browser = NewClient();
        browser.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        using var form = new FormUrlEncodedContent([
            new("Email", DemoDistrict.Email(persona)),
            new("Password", DemoDistrict.Password),
        ]);
        using var answer = await browser.PostAsync("/sign-in", form);
        answer.Headers.Location?.OriginalString.ShouldBe("/home");
        var cookie = answer.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        browser.DefaultRequestHeaders.Add("Cookie", cookie);
        return browser;
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

    private HttpClient NewClient() =>
        new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false })
        {
            BaseAddress = new Uri(Address),
            Timeout = TimeSpan.FromSeconds(30),
        };

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
