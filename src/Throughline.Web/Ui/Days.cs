using System.Globalization;

namespace Throughline.Web.Ui;

/// <summary>Days and times that stand for themselves, as people in a district write them; what is said relative to today is <see cref="DayWords"/>.</summary>
public static class Days
{
    private static readonly CultureInfo American = CultureInfo.GetCultureInfo("en-US");

    /// <summary>Nov 26, 2026</summary>
    public static string Full(DateOnly day) => day.ToString("MMM d, yyyy", American);

    /// <summary>Thu, Nov 26</summary>
    public static string Short(DateOnly day) => day.ToString("ddd, MMM d", American);

    /// <summary>Thursday, November 26, 2026</summary>
    public static string Long(DateOnly day) => day.ToString("dddd, MMMM d, yyyy", American);

    /// <summary>November 2026</summary>
    public static string Month(DateOnly day) => day.ToString("MMMM yyyy", American);

    /// <summary>Nov 26, 2026, 3:15 PM; of a time that is local already.</summary>
    public static string Time(DateTime local) => local.ToString("MMM d, yyyy, h:mm tt", American);

    /// <summary>2026-11-26, as addresses and files hold it.</summary>
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
