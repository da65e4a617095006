using Throughline.Domain.Shared;

namespace Throughline.Domain.Units;

/// <summary>A school year of a district: first to last day, both included.</summary>
public sealed class SchoolYear : IDistrictOwned, IVersioned
{
    /// <summary>Earliest calendar year a school calendar holds.</summary>
    public const int Earliest = 2000;

    /// <summary>Latest calendar year a school calendar holds.</summary>
    public const int Latest = 2100;

    private SchoolYear() { }

    /// <summary>Identity of the school year.</summary>
    public Guid Id { get; private set; }

    /// <inheritdoc/>
    public Guid DistrictId { get; private set; }

    /// <summary>As people say it: 2026–27.</summary>
    public string Name { get; private set; } = "";

    /// <summary>First day, included.</summary>
    public DateOnly FirstDay { get; private set; }

    /// <summary>Last day, included.</summary>
    public DateOnly LastDay { get; private set; }

    /// <summary>The session's sourcedId in the roster, or null when made in the app.</summary>
    public string? SourcedId { get; private set; }

    /// <summary>True once someone set its days in the app: a roster then no longer overwrites them.</summary>
    public bool SetByHand { get; private set; }

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>Makes a school year. Refuses an empty name, a year before 2000 or after 2100, a last day that is not after the first, and more than 400 days.</summary>
    public static Result<SchoolYear> New(
        Guid districtId,
        string? name,
        DateOnly firstDay,
        DateOnly lastDay,
        DateTime now,
        string? sourcedId = null
    )
    {
        var year = new SchoolYear
        {
            Id = Ids.New(now),
            DistrictId = districtId,
            SourcedId = sourcedId,
        };
        var set = year.Set(name, firstDay, lastDay);
        return set.IsOk ? Result.Ok(year) : set.Refusal!;
    }

    /// <summary>Sets name and days from a roster, unless they were set by hand.</summary>
    public Result ChangeFromRoster(string? name, DateOnly firstDay, DateOnly lastDay) =>
        SetByHand ? Result.Ok() : Set(name, firstDay, lastDay);

    /// <summary>Sets name and days by hand; the same refusals as <see cref="New"/>.</summary>
    public Result Change(string? name, DateOnly firstDay, DateOnly lastDay)
    {
        var set = Set(name, firstDay, lastDay);
        SetByHand |= set.IsOk;
        return set;
    }

    /// <summary>Refuses days that another school year of the district holds already: every day belongs to one year at most.</summary>
    /// <param name="others">The district's school years; this one may be among them.</param>
    public Result StandsApartFrom(IEnumerable<SchoolYear> others)
    {
        var other = others.FirstOrDefault(y =>
            y.Id != Id && y.FirstDay <= LastDay && FirstDay <= y.LastDay
        );
        return other is null
            ? Result.Ok()
            : Result.Refused(
                $"These days overlap with {other.Name}. Choose days outside it, or change that year first.",
                "FirstDay"
            );
    }

    private Result Set(string? name, DateOnly firstDay, DateOnly lastDay)
    {
        var clean = Text.Required(name, "the school year's name", 40, "Name");
        if (!clean.IsOk)
        {
            return clean.Refusal!;
        }

        if (firstDay.Year is < Earliest or > Latest)
        {
            return Result.Refused(
                "Check the first day: its year lies far from any school calendar.",
                "FirstDay"
            );
        }

        if (lastDay <= firstDay)
        {
            return Result.Refused("The last day must come after the first day.", "LastDay");
        }

        if (lastDay.DayNumber - firstDay.DayNumber >= 400)
        {
            return Result.Refused(
                "A school year has at most 400 days. Check both dates.",
                "LastDay"
            );
        }

        Name = clean.Value;
        FirstDay = firstDay;
        LastDay = lastDay;
        return Result.Ok();
    }
}

/// <summary>One day that is out of the ordinary for a district or a school.</summary>
public sealed class CalendarDay : IDistrictOwned, IVersioned
{
    /// <summary>Most characters of a label.</summary>
    public const int LongestLabel = 80;

    /// <summary>Most days that one entry by hand may span.</summary>
    public const int LongestSpan = 60;

    private CalendarDay() { }

    /// <summary>Identity of the entry.</summary>
    public Guid Id { get; private set; }

    /// <inheritdoc/>
    public Guid DistrictId { get; private set; }

    /// <summary>The district, or the one school it is about.</summary>
    public Guid UnitId { get; private set; }

    /// <summary>The day. A unit has at most one entry for it.</summary>
    public DateOnly Day { get; private set; }

    /// <summary>Closure, half day or make-up day.</summary>
    public CalendarDayKind Kind { get; private set; }

    /// <summary>What people call it: Thanksgiving. At most <see cref="LongestLabel"/> characters.</summary>
    public string Label { get; private set; } = "";

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>
    /// The days a span such as a winter break is entered for: all its weekdays, since a weekend needs no closure; a single
    /// day is taken as it is. Refuses a last day before the first, more than <see cref="LongestSpan"/> days, and a span
    /// of make-up days, which are entered one by one.
    /// </summary>
    public static Result<IReadOnlyList<DateOnly>> Span(
        DateOnly first,
        DateOnly? last,
        CalendarDayKind kind
    )
    {
        if (first.Year is < SchoolYear.Earliest or > SchoolYear.Latest)
        {
            return Result.Refused<IReadOnlyList<DateOnly>>(
                "Check the day: its year lies far from any school calendar.",
                "FirstDay"
            );
        }

        if (last is null || last == first)
        {
            return Result.Ok<IReadOnlyList<DateOnly>>([first]);
        }

        var length = last.Value.DayNumber - first.DayNumber + 1;
        if (length < 1)
        {
            return Result.Refused<IReadOnlyList<DateOnly>>(
                "The last day comes before the first. Check both.",
                "LastDay"
            );
        }

        if (length > LongestSpan)
        {
            return Result.Refused<IReadOnlyList<DateOnly>>(
                $"Enter at most {LongestSpan} days at once. A summer needs no entry: days outside a school year are no school days.",
                "LastDay"
            );
        }

        if (kind == CalendarDayKind.SchoolDay)
        {
            return Result.Refused<IReadOnlyList<DateOnly>>(
                "Enter make-up days one by one.",
                "LastDay"
            );
        }

        DateOnly[] days =
        [
            .. Enumerable
                .Range(0, length)
                .Select(first.AddDays)
                .Where(d => d.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)),
        ];
        return days.Length > 0
            ? Result.Ok<IReadOnlyList<DateOnly>>(days)
            : Result.Refused<IReadOnlyList<DateOnly>>(
                "These days are a weekend, which has no school anyway.",
                "FirstDay"
            );
    }

    /// <summary>Makes an entry. Refuses an empty or overlong label.</summary>
    public static Result<CalendarDay> New(
        Guid districtId,
        Guid unitId,
        DateOnly day,
        CalendarDayKind kind,
        string? label,
        DateTime now
    )
    {
        var entry = new CalendarDay
        {
            Id = Ids.New(now),
            DistrictId = districtId,
            UnitId = unitId,
            Day = day,
        };
        var set = entry.Change(kind, label);
        return set.IsOk ? Result.Ok(entry) : set.Refusal!;
    }

    /// <summary>Changes what the day is. Refuses an empty or overlong label.</summary>
    public Result Change(CalendarDayKind kind, string? label)
    {
        var clean = Text.Required(label, "what the day is called", LongestLabel, "Label");
        if (!clean.IsOk)
        {
            return clean.Refusal!;
        }

        Kind = kind;
        Label = clean.Value;
        return Result.Ok();
    }
}
