using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Domain.Units;

namespace Throughline.Web.Features.Units.Settings;

/// <summary>A day out of the ordinary as the page lists it.</summary>
/// <param name="Day">The day.</param>
/// <param name="Kind">What counts.</param>
/// <param name="Label">What it is called.</param>
/// <param name="Inherited">True when a school has it from its district.</param>
/// <param name="InsteadOf">What the district has for the day, when the school's own entry differs.</param>
public sealed record ListedDay(
    DateOnly Day,
    CalendarDayKind Kind,
    string Label,
    bool Inherited,
    string? InsteadOf
);

/// <summary>A month with its days out of the ordinary and its number of school days.</summary>
public sealed record ListedMonth(DateOnly First, int SchoolDays, IReadOnlyList<ListedDay> Days);

/// <summary>A unit's calendar for one school year, read in two queries.</summary>
public sealed record CalendarView(
    IReadOnlyList<SchoolYear> Years,
    SchoolYear? Year,
    int SchoolDays,
    int HalfDays,
    IReadOnlyList<ListedMonth> Months
)
{
    /// <summary>Shows the year asked for, else the one that today lies in, else the next, else the last.</summary>
    public static async Task<CalendarView> LoadAsync(
        ThroughlineDb db,
        Unit unit,
        Guid? yearId,
        DateOnly today,
        CancellationToken cancel
    )
    {
        var years = await db.Set<SchoolYear>()
            .AsNoTracking()
            .OrderBy(y => y.FirstDay)
            .ToListAsync(cancel);
        var year =
            years.Find(y => y.Id == yearId)
            ?? years.Find(y => today <= y.LastDay)
            ?? years.LastOrDefault();
        var (from, to) = Window(years, year);
        var entries = await db.Set<CalendarDay>()
            .AsNoTracking()
            .Where(d => d.UnitId == unit.Id || d.UnitId == unit.DistrictId)
            .Where(d => d.Day >= from && d.Day <= to)
            .OrderBy(d => d.Day)
            .ToListAsync(cancel);
        var calendar = new SchoolCalendar(
            years.Select(y => (y.FirstDay, y.LastDay)),
            entries.Where(d => d.UnitId == unit.DistrictId).Select(d => (d.Day, d.Kind)),
            entries.Where(d => d.UnitId != unit.DistrictId).Select(d => (d.Day, d.Kind))
        );
        var listed = entries.GroupBy(d => d.Day).Select(g => Listed(unit, [.. g])).ToList();
        var months = MonthsOf(year, listed)
            .Select(m => new ListedMonth(
                m,
                year is null ? 0 : SchoolDaysIn(calendar, year, m),
                [.. listed.Where(d => FirstOfMonth(d.Day) == m)]
            ))
            .ToList();
        return new CalendarView(
            years,
            year,
            months.Sum(m => m.SchoolDays),
            listed.Count(d => d.Kind == CalendarDayKind.HalfDay),
            months
        );
    }

    // A summer's entries stand with the school year before it, so that no entry is out of sight.
    private static (DateOnly From, DateOnly To) Window(List<SchoolYear> years, SchoolYear? year)
    {
        var place = year is null ? -1 : years.IndexOf(year);
        return (
            place <= 0 ? DateOnly.MinValue : year!.FirstDay,
            place < 0 || place == years.Count - 1
                ? DateOnly.MaxValue
                : years[place + 1].FirstDay.AddDays(-1)
        );
    }

    private static ListedDay Listed(Unit unit, IReadOnlyList<CalendarDay> entries)
    {
        var own = entries.FirstOrDefault(d => d.UnitId == unit.Id);
        var above = entries.FirstOrDefault(d => d.UnitId != unit.Id);
        var shown = own ?? above!;
        return new ListedDay(
            shown.Day,
            shown.Kind,
            shown.Label,
            own is null,
            own is not null && above is not null ? above.Label : null
        );
    }

    private static IEnumerable<DateOnly> MonthsOf(SchoolYear? year, List<ListedDay> listed)
    {
        var months = listed.Select(d => FirstOfMonth(d.Day)).ToHashSet();
        for (
            var month = FirstOfMonth(year?.FirstDay ?? DateOnly.MaxValue);
            year is not null && month <= year.LastDay;
            month = month.AddMonths(1)
        )
        {
            months.Add(month);
        }

        return months.Order();
    }

    private static int SchoolDaysIn(SchoolCalendar calendar, SchoolYear year, DateOnly month)
    {
        var first = month < year.FirstDay ? year.FirstDay : month;
        var end = month.AddMonths(1).AddDays(-1);
        var last = end > year.LastDay ? year.LastDay : end;
        return calendar.SchoolDaysBetween(first.AddDays(-1), last);
    }

    private static DateOnly FirstOfMonth(DateOnly day) => new(day.Year, day.Month, 1);
}
