using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Data.Saving;
using Throughline.Domain.Meetings;
using Throughline.Domain.Shared;
using Throughline.Web.Access;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Meetings.Feedback;

/// <summary>How the team gives feedback, and all that it said and changed since.</summary>
[Needs(Permission.SeeFeedback)]
public sealed class FeedbackModel(ThroughlineDb db, Here here) : PageModel
{
    private const int PageLength = 30;

    /// <summary>The number of the last theme of the page before.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Before { get; set; }

    [BindProperty]
    public ChoiceInput Input { get; set; } = new();

    /// <summary>What the team chose; null before it did.</summary>
    public FeedbackForm? Choice { get; private set; }

    /// <summary>The meeting that takes feedback now; null for none.</summary>
    public int? Taking { get; private set; }

    /// <summary>Themes without an answer, the latest first.</summary>
    public IReadOnlyList<ThemeAt> Open { get; private set; } = [];

    /// <summary>What changed and what was set aside, the latest first.</summary>
    public IReadOnlyList<ThemeAt> Past { get; private set; } = [];

    public bool HasMore { get; private set; }

    public IEnumerable<SelectListItem> Kinds =>
        Enum.GetValues<FeedbackKind>()
            .Select(k => new SelectListItem(
                FeedbackWords.Of(k),
                ((int)k).ToString(CultureInfo.InvariantCulture)
            ));

    public async Task OnGetAsync(CancellationToken cancel) =>
        Input = ChoiceInput.Of(await ShowAsync(cancel));

    /// <summary>Chooses how feedback is given from the next meeting on that has none yet.</summary>
    [Needs(Permission.ConductFeedback)]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var feedback = await FindAsync(cancel);
        var chosen =
            !ModelState.IsValid ? null
            : feedback is null ? Begin()
            : feedback.Choose(Input.Kind, Input.ByName);
        if (chosen is not { IsOk: true })
        {
            db.ChangeTracker.Clear();
            await ShowAsync(cancel);
            return chosen is null ? this.Again() : this.Refuse(chosen.Refusal!);
        }

        if (feedback is not null)
        {
            db.Expect(feedback, Input.Version);
        }

        try
        {
            if (await db.TrySaveAsync(cancel))
            {
                this.Say(
                    $"From the next meeting on that has no feedback yet: {FeedbackWords.Of(new FeedbackForm(Input.Kind!.Value, Input.ByName)).ToLowerInvariant()}."
                );
                return Redirect($"/{here.Unit.Slug}/meetings/feedback");
            }
        }
        catch (DbUpdateConcurrencyException)
        {
            // Shown below, as when two choose for the first time.
        }

        db.ChangeTracker.Clear();
        var saved = await ShowAsync(cancel);
        Input.Version = saved?.Version;
        return this.Conflict(
            (
                "How the team gives feedback",
                Choice is { } now ? FeedbackWords.Of(now) : null,
                Input.Kind is { } kind
                    ? FeedbackWords.Of(new FeedbackForm(kind, Input.ByName))
                    : null
            ),
            ("The choice", "made anew in the meantime", "as it was when you opened this page")
        );
    }

    private Result Begin()
    {
        var begun = TeamFeedback.Begin(here.Unit, Input.Kind, Input.ByName, here.Now);
        if (!begun.IsOk)
        {
            return begun.Refusal!;
        }

        db.Add(begun.Value);
        return Result.Ok();
    }

    private Task<TeamFeedback?> FindAsync(CancellationToken cancel) =>
        db.Set<TeamFeedback>().SingleOrDefaultAsync(f => f.UnitId == here.Unit.Id, cancel);

    private async Task<TeamFeedback?> ShowAsync(CancellationToken cancel)
    {
        var feedback = await FindAsync(cancel);
        Choice = feedback?.Choice;
        Taking = await FeedbackView
            .Started(db, here.Unit.Id)
            .Select(m => (int?)m.Number)
            .FirstOrDefaultAsync(cancel);
        var themes = db.Set<FeedbackTheme>().Where(t => t.UnitId == here.Unit.Id);
        if (Before is null)
        {
            Open = await ThemeAt
                .Of(db, themes.Where(t => t.EndedAt == null))
                .Take(PageLength)
                .ToListAsync(cancel);
        }

        var past = await ThemeAt
            .Of(db, themes.Where(t => t.EndedAt != null && (Before == null || t.Number < Before)))
            .Take(PageLength + 1)
            .ToListAsync(cancel);
        HasMore = past.Count > PageLength;
        Past = [.. past.Take(PageLength)];
        return feedback;
    }
}

/// <summary>How feedback is to be given.</summary>
public sealed class ChoiceInput
{
    public FeedbackKind? Kind { get; set; }
    public bool ByName { get; set; }
    public int? Version { get; set; }

    public static ChoiceInput Of(TeamFeedback? feedback) =>
        new()
        {
            Kind = feedback?.Kind ?? FeedbackKind.PlusDelta,
            ByName = feedback?.ByName ?? false,
            Version = feedback?.Version,
        };
}
