using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Throughline.Data;
using Throughline.Domain.Shared;
using Throughline.Domain.Work;
using Throughline.Web.Access;
using Throughline.Web.Features.Work;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Assessments.Agreement;

/// <summary>Makes an action step of an item, in one step; the two lead to each other from then on.</summary>
[Needs(Permission.AgreeOnResults)]
public sealed class MakeActionModel(
    ThroughlineDb db,
    Here here,
    AgreementTable table,
    ActionSteps actions,
    Owners owners
) : PageModel, IWorkForm
{
    [FromRoute(Name = "round")]
    public int Number { get; set; }

    [FromRoute(Name = "item")]
    public int Position { get; set; }

    [BindProperty]
    public WorkInput Input { get; set; } = new();

    public ItemAtTable At { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Owners { get; private set; } = [];

    public WorkFormWords Says => WorkFormWords.Action;

    public string Saves => "Make it an action";

    public string Back => At.Path;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
        {
            return NotFound();
        }

        Owners = await owners.ListAsync(null, cancel);
        Input = new WorkInput { Title = What(), Why = At.Agreed?.Reasons };
        return Page();
    }

    [Needs(Permission.AgreeOnResults)]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
        {
            return NotFound();
        }

        if (ModelState.IsValid)
        {
            var made = await actions.AddAsync(Input, step => LinkAsync(step, cancel), cancel);
            if (made.IsOk)
            {
                this.Say("It is an action step now. It stands in its owner’s day.");
                return Redirect(At.Path);
            }

            this.Refuse(made.Refusal!);
        }

        db.ChangeTracker.Clear();
        Owners = await owners.ListAsync(null, cancel);
        return this.Again();
    }

    private async Task<Result> LinkAsync(ActionStep step, CancellationToken cancel)
    {
        // Found anew on each try: someone may have begun the item meanwhile.
        if (!await FindAsync(cancel))
        {
            return Result.Refused("This item is not there any more.");
        }

        var item = table.Begin(At);
        if (!item.IsOk)
        {
            return item.Refusal!;
        }

        db.Add(ThingLink.CameFrom(step, item.Value, here.Now));
        return Result.Ok();
    }

    // A start to improve on, not a sentence to keep.
    private string What() =>
        Text.Shorten(
            At.Next switch
            {
                { IsKept: true } => $"Keep it: {At.Item.Text}",
                { Level: var level } => $"Reach “{level.Label}”: {At.Item.Text}",
                null => At.Item.Text,
            },
            ActionStep.LongestTitle
        );

    private async Task<bool> FindAsync(CancellationToken cancel)
    {
        if (await table.FindAsync(Number, Position, cancel) is not { } found)
        {
            return false;
        }

        At = found;
        return true;
    }
}
