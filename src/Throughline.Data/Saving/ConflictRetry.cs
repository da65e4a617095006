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

    /// <summary>
    /// The same for work that saves more than once, because it asks the store for what it has just saved: all of it is
    /// saved, or nothing.
    /// </summary>
    public static Task<T> RunAsOneAsync<T>(
        ThroughlineDb db,
        Func<Task<T>> work,
        CancellationToken cancel
    ) =>
        RunAsync(
            db,
            async () =>
            {
                var submissions = SubmissionsOf(db);
                return await db.InOneTransactionAsync(
                    work,
                    again: () => BeginAgain(db, submissions),
                    cancel
                );
            }
        );

    /// <summary>Runs the work, which loads, acts and saves, until it meets nobody.</summary>
    public static async Task<T> RunAsync<T>(ThroughlineDb db, Func<Task<T>> work)
    {
        for (var tried = 1; ; tried++)
        {
            var submissions = SubmissionsOf(db);
            try
            {
                return await work();
            }
            catch (DbUpdateException failure)
                when (tried < Tries
                    && (failure is DbUpdateConcurrencyException || UniqueViolation.Is(failure))
                )
            {
                BeginAgain(db, submissions);
            }
        }
    }

    // The request's submission key belongs to whichever try succeeds.
    private static List<Submission> SubmissionsOf(ThroughlineDb db) =>
        [
            .. db
                .ChangeTracker.Entries<Submission>()
                .Where(e => e.State == EntityState.Added)
                .Select(e => e.Entity),
        ];

    private static void BeginAgain(ThroughlineDb db, List<Submission> submissions)
    {
        db.ChangeTracker.Clear();
        db.AddRange(submissions);
    }
}
