using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Throughline.Data.Tests.Engines;

namespace Throughline.Data.Tests.Platform;

/// <summary>Every row of every table as text, to compare two databases.</summary>
internal static class AllRows
{
    public static async Task<SortedDictionary<string, List<string>>> OfAsync(TestDatabase database)
    {
        await using var db = database.Open();
        var tables = db
            .Model.GetEntityTypes()
            .Select(e => e.GetTableName())
            .OfType<string>()
            .Append("__EFMigrationsHistory")
            .Distinct()
            .ToList();
        await db.Database.OpenConnectionAsync();
        var all = new SortedDictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var table in tables)
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"SELECT * FROM \"{table}\"";
            await using var reader = await command.ExecuteReaderAsync();
            var rows = new List<string>();
            while (await reader.ReadAsync())
            {
                var values = new object[reader.FieldCount];
                reader.GetValues(values);
                rows.Add(string.Join('|', values.Select(Text)));
            }

            rows.Sort(StringComparer.Ordinal);
            all[table] = rows;
        }

        return all;
    }

    private static string Text(object value) =>
        value is byte[] bytes
            ? Convert.ToHexString(bytes)
            : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
}
