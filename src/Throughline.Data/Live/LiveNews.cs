using Microsoft.EntityFrameworkCore;

namespace Throughline.Data.Live;

/// <summary>Tells all nodes that something changed which no tracked save noted.</summary>
public sealed class LiveNews(ChangeFeed feed)
{
    /// <summary>Call it once what changed is committed.</summary>
    public async Task TellAsync(ThroughlineDb db, Guid unitId, CancellationToken cancel)
    {
        feed.Changed(unitId);
        if (db.Database.IsNpgsql())
        {
            await db.Database.ExecuteSqlAsync(
                $"SELECT pg_notify({LiveChanges.Channel}, {feed.NoticeOf(unitId)})",
                cancel
            );
        }
    }
}
