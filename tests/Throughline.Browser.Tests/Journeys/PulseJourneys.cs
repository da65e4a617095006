using Microsoft.Playwright;
using Throughline.Browser.Tests.Support;
using Throughline.Domain.Assessments;

namespace Throughline.Browser.Tests.Journeys;

/// <summary>Staff answer without a name, on a phone; the principal reads the counts beside the team's own rating.</summary>
public sealed class PulseJourneys
{
    [BrowserFact]
    public async Task A_teacher_answers_from_their_day_and_the_principal_reads_what_came_of_it()
    {
        await using var journey = await Journey.StartAsync();
        var phone = await journey.AsAsync("teacher", width: 375);
        await phone.GotoAsync("/home");
        await phone.Locator("main a", new() { HasText = "Answer: Staff pulse 2" }).ClickAsync();
        await phone.WaitForURLAsync("**/answer");

        // Without an answer to each question the browser itself does not let go.
        await phone.GetByRole(AriaRole.Button, new() { Name = "Send my answers" }).ClickAsync();
        phone.Url.ShouldEndWith("/answer");
        foreach (var question in PulseQuestions.Latest.All)
        {
            await phone
                .GetByRole(AriaRole.Group, new() { Name = question.Text })
                .GetByText(question.Choices[1].Text, new() { Exact = true })
                .TapAsync();
        }

        (
            await phone.EvaluateAsync<bool>(
                "() => document.documentElement.scrollWidth <= innerWidth"
            )
        ).ShouldBeTrue("nothing to scroll sideways");
        await phone.GetByRole(AriaRole.Button, new() { Name = "Send my answers" }).TapAsync();
        await phone.WaitForURLAsync("**/home");
        await Assertions.Expect(phone.Locator("#status")).ToContainTextAsync("Your answers count");
        await Assertions.Expect(phone.Locator("main")).Not.ToContainTextAsync("Staff pulse 2");

        // Back, and once more: it is done.
        await phone.GoBackAsync();
        await Assertions
            .Expect(phone.Locator("main"))
            .ToContainTextAsync("You have answered already.");

        var principal = await journey.AsAsync("principal");
        await principal.GotoAsync("/lincoln-elementary/assessments/pulses");
        await principal.GetByRole(AriaRole.Link, new() { Name = "Staff pulse 2" }).ClickAsync();
        await Assertions
            .Expect(principal.Locator("main"))
            .ToContainTextAsync("Nothing is shown while the pulse is open.");
        principal.Dialog += async (_, dialog) => await dialog.AcceptAsync();
        await principal
            .GetByRole(AriaRole.Button, new() { Name = "Close the pulse and show the counts" })
            .ClickAsync();
        await Assertions.Expect(principal.Locator("#status")).ToContainTextAsync("is closed");
        await Assertions
            .Expect(principal.Locator("main"))
            .ToContainTextAsync("The ILT about itself:");
        await Assertions.Expect(principal.Locator("main")).ToContainTextAsync("say yes");

        await phone.GotoAsync("/home");
        await phone
            .Locator("main a", new() { HasText = "Read: What came of staff pulse 2" })
            .ClickAsync();
        await Assertions.Expect(phone.Locator("main")).ToContainTextAsync("All counts");
        await Assertions
            .Expect(phone.Locator("main"))
            .Not.ToContainTextAsync("The ILT about itself");
    }
}
