using Throughline.Domain.Shared;

namespace Throughline.Domain.Meetings;

// What is kept of it (product M9): a draft until who recorded it confirms it, then a record.
public sealed partial class Meeting
{
    /// <summary>When its minutes became final, UTC; null while they are a draft, and again once they were reopened.</summary>
    public DateTime? MinutesFinalAt { get; private set; }

    /// <summary>When its minutes and notes were destroyed at the end of their time, UTC; null while they are kept.</summary>
    public DateTime? MinutesDestroyedAt { get; private set; }

    /// <summary>Why nothing is written, marked or gone on with any more; null while it may be.</summary>
    public Refusal? WhyMinutesStand =>
        MinutesDestroyedAt is not null
            ? new Refusal("The minutes were destroyed at the end of their time.")
        : MinutesFinalAt is null ? null
        : new Refusal("The minutes are final. Reopen them with a reason to correct them.");

    /// <summary>
    /// Confirms the minutes: they are final, for good. Refused before the meeting is over, when they are final already,
    /// and while texts wait to be joined, which would be lost to the record.
    /// </summary>
    /// <param name="draft">What is confirmed.</param>
    /// <param name="earlier">The editions there are.</param>
    /// <param name="waiting">Beside how many of its notes texts wait.</param>
    /// <param name="by">Who confirms.</param>
    /// <param name="name">The same by name.</param>
    /// <param name="today">The day, where the unit is.</param>
    /// <param name="now">Now, UTC.</param>
    public Result<MinutesEdition> ConfirmMinutes(
        MinutesRecord draft,
        IReadOnlyCollection<MinutesEdition> earlier,
        int waiting,
        Guid by,
        string name,
        DateOnly today,
        DateTime now
    )
    {
        if (State != MeetingState.Ended)
        {
            return Result.Refused<MinutesEdition>(
                "Minutes are confirmed once the meeting is over."
            );
        }

        if (MinutesDestroyedAt is not null)
        {
            return WhyMinutesStand!;
        }

        if (MinutesFinalAt is not null)
        {
            return Result.Refused<MinutesEdition>(
                "Someone was quicker: the minutes are final already."
            );
        }

        if (waiting > 0)
        {
            return Result.Refused<MinutesEdition>(
                "Two people wrote at the same time, and a text waits beside the notes. Join the two first, or it is lost to the minutes."
            );
        }

        MinutesFinalAt = now;
        var record = draft with
        {
            Edition = earlier.Select(e => e.Number).DefaultIfEmpty().Max() + 1,
            ConfirmedBy = name,
            ConfirmedOn = today,
        };
        return Result.Ok(new MinutesEdition(this, record, by, now));
    }

    /// <summary>
    /// Reopens final minutes: they are a draft again, and the edition there was stays readable beside the one to come.
    /// Refused without a reason, while they are a draft, and once they were destroyed.
    /// </summary>
    public Result ReopenMinutes(MinutesEdition last, string? reason, Guid by, DateTime now)
    {
        if (MinutesFinalAt is null)
        {
            return Result.Refused("These minutes are a draft: correct them as they are.");
        }

        if (last.DestroyedAt is not null)
        {
            return Result.Refused("These minutes were destroyed at the end of their retention.");
        }

        var reopened = last.Reopen(reason, by, now);
        MinutesFinalAt = reopened.IsOk ? null : MinutesFinalAt;
        return reopened;
    }

    /// <summary>
    /// Destroys its minutes at the end of their time (rules of trust, records law): that it was held, when and with how
    /// many people stays. Its notes go with them, in the store. Refused before its time is over and while its
    /// records are held.
    /// </summary>
    /// <param name="editions">All its editions.</param>
    /// <param name="overUpTo">The last day of meetings whose time is over; null where minutes are kept for good.</param>
    /// <param name="isHeld">True while a legal hold is on its unit or district.</param>
    /// <param name="now">Now, UTC.</param>
    public Result DestroyMinutes(
        IEnumerable<MinutesEdition> editions,
        DateOnly? overUpTo,
        bool isHeld,
        DateTime now
    )
    {
        if (isHeld)
        {
            return Result.Refused("A legal hold is on these records: nothing is destroyed.");
        }

        if (State != MeetingState.Ended || overUpTo is null || Day > overUpTo)
        {
            return Result.Refused("The time for which these minutes are kept is not over.");
        }

        foreach (var edition in editions)
        {
            edition.Destroy(now);
        }

        MinutesDestroyedAt ??= now;
        return Result.Ok();
    }

    /// <summary>A member who was away has read what came of it. Refused before it is over.</summary>
    public Result CatchUp(Guid personId, DateTime now)
    {
        if (State != MeetingState.Ended)
        {
            return Result.Refused("There is nothing to catch up on before the meeting is over.");
        }

        Of(personId).CaughtUpAt ??= now;
        return Result.Ok();
    }

    /// <summary>A draft with the words covered that were covered in editions before it.</summary>
    public static MinutesRecord Covered(MinutesRecord draft, IEnumerable<MinutesEdition> earlier) =>
        earlier
            .SelectMany(e => e.CoveredWords())
            .Aggregate(
                draft,
                (record, words) => record.Each(text => MinutesRedaction.CoverWords(text, words))
            );
}
