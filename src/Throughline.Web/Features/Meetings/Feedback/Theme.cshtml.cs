using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Data.Saving;
using Throughline.Domain.Meetings;
using Throughline.Web.Access;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Meetings.Feedback;

/// <summary>Says what became of a theme, or puts its words right; also of one that came over from an earlier meeting.</summary>
[Needs(Permission.WriteThemes)]
public sealed class ThemeModel(ThroughlineDb db, Here here, FeedbackDesk desk) : PageModel
{
    private FeedbackTheme theme = null!;

    /// <summary>The meeting from which one comes: who facilitates or records it may, as <see cref="FeedbackDesk.MayRewriteAsync"/> says.</summary>
    [FromRoute(Name = "meeting")]
    public int Meeting { get; set; }

    [FromRoute(Name = "theme")]
    public int Number { get; set; }

    [BindProperty]
    public ThemeInput Input { get; set; } = new();

    public string Back => desk.PathOf(Meeting);

    public IEnumerable<SelectListItem> States =>
        [
            Choice("It has no answer yet", ThemeState.Open),
            Choice("We changed something", ThemeState.Changed),
            Choice("It is set aside", ThemeState.SetAside),
        ];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
        {
            return NotFound();
        }

        Input = ThemeInput.Of(theme);
        return Page();
    }

    [Needs(Permission.WriteThemes)]
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

        var written = theme.Write(
            Input.Words,
            Input.State,
            Input.Answer,
            here.Viewer.PersonId,
            here.Now
        );
        if (!written.IsOk)
        {
            return this.Refuse(written.Refusal!);
        }

        db.Expect(theme, Input.Version);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            if (!await FindAsync(cancel))
            {
                return NotFound();
            }

            var saved = ThemeInput.Of(theme);
            Input.Version = saved.Version;
            return this.Conflict(
                ("Theme", saved.Words, Input.Words),
                ("What became of it", Named(saved.State), Named(Input.State)),
                ("What we changed, or why not", saved.Answer, Input.Answer)
            );
        }

        this.Say("Saved. It opens the next meeting.");
        return Redirect(Back);
    }

    private static SelectListItem Choice(string words, ThemeState state) =>
        new(words, ((int)state).ToString(CultureInfo.InvariantCulture));

    private string? Named(ThemeState? state) =>
        state is { } known
            ? States.FirstOrDefault(s => s.Value == Choice("", known).Value)?.Text
            : null;

    private async Task<bool> FindAsync(CancellationToken cancel)
    {
        var found = await db.Set<FeedbackTheme>()
            .SingleOrDefaultAsync(t => t.UnitId == here.Unit.Id && t.Number == Number, cancel);
        theme = found!;
        return found is not null && await desk.MayRewriteAsync(found, Meeting, cancel);
    }
}

/// <summary>A theme as it is typed.</summary>
public sealed class ThemeInput
{
    public string? Words { get; set; }
    public ThemeState? State { get; set; }
    public string? Answer { get; set; }
    public int? Version { get; set; }

    public static ThemeInput Of(FeedbackTheme theme) =>
        new()
        {
            Words = theme.Words,
            State = theme.State,
            Answer = theme.Answer,
            Version = theme.Version,
        };
}
