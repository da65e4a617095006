using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Data.Saving;
using Throughline.Domain.Shared;
using Throughline.Domain.Sharing;
using Throughline.Domain.Units;
using Throughline.Web.Access;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Sharing.Wins;

/// <summary>What went well, added by anyone here in one field; the newest first.</summary>
[Needs(Permission.ShareWins)]
public sealed class WinsModel(ThroughlineDb db, Here here) : PageModel
{
    private const int PageLength = 25;

    [BindProperty]
    public WinInput Input { get; set; } = new();

    /// <summary>The number of the last one of the page before.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Before { get; set; }

    public IReadOnlyList<WinRow> Rows { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Teams { get; private set; } = [];

    public bool HasMore { get; private set; }

    public string At => $"/{here.Unit.Slug}/sharing/wins";

    public string NextPage =>
        $"{At}?before={Rows[^1].Number.ToString(CultureInfo.InvariantCulture)}";

    public Task OnGetAsync(CancellationToken cancel) => LoadAsync(cancel);

    [Needs(Permission.ShareWins)]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var added = ModelState.IsValid ? await AddAsync(cancel) : null;
        if (added is { IsOk: true })
        {
            this.Say("It is on the list, and the next staff note can tell of it.");
            return Redirect(At);
        }

        db.ChangeTracker.Clear();
        await LoadAsync(cancel);
        return added is null ? this.Again() : this.Refuse(added.Refusal!);
    }

    /// <summary>True where the viewer may do something with a win: change it, or take it out.</summary>
    public bool HasPage(WinRow win) =>
        (win.AddedById == here.Viewer.PersonId && win.ToldInNote is null && win.Because is null)
        || (win.Because is null && here.Can(Permission.TakeOutWins));

    private Task<Result<Win>> AddAsync(CancellationToken cancel) =>
        ConflictRetry.RunAsync(
            db,
            async () =>
            {
                var unit = here.Unit.Id;
                var last = await db.Set<Win>()
                    .Where(w => w.UnitId == unit)
                    .MaxAsync(w => (int?)w.Number, cancel);
                var added = Win.Add(
                    here.Unit,
                    (last ?? 0) + 1,
                    Input.Words,
                    await WinTeams.CheckAsync(db, unit, Input.TeamId, cancel),
                    here.Viewer.PersonId,
                    here.Now
                );
                if (added.IsOk)
                {
                    db.Add(added.Value);
                    await db.SaveChangesAsync(cancel);
                }

                return added;
            }
        );

    private async Task LoadAsync(CancellationToken cancel)
    {
        var (unit, me) = (here.Unit.Id, here.Viewer.PersonId);
        Teams = await WinTeams.OfferAsync(db, unit, cancel);
        // What was taken out only who added it still finds, with the reason.
        var rows = await db.Set<Win>()
            .Where(w => w.UnitId == unit && (w.TakenOutBecause == null || w.AddedById == me))
            .Where(w => Before == null || w.Number < Before)
            .OrderByDescending(w => w.Number)
            .Take(PageLength + 1)
            .Select(w => new WinRow(
                w.Number,
                w.Words,
                db.Set<InstructionalTeam>()
                    .Where(t => t.Id == w.TeamId)
                    .Select(t => t.Name)
                    .FirstOrDefault(),
                db.Set<Person>()
                    .Where(p => p.Id == w.AddedById)
                    .Select(p => p.GivenName + " " + p.FamilyName)
                    .First(),
                w.AddedById,
                w.AddedAt,
                w.ToldInNote,
                w.TakenOutBecause
            ))
            .ToListAsync(cancel);
        HasMore = rows.Count > PageLength;
        Rows = [.. rows.Take(PageLength)];
    }
}

/// <summary>What is typed about a win.</summary>
public sealed class WinInput
{
    public string? Words { get; set; }
    public Guid? TeamId { get; set; }
    public string? Reason { get; set; }
    public int? Version { get; set; }
}

/// <summary>A win in the list.</summary>
public sealed record WinRow(
    int Number,
    string Words,
    string? Team,
    string AddedBy,
    Guid AddedById,
    DateTime AddedAt,
    int? ToldInNote,
    string? Because
);

/// <summary>The instructional teams a win can be about.</summary>
internal static class WinTeams
{
    public static async Task<IReadOnlyList<SelectListItem>> OfferAsync(
        ThroughlineDb db,
        Guid unitId,
        CancellationToken cancel
    )
    {
        var teams = await db.Set<InstructionalTeam>()
            .Where(t => t.UnitId == unitId && t.DissolvedAt == null)
            .OrderBy(t => t.Kind)
            .ThenBy(t => t.Name)
            .Select(t => new { t.Id, t.Name })
            .ToListAsync(cancel);
        return
        [
            new("No team in particular", ""),
            .. teams.Select(t => new SelectListItem(t.Name, t.Id.ToString())),
        ];
    }

    /// <summary>The team that was chosen, if it is one of the unit's.</summary>
    public static Task<Guid?> CheckAsync(
        ThroughlineDb db,
        Guid unitId,
        Guid? teamId,
        CancellationToken cancel
    ) =>
        db.Set<InstructionalTeam>()
            .Where(t => t.Id == teamId && t.UnitId == unitId)
            .Select(t => (Guid?)t.Id)
            .SingleOrDefaultAsync(cancel);
}
