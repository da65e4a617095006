using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Data.Saving;
using Throughline.Data.Sharing;
using Throughline.Domain.Shared;
using Throughline.Domain.Sharing;
using Throughline.Domain.Teams;
using Throughline.Domain.Units;
using Throughline.Web.Access;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Sharing;

/// <summary>What is to be told: mine first, then what the others still have to tell, and the share told in time.</summary>
[Needs(Permission.SeeRelays)]
public sealed class SharingModel(ThroughlineDb db, Here here, Relays relays) : PageModel
{
    private const int PageLength = 25;
    private const int MineShown = 10;

    /// <summary>Empty for what is to tell, “all” for everything that ever was.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Show { get; set; }

    /// <summary>The number of the last one of the page before.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Before { get; set; }

    /// <summary>What the viewer has to tell, the oldest first.</summary>
    public IReadOnlyList<RelayRow> Mine { get; private set; } = [];

    public IReadOnlyList<RelayRow> Rows { get; private set; } = [];

    public bool HasMore { get; private set; }

    /// <summary>The share of this school year.</summary>
    public ToldShare Share { get; private set; } = new(0, 0);

    /// <summary>Since when the district sees the share; null while it does not.</summary>
    public DateTime? SharedSince { get; private set; }

    public bool ShowsAll => Show == "all";

    /// <summary>True where there is a district above to show the figure to.</summary>
    public bool MayShare => here.Unit.Kind == UnitKind.School && here.Can(Permission.GuideSharing);

    public string At => $"/{here.Unit.Slug}/sharing";

    public string NextPage =>
        $"{At}?show={(ShowsAll ? "all" : "")}&before={Rows[^1].Number.ToString(CultureInfo.InvariantCulture)}";

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var all = db.Set<Relay>().Where(r => r.UnitId == here.Unit.Id);
        // A team that was dissolved before it was told keeps nothing open.
        var open = all.Where(r =>
            r.EndedOn == null
            && r.Teams.Any(t =>
                t.ToldOn == null
                && db.Set<InstructionalTeam>().Any(i => i.Id == t.TeamId && i.DissolvedAt == null)
            )
        );
        var mine = MyTeams();
        Mine = await RelayRow.LoadAsync(
            db,
            open.Where(r => r.Teams.Any(t => t.ToldOn == null && mine.Any(m => m.Id == t.TeamId)))
                .OrderBy(r => r.DueOn == null)
                .ThenBy(r => r.DueOn)
                .ThenBy(r => r.Number)
                .Take(MineShown),
            cancel
        );
        var listed = ShowsAll ? all : open;
        var rows = await RelayRow.LoadAsync(
            db,
            (Before is { } before ? listed.Where(r => r.Number < before) : listed)
                .OrderByDescending(r => r.Number)
                .Take(PageLength + 1),
            cancel
        );
        HasMore = rows.Count > PageLength;
        Rows = [.. rows.Take(PageLength)];
        await LoadShareAsync(cancel);
    }

    [Needs(Permission.GuideSharing)]
    public async Task<IActionResult> OnPostShareAsync(CancellationToken cancel)
    {
        var shared = SharedFigure.Share(
            here.Unit,
            FigureKind.TeamsTold,
            here.Viewer.PersonId,
            here.Now
        );
        if (!shared.IsOk)
        {
            await OnGetAsync(cancel);
            return this.Refuse(shared.Refusal!);
        }

        db.Add(shared.Value);
        await db.TrySaveAsync(cancel);
        this.Say("The district sees the share of teams told from now on.");
        return Redirect(At);
    }

    [Needs(Permission.GuideSharing)]
    public async Task<IActionResult> OnPostUnshareAsync(CancellationToken cancel)
    {
        if (await Figure().SingleOrDefaultAsync(cancel) is { } figure)
        {
            db.Remove(figure);
            await db.SaveChangesAsync(cancel);
        }

        this.Say("The district does not see it any more.");
        return Redirect(At);
    }

    // Those one speaks for; for who leads or facilitates, those nobody speaks for as well.
    private IQueryable<InstructionalTeam> MyTeams()
    {
        var me = here.Viewer.PersonId;
        var leads = relays.Leads;
        var seats = db.Set<IltMembership>().Where(m => m.Until == null);
        return db.Set<InstructionalTeam>()
            .Where(t => t.UnitId == here.Unit.Id && t.DissolvedAt == null)
            .Where(t =>
                seats.Any(s => s.SpeaksForTeamId == t.Id && s.PersonId == me)
                || (leads && !seats.Any(s => s.SpeaksForTeamId == t.Id))
            );
    }

    private IQueryable<SharedFigure> Figure() =>
        db.Set<SharedFigure>()
            .Where(f => f.UnitId == here.Unit.Id && f.Kind == FigureKind.TeamsTold);

    private async Task LoadShareAsync(CancellationToken cancel)
    {
        var began = Relays.YearBegan(db, here.Today);
        var today = here.Today;
        var sums = await db.Set<RelayTally>()
            .Where(t =>
                t.UnitId == here.Unit.Id && t.DueOn >= began.FirstOrDefault() && t.DueOn < today
            )
            .GroupBy(t => t.UnitId)
            .Select(g => new { Teams = g.Sum(t => t.Teams), InTime = g.Sum(t => t.InTime) })
            .FirstOrDefaultAsync(cancel);
        Share = new(sums?.Teams ?? 0, sums?.InTime ?? 0);
        SharedSince =
            here.Unit.Kind == UnitKind.School
                ? await Figure().Select(f => (DateTime?)f.Since).SingleOrDefaultAsync(cancel)
                : null;
    }
}
