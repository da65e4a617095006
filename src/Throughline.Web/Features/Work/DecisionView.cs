using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Domain.Units;
using Throughline.Domain.Work;

namespace Throughline.Web.Features.Work;

/// <summary>What a decision's page shows: of hands that are not shown, only how many are up, and one's own.</summary>
public sealed record DecisionView(
    Guid Id,
    int Number,
    string Title,
    string? Background,
    DecisionStatus Status,
    string ProposedBy,
    Guid ProposedById,
    DateTime ProposedAt,
    int AskedCount,
    bool IsSecret,
    int UpCount,
    DecidedAs? DecidedAs,
    string? Outcome,
    string? Reasons,
    DateTime? EndedAt,
    string? EndedBy,
    string? NotHeard,
    int Version
)
{
    public bool IsOpen => Status is not (DecisionStatus.Decided or DecisionStatus.Withdrawn);

    /// <summary>One's own hand, up or not; null for who was not asked.</summary>
    public DecisionHand? Mine { get; init; }

    /// <summary>The instructional teams it touches; none means all.</summary>
    public IReadOnlyList<string> Teams { get; init; } = [];

    /// <summary>How many showed each number of fingers; null until they are shown, and where none were asked for.</summary>
    public ShownHands? Hands { get; init; }

    /// <summary>Two queries; that about hands only once they are shown.</summary>
    /// <param name="db">The store.</param>
    /// <param name="found">The one decision.</param>
    /// <param name="me">Who looks.</param>
    /// <param name="cancel">Stops.</param>
    public static async Task<DecisionView?> LoadAsync(
        ThroughlineDb db,
        IQueryable<Decision> found,
        Guid me,
        CancellationToken cancel
    )
    {
        var people = db.Set<Person>();
        var row = await found
            .AsNoTracking()
            .Select(d => new
            {
                View = new DecisionView(
                    d.Id,
                    d.Number,
                    d.Title,
                    d.Background,
                    d.Status,
                    people
                        .Where(p => p.Id == d.ProposedById)
                        .Select(p => p.GivenName + " " + p.FamilyName)
                        .FirstOrDefault()
                        ?? "",
                    d.ProposedById,
                    d.ProposedAt,
                    d.AskedCount,
                    d.IsSecret,
                    d.Hands.Count(h => h.IsUp),
                    d.DecidedAs,
                    d.Outcome,
                    d.Reasons,
                    d.EndedAt,
                    people
                        .Where(p => p.Id == d.DecidedById)
                        .Select(p => p.GivenName + " " + p.FamilyName)
                        .FirstOrDefault(),
                    d.NotHeard,
                    d.Version
                ),
                Mine = d.Hands.FirstOrDefault(h => h.PersonId == me),
                // From the few rows of the decision to their names; the other way round SQLite cannot ask.
                Teams = d
                    .Teams.Select(t =>
                        db.Set<InstructionalTeam>()
                            .Where(x => x.Id == t.TeamId)
                            .Select(x => x.Name)
                            .First()
                    )
                    .ToList(),
            })
            .SingleOrDefaultAsync(cancel);
        if (row is null)
        {
            return null;
        }

        var view = row.View with
        {
            Mine = row.Mine,
            Teams = [.. row.Teams.Order(StringComparer.Ordinal)],
        };
        return view.Status is DecisionStatus.Shown or DecisionStatus.Decided && view.AskedCount > 0
            ? view with
            {
                Hands = await ShownHands.LoadAsync(db, view.Id, cancel),
            }
            : view;
    }
}
