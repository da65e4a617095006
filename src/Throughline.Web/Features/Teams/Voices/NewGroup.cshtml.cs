using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Throughline.Data;
using Throughline.Domain.Teams;
using Throughline.Web.Access;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Teams.Voices;

/// <summary>Puts a group of students on the unit's list.</summary>
[Needs(Permission.ManageTeam)]
public sealed class NewGroupModel(ThroughlineDb db, Here here) : PageModel, IGroupForm
{
    private Ilt ilt = null!;

    [BindProperty]
    public GroupInput Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Speakers { get; private set; } = [];

    public string Saves => "Add the group";

    private string Path => $"/{here.Unit.Slug}/team";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) =>
        await FindAsync(cancel) ? Page() : Redirect(Path);

    [Needs(Permission.ManageTeam)]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
        {
            return Redirect(Path);
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        var added = StudentGroup.Add(ilt, Input.Name, Input.SpeakerId, here.Now);
        if (!added.IsOk)
        {
            return this.Refuse(added.Refusal!);
        }

        db.Add(added.Value);
        if (!await GroupForm.TrySaveAsync(db, added.Value, cancel))
        {
            return this.Refuse(GroupForm.NameTaken);
        }

        this.Say($"{added.Value.Name} is on the list.");
        return Redirect(Path);
    }

    private async Task<bool> FindAsync(CancellationToken cancel)
    {
        if (await GroupForm.IltAsync(db, here.Unit.Id, cancel) is not { } found)
        {
            return false;
        }

        ilt = found;
        Speakers = await GroupForm.SpeakersAsync(db, ilt, cancel);
        return true;
    }
}
