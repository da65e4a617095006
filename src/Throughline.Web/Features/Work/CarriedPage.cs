using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Data.Saving;
using Throughline.Domain.Shared;
using Throughline.Domain.Work;
using Throughline.Web.Access;
using Throughline.Web.Features.Links;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Work;

/// <summary>What the parts of such a page need that are alike for an action step, a to-do and a rock.</summary>
public interface ICarriedPage
{
    CarriedView View { get; }

    CarriedUpdate Input { get; }

    /// <summary>What it is: “to-do”.</summary>
    string Called { get; }

    /// <summary>Its kind on the line.</summary>
    ThingKind Kind { get; }

    /// <summary>What it says beside its title is called so.</summary>
    string WhyLabel { get; }

    /// <summary>What the link to the page that changes it says.</summary>
    string Changes { get; }

    /// <summary>Where it is found.</summary>
    string Path { get; }

    /// <summary>Where all of its kind are listed.</summary>
    string List { get; }

    Line Line { get; }

    /// <summary>What can become of it.</summary>
    IReadOnlyList<Become> Becomes { get; }

    /// <summary>Where it can be moved by a button, the likeliest first, with what the button says.</summary>
    IReadOnlyList<(WorkStatus To, string Says)> Moves { get; }
}

/// <summary>The page of something one person carries: what it says, its line, its notes, and how it moves on.</summary>
public abstract class CarriedPage<T>(ThroughlineDb db, Here here) : PageModel, ICarriedPage
    where T : CarriedWork
{
    /// <summary>From the address alone: whether one may is asked of the address too, so a form must not name another one.</summary>
    [FromRoute(Name = "number")]
    public int Number { get; set; }

    [BindProperty]
    public CarriedUpdate Input { get; set; } = new();

    public CarriedView View { get; private set; } = null!;

    public Line Line { get; private set; } = null!;

    public IReadOnlyList<Become> Becomes { get; private set; } = [];

    protected ThroughlineDb Db => db;

    protected Here Here => here;

    public abstract string Called { get; }

    public abstract ThingKind Kind { get; }

    public virtual string WhyLabel => "Why";

    public virtual string Changes => "Change what, who or by when";

    public abstract string Path { get; }

    public string List => Path[..Path.LastIndexOf('/')];

    public abstract IReadOnlyList<(WorkStatus To, string Says)> Moves { get; }

    public async Task<IActionResult> OnGetAsync(string? before, CancellationToken cancel) =>
        await ShowAsync(Guid.TryParse(before, out var id) ? id : null, cancel)
            ? Page()
            : NotFound();

    [Needs(Permission.UpdateCarried)]
    public Task<IActionResult> OnPostMoveAsync(CancellationToken cancel) =>
        DoAsync(
            work => work.Move(Input.To.GetValueOrDefault(), here.Viewer.PersonId, here.Now),
            work => $"{ThingWords.What(Kind, work.Number)} is now: {WorkWords.Of(work)}.",
            cancel
        );

    [Needs(Permission.UpdateCarried)]
    public Task<IActionResult> OnPostDropAsync(CancellationToken cancel) =>
        DoAsync(
            work => work.Drop(Input.Reason, here.Viewer.PersonId, here.Now),
            work =>
                $"{ThingWords.What(Kind, work.Number)} is dropped. The reason stands in its notes.",
            cancel
        );

    [Needs(Permission.UpdateCarried)]
    public Task<IActionResult> OnPostNoteAsync(CancellationToken cancel) =>
        DoAsync(
            work => work.Note(Input.Text, here.Viewer.PersonId, here.Now),
            _ => "Your note is added.",
            cancel,
            // A note overwrites nothing: it is added whatever else has changed.
            any: true
        );

    protected abstract Task<T?> FindAsync(CancellationToken cancel);

    protected abstract Task<CarriedView?> LoadAsync(Guid? before, CancellationToken cancel);

    /// <summary>True when it can be raised as an issue.</summary>
    protected abstract bool IsInTrouble { get; }

    /// <summary>The name of the input object that a refusal's field belongs to.</summary>
    protected virtual string FieldsOf(Refusal refusal) => nameof(Input);

    protected async Task<IActionResult> DoAsync(
        Func<T, Result> act,
        Func<T, string> said,
        CancellationToken cancel,
        bool any = false
    )
    {
        if (await FindAsync(cancel) is not { } work)
        {
            return NotFound();
        }

        var done = ModelState.IsValid ? act(work) : null;
        if (done is not { IsOk: true })
        {
            if (this.AsksForAWord())
            {
                return done is null ? this.UnreadInAWord() : this.InAWord(done.Refusal);
            }

            db.ChangeTracker.Clear();
            await ShowAsync(null, cancel);
            return done is null
                ? this.Again()
                : this.Refuse(done.Refusal!, FieldsOf(done.Refusal!));
        }

        if (!any)
        {
            db.Expect(work, Input.Version);
        }

        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            var met = new Refusal(
                $"Someone changed this {Called} meanwhile. Look at it as it is now, then decide again."
            );
            if (this.AsksForAWord())
            {
                return this.InAWord(met, StatusCodes.Status409Conflict);
            }

            db.ChangeTracker.Clear();
            await ShowAsync(null, cancel);
            this.Refuse(met);
            return this.Again(StatusCodes.Status409Conflict);
        }

        if (this.AsksForAWord())
        {
            return this.InAWord(null);
        }

        this.Say(said(work));
        return Redirect(Path);
    }

    private async Task<bool> ShowAsync(Guid? before, CancellationToken cancel)
    {
        if (await LoadAsync(before, cancel) is not { } view)
        {
            return false;
        }

        View = view;
        Becomes = Becoming.Of(Kind, view.Id, here, IsInTrouble);
        Line = await Line.OfAsync(db, here, view.Id, cancel) with { Here = $"This {Called}" };
        return true;
    }
}

/// <summary>How something moves on, or what is noted.</summary>
public class CarriedUpdate
{
    public WorkStatus? To { get; set; }
    public string? Reason { get; set; }
    public string? Text { get; set; }
    public int? Version { get; set; }
}
