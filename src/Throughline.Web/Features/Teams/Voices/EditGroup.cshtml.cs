using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Data.Saving;
using Throughline.Domain.Teams;
using Throughline.Web.Access;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Teams.Voices;

/// <summary>Changes a group of students: its name, who speaks for it, or takes it off the list.</summary>
[Needs(Permission.ManageTeam)]
public sealed class EditGroupModel(ThroughlineDb db, Here here) : PageModel, IGroupForm
{
    private StudentGroup group = null!;
    private Ilt ilt = null!;

    [BindProperty]
    public GroupInput Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Speakers { get; private set; } = [];

    public string Saves => "Save";

    /// <summary>The name as it is stored, not as it is typed.</summary>
    public string Name { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        Input = Saved();
        return Page();
    }

    [Needs(Permission.ManageTeam)]
    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        var changed = group.Change(ilt, Input.Name, Input.SpeakerId);
        if (!changed.IsOk)
        {
            return this.Refuse(changed.Refusal!);
        }

        db.Expect(group, Input.Version);
        try
        {
            if (!await GroupForm.TrySaveAsync(db, group, cancel))
            {
                return this.Refuse(GroupForm.NameTaken);
            }
        }
        catch (DbUpdateConcurrencyException)
        {
            return await ClashAsync(id, cancel);
        }

        return Done($"{group.Name} is saved.");
    }

    /// <summary>Takes the group off the list.</summary>
    [Needs(Permission.ManageTeam)]
    public async Task<IActionResult> OnPostRemoveAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        group.Remove(here.Now);
        db.Expect(group, Input.Version);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            return await ClashAsync(id, cancel);
        }

        return Done($"{Name} is off the list.");
    }

    private RedirectResult Done(string said)
    {
        this.Say(said);
        return Redirect($"/{here.Unit.Slug}/team");
    }

    private async Task<IActionResult> ClashAsync(Guid id, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        var saved = Saved();
        Input.Version = saved.Version;
        return this.Conflict(
            ("Group of students", saved.Name, Input.Name),
            ("Who speaks for them", NameOf(saved.SpeakerId), NameOf(Input.SpeakerId))
        );
    }

    // A speaker who no longer sits on the team does not count.
    private GroupInput Saved() =>
        new()
        {
            Name = group.Name,
            SpeakerId = ilt.Sitting.Any(m => m.PersonId == group.SpeakerId)
                ? group.SpeakerId
                : null,
            Version = group.Version,
        };

    private string? NameOf(Guid? person) =>
        Speakers.FirstOrDefault(s => s.Value == (person?.ToString() ?? ""))?.Text;

    private async Task<bool> FindAsync(Guid id, CancellationToken cancel)
    {
        var found = await db.Set<StudentGroup>()
            .SingleOrDefaultAsync(
                g => g.Id == id && g.UnitId == here.Unit.Id && g.RemovedAt == null,
                cancel
            );
        if (found is null || await GroupForm.IltAsync(db, here.Unit.Id, cancel) is not { } team)
        {
            return false;
        }

        (group, ilt, Name) = (found, team, found.Name);
        Speakers = await GroupForm.SpeakersAsync(db, ilt, cancel);
        return true;
    }
}
