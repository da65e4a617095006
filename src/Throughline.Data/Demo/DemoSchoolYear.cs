using System.Globalization;
using Throughline.Domain.Units;

namespace Throughline.Data.Demo;

/// <summary>A day out of the ordinary.</summary>
public sealed record DemoDay(DateOnly Day, CalendarDayKind Kind, string Label);

/// <summary>
/// The demo's school year. It is always somewhere between its tenth and its thirty-first week of forty-one, whenever the
/// demo is made: from August to May where the calendar allows it, else moved by as few weeks as that takes.
/// </summary>
public sealed record DemoSchoolYear(DateOnly FirstDay, DateOnly LastDay)
{
    private const int EarliestToday = 70;
    private const int LatestToday = 210;
    private const int LengthInDays = (40 * 7) + 5;

    /// <summary>As people say it: 2026–27.</summary>
    public string Name =>
        string.Create(CultureInfo.InvariantCulture, $"{FirstDay.Year}–{LastDay.Year % 100:00}");

    /// <summary>The year before this one.</summary>
    public DemoSchoolYear Previous => From(FirstDay.AddDays(-52 * 7));

    /// <summary>The school year in whose middle the day lies.</summary>
    public static DemoSchoolYear Around(DateOnly today)
    {
        var first = new[] { today.Year - 1, today.Year }
            .Select(UsualFirstDay)
            .Select(usual => (usual, move: DaysToMove(today.DayNumber - usual.DayNumber)))
            .MinBy(c => Math.Abs(c.move));
        return From(OnOrBefore(first.usual.AddDays(first.move), DayOfWeek.Monday));
    }

    /// <summary>Closures, half days and make-up days, each day once. Weather is known only for days that are over.</summary>
    public IReadOnlyList<DemoDay> Days(DateOnly today) =>
        [
            .. Closures()
                .Concat(Weather(today))
                .Concat(HalfDays())
                .Where(d => FirstDay <= d.Day && d.Day <= LastDay)
                .Where(d =>
                    d.Kind == CalendarDayKind.SchoolDay
                    || d.Day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)
                )
                .DistinctBy(d => d.Day)
                .OrderBy(d => d.Day),
        ];

    private static DemoSchoolYear From(DateOnly first) =>
        new(first, first.AddDays(LengthInDays - 1));

    private static DateOnly UsualFirstDay(int year) =>
        OnOrBefore(new DateOnly(year, 8, 21), DayOfWeek.Monday);

    private static int DaysToMove(int daysIntoYear) =>
        daysIntoYear - Math.Clamp(daysIntoYear, EarliestToday, LatestToday);

    private IEnumerable<DemoDay> Closures()
    {
        for (var year = FirstDay.Year; year <= LastDay.Year; year++)
        {
            foreach (var (label, first, days) in BreaksOf(year))
            {
                for (var n = 0; n < days; n++)
                {
                    yield return new(first.AddDays(n), CalendarDayKind.Closure, label);
                }
            }
        }
    }

    private static IEnumerable<(string Label, DateOnly First, int Days)> BreaksOf(int year) =>
        [
            ("Winter break", new(year, 1, 1), 2),
            ("Martin Luther King Jr. Day", OnOrBefore(new(year, 1, 21), DayOfWeek.Monday), 1),
            ("Presidents’ Day", OnOrBefore(new(year, 2, 21), DayOfWeek.Monday), 1),
            ("Spring break", OnOrBefore(new(year, 3, 28), DayOfWeek.Monday), 5),
            ("Memorial Day", OnOrBefore(new(year, 5, 31), DayOfWeek.Monday), 1),
            ("Juneteenth", new(year, 6, 19), 1),
            ("Independence Day", new(year, 7, 4), 1),
            ("Labor Day", OnOrBefore(new(year, 9, 7), DayOfWeek.Monday), 1),
            ("Fall break", OnOrBefore(new(year, 10, 14), DayOfWeek.Monday), 2),
            ("Veterans Day", new(year, 11, 11), 1),
            ("Thanksgiving break", Thanksgiving(year).AddDays(-1), 3),
            ("Winter break", new(year, 12, 23), 9),
        ];

    private IEnumerable<DemoDay> HalfDays()
    {
        for (var year = FirstDay.Year; year <= LastDay.Year; year++)
        {
            yield return Half(Thanksgiving(year).AddDays(-2), "Early dismissal before the break");
            yield return Half(
                OnOrBefore(new(year, 12, 22), DayOfWeek.Friday),
                "Early dismissal before the break"
            );
        }

        yield return Half(FirstDay.AddDays((9 * 7) + 3), "Family conferences");
        yield return Half(FirstDay.AddDays((26 * 7) + 3), "Family conferences");
        for (
            var month = new DateOnly(FirstDay.Year, FirstDay.Month, 1);
            month <= LastDay;
            month = month.AddMonths(1)
        )
        {
            yield return Half(
                OnOrBefore(month.AddDays(6), DayOfWeek.Wednesday),
                "Early release: professional learning"
            );
        }

        static DemoDay Half(DateOnly day, string label) => new(day, CalendarDayKind.HalfDay, label);
    }

    private IEnumerable<DemoDay> Weather(DateOnly today)
    {
        var storm = OnOrBefore(FirstDay.AddDays(9 * 7), DayOfWeek.Tuesday);
        return storm < today
            ?
            [
                new(storm, CalendarDayKind.Closure, "Storm: all schools closed"),
                new(
                    OnOrBefore(storm.AddDays(39), DayOfWeek.Saturday),
                    CalendarDayKind.SchoolDay,
                    "Make-up day for the storm"
                ),
            ]
            : [];
    }

    // Fourth Thursday of November.
    private static DateOnly Thanksgiving(int year) =>
        OnOrBefore(new(year, 11, 28), DayOfWeek.Thursday);

    private static DateOnly OnOrBefore(DateOnly day, DayOfWeek weekday) =>
        day.AddDays(-(((int)day.DayOfWeek - (int)weekday + 7) % 7));
}
