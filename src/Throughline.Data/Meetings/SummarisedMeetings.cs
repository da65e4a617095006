using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Throughline.Domain.Meetings;
using Throughline.Domain.Shared;
using Throughline.Domain.Units;
using Throughline.Domain.Work;

namespace Throughline.Data.Meetings;

/// <summary>The meetings whose summary a save may change: found in what is about to be saved, so that no page can forget it.</summary>
internal sealed class SummarisedMeetings
{
    private readonly HashSet<Guid> meetings = [];
    private readonly HashSet<Guid> work = [];
    private readonly HashSet<Guid> origins = [];
    private readonly HashSet<Guid> units = [];

    /// <summary>Meetings that ended, went on or are gone: no summary of theirs stays as it was.</summary>
    public HashSet<Guid> Turned { get; } = [];

    private bool IsNone => meetings.Count + work.Count + origins.Count + units.Count == 0;

    /// <summary>What is about to be saved; null where no summary can change.</summary>
    public static SummarisedMeetings? Of(ThroughlineDb db)
    {
        var touched = new SummarisedMeetings();
        foreach (var entry in db.ChangeTracker.Entries())
        {
            if (entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
            {
                touched.Look(entry);
            }
        }

        return touched.IsNone ? null : touched;
    }

    /// <summary>Their ids, once it is saved.</summary>
    public async Task<List<Guid>> FindAsync(ThroughlineDb db, CancellationToken cancel)
    {
        if (work.Count + origins.Count > 0)
        {
            meetings.UnionWith(await OfWorkAsync(db, cancel));
        }

        if (units.Count > 0)
        {
            meetings.UnionWith(
                await db.Set<Meeting>()
                    .Where(m => units.Contains(m.UnitId) && m.State == MeetingState.Ended)
                    .Select(m => m.Id)
                    .ToListAsync(cancel)
            );
        }

        // In one order for all who save: two who change the same meetings wait for each other and never both.
        return [.. meetings.Order()];
    }

    private void Look(EntityEntry entry)
    {
        switch (entry.Entity)
        {
            case Meeting meeting when HasTurned(entry, meeting):
                meetings.Add(meeting.Id);
                Turned.Add(meeting.Id);
                break;
            case CarriedWork carried when IsChanged(entry, "Status", "OwnerId", "DueOn"):
                // What is new hangs on nothing but the links saved with it.
                if (entry.State != EntityState.Added)
                {
                    work.Add(carried.Id);
                }

                Add((carried as ToDo)?.MeetingId);
                break;
            case Decision decision when IsChanged(entry, "Status"):
                Add(decision.MeetingId);
                break;
            case ThingLink link:
                origins.Add(link.OriginId);
                break;
            case Unit unit
                when entry.State == EntityState.Modified && IsChanged(entry, "TimeZoneId"):
                units.Add(unit.Id);
                break;
            default:
                break;
        }
    }

    private void Add(Guid? meeting)
    {
        if (meeting is { } id)
        {
            meetings.Add(id);
        }
    }

    private static bool HasTurned(EntityEntry entry, Meeting meeting) =>
        meeting.State == MeetingState.Ended
            ? IsChanged(entry, "State")
            : entry.State == EntityState.Modified
                && Equals(entry.OriginalValues["State"], MeetingState.Ended);

    private static bool IsChanged(EntityEntry entry, params ReadOnlySpan<string> properties)
    {
        var changed = entry.State != EntityState.Modified;
        foreach (var property in properties)
        {
            changed |= entry.Property(property).IsModified;
        }

        return changed;
    }

    // Work counts where it hangs on a meeting, a part of one or a decision proposed at one.
    private async Task<List<Guid>> OfWorkAsync(ThroughlineDb db, CancellationToken cancel)
    {
        var up = db.Set<ThingLink>().Where(l => work.Contains(l.ThingId)).Select(l => l.OriginId);
        var parts = db.Set<Thing>()
            .Where(t => origins.Contains(t.Id) || up.Contains(t.Id))
            .Where(t =>
                t.Kind == ThingKind.Meeting
                || t.Kind == ThingKind.AgendaItem
                || t.Kind == ThingKind.Finding
            )
            .Select(t => t.PartOfId ?? t.Id);
        var decided = db.Set<Decision>()
            .Where(d => d.MeetingId != null && (origins.Contains(d.Id) || up.Contains(d.Id)))
            .Select(d => d.MeetingId!.Value);
        return await parts.Union(decided).ToListAsync(cancel);
    }
}
