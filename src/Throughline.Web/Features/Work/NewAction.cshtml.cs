using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Throughline.Domain.Shared;
using Throughline.Web.Access;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Work;

/// <summary>Adds an action step that comes from no other thing.</summary>
[Needs(Permission.ChangeActions)]
public sealed class NewActionModel(ActionSteps actions, Here here) : PageModel, IActionForm
{
    [BindProperty]
    public ActionInput Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Owners { get; private set; } = [];

    public string Saves => "Add the action step";

    public string Back => $"/{here.Unit.Slug}/work/actions";

    public async Task OnGetAsync(CancellationToken cancel) =>
        Owners = await actions.OwnersAsync(null, cancel);

    [Needs(Permission.ChangeActions)]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (ModelState.IsValid)
        {
            var added = await actions.AddAsync(Input, _ => Task.FromResult(Result.Ok()), cancel);
            if (added.IsOk)
            {
                this.Say("The action step is added. It stands in its owner’s day.");
                return Redirect(actions.PathOf(added.Value.Number));
            }

            this.Refuse(added.Refusal!);
        }

        Owners = await actions.OwnersAsync(null, cancel);
        return this.Again();
    }
}
