using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Data.Saving;
using Throughline.Domain.Meetings;
using Throughline.Web.Access;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Meetings.Protocols;

/// <summary>Changes a protocol of the team's own, or removes it from the list. What was used stays as it was used.</summary>
[Needs(Permission.TakePartInMeetings)]
public sealed class EditProtocolModel(ThroughlineDb db, Here here, ProtocolDesk desk)
    : PageModel,
        IProtocolForm
{
    [FromRoute(Name = "protocol")]
    public string Slug { get; set; } = "";

    [BindProperty]
    public ProtocolInput Input { get; set; } = new();

    public TeamProtocol Own { get; private set; } = null!;

    public string Saves => "Save the protocol";

    public string Back => $"{desk.List}/{Slug}";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
        {
            return NotFound();
        }

        Input = ProtocolInput.Of(Own.Words, Own.Version);
        Input.AddSpareSteps();
        return Page();
    }

    [Needs(Permission.TakePartInMeetings)]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Again();
        }

        var changed = Own.Change(Input.PutInOrder(), here.Viewer.PersonId, here.Now);
        // The steps stand in another order now than they were sent in.
        ModelState.Clear();
        if (!changed.IsOk)
        {
            this.Refuse(changed.Refusal!);
            return Again();
        }

        db.Expect(Own, Input.Version);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            return await ConflictAsync(cancel);
        }

        this.Say("The protocol is saved. Meetings that used it keep it as it was.");
        return Redirect(Back);
    }

    [Needs(Permission.TakePartInMeetings)]
    public async Task<IActionResult> OnPostRemoveAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
        {
            return NotFound();
        }

        var title = Own.Title;
        db.Remove(Own);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            this.Say("Someone changed it at the same moment. Look at it as it is now.");
            return Redirect(Back);
        }

        this.Say($"“{title}” is removed. Meetings that used it keep it.");
        return Redirect(desk.List);
    }

    private async Task<IActionResult> ConflictAsync(CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        if (!await LoadAsync(cancel))
        {
            return NotFound();
        }

        Input.Version = Own.Version;
        Input.AddSpareSteps();
        return this.Conflict(ProtocolInput.Of(Own.Words).Beside(Input));
    }

    private PageResult Again()
    {
        Input.AddSpareSteps();
        return this.Again(StatusCodes.Status422UnprocessableEntity);
    }

    // A built-in one is not there to be changed.
    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        Own = (await desk.FindAsync(Slug, cancel))?.Own!;
        return Own is not null;
    }
}
