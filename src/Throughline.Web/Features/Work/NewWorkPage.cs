using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Throughline.Data;
using Throughline.Domain.Shared;
using Throughline.Domain.Work;
using Throughline.Web.Access;
using Throughline.Web.Features.Links;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Work;

/// <summary>A page that adds something one person carries, by itself or out of another thing.</summary>
public abstract class NewWorkPage<T>(ThroughlineDb db, Owners owners, Origins origins)
    : PageModel,
        IWorkForm
    where T : CarriedWork
{
    /// <summary>The id of the thing it comes from; without one it comes from nothing.</summary>
    [BindProperty(SupportsGet = true, Name = "from")]
    public string? From { get; set; }

    [BindProperty]
    public WorkInput Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Owners { get; private set; } = [];

    public Origin? Origin { get; private set; }

    public abstract WorkFormWords Says { get; }

    public abstract string Saves { get; }

    public string Back => Origin?.Path ?? List;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var origin = await origins.FindAsync(From, cancel);
        if (!origin.IsOk)
        {
            return NotFound();
        }

        await ShowAsync(origin.Value, cancel);
        Input.Title = Origin?.Suggested;
        await BeginAsync(cancel);
        return Page();
    }

    [Needs(Permission.ChangeWork)]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (this.AsksForAWord() && !ModelState.IsValid)
        {
            return this.UnreadInAWord();
        }

        if (ModelState.IsValid)
        {
            var added = await AddAsync(
                await origins.MeetingOfAsync(From, cancel),
                work => origins.LinkAsync(work, From, cancel),
                cancel
            );
            if (this.AsksForAWord())
            {
                return this.InAWord(added.Refusal);
            }

            if (added.IsOk)
            {
                this.Say(Added);
                return Redirect(PathOf(added.Value.Number));
            }

            this.Refuse(added.Refusal!);
        }

        db.ChangeTracker.Clear();
        var origin = await origins.FindAsync(From, cancel);
        await ShowAsync(origin.IsOk ? origin.Value : null, cancel);
        return this.Again();
    }

    /// <summary>What the next page says.</summary>
    protected abstract string Added { get; }

    /// <summary>Where all of them are listed.</summary>
    protected abstract string List { get; }

    protected abstract string PathOf(int number);

    /// <summary>Adds what was typed and saves it.</summary>
    /// <param name="meetingId">The meeting it comes out of, if it does.</param>
    /// <param name="with">Adds the link to what it comes from.</param>
    /// <param name="cancel">Stops.</param>
    protected abstract Task<Result<T>> AddAsync(
        Guid? meetingId,
        Func<T, Task<Result>> with,
        CancellationToken cancel
    );

    /// <summary>What the form holds to begin with, beside what the origin suggests.</summary>
    protected virtual Task BeginAsync(CancellationToken cancel) => Task.CompletedTask;

    private async Task ShowAsync(Origin? origin, CancellationToken cancel)
    {
        Origin = origin;
        Owners = await owners.ListAsync(null, cancel);
    }
}
