using Microsoft.Playwright;
using Throughline.Browser.Tests.Support;

namespace Throughline.Browser.Tests.Journeys;

/// <summary>The weekly note writes itself, is corrected by a person, approved, sent, and read between two lessons.</summary>
public sealed class StaffNoteJourneys
{
    private const string Notes = "/lincoln-elementary/sharing/notes";
    private const string Win = "The whole of grade 4 explained its thinking aloud.";

    [BrowserFact]
    public async Task The_note_writes_itself_is_corrected_approved_and_read_on_a_phone()
    {
        await using var journey = await Journey.StartOnAMeetingDayAsync();
        var phone = await journey.AsAsync("teacher", width: 375);
        await phone.GotoAsync("/lincoln-elementary/sharing/wins");
        await phone.GetByLabel("What went well?").FillAsync(Win);
        await phone.GetByRole(AriaRole.Button, new() { Name = "Add the win" }).TapAsync();
        await Assertions.Expect(phone.Locator("main li").First).ToContainTextAsync(Win);

        var facilitator = await journey.AsAsync("facilitator");
        await facilitator.GotoAsync(Notes);
        // The one of the demo goes: this journey begins with an empty desk.
        await facilitator.GetByRole(AriaRole.Link, new() { Name = "Look at it" }).ClickAsync();
        await facilitator.GetByRole(AriaRole.Link, new() { Name = "Change it" }).ClickAsync();
        facilitator.Dialog += (_, dialog) => _ = dialog.AcceptAsync();
        await facilitator
            .GetByRole(AriaRole.Button, new() { Name = "Throw the draft away" })
            .ClickAsync();
        await facilitator
            .GetByRole(AriaRole.Button, new() { Name = "Draft the next note" })
            .ClickAsync();
        await facilitator.WaitForURLAsync("**/notes/3/edit");
        var lines = facilitator.Locator("fieldset textarea");
        (await lines.CountAsync()).ShouldBeGreaterThan(3);
        await lines.First.FillAsync("We decided this together, and this is why.");
        await facilitator.GetByLabel("Goes into the note").Nth(1).UncheckAsync();
        await facilitator.GetByLabel("A line of your own").FillAsync("See you on Friday.");
        await facilitator.GetByRole(AriaRole.Button, new() { Name = "Add the line" }).ClickAsync();
        await facilitator
            .GetByRole(AriaRole.Button, new() { Name = "Save and look at it" })
            .ClickAsync();
        await Assertions
            .Expect(facilitator.Locator("#note"))
            .ToContainTextAsync("We decided this together");
        await Assertions.Expect(facilitator.Locator("#note")).ToContainTextAsync(Win);
        await facilitator
            .GetByRole(AriaRole.Button, new() { Name = "Ask for approval" })
            .ClickAsync();

        var principal = await journey.AsAsync("principal");
        await principal.GotoAsync("/home");
        await principal
            .Locator("main li", new() { HasText = "waits for your approval" })
            .Locator("a")
            .ClickAsync();
        await principal.GetByRole(AriaRole.Button, new() { Name = "Approve it" }).ClickAsync();
        // One button, whether or not there is a count to look at.
        await principal.Locator("form[action*='handler=Send'] button").ClickAsync();
        await Assertions.Expect(principal.Locator(".notice.good")).ToContainTextAsync("It is sent");

        await phone.GotoAsync(Notes);
        await phone.Locator("main li a").First.TapAsync();
        await Assertions.Expect(phone.Locator("#note")).ToContainTextAsync("See you on Friday.");
        await Assertions.Expect(phone.Locator("#note")).ToContainTextAsync(Win);
        (
            await phone.EvaluateAsync<bool>(
                "() => document.documentElement.scrollWidth <= innerWidth"
            )
        ).ShouldBeTrue("nothing to scroll sideways");
    }
}
