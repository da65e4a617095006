using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Domain.Assessments;
using Throughline.Web.Access;

namespace Throughline.Web.Features.Assessments;

/// <summary>The unit's rounds: those that run first, then the closed ones, newest first.</summary>
[Needs(Permission.SeeRounds)]
public sealed class RoundsModel(ThroughlineDb db, Here here) : PageModel
{
    private const int PageSize = 20;

    /// <summary>Show rounds with a lower number than this.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Before { get; set; }

    public IReadOnlyList<RoundRow> Running { get; private set; } = [];

    public IReadOnlyList<RoundRow> Closed { get; private set; } = [];

    /// <summary>Where the next page begins, or null on the last.</summary>
    public int? Older { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var before = Before ?? int.MaxValue;
        var rounds = await (
            from r in db.Set<Round>().AsNoTracking()
            join v in db.Set<InstrumentVersion>() on r.InstrumentVersionId equals v.Id
            where r.UnitId == here.Unit.Id && r.Number < before
            orderby r.Number descending
            select new RoundRow(
                r.Number,
                r.Title,
                v.Title,
                v.Version,
                r.OpensOn,
                r.ClosesOn,
                r.ClosedAt,
                r.Raters.Count,
                r.Raters.Count(x => x.FinishedAt != null),
                r.Raters.Where(x => x.PersonId == here.Viewer.PersonId)
                    .Select(x => (int?)x.AnsweredCount)
                    .FirstOrDefault(),
                r.ItemCount
            )
        )
            .Take(PageSize + 1)
            .ToListAsync(cancel);
        Older = rounds.Count > PageSize ? rounds[PageSize - 1].Number : null;
        var shown = rounds.Take(PageSize).ToList();
        Running =
        [
            .. shown
                .Where(r => r.ClosedAt is null)
                .OrderBy(r => r.StateOn(here.Today) == RoundState.NotYetOpen)
                .ThenBy(r => r.ClosesOn),
        ];
        Closed = [.. shown.Where(r => r.ClosedAt is not null)];
    }
}

/// <summary>A round as the list shows it.</summary>
/// <param name="Mine">How many items the viewer answered, or null when they were not asked.</param>
public sealed record RoundRow(
    int Number,
    string Title,
    string Instrument,
    int InstrumentVersion,
    DateOnly OpensOn,
    DateOnly ClosesOn,
    DateTime? ClosedAt,
    int Raters,
    int Finished,
    int? Mine,
    int Items
)
{
    public RoundState StateOn(DateOnly today) =>
        Round.StateOn(today, OpensOn, ClosesOn, ClosedAt is not null);
}
