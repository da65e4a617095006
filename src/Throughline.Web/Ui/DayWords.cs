using System.Globalization;

namespace Throughline.Web.Ui;

/// <summary>How days and times are written, everywhere alike.</summary>
public static class DayWords
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-US");

    /// <summary>“November 13”, with the year when it is not this one.</summary>
    public static string Day(DateOnly day, DateOnly today) =>
        day.ToString(day.Year == today.Year ? "MMMM d" : "MMMM d, yyyy", English);

    /// <summary>As people say it before a day that is near: “today”, “tomorrow”, “Friday”; else the date.</summary>
    public static string Near(DateOnly day, DateOnly today) =>
        (day.DayNumber - today.DayNumber) switch
        {
            0 => "today",
            1 => "tomorrow",
            > 1 and < 7 => day.ToString("dddd", English),
            _ => Day(day, today),
        };

    /// <summary>“November 13, 3:15 PM”, of a time in the unit's zone.</summary>
    public static string Moment(DateTime local, DateOnly today) =>
        $"{Day(DateOnly.FromDateTime(local), today)}, {local.ToString("h:mm tt", English)}";
}
