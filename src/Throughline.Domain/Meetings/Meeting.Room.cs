using Throughline.Domain.Shared;

namespace Throughline.Domain.Meetings;

// The room: the clock, and how the team goes through its agenda.
public sealed partial class Meeting
{
    /// <summary>Most minutes by which a part or the meeting is extended at once.</summary>
    public const int LongestExtension = 60;

    /// <summary>When it was started, UTC; null before.</summary>
    public DateTime? StartedAt { get; private set; }

    /// <summary>When it was ended, UTC; null before.</summary>
    public DateTime? EndedAt { get; private set; }

    /// <summary>Minutes by which the team extended it.</summary>
    public int ExtraMinutes { get; private set; }

    /// <summary>The place of the section the team is at; null while it is at none.</summary>
    public int? CurrentSection { get; private set; }

    /// <summary>The number of the item the team is at; null for a section by itself.</summary>
    public int? CurrentItem { get; private set; }

    /// <summary>Since when the team is there, UTC.</summary>
    public DateTime? CurrentSince { get; private set; }

    /// <summary>The part the team is at; null before and after the meeting.</summary>
    public AgendaStop? CurrentStop => StopAt(CurrentSection, CurrentItem);

    /// <summary>
    /// Starts it and goes to the first part of the agenda. Refused on another day than it is planned for, without an
    /// agenda, and when it was started or called off before.
    /// </summary>
    /// <param name="today">The day it is where the unit is.</param>
    /// <param name="now">Now, UTC.</param>
    public Result Start(DateOnly today, DateTime now)
    {
        if (State != MeetingState.Planned)
        {
            return Result.Refused(
                State switch
                {
                    MeetingState.InProgress => "Someone was quicker: the meeting has started.",
                    MeetingState.Ended => "This meeting is over.",
                    _ => "This meeting was called off. Plan another one.",
                }
            );
        }

        if (today != Day)
        {
            return Result.Refused(
                "This meeting is planned for another day. Move it to today, then start it."
            );
        }

        if (!HasAgenda)
        {
            return Result.Refused("Begin the agenda first; then start the meeting.");
        }

        (State, StartedAt) = (MeetingState.InProgress, now);
        Come(Stops().FirstOrDefault(s => s.State == StopState.Ahead), now);
        return Result.Ok();
    }

    /// <summary>
    /// Goes on to the next part that is still ahead. Refused when there is none, outside the meeting, and when the team is
    /// elsewhere by now: two who press at once go on by one part, not by two.
    /// </summary>
    /// <param name="section">The place of the section the team was at.</param>
    /// <param name="item">The number of the item the team was at.</param>
    /// <param name="now">Now, UTC.</param>
    public Result Next(int? section, int? item, DateTime now)
    {
        if (NotInRoom() is { } refused)
        {
            return refused;
        }

        if (item != CurrentItem || (item is null && section != CurrentSection))
        {
            return Result.Refused("Someone was quicker: the team has gone on already.");
        }

        var stops = Stops().ToList();
        var at = stops.FindIndex(s => s.State == StopState.Now);
        var next = stops.Skip(at + 1).FirstOrDefault(s => s.State == StopState.Ahead);
        if (next is null)
        {
            return Result.Refused("This was the last part of the agenda. End the meeting.");
        }

        Leave(StopState.Done, now);
        Come(next, now);
        return Result.Ok();
    }

    /// <summary>Goes to any part of the agenda, also one that was done, cut or parked. Refused for one that is not there.</summary>
    public Result GoTo(int section, int? item, DateTime now)
    {
        if (NotInRoom() is { } refused)
        {
            return refused;
        }

        if (StopAt(section, item) is not { } stop)
        {
            return Result.Refused(NoSuchItem);
        }

        if (stop.State != StopState.Now)
        {
            Leave(StopState.Done, now);
            Come(stop, now);
        }

        return Result.Ok();
    }

