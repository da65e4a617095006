using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Data.Saving;
using Throughline.Domain.Shared;
using Throughline.Domain.Teams;
using Throughline.Web.Access;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Teams.Voices;

/// <summary>Where the district raises how many may sit on an ILT, with its reason.</summary>
[Needs(Permission.RaiseIltLimit)]
public sealed class SizeModel(ThroughlineDb db, Here here) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public Ilt Ilt { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
        {
            return NotFound();
        }

        Input = new()
        {
            Limit = Ilt.RaisedLimit,
            Reason = Ilt.RaisedBecause,
            Version = Ilt.Version,
        };
        return Page();
    }

    [Needs(Permission.RaiseIltLimit)]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
        {
            return NotFound();
        }

        return ModelState.IsValid
            ? await SaveAsync(
                Ilt.RaiseLimit(Input.Limit, Input.Reason),
                $"Up to {Input.Limit} may sit on this ILT.",
                cancel
            )
            : this.Again();
    }

    /// <summary>Takes the raised limit back.</summary>
    [Needs(Permission.RaiseIltLimit)]
    public async Task<IActionResult> OnPostLowerAsync(CancellationToken cancel) =>
        await FindAsync(cancel)
            ? await SaveAsync(Ilt.LowerLimit(), $"Up to {Ilt.Most} may sit on this ILT.", cancel)
            : NotFound();

    private async Task<IActionResult> SaveAsync(Result set, string done, CancellationToken cancel)
    {
        if (!set.IsOk)
        {
            return this.Refuse(set.Refusal!);
        }

        db.Expect(Ilt, Input.Version);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            await FindAsync(cancel);
            Input.Version = Ilt.Version;
            return this.Conflict(
                ("Most members", $"{Ilt.Limit}", $"{Input.Limit}"),
                ("Members", $"{Ilt.Sitting.Count()}", "not changed here"),
                ("Why", Ilt.RaisedBecause, Input.Reason)
            );
        }

        this.Say(done);
        return Redirect($"/{here.Unit.Slug}/team");
    }

    private async Task<bool> FindAsync(CancellationToken cancel) =>
        (
            Ilt = (
                await db.Set<Ilt>()
                    .Include(i => i.Memberships)
                    .SingleOrDefaultAsync(i => i.UnitId == here.Unit.Id, cancel)
            )!
        )
            is not null;

    public sealed class InputModel
    {
        public int? Limit { get; set; }
        public string? Reason { get; set; }
        public int? Version { get; set; }
    }
}
