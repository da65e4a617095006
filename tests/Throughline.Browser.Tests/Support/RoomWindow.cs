using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Throughline.Data.Demo;
using Throughline.Domain.Meetings;
using Throughline.Domain.Units;

namespace Throughline.Browser.Tests.Support;

/// <summary>What people do in the window of a room.</summary>
internal static class RoomWindow
{
    /// <summary>Where Lincoln's team meets today.</summary>
    public static async Task<string> TodayAsync(Journey journey)
    {
        var day = DateOnly.FromDateTime(journey.App.Clock.Now);
        var number = await journey.App.Db(db =>
            db.Set<Meeting>()
                .Where(m =>
                    m.Day == day
                    && db.Set<Unit>().Any(u => u.Id == m.UnitId && u.Slug == DemoDistrict.Lincoln)
                )
                .Select(m => m.Number)
                .SingleAsync()
        );
        return FormattableString.Invariant($"/{DemoDistrict.Lincoln}/meetings/{number}");
    }

    /// <summary>The facilitator has started today's meeting, and a member is in the room.</summary>
    public static async Task<(string At, IPage Leads, IPage Member)> StartedAsync(
        Journey journey,
        int width = 1280
    )
    {
        var at = await TodayAsync(journey);
        var leads = await journey.AsAsync("facilitator");
        await leads.GotoAsync(at);
        await Press(leads, "Start the meeting");
        var member = await journey.AsAsync("member", width);
        await member.GotoAsync(at);
        await Assertions.Expect(member.Locator("#room.live")).ToBeVisibleAsync();
        return (at, leads, member);
    }

    public static async Task AddToDoAsync(IPage page, string what)
    {
        var form = page.Locator("form[data-add='To-do']");
        if (!await form.IsVisibleAsync())
        {
            await page.Locator("summary", new() { HasText = "Add a to-do" }).ClickAsync();
        }

        await form.GetByLabel("What will be done").FillAsync(what);
        var me = await form.Locator("option", new() { HasText = "(you)" })
            .GetAttributeAsync("value");
        await form.GetByLabel("Who carries it").SelectOptionAsync(me!);
        await Press(page, "Add the to-do");
    }

    public static Task Press(IPage page, string button) =>
        page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).First.ClickAsync();
}
