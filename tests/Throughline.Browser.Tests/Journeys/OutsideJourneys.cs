using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Throughline.Browser.Tests.Support;
using Throughline.Data.Demo;
using Throughline.Data.Platform;

namespace Throughline.Browser.Tests.Journeys;

/// <summary>A school's ILT is seen from outside: by the district's, and by someone who is there for a time.</summary>
public sealed partial class OutsideJourneys
{
    private const string AtLincoln = $"/{DemoDistrict.Lincoln}/assessments";
    private const string Reviewer = "ruth.lund@lakeview.example";
    private const string Password = "three green bicycles";

    private static readonly (string Name, string Person)[] District =
    [
        ("Walter Nakamura", "supervisor"),
        ("Renata Okafor", "district-leader"),
        ("Arjun Mehta", "arjun.mehta@riverbend.example"),
    ];

    [BrowserFact]
    public async Task Three_district_members_rate_and_the_gap_shows()
    {
        await using var journey = await Journey.StartAsync();
        var principal = await journey.AsAsync("principal");
        var round = await OpenAsync(journey, principal, askedFromOutside: 3);
        await TeamAsync(journey, round);
        foreach (var (_, person) in District)
        {
            // They find it in their day, on a phone, between two schools.
            var page = await journey.AsAsync(person, width: 375);
            await page.GotoAsync("/home");
            await page.Locator("ul.line li", new() { HasText = "The view of two levels" })
                .GetByRole(AriaRole.Link)
                .ClickAsync();
            await Assertions
                .Expect(page.Locator("main"))
                .ToContainTextAsync("How you see Lincoln Elementary from outside");
            await RateAllAsync(page, "1");
        }

        await CloseAsync(principal, round);

        await Assertions.Expect(principal.Locator("svg.views").First).ToBeVisibleAsync();
        var main = principal.Locator("main");
        await Assertions.Expect(main).Not.ToContainTextAsync("too few to compare");
        // Who looked from outside reads the same results.
        var outside = await journey.AsAsync("supervisor");
        await outside.GotoAsync("/home/rounds");
        await outside
            .GetByRole(AriaRole.Link, new() { Name = "The view of two levels", Exact = true })
            .ClickAsync();
        await Assertions.Expect(outside.Locator("svg.views").First).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task With_two_from_outside_there_are_too_few_to_compare()
    {
        await using var journey = await Journey.StartAsync();
        var principal = await journey.AsAsync("principal");
        var round = await OpenAsync(journey, principal, askedFromOutside: 2);
        await Assertions
            .Expect(principal.Locator("main"))
            .ToContainTextAsync(
                "With fewer than three answers from outside no comparison is shown"
            );
        await TeamAsync(journey, round);
        foreach (var (_, person) in District.Take(2))
        {
            var page = await journey.AsAsync(person);
            await page.GotoAsync($"{round}/rate");
            await RateAllAsync(page, "1");
        }

        await CloseAsync(principal, round);

        await Assertions.Expect(principal.Locator("main")).ToContainTextAsync("too few to compare");
        await Assertions.Expect(principal.Locator("svg.views")).ToHaveCountAsync(0);
    }

    [BrowserFact]
    public async Task An_outside_reviewer_comes_by_the_mails_link_rates_and_is_gone()
    {
        await using var journey = await Journey.StartMovableAsync();
        var principal = await journey.AsAsync("principal");
        var round = await OpenAsync(journey, principal, askedFromOutside: 0);
        await principal
            .GetByRole(AriaRole.Link, new() { Name = "Invite an outside reviewer" })
            .ClickAsync();
        await principal.GetByLabel("Given name").FillAsync("Ruth");
        await principal.GetByLabel("Family name").FillAsync("Lund");
        await principal.GetByLabel("E-mail").FillAsync(Reviewer);
        await principal
            .GetByRole(AriaRole.Button, new() { Name = "Send the invitation" })
            .ClickAsync();
        await Assertions
            .Expect(principal.Locator("#status"))
            .ToContainTextAsync($"The invitation is on its way to {Reviewer}");

        var page = await journey.AsAsync(null);
        await page.GotoAsync(await LinkAsync(journey));
        await page.GetByLabel("New password").FillAsync(Password);
        await page.GetByLabel("The same again").FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Set password" }).ClickAsync();
        await page.WaitForURLAsync("**/home");
        await page.GetByRole(AriaRole.Link, new() { Name = "Start rating" }).ClickAsync();
        await RateAllAsync(page, "2");
        await Assertions.Expect(principal.Locator("main")).ToContainTextAsync("Ruth Lund");
        await page.GotoAsync("/home/rounds");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("19 of 19");

        // The last day goes by.
        journey.App.Clock.Advance(TimeSpan.FromDays(30));
        await page.GotoAsync("/home/rounds");
        await page.WaitForURLAsync("**/sign-in**");
        await page.GetByLabel("E-mail").FillAsync(Reviewer);
        await page.GetByLabel("Password").FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true })
            .ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Your access ended on");
    }

    private static async Task<string> OpenAsync(Journey journey, IPage page, int askedFromOutside)
    {
        await page.GotoAsync($"{journey.Address}{AtLincoln}/new");
        await page.SelectOptionAsync("[name='Input.Instrument']", "school-ilt/1");
        await page.FillAsync("[name='Input.Title']", "The view of two levels");
        foreach (var (name, _) in District.Take(askedFromOutside))
        {
            await page.GetByLabel(name).CheckAsync();
        }

        await page.GetByRole(AriaRole.Button, new() { Name = "Open the round" }).ClickAsync();
        await Assertions
            .Expect(page.Locator("#status"))
            .ToContainTextAsync($"is open for {12 + askedFromOutside} people");
        return page.Url;
    }

    private static async Task TeamAsync(Journey journey, string round)
    {
        foreach (var person in new[] { "principal", "facilitator", "member" })
        {
            var page = await journey.AsAsync(person);
            await page.GotoAsync($"{round}/rate");
            await RateAllAsync(page, "3");
        }
    }

    // Each cell saves itself; the button says that all is there.
    private static async Task RateAllAsync(IPage page, string level)
    {
        var choices = page.Locator($"[data-item] [type=radio][value='{level}']");
        await Assertions.Expect(choices).ToHaveCountAsync(19);
        for (var item = 0; item < 19; item++)
        {
            await choices.Nth(item).CheckAsync();
        }

        await Assertions.Expect(page.Locator("[data-progress]")).ToHaveTextAsync("19 of 19");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save my answers" }).ClickAsync();
        await page.WaitForURLAsync("**/home");
    }

    private static async Task CloseAsync(IPage page, string round)
    {
        await page.GotoAsync(round);
        page.Dialog += async (_, dialog) => await dialog.AcceptAsync();
        await page.GetByRole(
                AriaRole.Button,
                new() { Name = "Close the round and show the results" }
            )
            .ClickAsync();
        await page.WaitForURLAsync("**/results");
    }

    private static async Task<string> LinkAsync(Journey journey)
    {
        var body = await journey.App.Db(db =>
            db.Set<OutboxMail>().Where(m => m.To == Reviewer).Select(m => m.Body).SingleAsync()
        );
        return new Uri(Link().Match(body).Value).PathAndQuery;
    }

    [GeneratedRegex(@"https?://\S+/set-password\S+", RegexOptions.None, 1000)]
    private static partial Regex Link();
}
