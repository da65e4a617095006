using Microsoft.Playwright;
using Throughline.Browser.Tests.Support;
using Throughline.Data.Demo;
using static Throughline.Browser.Tests.Support.RoomWindow;

namespace Throughline.Browser.Tests.Journeys;

/// <summary>A team looks at student work in five steps: one leads, one writes on a phone, one screen shows it to all.</summary>
public sealed class ProtocolJourneys
{
    private const string Writing = "Writing from two sources, grades 3 to 5";

    [BrowserFact]
    public async Task A_team_goes_through_looking_at_student_work_in_five_steps()
    {
        await using var journey = await Journey.StartOnAMeetingDayAsync();
        var (at, leads, member) = await StartedAsync(journey, width: 375);
        await leads
            .Locator("[data-live=ahead] li", new() { HasText = Writing })
            .GetByRole(AriaRole.Button, new() { Name = $"Go to {Writing}" })
            .ClickAsync();

        // From the room to the protocol, on each screen.
        foreach (var page in new[] { leads, member })
        {
            await Assertions.Expect(page.Locator("#now")).ToHaveTextAsync(Writing);
            await page.Locator("[data-live=now]")
                .GetByRole(AriaRole.Link, new() { Name = "Looking at student work" })
                .ClickAsync();
            await Assertions.Expect(page.Locator("#now")).ToHaveTextAsync("It has not begun");
        }

        var screen = await journey.AsAsync("kwame.mensah@riverbend.example");
        await screen.GotoAsync(new Uri(leads.Url).PathAndQuery + "?screen=1");
        await Press(leads, "Begin with “Set out the work”");
        IPage[] all = [leads, member, screen];
        await AtAsync(all, "Set out the work");
        await Press(leads, "Pause the clock");
        await Assertions.Expect(screen.Locator("[data-live=step] .tag")).ToHaveTextAsync("paused");
        await Press(leads, "Let the clock run on");
        await Assertions
            .Expect(screen.Locator("[data-live=step] [data-clock]"))
            .ToContainTextAsync("4:");
        await Press(leads, "Next: Describe what is on the page");
        await AtAsync(all, "Describe what is on the page");
        await Assertions
            .Expect(member.Locator("#protocol-says"))
            .ToHaveTextAsync("Describe what is on the page");

        // What explains is asked back; what was typed stays.
        await member
            .GetByLabel("What do you see?")
            .FillAsync("Sample C is short because he was lazy");
        await Press(member, "Write down an observation");
        await Assertions
            .Expect(member.Locator("#asked"))
            .ToContainTextAsync("This reads like an explanation");
        await Assertions
            .Expect(member.GetByLabel("What do you see?"))
            .ToHaveValueAsync("Sample C is short because he was lazy");
        (await PageLook.WrongAsync(member, "protocol, a line asked back")).ShouldBeEmpty();
        await member.GetByLabel("What do you see?").FillAsync("Sample C has four lines");
        await Press(member, "Write it down in other words");
        await AllReadAsync(all, "Sample C has four lines");
        await Assertions.Expect(member.GetByLabel("What do you see?")).ToHaveValueAsync("");
        await member.GetByLabel("What do you see?").FillAsync("Perhaps the prompt is too long");
        await Press(member, "Write down an observation");
        await Press(member, "Move it to the step for inferences");
        await AllReadAsync(all, "Perhaps the prompt is too long");

        // Someone is still typing when the team goes on: the words stay, and go where they were typed.
        await member.GetByLabel("What do you see?").FillAsync("Two samples quote the first text");
        await Press(leads, "Next: Follow the student’s thinking");
        await AtAsync(all, "Follow the student’s thinking");
        await Press(member, "Write down an observation");
        await Assertions
            .Expect(screen.Locator("ul[aria-label=Observations]"))
            .ToContainTextAsync("Two samples quote the first text");
        await Assertions.Expect(member.GetByLabel("What could it mean?")).ToHaveValueAsync("");

        await Press(leads, "Next: Ask what it says about teaching");
        await AtAsync(all, "Ask what it says about teaching");
        await Press(leads, "Next: Agree what to try");
        await AtAsync(all, "Agree what to try");
        await member
            .GetByLabel("What is to be done next?")
            .FillAsync("Model one paragraph from two texts");
        await Press(member, "Write down a next step");
        await AllReadAsync(all, "Model one paragraph from two texts");
        await Press(leads, "Finish the protocol");
        await AtAsync(all, "The team is through");

        // A line becomes a to-do of this meeting.
        await member
            .GetByRole(AriaRole.Link, new() { Name = "Model one paragraph from two texts" })
            .ClickAsync();
        await member.GetByRole(AriaRole.Link, new() { Name = "Make a to-do of it" }).ClickAsync();
        var theo = await member
            .Locator("option", new() { HasText = "Theo Lindqvist" })
            .First.GetAttributeAsync("value");
        await member.GetByLabel("Who carries it").SelectOptionAsync(theo!);
        await member.GetByLabel("By when").FillAsync("2027-02-03");
        await Press(member, "Add the to-do");
        await leads.GotoAsync(at);
        await Assertions
            .Expect(leads.Locator("[data-live=side]"))
            .ToContainTextAsync("Model one paragraph from two texts");
    }

    private static Task AtAsync(IEnumerable<IPage> pages, string step) =>
        Task.WhenAll(pages.Select(p => Assertions.Expect(p.Locator("#now")).ToHaveTextAsync(step)));

    private static Task AllReadAsync(IEnumerable<IPage> pages, string words) =>
        Task.WhenAll(
            pages.Select(p =>
                Assertions.Expect(p.Locator("[data-live=steps]")).ToContainTextAsync(words)
            )
        );
}
