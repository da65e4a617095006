using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Domain.Teams;
using Throughline.Web.Access;

namespace Throughline.Web.Features.Teams.Others;

/// <summary>The directory of a unit's other teams and what they handle.</summary>
[Needs(Permission.SeeUnit)]
public sealed class OtherTeamsModel(ThroughlineDb db, Here here) : PageModel
{
    public IReadOnlyList<OtherTeam> Open { get; private set; } = [];

    public IReadOnlyList<OtherTeam> Dissolved { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var teams = await db.Set<OtherTeam>()
            .AsNoTracking()
            .Where(t => t.UnitId == here.Unit.Id)
            .ToListAsync(cancel);
        Open =
        [
            .. teams
                .Where(t => t.DissolvedAt is null)
                .OrderBy(t => t.Name, StringComparer.OrdinalIgnoreCase),
        ];
        Dissolved =
        [
            .. teams.Where(t => t.DissolvedAt is not null).OrderByDescending(t => t.DissolvedAt),
        ];
    }
}
