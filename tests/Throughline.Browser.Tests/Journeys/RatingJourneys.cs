using Microsoft.Playwright;
using Throughline.Browser.Tests.Support;
using Throughline.Data.Demo;

namespace Throughline.Browser.Tests.Journeys;

/// <summary>A team rates itself, on phones and at desks, with and without a network.</summary>
public sealed class RatingJourneys
{
    private const string AtLincoln = $"/{DemoDistrict.Lincoln}/assessments";
    private const string First = "vision-shared-expectations";
    private const string Second = "vision-school-goals";

    [BrowserFact]
    public async Task A_member_on_a_phone_loses_the_network_and_nothing_else()
    {
        await using var journey = await Journey.StartAsync();
        journey.Expected.Add("ERR_INTERNET_DISCONNECTED");
        var round = await OpenAsync(journey, await journey.AsAsync("principal"));
        var phone = await journey.AsAsync("member", width: 375);
        await phone.GotoAsync($"{round}/rate");
        await ChooseAsync(phone, First, "1");
        await SaysAsync(phone, First, "✓ saved");

        await phone.Context.SetOfflineAsync(true);
        await ChooseAsync(phone, First, "3");
        await SaysAsync(phone, First, "◆ not saved: no connection");
        await ChooseAsync(phone, Second, "2");
        await SaysAsync(phone, Second, "◆ not saved: no connection");

        phone = await ComeBackAsync(phone);
        await phone.GotoAsync($"{round}/rate");
        await SaysAsync(phone, First, "✓ saved");
        await SaysAsync(phone, Second, "✓ saved");
        await phone.ReloadAsync();
        await HoldsAsync(phone, First, "3");
        await HoldsAsync(phone, Second, "2");
        (await phone.TextContentAsync("[data-progress]")).ShouldBe("2 of 19");
        await phone.GotoAsync($"{round}/rate/history");
        (await phone.Locator(".line strong").AllTextContentsAsync()).ShouldBe(
            ["1 · Uneven", "2 · Mostly steady", "3 · Steady"],
            ignoreOrder: true,
            "each cell goes once"
        );
    }

    [BrowserFact]
    public async Task Two_devices_of_one_person_stay_in_step_and_a_conflict_shows_both()
    {
        await using var journey = await Journey.StartAsync();
        journey.Expected.Add("ERR_INTERNET_DISCONNECTED");
        journey.Expected.Add("409 (Conflict)");
        var round = await OpenAsync(journey, await journey.AsAsync("principal"));
        var phone = await journey.AsAsync("member", width: 375);
        var desk = await journey.AsAsync("member");
        await phone.GotoAsync($"{round}/rate");
        await desk.GotoAsync($"{round}/rate");

        await ChooseAsync(phone, First, "2");
        await SaysAsync(phone, First, "✓ saved");
        await desk.EvaluateAsync("() => dispatchEvent(new Event('focus'))");
        await SaysAsync(desk, First, "✓ saved on another device");
        await HoldsAsync(desk, First, "2");

        // The desk sets something while the phone is away and does the same.
        await phone.Context.SetOfflineAsync(true);
        await ChooseAsync(phone, Second, "0");
        await ChooseAsync(desk, Second, "3");
        await SaysAsync(desk, Second, "✓ saved");
        phone = await ComeBackAsync(phone);
        await phone.GotoAsync($"{round}/rate");
        await SaysAsync(phone, Second, "another device of yours saved “3”; this one says “0”");
        // It stands until it is decided.
        await phone.ReloadAsync();
        await SaysAsync(phone, Second, "another device of yours saved “3”; this one says “0”");
        await Item(phone, Second).GetByText("Keep this one").ClickAsync();
        await SaysAsync(phone, Second, "✓ saved");
        await desk.ReloadAsync();
        await HoldsAsync(desk, Second, "0");
    }

    [BrowserFact]
    public async Task A_round_is_rated_by_keyboard_alone()
    {
        await using var journey = await Journey.StartAsync();
        var round = await OpenAsync(journey, await journey.AsAsync("principal"));
        var page = await journey.AsAsync("member");
        await page.GotoAsync($"{round}/rate");
        for (var item = 0; item < 19; item++)
        {
            await TabToAsync(
                page,
                $"document.querySelectorAll('[data-item]')[{item}].contains(e) && e.type === 'radio'"
            );
            await page.Keyboard.PressAsync("Space");
            await page.Keyboard.PressAsync("ArrowRight");
            (await page.EvaluateAsync<string>("() => document.activeElement.value")).ShouldBe("1");
        }

        (
            await page.EvaluateAsync<bool>(
                "() => { const e = document.activeElement, of = x => getComputedStyle(x); return [e, e.closest('label')].some(x => of(x).outlineStyle !== 'none' && parseFloat(of(x).outlineWidth) > 0); }"
            )
        ).ShouldBeTrue("the focus can be seen");
        await Assertions.Expect(page.Locator("[data-progress]")).ToHaveTextAsync("19 of 19");
        await TabToAsync(page, "e.textContent === 'Save my answers'");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/home");
    }

