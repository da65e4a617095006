using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Domain.Sharing;
using Throughline.Domain.Units;
using Throughline.Domain.Work;

namespace Throughline.Web.Features.Sharing;

/// <summary>A team in a row of the list.</summary>
public sealed record RowTeam(Guid TeamId, string Name, DateOnly? ToldOn, Uptake? Uptake);

/// <summary>A decision on its way, in the list.</summary>
public sealed record RelayRow(
    int Number,
    string Title,
    DateOnly? DueOn,
    DateOnly? EndedOn,
    int OpenQuestions
)
{
    public IReadOnlyList<RowTeam> Teams { get; init; } = [];

    public int Told => Teams.Count(t => t.ToldOn is not null);

    /// <summary>The names of those not told yet.</summary>
    public IEnumerable<string> Untold =>
        Teams.Where(t => t.ToldOn is null).Select(t => t.Name).Order(StringComparer.Ordinal);

    /// <summary>How many of the teams are that far.</summary>
    public int At(Uptake uptake) => Teams.Count(t => t.Uptake == uptake);

    /// <summary>Some relays as rows, in their order and in one query.</summary>
    public static async Task<IReadOnlyList<RelayRow>> LoadAsync(
        ThroughlineDb db,
        IQueryable<Relay> relays,
        CancellationToken cancel
    )
    {
        var found = await relays
            .AsNoTracking()
            .Select(r => new
            {
                Row = new RelayRow(
                    r.Number,
                    db.Set<Decision>()
                        .Where(d => d.Id == r.DecisionId)
                        .Select(d => d.Title)
                        .First(),
                    r.DueOn,
                    r.EndedOn,
                    db.Set<RelayQuestion>().Count(q => q.RelayId == r.Id && q.Answer == null)
                ),
                // Nobody waits for a team that was dissolved before it was told.
                Teams = r
                    .Teams.Where(t =>
                        t.ToldOn != null
                        || db.Set<InstructionalTeam>()
                            .Any(i => i.Id == t.TeamId && i.DissolvedAt == null)
                    )
                    .Select(t => new RowTeam(
                        t.TeamId,
                        db.Set<InstructionalTeam>()
                            .Where(i => i.Id == t.TeamId)
                            .Select(i => i.Name)
                            .First(),
                        t.ToldOn,
                        t.Uptake
                    ))
                    .ToList(),
            })
            .ToListAsync(cancel);
        return [.. found.Select(f => f.Row with { Teams = f.Teams })];
    }
}
