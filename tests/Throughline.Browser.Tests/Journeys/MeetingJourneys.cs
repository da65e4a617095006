using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Throughline.Browser.Tests.Support;
using Throughline.Data.Demo;
using Throughline.Data.Tests.Engines;
using Throughline.Domain.Teams;
using Throughline.Domain.Units;
using static Throughline.Browser.Tests.Support.RoomWindow;

namespace Throughline.Browser.Tests.Journeys;

/// <summary>Meetings as teams live them: the first one, one of twelve people and the week after, one by keyboard alone.</summary>
public sealed class MeetingJourneys
{
    [BrowserFact]
    public async Task A_newcomer_sets_when_the_team_meets_and_holds_the_first_meeting()
    {
        await using var journey = await Journey.StartOnAMeetingDayAsync();
        var page = await journey.AsAsync("alonzo.pickett@riverbend.example", width: 375);
        await page.GotoAsync("/roosevelt-k8/meetings");
        await page.GetByRole(AriaRole.Link, new() { Name = "Choose the agenda" }).ClickAsync();
        await page.Locator("main a", new() { HasText = "Begin with this one" }).Last.ClickAsync();
        await Press(page, "Save the agenda");
        await page.GotoAsync("/roosevelt-k8/meetings");
        await page.GetByRole(AriaRole.Link, new() { Name = "Set the rhythm" }).ClickAsync();
        await page.GetByLabel("Wednesday").CheckAsync();
        await Press(page, "Set the rhythm and plan the meetings");

        await page.GotoAsync("/roosevelt-k8/meetings");
        await page.Locator("main .card a").First.ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Bring something" }).ClickAsync();
        await page.GetByLabel("What it is about").FillAsync("Who speaks for the arts?");
        await Press(page, "Put it on the agenda");
        await Assertions
            .Expect(page.Locator("main"))
            .ToContainTextAsync("Who speaks for the arts?");
        await Press(page, "Start the meeting");

        await Assertions.Expect(page.Locator("#room h1")).ToContainTextAsync("Meeting 1");
        await Press(page, "I am here");
        await page.GetByLabel("Notes on").FillAsync("We begin with why we are here.");
        await Assertions.Expect(page.Locator("[data-note-state]")).ToHaveTextAsync("Saved");
        await AddToDoAsync(page, "Ask the art teachers");
        await Assertions
            .Expect(page.Locator("[data-live=side]"))
            .ToContainTextAsync("Ask the art teachers");
        page.Dialog += async (_, dialog) => await dialog.AcceptAsync();
        await Press(page, "End the meeting");

        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("▲ draft");
        await Assertions
            .Expect(page.Locator("main"))
            .ToContainTextAsync("We begin with why we are here.");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Ask the art teachers");
    }

