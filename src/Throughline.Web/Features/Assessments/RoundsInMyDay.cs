using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Domain.Assessments;
using Throughline.Domain.Units;
using Throughline.Web.Access;
using Throughline.Web.Features.Home;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Assessments;

/// <summary>Rounds that wait for a person: to be rated, and for who conducts them, to be closed.</summary>
public sealed class RoundsInMyDay : IDaySource
{
    public IQueryable<Guid> PeopleWithSomething(ThroughlineDb db, DateTime now)
    {
        var open = db.Set<Round>().Where(r => r.ClosedAt == null);
        return db.Set<RoundRater>()
            .Where(x => x.FinishedAt == null && open.Any(r => r.Id == x.RoundId))
            .Select(x => x.PersonId)
            .Concat(DayPeople.WhoMay(Permission.ConductRounds, db, open.Select(r => r.UnitId)));
    }

    public async Task<IReadOnlyList<DayItem>> ForAsync(
        Viewer viewer,
        ThroughlineDb db,
        DateTime now,
        CancellationToken cancel
    )
    {
        var conducted = viewer
            .Roles.Where(r => AccessTable.Rules[Permission.ConductRounds].AtUnit.Contains(r.Role))
            .Select(r => r.UnitId)
            .Concat(viewer.Seats.Where(s => s.Facilitates).Select(s => s.UnitId))
            .Distinct()
            .ToList();
        // Which rounds they are first, by the person and by the unit: asked in one go, every round would be looked at.
        var wanted = db.Set<RoundRater>()
            .Where(x => x.PersonId == viewer.PersonId && x.FinishedAt == null)
            .Select(x => x.RoundId)
            .Union(
                db.Set<Round>()
                    .Where(r => conducted.Contains(r.UnitId) && r.ClosedAt == null)
                    .Select(r => r.Id)
            );
        var rounds = await db.Set<Round>()
            .AsNoTracking()
            .Where(r => r.ClosedAt == null && wanted.Contains(r.Id))
            .Join(
                db.Set<Unit>(),
                r => r.UnitId,
                u => u.Id,
                (r, u) =>
                    new
                    {
                        r.Number,
                        r.Title,
                        r.OpensOn,
                        r.OpenedAt,
                        r.ClosesOn,
                        r.ItemCount,
                        r.UnitId,
                        Unit = u.Name,
                        u.Slug,
                        u.TimeZoneId,
                        // Counted for who conducts it: a district may ask thousands, each of whom has a day.
                        Raters = conducted.Contains(r.UnitId) ? r.Raters.Count : 0,
                        Finished = conducted.Contains(r.UnitId)
                            ? r.Raters.Count(x => x.FinishedAt != null)
                            : 0,
                        Mine = r
                            .Raters.Where(x =>
                                x.PersonId == viewer.PersonId && x.FinishedAt == null
                            )
                            .Select(x => new { x.AnsweredCount, x.Perspective })
                            .FirstOrDefault(),
                    }
            )
            .ToListAsync(cancel);

        var items = new List<DayItem>();
        foreach (var round in rounds)
        {
            var zone = TimeZoneInfo.FindSystemTimeZoneById(round.TimeZoneId);
            var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(now, zone));
            var path = string.Create(
                CultureInfo.InvariantCulture,
                $"/{round.Slug}/assessments/{round.Number}"
            );
            var late = today > round.ClosesOn;
            if (round.Mine is { } mine && today >= round.OpensOn)
            {
                var answered = mine.AnsweredCount;
                var what =
                    mine.Perspective == Perspective.Outside
                        ? "View from outside"
                        : "Self-assessment";
                items.Add(
                    new DayItem(
                        late ? what : $"{what} · until {DayWords.Near(round.ClosesOn, today)}",
                        answered == 0
                            ? round.Title
                            : $"{round.Title}, {answered} of {round.ItemCount} answered",
                        round.Unit,
                        round.ClosesOn,
                        answered == 0 ? "Start rating" : "Go on rating",
                        path + "/rate"
                    )
                    {
                        Progress = (answered, round.ItemCount),
                        IsLate = late,
                        Since = Later(
                            round.OpenedAt,
                            TimeZoneInfo.ConvertTimeToUtc(round.OpensOn.ToDateTime(new(5, 0)), zone)
                        ),
                    }
                );
            }

            if (conducted.Contains(round.UnitId) && (late || round.Finished == round.Raters))
            {
                items.Add(
                    new DayItem(
                        late ? "Round to close" : "Round to close · everybody has finished",
                        $"{round.Title}: {round.Finished} of {round.Raters} have finished",
                        round.Unit,
                        round.ClosesOn,
                        "Look and close",
                        path
                    )
                    {
                        IsLate = late,
                    }
                );
            }
        }

        return items;
    }

    private static DateTime Later(DateTime one, DateTime other) => one > other ? one : other;
}
