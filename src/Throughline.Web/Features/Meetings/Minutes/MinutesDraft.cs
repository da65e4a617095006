using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Domain.Meetings;
using Throughline.Domain.Shared;
using Throughline.Domain.Sharing;
using Throughline.Domain.Teams;
using Throughline.Domain.Units;
using Throughline.Domain.Work;
using Throughline.Web.Access;
using Throughline.Web.Features.Teams;

namespace Throughline.Web.Features.Meetings.Minutes;

/// <summary>A draft as it stands now.</summary>
/// <param name="Record">What it says.</param>
/// <param name="Waiting">Parts beside whose notes texts wait to be joined.</param>
/// <param name="Conductors">Who ran the meeting by a role in it.</param>
public sealed record DraftOfMinutes(
    MinutesRecord Record,
    IReadOnlyList<AgendaStop> Waiting,
    IReadOnlySet<Guid> Conductors
);

/// <summary>Puts the minutes of a meeting together from what stands in the store now: as long as they are a draft.</summary>
public sealed class MinutesDraft(ThroughlineDb db, Here here)
{
    /// <summary>
    /// The draft of a meeting that is over. One that was confirmed before and reopened stands as it was confirmed, but for
    /// the notes: what became of to-dos and names since is no correction. Words that were covered are covered in it.
    /// </summary>
    public async Task<DraftOfMinutes> OfAsync(
        Meeting meeting,
        IReadOnlyCollection<MinutesEdition> earlier,
        CancellationToken cancel
    )
    {
        var view = await MeetingView.OfAsync(db, meeting, cancel);
        var draft = earlier.MaxBy(e => e.Number)?.Read() is { } confirmed
            ? confirmed.Reopened(stop => view.NoteOf(stop)?.Words, meeting)
            : await FirstAsync(meeting, view, cancel);
        return new(
            Meeting.Covered(draft, earlier),
            [.. meeting.Stops().Where(s => view.NoteOf(s) is { Kept.Count: > 0 })],
            view.Conductors
        );
    }

    private async Task<MinutesRecord> FirstAsync(
        Meeting meeting,
        MeetingView view,
        CancellationToken cancel
    )
    {
        var work = await WorkAtMeeting.ListAsync(db, meeting, cancel);
        var (vision, findings) = await SaidAsync(meeting, cancel);
        var begun = MinutesRecord.Begin(
            meeting,
            here.Unit.Name,
            here.Zone,
            view.NameOf,
            stop => view.NoteOf(stop)?.Words,
            item => [.. work.Where(w => w.Item == item).Select(w => w.Title)]
        );
        return begun.With(findings) with
        {
            Vision = vision,
            Present = [.. view.Present.Select(m => m.Name)],
            Visitors = [.. view.Visitors.Select(m => m.Name)],
            Regrets = [.. view.Members.Where(m => m.IsAbsent).Select(m => m.Name)],
            CameLate = view.LateArrivals,
            Roles =
            [
                .. view
                    .Roles.OrderBy(r => r.Kind)
                    .Select(r => new MinutesRole(r.Kind, view.NameOf(r.PersonId))),
            ],
            Decisions = await DecisionsAsync(meeting, cancel),
            ToDos =
            [
                .. FromHere(work, ThingKind.ToDo)
                    .Select(t => new MinutesToDo(t.Number, t.Title, t.Who, t.DueOn)),
            ],
            Issues =
            [
                .. FromHere(work, ThingKind.Issue)
                    .Select(i => new MinutesIssue(i.Number, i.Title, (IssueStatus)i.Status)),
            ],
            Rocks =
            [
                .. FromHere(work, ThingKind.Rock)
                    .Select(r => new MinutesRock(
                        r.Number,
                        r.Title,
                        r.Who,
                        r.Track == Track.Unsaid ? null : r.Track == Track.On
                    )),
            ],
        };
    }

    /// <summary>What was proposed and decided alone. One query.</summary>
    public async Task<IReadOnlyList<MinutesDecision>> DecisionsAsync(
        Meeting meeting,
        IReadOnlyCollection<MinutesEdition> earlier,
        CancellationToken cancel
    )
    {
        if (earlier.MaxBy(e => e.Number)?.Read() is { } confirmed)
        {
            return Meeting.Covered(confirmed, earlier).Decisions;
        }

        var draft = MinutesRecord.Begin(
            meeting,
            here.Unit.Name,
            here.Zone,
            _ => "",
            _ => null,
            _ => []
        );
        return Meeting
            .Covered(draft with { Decisions = await DecisionsAsync(meeting, cancel) }, earlier)
            .Decisions;
    }

