using System.Globalization;

namespace Throughline.Domain.Units;

/// <summary>A half of a school year.</summary>
/// <param name="Name">What it is called: “first half of 2026–27”.</param>
/// <param name="From">Its first day.</param>
/// <param name="Until">Its last day.</param>
public sealed record Term(string Name, DateOnly From, DateOnly Until)
{
    /// <summary>The half of the school year that a day lies in.</summary>
    public static Term Of(SchoolYear year, DateOnly day)
    {
        var middle = year.FirstDay.AddDays((year.LastDay.DayNumber - year.FirstDay.DayNumber) / 2);
        return day <= middle
            ? new(
                string.Create(CultureInfo.InvariantCulture, $"first half of {year.Name}"),
                year.FirstDay,
                middle
            )
            : new(
                string.Create(CultureInfo.InvariantCulture, $"second half of {year.Name}"),
                middle.AddDays(1),
                year.LastDay
            );
    }

    /// <summary>
    /// The half that a day lies in, or the last one that had begun by then, and the one before it, the latest first. None
    /// where no school year is known.
    /// </summary>
    public static IReadOnlyList<Term> UpTo(IEnumerable<SchoolYear> years, DateOnly day) =>
        [
            .. years
                .SelectMany(y => new[] { Of(y, y.FirstDay), Of(y, y.LastDay) })
                .Where(t => t.From <= day)
                .OrderByDescending(t => t.From)
                .Take(2),
        ];
}
