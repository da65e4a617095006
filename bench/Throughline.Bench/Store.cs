using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;
using Throughline.Data;

namespace Throughline.Bench;

/// <summary>The database past EF Core: connections from the engine's pool, and ids as each engine keeps them.</summary>
internal sealed class Store : IDisposable
{
    private readonly NpgsqlDataSource? postgres;
    private readonly string sqlite = "";

    public Store(string connectionString)
    {
        if (StoreRegistration.IsPostgres(connectionString))
        {
            postgres = NpgsqlDataSource.Create(
                StoreRegistration.PostgresConnection(connectionString)
            );
        }
        else
        {
            sqlite = connectionString;
        }
    }

    public bool IsPostgres => postgres is not null;

    public async Task<DbConnection> OpenAsync()
    {
        if (postgres is not null)
        {
            return await postgres.OpenConnectionAsync();
        }

        var connection = new SqliteConnection(sqlite);
        connection.Open();
        return connection;
    }

    public object Id(Guid id) => IsPostgres ? id : id.ToByteArray(bigEndian: true);

    public Guid Id(DbDataReader row, int column) =>
        IsPostgres
            ? row.GetGuid(column)
            : new Guid(row.GetFieldValue<byte[]>(column), bigEndian: true);

    public DbCommand Command(
        DbConnection connection,
        string sql,
        params ReadOnlySpan<(string Name, object Value)> values
    )
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = value is Guid id ? Id(id) : value;
            command.Parameters.Add(parameter);
        }

        return command;
    }

    public async Task<long> CountAsync(string sql, params (string, object)[] values)
    {
        await using var connection = await OpenAsync();
        await using var command = Command(connection, sql, values);
        return Convert.ToInt64(
            await command.ExecuteScalarAsync(),
            System.Globalization.CultureInfo.InvariantCulture
        );
    }

    public async Task<List<T>> ListAsync<T>(
        DbConnection connection,
        string sql,
        Func<DbDataReader, T> read,
        params (string, object)[] values
    )
    {
        await using var command = Command(connection, sql, values);
        await using var rows = await command.ExecuteReaderAsync();
        List<T> all = [];
        while (await rows.ReadAsync())
        {
            all.Add(read(rows));
        }

        return all;
    }

    public void Dispose() => postgres?.Dispose();
}
