using System.Data.Common;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;

namespace Throughline.Bench.Floor;

/// <summary>Writes a meeting's note over the edition its writer saw; on PostgreSQL the other nodes are told in the same transaction.</summary>
internal static class FloorNote
{
    public const string Notice = "SELECT pg_notify('throughline_live', @news)";

    public static async Task SaveAsync(
        HttpContext http,
        Store store,
        DbConnection connection,
        FloorPerson person,
        (string Slug, string Number, string Part) at
    )
    {
        var form = await http.Request.ReadFormAsync();
        if (
            await FloorUnit.FindAsync(store, connection, at.Slug) is not { } unit
            || person.Seats.All(s => s.Unit != unit.Id)
            || !int.TryParse(at.Number, CultureInfo.InvariantCulture, out var number)
            || !int.TryParse(at.Part.AsSpan(1), CultureInfo.InvariantCulture, out var item)
            || !int.TryParse(form["Input.Edition"], CultureInfo.InvariantCulture, out var edition)
        )
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var words = form["Input.Words"].ToString();
        await using var transaction = connection is SqliteConnection sqlite
            ? sqlite.BeginTransaction(deferred: false)
            : await connection.BeginTransactionAsync();
        var written = await RunAsync(
            """
            UPDATE "MeetingNotes" SET "Words" = @words, "ById" = @me, "At" = @now, "Edition" = @edition + 1
            WHERE "Edition" = @edition AND "Section" = -1 AND "Item" = @item AND "MeetingId" =
              (SELECT "Id" FROM "Meetings" WHERE "UnitId" = @unit AND "Number" = @number)
            """,
            ("@words", words),
            ("@me", person.Id),
            ("@now", Clock.Now),
            ("@edition", edition),
            ("@item", item),
            ("@unit", unit.Id),
            ("@number", number)
        );
        if (written == 0)
        {
            http.Response.StatusCode = StatusCodes.Status409Conflict;
            return;
        }

        if (store.IsPostgres)
        {
            await RunAsync(Notice, ("@news", $"floor{unit.Id}"));
        }

        await transaction.CommitAsync();
        await http.Response.WriteAsJsonAsync(
            new
            {
                outcome = "Written",
                edition = edition + 1,
                words,
            }
        );

        async Task<int> RunAsync(string sql, params (string, object)[] values)
        {
            await using var command = store.Command(connection, sql, values);
            command.Transaction = transaction;
            return await command.ExecuteNonQueryAsync();
        }
    }
}
