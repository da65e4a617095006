using System.Collections.Concurrent;
using Microsoft.Playwright;
using Throughline.Data.Tests.Engines;
using Throughline.Web.Tests;

namespace Throughline.Browser.Tests.Support;

/// <summary>
/// The program on a real port with a demo of its own, and people in front of it, each in a browser window. Whatever a
/// browser complains about on the way fails the journey at its end.
/// </summary>
public sealed class Journey : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> complaints = [];
    private readonly List<IBrowserContext> windows = [];

    private Journey(TestApp app) => App = app;

    public TestApp App { get; }

    /// <summary>Where the program answers, without a slash at the end.</summary>
    public string Address => App.Address.ToString().TrimEnd('/');

    /// <summary>Text that a browser may complain about in this journey, such as a lost network.</summary>
    public List<string> Expected { get; } = [];

    public static async Task<Journey> StartAsync(Engine engine = Engine.Sqlite) =>
        new(await TestApp.StartAsync(engine, Setup));

    /// <summary>
    /// The program at the time of all tests, a school day on which Lincoln's team meets. Its clock stands still until it is
    /// moved; whoever signs in by hand has a cookie of another time.
    /// </summary>
    public static async Task<Journey> StartOnAMeetingDayAsync(Engine engine = Engine.Sqlite) =>
        new(await TestApp.StartAsync(engine, new() { RealPort = true, Settings = Setup.Settings }));

    /// <summary>The program under a clock that begins now, as the browser's does, and can be moved.</summary>
    public static async Task<Journey> StartMovableAsync(Engine engine = Engine.Sqlite)
    {
#pragma warning disable RS0030 // The browser lives by the machine's clock: cookies of another time would be over.
        var clock = new TestClock { Now = TimeProvider.System.GetUtcNow().UtcDateTime };
#pragma warning restore RS0030
        return new(
            await TestApp.StartAsync(
                engine,
                new()
                {
                    RealPort = true,
                    RealClock = true,
                    Clock = clock,
                    Settings = Setup.Settings,
                }
            )
        );
    }

    /// <summary>An installation with nothing in it.</summary>
    public static async Task<Journey> StartEmptyAsync(Engine engine = Engine.Sqlite) =>
        new(await TestApp.StartEmptyAsync(engine, Setup));

    /// <summary>A person's window, signed in; nobody's with null.</summary>
    /// <param name="person">A demo person or an e-mail.</param>
    /// <param name="width">In pixels: 1280 at a desk, 375 on a phone.</param>
    /// <param name="dark">Whether they like it dark.</param>
    public async Task<IPage> AsAsync(string? person, int width = 1280, bool dark = false)
    {
        var browser = await Chromium.BrowserAsync();
        var window = await browser.NewContextAsync(
            new()
            {
                BaseURL = Address,
                ViewportSize = new() { Width = width, Height = 800 },
                HasTouch = width < 600,
                ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
                ReducedMotion = ReducedMotion.Reduce,
                Locale = "en-US",
                TimezoneId = "America/Chicago",
            }
        );
        windows.Add(window);
        window.SetDefaultTimeout(40_000);
        if (person is not null)
        {
            var signedIn = App.As(person);
            await signedIn.GetAsync("/home");
            await window.AddCookiesAsync(
                signedIn.Cookies.Select(c => new Cookie
                {
                    Name = c.Key,
                    Value = c.Value,
                    Url = Address,
                })
            );
        }

        window.Page += (_, page) => Watch(page, person ?? "nobody");
        return await window.NewPageAsync();
    }

    /// <summary>What the browsers complained about so far; reading it forgets it.</summary>
    public IReadOnlyList<string> TakeComplaints()
    {
        var taken = new List<string>();
        while (complaints.TryDequeue(out var complaint))
        {
            if (!Expected.Exists(e => complaint.Contains(e, StringComparison.OrdinalIgnoreCase)))
            {
                taken.Add(complaint);
            }
        }

        return taken;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var window in windows)
        {
            await window.CloseAsync();
        }

        await App.DisposeAsync();
        TakeComplaints().ShouldBeEmpty("the browser's console is empty");
    }

    private static TestAppSetup Setup =>
        new()
        {
            RealPort = true,
            RealClock = true,
            Settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["Demo"] = "true" },
        };

    private void Watch(IPage page, string person)
    {
        page.Console += (_, message) =>
        {
            // A refused form is a page of its own with its own status; the browser notes each such status as an error.
            var isOwnStatus =
                message.Text.Contains(
                    "the server responded with a status of",
                    StringComparison.Ordinal
                ) && message.Location.StartsWith(page.Url.Split('#')[0], StringComparison.Ordinal);
            if (message.Type == "error" && !isOwnStatus)
            {
                complaints.Enqueue($"{person} at {page.Url}: {message.Text} ({message.Location})");
            }
        };
        page.PageError += (_, error) => complaints.Enqueue($"{person} at {page.Url}: {error}");
        page.Request += (_, request) =>
        {
            if (
                !request.Url.StartsWith(Address, StringComparison.Ordinal)
                && !request.Url.StartsWith("data:", StringComparison.Ordinal)
                && !request.Url.StartsWith("blob:", StringComparison.Ordinal)
            )
            {
                complaints.Enqueue($"{person} at {page.Url}: asks another host, {request.Url}");
            }
        };
    }
}
