using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Data.Saving;
using Throughline.Domain.Work;
using Throughline.Web.Access;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Work;

/// <summary>Changes what an action step says: what, why, who and by when.</summary>
[Needs(Permission.ChangeActions)]
public sealed class EditActionModel(ThroughlineDb db, ActionSteps actions) : PageModel, IActionForm
{
    private ActionStep step = null!;

    /// <summary>From the address alone: whether one may is asked of the address too, so a form must not name another step.</summary>
    [FromRoute(Name = "number")]
    public int Number { get; set; }

    [BindProperty]
    public ActionInput Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Owners { get; private set; } = [];

    /// <summary>What it says in the store, not as it is typed.</summary>
    public string Name { get; private set; } = "";

    public string Saves => "Save";

    public string Back => actions.PathOf(Number);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
        {
            return NotFound();
        }

        if (!step.IsOpen)
        {
            this.Say("This action step is over. Open it again before you change it.");
            return Redirect(Back);
        }

        Input = ActionInput.Of(step);
        return Page();
    }

    [Needs(Permission.ChangeActions)]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        var changed = step.Change(await actions.PlanAsync(Input, cancel), actions.Today);
        if (!changed.IsOk)
        {
            return this.Refuse(changed.Refusal!);
        }

        db.Expect(step, Input.Version);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            return await ClashAsync(cancel);
        }

        this.Say("The action step is saved.");
        return Redirect(Back);
    }

    private async Task<bool> FindAsync(CancellationToken cancel)
    {
        if (await actions.FindAsync(Number, cancel) is not { } found)
        {
            return false;
        }

        (step, Name) = (found, found.Title);
        Owners = await actions.OwnersAsync(step.OwnerId, cancel);
        return true;
    }

    private async Task<IActionResult> ClashAsync(CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        if (!await FindAsync(cancel))
        {
            return NotFound();
        }

        var saved = ActionInput.Of(step);
        Input.Version = saved.Version;
        return this.Conflict(
            ("How far", WorkWords.Of(step.Status), "not changed here"),
            ("What", saved.Title, Input.Title),
            ("Why", saved.Why, Input.Why),
            ("Who", NameOf(saved.OwnerId), NameOf(Input.OwnerId)),
            ("By when", Day(saved.DueOn), Day(Input.DueOn))
        );
    }

    private string? NameOf(Guid? person) =>
        Owners.FirstOrDefault(o => o.Value == person?.ToString())?.Text;

    private static string? Day(DateOnly? day) => day is { } known ? Days.Full(known) : null;
}
