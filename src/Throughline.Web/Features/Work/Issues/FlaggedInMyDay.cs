using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Domain.Units;
using Throughline.Domain.Work;
using Throughline.Web.Access;
using Throughline.Web.Features.Home;

namespace Throughline.Web.Features.Work.Issues;

/// <summary>Issues that someone flagged as not instructional, for who keeps the norms. Whose flag it is stands on the issue's page.</summary>
public sealed class FlaggedInMyDay : IDaySource
{
    public IQueryable<Guid> PeopleWithSomething(ThroughlineDb db, DateTime now) =>
        NormsKeeper
            .Of(db, DateOnly.FromDateTime(now))
            .Where(m => Flagged(db).Any(i => i.UnitId == m.UnitId))
            .Select(m => m.PersonId);

    public async Task<IReadOnlyList<DayItem>> ForAsync(
        Viewer viewer,
        ThroughlineDb db,
        DateTime now,
        CancellationToken cancel
    )
    {
        if (viewer.Seats.Count == 0)
        {
            return [];
        }

        var today = DateOnly.FromDateTime(
            TimeZoneInfo.ConvertTimeFromUtc(
                now,
                TimeZoneInfo.FindSystemTimeZoneById(viewer.District.TimeZoneId)
            )
        );
        var mine = NormsKeeper.Of(db, today).Where(m => m.PersonId == viewer.PersonId);
        var flagged = await Flagged(db)
            .Where(i => mine.Any(m => m.UnitId == i.UnitId))
            .Join(
                db.Set<Unit>(),
                i => i.UnitId,
                u => u.Id,
                (i, u) =>
                    new
                    {
                        i.Number,
                        i.Title,
                        Unit = u.Name,
                        u.Slug,
                        Since = i.Flags.Max(f => f.At),
                    }
            )
            .OrderBy(i => i.Number)
            .ToListAsync(cancel);
        return
        [
            .. flagged.Select(i => new DayItem(
                "Flagged as not instructional",
                i.Title,
                i.Unit,
                Due: null,
                "Look and decide",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"/{i.Slug}/work/issues/{i.Number}/instructional"
                )
            )
            {
                Since = i.Since,
            }),
        ];
    }

    private static IQueryable<Issue> Flagged(ThroughlineDb db) =>
        db.Set<Issue>()
            .AsNoTracking()
            .Where(i =>
                (i.Status == IssueStatus.Open || i.Status == IssueStatus.Parked) && i.Flags.Any()
            );
}
