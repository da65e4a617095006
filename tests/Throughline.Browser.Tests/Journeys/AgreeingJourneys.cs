using System.Globalization;
using Microsoft.Playwright;
using Throughline.Browser.Tests.Support;
using Throughline.Data.Demo;

namespace Throughline.Browser.Tests.Journeys;

/// <summary>A team goes from results to what it agrees on and to what its people will do.</summary>
public sealed class AgreeingJourneys
{
    private const string Rounds = $"/{DemoDistrict.Lincoln}/assessments";

    [BrowserFact]
    public async Task A_principal_runs_a_closed_round_to_agreement_and_two_actions()
    {
        await using var journey = await Journey.StartAsync();
        var page = await journey.AsAsync("principal");
        await page.GotoAsync($"{Rounds}/1/results");
        await page.GetByRole(AriaRole.Link, new() { Name = "Agree where you stand" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Begin with the first item" })
            .ClickAsync();

        // Two items are agreed on, one is not.
        await RecordAsync(page, 1, "1", "Three of twelve have seen it.");
        await RecordAsync(page, 2, "2", "Most teams do it every week.");
        await page.GetByLabel("No agreement yet").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("#status")).ToContainTextAsync("Item 3 is recorded");
        await page.GetByRole(AriaRole.Link, new() { Name = "What we agree on" }).ClickAsync();
        await Assertions
            .Expect(page.Locator("main"))
            .ToContainTextAsync("3 of 19 items talked about");

        await MakeActionAsync(page, 1, "Show every team the vision", "Theo Lindqvist");
        await MakeActionAsync(page, 2, "Keep Tuesday free for it", "Amara Osei");

        // Each owner finds theirs in their day, follows it, and says how it goes.
        foreach (
            var (person, what) in new[]
            {
                ("member", "Show every team the vision"),
                ("teacher", "Keep Tuesday free for it"),
            }
        )
        {
            var phone = await journey.AsAsync(person, width: 375);
            await phone.GotoAsync("/home");
            await phone
                .GetByRole(AriaRole.Link, new() { Name = "Look and begin" })
                .Filter(new() { HasText = what })
                .ClickAsync();
            await Assertions.Expect(phone.Locator("h1")).ToHaveTextAsync(what);
            await Assertions
                .Expect(phone.Locator("main"))
                .ToContainTextAsync("End-of-year self-assessment");
            await phone
                .GetByRole(AriaRole.Button, new() { Name = "Begin: under way" })
                .ClickAsync();
            await Assertions
                .Expect(phone.Locator("#status"))
                .ToContainTextAsync("is now: under way");
        }

        await page.GotoAsync($"/{DemoDistrict.Lincoln}/work/actions?status=2");
        await Assertions
            .Expect(page.Locator("tbody"))
            .ToContainTextAsync("Keep Tuesday free for it");
    }

    [BrowserFact]
    public async Task The_projector_turns_by_the_arrow_keys_and_leaves_by_escape()
    {
        await using var journey = await Journey.StartAsync();
        var page = await journey.AsAsync("member");
        await page.GotoAsync($"{Rounds}/2/agreement/1/projector");

        await page.Keyboard.PressAsync("ArrowRight");
        await page.WaitForURLAsync("**/agreement/2/projector");
        await page.Keyboard.PressAsync("ArrowLeft");
        await page.WaitForURLAsync("**/agreement/1/projector");
        (await page.Locator(".top").IsVisibleAsync()).ShouldBeFalse("nothing private on the wall");
        await page.Keyboard.PressAsync("Escape");
        await page.WaitForURLAsync("**/agreement/1");
    }

    [BrowserFact]
    public async Task A_file_is_added_from_a_phone_and_comes_back()
    {
        await using var journey = await Journey.StartAsync();
        var page = await journey.AsAsync("facilitator", width: 375);
        await page.GotoAsync($"{Rounds}/2/agreement/5/evidence");
        await page.GetByLabel("File", new() { Exact = true })
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "counts.csv",
                    MimeType = "text/csv",
                    Buffer = "week,visits\n1,3\n"u8.ToArray(),
                }
            );
        await page.GetByRole(AriaRole.Button, new() { Name = "Add the file" }).ClickAsync();

        var download = await page.RunAndWaitForDownloadAsync(() =>
            page.GetByRole(AriaRole.Link, new() { Name = "counts.csv" }).ClickAsync()
        );

        download.SuggestedFilename.ShouldBe("counts.csv");
        (await File.ReadAllTextAsync(await download.PathAsync())).ShouldBe("week,visits\n1,3\n");
    }

    private static async Task RecordAsync(IPage page, int item, string level, string reasons)
    {
        await page.Locator($"[name='Input.Level'][value='{level}']").CheckAsync();
        await page.GetByLabel("Reasons").FillAsync(reasons);
        await page.GetByRole(AriaRole.Button, new() { Name = "Save and go" }).ClickAsync();
        await page.WaitForURLAsync($"**/agreement/{item + 1}");
        await Assertions
            .Expect(page.Locator("#status"))
            .ToContainTextAsync($"Item {item} is recorded");
    }

    private static async Task MakeActionAsync(IPage page, int item, string what, string who)
    {
        await page.GotoAsync(
            string.Create(CultureInfo.InvariantCulture, $"{Rounds}/1/agreement/{item}")
        );
        await page.GetByRole(AriaRole.Link, new() { Name = "Make it an action" }).ClickAsync();
        await page.GetByLabel("What will be done").FillAsync(what);
        await page.GetByLabel("Who carries it")
            .SelectOptionAsync(new SelectOptionValue { Label = who });
#pragma warning disable RS0030 // A browser knows the real day alone.
        var due = DateTime.UtcNow.AddDays(10);
#pragma warning restore RS0030
        await page.GetByLabel("By when")
            .FillAsync(due.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await page.GetByRole(AriaRole.Button, new() { Name = "Make it an action" }).ClickAsync();
        await Assertions
            .Expect(page.Locator("#status"))
            .ToContainTextAsync("It is an action step now");
    }
}
