using Microsoft.Playwright;
using Throughline.Browser.Tests.Support;
using static Throughline.Browser.Tests.Support.RoomWindow;

namespace Throughline.Browser.Tests.Journeys;

/// <summary>The morning after a meeting: who recorded confirms, who was away catches up, everyone reads the same.</summary>
public sealed class MinutesJourneys
{
    [BrowserFact]
    public async Task The_morning_after_the_recorder_corrects_and_confirms_and_who_was_away_catches_up()
    {
        await using var journey = await Journey.StartOnAMeetingDayAsync();
        var at = await TodayAsync(journey);
        var leads = await journey.AsAsync("facilitator");
        leads.Dialog += async (_, dialog) => await dialog.AcceptAsync();
        await leads.GotoAsync($"{at}/roles");
        await leads
            .Locator("#who-2")
            .SelectOptionAsync(new SelectOptionValue { Label = "Dana Whitehorse" });
        await leads.RunAndWaitForResponseAsync(
            () =>
                leads
                    .Locator("form", new() { Has = leads.Locator("#who-2") })
                    .Locator("button")
                    .ClickAsync(),
            answer => answer.Request.Method == "POST"
        );
        await leads.GotoAsync(at);
        await Press(leads, "Start the meeting");
        await Press(leads, "I am here");
        await AddToDoAsync(leads, "Copy the samples");
        await Assertions
            .Expect(leads.Locator("[data-live=side]"))
            .ToContainTextAsync("Copy the samples");
        await Press(leads, "End the meeting");
        await Assertions.Expect(leads.Locator("main")).ToContainTextAsync("▲ draft");

        journey.App.Clock.Advance(TimeSpan.FromHours(15));
        await leads.GotoAsync("/home");
        await leads
            .GetByRole(AriaRole.Link, new() { Name = "Draft minutes of meeting" })
            .ClickAsync();
        await leads
            .Locator("summary", new() { HasText = "Write notes to another part" })
            .ClickAsync();
        await leads.GetByRole(AriaRole.Link, new() { Name = "Our vision" }).Last.ClickAsync();
        await leads.GetByLabel("Notes").FillAsync("Theo read it aloud.");
        await Press(leads, "Save the notes");
        await Assertions
            .Expect(leads.Locator("#minutes"))
            .ToContainTextAsync("Theo read it aloud.");
        await Press(leads, "Confirm the minutes");
        await Assertions.Expect(leads.Locator("main")).ToContainTextAsync("✓ final");
        await Assertions.Expect(leads.Locator("#minutes")).ToContainTextAsync("confirmed by Dana");

        // On paper there is nothing to press, and nothing of the frame around it.
        await leads.EmulateMediaAsync(new() { Media = Media.Print });
        await Assertions
            .Expect(leads.GetByRole(AriaRole.Link, new() { Name = "Save for Word" }))
            .ToBeHiddenAsync();
        await Assertions.Expect(leads.Locator("#minutes")).ToBeVisibleAsync();

        var away = await journey.AsAsync("member", width: 375);
        await away.GotoAsync("/home");
        await away.GetByRole(AriaRole.Link, new() { Name = "and what is yours" }).ClickAsync();
        await Assertions.Expect(away.Locator("h1")).ToContainTextAsync("in two minutes");
        await Press(away, "I am up to date");
        await Assertions.Expect(away.Locator("main")).Not.ToContainTextAsync("Catch up");
    }
}
