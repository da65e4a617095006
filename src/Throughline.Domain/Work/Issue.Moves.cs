using Throughline.Domain.Shared;
using Throughline.Domain.Teams;

namespace Throughline.Domain.Work;

/// <summary>How an issue leaves the list, for a while or for good, and comes back.</summary>
public sealed partial class Issue
{
    /// <summary>Longest name of who handles an issue that is not instructional, in characters.</summary>
    public const int LongestHandledBy = 120;

    /// <summary>
    /// Puts it aside. Refused without a reason, until a day that is not later than today, and unless it is open.
    /// </summary>
    /// <param name="reason">Why.</param>
    /// <param name="until">The day to take it up again; null for the next meeting.</param>
    /// <param name="by">Who parks it.</param>
    /// <param name="today">The day it is in the unit's time zone.</param>
    /// <param name="now">Now, UTC.</param>
    public Result Park(string? reason, DateOnly? until, Guid by, DateOnly today, DateTime now)
    {
        if (Status != IssueStatus.Open)
        {
            return Quicker();
        }

        var words = Text.Required(reason, "why it is parked", IssueEvent.Longest, "ParkReason");
        if (!words.IsOk)
        {
            return words.Refusal!;
        }

        if (until <= today)
        {
            return Result.Refused(
                "Choose a day after today, or leave it empty for the next meeting.",
                "ParkUntil"
            );
        }

        (Status, ParkedBecause, ParkedUntil) = (IssueStatus.Parked, words.Value, until);
        ParkedAt = now;
        Log(IssueEventKind.Parked, words.Value, by, now);
        return Result.Ok();
    }

    /// <summary>
    /// Takes up again what was parked, solved or closed. Refused when it is open already, and for what was sent on: that is
    /// for who keeps the norms (see <see cref="TakeBack"/>).
    /// </summary>
    public Result TakeUp(Guid by, DateTime now) =>
        Status switch
        {
            IssueStatus.Open => Quicker(),
            IssueStatus.SentOn => Result.Refused(
                "It was found not to be instructional. Who keeps the norms can take it back."
            ),
            _ => Reopen(by, now),
        };

    /// <summary>Who keeps the norms takes back what was sent on: it is open again. Refused for what was not.</summary>
    public Result TakeBack(Guid by, DateTime now) =>
        Status == IssueStatus.SentOn ? Reopen(by, now) : Quicker();

    private Result Reopen(Guid by, DateTime now)
    {
        (Status, EndedAt) = (IssueStatus.Open, null);
        (ParkedBecause, ParkedUntil, ParkedAt) = (null, null, null);
        (HandledBy, HandledByTeamId) = (null, null);
        Log(IssueEventKind.TakenUp, null, by, now);
        return Result.Ok();
    }

    /// <summary>It is solved. Refused without words on what solved it, and when it is on the list no more.</summary>
    public Result Solve(string? outcome, Guid by, DateTime now) =>
        End(IssueStatus.Solved, IssueEventKind.Solved, outcome, by, now);

    /// <summary>It is closed without being solved. Refused without words on why, and when it is on the list no more.</summary>
    public Result Close(string? outcome, Guid by, DateTime now) =>
        End(IssueStatus.Closed, IssueEventKind.Closed, outcome, by, now);

    /// <summary>A member flags it as not instructional. A second flag changes nothing. Refused when it is on the list no more.</summary>
    public Result Flag(Guid by, DateTime now)
    {
        if (!IsListed)
        {
            return IsOver();
        }

        if (!flags.Exists(f => f.PersonId == by))
        {
            flags.Add(new IssueFlag(this, by, now));
        }

        return Result.Ok();
    }

    /// <summary>A member takes their flag back. Nothing happens without one.</summary>
    public Result TakeFlagBack(Guid by)
    {
        flags.RemoveAll(f => f.PersonId == by);
        return Result.Ok();
    }

    /// <summary>
    /// Who keeps the norms finds that it is not instructional: it leaves the list for who handles it, and nobody reads any
    /// more who had flagged it. Refused without saying who handles it, for a team that was dissolved, and when the issue is
    /// on the list no more.
    /// </summary>
    /// <param name="team">One of the unit's other teams; null for someone who is not in that directory.</param>
    /// <param name="someoneElse">Who handles it, when no team is chosen.</param>
    /// <param name="by">Who keeps the norms.</param>
    /// <param name="now">Now, UTC.</param>
    public Result SendOn(OtherTeam? team, string? someoneElse, Guid by, DateTime now)
    {
        if (!IsListed)
        {
            return IsOver();
        }

        if (team is { DissolvedAt: not null })
        {
            return Result.Refused(
                $"{team.Name} was dissolved. Choose who handles it now.",
                "TeamId"
            );
        }

        var who = Text.Required(
            team?.Name ?? someoneElse,
            "who handles it",
            LongestHandledBy,
            "HandledBy"
        );
        if (!who.IsOk)
        {
            return who.Refusal!;
        }

        Leave(IssueStatus.SentOn, now);
        (HandledBy, HandledByTeamId) = (who.Value, team?.Id);
        Log(IssueEventKind.SentOn, who.Value, by, now);
        return Result.Ok();
    }

    /// <summary>
    /// Who keeps the norms finds that it is instructional: the flags go, and nobody reads any more whose they were. Refused
    /// without a word why, and when nobody has flagged it.
    /// </summary>
    public Result Keep(string? why, Guid by, DateTime now)
    {
        if (flags.Count == 0)
        {
            return Result.Refused("Nobody has flagged this issue any more. Nothing was changed.");
        }

        var words = Text.Required(why, "why it stays", IssueEvent.Longest, "WhyItStays");
        if (!words.IsOk)
        {
            return words.Refusal!;
        }

        flags.Clear();
        Log(IssueEventKind.Kept, words.Value, by, now);
        return Result.Ok();
    }

    private Result End(
        IssueStatus status,
        IssueEventKind kind,
        string? outcome,
        Guid by,
        DateTime now
    )
    {
        if (!IsListed)
        {
            return Quicker();
        }

        var words = Text.Required(outcome, "what came of it", IssueEvent.Longest, "Outcome");
        if (!words.IsOk)
        {
            return words.Refusal!;
        }

        Leave(status, now);
        Log(kind, words.Value, by, now);
        return Result.Ok();
    }

    private void Leave(IssueStatus status, DateTime now)
    {
        (Status, EndedAt) = (status, now);
        (ParkedBecause, ParkedUntil, ParkedAt) = (null, null, null);
        flags.Clear();
    }

    private static Result Quicker() =>
        Result.Refused(
            "Someone was quicker: the issue stands elsewhere by now. Nothing was changed."
        );
}
