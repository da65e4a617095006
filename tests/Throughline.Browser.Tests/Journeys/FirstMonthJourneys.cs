using Microsoft.Playwright;
using Throughline.Browser.Tests.Support;
using Throughline.Data.Demo;

namespace Throughline.Browser.Tests.Journeys;

/// <summary>A new principal in a school without anything is led through the first month.</summary>
public sealed class FirstMonthJourneys
{
    private const string Month = $"/{DemoDistrict.NewSchool}/team/first-month";

    [BrowserFact]
    public async Task A_new_principal_forms_the_team_sets_its_rhythm_and_skips_what_is_not_for_now()
    {
        await using var journey = await Journey.StartAsync();
        var principal = await journey.AsAsync("nathan.okoye@riverbend.example", width: 375);
        await principal.GotoAsync($"/{DemoDistrict.NewSchool}/team");
        await Click(principal, "What comes after that: the first month, step by step");
        await NextIs("Form the ILT");
        await Click(principal.Locator("section.card"), "Form the ILT");
        await Press("Form the ILT");

        // The row in the day leads back to where the principal was.
        await principal.GotoAsync("/home");
        await Click(principal, "See what is next");
        await NextIs("Give each team a voice");
        await Press("Skip this step");
        await Assertions.Expect(principal.Locator("#status")).ToContainTextAsync("is skipped");
        await NextIs("Talk about how teachers lead here");

        // Not the one that comes next, but what the principal came for.
        await Click(principal, "Set when you meet");
        await principal.GetByLabel("Wednesday").CheckAsync();
        await Press("Set the rhythm and plan the meetings");
        await principal.GotoAsync(Month);
        var rhythm = principal.Locator(".line > li", new() { HasText = "Set when you meet" });
        await Assertions.Expect(rhythm).ToContainTextAsync("✓ done");
        await Assertions.Expect(principal.Locator("main")).ToContainTextAsync("of 17 steps done");

        var seats = principal.Locator(".line > li", new() { HasText = "Give each team a voice" });
        await Assertions.Expect(seats).ToContainTextAsync("Nathan Okoye skipped it");
        await seats.GetByRole(AriaRole.Button).ClickAsync();
        await NextIs("Give each team a voice");

        await Press("Put the first month away");
        await Assertions
            .Expect(principal.Locator("main"))
            .ToContainTextAsync("no longer stands in anyone’s day");
        await principal.GotoAsync("/home");
        await Assertions
            .Expect(principal.Locator("main"))
            .Not.ToContainTextAsync("The steps of your first month");

        Task NextIs(string step) =>
            Assertions.Expect(principal.Locator("#next")).ToHaveTextAsync($"Next: {step}");

        Task Press(string button) =>
            principal
                .Locator("main")
                .GetByRole(AriaRole.Button, new() { Name = button, Exact = true })
                .ClickAsync();
    }

    private static Task Click(IPage page, string link) => Click(page.Locator("main"), link);

    private static Task Click(ILocator within, string link) =>
        within.GetByRole(AriaRole.Link, new() { Name = link }).First.ClickAsync();
}
