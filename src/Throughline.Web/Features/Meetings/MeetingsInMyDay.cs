using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Domain.Meetings;
using Throughline.Domain.Shared;
using Throughline.Domain.Teams;
using Throughline.Web.Access;
using Throughline.Web.Features.Home;
using Throughline.Web.Features.Links;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Meetings;

/// <summary>The meeting that is on, and those of the next days, for who sits on the team.</summary>
public sealed class MeetingsInMyDay : IDaySource
{
    // What is to be read or brought for a meeting takes an evening or two.
    private const int DaysAhead = 2;

    // Nobody lives further than a day from UTC.
    private static IQueryable<Meeting> Near(ThroughlineDb db, DateTime now)
    {
        var (first, last) = (
            DateOnly.FromDateTime(now).AddDays(-1),
            DateOnly.FromDateTime(now).AddDays(DaysAhead + 1)
        );
        return db.Set<Meeting>()
            .AsNoTracking()
            .Where(m => m.Day >= first && m.Day <= last)
            .Where(m => m.State == MeetingState.Planned || m.State == MeetingState.InProgress);
    }

    public IQueryable<Guid> PeopleWithSomething(ThroughlineDb db, DateTime now) =>
        db.Set<IltMembership>()
            .Where(s => s.Until == null && Near(db, now).Any(m => m.UnitId == s.UnitId))
            .Select(s => s.PersonId);

    public async Task<IReadOnlyList<DayItem>> ForAsync(
        Viewer viewer,
        ThroughlineDb db,
        DateTime now,
        CancellationToken cancel
    )
    {
        var seats = viewer.Seats.Select(s => s.UnitId).ToList();
        if (seats.Count == 0)
        {
            return [];
        }

        var near = await Near(db, now)
            .Where(m => seats.Contains(m.UnitId))
            .Select(m => new
            {
                m.UnitId,
                m.Number,
                m.Day,
                m.StartsAt,
                IsOn = m.State == MeetingState.InProgress,
            })
            .ToListAsync(cancel);
        return
        [
            .. near.Join(
                    viewer.Units,
                    m => m.UnitId,
                    u => u.Id,
                    (m, u) =>
                        (
                            Meeting: m,
                            Unit: u,
                            Days: m.Day.DayNumber
                                - DateOnly
                                    .FromDateTime(
                                        TimeZoneInfo.ConvertTimeFromUtc(
                                            now,
                                            TimeZoneInfo.FindSystemTimeZoneById(u.TimeZoneId)
                                        )
                                    )
                                    .DayNumber
                        )
                )
                .Where(x => x.Meeting.IsOn || x.Days is >= 0 and <= DaysAhead)
                .Select(x => new DayItem(
                    x.Meeting.IsOn
                        ? "ILT meeting · in progress"
                        : $"ILT meeting · {(x.Days == 0 ? "today" : Days.Short(x.Meeting.Day))}, {MeetingWords.Time(x.Meeting.StartsAt)}",
                    string.Create(CultureInfo.InvariantCulture, $"Meeting {x.Meeting.Number}"),
                    x.Unit.Name,
                    x.Meeting.Day,
                    x.Meeting.IsOn ? "Go into the room" : "See the agenda",
                    ThingPlaces.PathOf(ThingKind.Meeting, x.Meeting.Number, x.Unit.Slug)
                )),
        ];
    }
}
