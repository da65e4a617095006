using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Domain.Teams;
using Throughline.Domain.Work;
using Throughline.Web.Access;

namespace Throughline.Web.Features.Work.Issues;

/// <summary>What is typed on an issue's page. Each form has names of its own, since they stand on one page.</summary>
public sealed class IssueUpdate
{
    public int? Version { get; set; }
    public IssueStage? Stage { get; set; }
    public string? Identify { get; set; }
    public string? Discuss { get; set; }
    public string? Solve { get; set; }
    public string? ParkReason { get; set; }
    public DateOnly? ParkUntil { get; set; }
    public string? Outcome { get; set; }
    public Guid? TeamId { get; set; }
    public string? HandledBy { get; set; }
    public string? WhyItStays { get; set; }

    /// <summary>What was typed for a stage.</summary>
    public string? this[IssueStage stage] =>
        stage switch
        {
            IssueStage.Identify => Identify,
            IssueStage.Discuss => Discuss,
            IssueStage.Solve => Solve,
            _ => null,
        };
}

/// <summary>The unit's other teams, to which goes what is not instructional.</summary>
public sealed class HandlingTeams(ThroughlineDb db, Here here)
{
    public async Task<OtherTeam?> FindAsync(Guid? id, CancellationToken cancel) =>
        id is null
            ? null
            : await db.Set<OtherTeam>()
                .AsNoTracking()
                .SingleOrDefaultAsync(t => t.Id == id && t.UnitId == here.Unit.Id, cancel);

    public async Task<IReadOnlyList<SelectListItem>> OfferAsync(CancellationToken cancel)
    {
        var teams = await db.Set<OtherTeam>()
            .AsNoTracking()
            .Where(t => t.UnitId == here.Unit.Id && t.DissolvedAt == null)
            .OrderBy(t => t.Name)
            .Select(t => new
            {
                t.Id,
                t.Name,
                t.Handles,
            })
            .ToListAsync(cancel);
        return
        [
            new("Someone else", ""),
            .. teams.Select(t => new SelectListItem($"{t.Name}: {t.Handles}", t.Id.ToString())),
        ];
    }
}
