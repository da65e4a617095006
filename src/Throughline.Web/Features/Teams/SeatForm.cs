using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Domain.Teams;
using Throughline.Domain.Units;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Teams;

/// <summary>What the two forms about a seat offer: capacities and the teams one can speak for.</summary>
public sealed record SeatForm(
    IReadOnlyList<SelectListItem> Kinds,
    IReadOnlyList<SelectListItem> Teams
)
{
    public static async Task<SeatForm> LoadAsync(
        ThroughlineDb db,
        Unit unit,
        CancellationToken cancel
    )
    {
        var teams = await db.Set<InstructionalTeam>()
            .AsNoTracking()
            .Where(t => t.UnitId == unit.Id && t.DissolvedAt == null)
            .Select(t => new
            {
                t.Id,
                t.Name,
                t.Kind,
            })
            .ToListAsync(cancel);
        return new(
            [
                .. Enum.GetValues<SeatKind>()
                    .Select(k => new SelectListItem(
                        RoleWords.Capital(SeatView.Word(k, unit)),
                        ((int)k).ToString(CultureInfo.InvariantCulture)
                    )),
            ],
            [
                new("no team in particular", ""),
                .. teams
                    .OrderBy(t => t.Kind)
                    .ThenBy(t => Grades.OrderOfName(t.Name))
                    .ThenBy(t => t.Name, StringComparer.Ordinal)
                    .Select(t => new SelectListItem(t.Name, t.Id.ToString())),
            ]
        );
    }

    /// <summary>True for nobody, and for an open team or program of the unit.</summary>
    public bool Offers(Guid? teamId) =>
        teamId is null || Teams.Any(t => t.Value == teamId.Value.ToString());

    public string NameOf(Guid? teamId) =>
        Teams.FirstOrDefault(t => t.Value == (teamId?.ToString() ?? ""))?.Text
        ?? "a team that was dissolved";
}