    [BrowserTheory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Twelve_hold_a_meeting_and_each_sees_what_the_others_do(Engine engine)
    {
        await using var journey = await Journey.StartOnAMeetingDayAsync(engine);
        var at = await TodayAsync(journey);
        var pages = await MembersAsync(journey);
        pages.Count.ShouldBe(12);
        var (leads, recorder) = (pages["facilitator"], pages["member"]);
        await leads.GotoAsync(at);
        await Press(leads, "Start the meeting");
        await Task.WhenAll(pages.Values.Where(p => p != leads).Select(p => p.GotoAsync(at)));
        await AllAsync(pages, p => Press(p, "I am here"));
        await AllAsync(
            pages,
            p =>
                Assertions.Expect(p.Locator("[data-live=head]")).ToContainTextAsync("12 of 12 here")
        );

        // One agenda and one clock.
        await Press(leads, "Next");
        await AllAsync(
            pages,
            p => Assertions.Expect(p.Locator("#now")).ToHaveTextAsync("Our norms")
        );
        var clocks = await Task.WhenAll(
            pages.Values.Select(p =>
                p.EvaluateAsync<string>(
                    "() => document.querySelector('[data-part-clock]').dataset.clock"
                )
            )
        );
        clocks.Distinct().ShouldHaveSingleItem();

        // Each other's notes: a line of each, none lost.
        foreach (var (name, page) in pages)
        {
            var box = page.GetByLabel("Notes on");
            await box.PressAsync("Control+End");
            await box.PressSequentiallyAsync($"\n{name} says so");
        }

        await AllAsync(
            pages,
            async p =>
            {
                foreach (var name in pages.Keys)
                {
                    await Assertions
                        .Expect(p.GetByLabel("Notes on"))
                        .ToHaveValueAsync(
                            new Regex(
                                $"{Regex.Escape(name)} says so",
                                RegexOptions.None,
                                TimeSpan.FromSeconds(1)
                            )
                        );
                }
            }
        );

        // To-dos from all at once, each added once.
        await AllAsync(pages, (name, p) => AddToDoAsync(p, $"What {name} does"));
        await AllAsync(
            pages,
            p => Assertions.Expect(p.Locator("[data-live=side]")).ToContainTextAsync("12 to-dos")
        );

        await DecideAsync(pages, leads, recorder);

        leads.Dialog += async (_, dialog) => await dialog.AcceptAsync();
        await Press(leads, "End the meeting");
        await AllAsync(
            pages,
            p => Assertions.Expect(p.Locator("main")).ToContainTextAsync("▲ draft")
        );
        await Assertions
            .Expect(recorder.Locator("#minutes dd", new() { HasText = "Theo Lindqvist, " }))
            .ToContainTextAsync("Dana Whitehorse");
        (
            await recorder.Locator("#minutes dt", new() { HasText = "Sent regrets" }).CountAsync()
        ).ShouldBe(0);

        // The week after: the next agenda holds what is open, and my day what is mine.
        await recorder.GotoAsync("/lincoln-elementary/meetings");
        await recorder.Locator("main .card a").First.ClickAsync();
        await recorder.Locator("summary", new() { HasText = "open to-dos" }).ClickAsync();
        await Assertions.Expect(recorder.Locator("main")).ToContainTextAsync("What member does");
        await recorder.GotoAsync("/home");
        await Assertions.Expect(recorder.Locator("main")).ToContainTextAsync("What member does");
    }

    private static async Task DecideAsync(
        IReadOnlyDictionary<string, IPage> pages,
        IPage leads,
        IPage proposes
    )
    {
        await proposes.Locator("summary", new() { HasText = "Propose a decision" }).ClickAsync();
        await proposes.GetByLabel("What is proposed").FillAsync("Each grade tries it once");
        await Press(proposes, "Propose it");
        await leads
            .Locator("[data-live=hands] section", new() { HasText = "Each grade tries it once" })
            .GetByRole(AriaRole.Button, new() { Name = "Ask for hands" })
            .ClickAsync();
        await AllAsync(
            pages,
            async (name, p) =>
            {
                var form = p.Locator("[data-hand-place] form");
                await form.GetByText(
                        name.StartsWith('t') ? "3 – I can live with it" : "4 – I support it"
                    )
                    .ClickAsync();
                await form.GetByRole(AriaRole.Button, new() { Name = "Raise my hand" })
                    .ClickAsync();
                await Assertions.Expect(form).ToContainTextAsync("Your hand is up");
            }
        );
        await leads
            .Locator("[data-live=hands] section", new() { HasText = "Each grade tries it once" })
            .GetByRole(AriaRole.Button, new() { Name = "Show all hands" })
            .ClickAsync();
        await AllAsync(
            pages,
            p =>
                Assertions
                    .Expect(p.Locator("[data-live=hands]"))
                    .ToContainTextAsync("12 of 12 hands: nobody blocks")
        );
    }

    private static Task AllAsync(IReadOnlyDictionary<string, IPage> pages, Func<IPage, Task> act) =>
        Task.WhenAll(pages.Values.Select(act));

    private static Task AllAsync(
        IReadOnlyDictionary<string, IPage> pages,
        Func<string, IPage, Task> act
    ) => Task.WhenAll(pages.Select(p => act(p.Key, p.Value)));

    private static async Task<IReadOnlyDictionary<string, IPage>> MembersAsync(Journey journey)
    {
        var mails = await journey.App.Db(db =>
            db.Set<IltMembership>()
                .Where(m =>
                    m.Until == null
                    && db.Set<Unit>().Any(u => u.Id == m.UnitId && u.Slug == DemoDistrict.Lincoln)
                )
                .Join(db.Set<Person>(), m => m.PersonId, p => p.Id, (_, p) => p.Email!)
                .ToListAsync()
        );
        var pages = new Dictionary<string, IPage>(StringComparer.Ordinal);
        foreach (var mail in mails)
        {
            pages[mail.Split('@')[0]] = await journey.AsAsync(mail);
        }

        return pages;
    }
}
