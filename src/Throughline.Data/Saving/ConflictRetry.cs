using Microsoft.EntityFrameworkCore;
using Throughline.Data.Platform;

namespace Throughline.Data.Saving;

/// <summary>
/// Repeats a piece of work that met another one: loads again, decides again, saves. Only for work that decides anew from
/// what is stored then and has no text of a person to overwrite.
/// </summary>
public static class ConflictRetry
{
    // A whole team may add something at the same moment, and each round lets one of them through.
    private const int Tries = 20;

    /// <summary>Runs the work, which loads, acts and saves, until it meets nobody.</summary>
    public static async Task<T> RunAsync<T>(ThroughlineDb db, Func<Task<T>> work)
    {
        for (var tried = 1; ; tried++)
        {
            // The request's submission key belongs to whichever try succeeds.
            var submissions = db
                .ChangeTracker.Entries<Submission>()
                .Where(e => e.State == EntityState.Added)
                .Select(e => e.Entity)
                .ToList();
            try
            {
                return await work();
            }
            catch (DbUpdateException failure)
                when (tried < Tries
                    && (failure is DbUpdateConcurrencyException || UniqueViolation.Is(failure))
                )
            {
                db.ChangeTracker.Clear();
                db.AddRange(submissions);
            }
        }
    }
}
