using Microsoft.Playwright;
using Throughline.Browser.Tests.Support;

namespace Throughline.Browser.Tests.Journeys;

/// <summary>The end of term: the team looks at how it works, does something about it, and shows its district what it wants to show.</summary>
public sealed class HealthJourneys
{
    [BrowserFact]
    public async Task A_team_looks_at_how_it_works_and_shows_two_figures_to_its_district()
    {
        await using var journey = await Journey.StartOnAMeetingDayAsync();
        var member = await journey.AsAsync("member", width: 375);
        await member.GotoAsync("/lincoln-elementary/meetings/health");
        var late = member.Locator("tbody tr", new() { HasText = "Begins on time" });
        await Assertions.Expect(late).ToContainTextAsync("not yet");
        await late.GetByRole(AriaRole.Link, new() { Name = "Begins on time", Exact = true })
            .TapAsync();
        await Assertions.Expect(member.Locator("tbody")).ToContainTextAsync("6 minutes late");

        // From the figure to an issue, in two presses.
        await member.GetByRole(AriaRole.Link, new() { Name = "Raise it as an issue" }).TapAsync();
        await Assertions
            .Expect(member.GetByLabel("The issue in a line"))
            .ToHaveValueAsync("Our meetings begin late");
        await member.GetByRole(AriaRole.Button, new() { Name = "Raise the issue" }).TapAsync();
        await Assertions
            .Expect(member.Locator(".notice.good"))
            .ToContainTextAsync("The issue is on the list.");
        await member.GotoAsync("/lincoln-elementary/meetings/health");
        await Assertions.Expect(late).ToContainTextAsync("We are working on this");

        var principal = await journey.AsAsync("principal");
        await principal.GotoAsync("/lincoln-elementary/meetings/health");
        await principal.GetByLabel("Roles are named and go round").UncheckAsync();
        await principal.GetByLabel("Teams are told in time").UncheckAsync();
        await principal.GetByLabel("Begins on time").CheckAsync();
        await principal.GetByLabel("Meets regularly").CheckAsync();
        await principal
            .GetByRole(AriaRole.Button, new() { Name = "Show these, and no others" })
            .ClickAsync();
        await Assertions
            .Expect(principal.Locator(".notice.good"))
            .ToContainTextAsync("The district sees 2 figures of this team.");

        var leader = await journey.AsAsync("district-leader");
        await leader.GotoAsync("/riverbend/schools");
        await leader.GetByRole(AriaRole.Link, new() { Name = "Team health" }).ClickAsync();
        var lincoln = leader.Locator("tbody tr", new() { HasText = "Lincoln Elementary" });
        await Assertions.Expect(lincoln.Locator("li")).ToHaveCountAsync(2);
        await Assertions.Expect(lincoln).ToContainTextAsync("Begins on time");
        await Assertions.Expect(lincoln).ToContainTextAsync("Meets regularly");
    }
}
