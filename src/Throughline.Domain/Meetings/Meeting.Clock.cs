namespace Throughline.Domain.Meetings;

// The clock, and what it makes of a time that jumps.
public sealed partial class Meeting
{
    /// <summary>
    /// Seconds that went into items marked as not instructional (seed 003, pitfall 4: a team’s time goes to what is not its
    /// work).
    /// </summary>
    public int SecondsNotInstructional => items.Where(i => !i.IsInstructional).Sum(i => i.Seconds);

    /// <summary>
    /// The clock at a moment. A meeting that began early has its minutes from then; one that began late ends when it was to.
    /// </summary>
    /// <param name="zone">The unit's time zone.</param>
    /// <param name="now">Now, UTC.</param>
    public MeetingClock Clock(TimeZoneInfo zone, DateTime now)
    {
        var planned = StartUtc(zone);
        // Who begins early has the minutes from then, or a first try in the morning would show hours; who begins late has
        // what is left, because people go home at the time that was said.
        var begins = StartedAt < planned ? StartedAt.Value : planned;
        var ends = begins.AddMinutes(Minutes + ExtraMinutes);
        var stop = CurrentStop;
        var spent = stop is null ? 0 : stop.Seconds + Since(now);
        var ahead = Stops().Where(s => s.State == StopState.Ahead).Sum(s => s.Minutes * 60);
        return new MeetingClock(
            ends,
            stop is null || CurrentSince is not { } since
                ? null
                : since.AddSeconds((stop.Minutes * 60) - stop.Seconds),
            ahead,
            ahead + (stop is null ? 0 : Math.Max(0, (stop.Minutes * 60) - spent)),
            (int)(ends - now).TotalSeconds
        );
    }

    /// <summary>Seconds spent on an item so far, the current stay included: a clock that runs only while the team is at it.</summary>
    /// <param name="item">The item.</param>
    /// <param name="now">Now, UTC.</param>
    public int SecondsAt(AgendaItem item, DateTime now) =>
        item.Seconds + (CurrentItem == item.Number ? Since(now) : 0);

    // A server's clock may be set back: time spent is never negative.
    private int Since(DateTime now) =>
        CurrentSince is { } since ? (int)Math.Max(0, (now - since).TotalSeconds) : 0;

    private static DateTime Later(DateTime now, DateTime? start) => start > now ? start.Value : now;
}

/// <summary>The clock of a meeting.</summary>
/// <param name="EndsAt">When the meeting is to end, extensions included, UTC; sooner than planned when it began early.</param>
/// <param name="StopEndsAt">When the current part is to end, UTC; null where the team is at none.</param>
/// <param name="SecondsAhead">Seconds that the parts after the current one ask for.</param>
/// <param name="SecondsPlanned">Seconds that the rest of the agenda asks for.</param>
/// <param name="SecondsLeft">Seconds until the meeting is to end; below 0 when it is past it.</param>
public sealed record MeetingClock(
    DateTime EndsAt,
    DateTime? StopEndsAt,
    int SecondsAhead,
    int SecondsPlanned,
    int SecondsLeft
)
{
    /// <summary>Whole minutes by which the agenda is longer than the time that is left; 0 when it fits.</summary>
    public int MinutesOver => Math.Max(0, (SecondsPlanned - Math.Max(0, SecondsLeft) + 59) / 60);
}
