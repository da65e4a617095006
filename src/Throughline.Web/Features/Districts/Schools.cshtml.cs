using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Domain.Shared;
using Throughline.Domain.Teams;
using Throughline.Domain.Units;
using Throughline.Web.Access;

namespace Throughline.Web.Features.Districts;

/// <summary>Every school of the district, one query a page, however many there are.</summary>
[Needs(Permission.SeeSchools)]
public sealed class SchoolsModel(ThroughlineDb db, Here here) : PageModel
{
    private const int PageSize = 50;

    /// <summary>Part of a school's name.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    /// <summary>open (the default), without-ilt or closed.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Show { get; set; }

    /// <summary>The last school of the page before.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? After { get; set; }

    public IReadOnlyList<SchoolRow> Rows { get; private set; } = [];

    public Guid? Next { get; private set; }

    public static IReadOnlyList<(string Value, string Label)> Shows { get; } =
    [("", "Open schools"), ("without-ilt", "Without an ILT"), ("closed", "Closed schools")];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (here.Unit.Kind != UnitKind.District)
        {
            return NotFound();
        }

        var rows = await SchoolRow
            .Of(db, Wanted(), here.Today)
            .Take(PageSize + 1)
            .ToListAsync(cancel);
        Next = rows.Count > PageSize ? rows[PageSize - 1].Id : null;
        Rows = [.. rows.Take(PageSize)];
        return Page();
    }

    private IQueryable<Unit> Wanted()
    {
        var schools = db.Set<Unit>().Where(u => u.Kind == UnitKind.School);
        schools =
            Show == "closed"
                ? schools.Where(u => u.ClosedOn != null)
                : schools.Where(u => u.ClosedOn == null);
        if (Show == "without-ilt")
        {
            schools = schools.Where(u =>
                !db.Set<IltMembership>().Any(m => m.UnitId == u.Id && m.Until == null)
            );
        }

        if (Text.CleanLine(Q)?.ToLower(CultureInfo.InvariantCulture) is { } wanted)
        {
            schools = schools.Where(u => u.SearchText.Contains(wanted));
        }

        if (After is { } after)
        {
            schools = schools.Where(u =>
                db.Set<Unit>()
                    .Any(last =>
                        last.Id == after
                        && (
                            string.Compare(u.SearchText, last.SearchText) > 0
                            || (u.SearchText == last.SearchText && u.Id > last.Id)
                        )
                    )
            );
        }

        return schools;
    }
}
