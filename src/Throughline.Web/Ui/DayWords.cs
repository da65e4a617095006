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

    /// <summary>“Nov 26, 2026”</summary>
    public static string Full(DateOnly day) => day.ToString("MMM d, yyyy", English);

    /// <summary>“Thu, Nov 26”, where the year is plain.</summary>
    public static string Short(DateOnly day) => day.ToString("ddd, MMM d", English);

    /// <summary>“Thursday, November 26, 2026”</summary>
    public static string Long(DateOnly day) => day.ToString("dddd, MMMM d, yyyy", English);

    /// <summary>“November 2026”</summary>
    public static string Month(DateOnly day) => day.ToString("MMMM yyyy", English);

    /// <summary>“Nov 26, 2026, 3:15 PM”, of a time in the unit's zone.</summary>
    public static string Time(DateTime local) => local.ToString("MMM d, yyyy, h:mm tt", English);

    /// <summary>“2026-11-26”, as addresses and files hold it.</summary>
    public static string Iso(DateOnly day) =>
        day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Reads <see cref="Iso"/>; null for anything else and for years no school calendar holds.</summary>
    public static DateOnly? FromIso(string? text) =>
        DateOnly.TryParseExact(
            text,
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var day
        ) && day.Year is >= 2000 and <= 2100
            ? day
            : null;
}
