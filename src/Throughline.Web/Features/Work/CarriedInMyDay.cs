using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Domain.Shared;
using Throughline.Domain.Units;
using Throughline.Domain.Work;
using Throughline.Web.Access;
using Throughline.Web.Features.Home;
using Throughline.Web.Features.Links;

namespace Throughline.Web.Features.Work;

/// <summary>The action steps, to-dos and rocks a person carries, until they are done: in one query.</summary>
public sealed class CarriedInMyDay : IDaySource
{
    private const int MostShown = 50;

    public IQueryable<Guid> PeopleWithSomething(ThroughlineDb db, DateTime now) =>
        Owners<ActionStep>(db).Concat(Owners<ToDo>(db)).Concat(Owners<Rock>(db));

    public async Task<IReadOnlyList<DayItem>> ForAsync(
        Viewer viewer,
        ThroughlineDb db,
        DateTime now,
        CancellationToken cancel
    )
    {
        var me = viewer.PersonId;
        var all = await Open<ActionStep>(db, ThingKind.ActionStep, me)
            .Concat(Open<ToDo>(db, ThingKind.ToDo, me))
            .Concat(Open<Rock>(db, ThingKind.Rock, me))
            .Join(
                db.Set<Unit>(),
                w => w.UnitId,
                u => u.Id,
                (w, u) =>
                    new
                    {
                        Work = w,
                        Unit = u.Name,
                        u.Slug,
                        u.TimeZoneId,
                    }
            )
            .OrderBy(w => w.Work.DueOn)
            .ThenBy(w => w.Work.Number)
            .Take(MostShown)
            .ToListAsync(cancel);
        return
        [
            .. all.Select(w =>
            {
                var zone = TimeZoneInfo.FindSystemTimeZoneById(w.TimeZoneId);
                var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(now, zone));
                return new DayItem(
                    $"{Called(w.Work.Kind)} · {WorkWords.Due(w.Work.DueOn, today)}",
                    w.Work.Title,
                    w.Unit,
                    w.Work.DueOn,
                    w.Work.Status == WorkStatus.NotStarted ? "Look and begin" : "Say how it goes",
                    ThingPlaces.PathOf(w.Work.Kind, w.Work.Number, w.Slug)
                )
                {
                    IsLate = w.Work.DueOn < today,
                    Since = w.Work.AddedAt,
                };
            }),
        ];
    }

    private static IQueryable<Guid> Owners<T>(ThroughlineDb db)
        where T : CarriedWork => db.Set<T>().Where(w => w.EndedAt == null).Select(w => w.OwnerId);

    private static IQueryable<Carried> Open<T>(ThroughlineDb db, ThingKind kind, Guid owner)
        where T : CarriedWork =>
        db.Set<T>()
            .AsNoTracking()
            .Where(w => w.OwnerId == owner && w.EndedAt == null)
            .Select(w => new Carried
            {
                Kind = kind,
                UnitId = w.UnitId,
                Number = w.Number,
                Title = w.Title,
                DueOn = w.DueOn,
                Status = w.Status,
                AddedAt = w.AddedAt,
            });

    private static string Called(ThingKind kind) =>
        kind switch
        {
            ThingKind.ActionStep => "Action step",
            ThingKind.ToDo => "To-do",
            ThingKind.Rock => "Rock",
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

    private sealed class Carried
    {
        public ThingKind Kind { get; init; }
        public Guid UnitId { get; init; }
        public int Number { get; init; }
        public string Title { get; init; } = "";
        public DateOnly DueOn { get; init; }
        public WorkStatus Status { get; init; }
        public DateTime AddedAt { get; init; }
    }
}
