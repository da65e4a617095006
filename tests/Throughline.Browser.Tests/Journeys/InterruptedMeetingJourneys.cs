using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Throughline.Browser.Tests.Support;
using Throughline.Domain.Teams;
using Throughline.Domain.Units;
using Throughline.Domain.Work;
using static Throughline.Browser.Tests.Support.RoomWindow;

namespace Throughline.Browser.Tests.Journeys;

/// <summary>A meeting that is interrupted: no connection, a reload, a closed lid, a device that sleeps, a seat that is taken away.</summary>
public sealed class InterruptedMeetingJourneys
{
    [BrowserFact]
    public async Task On_bad_wifi_nothing_typed_is_lost_and_nothing_comes_twice()
    {
        await using var journey = await Journey.StartOnAMeetingDayAsync();
        journey.Expected.AddRange(["ERR_INTERNET_DISCONNECTED", "Failed to fetch", "NetworkError"]);
        var (_, leads, member) = await StartedAsync(journey, width: 375);
        await member.GetByLabel("Notes on").FillAsync("Before the gap");
        await Assertions.Expect(member.Locator("[data-note-state]")).ToHaveTextAsync("Saved");

        await member.Context.SetOfflineAsync(true);
        await member.GetByLabel("Notes on").FillAsync("Before the gap\nIn the gap");
        await Assertions.Expect(member.Locator("#room-offline")).ToBeVisibleAsync();
        await AddToDoAsync(member, "First in the gap");
        await AddToDoAsync(member, "Second in the gap");
        await Assertions.Expect(member.Locator("[data-pending] li")).ToHaveCountAsync(2);
        // Meanwhile the team goes on.
        await Press(leads, "Next");
        await Assertions.Expect(leads.Locator("#now")).ToHaveTextAsync("Our norms");

        await member.Context.SetOfflineAsync(false);
        await Assertions.Expect(member.Locator("#now")).ToHaveTextAsync("Our norms");
        await Assertions.Expect(member.Locator("[data-pending] li")).ToHaveCountAsync(0);
        await Assertions.Expect(member.Locator("#room-offline")).ToBeHiddenAsync();
        await Assertions.Expect(leads.Locator("[data-live=side]")).ToContainTextAsync("2 to-dos");
        await leads.Locator("#behind summary").First.ClickAsync();
        await leads.Locator("#notes-s0 summary").ClickAsync();
        await Assertions.Expect(leads.Locator("#notes-s0")).ToContainTextAsync("In the gap");
        var added = await journey.App.Db(db =>
            db.Set<ToDo>()
                .Where(t => t.Title.EndsWith("in the gap"))
                .OrderBy(t => t.Number)
                .Select(t => t.Title)
                .ToListAsync()
        );
        added.ShouldBe(["First in the gap", "Second in the gap"]);
    }

    [BrowserFact]
    public async Task What_was_typed_before_a_reload_without_connection_goes_after_it()
    {
        await using var journey = await Journey.StartOnAMeetingDayAsync();
        journey.Expected.AddRange(["ERR_FAILED", "Failed to fetch", "ERR_INTERNET_DISCONNECTED"]);
        var (_, leads, member) = await StartedAsync(journey);
        // The server takes nothing for a while, but pages come.
        await member.RouteAsync(
            "**/*",
            route => route.Request.Method == "POST" ? route.AbortAsync() : route.ContinueAsync()
        );
        await member.GetByLabel("Notes on").FillAsync("Typed and not sent");
        await AddToDoAsync(member, "Added and not sent");
        await Assertions.Expect(member.Locator("[data-pending] li")).ToHaveCountAsync(1);

        await member.ReloadAsync();
        await Assertions
            .Expect(member.GetByLabel("Notes on"))
            .ToHaveValueAsync("Typed and not sent");
        await member.UnrouteAllAsync();
        await member.EvaluateAsync("() => dispatchEvent(new Event('online'))");

        await Assertions
            .Expect(leads.GetByLabel("Notes on"))
            .ToHaveValueAsync("Typed and not sent");
        await Assertions
            .Expect(leads.Locator("[data-live=side]"))
            .ToContainTextAsync("Added and not sent");
        await Assertions.Expect(member.Locator("[data-pending] li")).ToHaveCountAsync(0);
    }

    [BrowserFact]
    public async Task What_could_not_be_sent_before_the_meeting_ended_goes_into_its_record()
    {
        await using var journey = await Journey.StartOnAMeetingDayAsync();
        journey.Expected.AddRange(["ERR_FAILED", "Failed to fetch", "ERR_INTERNET_DISCONNECTED"]);
        var (at, leads, member) = await StartedAsync(journey, width: 375);
        await member.RouteAsync(
            "**/*",
            route => route.Request.Method == "POST" ? route.AbortAsync() : route.ContinueAsync()
        );
        await member.GetByLabel("Notes on").FillAsync("Typed and not sent");
        await AddToDoAsync(member, "Added and not sent");
        await Assertions.Expect(member.Locator("[data-pending] li")).ToHaveCountAsync(1);
        // The lid is closed; meanwhile the meeting ends.
        await member.GotoAsync("about:blank");
        leads.Dialog += async (_, dialog) => await dialog.AcceptAsync();
        await Press(leads, "End the meeting");
        await Assertions.Expect(leads.Locator("main")).ToContainTextAsync("▲ draft");

        await member.UnrouteAllAsync();
        await member.GotoAsync(at);

        await Assertions.Expect(member.Locator("main")).ToContainTextAsync("Typed and not sent");
        await Assertions.Expect(member.Locator("main")).ToContainTextAsync("Added and not sent");
        await Assertions.Expect(member.Locator("#left")).ToBeHiddenAsync();
        await leads.ReloadAsync();
        await Assertions.Expect(leads.Locator("main")).ToContainTextAsync("Added and not sent");
    }

