using System.Globalization;
using Throughline.Domain.Units;

namespace Throughline.Web.Ui;

/// <summary>Words of the glossary for days and units, and the endings that English asks for.</summary>
public static class Words
{
    public static string Of(CalendarDayKind kind) =>
        kind switch
        {
            CalendarDayKind.Closure => "closure",
            CalendarDayKind.HalfDay => "half day",
            CalendarDayKind.SchoolDay => "make-up day",
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

    /// <summary>District or school, as people say it in a sentence: “this school”.</summary>
    public static string Of(UnitKind kind) => kind == UnitKind.District ? "district" : "school";

    /// <summary>“coaches”, “representatives”; plain English is enough for the words a district may choose.</summary>
    public static string Many(string one) =>
        one.EndsWith("ch", StringComparison.Ordinal) || one.EndsWith('s') || one.EndsWith('x')
            ? one + "es"
            : one + "s";

    /// <summary>“1 school day”, “3 school days”.</summary>
    public static string Count(int count, string one, string? many = null) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{count:N0} {(count == 1 ? one : many ?? Many(one))}"
        );
}
