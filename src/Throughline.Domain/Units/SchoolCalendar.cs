namespace Throughline.Domain.Units;

/// <summary>What is out of the ordinary about a day.</summary>
public enum CalendarDayKind
{
    /// <summary>No school: holiday, break, weather.</summary>
    Closure = 1,

    /// <summary>School for part of the day. It counts as a school day.</summary>
    HalfDay = 2,

    /// <summary>School on a day that would have none, such as a make-up Saturday; also undoes a district's closure for one school.</summary>
    SchoolDay = 3,
}

/// <summary>
/// Which days are school days: Monday to Friday within a school year, less closures, plus make-up days. A school's own
/// entry for a day wins over its district's. Days are counted in school days where the field counts so (rocks of 45 days,
/// teams told within five).
/// </summary>
public sealed class SchoolCalendar
{
    private readonly IReadOnlyList<(DateOnly First, DateOnly Last)> years;
    private readonly Dictionary<DateOnly, CalendarDayKind> days;

    /// <summary>Makes the calendar of one unit.</summary>
    /// <param name="years">First and last day of each school year known; without any, every weekday is a school day.</param>
    /// <param name="districtDays">The district's entries.</param>
    /// <param name="schoolDays">The school's own entries; they win.</param>
    public SchoolCalendar(
        IEnumerable<(DateOnly First, DateOnly Last)> years,
        IEnumerable<(DateOnly Day, CalendarDayKind Kind)> districtDays,
        IEnumerable<(DateOnly Day, CalendarDayKind Kind)> schoolDays
    )
    {
        this.years = [.. years];
        days = [];
        foreach (var (day, kind) in districtDays.Concat(schoolDays))
        {
            days[day] = kind;
        }
    }

    /// <summary>True when there is school on the day, be it half a day.</summary>
    public bool IsSchoolDay(DateOnly day)
    {
        if (days.TryGetValue(day, out var kind))
        {
            return kind != CalendarDayKind.Closure;
        }

        var weekday = day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);
        return weekday && (years.Count == 0 || years.Any(y => y.First <= day && day <= y.Last));
    }

    /// <summary>True when school ends early on the day.</summary>
    public bool IsHalfDay(DateOnly day) =>
        days.TryGetValue(day, out var kind) && kind == CalendarDayKind.HalfDay;

    /// <summary>Number of school days after <paramref name="from"/> up to and including <paramref name="to"/>; 0 when <paramref name="to"/> is not later.</summary>
    public int SchoolDaysBetween(DateOnly from, DateOnly to)
    {
        var count = 0;
        for (var day = from; day < to; )
        {
            day = day.AddDays(1);
            count += IsSchoolDay(day) ? 1 : 0;
        }

        return count;
    }

    /// <summary>
    /// The day that lies <paramref name="count"/> school days after <paramref name="from"/>. Null when no such day is found
    /// within three years, as when the next school year is not entered yet.
    /// </summary>
    public DateOnly? AddSchoolDays(DateOnly from, int count)
    {
        var day = from;
        for (var tried = 0; tried < 3 * 366; tried++)
        {
            if (count <= 0)
            {
                return day;
            }

            day = day.AddDays(1);
            count -= IsSchoolDay(day) ? 1 : 0;
        }

        return count <= 0 ? day : null;
    }
}
