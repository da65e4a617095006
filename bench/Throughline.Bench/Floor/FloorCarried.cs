using System.Data.Common;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Throughline.Domain.Shared;
using Throughline.Domain.Work;

namespace Throughline.Bench.Floor;

/// <summary>
/// Adds an action step or a to-do: the work, its thing, its line in the audit trail and the form's key, in one transaction,
/// which on PostgreSQL also tells the other nodes.
/// </summary>
internal sealed record FloorCarried(ThingKind Kind, string Table, string List)
{
    public static readonly FloorCarried Action = new(
        ThingKind.ActionStep,
        "ActionSteps",
        "actions"
    );

    public static readonly FloorCarried ToDo = new(ThingKind.ToDo, "ToDos", "todos");

    public async Task SaveAsync(
        HttpContext http,
        Store store,
        DbConnection connection,
        FloorPerson person,
        string slug
    )
    {
        var form = await http.Request.ReadFormAsync();
        if (
            await FloorUnit.FindAsync(store, connection, slug) is not { } unit
            || person.Seats.All(s => s.Unit != unit.Id)
            || !Guid.TryParse(form["Input.OwnerId"], out var owner)
            || !Guid.TryParse(form["_submission"], out var key)
        )
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var now = Clock.Now;
        var title = form["Input.Title"].ToString();
        var due = DateOnly.Parse(form["Input.DueOn"].ToString(), CultureInfo.InvariantCulture);
        // On SQLite two writers that begin by reading would meet later; this one waits for its turn at once.
        await using var transaction = connection is SqliteConnection sqlite
            ? sqlite.BeginTransaction(deferred: false)
            : await connection.BeginTransactionAsync();
        if (connection is not SqliteConnection)
        {
            // Two who took the same number at once would fail; on SQLite there is one writer.
            await RunAsync(
                "SELECT 1 FROM \"Units\" WHERE \"Id\" = @unit FOR UPDATE",
                ("@unit", unit.Id)
            );
        }

        var earlier = await CountAsync(
            "SELECT COUNT(*) FROM \"Submissions\" WHERE \"PersonId\" = @me AND \"Key\" = @key",
            ("@me", person.Id),
            ("@key", key)
        );
        var works = await CountAsync(
            "SELECT COUNT(*) FROM \"IltMemberships\" WHERE \"PersonId\" = @owner AND \"UnitId\" = @unit AND \"Until\" IS NULL",
            ("@owner", owner),
            ("@unit", unit.Id)
        );
        if (earlier > 0 || works == 0)
        {
            http.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return;
        }

        var number =
            1
            + await CountAsync(
                $"SELECT COALESCE(MAX(\"Number\"), 0) FROM \"{Table}\" WHERE \"UnitId\" = @unit",
                ("@unit", unit.Id)
            );
        var id = Ids.New(now);
        var path = string.Create(CultureInfo.InvariantCulture, $"/{slug}/work/{List}/{number}");
        await RunAsync(
            """
            INSERT INTO "Things" ("Id", "DistrictId", "UnitId", "Kind", "Number", "Title", "Status")
            VALUES (@id, @district, @unit, @kind, @number, @title, @open)
            """,
            ("@id", id),
            ("@district", unit.DistrictId),
            ("@unit", unit.Id),
            ("@kind", (int)Kind),
            ("@number", (int)number),
            ("@title", title),
            ("@open", (int)ThingStatus.Open)
        );
        await RunAsync(
            $"""
            INSERT INTO "{Table}" ("Id", "DistrictId", "UnitId", "Number", "Title", "OwnerId", "DueOn", "Status", "AddedById", "AddedAt", "Version")
            VALUES (@id, @district, @unit, @number, @title, @owner, @due, @status, @me, @now, 1)
            """,
            ("@id", id),
            ("@district", unit.DistrictId),
            ("@unit", unit.Id),
            ("@number", (int)number),
            ("@title", title),
            ("@owner", owner),
            ("@due", due),
            ("@status", (int)WorkStatus.NotStarted),
            ("@me", person.Id),
            ("@now", now)
        );
        await RunAsync(
            """
            INSERT INTO "Audit" ("Id", "DistrictId", "UnitId", "At", "PersonId", "Action", "Kind", "ThingId", "Changes")
            VALUES (@audit, @district, @unit, @now, @me, 1, @what, @id, @changes)
            """,
            ("@audit", Ids.New(now)),
            ("@what", Kind.ToString()),
            ("@district", unit.DistrictId),
            ("@unit", unit.Id),
            ("@now", now),
            ("@me", person.Id),
            ("@id", id),
            (
                "@changes",
                $$"""{"Id":[null,"{{id}}"],"UnitId":[null,"{{unit.Id}}"],"Number":[null,{{number}}],"Title":[null,"{{title}}"],"OwnerId":[null,"{{owner}}"],"DueOn":[null,"{{due:yyyy-MM-dd}}"],"Status":[null,"NotStarted"],"AddedById":[null,"{{person.Id}}"]}"""
            )
        );
        await RunAsync(
            """
            INSERT INTO "Submissions" ("PersonId", "Key", "ContentHash", "DistrictId", "At", "Location")
            VALUES (@me, @key, @hash, @district, @now, @path)
            """,
            ("@me", person.Id),
            ("@key", key),
            ("@hash", key.ToByteArray()),
            ("@district", unit.DistrictId),
            ("@now", now),
            ("@path", path)
        );
        if (store.IsPostgres)
        {
            await RunAsync(FloorNote.Notice, ("@news", $"floor{unit.Id}"));
        }

        await transaction.CommitAsync();
        http.Response.Redirect(path);

        async Task<long> CountAsync(string sql, params (string, object)[] values)
        {
            await using var command = store.Command(connection, sql, values);
            command.Transaction = transaction;
            return Convert.ToInt64(
                await command.ExecuteScalarAsync(),
                CultureInfo.InvariantCulture
            );
        }

        async Task RunAsync(string sql, params (string, object)[] values)
        {
            await using var command = store.Command(connection, sql, values);
            command.Transaction = transaction;
            await command.ExecuteNonQueryAsync();
        }
    }
}
