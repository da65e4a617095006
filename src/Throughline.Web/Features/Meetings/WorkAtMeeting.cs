using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Domain.Meetings;
using Throughline.Domain.Shared;
using Throughline.Domain.Units;
using Throughline.Domain.Work;

namespace Throughline.Web.Features.Meetings;

/// <summary>
/// A to-do, rock, issue or decision as a meeting shows it: as much as any of them needs, so that all come in one query and
/// a meeting costs no command for each kind.
/// </summary>
public sealed record WorkAtMeeting
{
    // A team with more of a kind has another trouble than what a meeting lists.
    private const int MostOfAKind = 30;

    // What came out of a meeting that is over stands in its minutes, all of it; so many fit on no agenda.
    private const int MostTaken = 1000;

    private static readonly DateTime NotStarted = new(9000, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    public required ThingKind Kind { get; init; }
    public required Guid Id { get; init; }
    public required int Number { get; init; }
    public required string Title { get; init; }

    /// <summary>Who carries it, raised it or proposed it.</summary>
    public required string Who { get; init; }

    // No value is null: of a column in which one table has none and another has some, PostgreSQL cannot tell the type.

    /// <summary>The last day of what is carried; the meeting's of what has none.</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>
    /// A <see cref="WorkStatus"/>, <see cref="IssueStatus"/> or <see cref="DecisionStatus"/>. An issue that was parked
    /// until this meeting, or until a day that has come by then, is open.
    /// </summary>
    public required int Status { get; init; }

    /// <summary>What was said of a rock last, at this meeting where it was said here.</summary>
    public required Track Track { get; init; }

    /// <summary>Votes for an issue, hands that are up, milestones reached.</summary>
    public required int Count { get; init; }

    /// <summary>Hands asked for, milestones there are.</summary>
    public required int Of { get; init; }

    /// <summary>From whom a member brought an issue; empty for one that is a member's own.</summary>
    public required string RaisedAs { get; init; }

    /// <summary>How a decision was taken, a <see cref="DecidedAs"/>; 0 before, and for what is none.</summary>
    public required int Decided { get; init; }

    public required int Version { get; init; }

    /// <summary>Taken, raised or proposed at this meeting; of a rock: asked for here.</summary>
    public required bool IsFromHere { get; init; }

    /// <summary>The number of the item of the agenda that serves it; 0 for what is gone through by itself.</summary>
    public required int Item { get; init; }

    public bool IsOverdueOn(DateOnly day) =>
        Kind == ThingKind.ToDo && Status == (int)WorkStatus.NotStarted && DueOn < day;

    /// <summary>
    /// What a meeting goes through: all that is open, what came out of it, and what its items serve; of one that is over all
    /// but the first. In the order in which it is gone through: by day, issues by votes.
    /// </summary>
    public static async Task<IReadOnlyList<WorkAtMeeting>> ListAsync(
        ThroughlineDb db,
        Meeting meeting,
        CancellationToken cancel
    )
    {
        var open = meeting.State is MeetingState.Planned or MeetingState.InProgress;
        var rows = await Work.For(db)(
                db,
                meeting.UnitId,
                meeting.Id,
                meeting.Day,
                meeting.StartedAt ?? NotStarted,
                open,
                open ? MostOfAKind : MostTaken
            )
            .ToListAsync(cancel);
        return
        [
            .. rows.OrderBy(r => r.DueOn)
                .ThenByDescending(r => r.Kind == ThingKind.Issue ? r.Count : 0)
                .ThenBy(r => r.Number),
        ];
    }

    // To-dos, rocks, issues, decisions, and what the items serve. One expression: what is compiled cannot be put together
    // from methods.
    private static readonly HotQuery<
        Func<
            ThroughlineDb,
            Guid,
            Guid,
            DateOnly,
            DateTime,
            bool,
            int,
            IAsyncEnumerable<WorkAtMeeting>
        >
    > Work = new(() =>
        EF.CompileAsyncQuery(
            (
                ThroughlineDb db,
                Guid unit,
                Guid meeting,
                DateOnly day,
                DateTime started,
                bool open,
                int most
            ) =>
                db.Set<ToDo>()
                    .Where(t =>
                        t.UnitId == unit && ((open && t.EndedAt == null) || t.MeetingId == meeting)
                    )
                    // What was taken here comes first: it is read back, however much else is open.
                    .OrderByDescending(t => t.MeetingId == meeting)
                    .ThenBy(t => t.DueOn)
                    .ThenBy(t => t.Number)
                    .Take(most)
                    .Select(t => new WorkAtMeeting
                    {
                        Kind = ThingKind.ToDo,
                        Id = t.Id,
                        Number = t.Number,
                        Title = t.Title,
                        Who = db.Set<Person>()
                            .Where(p => p.Id == t.OwnerId)
                            .Select(p => p.GivenName + " " + p.FamilyName)
                            .First(),
                        DueOn = t.DueOn,
                        Status = (int)t.Status,
                        Track = Track.Unsaid,
                        Count = 0,
                        Of = 0,
                        RaisedAs = "",
                        Decided = 0,
                        Version = t.Version,
                        IsFromHere = t.MeetingId == meeting,
                        Item = 0,
                    })
                    .Concat(
                        db.Set<Rock>()
                            .Where(r =>
                                r.UnitId == unit
                                && (
                                    (open && r.EndedAt == null)
                                    || db.Set<RockNote>()
                                        .Where(n => n.MeetingId == meeting)
                                        .Any(n => n.WorkId == r.Id)
                                )
                            )
                            .OrderBy(r => r.DueOn)
                            .ThenBy(r => r.Number)
                            .Take(most)
                            .Select(r => new
                            {
                                Rock = r,
                                Said = r.Notes.Where(n => n.MeetingId == meeting)
                                    .OrderByDescending(n => n.Id)
                                    .Select(n => n.OnTrack)
                                    .FirstOrDefault()
                                    ?? r.OnTrack,
                            })
                            .Select(x => new WorkAtMeeting
                            {
                                Kind = ThingKind.Rock,
                                Id = x.Rock.Id,
                                Number = x.Rock.Number,
                                Title = x.Rock.Title,
                                Who = db.Set<Person>()
                                    .Where(p => p.Id == x.Rock.OwnerId)
                                    .Select(p => p.GivenName + " " + p.FamilyName)
                                    .First(),
                                DueOn = x.Rock.DueOn,
                                Status = (int)x.Rock.Status,
                                Track =
                                    x.Said == null ? Track.Unsaid
                                    : x.Said == true ? Track.On
                                    : Track.Off,
                                Count = x.Rock.Milestones.Count(m => m.ReachedAt != null),
                                Of = x.Rock.Milestones.Count,
                                RaisedAs = "",
                                Decided = 0,
                                Version = x.Rock.Version,
                                IsFromHere = x.Rock.Notes.Any(n => n.MeetingId == meeting),
                                Item = 0,
                            })
                    )
                    .Concat(
                        db.Set<Issue>()
                            .Where(i => i.UnitId == unit)
                            .Select(i => new
                            {
                                Issue = i,
                                IsUp = i.Status == IssueStatus.Open
                                    || (
                                        i.Status == IssueStatus.Parked
                                        && (
                                            i.ParkedUntil == null
                                                ? i.ParkedAt < started
                                                : i.ParkedUntil <= day
                                        )
                                    ),
                            })
                            .Where(x => (open && x.IsUp) || x.Issue.MeetingId == meeting)
                            .OrderByDescending(x => x.Issue.MeetingId == meeting)
                            .ThenByDescending(x => x.Issue.Votes.Count)
                            .ThenBy(x => x.Issue.Number)
                            .Take(most)
                            .Select(x => new WorkAtMeeting
                            {
                                Kind = ThingKind.Issue,
                                Id = x.Issue.Id,
                                Number = x.Issue.Number,
                                Title = x.Issue.Title,
                                Who = "",
                                DueOn = day,
                                Status = x.IsUp ? (int)IssueStatus.Open : (int)x.Issue.Status,
                                Track = Track.Unsaid,
                                Count = x.Issue.Votes.Count,
                                Of = 0,
                                RaisedAs = x.Issue.RaisedAs ?? "",
                                Decided = 0,
                                Version = x.Issue.Version,
                                IsFromHere = x.Issue.MeetingId == meeting,
                                Item = 0,
                            })
                    )
                    .Concat(
                        db.Set<Decision>()
                            .Where(d =>
                                d.UnitId == unit
                                && (
                                    (
                                        open
                                        && (
                                            d.Status == DecisionStatus.Proposed
                                            || d.Status == DecisionStatus.HandsOpen
                                            || d.Status == DecisionStatus.Shown
                                        )
                                    )
                                    || d.MeetingId == meeting
                                )
                            )
                            .OrderByDescending(d => d.Number)
                            .Take(most)
                            .Select(d => new WorkAtMeeting
                            {
                                Kind = ThingKind.Decision,
                                Id = d.Id,
                                Number = d.Number,
                                Title = d.Title,
                                Who = db.Set<Person>()
                                    .Where(p => p.Id == d.ProposedById)
                                    .Select(p => p.GivenName + " " + p.FamilyName)
                                    .First(),
                                DueOn = day,
                                Status = (int)d.Status,
                                Track = Track.Unsaid,
                                Count = d.Hands.Count(h => h.IsUp),
                                Of = d.AskedCount,
                                RaisedAs = "",
                                Decided = (int?)d.DecidedAs ?? 0,
                                Version = d.Version,
                                IsFromHere = d.MeetingId == meeting,
                                Item = 0,
                            })
                    )
                    .Concat(
                        // An item carried over and a meeting are where it was, not what it serves.
                        from item in db.Set<AgendaItem>()
                        where item.MeetingId == meeting
                        join link in db.Set<ThingLink>() on item.Id equals link.ThingId
                        join served in db.Set<Thing>() on link.OriginId equals served.Id
                        where ServedThing.Kinds.Contains(served.Kind) && served.RemovedAt == null
                        select new WorkAtMeeting
                        {
                            Kind = served.Kind,
                            Id = served.Id,
                            Number = served.Number,
                            Title = served.Title,
                            Who = "",
                            DueOn = day,
                            Status = (int)served.Status,
                            Track = Track.Unsaid,
                            Count = 0,
                            Of = 0,
                            RaisedAs = "",
                            Decided = 0,
                            Version = 0,
                            IsFromHere = false,
                            Item = item.Number,
                        }
                    )
                    .AsNoTracking()
        )
    );
}

/// <summary>Where a rock stands.</summary>
public enum Track
{
    /// <summary>Nobody has said, or it is no rock.</summary>
    Unsaid,
    On,
    Off,
}
