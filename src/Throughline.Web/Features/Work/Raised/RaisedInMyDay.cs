using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Data.Work;
using Throughline.Domain.Teams;
using Throughline.Domain.Units;
using Throughline.Domain.Work;
using Throughline.Web.Access;
using Throughline.Web.Features.Home;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Work.Raised;

/// <summary>What staff raised: to be answered by who holds it; and, for some days, what is new of it for its sender.</summary>
public sealed class RaisedInMyDay : IDaySource
{
    private static readonly TimeSpan NewsLast = TimeSpan.FromDays(7);

    public IQueryable<Guid> PeopleWithSomething(ThroughlineDb db, DateTime now)
    {
        var waiting = db.Set<RaisedMatter>().Where(m => m.Status == MatterStatus.Waiting);
        return waiting
            .Where(m => m.HolderId != null)
            .Select(m => m.HolderId!.Value)
            .Concat(
                ActingFacilitator
                    .Of(db)
                    .Where(c => waiting.Any(m => m.UnitId == c.UnitId))
                    .Select(c => c.PersonId)
            )
            .Concat(WithNews(db, now).Select(m => m.SenderId));
    }

    public async Task<IReadOnlyList<DayItem>> ForAsync(
        Viewer viewer,
        ThroughlineDb db,
        DateTime now,
        CancellationToken cancel
    )
    {
        var me = viewer.PersonId;
        // Only they can be asked as who facilitates; for everyone else that need not be worked out.
        var leads = viewer
            .Seats.Where(s => s.Facilitates)
            .Select(s => s.UnitId)
            .Concat(viewer.Roles.Where(r => r.Role == Role.Principal).Select(r => r.UnitId))
            .Distinct()
            .ToList();
        var news = WithNews(db, now);
        var mine = db.Set<RaisedMatter>()
            .Where(m =>
                (m.Status == MatterStatus.Waiting && m.HolderId == me)
                || (m.SenderId == me && news.Any(n => n.Id == m.Id))
            );
        if (leads.Count > 0)
        {
            var facilitates = ActingFacilitator
                .Of(db)
                .Where(c => c.PersonId == me && leads.Contains(c.UnitId))
                .Select(c => c.UnitId);
            mine = mine.Union(
                db.Set<RaisedMatter>()
                    .Where(m => m.Status == MatterStatus.Waiting && facilitates.Contains(m.UnitId))
            );
        }

        var rows = await MatterRow.Of(db, mine).AsNoTracking().ToListAsync(cancel);
        return [.. rows.Select(r => Item(r, me, now)).OfType<DayItem>()];
    }

    // What may have news: moved on by someone, or by itself, or as an issue, of late.
    private static IQueryable<RaisedMatter> WithNews(ThroughlineDb db, DateTime now)
    {
        var since = now - NewsLast;
        return db.Set<RaisedMatter>()
            .Where(m =>
                m.NewsAt > since
                || (m.Status == MatterStatus.Waiting && m.HolderId != null)
                || db.Set<IssueEvent>().Any(e => e.IssueId == m.IssueId && e.At > since)
            );
    }

    private static DayItem? Item(MatterRow row, Guid me, DateTime now)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(row.TimeZoneId);
        var path = $"/{row.Slug}/work/raised/{row.Id}";
        if (row.IsWith(me, now))
        {
            var holding = row.HoldingAt(now)!;
            var due =
                holding.IsFacilitators || row.HeldUntil is null
                    ? (DateOnly?)null
                    : MatterDays.LastDay(row.HeldUntil.Value, zone);
            var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(now, zone));
            return new DayItem(
                due is { } day
                    ? $"Raised with you · answer by {DayWords.Near(day, today)}"
                    : "Raised with the facilitator",
                row.Title,
                row.Unit,
                due,
                "Read and answer",
                path
            )
            {
                Since = holding.Since,
            };
        }

        return row.SenderId == me && row.LatestAt(now) is { } latest && latest > now - NewsLast
            ? new DayItem(
                $"You raised it · {row.Standing(now)}",
                row.Title,
                row.Unit,
                Due: null,
                "Read",
                path
            )
            {
                Since = latest,
            }
            : null;
    }
}
