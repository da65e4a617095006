using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughline.Data;
using Throughline.Domain.Teams;
using Throughline.Web.Access;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Teams.Others;

/// <summary>Adds a team to the directory.</summary>
[Needs(Permission.ManageUnit)]
public sealed class NewOtherTeamModel(ThroughlineDb db, Here here) : PageModel, IOtherTeamForm
{
    [BindProperty]
    public OtherTeamInput Input { get; set; } = new();

    public string Saves => "Add the team";

    public void OnGet() { }

    [Needs(Permission.ManageUnit)]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        var added = OtherTeam.Add(here.Unit, Input.Entry, here.Now);
        if (!added.IsOk)
        {
            return this.Refuse(added.Refusal!);
        }

        db.Add(added.Value);
        if (!await OtherTeamForm.TrySaveAsync(db, added.Value, cancel))
        {
            return this.Refuse(OtherTeamForm.NameTaken);
        }

        this.Say($"{added.Value.Name} is in the directory.");
        return Redirect($"/{here.Unit.Slug}/team/other-teams");
    }
}
