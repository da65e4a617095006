using System.Globalization;
using Throughline.Domain.Shared;

namespace Throughline.Domain.Assessments;

/// <content>Who is asked to rate, and how they are reminded. Load the raters before calling any of this.</content>
public sealed partial class Round
{
    /// <summary>Asks one more person. Refused for a closed round and for someone who is asked already.</summary>
    public Result AddRater(Asked asked, Guid by, DateTime now)
    {
        if (IsClosed)
        {
            return Result.Refused("This round is closed. Reopen it before you ask someone else.");
        }

        if (raters.Exists(r => r.PersonId == asked.PersonId))
        {
            return Result.Refused("This person is asked to rate already.", "PersonId");
        }

        raters.Add(new RoundRater(this, asked));
        Write(RoundEventKind.RaterAdded, by, now, about: asked.PersonId);
        return Result.Ok();
    }

    /// <summary>
    /// Asks someone no longer. Refused once they have begun, because taking their answers out would show what they were,
    /// and for the last rater.
    /// </summary>
    public Result RemoveRater(Guid personId, Guid by, DateTime now)
    {
        if (IsClosed)
        {
            return Result.Refused("This round is closed; its list of raters stays as it is.");
        }

        var rater = raters.Find(r => r.PersonId == personId);
        if (rater is null)
        {
            return Result.Refused("This person is not asked to rate any more.", "PersonId");
        }

        if (rater.HasBegun)
        {
            return Result.Refused(
                "This person has begun to answer and stays in the round: leaving their answers out would show what they were.",
                "PersonId"
            );
        }

        if (raters.Count == 1)
        {
            return Result.Refused(
                "A round needs at least one rater. Add another person first.",
                "PersonId"
            );
        }

        raters.Remove(rater);
        Write(RoundEventKind.RaterRemoved, by, now, about: personId);
        return Result.Ok();
    }

    /// <summary>
    /// Says whom to remind, which are only those who have not finished, and notes that they were. Refused before the
    /// first day, for a closed round, and when everybody has finished.
    /// </summary>
    public Result<IReadOnlyList<RoundRater>> Remind(Guid by, DateOnly today, DateTime now)
    {
        if (IsClosed || today < OpensOn)
        {
            return Result.Refused<IReadOnlyList<RoundRater>>(
                IsClosed
                    ? "This round is closed; there is nothing to remind of."
                    : $"This round opens on {Day(OpensOn)}. Remind people from then on."
            );
        }

        IReadOnlyList<RoundRater> unfinished = [.. raters.Where(r => !r.HasFinished)];
        if (unfinished.Count == 0)
        {
            return Result.Refused<IReadOnlyList<RoundRater>>(
                "Everybody has finished. Nobody needs a reminder."
            );
        }

        foreach (var rater in unfinished)
        {
            rater.Remind(now);
        }

        Write(
            RoundEventKind.Reminded,
            by,
            now,
            unfinished.Count == 1
                ? "1 person"
                : string.Create(CultureInfo.InvariantCulture, $"{unfinished.Count} people")
        );
        return Result.Ok(unfinished);
    }
}
