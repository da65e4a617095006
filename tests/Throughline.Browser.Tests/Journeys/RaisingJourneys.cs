using Microsoft.Playwright;
using Throughline.Browser.Tests.Support;

namespace Throughline.Browser.Tests.Journeys;

/// <summary>A teacher who is not on the ILT raises something between two lessons, and follows what becomes of it.</summary>
public sealed class RaisingJourneys
{
    private const string Title = "The word walls are gone from the hallway";

    [BrowserFact]
    public async Task A_teacher_raises_something_on_a_phone_and_follows_it_to_the_teams_answer()
    {
        await using var journey = await Journey.StartOnAMeetingDayAsync();
        var phone = await journey.AsAsync("teacher", width: 375);
        await phone.GotoAsync("/lincoln-elementary");
        await Assertions
            .Expect(phone.Locator("section[aria-labelledby=voice]"))
            .ToContainTextAsync("Theo Lindqvist");
        await phone
            .Locator("section[aria-labelledby=voice]")
            .GetByRole(AriaRole.Link, new() { Name = "Raise something" })
            .TapAsync();

        // Without a line of what it is, the browser itself does not let go.
        await phone.GetByRole(AriaRole.Button, new() { Name = "Send it" }).TapAsync();
        phone.Url.ShouldEndWith("/work/raised/new");
        await phone.GetByLabel("What you want to raise").FillAsync(Title);
        await phone.GetByLabel("More about it").FillAsync("Since the painting. All of grade 4.");
        (
            await phone.EvaluateAsync<bool>(
                "() => document.documentElement.scrollWidth <= innerWidth"
            )
        ).ShouldBeTrue("nothing to scroll sideways");
        await phone.GetByRole(AriaRole.Button, new() { Name = "Send it" }).TapAsync();
        await Assertions
            .Expect(phone.Locator("main"))
            .ToContainTextAsync("It is with Theo Lindqvist");
        var followed = phone.Url;

        // The representative finds it in the day and brings it to the team.
        var member = await journey.AsAsync("member");
        await member.GotoAsync("/home");
        await member.Locator("main li", new() { HasText = Title }).Locator("a").ClickAsync();
        await Assertions.Expect(member.Locator("main")).ToContainTextAsync("Amara Osei raised it");
        await member
            .GetByRole(AriaRole.Button, new() { Name = "Bring it to the ILT" })
            .ClickAsync();
        await Assertions.Expect(member.Locator("h1")).ToHaveTextAsync(Title);
        await Assertions.Expect(member.Locator("main")).Not.ToContainTextAsync("Amara");
        var issue = member.Url;

        // It stands in the next agenda by itself, and the facilitator solves it with the team.
        var facilitator = await journey.AsAsync("facilitator");
        await facilitator.GotoAsync("/lincoln-elementary/meetings/11");
        await Assertions.Expect(facilitator.Locator("main")).ToContainTextAsync(Title);
        await facilitator.GotoAsync(issue);
        await facilitator.GetByText("Solved, or closed").ClickAsync();
        await facilitator
            .GetByLabel("What came of it")
            .FillAsync("They hang again by Friday, lower, where children read them.");
        await facilitator.GetByRole(AriaRole.Button, new() { Name = "It is solved" }).ClickAsync();
        await facilitator.WaitForURLAsync("**/work/issues/*");

        await phone.GotoAsync("/home");
        await phone.Locator("main li", new() { HasText = Title }).Locator("a").TapAsync();
        await phone.WaitForURLAsync(followed);
        await Assertions.Expect(phone.Locator("main")).ToContainTextAsync("It is solved");
        await Assertions
            .Expect(phone.Locator("main"))
            .ToContainTextAsync("They hang again by Friday");
    }
}
