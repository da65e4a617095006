using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;
using Throughline.Data.Platform;
using Throughline.Data.Saving;
using Throughline.Domain.Meetings;
using Throughline.Domain.Teams;
using Throughline.Domain.Units;
using Throughline.Domain.Work;

namespace Throughline.Data.Live;

/// <summary>
/// Says after each save in which units a meeting, the work that comes out of it or the team changed, in which of them
/// nothing but notes did, and whether anything did that says who may do what. On SQLite the one process is told; on
/// PostgreSQL the notice is part of the transaction, so that every node hears of what was committed and of nothing else.
/// </summary>
public sealed class LiveChanges(ChangeFeed feed)
    : AfterCommit<Dictionary<Guid, bool>>,
        IDbTransactionInterceptor
{
    /// <summary>The channel on which PostgreSQL tells.</summary>
    public const string Channel = "throughline_live";

    private static readonly HashSet<string?> Areas =
    [
        typeof(Meeting).Namespace,
        typeof(ActionStep).Namespace,
    ];

    // Whose change may open or close a page to someone.
    private static readonly HashSet<Type> SaysWhoMayDoWhat =
    [
        typeof(Account),
        typeof(Person),
        typeof(RoleAssignment),
        typeof(IltMembership),
        typeof(Unit),
    ];

    private static readonly HashSet<Type> Notes = [typeof(MeetingNote), typeof(KeptText)];

    // Units, and of each whether nothing but notes changed in it.
    protected override Dictionary<Guid, bool>? Note(
        ThroughlineDb db,
        Dictionary<Guid, bool>? earlier
    )
    {
        Dictionary<Guid, bool>? units = null;
        foreach (var entry in db.ChangeTracker.Entries())
        {
            if (
                entry.State
                is not (EntityState.Added or EntityState.Modified or EntityState.Deleted)
            )
            {
                continue;
            }

            var type = entry.Metadata.ClrType;
            if (SaysWhoMayDoWhat.Contains(type))
            {
                (units ??= [])[ChangeFeed.Access] = false;
            }

            if (
                (Areas.Contains(type.Namespace) || type == typeof(IltMembership))
                && entry.Metadata.FindProperty("UnitId") is { } property
                // A person's calendar address belongs to no unit.
                && entry.Property(property).CurrentValue is Guid unit
            )
            {
                units ??= [];
                units[unit] = units.GetValueOrDefault(unit, true) && Notes.Contains(type);
            }
        }

        if (units is not null && db.Database.IsNpgsql())
        {
            // A single command would be saved without a transaction, and the notice could not be part of it.
            db.Database.AutoTransactionBehavior = AutoTransactionBehavior.Always;
        }

        foreach (var (unit, notesAlone) in earlier ?? [])
        {
            units ??= [];
            units[unit] = units.GetValueOrDefault(unit, true) && notesAlone;
        }

        return units;
    }

    protected override void Tell(Dictionary<Guid, bool> news)
    {
        // This node is told at once, on PostgreSQL too: who has just saved looks again and must see it. The notice is for
        // the other nodes.
        foreach (var (unit, notesAlone) in news)
        {
            feed.Changed(unit, notesAlone);
        }
    }

    public InterceptionResult TransactionCommitting(
        DbTransaction transaction,
        TransactionEventData eventData,
        InterceptionResult result
    )
    {
        if (Notice(transaction, eventData.Context) is { } notice)
        {
            using (notice)
            {
                notice.ExecuteNonQuery();
            }
        }

        return result;
    }

    public async ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction,
        TransactionEventData eventData,
        InterceptionResult result,
        CancellationToken cancellationToken = default
    )
    {
        if (Notice(transaction, eventData.Context) is { } notice)
        {
            await using (notice)
            {
                await notice.ExecuteNonQueryAsync(cancellationToken);
            }
        }

        return result;
    }

    private NpgsqlCommand? Notice(DbTransaction transaction, DbContext? db)
    {
        if (transaction is not NpgsqlTransaction postgres || Noted(db) is not { } units)
        {
            return null;
        }

        var notice = new NpgsqlCommand(
            "SELECT pg_notify($1, notice) FROM unnest($2) AS notice",
            postgres.Connection,
            postgres
        );
        notice.Parameters.Add(new() { Value = Channel });
        notice.Parameters.Add(
            new() { Value = units.Select(u => feed.NoticeOf(u.Key, u.Value)).ToArray() }
        );
        return notice;
    }
}
