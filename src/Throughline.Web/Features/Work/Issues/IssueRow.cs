using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Domain.Work;
using Throughline.Web.Access;

namespace Throughline.Web.Features.Work.Issues;

/// <summary>Which issues are listed.</summary>
public enum IssueShow
{
    Open,
    Parked,

    /// <summary>Solved or closed.</summary>
    Over,
    SentOn,
}

/// <summary>An issue in the list.</summary>
/// <param name="IsMine">True when the viewer has voted for it.</param>
/// <param name="IsFlagged">True when someone flagged it and the viewer keeps the norms; false for everyone else.</param>
public sealed record IssueRow(
    int Number,
    string Title,
    string? RaisedAs,
    DateTime RaisedAt,
    IssueStatus Status,
    int Votes,
    bool IsMine,
    bool IsFlagged,
    string? ParkedBecause,
    DateOnly? ParkedUntil,
    string? HandledBy,
    int Minutes
)
{
    /// <summary>A stretch of the list: what is open by votes, then age; else the latest first.</summary>
    public static Task<List<IssueRow>> ListAsync(
        ThroughlineDb db,
        Here here,
        IssueShow show,
        int? after,
        int most,
        CancellationToken cancel
    )
    {
        var (unit, me) = (here.Unit.Id, here.Viewer.PersonId);
        var keepers = NormsKeeper.Of(db, here.Today).Where(m => m.UnitId == unit);
        var all = db.Set<Issue>().AsNoTracking().Where(i => i.UnitId == unit);
        var found = show switch
        {
            IssueShow.Parked => all.Where(i => i.Status == IssueStatus.Parked),
            IssueShow.Over => all.Where(i =>
                i.Status == IssueStatus.Solved || i.Status == IssueStatus.Closed
            ),
            IssueShow.SentOn => all.Where(i => i.Status == IssueStatus.SentOn),
            _ => all.Where(i => i.Status == IssueStatus.Open),
        };
        var byVotes = show == IssueShow.Open;
        if (after is { } number)
        {
            var last = all.Where(i => i.Number == number);
            found = byVotes
                ? found.Where(i =>
                    last.Any(l =>
                        i.Votes.Count < l.Votes.Count
                        || (i.Votes.Count == l.Votes.Count && i.Number > l.Number)
                    )
                )
                : found.Where(i => i.Number < number);
        }

        return (
            byVotes
                ? found.OrderByDescending(i => i.Votes.Count).ThenBy(i => i.Number)
                : found.OrderByDescending(i => i.Number)
        )
            .Take(most)
            .Select(i => new IssueRow(
                i.Number,
                i.Title,
                i.RaisedAs,
                i.RaisedAt,
                i.Status,
                i.Votes.Count,
                i.Votes.Any(v => v.PersonId == me),
                i.Flags.Any() && keepers.Any(m => m.PersonId == me),
                i.ParkedBecause,
                i.ParkedUntil,
                i.HandledBy,
                i.MinutesSpent
            ))
            .ToListAsync(cancel);
    }
}
