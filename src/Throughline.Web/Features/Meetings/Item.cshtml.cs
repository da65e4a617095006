using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Data.Saving;
using Throughline.Domain.Meetings;
using Throughline.Domain.Shared;
using Throughline.Web.Access;
using Throughline.Web.Features.Links;
using Throughline.Web.Features.Meetings.Protocols;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Meetings;

/// <summary>An item of an agenda: what it says, its line, its place. Who brought it, and who runs the meeting, may change it.</summary>
[Needs(Permission.SeeMeetings)]
public sealed class ItemModel(ThroughlineDb db, Here here, MeetingDesk desk, ProtocolDesk protocols)
    : PageModel,
        IItemForm
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

    public IReadOnlyList<SelectListItem> Members { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Protocols { get; private set; } = [];

    public ProtocolRun? Run { get; private set; }

    public IReadOnlyList<FindingRow> Findings { get; private set; } = [];

    public Line Line { get; private set; } = null!;

    public string Saves => "Save";

    public string Back => desk.PathOf(Number);

    public string ProtocolAt => protocols.PathOf(Number, ItemNumber);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var isThere = await LoadAsync(cancel);
        Input = isThere ? ItemInput.Of(Item, Run) : Input;
        return isThere ? Page() : NotFound();
    }

    [Needs(Permission.TakePartInMeetings)]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel) || !MayChange)
        {
            return NotFound();
        }

        var changed = Input.ApplyTo(Meeting, Item, [.. Members.Select(m => Guid.Parse(m.Value))]);
        changed = changed.IsOk
            ? await protocols.PutAsync(Item, Run, Input.Protocol, cancel)
            : changed;
        if (!ModelState.IsValid || !changed.IsOk)
        {
            return ModelState.IsValid ? this.Refuse(changed.Refusal!) : this.Again();
        }

        db.Expect(Item, Input.Version);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            return await ConflictAsync(cancel);
        }

        this.Say("The item is saved.");
        return Redirect(Back);
    }

    [Needs(Permission.TakePartInMeetings)]
    public async Task<IActionResult> OnPostWithdrawAsync(CancellationToken cancel)
    {
        var mayWithdraw = await LoadAsync(cancel) && MayChange;
        return mayWithdraw
            ? await DoAsync(m => m.Withdraw(ItemNumber), "It is off the agenda.", cancel)
            : NotFound();
    }

    /// <summary>Moves it up or down, leaves it for the next meeting, or puts it back.</summary>
    [Needs(Permission.ConductMeeting)]
    public Task<IActionResult> OnPostMoveAsync(ItemMove to, CancellationToken cancel) =>
        DoAsync(
            m =>
                to switch
                {
                    ItemMove.Up or ItemMove.Down => m.Shift(ItemNumber, to == ItemMove.Down),
                    ItemMove.NextTime => m.Park(ItemNumber, here.Now),
                    ItemMove.Back => m.PutBack(ItemNumber),
                    _ => Result.Refused("Choose where it goes."),
                },
            to == ItemMove.NextTime ? "It comes to the next meeting by itself." : null,
            cancel
        );

    private async Task<IActionResult> DoAsync(
        Func<Meeting, Result> act,
        string? said,
        CancellationToken cancel
    )
    {
        db.ChangeTracker.Clear();
        var done = await desk.ActAsync(Number, act, cancel);
        // A refusal of one press (the first item up) is said on the agenda, where the press was.
        if (done is not null && (done.Refusal?.Message ?? said) is { } words)
        {
            this.Say(words);
        }

        return done is null ? NotFound() : Redirect(Back);
    }

    private async Task<IActionResult> ConflictAsync(CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        var isThere = await LoadAsync(cancel);
        Input.Version = Item.Version;
        return isThere
            ? this.Conflict(ItemInput.Of(Item, Run).Beside(Input, Meeting, Members))
            : NotFound();
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
        Run = await protocols.RunOfAsync(item.Id, cancel);
        Findings = Run is { HasBegun: true } ? await FindingRow.OfAsync(db, item.Id, cancel) : [];
        Protocols = MayChange ? await protocols.ChoicesAsync(Run, cancel) : [];
        Members = MayChange ? await desk.ChoicesAsync(item.BroughtById, cancel) : [];
        Line = await Line.OfAsync(db, here, item.Id, cancel) with { Here = "This item" };
        return true;
    }
}
