using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Data.Saving;
using Throughline.Domain.Units;
using Throughline.Web.Access;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Units.InstructionalTeams;

/// <summary>Changes an instructional team: name, kind and who belongs to it.</summary>
[Needs(Permission.ManageUnit)]
public sealed class TeamModel(ThroughlineDb db, Here here) : PageModel, ITeamForm
{
    private InstructionalTeam team = null!;

    [BindProperty]
    public TeamInput Input { get; set; } = new();

    public IReadOnlyList<TeamStaff> Staff { get; private set; } = [];

    public Guid? TeamId => team.Id;

    /// <summary>The name as it is stored, not as it is typed.</summary>
    public string Name { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        Input = TeamInput.Of(team);
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

        var changed = team.Change(Input.Kind.GetValueOrDefault(), Input.Name);
        if (!changed.IsOk)
        {
            return this.Refuse(changed.Refusal!);
        }

        team.SetMembers(this.Members());
        db.Expect(team, Input.Version);
        try
        {
            if (await TeamForm.IsNameTakenAsync(db, team, cancel) || !await db.TrySaveAsync(cancel))
            {
                return this.Refuse(TeamForm.NameTaken);
            }
        }
        catch (DbUpdateConcurrencyException)
        {
            return await ClashAsync(id, cancel);
        }

        this.Say(TeamForm.Saved(team));
        return Redirect($"/{here.Unit.Slug}/settings/teams");
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancel)
    {
        var found = await db.Set<InstructionalTeam>()
            .Include(t => t.Members)
            .SingleOrDefaultAsync(
                t => t.Id == id && t.UnitId == here.Unit.Id && t.DissolvedAt == null,
                cancel
            );
        if (found is null)
        {
            return false;
        }

        (team, Name) = (found, found.Name);
        Staff = await TeamStaff.LoadAsync(db, here.Unit, id, cancel);
        return true;
    }

    private async Task<IActionResult> ClashAsync(Guid id, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        var saved = TeamInput.Of(team);
        Input.Version = saved.Version;
        return this.Conflict(
            ("Name", saved.Name, Input.Name),
            ("Kind", RoleWords.Of(saved.Kind!.Value), RoleWords.Of(Input.Kind!.Value)),
            ("Members", NamesOf(saved), NamesOf(Input))
        );
    }

    private string NamesOf(TeamInput input) =>
        string.Join("; ", Staff.Where(s => input.Members.Contains(s.Id)).Select(s => s.Name));
}
