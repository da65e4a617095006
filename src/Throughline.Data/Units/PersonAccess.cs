using Microsoft.EntityFrameworkCore;
using Throughline.Domain.Units;

namespace Throughline.Data.Units;

/// <summary>Whether someone may sign in: what it depends on, with the clock by which a reviewer's last day is told.</summary>
/// <param name="LeftOn">The day they left, or null.</param>
/// <param name="EndsOn">A reviewer's last day, or null for staff.</param>
/// <param name="TimeZoneId">The district's time zone.</param>
public sealed record PersonAccess(DateOnly? LeftOn, DateOnly? EndsOn, string TimeZoneId)
{
    /// <summary>True while they may.</summary>
    public bool HoldsAt(DateTime now) => Person.HasAccessOn(Today(now, TimeZoneId), LeftOn, EndsOn);

    /// <summary>A reviewer's last day when it is over, null for everybody else.</summary>
    public DateOnly? EndedBy(DateTime now) => LeftOn is null && !HoldsAt(now) ? EndsOn : null;

    /// <summary>The day it is in a time zone.</summary>
    public static DateOnly Today(DateTime now, string timeZoneId) =>
        DateOnly.FromDateTime(
            TimeZoneInfo.ConvertTimeFromUtc(now, TimeZoneInfo.FindSystemTimeZoneById(timeZoneId))
        );

    /// <summary>The access of a person of any district, because it is asked before a district is entered.</summary>
    public static async Task<PersonAccess> OfAsync(
        ThroughlineDb db,
        Guid personId,
        CancellationToken cancel
    ) =>
        await db.Set<Person>()
            .IgnoreQueryFilters()
            .Where(p => p.Id == personId)
            .Join(
                db.Set<Unit>(),
                p => p.DistrictId,
                u => u.Id,
                (p, u) => new PersonAccess(p.LeftOn, p.AccessEndsOn, u.TimeZoneId)
            )
            .SingleAsync(cancel);

    /// <summary>The day it is in the district that the context has entered.</summary>
    public static async Task<DateOnly> TodayAsync(
        ThroughlineDb db,
        DateTime now,
        CancellationToken cancel
    ) =>
        Today(
            now,
            await db.Set<Unit>()
                .Where(u => u.Id == db.DistrictId)
                .Select(u => u.TimeZoneId)
                .SingleAsync(cancel)
        );
}
