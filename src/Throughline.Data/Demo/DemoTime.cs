namespace Throughline.Data.Demo;

/// <summary>
/// The demo's past. All of it happened yesterday or before, at the same hours whenever the demo is made on a day; every
/// answer is a millisecond later than the one before, so that ids sort in the order in which things were made.
/// </summary>
internal sealed class DemoTime
{
    private readonly TimeZoneInfo zone;
    private int made;

    public TimeZoneInfo Zone => zone;

    public DemoTime(DateTime now, string timeZoneId)
    {
        Now = now;
        zone = TimeZoneInfo.FindSystemTimeZoneById(timeZoneId);
        Today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(now, zone));
        Year = DemoSchoolYear.Around(Today);
    }

    /// <summary>When the demo is made, UTC.</summary>
    public DateTime Now { get; }

    /// <summary>Today where the district is.</summary>
    public DateOnly Today { get; }

    /// <summary>The school year in progress.</summary>
    public DemoSchoolYear Year { get; }

    /// <summary>An hour of a day in the district, UTC. Hours between 5 and 23 exist on every day, also when clocks change.</summary>
    public DateTime At(DateOnly day, int hour, int minute = 0) =>
        TimeZoneInfo
            .ConvertTimeToUtc(day.ToDateTime(new TimeOnly(hour, minute)), zone)
            .AddMilliseconds(made++ % 60_000);

    /// <summary>An hour some days ago; 1 is yesterday.</summary>
    public DateTime Ago(int days, int hour, int minute = 0) =>
        At(Today.AddDays(-days), hour, minute);

    /// <summary>The nth Monday-to-Friday before today; 1 is the last one.</summary>
    public DateOnly WeekdayAgo(int n) => Weekday(n, -1);

    /// <summary>The nth Monday-to-Friday after today; 1 is the next one.</summary>
    public DateOnly WeekdayAhead(int n) => Weekday(n, 1);

    private DateOnly Weekday(int n, int step)
    {
        var day = Today;
        while (n > 0)
        {
            day = day.AddDays(step);
            n -= day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 0 : 1;
        }

        return day;
    }
}
