using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Domain.Sharing;
using Throughline.Domain.Units;
using Throughline.Domain.Work;
using Throughline.Web.Access;
using Throughline.Web.Features.Work;

namespace Throughline.Web.Features.Sharing;

/// <summary>A team of the viewer's and the day on which it was told.</summary>
public sealed record MyTeamTold(string Name, DateOnly? ToldOn);

/// <summary>
/// What a decision's page shows of its telling. For all who work here: the message and whether their own team was told. How
/// the others are, and what help they need, is on the relay's page for the team alone.
/// </summary>
/// <param name="Number">The decision's number.</param>
/// <param name="Message">What is told; null where it is not to tell, or no longer.</param>
public sealed record DecisionRelay(
    int Number,
    string? Message,
    int Told,
    int Teams,
    DateOnly? DueOn,
    bool IsEnded
)
{
    /// <summary>The viewer's own teams among those told.</summary>
    public IReadOnlyList<MyTeamTold> Mine { get; init; } = [];

    /// <summary>True while nobody has said that it is to tell.</summary>
    public bool IsMissing { get; private init; }

    /// <summary>One query; null for what is not decided.</summary>
    public static async Task<DecisionRelay?> LoadAsync(
        ThroughlineDb db,
        Here here,
        DecisionView decision,
        CancellationToken cancel
    )
    {
        if (decision.Status != DecisionStatus.Decided)
        {
            return null;
        }

        var me = here.Viewer.PersonId;
        var found = await db.Set<Relay>()
            .AsNoTracking()
            .Where(r => r.DecisionId == decision.Id)
            .Select(r => new
            {
                Relay = new DecisionRelay(
                    r.Number,
                    r.EndedOn == null ? r.Message : null,
                    r.Teams.Count(t => t.ToldOn != null),
                    r.Teams.Count(t =>
                        t.ToldOn != null
                        || db.Set<InstructionalTeam>()
                            .Any(i => i.Id == t.TeamId && i.DissolvedAt == null)
                    ),
                    r.DueOn,
                    r.EndedOn != null
                ),
                Mine = r
                    .Teams.Where(t =>
                        db.Set<InstructionalTeamMember>()
                            .Any(m => m.TeamId == t.TeamId && m.PersonId == me)
                    )
                    .Select(t => new MyTeamTold(
                        db.Set<InstructionalTeam>()
                            .Where(i => i.Id == t.TeamId)
                            .Select(i => i.Name)
                            .First(),
                        t.ToldOn
                    ))
                    .ToList(),
            })
            .SingleOrDefaultAsync(cancel);
        return found is null
            ? new DecisionRelay(decision.Number, null, 0, 0, null, false) { IsMissing = true }
            : found.Relay with
            {
                Mine = [.. found.Mine.OrderBy(m => m.Name, StringComparer.Ordinal)],
            };
    }
}
