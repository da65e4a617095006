using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Data.Saving;
using Throughline.Domain.Shared;
using Throughline.Domain.Sharing;
using Throughline.Web.Access;
using Throughline.Web.Features.Sharing.Notes;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Sharing.Wins;

/// <summary>Changes one's own win or takes it back, until a staff note told of it; who guides the team takes one out, with a reason.</summary>
[Needs(Permission.ShareWins)]
public sealed class WinPageModel(ThroughlineDb db, Here here, NoteDesk notes) : PageModel
{
    private Win win = null!;

    [FromRoute(Name = "number")]
    public int Number { get; set; }

    [BindProperty]
    public WinInput Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Teams { get; private set; } = [];

    /// <summary>What it says, as it is stored.</summary>
    public string Words { get; private set; } = "";

    /// <summary>True for one's own that can still be changed.</summary>
    public bool MayChange { get; private set; }

    public bool MayTakeOut { get; private set; }

    public string List => $"/{here.Unit.Slug}/sharing/wins";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel) || !(MayChange || MayTakeOut))
        {
            return NotFound();
        }

        Input = new()
        {
            Words = win.Words,
            TeamId = win.TeamId,
            Version = win.Version,
        };
        return Page();
    }

    [Needs(Permission.ShareWins)]
    public Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        DoAsync(
            async () =>
            {
                var changed = win.Change(
                    Input.Words,
                    await WinTeams.CheckAsync(db, here.Unit.Id, Input.TeamId, cancel),
                    here.Viewer.PersonId
                );
                if (changed.IsOk)
                {
                    // A draft has the former words.
                    await notes.WithdrawAsync(win.Id, cancel);
                }

                return changed;
            },
            "The win is saved.",
            cancel
        );

    [Needs(Permission.ShareWins)]
    public Task<IActionResult> OnPostTakeBackAsync(CancellationToken cancel) =>
        DoAsync(
            async () =>
            {
                var may = win.MayChange(here.Viewer.PersonId);
                if (may.IsOk)
                {
                    db.Remove(win);
                    await notes.WithdrawAsync(win.Id, cancel);
                }

                return may;
            },
            "It is taken back.",
            cancel
        );

    [Needs(Permission.TakeOutWins)]
    public Task<IActionResult> OnPostTakeOutAsync(CancellationToken cancel) =>
        DoAsync(
            async () =>
            {
                var taken = win.TakeOut(Input.Reason, here.Viewer.PersonId);
                if (taken.IsOk)
                {
                    await notes.WithdrawAsync(win.Id, cancel);
                }

                return taken;
            },
            "It is taken out. Who added it reads why.",
            cancel
        );

    private async Task<IActionResult> DoAsync(
        Func<Task<Result>> act,
        string said,
        CancellationToken cancel
    )
    {
        if (!await LoadAsync(cancel))
        {
            return NotFound();
        }

        var done = ModelState.IsValid ? await act() : null;
        if (done is not { IsOk: true })
        {
            return done is null ? this.Again() : this.Refuse(done.Refusal!);
        }

        db.Expect(win, Input.Version);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            if (!await LoadAsync(cancel))
            {
                return NotFound();
            }

            Input.Version = win.Version;
            return this.Conflict(("What went well", win.Words, Input.Words));
        }

        this.Say(said);
        return Redirect(List);
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        var me = here.Viewer.PersonId;
        var found = await db.Set<Win>()
            .SingleOrDefaultAsync(
                w =>
                    w.UnitId == here.Unit.Id
                    && w.Number == Number
                    && (w.TakenOutBecause == null || w.AddedById == me),
                cancel
            );
        (win, Words) = (found!, found?.Words ?? "");
        MayChange = found?.MayChange(me).IsOk == true;
        MayTakeOut = found?.IsShown == true && here.Can(Permission.TakeOutWins);
        Teams = found is null ? [] : await WinTeams.OfferAsync(db, here.Unit.Id, cancel);
        return found is not null;
    }
}