    // The vision that stood at its head, and what was written down in protocols: one query, since neither is much.
    private async Task<(string? Vision, ILookup<int, MinutesFinding> Findings)> SaidAsync(
        Meeting meeting,
        CancellationToken cancel
    )
    {
        var vision = TeamHead
            .VisionOf(db, meeting.UnitId)
            .Select(words => new
            {
                Item = 0,
                Kind = 0,
                Step = 0,
                Number = 0,
                Words = words,
            });
        var findings = db.Set<ProtocolFinding>()
            .Where(f => f.MeetingId == meeting.Id)
            .Join(
                db.Set<AgendaItem>(),
                f => f.ItemId,
                i => i.Id,
                (f, i) =>
                    new
                    {
                        Item = i.Number,
                        Kind = (int)f.Kind,
                        f.Step,
                        f.Number,
                        f.Words,
                    }
            );
        var rows = await vision
            .Concat(findings)
            .OrderBy(r => r.Step)
            .ThenBy(r => r.Number)
            .ToListAsync(cancel);
        return (
            rows.Find(r => r.Kind == 0)?.Words,
            rows.Where(r => r.Kind != 0)
                .ToLookup(r => r.Item, r => new MinutesFinding((OutputKind)r.Kind, r.Words))
        );
    }

    private static IEnumerable<WorkAtMeeting> FromHere(
        IEnumerable<WorkAtMeeting> work,
        ThingKind kind
    ) => work.Where(w => w.Kind == kind && w.IsFromHere && w.Item == 0).OrderBy(w => w.Number);

    // What was proposed here, and what was decided here though it was proposed before. What is decided days later belongs to
    // another meeting, or to none.
    private async Task<IReadOnlyList<MinutesDecision>> DecisionsAsync(
        Meeting meeting,
        CancellationToken cancel
    )
    {
        var belongsUntil = meeting.EndedAt!.Value.AddDays(1);
        var rows = await db.Set<Decision>()
            .AsNoTracking()
            .AsSingleQuery()
            .Where(d =>
                d.UnitId == meeting.UnitId
                && (
                    d.MeetingId == meeting.Id
                    || (
                        d.Status == DecisionStatus.Decided
                        && d.EndedAt >= meeting.StartedAt
                        && d.EndedAt <= meeting.EndedAt
                    )
                )
            )
            .OrderBy(d => d.Number)
            .Select(d => new
            {
                d.Number,
                d.Title,
                d.Status,
                d.DecidedAs,
                d.Outcome,
                d.Reasons,
                d.AskedCount,
                d.NotHeard,
                d.EndedAt,
                ToTell = db.Set<Relay>()
                    .Where(r => r.DecisionId == d.Id && r.EndedOn == null)
                    .Select(r => r.Message)
                    .FirstOrDefault(),
                Fingers = d.Tallies.OrderBy(t => t.Fingers).Select(t => t.People).ToList(),
                Teams = d
                    .Teams.Select(t =>
                        db.Set<InstructionalTeam>()
                            .Where(x => x.Id == t.TeamId)
                            .Select(x => x.Name)
                            .First()
                    )
                    .ToList(),
            })
            .ToListAsync(cancel);
        return
        [
            .. rows.Select(d =>
                d.EndedAt > belongsUntil
                    ? new MinutesDecision(
                        d.Number,
                        d.Title,
                        null,
                        false,
                        null,
                        null,
                        Sorted(d.Teams),
                        0,
                        [],
                        null
                    )
                    : new MinutesDecision(
                        d.Number,
                        d.Title,
                        d.DecidedAs,
                        d.Status == DecisionStatus.Withdrawn,
                        d.Outcome,
                        d.Reasons,
                        Sorted(d.Teams),
                        // While hands are up their counts are nobody's to read.
                        AreShown(d.Status) ? d.AskedCount : 0,
                        AreShown(d.Status) ? d.Fingers : [],
                        d.NotHeard,
                        d.ToTell
                    )
            ),
        ];
    }

    private static bool AreShown(DecisionStatus hands) =>
        hands is DecisionStatus.Shown or DecisionStatus.Decided;

    private static IReadOnlyList<string> Sorted(IEnumerable<string> teams) =>
        [.. teams.Order(StringComparer.Ordinal)];
}
