using Throughline.Domain.Shared;

namespace Throughline.Domain.Meetings;

// How it ends, and goes on when that was a mistake.
public sealed partial class Meeting
{
    /// <summary>
    /// Ends it. What was still ahead is parked, so that it comes to the next agenda. Refused when it is not in progress.
    /// </summary>
    public Result End(DateTime now)
    {
        if (NotInRoom() is { } refused)
        {
            return refused;
        }

        foreach (var item in items.Where(i => i.State is StopState.Ahead or StopState.Now))
        {
            item.LeftAs = item.State;
        }

        Sections =
        [
            .. Sections.Select(s =>
                s.State is StopState.Ahead or StopState.Now ? s with { LeftAs = s.State } : s
            ),
        ];
        Leave(StopState.Done, now);
        (CurrentSection, CurrentItem, CurrentSince) = (null, null, null);
        foreach (var item in items.Where(i => i.State == StopState.Ahead))
        {
            item.State = StopState.Parked;
        }

        Sections =
        [
            .. Sections.Select(
                (s, at) =>
                    s.State == StopState.Ahead && (s.IsNoted || !ItemsOf(at).Any())
                        ? s with
                        {
                            State = StopState.Cut,
                        }
                        : s
            ),
        ];
        (State, EndedAt) = (MeetingState.Ended, Later(now, StartedAt));
        return Result.Ok();
    }

    /// <summary>
    /// Goes on with a meeting that was ended by mistake, at the part the team was at: what the end had left is ahead again.
    /// Refused on another day, and once the minutes are final.
    /// </summary>
    public Result Resume(DateOnly today, DateTime now)
    {
        if (WhyMinutesStand is { } stands)
        {
            return stands;
        }

        if (State != MeetingState.Ended || today != Day)
        {
            return Result.Refused(
                "Only a meeting that was ended today can go on. Plan another one."
            );
        }

        (State, EndedAt) = (MeetingState.InProgress, null);
        var at = Stops().FirstOrDefault(s => LeftAsOf(s) == StopState.Now);
        foreach (var item in items.Where(i => i.LeftAs is not null))
        {
            (item.State, item.LeftAs) = (item.LeftAs!.Value, null);
        }

        Sections =
        [
            .. Sections.Select(s =>
                s.LeftAs is { } left ? s with { State = left, LeftAs = null } : s
            ),
        ];
        Come(at, now);
        return Result.Ok();
    }

    private StopState? LeftAsOf(AgendaStop stop) =>
        stop.Item is { } number ? ItemOf(number)!.LeftAs : Sections[stop.Section].LeftAs;
}
