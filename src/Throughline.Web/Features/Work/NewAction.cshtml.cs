using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Throughline.Data;
using Throughline.Web.Access;
using Throughline.Web.Features.Links;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Work;

/// <summary>Adds an action step, by itself or out of another thing.</summary>
[Needs(Permission.ChangeActions)]
public sealed class NewActionModel(
    ThroughlineDb db,
    ActionSteps actions,
    Origins origins,
    Here here
) : PageModel, IActionForm
{
    /// <summary>The id of the thing it comes from; without one it comes from nothing.</summary>
    [BindProperty(SupportsGet = true, Name = "from")]
    public string? From { get; set; }

    [BindProperty]
    public ActionInput Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Owners { get; private set; } = [];

    public string Saves => "Add the action step";

    public Origin? Origin { get; private set; }

    public string Back => Origin?.Path ?? $"/{here.Unit.Slug}/work/actions";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var origin = await origins.FindAsync(From, cancel);
        if (!origin.IsOk)
        {
            return NotFound();
        }

        await ShowAsync(origin.Value, cancel);
        Input.Title = Origin?.Suggested;
        return Page();
    }

    [Needs(Permission.ChangeActions)]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (ModelState.IsValid)
        {
            var added = await actions.AddAsync(
                Input,
                step => origins.LinkAsync(step, From, cancel),
                cancel
            );
            if (added.IsOk)
            {
                this.Say("The action step is added. It stands in its owner’s day.");
                return Redirect(actions.PathOf(added.Value.Number));
            }

            this.Refuse(added.Refusal!);
        }

        db.ChangeTracker.Clear();
        var origin = await origins.FindAsync(From, cancel);
        await ShowAsync(origin.IsOk ? origin.Value : null, cancel);
        return this.Again();
    }

    private async Task ShowAsync(Origin? origin, CancellationToken cancel)
    {
        Origin = origin;
        Owners = await actions.OwnersAsync(null, cancel);
    }
}
