using Microsoft.EntityFrameworkCore;
using Throughline.Data.Platform;
using Throughline.Domain.Shared;

namespace Throughline.Data.Saving;

/// <summary>How a page says which version of a thing a person was looking at when they changed it.</summary>
public static class Versions
{
    /// <summary>
    /// Lets the save fail with <see cref="DbUpdateConcurrencyException"/> when the thing has changed since the form was
    /// opened, also when only its parts (seats, members) change now. Without a version any is taken.
    /// </summary>
    public static void Expect<T>(this ThroughlineDb db, T thing, int? version)
        where T : class, IVersioned
    {
        var property = db.Entry(thing).Property(nameof(IVersioned.Version));
        property.OriginalValue = version ?? thing.Version;
        property.IsModified = true;
    }

    /// <summary>
    /// Saves; false when someone else was first with a value that may stand only once. A form that came twice is another
    /// matter: that failure goes on, so that the second post follows the first.
    /// </summary>
    public static async Task<bool> TrySaveAsync(
        this ThroughlineDb db,
        CancellationToken cancel = default
    )
    {
        try
        {
            await db.SaveChangesAsync(cancel);
            return true;
        }
        catch (DbUpdateException failure) when (UniqueViolation.Is(failure))
        {
            foreach (var posted in db.ChangeTracker.Entries<Submission>().Select(e => e.Entity))
            {
                if (
                    await db.Set<Submission>()
                        .AnyAsync(
                            s =>
                                s.PersonId == posted.PersonId
                                && s.Key == posted.Key
                                && s.ContentHash == posted.ContentHash,
                            cancel
                        )
                )
                {
                    throw;
                }
            }

            return false;
        }
    }
}
