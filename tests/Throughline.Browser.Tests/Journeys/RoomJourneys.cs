using Microsoft.Playwright;
using Throughline.Browser.Tests.Support;
using static Throughline.Browser.Tests.Support.RoomWindow;

namespace Throughline.Browser.Tests.Journeys;

/// <summary>The room as different people meet it: on screens that count the same time, and with the keyboard alone.</summary>
public sealed class RoomJourneys
{
    private const string Part = "[data-part-clock]";

    [BrowserFact]
    public async Task All_screens_count_the_same_time_also_after_a_reload_and_on_a_device_an_hour_off()
    {
        await using var journey = await Journey.StartOnAMeetingDayAsync();
        journey.App.Clock.Run();
        var at = await TodayAsync(journey);
        var leads = await journey.AsAsync("facilitator");
        await leads.GotoAsync(at);
        await Press(leads, "Start the meeting");
        var phone = await journey.AsAsync("member", width: 375);
        await phone.GotoAsync(at);
        var projector = await journey.AsAsync("facilitator");
        await projector.GotoAsync($"{at}/screen");
        var off = await journey.AsAsync("principal");
        await off.AddInitScriptAsync("const real = Date.now; Date.now = () => real() + 3_600_000;");
        await off.GotoAsync(at);
        IPage[] screens = [leads, phone, projector, off];

        await AgreeAsync("[data-live=head] [data-clock]");
        await AgreeAsync(Part);
        var before = (await leads.Locator(Part).GetAttributeAsync("data-clock"))!;
        await Press(leads, "5 minutes more");
        foreach (var screen in screens)
        {
            await Assertions
                .Expect(screen.Locator(Part))
                .Not.ToHaveAttributeAsync("data-clock", before);
        }

        await phone.ReloadAsync();
        await off.ReloadAsync();
        await AgreeAsync(Part);

        async Task AgreeAsync(string clock)
        {
            var ends = await Task.WhenAll(screens.Select(s => EndShownAsync(s, clock)));
            (ends.Max() - ends.Min()).ShouldBeLessThan(1000, string.Join(", ", ends));
        }
    }

    // The moment at which this screen would show zero, in milliseconds of the machine, taken as it counts a second down.
    private static Task<double> EndShownAsync(IPage screen, string clock) =>
        screen.EvaluateAsync<double>(
            """
            clock => new Promise(done => {
              const shown = () => document.querySelector(clock)?.textContent ?? '';
              let first = null;
              const look = () => {
                const words = shown();
                if (!/^\d+(:\d\d)+$/.test(words) || first === null || words === first) {
                  first = words;
                  requestAnimationFrame(look);
                  return;
                }
                const seconds = words.split(':').reduce((all, part) => all * 60 + Number(part), 0);
                done(performance.timeOrigin + performance.now() + seconds * 1000);
              };
              look();
            })
            """,
            clock
        );

    [BrowserFact]
    public async Task A_meeting_is_held_with_the_keyboard_alone()
    {
        await using var journey = await Journey.StartOnAMeetingDayAsync();
        var at = await TodayAsync(journey);
        var page = await journey.AsAsync("facilitator");
        page.Dialog += async (_, dialog) => await dialog.AcceptAsync();
        await page.GotoAsync(at);
        await EnterAsync("Start the meeting");
        await Assertions.Expect(page.Locator("#room.live")).ToBeVisibleAsync();
        await EnterAsync("I am here");
        await Assertions
            .Expect(page.Locator("[data-live=head]"))
            .ToContainTextAsync("1 of 12 here");

        await EnterAsync("Next");
        await Assertions.Expect(page.Locator("#now")).ToHaveTextAsync("Our norms");
        // Where one was, one still is: the same key goes on.
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#now")).Not.ToHaveTextAsync("Our norms");

        await TabToAsync("Notes on");
        await page.Keyboard.TypeAsync("Typed without a mouse");
        await Assertions.Expect(page.Locator("[data-note-state]")).ToHaveTextAsync("Saved");

        await EnterAsync("Add a to-do");
        await TabToAsync("What will be done");
        await page.Keyboard.TypeAsync("Try it on the bus");
        await TabToAsync("Who carries it");
        await page.Keyboard.TypeAsync("Dana");
        await EnterAsync("Add the to-do");
        await Assertions
            .Expect(page.Locator("[data-live=side]"))
            .ToContainTextAsync("Try it on the bus");

        await EnterAsync("Propose a decision");
        await TabToAsync("What is proposed");
        await page.Keyboard.TypeAsync("Each grade tries it once");
        await EnterAsync("Propose it");
        await Assertions
            .Expect(page.Locator("[data-live=hands]"))
            .ToContainTextAsync("Each grade tries it once");
        await EnterAsync("Ask for hands");
        var hand = page.Locator("[data-hand-place] form");
        await hand.WaitForAsync();
        await TabToAsync("", "[data-hand-place] input");
        await page.Keyboard.PressAsync("Space");
        await EnterAsync("Raise my hand");
        await Assertions.Expect(hand).ToContainTextAsync("Your hand is up");
        await EnterAsync("Show all hands");
        await Assertions
            .Expect(page.Locator("[data-live=hands]"))
            .ToContainTextAsync("1 of 12 hands");

        await EnterAsync("End the meeting");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("▲ draft");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Typed without a mouse");

        async Task EnterAsync(string name)
        {
            await TabToAsync(name);
            await page.Keyboard.PressAsync("Enter");
        }

        // Once around the page and the browser's own frame: what is not reached then has no place in the order.
        async Task TabToAsync(string name, string kind = "button, summary, input, textarea, select")
        {
            for (var presses = 0; presses < 250; presses++)
            {
                await page.Keyboard.PressAsync("Tab");
                if (await page.EvaluateAsync<bool>(IsAt, new[] { name, kind }))
                {
                    return;
                }
            }

            throw new InvalidOperationException($"Tab does not lead to “{name}”.");
        }
    }

    // What has the keyboard and can be seen, by the name that is read to who does not see.
    private const string IsAt = """
        ([name, kind]) => {
          const at = document.activeElement;
          const said = at.labels?.[0]?.textContent ?? at.getAttribute('aria-label') ?? at.textContent;
          return at.matches(kind) && at.checkVisibility() && at.matches(':focus-visible') && said.trim().startsWith(name);
        }
        """;
}
