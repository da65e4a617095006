using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Data.Saving;
using Throughline.Domain.Meetings;
using Throughline.Domain.Shared;
using Throughline.Web.Access;
using Throughline.Web.Features.Links;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Meetings;

/// <summary>An item of an agenda: what it says, its line, its place. Who brought it, and who runs the meeting, may change it.</summary>
[Needs(Permission.SeeMeetings)]
public sealed class ItemModel(ThroughlineDb db, Here here, MeetingDesk desk) : PageModel, IItemForm
{
    [FromRoute(Name = "meeting")]
    public int Number { get; set; }

    [FromRoute(Name = "item")]
    public int ItemNumber { get; set; }

    [BindProperty]
    public ItemInput Input { get; set; } = new();

    public Meeting Meeting { get; private set; } = null!;

    public AgendaItem Item { get; private set; } = null!;

    public string BroughtBy { get; private set; } = "";

    public bool MayChange { get; private set; }

    public Line Line { get; private set; } = null!;

    public string Saves => "Save";

    public string Back => desk.PathOf(Number);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
        {
            return NotFound();
        }

        Input = ItemInput.Of(Item);
        return Page();
    }

    [Needs(Permission.TakePartInMeetings)]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel) || !MayChange)
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        var changed = Item.Change(Input.AsPlan(), Meeting.Minutes);
        if (changed.IsOk && Input.Section is { } section)
        {
            changed = Meeting.PutInto(ItemNumber, section);
        }

        if (!changed.IsOk)
        {
            return this.Refuse(changed.Refusal!);
        }

        db.Expect(Item, Input.Version);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            return await ConflictAsync(Input, cancel);
        }

        this.Say("The item is saved.");
        return Redirect(Back);
    }

    [Needs(Permission.TakePartInMeetings)]
    public async Task<IActionResult> OnPostWithdrawAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel) || !MayChange)
        {
            return NotFound();
        }

        return await DoAsync(m => m.Withdraw(ItemNumber), "It is off the agenda.", cancel);
    }

    [Needs(Permission.ConductMeeting)]
    public Task<IActionResult> OnPostUpAsync(CancellationToken cancel) =>
        DoAsync(m => m.Shift(ItemNumber, down: false), null, cancel);

    [Needs(Permission.ConductMeeting)]
    public Task<IActionResult> OnPostDownAsync(CancellationToken cancel) =>
        DoAsync(m => m.Shift(ItemNumber, down: true), null, cancel);

    private async Task<IActionResult> DoAsync(
        Func<Meeting, Result> act,
        string? said,
        CancellationToken cancel
    )
    {
        db.ChangeTracker.Clear();
        var done = await desk.ActAsync(Number, act, cancel);
        if (done is null)
        {
            return NotFound();
        }

        // A refusal of one press (the first item up) is said on the agenda, where the press was.
        if ((done.Refusal?.Message ?? said) is { } words)
        {
            this.Say(words);
        }

        return Redirect(Back);
    }

    private async Task<IActionResult> ConflictAsync(ItemInput typed, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        if (!await LoadAsync(cancel))
        {
            return NotFound();
        }

        Input.Version = Item.Version;
        return this.Conflict(ItemInput.Of(Item).Beside(typed));
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (
            await desk.FindAgendaAsync(Number, cancel) is not { } meeting
            || meeting.Items.FirstOrDefault(i => i.Number == ItemNumber) is not { } item
        )
        {
            return false;
        }

        (Meeting, Item) = (meeting, item);
        BroughtBy = await desk.NameOfAsync(item.BroughtById, cancel);
        MayChange = desk.MayChange(meeting, item);
        Line = await Line.OfAsync(db, here, item.Id, cancel) with { Here = "This item" };
        return true;
    }
}
