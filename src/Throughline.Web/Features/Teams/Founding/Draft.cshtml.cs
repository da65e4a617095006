using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Data.Saving;
using Throughline.Domain.Teams;
using Throughline.Web.Access;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Teams.Founding;

/// <summary>A text's draft with the members' input beside it; who drafts says what became of each.</summary>
[Needs(Permission.SeeDrafts)]
public sealed class DraftModel(ThroughlineDb db, FoundingDesk desk, Here here) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public FoundingText Founding { get; private set; } = null!;

    public IReadOnlyList<InputView> Inputs { get; private set; } = [];

    /// <summary>Inputs without a name that are not shown yet.</summary>
    public int Waiting { get; private set; }

    public async Task<IActionResult> OnGetAsync(string text, CancellationToken cancel)
    {
        if (await desk.FindAsync(text, cancel) is not { } found)
        {
            return NotFound();
        }

        Founding = found;
        (Inputs, Waiting) = await desk.InputsAsync(found, cancel);
        return Page();
    }

    /// <summary>Says what became of an input.</summary>
    [Needs(Permission.GuideTeam)]
    public async Task<IActionResult> OnPostAnswerAsync(string text, CancellationToken cancel)
    {
        if (await OnGetAsync(text, cancel) is NotFoundResult)
        {
            return NotFound();
        }

        if (await InputAsync(cancel) is not { } input)
        {
            return NotFound();
        }

        var answered = input.Answer(Input.Fate.GetValueOrDefault(), Input.Why);
        if (!ModelState.IsValid || !answered.IsOk)
        {
            return answered.IsOk ? this.Again() : this.Refuse(answered.Refusal!);
        }

        db.Expect(input, Input.Version);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            await OnGetAsync(text, cancel);
            var saved = Inputs.Single(i => i.Id == Input.Id);
            Input.Version = saved.Version;
            return this.Conflict(
                (
                    "What became of it",
                    FoundingWords.Of(saved.Fate),
                    FoundingWords.Of(Input.Fate!.Value)
                ),
                ("Why", saved.Why, Input.Why)
            );
        }

        this.Say("Saved. Whoever gave this input reads it here.");
        return Redirect(desk.PathOf(Founding.Kind) + "/draft");
    }

    /// <summary>Puts a proposed norm into the draft as it stands.</summary>
    [Needs(Permission.GuideTeam)]
    public async Task<IActionResult> OnPostTakeUpAsync(string text, CancellationToken cancel)
    {
        if (
            await OnGetAsync(text, cancel) is NotFoundResult
            || await InputAsync(cancel) is not { } input
        )
        {
            return NotFound();
        }

        var taken = Founding.TakeUp(input, here.Now);
        if (!taken.IsOk)
        {
            return this.Refuse(taken.Refusal!);
        }

        db.Expect(input, Input.Version);
        db.Expect(Founding, Founding.Version);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            await OnGetAsync(text, cancel);
            var norms = string.Join(" · ", Founding.Draft.Select(p => p.Words));
            return this.Conflict(("Norms", norms, $"{norms} · {input.Words}"));
        }

        this.Say("The norm is in the draft, as the last one. It counts once the draft is adopted.");
        return Redirect(desk.PathOf(Founding.Kind) + "/draft");
    }

    /// <summary>True when an input can become a norm as it stands.</summary>
    public bool CanTakeUp(InputView input) =>
        Founding.Kind == FoundingKind.Norms
        && input is { PartId: null, Fate: InputFate.Waiting }
        && here.Can(Permission.GuideTeam);

    // Only what may be read can be answered: a form that names another one names nothing.
    private async Task<FoundingInput?> InputAsync(CancellationToken cancel) =>
        Inputs.Any(i => i.Id == Input.Id)
            ? await db.Set<FoundingInput>().SingleOrDefaultAsync(i => i.Id == Input.Id, cancel)
            : null;

    /// <summary>What an input is about.</summary>
    public string About(InputView input)
    {
        var part = Founding.Parts.FirstOrDefault(p => p.Id == input.PartId);
        return part is not null ? FoundingWords.Part(Founding.Kind, part.Place)
            : input.PartId is not null ? "A norm that was taken out"
            : Founding.Kind == FoundingKind.Norms ? "A new norm, or all of them"
            : "The whole";
    }

    public string Path => desk.PathOf(Founding.Kind);

    public bool IsAsking => Founding.AsksForInput(here.Today);

    public sealed class InputModel
    {
        public Guid? Id { get; set; }
        public InputFate? Fate { get; set; }
        public string? Why { get; set; }
        public int? Version { get; set; }
    }
}
