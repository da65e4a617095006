using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Throughline.Data.Saving;

/// <summary>One command that inserts rows of one table, prepared once and used again. For SQLite, which has no other way to take many rows.</summary>
internal sealed class PreparedInsert : IAsyncDisposable
{
    private readonly DbCommand command;
    private readonly List<(StoredColumn Column, DbParameter Parameter)> columns = [];

    public PreparedInsert(ThroughlineDb db, IEntityType type)
    {
        command = db.Database.GetDbConnection().CreateCommand();
        foreach (var column in StoredColumn.Of(type))
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = $"@p{columns.Count}";
            command.Parameters.Add(parameter);
            columns.Add((column, parameter));
        }

        var sql = db.GetService<ISqlGenerationHelper>();
        var names = columns.Select(c => sql.DelimitIdentifier(c.Column.Name));
        var values = columns.Select(c => c.Parameter.ParameterName);
        command.CommandText =
            $"INSERT INTO {sql.DelimitIdentifier(type.GetTableName()!)} ({string.Join(", ", names)}) VALUES ({string.Join(", ", values)})";
    }

    /// <summary>The transaction of the rows that follow.</summary>
    public void Join(DbTransaction? transaction) => command.Transaction = transaction;

    /// <summary>Inserts a row whose version has been raised already.</summary>
    public void Run(object row) => Run(row, static (column, r) => column.Of(r));

    /// <summary>Inserts a row that no save has touched.</summary>
    public void RunNew(object row) => Run(row, static (column, r) => column.OfNew(r));

    private void Run(object row, Func<StoredColumn, object, object?> value)
    {
        foreach (var (column, parameter) in columns)
        {
            parameter.Value = value(column, row) ?? DBNull.Value;
        }

        // SQLite has no real asynchrony.
        command.ExecuteNonQuery();
    }

    public ValueTask DisposeAsync() => command.DisposeAsync();
}