    [BrowserFact]
    public async Task A_device_that_slept_is_where_the_team_is_as_soon_as_it_wakes()
    {
        await using var journey = await Journey.StartOnAMeetingDayAsync();
        journey.Expected.AddRange(["ERR_INTERNET_DISCONNECTED", "Failed to fetch", "NetworkError"]);
        var (_, leads, member) = await StartedAsync(journey);
        var device = await member.Context.NewCDPSessionAsync(member);

        // Typed, and the lid is closed before it is sent.
        await member.Context.SetOfflineAsync(true);
        await member.GetByLabel("Notes on").FillAsync("Typed as the lid closed");
        await SleepAsync("frozen");
        await Press(leads, "Next");
        await Assertions.Expect(leads.Locator("#now")).ToHaveTextAsync("Our norms");
        await leads.GetByLabel("Notes on").FillAsync("Written while one slept");
        await Assertions.Expect(leads.Locator("[data-note-state]")).ToHaveTextAsync("Saved");
        await member.Context.SetOfflineAsync(false);
        await SleepAsync("active");

        await Assertions.Expect(member.Locator("#now")).ToHaveTextAsync("Our norms");
        await Assertions
            .Expect(member.GetByLabel("Notes on"))
            .ToHaveValueAsync("Written while one slept");
        await Assertions.Expect(member.Locator("#room-offline")).ToBeHiddenAsync();
        await leads.Locator("#behind summary").First.ClickAsync();
        await leads.Locator("#notes-s0 summary").ClickAsync();
        await Assertions
            .Expect(leads.Locator("#notes-s0"))
            .ToContainTextAsync("Typed as the lid closed");

        Task SleepAsync(string state) =>
            device.SendAsync("Page.setWebLifecycleState", new() { ["state"] = state });
    }

    [BrowserFact]
    public async Task A_tab_that_is_hidden_sends_what_was_typed_and_is_current_when_it_is_looked_at()
    {
        await using var journey = await Journey.StartOnAMeetingDayAsync();
        var (_, leads, member) = await StartedAsync(journey);
        await member.GetByLabel("Notes on").FillAsync("Typed before another tab");
        await HideAsync(true);
        await Assertions
            .Expect(leads.GetByLabel("Notes on"))
            .ToHaveValueAsync("Typed before another tab");

        await Press(leads, "Next");
        await Assertions.Expect(leads.Locator("#now")).ToHaveTextAsync("Our norms");
        // It holds no stream, so it cannot know.
        (await member.Locator("#now").TextContentAsync()).ShouldNotBe("Our norms");
        await HideAsync(false);

        await Assertions.Expect(member.Locator("#now")).ToHaveTextAsync("Our norms");

        // A window of a test is never hidden by another one.
        Task HideAsync(bool hidden) =>
            member.EvaluateAsync(
                """
                hidden => {
                  Object.defineProperty(document, 'hidden', { configurable: true, value: hidden });
                  document.dispatchEvent(new Event('visibilitychange'));
                }
                """,
                hidden
            );
    }

    [BrowserFact]
    public async Task Who_loses_the_seat_in_the_meeting_is_told_and_keeps_what_was_typed()
    {
        await using var journey = await Journey.StartOnAMeetingDayAsync();
        journey.Expected.Add("the server responded with a status of 404");
        var (_, leads, member) = await StartedAsync(journey);

        await journey.App.Db(async db =>
        {
            var theo = await db.Set<Person>().SingleAsync(p => p.GivenName == "Theo");
            var ilt = await db.Set<Ilt>()
                .Include(i => i.Memberships)
                .SingleAsync(i => i.Memberships.Any(m => m.PersonId == theo.Id));
            ilt.EndMembership(theo.Id, journey.App.Clock.Now).IsOk.ShouldBeTrue();
            await db.SaveChangesAsync();
        });
        await member.GetByLabel("Notes on").FillAsync("Typed without a seat");

        await Assertions
            .Expect(member.Locator("#room-says"))
            .ToContainTextAsync("What you typed is kept in this browser");
        await Assertions
            .Expect(member.GetByLabel("Notes on"))
            .ToHaveValueAsync("Typed without a seat");
        await Press(leads, "Next");
        await Assertions.Expect(leads.Locator("#now")).ToHaveTextAsync("Our norms");
        (await leads.ContentAsync()).ShouldNotContain("Typed without a seat");
    }

    [BrowserFact]
    public async Task Who_comes_to_facilitate_in_the_meeting_leads_on_without_a_reload()
    {
        await using var journey = await Journey.StartOnAMeetingDayAsync();
        var (at, leads, member) = await StartedAsync(journey);
        await member.GetByLabel("Notes on").FillAsync("Typed as a member");
        await Assertions.Expect(member.Locator("[data-note-state]")).ToHaveTextAsync("Saved");
        await Assertions
            .Expect(member.GetByRole(AriaRole.Button, new() { Name = "Next", Exact = true }))
            .ToHaveCountAsync(0);

        var theo = await journey.App.Db(db =>
            db.Set<Person>().Where(p => p.GivenName == "Theo").Select(p => p.Id).SingleAsync()
        );
        await journey
            .App.As("facilitator")
            .PostFormAsync(
                $"{at}/roles?handler=Give",
                ("Input.Kind", "1"),
                ("Input.PersonId", theo.ToString())
            );

        await Press(member, "Next");
        await Assertions.Expect(leads.Locator("#now")).ToHaveTextAsync("Our norms");
        await Assertions.Expect(member.Locator("#now")).ToHaveTextAsync("Our norms");
    }
}
