using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Throughline.Data.Platform;

namespace Throughline.Data.Mail;

/// <summary>
/// Wakes the worker as soon as a save or a transaction with a new mail is through. Mails of another node, and those that
/// are due later, are found when the worker looks by itself.
/// </summary>
public sealed class OutboxSignal : SaveChangesInterceptor, IDbTransactionInterceptor, IDisposable
{
    private static readonly object Marked = new();

    private readonly ConditionalWeakTable<DbContext, object> withMail = [];
    private readonly SemaphoreSlim mail = new(0, 1);

    /// <summary>Returns when there is a new mail, or after the time.</summary>
    public Task WaitAsync(TimeSpan atMost, CancellationToken cancel) =>
        mail.WaitAsync(atMost, cancel);

    public override InterceptionResult<int> SavingChanges(
        DbContextEventData eventData,
        InterceptionResult<int> result
    )
    {
        Note(eventData.Context);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default
    )
    {
        Note(eventData.Context);
        return ValueTask.FromResult(result);
    }

    public override int SavedChanges(SaveChangesCompletedEventData eventData, int result)
    {
        WakeUnlessInTransaction(eventData.Context);
        return result;
    }

    public override ValueTask<int> SavedChangesAsync(
        SaveChangesCompletedEventData eventData,
        int result,
        CancellationToken cancellationToken = default
    )
    {
        WakeUnlessInTransaction(eventData.Context);
        return ValueTask.FromResult(result);
    }

    public void TransactionCommitted(
        DbTransaction transaction,
        TransactionEndEventData eventData
    ) => Wake(eventData.Context);

    public Task TransactionCommittedAsync(
        DbTransaction transaction,
        TransactionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        Wake(eventData.Context);
        return Task.CompletedTask;
    }

    public void Dispose() => mail.Dispose();

    private void Note(DbContext? db)
    {
        if (db?.ChangeTracker.Entries<OutboxMail>().Any(e => e.State == EntityState.Added) == true)
        {
            withMail.AddOrUpdate(db, Marked);
        }
    }

    // Before the commit nobody else sees the mail: the worker would wake for nothing.
    private void WakeUnlessInTransaction(DbContext? db)
    {
        if (db?.Database.CurrentTransaction is null)
        {
            Wake(db);
        }
    }

    private void Wake(DbContext? db)
    {
        if (db is null || !withMail.Remove(db))
        {
            return;
        }

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
