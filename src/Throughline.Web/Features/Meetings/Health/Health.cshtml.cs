using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Data.Saving;
using Throughline.Domain.Meetings;
using Throughline.Domain.Shared;
using Throughline.Domain.Sharing;
using Throughline.Domain.Units;
using Throughline.Web.Access;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Meetings.Health;

/// <summary>How the team works, worked out from what its meetings record: nobody fills in anything.</summary>
[Needs(Permission.SeeHealth)]
public sealed class HealthModel(ThroughlineDb db, Here here, HealthDesk desk) : PageModel
{
    /// <summary>The figures that are shown to the district, when that is said anew.</summary>
    [BindProperty]
    public IReadOnlyList<FigureKind> Shown { get; set; } = [];

    /// <summary>The term whose figures are judged; null where no school year is known.</summary>
    public TermHealth? Now { get; private set; }

    /// <summary>The one before it; null where there is none to compare with.</summary>
    public TermHealth? Last { get; private set; }

    /// <summary>The term that it is, where it is too early to judge it; null else.</summary>
    public TermHealth? Begun { get; private set; }

    public IReadOnlyList<FigureLine> Lines { get; private set; } = [];

    public string At => desk.At;

    /// <summary>True where there is a district above to show figures to.</summary>
    public bool MayShare => here.Unit.Kind == UnitKind.School && here.Can(Permission.GuideSharing);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var terms = await desk.LoadAsync(cancel);
        Now = HealthDesk.Judged(terms);
        if (Now is null)
        {
            return;
        }

        Begun = Now == terms[0] ? null : terms[0];
        Last = terms.Skip(Begun is null ? 1 : 2).FirstOrDefault(t => t.Held.Count > 0);

        var work = await desk.WorkAsync(cancel);
        Shown = await desk.Shared().Select(f => f.Kind).ToListAsync(cancel);
        Lines =
        [
            .. Now.Health.Figures.Select(f => new FigureLine(
                f,
                Last?.Health[f.Kind],
                f.IsShown ? Bars(f.Kind, Now.Held) : [],
                [.. work.Where(w => w.Kind == f.Kind)],
                Shown.Contains(f.Kind)
            )),
        ];
    }

    /// <summary>Shows the district the figures that are ticked, and no others.</summary>
    [Needs(Permission.GuideSharing)]
    public async Task<IActionResult> OnPostShareAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid)
        {
            await OnGetAsync(cancel);
            return this.Again();
        }

        var wanted = Shown.Distinct().ToList();
        var shared = await desk.Shared().ToListAsync(cancel);
        db.RemoveRange(shared.Where(f => !wanted.Contains(f.Kind)));
        foreach (var kind in wanted.Except(shared.Select(f => f.Kind)))
        {
            var figure = SharedFigure.Share(here.Unit, kind, here.Viewer.PersonId, here.Now);
            if (!figure.IsOk)
            {
                db.ChangeTracker.Clear();
                await OnGetAsync(cancel);
                return this.Refuse(figure.Refusal!);
            }

            db.Add(figure.Value);
        }

        try
        {
            await db.TrySaveAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Someone stopped showing the same at this moment: it is not shown, as both wanted.
        }

        this.Say(
            wanted.Count == 0
                ? "The district sees none of these figures."
                : $"The district sees {Words.Count(wanted.Count, "figure")} of this team."
        );
        return Redirect(At);
    }

    // At most so many meetings as are told apart at a glance.
    private const int MostBars = 14;

    private List<int> Bars(FigureKind kind, IReadOnlyList<MeetingSummary> held)
    {
        var parts = held.TakeLast(MostBars)
            .Select(m => TeamHealth.PartOf(kind, m, here.Today))
            .Where(p => p.Of > 0)
            .ToList();
        var most = parts.Select(p => (double)p.Good / p.Of).DefaultIfEmpty().Max();
        return kind is FigureKind.Cadence ? []
            : most == 0 ? [.. parts.Select(_ => 0)]
            : kind is FigureKind.Length or FigureKind.Instruction
                ? [.. parts.Select(p => (int)(100 * p.Good / most))]
            : [.. parts.Select(p => 100 * p.Good / p.Of)];
    }
}