    /// <summary>Gives the current part more minutes. Refused outside 1 to <see cref="LongestExtension"/> and where the team is at no part.</summary>
    public Result ExtendStop(int minutes)
    {
        if ((NotInRoom() ?? CheckExtension(minutes)) is { } refused)
        {
            return refused;
        }

        if (CurrentStop is not { } stop)
        {
            return Result.Refused("Go to a part of the agenda first.");
        }

        if (stop.Item is { } number)
        {
            ItemOf(number)!.Minutes += minutes;
        }
        else
        {
            Replace(stop.Section, s => s with { Minutes = s.Minutes + minutes });
        }

        return Result.Ok();
    }

    /// <summary>Lets the meeting last longer. Refused outside 1 to <see cref="LongestExtension"/>.</summary>
    public Result ExtendMeeting(int minutes)
    {
        if ((NotInRoom() ?? CheckExtension(minutes)) is { } refused)
        {
            return refused;
        }

        ExtraMinutes += minutes;
        return Result.Ok();
    }

    /// <summary>Leaves a part out for want of time. Refused for one that is done, and for one that is not there.</summary>
    public Result Cut(int section, int? item, DateTime now) =>
        SetAside(section, item, StopState.Cut, now);

    /// <summary>Parks an item: it goes on the next agenda. Refused for one that is done, and for one that is not there.</summary>
    public Result Park(int item, DateTime now) =>
        ItemOf(item) is { } found
            ? SetAside(found.Section, item, StopState.Parked, now)
            : Result.Refused(NoSuchItem);

    /// <summary>An item that was put aside before the meeting stands on its agenda again. Refused for any other.</summary>
    public Result PutBack(int item)
    {
        if (ItemOf(item) is not { } found)
        {
            return Result.Refused(NoSuchItem);
        }

        if (State != MeetingState.Planned || found.State is not (StopState.Cut or StopState.Parked))
        {
            return Result.Refused("It stands on the agenda already, or the meeting has begun.");
        }

        found.State = StopState.Ahead;
        return Result.Ok();
    }

    private Result SetAside(int section, int? item, StopState state, DateTime now)
    {
        if (State is MeetingState.Ended or MeetingState.Cancelled)
        {
            return Result.Refused("This meeting is over; its agenda stays as it was.");
        }

        if (StopAt(section, item) is not { } stop)
        {
            return Result.Refused(NoSuchItem);
        }

        switch (stop.State)
        {
            case StopState.Now:
                var next = Stops()
                    .SkipWhile(s => s.State != StopState.Now)
                    .FirstOrDefault(s => s.State == StopState.Ahead);
                Leave(state, now);
                Come(next, now);
                return Result.Ok();
            case StopState.Ahead:
                Mark(stop, state, 0);
                return Result.Ok();
            case StopState.Done or StopState.Cut or StopState.Parked:
            default:
                return Result.Refused("The team is through with this part already.");
        }
    }

    private Refusal? NotInRoom() =>
        State == MeetingState.InProgress
            ? null
            : new Refusal(
                State == MeetingState.Planned
                    ? "Start the meeting first."
                    : "This meeting is not in progress any more."
            );

    private static Refusal? CheckExtension(int minutes) =>
        minutes is < 1 or > LongestExtension
            ? new Refusal($"Extend by 1 to {LongestExtension} minutes.", "Minutes")
            : null;

    private void Come(AgendaStop? stop, DateTime now)
    {
        (CurrentSection, CurrentItem) = (stop?.Section, stop?.Item);
        CurrentSince = stop is null ? null : now;
        if (stop is not null)
        {
            Mark(stop, StopState.Now, 0);
        }
    }

    private void Leave(StopState state, DateTime now)
    {
        if (CurrentStop is { } stop)
        {
            Mark(stop, state, Since(now));
        }
    }

    private void Mark(AgendaStop stop, StopState state, int seconds)
    {
        if (stop.Item is { } number)
        {
            var item = ItemOf(number)!;
            (item.State, item.Seconds) = (state, item.Seconds + seconds);
        }
        else
        {
            Replace(stop.Section, s => s with { State = state, Seconds = s.Seconds + seconds });
        }
    }
}
