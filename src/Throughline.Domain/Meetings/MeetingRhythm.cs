using Throughline.Domain.Shared;
using Throughline.Domain.Units;

namespace Throughline.Domain.Meetings;

/// <summary>What becomes of a meeting whose day is closed.</summary>
public enum OnClosure
{
    /// <summary>It is held on the next school day, unless the next meeting comes first.</summary>
    Move = 1,

    /// <summary>It is left out.</summary>
    Drop = 2,
}

/// <summary>
/// When an ILT meets: every week or every two weeks, on which days, from when and how long (seed 002, “regular biweekly
/// meeting … 90 minutes”; seed 003, weekly).
/// </summary>
/// <param name="EveryWeeks">1 for every week, 2 for every two weeks, counted from the week of <paramref name="From"/>.</param>
/// <param name="Days">The days of the week; at least one.</param>
/// <param name="StartsAt">The unit's local time at which it starts.</param>
/// <param name="Minutes">How long it lasts, in minutes.</param>
/// <param name="From">The first day that can hold a meeting.</param>
/// <param name="Until">The last day that can hold one.</param>
/// <param name="OnClosure">What becomes of a meeting whose day is closed.</param>
public sealed record MeetingRhythm(
    int EveryWeeks,
    IReadOnlyList<DayOfWeek> Days,
    TimeOnly StartsAt,
    int Minutes,
    DateOnly From,
    DateOnly Until,
    OnClosure OnClosure
)
{
    /// <summary>Shortest meeting, in minutes.</summary>
    public const int Shortest = 15;

    /// <summary>Longest meeting, in minutes.</summary>
    public const int Longest = 240;

    /// <summary>Most days that a series may span: a school year and a summer.</summary>
    public const int LongestSpan = 400;

    /// <summary>
    /// Refuses a rhythm nobody could keep: no day of the week, other than one or two weeks, fewer than
    /// <see cref="Shortest"/> or more than <see cref="Longest"/> minutes, an end before the beginning or after midnight, and
    /// a span of more than <see cref="LongestSpan"/> days.
    /// </summary>
    public Result Check()
    {
        if (EveryWeeks is not (1 or 2))
        {
            return Result.Refused("Choose every week or every two weeks.", "EveryWeeks");
        }

        if (Days.Count == 0 || Days.Any(d => !Enum.IsDefined(d)))
        {
            return Result.Refused("Choose the day of the week on which the team meets.", "Days");
        }

        if (!Enum.IsDefined(OnClosure))
        {
            return Result.Refused(
                "Choose what becomes of a meeting whose day is closed.",
                "OnClosure"
            );
        }

        var length = CheckLength(StartsAt, Minutes);
        if (!length.IsOk)
        {
            return length;
        }

        if (Until < From)
        {
            return Result.Refused("The last day comes before the first. Check both.", "Until");
        }

        return
            From.Year is < SchoolYear.Earliest or > SchoolYear.Latest
            || Until.DayNumber - From.DayNumber > LongestSpan
            ? Result.Refused("A series spans one school year. Check the last day.", "Until")
            : Result.Ok();
    }

    /// <summary>Refuses a length no meeting has, and one that would go past midnight.</summary>
    public static Result CheckLength(TimeOnly startsAt, int minutes) =>
        minutes is < Shortest or > Longest
            ? Result.Refused(
                $"A meeting lasts {Shortest} to {Longest} minutes; 90 every two weeks or 60 every week work well.",
                "Minutes"
            )
        : startsAt.ToTimeSpan() + TimeSpan.FromMinutes(minutes) > TimeSpan.FromDays(1)
            ? Result.Refused("The meeting would end after midnight. Start it earlier.", "StartsAt")
        : Result.Ok();

    /// <summary>
    /// The days on which the team meets, in order, each once. On a closed day the meeting moves to the next school day that
    /// is free before the next meeting, or is left out where there is none or the team drops it.
    /// </summary>
    public IReadOnlyList<DateOnly> MeetingDays(SchoolCalendar calendar)
    {
        var planned = Planned();
        var days = new List<DateOnly>();
        for (var i = 0; i < planned.Count; i++)
        {
            var next = i + 1 < planned.Count ? planned[i + 1] : Until.AddDays(1);
            for (
                var day = planned[i];
                day < next && (day == planned[i] || OnClosure == OnClosure.Move);
                day = day.AddDays(1)
            )
            {
                if (calendar.IsSchoolDay(day))
                {
                    days.Add(day);
                    break;
                }
            }
        }

        return days;
    }

    private List<DateOnly> Planned()
    {
        // Weeks are counted from the Monday of the first one.
        var monday = From.AddDays(-(((int)From.DayOfWeek + 6) % 7));
        return
        [
            .. Enumerable
                .Range(0, Until.DayNumber - From.DayNumber + 1)
                .Select(From.AddDays)
                .Where(day =>
                    Days.Contains(day.DayOfWeek)
                    && (day.DayNumber - monday.DayNumber) / 7 % EveryWeeks == 0
                ),
        ];
    }
}
