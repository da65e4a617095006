using Microsoft.Playwright;
using Throughline.Browser.Tests.Support;
using Throughline.Web.Tests.Support;

namespace Throughline.Browser.Tests.States;

/// <summary>One program for all states: they look and change nothing.</summary>
public sealed class StateFixture : IAsyncLifetime
{
    private readonly Dictionary<string, IPage> windows = new(StringComparer.Ordinal);
    private Journey? journey;

    public Journey Journey =>
        journey ?? throw new InvalidOperationException("There is no browser.");

    public async Task<IPage> WindowAsync(string? person)
    {
        var key = person ?? "";
        if (!windows.TryGetValue(key, out var window))
        {
            windows[key] = window = await Journey.AsAsync(person);
        }

        return window;
    }

    public async Task InitializeAsync()
    {
        if (Chromium.SkipReason is null)
        {
            journey = await Journey.StartAsync();
        }
    }

    public async Task DisposeAsync()
    {
        if (journey is not null)
        {
            await journey.DisposeAsync();
        }
    }
}

/// <summary>
/// Every page in every state: no barrier that axe knows, in light and dark, at a desk and on the narrowest phone; nothing
/// to scroll sideways; nothing in the console; nothing asked of another host. With PICTURES=folder each is pictured.
/// </summary>
public sealed class PageStateTests(StateFixture fixture) : IClassFixture<StateFixture>
{
    public static TheoryData<string> States => [.. DemoStates.All.Select(s => s.Name)];

    [BrowserTheory]
    [MemberData(nameof(States))]
    public async Task Can_be_used_by_everyone(string name)
    {
        var state = DemoStates.All.Single(s => s.Name == name);
        var page = await fixture.WindowAsync(state.Person);
        await page.SetViewportSizeAsync(1280, 800);
        await page.GotoAsync(await DemoStates.PathAsync(fixture.Journey.App, state));
        if (state.Press is { } button)
        {
            await PressAsync(page, button);
        }

        var wrong = await PageLook.WrongAsync(page, name);
        wrong.AddRange(fixture.Journey.TakeComplaints());
        wrong.ShouldBeEmpty();
    }

    // The browser's own checks would keep an empty form back: what the server says to one is what is looked at. A form may
    // lie under a heading that a person opens first.
    private static async Task PressAsync(IPage page, string button)
    {
        await page.EvaluateAsync(
            """
            () => {
              window.before = true;
              for (const form of document.forms) form.noValidate = true;
              for (const more of document.querySelectorAll('details')) more.open = true;
            }
            """
        );
        await page.RunAndWaitForResponseAsync(
            () =>
                page.Locator("main")
                    .GetByRole(AriaRole.Button, new() { Name = button, Exact = true })
                    .First.ClickAsync(),
            response => response.Request.Method == "POST"
        );
        await page.WaitForFunctionAsync(
            // Where a form is answered in place, the page stays.
            "() => (!window.before && document.readyState === 'complete') || document.querySelector('form[data-write] [role=alert]')"
        );
        (await page.Locator("[role=alert]:not([hidden])").CountAsync()).ShouldBeGreaterThan(0);
    }
}
