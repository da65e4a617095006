using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Data.Saving;
using Throughline.Domain.Teams;
using Throughline.Web.Access;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Teams.Others;

/// <summary>Changes what the directory says of a team, or dissolves it.</summary>
[Needs(Permission.ManageUnit)]
public sealed class EditOtherTeamModel(ThroughlineDb db, Here here) : PageModel, IOtherTeamForm
{
    private OtherTeam team = null!;

    [BindProperty]
    public OtherTeamInput Input { get; set; } = new();

    public string Saves => "Save";

    /// <summary>The name as it is stored, not as it is typed.</summary>
    public string Name { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        Input = OtherTeamInput.Of(team);
        return Page();
    }

    [Needs(Permission.ManageUnit)]
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

        var changed = team.Change(Input.Entry);
        if (!changed.IsOk)
        {
            return this.Refuse(changed.Refusal!);
        }

        db.Expect(team, Input.Version);
        try
        {
            if (!await OtherTeamForm.TrySaveAsync(db, team, cancel))
            {
                return this.Refuse(OtherTeamForm.NameTaken);
            }
        }
        catch (DbUpdateConcurrencyException)
        {
            return await ClashAsync(id, cancel);
        }

        return Done($"{team.Name} is saved.");
    }

    /// <summary>Takes the team out of the directory; what was sent to it still names it.</summary>
    [Needs(Permission.ManageUnit)]
    public async Task<IActionResult> OnPostDissolveAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        team.Dissolve(here.Now);
        db.Expect(team, Input.Version);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            return await ClashAsync(id, cancel);
        }

        return Done($"{Name} is dissolved.");
    }

    private RedirectResult Done(string said)
    {
        this.Say(said);
        return Redirect($"/{here.Unit.Slug}/team/other-teams");
    }

    private async Task<IActionResult> ClashAsync(Guid id, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        var saved = OtherTeamInput.Of(team);
        Input.Version = saved.Version;
        return this.Conflict(
            ("Name", saved.Name, Input.Name),
            ("What it handles", saved.Handles, Input.Handles),
            ("Whom to talk to", saved.Contact, Input.Contact),
            ("E-mail", saved.Email, Input.Email)
        );
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancel)
    {
        var found = await db.Set<OtherTeam>()
            .SingleOrDefaultAsync(
                t => t.Id == id && t.UnitId == here.Unit.Id && t.DissolvedAt == null,
                cancel
            );
        (team, Name) = (found!, found?.Name ?? "");
        return found is not null;
    }
}
