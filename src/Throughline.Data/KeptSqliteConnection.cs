using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SQLitePCL;

namespace Throughline.Data;

/// <summary>
/// Stays open when a context closes it, and keeps what SQLite prepared for a query for the next time the same words come.
/// A query that runs while the same one is still being read is prepared apart.
/// </summary>
internal sealed class KeptSqliteConnection : SqliteConnection
{
    // Pages ask a few hundred different questions; whoever puts values into the words would fill any memory.
    private const int MostKept = 400;

    private readonly Dictionary<string, KeptCommand> commands = new(StringComparer.Ordinal);
    private bool ends;

    public KeptSqliteConnection(string connectionString)
        // Kept here or ended for good: the library's own pool would hand on what was begun on it.
        : base(new SqliteConnectionStringBuilder(connectionString) { Pooling = false }.ToString())
    {
        // The functions that translated queries call, such as for comparing, are added by a context that is given one.
        using var context = new DbContext(
            new DbContextOptionsBuilder().UseSqlite(this, contextOwnsConnection: false).Options
        );
        context.Database.GetDbConnection();
    }

    /// <summary>One in the middle of a transaction is nobody's any more: whoever came next would be in it.</summary>
    public bool IsFree => State == ConnectionState.Open && raw.sqlite3_get_autocommit(Handle) != 0;

    /// <summary>The kept command for the same words with the values of this one, or this one itself.</summary>
    public DbCommand Prepared(DbCommand asked)
    {
        if (!commands.TryGetValue(asked.CommandText, out var kept))
        {
            if (commands.Count == MostKept)
            {
                return asked;
            }

            kept = new KeptCommand { Connection = this, CommandText = asked.CommandText };
            commands.Add(asked.CommandText, kept);
        }

        return kept.Take((SqliteCommand)asked) ? kept : asked;
    }

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
        // Else the file would stay open until the collector finds them.
        foreach (var command in commands.Values)
        {
            command.End();
        }

        Dispose();
    }

    /// <summary>A command that survives its use.</summary>
    private sealed class KeptCommand : SqliteCommand
    {
        private bool isUsed;
        private bool ends;

        public bool Take(SqliteCommand asked)
        {
            if (isUsed)
            {
                return false;
            }

            isUsed = true;
            Transaction = asked.Transaction;
            CommandTimeout = asked.CommandTimeout;
            var values = asked.Parameters.Cast<SqliteParameter>().ToList();
            asked.Parameters.Clear();
            asked.Dispose();
            Parameters.AddRange(values);
            return true;
        }

        public void End()
        {
            ends = true;
            Dispose();
        }

        // Whoever is done with it gives it back.
        protected override void Dispose(bool disposing)
        {
            if (ends || !disposing)
            {
                base.Dispose(disposing);
                return;
            }

            Parameters.Clear();
            Transaction = null;
            isUsed = false;
        }
    }
}
