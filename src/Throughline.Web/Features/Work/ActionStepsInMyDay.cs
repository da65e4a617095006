using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Domain.Units;
using Throughline.Domain.Work;
using Throughline.Web.Access;
using Throughline.Web.Features.Home;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Work;

/// <summary>The action steps a person carries, until they are done.</summary>
public sealed class ActionStepsInMyDay : IDaySource
{
    private const int MostShown = 50;

    public IQueryable<Guid> PeopleWithSomething(ThroughlineDb db, DateTime now) =>
        db.Set<ActionStep>().Where(s => s.EndedAt == null).Select(s => s.OwnerId);

    public async Task<IReadOnlyList<DayItem>> ForAsync(
        Viewer viewer,
        ThroughlineDb db,
        DateTime now,
        CancellationToken cancel
    )
    {
        var steps = await db.Set<ActionStep>()
            .AsNoTracking()
            .Where(s => s.OwnerId == viewer.PersonId && s.EndedAt == null)
            .Join(
                db.Set<Unit>(),
                s => s.UnitId,
                u => u.Id,
                (s, u) =>
                    new
                    {
                        s.Number,
                        s.Title,
                        s.DueOn,
                        s.Status,
                        s.AddedAt,
                        Unit = u.Name,
                        u.Slug,
                        u.TimeZoneId,
                    }
            )
            .OrderBy(s => s.DueOn)
            .Take(MostShown)
            .ToListAsync(cancel);
        return
        [
            .. steps.Select(s =>
            {
                var zone = TimeZoneInfo.FindSystemTimeZoneById(s.TimeZoneId);
                var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(now, zone));
                return new DayItem(
                    $"Action step · {WorkWords.Due(s.DueOn, today)}",
                    s.Title,
                    s.Unit,
                    s.DueOn,
                    s.Status == ActionStatus.NotStarted ? "Look and begin" : "Say how it goes",
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"/{s.Slug}/work/actions/{s.Number}"
                    )
                )
                {
                    IsLate = s.DueOn < today,
                    Since = s.AddedAt,
                };
            }),
        ];
    }
}
