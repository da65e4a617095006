namespace Throughline.Data.Work;

/// <summary>Days of what is raised, as people say them.</summary>
public static class MatterDays
{
    /// <summary>The moment in which a day is over, UTC.</summary>
    public static DateTime EndOf(DateOnly day, TimeZoneInfo zone)
    {
        var midnight = day.AddDays(1).ToDateTime(TimeOnly.MinValue);
        // Where clocks are put forward at midnight, the day begins an hour later.
        return TimeZoneInfo.ConvertTimeToUtc(
            zone.IsInvalidTime(midnight) ? midnight.AddHours(1) : midnight,
            zone
        );
    }

    /// <summary>The last day before a moment in which a day is over.</summary>
    public static DateOnly LastDay(DateTime end, TimeZoneInfo zone) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(end.AddSeconds(-1), zone));
}
