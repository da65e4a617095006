using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Domain.Units;
using Throughline.Domain.Work;

namespace Throughline.Web.Features.Work;

/// <summary>A concern as the team sees it.</summary>
/// <param name="IsBlock">True for a fist.</param>
/// <param name="Words">What stands in the way.</param>
/// <param name="Owner">Whose it is, where they said so; else null.</param>
public sealed record ConcernRow(bool IsBlock, string Words, string? Owner);

/// <summary>Hands that were shown: how many showed each number of fingers, never who.</summary>
/// <param name="AskedCount">How many were asked.</param>
/// <param name="IsSecret">True when hands were secret.</param>
/// <param name="Counts">People by fingers, the fist first; empty until hands are shown.</param>
/// <param name="Concerns">Blocks first.</param>
public sealed record ShownHands(
    int AskedCount,
    bool IsSecret,
    IReadOnlyList<int> Counts,
    IReadOnlyList<ConcernRow> Concerns
)
{
    /// <summary>Of one decision, in one query.</summary>
    public static async Task<ShownHands> LoadAsync(
        ThroughlineDb db,
        Guid decisionId,
        CancellationToken cancel
    )
    {
        var row = await db.Set<Decision>()
            .AsNoTracking()
            .AsSingleQuery()
            .Where(d => d.Id == decisionId)
            .Select(d => new
            {
                d.AskedCount,
                d.IsSecret,
                Counts = d.Tallies.OrderBy(t => t.Fingers).Select(t => t.People).ToList(),
                Concerns = d
                    .Concerns.OrderByDescending(c => c.IsBlock)
                    .ThenBy(c => c.Id)
                    .Select(c => new ConcernRow(
                        c.IsBlock,
                        c.Words,
                        db.Set<Person>()
                            .Where(p => p.Id == c.OwnerId)
                            .Select(p => p.GivenName + " " + p.FamilyName)
                            .FirstOrDefault()
                    ))
                    .ToList(),
            })
            .SingleAsync(cancel);
        return new(row.AskedCount, row.IsSecret, row.Counts, row.Concerns);
    }
}
