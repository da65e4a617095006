using Microsoft.EntityFrameworkCore;
using Throughline.Data.Platform;

namespace Throughline.Data.Mail;

/// <summary>
/// Hands each due mail to one worker at a time. Who takes one holds it for the time of the lease; a worker that died
/// loses it to the next one then.
/// </summary>
public static class OutboxQueue
{
    /// <summary>Longer than any sending takes: two live workers never hold the same mail.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    /// <summary>The mail that is due longest, of any district, leased and tracked; the context enters its district. Null when none is due.</summary>
    public static async Task<OutboxMail?> TakeAsync(
        ThroughlineDb db,
        DateTime now,
        CancellationToken cancel
    )
    {
        var until = now + Lease;
        // One statement on either engine. SQLite has one writer at a time; PostgreSQL steps over what another worker
        // is just taking, instead of waiting for it.
        FormattableString take = db.Database.IsNpgsql()
            ? (FormattableString)
                $"""
                    UPDATE "Outbox" SET "LeasedUntil" = {until} WHERE "Id" = (
                      SELECT "Id" FROM "Outbox"
                      WHERE "SentAt" IS NULL AND "FailedAt" IS NULL AND "DueAt" <= {now}
                        AND ("LeasedUntil" IS NULL OR "LeasedUntil" <= {now})
                      ORDER BY "DueAt", "Id" LIMIT 1 FOR UPDATE SKIP LOCKED)
                    RETURNING *
                    """
            : $"""
                UPDATE "Outbox" SET "LeasedUntil" = {until} WHERE "Id" = (
                  SELECT "Id" FROM "Outbox"
                  WHERE "SentAt" IS NULL AND "FailedAt" IS NULL AND "DueAt" <= {now}
                    AND ("LeasedUntil" IS NULL OR "LeasedUntil" <= {now})
                  ORDER BY "DueAt", "Id" LIMIT 1)
                RETURNING *
                """;
        var taken = await db.Set<OutboxMail>()
            .FromSql(take)
            .IgnoreQueryFilters()
            .ToListAsync(cancel);
        if (taken is not [var mail])
        {
            return null;
        }

        db.Scope.Enter(mail.DistrictId);
        return mail;
    }

    /// <summary>How many mails of the entered district have not been sent and have not been given up on.</summary>
    public static Task<int> WaitingAsync(ThroughlineDb db, CancellationToken cancel) =>
        db.Set<OutboxMail>().CountAsync(m => m.SentAt == null && m.FailedAt == null, cancel);
}
