using Throughline.Domain.Shared;
using Throughline.Domain.Units;

namespace Throughline.Domain.Meetings;

/// <summary>
/// The regular meetings of a unit's ILT: their rhythm, where they are held and with which agenda they begin. A unit has one
/// series; a change holds from a day on and touches no meeting before it.
/// </summary>
public sealed class MeetingSeries : IDistrictOwned, IVersioned
{
    /// <summary>Longest place, in characters.</summary>
    public const int LongestPlace = 120;

    /// <summary>Longest link, in characters.</summary>
    public const int LongestLink = 500;

    private MeetingSeries() { }

    /// <summary>Identity of the series.</summary>
    public Guid Id { get; private set; }

    /// <inheritdoc/>
    public Guid DistrictId { get; private set; }

    /// <summary>The unit whose ILT meets.</summary>
    public Guid UnitId { get; private set; }

    /// <summary>Every how many weeks: 1 or 2.</summary>
    public int EveryWeeks { get; private set; }

    /// <summary>The days of the week, a bit each: 1 for Sunday, 2 for Monday, 4 for Tuesday …</summary>
    public int WeekDays { get; private set; }

    /// <summary>The unit's local time at which it starts.</summary>
    public TimeOnly StartsAt { get; private set; }

    /// <summary>How long a meeting lasts, in minutes.</summary>
    public int Minutes { get; private set; }

    /// <summary>The first day that can hold a meeting.</summary>
    public DateOnly From { get; private set; }

    /// <summary>The last day that can hold one.</summary>
    public DateOnly Until { get; private set; }

    /// <summary>What becomes of a meeting whose day is closed.</summary>
    public OnClosure OnClosure { get; private set; }

    /// <summary>Where: a room; null when nothing was said.</summary>
    public string? Place { get; private set; }

    /// <summary>A link for who joins from elsewhere; null for none.</summary>
    public string? Link { get; private set; }

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>The rhythm as one.</summary>
    public MeetingRhythm Rhythm =>
        new(
            EveryWeeks,
            [.. Enum.GetValues<DayOfWeek>().Where(d => (WeekDays & (1 << (int)d)) != 0)],
            StartsAt,
            Minutes,
            From,
            Until,
            OnClosure
        );

    /// <summary>Sets up the regular meetings of a unit. The refusals of <see cref="MeetingRhythm.Check"/> and <see cref="MeetingPlace.Of"/>.</summary>
    public static Result<MeetingSeries> Set(
        Unit unit,
        MeetingRhythm rhythm,
        string? place,
        string? link,
        DateTime now
    )
    {
        var series = new MeetingSeries
        {
            Id = Ids.New(now),
            DistrictId = unit.DistrictId,
            UnitId = unit.Id,
        };
        var changed = series.Change(rhythm, place, link);
        return changed.IsOk ? Result.Ok(series) : changed.Refusal!;
    }

    /// <summary>Changes rhythm and place. The same refusals as <see cref="Set"/>.</summary>
    public Result Change(MeetingRhythm rhythm, string? place, string? link)
    {
        var where = MeetingPlace.Of(place, link);
        var check = rhythm.Check();
        if (!check.IsOk || !where.IsOk)
        {
            return check.IsOk ? where.Refusal! : check;
        }

        EveryWeeks = rhythm.EveryWeeks;
        WeekDays = rhythm.Days.Aggregate(0, (bits, day) => bits | (1 << (int)day));
        (StartsAt, Minutes) = (rhythm.StartsAt, rhythm.Minutes);
        (From, Until, OnClosure) = (rhythm.From, rhythm.Until, rhythm.OnClosure);
        (Place, Link) = where.Value;
        return Result.Ok();
    }
}

/// <summary>Where a meeting is held.</summary>
public static class MeetingPlace
{
    /// <summary>Cleans a place and a link. Refuses overlong ones and a link that is no web address: a calendar would lead nowhere.</summary>
    public static Result<(string? Place, string? Link)> Of(string? place, string? link)
    {
        var (where, web) = (Text.CleanLine(place), Text.CleanLine(link));
        if (where?.Length > MeetingSeries.LongestPlace)
        {
            return Result.Refused<(string?, string?)>(
                $"Shorten the place to {MeetingSeries.LongestPlace} characters; it has {where.Length} now.",
                "Place"
            );
        }

        return
            web is not null
            && (
                web.Length > MeetingSeries.LongestLink
                || !Uri.TryCreate(web, UriKind.Absolute, out var address)
                || address.Scheme is not ("https" or "http")
            )
            ? Result.Refused<(string?, string?)>(
                $"Enter the whole link, beginning with https://, at most {MeetingSeries.LongestLink} characters.",
                "Link"
            )
            : Result.Ok((where, web));
    }
}
