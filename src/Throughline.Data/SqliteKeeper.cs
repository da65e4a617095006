using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Throughline.Data;

/// <summary>
/// Hands a connection that is already open from one context to the next, with the statements that were prepared on it.
/// Without it each context opens and sets up a connection, and each query is parsed and planned anew, which costs SQLite
/// more than running it.
/// </summary>
/// <param name="connectionString">
/// What the program's contexts open. Others, such as the one by which EF Core looks read-only whether the database is
/// there, are none of its business: handed on, it would refuse the next save.
/// </param>
public sealed class SqliteKeeper(string connectionString) : DbConnectionInterceptor, IDisposable
{
    private const int MostKept = 32;

    private readonly ConcurrentBag<KeptSqliteConnection> free = [];
    private volatile bool ended;

    public override InterceptionResult<DbConnection> ConnectionCreating(
        ConnectionCreatingEventData eventData,
        InterceptionResult<DbConnection> result
    ) =>
        eventData.ConnectionString != connectionString
            ? result
            : InterceptionResult<DbConnection>.SuppressWithResult(
                free.TryTake(out var connection)
                    ? connection
                    : new KeptSqliteConnection(connectionString)
            );

    public override InterceptionResult ConnectionDisposing(
        DbConnection connection,
        ConnectionEventData eventData,
        InterceptionResult result
    )
    {
        if (connection is not KeptSqliteConnection kept)
        {
            return result;
        }

        if (!ended && free.Count < MostKept && kept.IsFree)
        {
            free.Add(kept);
        }
        else
        {
            kept.End();
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
}

/// <summary>Lets each query of a kept connection run what was prepared for it before.</summary>
public sealed class SqliteStatements : DbCommandInterceptor
{
    public override DbCommand CommandInitialized(CommandEndEventData eventData, DbCommand result) =>
        result.Connection is KeptSqliteConnection connection ? connection.Prepared(result) : result;
}
