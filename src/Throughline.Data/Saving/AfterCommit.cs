using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Throughline.Data.Saving;

/// <summary>
/// Notes what a save holds and tells it once the save, or the transaction around it, is through: before the commit nobody
/// else sees what is new.
/// </summary>
/// <typeparam name="TNews">What is told.</typeparam>
public abstract class AfterCommit<TNews> : SaveChangesInterceptor, IDbTransactionInterceptor
    where TNews : class
{
    private readonly ConditionalWeakTable<DbContext, TNews> noted = [];

    /// <summary>What there is to tell of what is about to be saved, joined with what was noted earlier in the same transaction; null for nothing.</summary>
    protected abstract TNews? Note(ThroughlineDb db, TNews? earlier);

    /// <summary>It is through.</summary>
    protected abstract void Tell(TNews news);

    /// <summary>What was noted and not told yet; null for nothing.</summary>
    protected TNews? Noted(DbContext? db) =>
        db is not null && noted.TryGetValue(db, out var news) ? news : null;

    public override InterceptionResult<int> SavingChanges(
        DbContextEventData eventData,
        InterceptionResult<int> result
    )
    {
        Take(eventData.Context);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default
    )
    {
        Take(eventData.Context);
        return ValueTask.FromResult(result);
    }

    public override int SavedChanges(SaveChangesCompletedEventData eventData, int result)
    {
        TellUnlessInTransaction(eventData.Context);
        return result;
    }

    public override ValueTask<int> SavedChangesAsync(
        SaveChangesCompletedEventData eventData,
        int result,
        CancellationToken cancellationToken = default
    )
    {
        TellUnlessInTransaction(eventData.Context);
        return ValueTask.FromResult(result);
    }

    public void TransactionCommitted(
        DbTransaction transaction,
        TransactionEndEventData eventData
    ) => TellOnce(eventData.Context);

    public Task TransactionCommittedAsync(
        DbTransaction transaction,
        TransactionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        TellOnce(eventData.Context);
        return Task.CompletedTask;
    }

    // What was rolled back is not told by the next save of the same context.
    public void TransactionRolledBack(
        DbTransaction transaction,
        TransactionEndEventData eventData
    ) => Forget(eventData.Context);

    public Task TransactionRolledBackAsync(
        DbTransaction transaction,
        TransactionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        Forget(eventData.Context);
        return Task.CompletedTask;
    }

    private void Take(DbContext? context)
    {
        if (context is ThroughlineDb db && Note(db, Noted(db)) is { } news)
        {
            noted.AddOrUpdate(db, news);
        }
    }

    private void TellUnlessInTransaction(DbContext? db)
    {
        if (db?.Database.CurrentTransaction is null)
        {
            TellOnce(db);
        }
    }

    private void TellOnce(DbContext? db)
    {
        if (db is not null && noted.TryGetValue(db, out var news) && noted.Remove(db))
        {
            Tell(news);
        }
    }

    private void Forget(DbContext? db)
    {
        if (db is not null)
        {
            noted.Remove(db);
        }
    }
}