    [BrowserFact]
    public async Task A_principal_takes_a_round_from_opening_to_results()
    {
        await using var journey = await Journey.StartAsync();
        var principal = await journey.AsAsync("principal");
        var round = await OpenAsync(journey, principal);
        foreach (
            var (person, level) in new[]
            {
                ("member", "1"),
                ("facilitator", "2"),
                ("principal", "2"),
            }
        )
        {
            var page = await journey.AsAsync(person, width: 375);
            await page.GotoAsync($"{round}/rate");
            await ChooseAsync(page, First, level);
            await SaysAsync(page, First, "✓ saved");
        }

        await principal.GotoAsync(round);
        await principal
            .GetByRole(AriaRole.Button, new() { Name = "Remind the 12 who have not finished" })
            .ClickAsync();
        await Assertions
            .Expect(principal.Locator("#status"))
            .ToContainTextAsync("A reminder is on its way");
        principal.Dialog += async (_, dialog) => await dialog.AcceptAsync();
        await principal
            .GetByRole(AriaRole.Button, new() { Name = "Close the round and show the results" })
            .ClickAsync();
        await principal.WaitForURLAsync("**/results");
        await Assertions.Expect(principal.Locator("main")).ToContainTextAsync("3 of 12 answered.");
        await Assertions.Expect(principal.Locator("main")).ToContainTextAsync("Median 2");

        await principal.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await principal.GetByText("Copy as text").ClickAsync();
        await Assertions.Expect(principal.Locator("#status")).ToContainTextAsync("Copied.");
        (
            await principal.EvaluateAsync<string>("() => navigator.clipboard.readText()")
        ).ShouldContain("3 of 12 answered");

        await principal.EmulateMediaAsync(new() { Media = Media.Print });
        (await principal.Locator("main button:visible").CountAsync()).ShouldBe(
            0,
            "paper has no buttons"
        );
    }

    private static async Task<string> OpenAsync(Journey journey, IPage page)
    {
        await page.GotoAsync($"{journey.Address}{AtLincoln}/new");
        await page.SelectOptionAsync("[name='Input.Instrument']", "school-ilt/1");
        await page.GetByRole(AriaRole.Button, new() { Name = "Open the round" }).ClickAsync();
        await Assertions
            .Expect(page.Locator("#status"))
            .ToContainTextAsync("is open for 12 people");
        return page.Url;
    }

    /// <summary>
    /// Closes a page that has no network, and gives a new one of the same device, with a network. Leading the page
    /// elsewhere would not do: the browser takes the lost network back a moment before a page that is left is gone, and
    /// what waits in it may go then.
    /// </summary>
    private static async Task<IPage> ComeBackAsync(IPage offline)
    {
        var device = offline.Context;
        await offline.CloseAsync();
        var page = await device.NewPageAsync();
        await device.SetOfflineAsync(false);
        return page;
    }

    private static ILocator Item(IPage page, string item) => page.Locator($"[data-item='{item}']");

    private static Task ChooseAsync(IPage page, string item, string level) =>
        Item(page, item).Locator($"[type=radio][value='{level}']").CheckAsync();

    private static Task SaysAsync(IPage page, string item, string words) =>
        Assertions.Expect(page.Locator($"#status-{item}")).ToContainTextAsync(words);

    private static Task HoldsAsync(IPage page, string item, string level) =>
        Assertions
            .Expect(Item(page, item).Locator($"[type=radio][value='{level}']"))
            .ToBeCheckedAsync();

    private static async Task TabToAsync(IPage page, string found)
    {
        for (var press = 0; press < 60; press++)
        {
            if (
                await page.EvaluateAsync<bool>(
                    $"() => {{ const e = document.activeElement; return {found}; }}"
                )
            )
            {
                return;
            }

            await page.Keyboard.PressAsync("Tab");
        }

        throw new InvalidOperationException($"The Tab key never leads to {found}.");
    }
}
