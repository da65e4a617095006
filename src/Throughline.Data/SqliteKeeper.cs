using System.Collections.Concurrent;
using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace Throughline.Data;

/// <summary>
/// Hands a connection that is already open from one context to the next, with the statements that were prepared on it.
/// Without it each context opens and sets up a connection, and each query is parsed and planned anew, which costs SQLite
/// more than running it.
/// </summary>
public sealed class SqliteKeeper : DbConnectionInterceptor, IDisposable
{
    private const int MostKept = 32;

    private readonly ConcurrentBag<KeptConnection> free = [];
    private volatile bool ended;

    public override InterceptionResult<DbConnection> ConnectionCreating(
        ConnectionCreatingEventData eventData,
        InterceptionResult<DbConnection> result
    ) =>
        InterceptionResult<DbConnection>.SuppressWithResult(
            free.TryTake(out var connection)
                ? connection
                : new KeptConnection(eventData.ConnectionString)
        );

    public override InterceptionResult ConnectionDisposing(
        DbConnection connection,
        ConnectionEventData eventData,
        InterceptionResult result
    )
    {
        if (connection is KeptConnection kept)
        {
            if (!ended && free.Count < MostKept && kept.IsFree)
            {
                free.Add(kept);
            }
            else
            {
                kept.End();
            }
        }

        return InterceptionResult.Suppress();
    }

    public override ValueTask<InterceptionResult> ConnectionDisposingAsync(
        DbConnection connection,
        ConnectionEventData eventData,
        InterceptionResult result
    ) => new(ConnectionDisposing(connection, eventData, result));

    public void Dispose()
    {
        ended = true;
        while (free.TryTake(out var connection))
        {
            connection.End();
        }
    }

    /// <summary>Stays open when a context closes it: closed, it would forget what was prepared on it.</summary>
    private sealed class KeptConnection : SqliteConnection
    {
        private bool ends;

        public KeptConnection(string? connectionString)
            // Kept here or ended for good: the library's own pool would hand on what was begun on it.
            : base(
                new SqliteConnectionStringBuilder(connectionString) { Pooling = false }.ToString()
            )
        {
            // The functions that translated queries call, such as for comparing, are added by a context that is given one.
            using var context = new DbContext(
                new DbContextOptionsBuilder().UseSqlite(this, contextOwnsConnection: false).Options
            );
            context.Database.GetDbConnection();
        }

        /// <summary>One in the middle of a transaction is nobody's any more; whoever came next would be in it.</summary>
        public bool IsFree =>
            State == ConnectionState.Open && raw.sqlite3_get_autocommit(Handle) != 0;

        public override void Close()
        {
            if (ends)
            {
                base.Close();
            }
        }

        public void End()
        {
            ends = true;
            Dispose();
        }
    }
}
