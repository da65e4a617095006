using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughline.Data;
using Throughline.Data.Saving;
using Throughline.Domain.Units;
using Throughline.Web.Access;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Units.InstructionalTeams;

/// <summary>Makes an instructional team: name, kind and who belongs to it.</summary>
[Needs(Permission.ManageUnit)]
public sealed class NewTeamModel(ThroughlineDb db, Here here) : PageModel, ITeamForm
{
    [BindProperty]
    public TeamInput Input { get; set; } = new();

    public IReadOnlyList<TeamStaff> Staff { get; private set; } = [];

    public Guid? TeamId => null;

    public async Task OnGetAsync(CancellationToken cancel) =>
        Staff = await TeamStaff.LoadAsync(db, here.Unit, teamId: null, cancel);

    [Needs(Permission.ManageUnit)]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await OnGetAsync(cancel);
        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        var made = InstructionalTeam.New(
            here.Unit,
            Input.Kind.GetValueOrDefault(),
            Input.Name,
            here.Now
        );
        if (!made.IsOk)
        {
            return this.Refuse(made.Refusal!);
        }

        var team = made.Value;
        team.SetMembers(this.Members());
        db.Add(team);
        if (await TeamForm.IsNameTakenAsync(db, team, cancel) || !await db.TrySaveAsync(cancel))
        {
            return this.Refuse(TeamForm.NameTaken);
        }

        this.Say(TeamForm.Saved(team));
        return Redirect($"/{here.Unit.Slug}/settings/teams");
    }
}
