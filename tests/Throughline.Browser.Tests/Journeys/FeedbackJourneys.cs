using System.Globalization;
using Microsoft.Playwright;
using Throughline.Browser.Tests.Support;
using static Throughline.Browser.Tests.Support.RoomWindow;

namespace Throughline.Browser.Tests.Journeys;

/// <summary>A member says on a phone how the meeting was; the next meeting opens with what changed because of it.</summary>
public sealed class FeedbackJourneys
{
    [BrowserFact]
    public async Task What_a_member_says_after_a_meeting_opens_the_next_one()
    {
        await using var journey = await Journey.StartOnAMeetingDayAsync();
        var at = await TodayAsync(journey);
        var lead = journey.App.As("facilitator");
        await lead.PostFormAsync($"{at}/clock?handler=Start");
        await journey.App.As("member").PostFormAsync($"{at}/attendance?handler=Here");
        await lead.PostFormAsync($"{at}/clock?handler=End");

        var phone = await journey.AsAsync("member", width: 375);
        await phone.GotoAsync("/home");
        await phone.Locator("main a", new() { HasText = "Say how it was" }).TapAsync();
        await phone.GetByLabel("Delta").FillAsync("Send the texts a day earlier");
        (
            await phone.EvaluateAsync<bool>(
                "() => document.documentElement.scrollWidth <= innerWidth"
            )
        ).ShouldBeTrue("nothing to scroll sideways");
        await phone
            .GetByRole(AriaRole.Button, new() { Name = "Send it without my name" })
            .TapAsync();
        await Assertions
            .Expect(phone.Locator("#status"))
            .ToContainTextAsync("Yours is in, without your name.");
        await phone.GotoAsync("/home");
        await Assertions.Expect(phone.Locator("main")).Not.ToContainTextAsync("How was meeting");

        // With the three that waited since the meeting before there are enough to read.
        var desk = await journey.AsAsync("facilitator");
        await desk.GotoAsync($"{at}/feedback");
        await Assertions
            .Expect(desk.Locator("main"))
            .Not.ToContainTextAsync("Send the texts a day earlier");
        await Press(desk, "Open it to read now");
        await Assertions
            .Expect(desk.Locator("main"))
            .ToContainTextAsync("Send the texts a day earlier");
        await desk.GetByLabel("Theme").FillAsync("Texts come too late");
        await desk.GetByLabel("What we changed").FillAsync("They go out two days before.");
        await Press(desk, "Write it down");
        await Assertions
            .Expect(desk.Locator("#status"))
            .ToContainTextAsync("opens the next meeting");

        // Two weeks later.
        var next =
            at[..(at.LastIndexOf('/') + 1)]
            + (
                int.Parse(at[(at.LastIndexOf('/') + 1)..], CultureInfo.InvariantCulture) + 1
            ).ToString(CultureInfo.InvariantCulture);
        journey.App.Clock.Now = journey.App.Clock.Now.AddDays(14);
        var room = await journey.AsAsync("facilitator");
        await room.GotoAsync(next);
        await Press(room, "Start the meeting");
        for (var gone = 0; gone < 2; gone++)
        {
            var part = await room.Locator("#now").InnerTextAsync();
            await Press(room, "Next");
            await Assertions.Expect(room.Locator("#now")).Not.ToHaveTextAsync(part);
        }

        await Assertions
            .Expect(room.Locator("[data-live=now]"))
            .ToContainTextAsync("You said: Texts come too late");
        await Assertions
            .Expect(room.Locator("[data-live=now]"))
            .ToContainTextAsync("They go out two days before.");
    }
}
