using Microsoft.EntityFrameworkCore;
using Throughline.Domain.Meetings;
using Throughline.Domain.Teams;
using Throughline.Domain.Units;
using Throughline.Domain.Work;

namespace Throughline.Data.Demo;

/// <summary>
/// The minutes of a school's past meetings: confirmed the day after by who recorded, but for the last one, which is a draft
/// still. The first one was reopened, and a word is covered in its second edition.
/// </summary>
internal sealed class DemoConfirmed(ThroughlineDb db, DemoTime time, DemoPeople people, Unit unit)
{
    public async Task ConfirmPastAsync(CancellationToken cancel)
    {
        var meetings = await db.Set<Meeting>()
            .Include(m => m.Items)
            .Include(m => m.Roles)
            .Include(m => m.Attendances)
            .AsSplitQuery()
            .Where(m => m.UnitId == unit.Id && m.State == MeetingState.Ended)
            .OrderBy(m => m.Number)
            .ToListAsync(cancel);
        var vision = await db.Set<FoundingText>()
            .Where(t => t.UnitId == unit.Id && t.Kind == FoundingKind.Vision)
            .SelectMany(t => t.Editions.SelectMany(e => e.Parts).Where(p => p.Place == 1))
            .Select(p => p.Words)
            .FirstOrDefaultAsync(cancel);
        foreach (var meeting in meetings.SkipLast(1))
        {
            var first = Confirm(meeting, await RecordAsync(meeting, vision, cancel), [], 1);
            if (meeting.Number == 1)
            {
                Reopen(meeting, first);
            }
        }

        // Who was away from these has caught up since.
        foreach (var meeting in meetings.SkipLast(1))
        {
            foreach (var away in meeting.Attendances.Where(a => a.CameAt is null).ToList())
            {
                meeting.CatchUp(away.PersonId, time.At(meeting.Day.AddDays(1), 12)).OrThrow();
            }
        }
    }

    private void Reopen(Meeting meeting, MinutesEdition first)
    {
        var at = time.At(meeting.Day.AddDays(2), 10);
        meeting
            .ReopenMinutes(first, "The day of the walk-through was wrong.", first.ConfirmedById, at)
            .OrThrow();
        var second = Confirm(meeting, first.Read()! with { Edition = null }, [first], 2);
        second
            .Redact(
                "Library",
                "District records rule 7: places of closed sessions",
                people["Marisol Vega"].Id,
                time.At(meeting.Day.AddDays(3), 9)
            )
            .OrThrow();
    }

    private MinutesEdition Confirm(
        Meeting meeting,
        MinutesRecord record,
        IReadOnlyCollection<MinutesEdition> earlier,
        int days
    )
    {
        var by = meeting.HolderOf(MeetingRoleKind.Recorder)!.Value;
        var day = meeting.Day.AddDays(days);
        var edition = meeting
            .ConfirmMinutes(record, earlier, 0, by, NameOf(by), day, time.At(day, 7, 40))
            .Value;
        db.Add(edition);
        return edition;
    }

    private async Task<MinutesRecord> RecordAsync(
        Meeting meeting,
        string? vision,
        CancellationToken cancel
    )
    {
        var notes = await db.Set<MeetingNote>()
            .Where(n => n.MeetingId == meeting.Id)
            .ToListAsync(cancel);
        var decisions = await db.Set<Decision>()
            .Include(d => d.Tallies)
            .Where(d => d.MeetingId == meeting.Id)
            .OrderBy(d => d.Number)
            .ToListAsync(cancel);
        var toDos = await db.Set<ToDo>()
            .Where(t => t.MeetingId == meeting.Id)
            .OrderBy(t => t.Number)
            .ToListAsync(cancel);
        var issues = await db.Set<Issue>()
            .Where(i => i.MeetingId == meeting.Id)
            .OrderBy(i => i.Number)
            .ToListAsync(cancel);
        return MinutesRecord.Begin(
            meeting,
            unit.Name,
            time.Zone,
            NameOf,
            stop =>
                notes
                    .Find(n =>
                        stop.Item is { } item
                            ? n.Item == item
                            : n.Item == 0 && n.Section == stop.Section
                    )
                    ?.Words,
            _ => []
        ) with
        {
            Vision = vision,
            Present = [.. meeting.Present.Select(a => NameOf(a.PersonId))],
            Regrets =
            [
                .. meeting
                    .Attendances.Where(a => meeting.IsAbsent(a.PersonId))
                    .Select(a => NameOf(a.PersonId)),
            ],
            CameLate = meeting.Present.Count(a =>
                a.CameAt > meeting.StartedAt!.Value.AddMinutes(Meeting.GraceMinutes)
            ),
            Roles =
            [
                .. meeting
                    .Roles.OrderBy(r => r.Kind)
                    .Select(r => new MinutesRole(r.Kind, NameOf(r.PersonId))),
            ],
            Decisions =
            [
                .. decisions.Select(d => new MinutesDecision(
                    d.Number,
                    d.Title,
                    d.DecidedAs,
                    d.Status == DecisionStatus.Withdrawn,
                    d.Outcome,
                    d.Reasons,
                    [],
                    d.AskedCount,
                    [.. d.Tallies.OrderBy(t => t.Fingers).Select(t => t.People)],
                    d.NotHeard
                )),
            ],
            ToDos =
            [
                .. toDos.Select(t => new MinutesToDo(
                    t.Number,
                    t.Title,
                    NameOf(t.OwnerId),
                    t.DueOn
                )),
            ],
            Issues = [.. issues.Select(i => new MinutesIssue(i.Number, i.Title, i.Status))],
        };
    }

    private string NameOf(Guid person) => people.All.First(p => p.Id == person).FullName;
}
