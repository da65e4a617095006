using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Throughline.Browser.Tests.Journeys;
using Throughline.Browser.Tests.Support;
using Throughline.Data.Demo;
using Throughline.Domain.Meetings;
using Throughline.Domain.Units;
using static System.FormattableString;

namespace Throughline.Browser.Tests.States;

/// <summary>What a meeting shows only while people are in it: looked at like every other page.</summary>
public sealed class RoomStateTests
{
    [BrowserFact]
    public async Task Every_state_of_a_room_can_be_used_by_everyone()
    {
        await using var journey = await Journey.StartOnAMeetingDayAsync();
        var at = await RoomWindow.TodayAsync(journey);
        var (leads, member) = (journey.App.As("facilitator"), journey.App.As("member"));
        await leads.PostFormAsync($"{at}/clock?handler=Start");
        await leads.PostFormAsync($"{at}/attendance?handler=Here");
        await member.PostFormAsync($"{at}/attendance?handler=Here");
        var page = await journey.AsAsync("facilitator");
        await page.GotoAsync(at);
        var wrong = new List<string>();

        await page.Locator("summary", new() { HasText = "Propose a decision" }).ClickAsync();
        await LookAsync("room, proposing");
        await page.GetByLabel("What is proposed").FillAsync("Each grade tries it once");
        await PressAsync("Propose it");
        var proposal = page.Locator(
            "[data-live=hands] section",
            new() { HasText = "Each grade tries it once" }
        );
        await proposal.GetByRole(AriaRole.Button, new() { Name = "Ask for hands" }).ClickAsync();
        var hand = page.Locator("[data-hand-place] form");
        await hand.GetByText("Fist – I block this").ClickAsync();
        await LookAsync("room, hands asked for");
        await hand.GetByLabel("Your concern, or why you block")
            .FillAsync("Nobody asked the families.");
        await hand.GetByRole(AriaRole.Button, new() { Name = "Raise my hand" }).ClickAsync();
        await Assertions.Expect(hand).ToContainTextAsync("Your hand is up");
        await proposal.GetByRole(AriaRole.Button, new() { Name = "Show all hands" }).ClickAsync();
        await Assertions
            .Expect(page.Locator("[data-live=hands]"))
            .ToContainTextAsync("Nobody asked the families.");
        await LookAsync("room, hands shown");

        // Both began from nothing, and neither saw the other's text.
        await member.PostFormAsync($"{at}/notes/s0", ("Input.Words", "Three grades came."));
        await leads.PostFormAsync($"{at}/notes/s0", ("Input.Words", "Four grades came."));
        await Assertions.Expect(page.Locator("#note")).ToContainTextAsync("wrote at the same time");
        await LookAsync("room, two texts");
        await page.GetByRole(AriaRole.Link, new() { Name = "Join the texts" }).ClickAsync();
        await LookAsync("notes, two texts");

        journey.App.Clock.Advance(TimeSpan.FromMinutes(320));
        await page.GotoAsync(at);
        await Assertions.Expect(page.Locator("[data-over]")).ToBeVisibleAsync();
        await LookAsync("room, over time");

        var last = await LastSectionAsync();
        await leads.PostFormAsync($"{at}/clock?handler=GoTo", ("Input.Section", last));
        await leads.PostFormAsync($"{at}/clock?handler=Cut", ("Input.Section", last));
        await Assertions.Expect(page.Locator("#now")).ToHaveTextAsync("The agenda is through");
        await LookAsync("room, the agenda is through");
        wrong.ShouldBeEmpty();

        Task PressAsync(string button) =>
            page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true })
                .First.ClickAsync();

        Task<string> LastSectionAsync() =>
            journey.App.Db(async db =>
            {
                var lincoln = await db.Set<Unit>().SingleAsync(u => u.Slug == DemoDistrict.Lincoln);
                var meeting = await db.Set<Meeting>()
                    .SingleAsync(m => m.UnitId == lincoln.Id && m.State == MeetingState.InProgress);
                return Invariant($"{meeting.Sections.Count - 1}");
            });

        async Task LookAsync(string state)
        {
            wrong.AddRange(await PageLook.WrongAsync(page, state));
            await page.SetViewportSizeAsync(1280, 800);
        }
    }

    [BrowserFact]
    public async Task A_meeting_that_was_not_held_can_be_read_by_everyone()
    {
        await using var journey = await Journey.StartOnAMeetingDayAsync();
        var at = await RoomWindow.TodayAsync(journey);
        journey.App.Clock.Advance(TimeSpan.FromDays(1));
        var page = await journey.AsAsync("facilitator");
        await page.GotoAsync(at);

        await Assertions
            .Expect(page.Locator("main"))
            .ToContainTextAsync("This meeting was not held.");
        (await PageLook.WrongAsync(page, "meeting that was not held")).ShouldBeEmpty();
    }
}
