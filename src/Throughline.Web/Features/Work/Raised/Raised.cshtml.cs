using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Domain.Work;
using Throughline.Web.Access;

namespace Throughline.Web.Features.Work.Raised;

/// <summary>What one raised here, the latest first, with what became of each.</summary>
[Needs(Permission.RaiseMatters)]
public sealed class RaisedModel(ThroughlineDb db, Here here) : PageModel
{
    private const int PageLength = 20;

    /// <summary>The id of the last one of the page before.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Before { get; set; }

    public IReadOnlyList<MatterRow> Rows { get; private set; } = [];

    public bool HasMore { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var rows = await MineAsync(
            db,
            here,
            Guid.TryParse(Before, out var id) ? id : null,
            PageLength + 1,
            cancel
        );
        HasMore = rows.Count > PageLength;
        Rows = [.. rows.Take(PageLength)];
    }

    /// <summary>What the viewer raised at this unit, in one query.</summary>
    public static async Task<List<MatterRow>> MineAsync(
        ThroughlineDb db,
        Here here,
        Guid? before,
        int most,
        CancellationToken cancel
    )
    {
        var mine = db.Set<RaisedMatter>()
            .Where(m => m.SenderId == here.Viewer.PersonId && m.UnitId == here.Unit.Id)
            .Where(m => before == null || m.Id < before)
            .OrderByDescending(m => m.Id)
            .Take(most);
        var rows = await MatterRow.Of(db, mine).AsNoTracking().ToListAsync(cancel);
        return [.. rows.OrderByDescending(r => r.SentAt)];
    }
}
