using Throughline.Data;
using Throughline.Domain.Sharing;
using Throughline.Domain.Units;
using Throughline.Web.Access;
using Throughline.Web.Features.Home;
using Throughline.Web.Ui;
using static System.FormattableString;

namespace Throughline.Web.Features.Sharing.Planned;

/// <summary>What one writes of the calendar of communication, from two school days before its day until it is told.</summary>
public sealed class PlannedInMyDay : IDayRows
{
    // The day of those who live furthest ahead: it is there for their mail; each one's page asks by their own.
    private static DateOnly Latest(DateTime now) => DateOnly.FromDateTime(now.AddHours(14));

    public IQueryable<Guid> PeopleWithSomething(ThroughlineDb db, DateTime now)
    {
        var latest = Latest(now);
        return db.Set<PlannedTelling>().Where(e => e.ShownFrom <= latest).Select(e => e.WriterId);
    }

    public IQueryable<DayRow>? RowsOf(Viewer viewer, ThroughlineDb db, DateTime now, int source)
    {
        var me = viewer.PersonId;
        var zone = TimeZoneInfo.FindSystemTimeZoneById((viewer.Home ?? viewer.District).TimeZoneId);
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(now, zone));
        return db.Set<PlannedTelling>()
            .Where(e => e.WriterId == me && e.ShownFrom <= today)
            .Join(
                db.Set<Unit>(),
                e => e.UnitId,
                u => u.Id,
                (e, u) =>
                    new DayRow
                    {
                        Due = e.NextOn ?? DayRow.NoDay,
                        Source = source,
                        Number = e.Number,
                        Title = e.What,
                        Unit = u.Name,
                        Slug = u.Slug,
                        Since = now,
                    }
            );
    }

    public DayItem Item(DayRow row) =>
        new(
            row.LastDay is { } due ? $"To be told · {Days.Short(due)}" : "To be told",
            row.Title,
            row.Unit,
            row.LastDay,
            "Say that it is told",
            Invariant($"/{row.Slug}/sharing/calendar#entry-{row.Number}")
        );
}
