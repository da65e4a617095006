using Throughline.Domain.Shared;

namespace Throughline.Domain.Meetings;

// What becomes of it: merged into another one, ended or shortened; and what that gives back.
public sealed partial class RegularMeeting
{
    /// <summary>
    /// Proposes what is to become of it. Refused without a reason, where it is not held any more, for a merger into itself or
    /// into one that is not held, for fewer minutes than 1 or not fewer than it has, and for a merger that takes more time
    /// than it gives back.
    /// </summary>
    /// <param name="plan">What is proposed.</param>
    /// <param name="into">The meeting it is merged into; null for none.</param>
    /// <param name="by">Who proposes it.</param>
    /// <param name="now">Now, UTC.</param>
    public Result<RegularMeetingChange> Propose(
        ChangePlan plan,
        RegularMeeting? into,
        Guid by,
        DateTime now
    )
    {
        var reason = Text.Required(plan.Reason, "the reason", LongestText, "Reason");
        if ((IsHeld ? reason.Refusal ?? Check(plan, into) : NotHeld().Refusal) is { } refused)
        {
            return refused;
        }

        var change = new RegularMeetingChange(this, plan, reason.Value, into?.Id, by, now);
        changes.Add(change);
        return Result.Ok(change);
    }

    /// <summary>
    /// Records that a proposal holds now. From its day on the time it took is given back: all of it for one that is merged or
    /// ended, less what the other one grows by; for a shorter one, the minutes it has lost. Refused for a proposal that is
    /// settled, without saying who decided, for a day to come, a day before an earlier change and more than
    /// <see cref="RegularMeetingChange.LongestAgo"/> days ago, and like <see cref="Propose"/>.
    /// </summary>
    /// <param name="id">The proposal.</param>
    /// <param name="say">From which day, and who decided.</param>
    /// <param name="into">The meeting it is merged into, to be made longer; null for none.</param>
    /// <param name="today">The day it is where the unit is.</param>
    public Result Decide(Guid id, ChangeDecided say, RegularMeeting? into, DateOnly today)
    {
        if (changes.Find(c => c.Id == id) is not { IsOpen: true } change)
        {
            return Result.Refused("This proposal is settled, or was withdrawn.");
        }

        var who = Text.Required(say.By, "who decided", LongestName, "By");
        if (
            (
                IsHeld
                    ? Check(change.Plan, into) ?? who.Refusal ?? CheckDay(say.Day, today)
                    : NotHeld().Refusal
            ) is
            { } refused
        )
        {
            return refused;
        }

        change.Settle(
            say.Day!.Value,
            who.Value,
            say.DecisionId,
            Minutes,
            GivenBackBy(change.Plan, into),
            changes.Max(c => c.Settling ?? 0) + 1
        );
        if (change.Kind == RegularMeetingChangeKind.Shortened)
        {
            Minutes = change.NewMinutes!.Value;
        }
        else
        {
            EndedOn = change.Day;
        }

        if (into is not null)
        {
            into.Minutes += change.Grows;
        }

        return Result.Ok();
    }

    /// <summary>Withdraws a proposal. Refused for one that is settled.</summary>
    public Result Withdraw(Guid id)
    {
        if (changes.Find(c => c.Id == id) is not { IsOpen: true } change)
        {
            return Result.Refused("This proposal is settled, or was withdrawn.");
        }

        changes.Remove(change);
        return Result.Ok();
    }

    /// <summary>
    /// Takes back what was decided last, because it turned out otherwise: the meeting is held as before, what was given back
    /// by it counts no more, and it is a proposal again. Refused where nothing was decided.
    /// </summary>
    /// <param name="into">The meeting it was merged into; null for none.</param>
    public Result TakeBack(RegularMeeting? into)
    {
        if (changes.Where(c => !c.IsOpen).MaxBy(c => c.Settling) is not { } last)
        {
            return Result.Refused("Nothing was decided about this meeting yet.");
        }

        // By the difference: what a merger added to it since stays.
        Minutes +=
            last.Kind == RegularMeetingChangeKind.Shortened
                ? last.MinutesBefore!.Value - last.NewMinutes!.Value
                : 0;
        EndedOn = null;
        if (into is not null && into.Id == last.IntoId)
        {
            into.Minutes = Math.Max(1, into.Minutes - last.Grows);
        }

        last.Reopen();
        return Result.Ok();
    }

    private int GivenBackBy(ChangePlan plan, RegularMeeting? into) =>
        plan.Kind == RegularMeetingChangeKind.Shortened
            ? PersonMinutesOf(Minutes - plan.NewMinutes!.Value)
            : PersonMinutesOf(Minutes)
                - (into?.PersonMinutesOf(plan.Grows.GetValueOrDefault()) ?? 0);

    private Refusal? Check(ChangePlan plan, RegularMeeting? into) =>
        plan.Kind switch
        {
            RegularMeetingChangeKind.Merged when into is null || into.Id == Id || !into.IsHeld =>
                new Refusal("Choose another meeting that is held, into which it goes.", "Into"),
            RegularMeetingChangeKind.Merged
                when plan.Grows is < 0 || into.Minutes + plan.Grows > LongestMinutes => new Refusal(
                $"Enter by how many minutes the other meeting grows: 0 to {LongestMinutes - into.Minutes}.",
                "Grows"
            ),
            RegularMeetingChangeKind.Merged when GivenBackBy(plan, into) < 0 => new Refusal(
                "The other meeting would grow by more time than this one takes. Make it grow by fewer minutes, or end this one.",
                "Grows"
            ),
            RegularMeetingChangeKind.Shortened
                when plan.NewMinutes is not { } minutes || minutes < 1 || minutes >= Minutes =>
                new Refusal(
                    $"Enter how long it lasts from then on: 1 to {Minutes - 1} minutes.",
                    "NewMinutes"
                ),
            RegularMeetingChangeKind.Merged
            or RegularMeetingChangeKind.Ended
            or RegularMeetingChangeKind.Shortened => null,
            _ => new Refusal("Choose what is to become of it.", "Kind"),
        };

    private Refusal? CheckDay(DateOnly? day, DateOnly today) =>
        day is not { } from
        || from > today
        || from < today.AddDays(-RegularMeetingChange.LongestAgo)
            ? new Refusal(
                "Enter the day since which it holds: today, or a day of the last year. What is to come stays a proposal until then.",
                "Day"
            )
        : changes.Exists(c => c.Day > from)
            ? new Refusal("It changed on a later day already. Enter a day after that.", "Day")
        : null;
}
