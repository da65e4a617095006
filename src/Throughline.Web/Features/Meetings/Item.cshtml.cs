using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Data.Saving;
using Throughline.Domain.Meetings;
using Throughline.Domain.Shared;
using Throughline.Domain.Units;
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
            db.ChangeTracker.Clear();
            var typed = Input;
            if (!await LoadAsync(cancel))
            {
                return NotFound();
            }

            Input = typed;
            Input.Version = Item.Version;
            return this.Conflict(
                ("What it is about", Item.Title, typed.Title),
                ("Minutes", $"{Item.Minutes}", $"{typed.Minutes}"),
                ("What to read first", Item.ReadFirst, typed.ReadFirst),
                ("What to bring", Item.Bring, typed.Bring),
                ("Guiding questions", Item.Questions, typed.Questions)
            );
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

        return await DoAsync(
            meeting =>
            {
                var gone = meeting.Withdraw(ItemNumber);
                return gone.IsOk ? Result.Ok() : gone.Refusal!;
            },
            "It is off the agenda.",
            cancel
        );
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

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (
            await desk.FindAsync(Number, cancel) is not { } meeting
            || meeting.Items.FirstOrDefault(i => i.Number == ItemNumber) is not { } item
        )
        {
            return false;
        }

        (Meeting, Item) = (meeting, item);
        BroughtBy =
            await db.Set<Person>()
                .Where(p => p.Id == item.BroughtById)
                .Select(p => p.GivenName + " " + p.FamilyName)
                .SingleOrDefaultAsync(cancel)
            ?? "Someone who has left";
        var me = here.Viewer.PersonId;
        MayChange =
            item.State is StopState.Ahead or StopState.Now
            && here.Can(Permission.TakePartInMeetings)
            && (
                item.BroughtById == me
                || item.SubmittedById == me
                || here.Can(Permission.ConductMeeting)
                || meeting.Roles.Any(r => r.PersonId == me && r.Kind != MeetingRoleKind.NormsKeeper)
            );
        Line = await Line.OfAsync(db, here, item.Id, cancel) with { Here = "This item" };
        return true;
    }
}
