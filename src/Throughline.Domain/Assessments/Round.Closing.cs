using Throughline.Domain.Shared;

namespace Throughline.Domain.Assessments;

/// <content>Closing, publishing, reopening, and whether an answer is still taken.</content>
public sealed partial class Round
{
    /// <summary>
    /// Closes the round and publishes its results in one step; store the result in the same save. May be done before the
    /// last day. Refused for a round that is closed or has not begun.
    /// </summary>
    /// <param name="instrument">The round's instrument.</param>
    /// <param name="record">All answers of the round, and what was published before. Load the raters before the record.</param>
    /// <param name="by">Who closes it.</param>
    /// <param name="today">The day it is in the unit's time zone.</param>
    /// <param name="now">Now, UTC.</param>
    public Result<PublishedResult> Close(
        Instrument instrument,
        RoundRecord record,
        Guid by,
        DateOnly today,
        DateTime now
    )
    {
        Expect(instrument);
        if (IsClosed)
        {
            return Result.Refused<PublishedResult>(
                "This round is closed already. Reload the page to see its results."
            );
        }

        if (today < OpensOn)
        {
            return Result.Refused<PublishedResult>(
                $"This round opens on {Day(OpensOn)}; nobody could answer yet. Close it after that day has come."
            );
        }

        Write(RoundEventKind.Closed, by, now);
        Closings++;
        ClosedAt = now;
        raters.ForEach(r => r.Seal(Closings));
        return Result.Ok(new Publication(this, instrument, record).Publish(now));
    }

    /// <summary>
    /// Opens a closed round again. The published results stay as they are until it is closed again, and change then only
    /// where 3 or more people changed something. Refused without a reason or with a last day gone by.
    /// </summary>
    public Result Reopen(string? reason, DateOnly closesOn, Guid by, DateOnly today, DateTime now)
    {
        if (!IsClosed)
        {
            return Result.Refused("This round is open already.");
        }

        var words = Text.Required(
            reason,
            "the reason, which the log will show",
            LongestReason,
            "Reason"
        );
        if (!words.IsOk)
        {
            return words.Refusal!;
        }

        if (closesOn < today)
        {
            return Result.Refused(
                "The last day has gone by. Choose today or a later day.",
                "ClosesOn"
            );
        }

        ClosedAt = null;
        ClosesOn = closesOn;
        Write(RoundEventKind.Reopened, by, now, words.Value);
        return Result.Ok();
    }

    /// <summary>Why no answer is taken now, or null when one is.</summary>
    internal Refusal? WhyNotAnswered(DateOnly today) =>
        StateOn(today) switch
        {
            RoundState.Closed => new Refusal(
                "This round is closed, so this was not saved. If it should still count, ask whoever runs the round to reopen it."
            ),
            RoundState.NotYetOpen => new Refusal(
                $"This round opens on {Day(OpensOn)}. Come back then."
            ),
            RoundState.Open or RoundState.PastLastDay => null,
            _ => throw new InvalidOperationException("A state without a rule."),
        };

    /// <summary>Notes that a rater saved something; the first late one in a period goes into the log.</summary>
    internal void Saved(RoundRater rater, int change, DateOnly today, DateTime now)
    {
        rater.Saved(change, ItemCount, now);
        if (StateOn(today) == RoundState.PastLastDay && rater.LateFirstIn(Closings))
        {
            Write(RoundEventKind.LateAnswer, rater.PersonId, now);
        }
    }
}
