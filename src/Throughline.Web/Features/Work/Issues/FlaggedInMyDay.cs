using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Domain.Shared;
using Throughline.Domain.Units;
using Throughline.Domain.Work;
using Throughline.Web.Access;
using Throughline.Web.Features.Home;
using Throughline.Web.Features.Links;

namespace Throughline.Web.Features.Work.Issues;

/// <summary>Issues that someone flagged as not instructional, for who keeps the norms. Whose flag it is stands on the issue's page.</summary>
public sealed class FlaggedInMyDay : IDayRows
{
    public IQueryable<Guid> PeopleWithSomething(ThroughlineDb db, DateTime now) =>
        NormsKeeper
            .Of(db, DateOnly.FromDateTime(now))
            .Where(m => Flagged(db).Any(i => i.UnitId == m.UnitId))
            .Select(m => m.PersonId);

    public IQueryable<DayRow>? RowsOf(Viewer viewer, ThroughlineDb db, DateTime now, int source)
    {
        if (viewer.Seats.Count == 0)
        {
            return null;
        }

        var today = DateOnly.FromDateTime(
            TimeZoneInfo.ConvertTimeFromUtc(
                now,
                TimeZoneInfo.FindSystemTimeZoneById(viewer.District.TimeZoneId)
            )
        );
        var mine = NormsKeeper.Of(db, today).Where(m => m.PersonId == viewer.PersonId);
        // Where they sit comes first: without it SQLite looks at every open issue of the district.
        var seats = viewer.Seats.Select(s => s.UnitId).ToList();
        return Flagged(db)
            .Where(i => seats.Contains(i.UnitId) && mine.Any(m => m.UnitId == i.UnitId))
            .Join(
                db.Set<Unit>(),
                i => i.UnitId,
                u => u.Id,
                (i, u) =>
                    new DayRow
                    {
                        Due = DayRow.NoDay,
                        Source = source,
                        Number = i.Number,
                        Title = i.Title,
                        Unit = u.Name,
                        Slug = u.Slug,
                        Since = i.Flags.Max(f => f.At),
                    }
            );
    }

    public DayItem Item(DayRow row) =>
        new(
            "Flagged as not instructional",
            row.Title,
            row.Unit,
            Due: null,
            "Look and decide",
            $"{ThingPlaces.PathOf(ThingKind.Issue, row.Number, row.Slug)}/instructional"
        );

    private static IQueryable<Issue> Flagged(ThroughlineDb db) =>
        db.Set<Issue>()
            .AsNoTracking()
            .Where(i =>
                (i.Status == IssueStatus.Open || i.Status == IssueStatus.Parked) && i.Flags.Any()
            );
}
