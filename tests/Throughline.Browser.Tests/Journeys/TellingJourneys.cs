using Microsoft.Playwright;
using Throughline.Browser.Tests.Support;

namespace Throughline.Browser.Tests.Journeys;

/// <summary>The representative's two minutes between two lessons: read it, say it, keep that it was said, bring a question back.</summary>
public sealed class TellingJourneys
{
    private const string Title = "Grade 4 tries the new exit ticket first, for three weeks";
    private const string Question = "Do we hand the tickets back to the students?";

    [BrowserFact]
    public async Task A_representative_tells_the_team_on_a_phone_and_brings_a_question_back()
    {
        await using var journey = await Journey.StartOnAMeetingDayAsync();
        var phone = await journey.AsAsync("member", width: 375);
        await phone.GotoAsync("/home");
        var row = phone.Locator("main li", new() { HasText = Title });
        await Assertions.Expect(row).ToContainTextAsync("Decision to tell");
        await row.Locator("a").TapAsync();

        var message = phone.Locator(".say").First;
        await Assertions.Expect(message).ToContainTextAsync("Grade 4 uses the exit ticket");
        // It is read out from where the phone is held: larger than what is around it, and without scrolling first.
        (await SizeAsync(message)).ShouldBeGreaterThanOrEqualTo(20);
        (await message.BoundingBoxAsync())!.Y.ShouldBeLessThan(500);
        (
            await phone.EvaluateAsync<bool>(
                "() => document.documentElement.scrollWidth <= innerWidth"
            )
        ).ShouldBeTrue("nothing to scroll sideways");

        await phone.GetByLabel("in a team meeting").CheckAsync();
        await Assertions.Expect(phone.GetByLabel("When")).ToHaveValueAsync("2027-01-20");
        await phone.GetByRole(AriaRole.Button, new() { Name = "I told my team" }).TapAsync();
        await Assertions
            .Expect(phone.Locator(".notice.good"))
            .ToContainTextAsync("It is kept that they were told.");

        await phone.GetByText("Bring a question back").TapAsync();
        await phone.GetByLabel("What your team asks").FillAsync(Question);
        await phone.GetByRole(AriaRole.Button, new() { Name = "Bring it to the ILT" }).TapAsync();
        await Assertions
            .Expect(phone.Locator("section[aria-labelledby=questions]"))
            .ToContainTextAsync("From Grade 4, brought by Theo Lindqvist");
        await phone.GotoAsync("/home");
        await Assertions.Expect(phone.Locator("main")).Not.ToContainTextAsync(Title);

        // The team answers once, and the answer is in the representative's day.
        var principal = await journey.AsAsync("principal");
        await principal.GotoAsync("/lincoln-elementary/sharing/relays/8");
        await principal.GetByRole(AriaRole.Link, new() { Name = "Write the answer" }).ClickAsync();
        await principal.GetByLabel("The answer").FillAsync("Yes, with one word of your own.");
        await principal.GetByRole(AriaRole.Button, new() { Name = "Answer them" }).ClickAsync();
        await principal.WaitForURLAsync("**/sharing/relays/8");

        await phone.GotoAsync("/home");
        row = phone.Locator("main li", new() { HasText = Question });
        await Assertions.Expect(row).ToContainTextAsync("An answer for your team");
        await row.Locator("a").TapAsync();
        await phone.GetByRole(AriaRole.Button, new() { Name = "I told Grade 4" }).TapAsync();
        await Assertions
            .Expect(phone.Locator("main"))
            .ToContainTextAsync("All who asked have heard it.");
        await phone.GotoAsync("/home");
        await Assertions.Expect(phone.Locator("main")).Not.ToContainTextAsync(Question);
    }

    private static Task<double> SizeAsync(ILocator text) =>
        text.EvaluateAsync<double>("e => parseFloat(getComputedStyle(e).fontSize)");
}
