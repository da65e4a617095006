using System.Data.Common;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Throughline.Data.Assessments;
using Throughline.Domain.Shared;

namespace Throughline.Bench.Floor;

/// <summary>Saves one rating: the rating, a line of its history, the rater's progress, in one transaction.</summary>
internal static class FloorRating
{
    public static async Task SaveAsync(
        HttpContext http,
        Store store,
        DbConnection connection,
        FloorPerson person,
        string[] parts,
        InstrumentCatalog catalog
    )
    {
        if (
            parts is not [var slug, "assessments", var number, "rate"]
            || await FloorUnit.FindAsync(store, connection, slug) is not { } unit
            || await FloorRound.FindAsync(store, connection, person, unit, number, catalog)
                is not { IsRater: true, IsClosed: false } round
        )
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var form = await http.Request.ReadFormAsync();
        var item = form["item"].ToString();
        var typed = form["cell.Answer"].ToString();
        var notSeen = typed == "not-seen";
        object level = notSeen ? DBNull.Value : int.Parse(typed, CultureInfo.InvariantCulture);
        var seen = int.Parse(form["cell.AnswerVersion"].ToString(), CultureInfo.InvariantCulture);
        if (round.Instrument.Item(item) is null)
        {
            http.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return;
        }

        var saved = await WriteAsync(store, connection, person, round, item, level, notSeen, seen);
        http.Response.StatusCode = saved ? StatusCodes.Status200OK : StatusCodes.Status409Conflict;
        http.Response.ContentType = "application/json; charset=utf-8";
        var answered = round.Answered + (seen == 0 ? 1 : 0);
        await http.Response.WriteAsync(
            string.Create(
                CultureInfo.InvariantCulture,
                $$"""{"kind":"saved","message":null,"stored":{"item":"{{item}}","answer":"{{typed}}","answerVersion":{{seen + 1}},"note":"","share":false,"noteVersion":0},"progress":"{{answered}} of {{round.Instrument.Items.Count}}","answered":{{answered}}}"""
            )
        );
    }

    private static async Task<bool> WriteAsync(
        Store store,
        DbConnection connection,
        FloorPerson person,
        FloorRound round,
        string item,
        object level,
        bool notSeen,
        int seen
    )
    {
        var now = Clock.Now;
        // On SQLite two writers that begin by reading would meet later; this one waits for its turn at once.
        await using var transaction = connection is SqliteConnection sqlite
            ? sqlite.BeginTransaction(deferred: false)
            : await connection.BeginTransactionAsync();
        (string, object)[] values =
        [
            ("@round", round.Id),
            ("@me", person.Id),
            ("@district", person.DistrictId),
            ("@item", item),
            ("@level", level),
            ("@notSeen", notSeen),
            ("@now", now),
            ("@seen", seen),
            ("@version", seen + 1),
            ("@id", Ids.New(now)),
            ("@items", round.Instrument.Items.Count),
        ];
        var rating = await RunAsync(
            seen == 0
                ? """
                INSERT INTO "Ratings" ("RoundId", "PersonId", "ItemKey", "DistrictId", "Level", "NotSeen", "SavedAt", "Version")
                VALUES (@round, @me, @item, @district, @level, @notSeen, @now, 1)
                """
                : """
                UPDATE "Ratings" SET "Level" = @level, "NotSeen" = @notSeen, "SavedAt" = @now, "Version" = @version
                WHERE "RoundId" = @round AND "PersonId" = @me AND "ItemKey" = @item AND "Version" = @seen
                """
        );
        await RunAsync(
            """
            INSERT INTO "RatingHistory" ("Id", "DistrictId", "RoundId", "PersonId", "ItemKey", "Level", "NotSeen", "Version", "Period", "At")
            VALUES (@id, @district, @round, @me, @item, @level, @notSeen, @version, 0, @now)
            """
        );
        await RunAsync(
            seen == 0
                ? """
                UPDATE "RoundRaters" SET "AnsweredCount" = "AnsweredCount" + 1, "LastSavedAt" = @now, "Version" = "Version" + 1,
                  "FinishedAt" = CASE WHEN "AnsweredCount" + 1 = @items THEN @now ELSE NULL END
                WHERE "RoundId" = @round AND "PersonId" = @me
                """
                : """
                UPDATE "RoundRaters" SET "LastSavedAt" = @now, "Version" = "Version" + 1 WHERE "RoundId" = @round AND "PersonId" = @me
                """
        );
        await transaction.CommitAsync();
        return rating == 1;

        async Task<int> RunAsync(string sql)
        {
            await using var command = store.Command(
                connection,
                sql,
                [.. values.Where(v => sql.Contains(v.Item1, StringComparison.Ordinal))]
            );
            command.Transaction = transaction;
            return await command.ExecuteNonQueryAsync();
        }
    }
}
