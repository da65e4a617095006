using Throughline.Domain.Shared;

namespace Throughline.Domain.Units;

/// <summary>
/// The hours of a school day in which staff are at work. Mail that nobody asked for at that moment reaches people in
/// them, and at no other time.
/// </summary>
/// <param name="From">Their first minute, on the clock of the unit.</param>
/// <param name="Until">The minute at which they are over.</param>
public sealed record ContractHours(TimeOnly From, TimeOnly Until)
{
    /// <summary>Before it no contract hour begins: at night clocks change, and people sleep.</summary>
    public static readonly TimeOnly Earliest = new(5, 0);

    /// <summary>After it none ends.</summary>
    public static readonly TimeOnly Latest = new(22, 0);

    /// <summary>
    /// A break of more days than this is the summer: people are not off all of it, and the year is planned in it. Any
    /// Monday to Friday will do then, or an invitation to the meeting in August would come in September.
    /// </summary>
    private const int LongestBreak = 21;

    /// <summary>Seven in the morning to four in the afternoon, until someone sets them.</summary>
    public static ContractHours Usual { get; } = new(new(7, 0), new(16, 0));

    /// <summary>Takes what was typed. Refused without both hours, for less than an hour in between, and before five or after ten at night.</summary>
    public static Result<ContractHours> Of(TimeOnly? from, TimeOnly? until)
    {
        if (from is not { } first || until is not { } last)
        {
            return Result.Refused<ContractHours>("Enter both hours.", "From");
        }

        return first < Earliest || last > Latest
                ? Result.Refused<ContractHours>(
                    "Contract hours lie between 5 AM and 10 PM. Choose hours in between.",
                    "From"
                )
            : last < first.AddHours(1)
                ? Result.Refused<ContractHours>(
                    "They last an hour at least. Choose a later end.",
                    "Until"
                )
            : Result.Ok(new ContractHours(first, last));
    }

    /// <summary>True when this minute of the clock is one of them.</summary>
    public bool Hold(TimeOnly time) => From <= time && time < Until;

    /// <summary>
    /// The first moment from now on in a contract hour of a school day, in summer of a Monday to Friday, that is no quiet
    /// hour of the person. Quiet hours that leave no minute of them are not kept: the mail would wait for ever.
    /// </summary>
    /// <param name="now">Now, UTC.</param>
    /// <param name="zone">The unit's time zone.</param>
    /// <param name="calendar">The unit's school days.</param>
    /// <param name="quiet">When the person wants none; null for no such time.</param>
    public DateTime Next(
        DateTime now,
        TimeZoneInfo zone,
        SchoolCalendar calendar,
        QuietHours? quiet = null
    )
    {
        var kept = quiet?.Leaves(this) == true ? quiet : null;
        var local = TimeZoneInfo.ConvertTimeFromUtc(now, zone);
        var today = DateOnly.FromDateTime(local);
        for (var ahead = 0; ; ahead++)
        {
            var day = today.AddDays(ahead);
            var from = ahead == 0 ? TimeOnly.FromDateTime(local) : TimeOnly.MinValue;
            if (IsWorked(day, calendar) && OnADay(from, kept) is { } time)
            {
                return ahead == 0 && time == from
                    ? now
                    : TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(time), zone);
            }
        }
    }

    private static bool IsWorked(DateOnly day, SchoolCalendar calendar)
    {
        if (calendar.IsSchoolDay(day))
        {
            return true;
        }

        if (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
        {
            return false;
        }

        var length = 1;
        for (var step = -1; step <= 1; step += 2)
        {
            for (
                var next = day.AddDays(step);
                length <= LongestBreak && !calendar.IsSchoolDay(next);
                next = next.AddDays(step)
            )
            {
                length++;
            }
        }

        return length > LongestBreak;
    }

    // The first open minute of a day from a time on; null when the day has none left.
    private TimeOnly? OnADay(TimeOnly from, QuietHours? quiet)
    {
        var first = from > From ? from : From;
        if (first >= Until)
        {
            return null;
        }

        return quiet?.Hold(first) != true ? first
            : quiet.Until > first && quiet.Until < Until ? quiet.Until
            : null;
    }
}

/// <summary>Hours in which a person wants no mail, each day; they may go over midnight.</summary>
/// <param name="From">Their first minute.</param>
/// <param name="Until">The minute at which they are over.</param>
public sealed record QuietHours(TimeOnly From, TimeOnly Until)
{
    /// <summary>Takes what was typed; none when both are left empty. Refused with one of the two, and where they leave no contract hour.</summary>
    public static Result<QuietHours?> Of(TimeOnly? from, TimeOnly? until, ContractHours hours)
    {
        if (from is null && until is null)
        {
            return Result.Ok<QuietHours?>(null);
        }

        if (from is not { } first || until is not { } last || first == last)
        {
            return Result.Refused<QuietHours?>(
                "Enter when your quiet hours begin and when they end, or leave both empty.",
                "QuietFrom"
            );
        }

        var quiet = new QuietHours(first, last);
        return quiet.Leaves(hours)
            ? Result.Ok<QuietHours?>(quiet)
            : Result.Refused<QuietHours?>(
                "That leaves no hour in which mail may come. Leave one of the contract hours free, or press “All off”.",
                "QuietFrom"
            );
    }

    /// <summary>True when this minute of the clock is one of them.</summary>
    public bool Hold(TimeOnly time) =>
        From <= Until ? From <= time && time < Until : time >= From || time < Until;

    /// <summary>True when some minute of the contract hours is none of them.</summary>
    public bool Leaves(ContractHours hours) =>
        !Hold(hours.From) || (Until > hours.From && Until < hours.Until);
}
