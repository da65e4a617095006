using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Throughline.Data;

/// <summary>
/// Keeps what SQLite prepared for a query with the connection it was prepared on, for the next time the same words come.
/// A query that runs while the same one is still being read is prepared apart.
/// </summary>
public sealed class SqliteStatements : DbCommandInterceptor
{
    // Pages ask a few hundred different questions; whoever puts values into the words would fill any memory.
    private const int MostKept = 400;

    private readonly ConditionalWeakTable<DbConnection, Dictionary<string, Kept>> byConnection = [];

    public override DbCommand CommandInitialized(CommandEndEventData eventData, DbCommand result)
    {
        if (result is Kept || result.Connection is not SqliteConnection connection)
        {
            return result;
        }

        var commands = byConnection.GetValue(connection, _ => new(StringComparer.Ordinal));
        if (!commands.TryGetValue(result.CommandText, out var kept))
        {
            if (commands.Count == MostKept)
            {
                return result;
            }

            kept = new Kept { Connection = connection, CommandText = result.CommandText };
            commands.Add(result.CommandText, kept);
        }

        return kept.Take((SqliteCommand)result) ? kept : result;
    }

    /// <summary>A command that survives its use.</summary>
    private sealed class Kept : SqliteCommand
    {
        private bool isUsed;

        public bool Take(SqliteCommand asked)
        {
            if (isUsed)
            {
                return false;
            }

            isUsed = true;
            Transaction = asked.Transaction;
            CommandTimeout = asked.CommandTimeout;
            var parameters = asked.Parameters.Cast<SqliteParameter>().ToList();
            asked.Parameters.Clear();
            asked.Dispose();
            Parameters.AddRange(parameters);
            return true;
        }

        // Whoever is done with it gives it back; what was prepared ends with the connection.
        protected override void Dispose(bool disposing)
        {
            Parameters.Clear();
            Transaction = null;
            isUsed = false;
        }
    }
}
