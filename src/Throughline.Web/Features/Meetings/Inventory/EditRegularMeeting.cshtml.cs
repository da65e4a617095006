using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Data.Saving;
using Throughline.Domain.Meetings;
using Throughline.Web.Access;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Meetings.Inventory;

/// <summary>Corrects what is said of a regular meeting.</summary>
[Needs(Permission.KeepInventory)]
public sealed class EditRegularMeetingModel(ThroughlineDb db, Here here, InventoryDesk desk)
    : PageModel,
        IRegularMeetingForm
{
    [FromRoute(Name = "number")]
    public int Number { get; set; }

    [BindProperty]
    public RegularMeetingInput Input { get; set; } = new();

    public RegularMeeting Meeting { get; private set; } = null!;

    public IReadOnlyList<TeamOfUnit> Teams { get; private set; } = [];

    /// <summary>True for who entered it, while nothing was decided about it.</summary>
    public bool MayRemove { get; private set; }

    public string Saves => "Save the meeting";

    public string Back => desk.PathOf(Number);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
        {
            return NotFound();
        }

        Input = RegularMeetingInput.Of(Meeting);
        return Page();
    }

    [Needs(Permission.KeepInventory)]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        var changed = Meeting.Change(Input.AsPlan(Teams));
        if (!changed.IsOk)
        {
            return this.Refuse(changed.Refusal!);
        }

        db.Expect(Meeting, Input.Version);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            if (!await LoadAsync(cancel))
            {
                return NotFound();
            }

            Input.Version = Meeting.Version;
            return this.Conflict(RegularMeetingInput.Of(Meeting).Beside(Input, Teams));
        }

        this.Say("The meeting is saved.");
        return Redirect(Back);
    }

    /// <summary>Removes it as entered by mistake.</summary>
    [Needs(Permission.KeepInventory)]
    public async Task<IActionResult> OnPostRemoveAsync(CancellationToken cancel)
    {
        if (await desk.RemoveAsync(Number, cancel) is not { } done)
        {
            return NotFound();
        }

        if (done.IsOk)
        {
            this.Say("The meeting is off the inventory.");
            return Redirect(desk.List);
        }

        db.ChangeTracker.Clear();
        await OnGetAsync(cancel);
        return this.Refuse(done.Refusal!);
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        var all = await desk.AllAsync(cancel);
        Meeting = all.Find(m => m.Number == Number)!;
        MayRemove = Meeting?.WhyNotRemoved(all, here.Viewer.PersonId) is null;
        Teams = await desk.TeamsAsync(cancel);
        return Meeting is not null;
    }
}
