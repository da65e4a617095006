using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Data.Saving;
using Throughline.Domain.Shared;
using Throughline.Domain.Teams;
using Throughline.Web.Access;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Teams.Founding;

/// <summary>Asks the members for input to a draft: from when to when, by name or not.</summary>
[Needs(Permission.GuideTeam)]
public sealed class AskForInputModel(ThroughlineDb db, FoundingDesk desk, Here here) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public FoundingText Founding { get; private set; } = null!;

    public bool IsAsking => Founding.AsksForInput(here.Today);

    public string Path => desk.PathOf(Founding.Kind);

    public async Task<IActionResult> OnGetAsync(string text, CancellationToken cancel)
    {
        if (!await FindAsync(text, cancel))
        {
            return NotFound();
        }

        var open = Founding.InputUntil >= here.Today;
        Input = new()
        {
            From = open ? Founding.InputFrom : here.Today,
            Until = open ? Founding.InputUntil : here.Today.AddDays(7),
            ByName = open && Founding.InputByName,
            Version = Founding.Version,
        };
        return Page();
    }

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

        var asked = Founding.AskForInput(
            new(Input.From, Input.Until, Input.ByName),
            await desk.InBatchAsync(Founding, cancel),
            here.Today,
            here.Now
        );
        return await SaveAsync(
            text,
            asked,
            "Input is asked for. It stands on the members’ day.",
            cancel
        );
    }

    /// <summary>Ends the asking.</summary>
    [Needs(Permission.GuideTeam)]
    public async Task<IActionResult> OnPostStopAsync(string text, CancellationToken cancel)
    {
        if (!await FindAsync(text, cancel))
        {
            return NotFound();
        }

        var stopped = Founding.StopAsking(here.Today);
        return await SaveAsync(text, stopped, "No more input is asked for.", cancel);
    }

    private async Task<IActionResult> SaveAsync(
        string text,
        Result done,
        string say,
        CancellationToken cancel
    )
    {
        if (!done.IsOk)
        {
            return this.Refuse(done.Refusal!);
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
                ("From", Day(Founding.InputFrom), Day(Input.From)),
                ("Until", Day(Founding.InputUntil), Day(Input.Until)),
                ("By name", Founding.InputByName ? "yes" : "no", Input.ByName ? "yes" : "no"),
                ("The text", "saved anew in the meantime", "as it was when you opened this page")
            );
        }

        this.Say(say);
        return Redirect(Path + "/draft");
    }

    private static string? Day(DateOnly? day) => day is { } known ? Days.Full(known) : null;

    private async Task<bool> FindAsync(string text, CancellationToken cancel) =>
        (Founding = (await desk.FindAsync(text, cancel))!) is not null;

    public sealed class InputModel
    {
        public DateOnly? From { get; set; }
        public DateOnly? Until { get; set; }
        public bool ByName { get; set; }
        public int? Version { get; set; }
    }
}
