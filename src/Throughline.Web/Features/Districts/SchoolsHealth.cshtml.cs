using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Domain.Shared;
using Throughline.Domain.Units;
using Throughline.Web.Access;
using Throughline.Web.Features.Meetings.Health;

namespace Throughline.Web.Features.Districts;

/// <summary>What the teams of all schools show of their health this term: by name, or by one figure.</summary>
[Needs(Permission.SeeSchools)]
public sealed class SchoolsHealthModel(
    ThroughlineDb db,
    Here here,
    HealthDesk desk,
    SchoolsHealth schools
) : PageModel
{
    private const int PageSize = 40;

    // Three meetings every two weeks: before, a term would say “too early” of every school.
    private const int DaysToBegin = 6 * 7;

    /// <summary>The figure the list is ordered by; by name without one.</summary>
    [BindProperty(SupportsGet = true)]
    public string? By { get; set; }

    /// <summary>The last school of the page before.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? After { get; set; }

    /// <summary>What that school is ranked by.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Rank { get; set; }

    public Term? Term { get; private set; }

    /// <summary>The figure the list is ordered by; null by name.</summary>
    public FigureKind? Order { get; private set; }

    public IReadOnlyList<SchoolHealth> Rows { get; private set; } = [];

    /// <summary>The rest of the address of the next page; null on the last one.</summary>
    public string? Next { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (here.Unit.Kind != UnitKind.District)
        {
            return NotFound();
        }

        Order =
            HealthWords.Find(By) is { } kind && RankedSchool.Orders.Contains(kind) ? kind : null;
        var terms = await desk.TermsAsync(cancel);
        Term =
            terms.FirstOrDefault(t => t.From.AddDays(DaysToBegin) <= here.Today)
            ?? terms.FirstOrDefault();
        if (Term is null)
        {
            return Page();
        }

        var found = await Ranked(Term).Take(PageSize + 1).ToListAsync(cancel);
        if (found.Count > PageSize)
        {
            var last = found[PageSize - 1];
            Next = FormattableString.Invariant($"?by={By}&after={last.Id}&rank={last.Rank}");
        }

        Rows = await schools.LoadAsync(
            [.. found.Take(PageSize).Select(s => (s.Id, s.Name))],
            Term,
            here.Today,
            cancel
        );
        return Page();
    }

    private IQueryable<RankedSchool> Ranked(Term term)
    {
        var open = db.Set<Unit>().Where(u => u.Kind == UnitKind.School && u.ClosedOn == null);
        var ranked = Order is { } kind
            ? RankedSchool.By(db, open, kind, term, here.Today)
            : open.OrderBy(u => u.SearchText)
                .ThenBy(u => u.Id)
                .Select(u => new RankedSchool
                {
                    Id = u.Id,
                    Name = u.Name,
                    SearchText = u.SearchText,
                    Rank = 0,
                });
        if (After is not { } after)
        {
            return ranked;
        }

        var rank = Order is null ? 0 : Rank ?? 0;
        return ranked.Where(s =>
            s.Rank > rank
            || (
                s.Rank == rank
                && db.Set<Unit>()
                    .Any(last =>
                        last.Id == after
                        && (
                            string.Compare(s.SearchText, last.SearchText) > 0
                            || (s.SearchText == last.SearchText && s.Id > last.Id)
                        )
                    )
            )
        );
    }
}
