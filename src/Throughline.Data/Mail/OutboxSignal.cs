using Microsoft.EntityFrameworkCore;
using Throughline.Data.Platform;
using Throughline.Data.Saving;

namespace Throughline.Data.Mail;

/// <summary>
/// Wakes the worker as soon as a save or a transaction with a new mail is through. Mails of another node, and those that
/// are due later, are found when the worker looks by itself.
/// </summary>
public sealed class OutboxSignal : AfterCommit<object>, IDisposable
{
    private static readonly object NewMail = new();

    private readonly SemaphoreSlim mail = new(0, 1);

    /// <summary>Returns when there is a new mail, or after the time.</summary>
    public Task WaitAsync(TimeSpan atMost, CancellationToken cancel) =>
        mail.WaitAsync(atMost, cancel);

    public void Dispose() => mail.Dispose();

    protected override object? Note(ThroughlineDb db, object? earlier) =>
        db.ChangeTracker.Entries<OutboxMail>().Any(e => e.State == EntityState.Added)
            ? NewMail
            : earlier;

    protected override void Tell(object news)
    {
        try
        {
            mail.Release();
        }
        catch (SemaphoreFullException)
        {
            // Woken already.
        }
    }
}
