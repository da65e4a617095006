using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Domain.Units;

namespace Throughline.Web.Features.Units.Settings;

/// <summary>What a calendar holds for one day.</summary>
/// <param name="Own">The unit's own entry.</param>
/// <param name="Above">What a school's district has for the day.</param>
/// <param name="Break">The unit's own entry and those around it that bear the same name.</param>
public sealed record DayEntries(
    CalendarDay? Own,
    CalendarDay? Above,
    IReadOnlyList<CalendarDay> Break
)
{
    /// <summary>What a form is about: the day alone, or the break it belongs to.</summary>
    public IReadOnlyList<CalendarDay> Chosen(bool wholeBreak) =>
        Own is null ? []
        : wholeBreak ? Break
        : [Own];

    /// <summary>Reads them in one query, tracked.</summary>
    public static async Task<DayEntries> LoadAsync(
        ThroughlineDb db,
        Unit unit,
        DateOnly day,
        CancellationToken cancel
    )
    {
        var (from, to) = (
            day.AddDays(-CalendarDay.LongestSpan),
            day.AddDays(CalendarDay.LongestSpan)
        );
        var around = await db.Set<CalendarDay>()
            .Where(d => d.UnitId == unit.Id || (d.UnitId == unit.DistrictId && d.Day == day))
            .Where(d => d.Day >= from && d.Day <= to)
            .OrderBy(d => d.Day)
            .ToListAsync(cancel);
        var own = around.Find(d => d.UnitId == unit.Id && d.Day == day);
        return new DayEntries(
            own,
            around.Find(d => d.UnitId != unit.Id),
            own is null
                ? []
                :
                [
                    .. around.Where(d =>
                        d.UnitId == unit.Id && d.Kind == own.Kind && d.Label == own.Label
                    ),
                ]
        );
    }
}

/// <summary>What the form of a day posts.</summary>
public sealed class CalendarDayInput
{
    public CalendarDayKind? Kind { get; set; }
    public string? Label { get; set; }
    public bool WholeBreak { get; set; }
    public int Version { get; set; }

    internal static CalendarDayInput Of(CalendarDay day) =>
        new()
        {
            Kind = day.Kind,
            Label = day.Label,
            Version = day.Version,
        };
}
