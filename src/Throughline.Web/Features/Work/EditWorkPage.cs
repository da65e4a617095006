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

/// <summary>A page that changes what an action step, a to-do or a rock says.</summary>
public abstract class EditWorkPage<T>(ThroughlineDb db, Here here, Owners owners)
    : PageModel,
        IWorkForm
    where T : CarriedWork
{
    private T work = null!;

    /// <summary>From the address alone: whether one may is asked of the address too, so a form must not name another one.</summary>
    [FromRoute(Name = "number")]
    public int Number { get; set; }

    [BindProperty]
    public WorkInput Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Owners { get; private set; } = [];

    /// <summary>What it says in the store, not as it is typed.</summary>
    public string Name { get; private set; } = "";

    public abstract WorkFormWords Says { get; }

    public string Saves => "Save";

    public string Back => PathOf(Number);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
        {
            return NotFound();
        }

        if (!work.IsOpen)
        {
            this.Say($"This {Called} is over. Open it again before you change it.");
            return Redirect(Back);
        }

        Input = WorkInput.Of(work);
        return Page();
    }

    [Needs(Permission.ChangeWork)]
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

        var changed = work.Change(await owners.PlanAsync(Input, cancel), here.Today);
        if (!changed.IsOk)
        {
            return this.Refuse(changed.Refusal!);
        }

        db.Expect(work, Input.Version);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            return await ClashAsync(cancel);
        }

        this.Say($"The {Called} is saved.");
        return Redirect(Back);
    }

    /// <summary>What it is: “to-do”.</summary>
    protected abstract string Called { get; }

    protected abstract string PathOf(int number);

    protected abstract Task<T?> LoadAsync(int number, CancellationToken cancel);

    private async Task<bool> FindAsync(CancellationToken cancel)
    {
        if (await LoadAsync(Number, cancel) is not { } found)
        {
            return false;
        }

        (work, Name) = (found, found.Title);
        Owners = await owners.ListAsync(work.OwnerId, cancel);
        return true;
    }

    private async Task<IActionResult> ClashAsync(CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        if (!await FindAsync(cancel))
        {
            return NotFound();
        }

        var saved = WorkInput.Of(work);
        Input.Version = saved.Version;
        (string Label, string? Now, string? Typed)[] due = Says.DueLabel is { } label
            ? [(label, Day(saved.DueOn), Day(Input.DueOn))]
            : [];
        return this.Conflict([
            ("How far", WorkWords.Of(work), "not changed here"),
            ("What", saved.Title, Input.Title),
            (Says.WhyLabel, saved.Why, Input.Why),
            ("Who", NameOf(saved.OwnerId), NameOf(Input.OwnerId)),
            .. due,
        ]);
    }

    private string? NameOf(Guid? person) =>
        Owners.FirstOrDefault(o => o.Value == person?.ToString())?.Text;

    private static string? Day(DateOnly? day) => day is { } known ? Days.Full(known) : null;
}
