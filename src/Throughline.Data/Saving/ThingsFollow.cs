using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Throughline.Domain.Shared;

namespace Throughline.Data.Saving;

/// <summary>
/// Writes the row of each linkable thing in the save that writes the thing: a feature cannot forget it, and the line
/// never shows what is not so. Nothing is read for it.
/// </summary>
internal static class ThingsFollow
{
    /// <summary>Adds, changes and marks as removed the rows of the things among these; returns the rows that changed.</summary>
    public static List<EntityEntry> Follow(
        List<EntityEntry> changed,
        ThroughlineDb db,
        DateTime now
    )
    {
        var followed = new List<EntityEntry>();
        var linkable = changed.Where(e => e.Entity is ILinkable).ToList();
        if (linkable.Count == 0)
        {
            return followed;
        }

        // Asked once: each time it is, it looks through everything that is tracked.
        var rows = db.Set<Thing>().Local;
        foreach (var entry in linkable)
        {
            var row = RowOf(entry, rows, db, now);
            row.DetectChanges();
            if (row.State != EntityState.Unchanged && !changed.Contains(row))
            {
                followed.Add(row);
            }
        }

        return followed;
    }

    private static EntityEntry<Thing> RowOf(
        EntityEntry entry,
        LocalView<Thing> rows,
        ThroughlineDb db,
        DateTime now
    )
    {
        var linkable = (ILinkable)entry.Entity;
        var row = rows.FindEntry(linkable.Id);
        if (entry.State == EntityState.Added)
        {
            row ??= db.Add(Thing.Of(linkable, linkable.AsThing()));
            row.Entity.Show(linkable.AsThing());
            return row;
        }

        // As it stood before: then only what really changed is written.
        row ??= db.Attach(
            Thing.Of(linkable, ((ILinkable)entry.OriginalValues.ToObject()).AsThing())
        );
        if (entry.State == EntityState.Deleted)
        {
            row.Entity.Remove(now);
        }
        else
        {
            row.Entity.Show(linkable.AsThing());
        }

        return row;
    }
}
