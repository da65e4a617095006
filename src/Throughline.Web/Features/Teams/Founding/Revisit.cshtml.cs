using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Data.Saving;
using Throughline.Domain.Teams;
using Throughline.Web.Access;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Teams.Founding;

/// <summary>Where who leads or facilitates notes that the team revisited a text, and how often it is reminded.</summary>
[Needs(Permission.GuideTeam)]
public sealed class RevisitModel(ThroughlineDb db, FoundingDesk desk, Here here) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public FoundingText Founding { get; private set; } = null!;

    public string Path => desk.PathOf(Founding.Kind);

    public async Task<IActionResult> OnGetAsync(string text, CancellationToken cancel)
    {
        if (!await FindAsync(text, cancel))
        {
            return NotFound();
        }

        (Input.Weeks, Input.Version) = (Founding.RevisitWeeks, Founding.Version);
        return Page();
    }

    /// <summary>Sets after how many weeks the team is reminded.</summary>
    [Needs(Permission.GuideTeam)]
    public async Task<IActionResult> OnPostAsync(string text, CancellationToken cancel)
    {
        if (!await FindAsync(text, cancel))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        var set = Founding.RemindEvery(Input.Weeks);
        if (!set.IsOk)
        {
            return this.Refuse(set.Refusal!);
        }

        db.Expect(Founding, Input.Version);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            await FindAsync(text, cancel);
            Input.Version = Founding.Version;
            return this.Conflict(
                ("Every so many weeks", Said(Founding.RevisitWeeks), Said(Input.Weeks)),
                ("Last revisited", Day(Founding.RevisitedOn), "not changed here")
            );
        }

        this.Say("The reminder is saved.");
        return Redirect(Path);
    }

    /// <summary>The team revisited the text today.</summary>
    [Needs(Permission.GuideTeam)]
    public Task<IActionResult> OnPostTodayAsync(string text, CancellationToken cancel) =>
        ConflictRetry.RunAsync<IActionResult>(
            db,
            async () =>
            {
                if (!await FindAsync(text, cancel))
                {
                    return NotFound();
                }

                Founding.Revisited(here.Today);
                await db.SaveChangesAsync(cancel);
                this.Say($"Noted: the team revisited {FoundingWords.The(Founding.Kind)} today.");
                return Redirect(Path);
            }
        );

    private static string Said(int? weeks) =>
        weeks is { } known ? Words.Count(known, "week") : "no reminder";

    private static string? Day(DateOnly? day) => day is { } known ? Days.Full(known) : null;

    // Only what is adopted can be revisited.
    private async Task<bool> FindAsync(string text, CancellationToken cancel)
    {
        Founding = (await desk.FindAsync(text, cancel))!;
        return Founding is { Adopted: > 0 };
    }

    public sealed class InputModel
    {
        public int? Weeks { get; set; }
        public int? Version { get; set; }
    }
}
