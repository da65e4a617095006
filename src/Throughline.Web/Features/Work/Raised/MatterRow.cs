using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Domain.Teams;
using Throughline.Domain.Units;
using Throughline.Domain.Work;

namespace Throughline.Web.Features.Work.Raised;

/// <summary>What was raised, with all that says where it stands, whoever reads it.</summary>
public sealed record MatterRow(
    Guid Id,
    Guid UnitId,
    string Unit,
    string Slug,
    string TimeZoneId,
    Guid SenderId,
    string Title,
    DateTime SentAt,
    MatterStatus Status,
    Guid? HolderId,
    string? Holder,
    DateTime? HeldUntil,
    DateTime? NewsAt,
    Guid? FacilitatorId,
    string? Facilitator,
    bool StandsIn,
    IssueStatus? IssueStatus,
    string? HandledBy,
    DateTime? IssueNewsAt
)
{
    /// <summary>The times in which the representative spoke for the team.</summary>
    public List<SeatSpan> Spans { get; init; } = [];

    /// <summary>Who holds it at a moment, written down or not; null when it is on the list or answered.</summary>
    public MatterHolding? HoldingAt(DateTime now) =>
        Status == MatterStatus.Waiting
            ? RaisedMatter.Holding(HolderId, HeldUntil, NewsAt ?? SentAt, Spans, now)
            : null;

    /// <summary>True when this person is to answer it.</summary>
    public bool IsWith(Guid personId, DateTime now) =>
        HoldingAt(now)?.IsWith(personId, FacilitatorId) == true;

    /// <summary>When something last happened that the sender did not do, UTC; null when nothing has.</summary>
    public DateTime? LatestAt(DateTime now)
    {
        var byItself =
            HoldingAt(now) is { IsFacilitators: true } gone && gone.Since > SentAt
                ? gone.Since
                : (DateTime?)null;
        return new[] { NewsAt, IssueNewsAt, byItself }.Max();
    }

    /// <summary>Where it stands, in a few words.</summary>
    public string Standing(DateTime now) =>
        HoldingAt(now) switch
        {
            { IsFacilitators: false } => $"with {Holder}",
            { } => Facilitator is null
                ? "with the facilitator"
                : $"with {Facilitator}, who {(StandsIn ? "leads the school" : "facilitates")}",
            null => Status == MatterStatus.Answered
                ? "answered"
                : IssueStatus switch
                {
                    Domain.Work.IssueStatus.Solved => "solved",
                    Domain.Work.IssueStatus.Closed => "closed",
                    Domain.Work.IssueStatus.SentOn => $"sent to {HandledBy}",
                    Domain.Work.IssueStatus.Parked => "on the ILT’s list, parked",
                    _ => "on the ILT’s list",
                },
        };

    /// <summary>The rows of these, in one query.</summary>
    public static IQueryable<MatterRow> Of(ThroughlineDb db, IQueryable<RaisedMatter> matters)
    {
        var people = db.Set<Person>();
        var seats = db.Set<IltMembership>();
        return from m in matters
            join unit in db.Set<Unit>() on m.UnitId equals unit.Id
            join i in db.Set<Issue>() on m.IssueId equals (Guid?)i.Id into became
            from issue in became.DefaultIfEmpty()
            join h in people on m.HolderId equals (Guid?)h.Id into holders
            from holder in holders.DefaultIfEmpty()
            let answers = ActingFacilitator
                .Of(db)
                .Where(f => f.UnitId == m.UnitId)
                .OrderBy(f => f.PersonId)
                .Select(f => (Guid?)f.PersonId)
                .FirstOrDefault()
            select new MatterRow(
                m.Id,
                m.UnitId,
                unit.Name,
                unit.Slug,
                unit.TimeZoneId,
                m.SenderId,
                m.Title,
                m.SentAt,
                m.Status,
                m.HolderId,
                holder == null ? null : holder.GivenName + " " + holder.FamilyName,
                m.HeldUntil,
                m.NewsAt,
                answers,
                people
                    .Where(p => p.Id == answers)
                    .Select(p => p.GivenName + " " + p.FamilyName)
                    .FirstOrDefault(),
                !seats.Any(x => x.UnitId == m.UnitId && x.Until == null && x.Facilitates),
                issue == null ? null : issue.Status,
                issue == null ? null : issue.HandledBy,
                issue == null
                    ? null
                    : issue
                        .Events.Where(e =>
                            e.Kind != IssueEventKind.Changed && e.Kind != IssueEventKind.Kept
                        )
                        .Max(e => (DateTime?)e.At)
            )
            {
                Spans = seats
                    .Where(s =>
                        s.UnitId == m.UnitId
                        && s.PersonId == m.HolderId
                        && s.SpeaksForTeamId == m.TeamId
                    )
                    .Select(s => new SeatSpan(s.Since, s.Until))
                    .ToList(),
            };
    }
}
