using Microsoft.Playwright;
using Throughline.Data.Tests.Engines;

namespace Throughline.Browser.Tests.Support;

/// <summary>The machine's own Chromium, started once for all tests.</summary>
public static class Chromium
{
    private static readonly string[] Names =
    [
        "chromium",
        "chromium-browser",
        "google-chrome",
        "google-chrome-stable",
        "chrome",
    ];

    private static readonly Lazy<Task<IBrowser>> Started = new(StartAsync);

    /// <summary>Where it is; <c>./test</c> says so, else it is looked for on PATH.</summary>
    public static string? Executable { get; } =
        Environment.GetEnvironmentVariable("THROUGHLINE_TEST_CHROMIUM") is { Length: > 0 } set
            ? set
            : (Environment.GetEnvironmentVariable("PATH") ?? "")
                .Split(Path.PathSeparator)
                .SelectMany(folder => Names.Select(name => Path.Combine(folder, name)))
                .FirstOrDefault(File.Exists);

    /// <summary>Why browser tests are skipped, or null. In CI they are not: they fail.</summary>
    public static string? SkipReason =>
        Executable is null && !ReachableEngines.IsCi
            ? "No Chromium: run ./test, which installs it."
            : null;

    public static Task<IBrowser> BrowserAsync() => Started.Value;

    private static async Task<IBrowser> StartAsync()
    {
        // As long as a window waits for anything else: a machine that is busy is no fault of a page.
        Assertions.SetDefaultExpectTimeout(20_000);
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(
            new()
            {
                ExecutablePath =
                    Executable
                    ?? throw new InvalidOperationException("In CI Chromium may not be missing."),
                // Nothing but our own server is asked for anything.
                Args =
                [
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                ],
            }
        );
        AppDomain.CurrentDomain.ProcessExit += (_, _) => playwright.Dispose();
        return browser;
    }
}

/// <summary>A test in a browser; skipped with the reason where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute() => Skip = Chromium.SkipReason;
}

/// <summary>The same with parameters.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute() => Skip = Chromium.SkipReason;
}
