using System.Globalization;
using Throughline.Domain.Shared;

namespace Throughline.Domain.Assessments;

/// <content>Who is asked to rate, and how they are reminded. Load the raters before calling any of this.</content>
public sealed partial class Round
{
    private static readonly Refusal NobodyFromOutside = new(
        "With this instrument each person looks at themselves, so nobody can be asked from outside. Leave the view from outside out, or choose another instrument.",
        "Outside"
    );

    /// <summary>
    /// Asks one more person. Refused for a closed round, for someone who is asked already, and from outside where people
    /// look at themselves.
    /// </summary>
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

        if (IsAboutOneself && asked.Perspective == Perspective.Outside)
        {
            return NobodyFromOutside;
        }

        raters.Add(new RoundRater(this, asked));
        Write(RoundEventKind.RaterAdded, by, now, about: asked.PersonId);
        return Result.Ok();
    }

    /// <summary>
    /// Asks for the view from outside (seed 001: the other level rates too): many people at once, who stand in the log as
    /// one line. Those who are asked already stay as they are; it says how many were added. Refused for a closed round,
    /// where people look at themselves, and when nobody is new.
    /// </summary>
    /// <param name="people">Who is asked; only their groups are taken from here, they all look from outside.</param>
    /// <param name="by">Who asks.</param>
    /// <param name="now">Now, UTC.</param>
    public Result<int> AskFromOutside(IEnumerable<Asked> people, Guid by, DateTime now)
    {
        if (IsClosed)
        {
            return Result.Refused<int>(
                "This round is closed. Reopen it before you ask someone else."
            );
        }

        if (IsAboutOneself)
        {
            return NobodyFromOutside;
        }

        var known = raters.Select(r => r.PersonId).ToHashSet();
        List<RoundRater> added =
        [
            .. people
                .Where(p => known.Add(p.PersonId))
                .Select(p => new RoundRater(this, p with { Perspective = Perspective.Outside })),
        ];
        if (added.Count == 0)
        {
            return Result.Refused<int>(
                "Nobody new was chosen: all of them are asked already, or there is nobody.",
                "Outside"
            );
        }

        raters.AddRange(added);
        Write(
            RoundEventKind.AskedFromOutside,
            by,
            now,
            added.Count == 1
                ? "1 person"
                : string.Create(CultureInfo.InvariantCulture, $"{added.Count} people")
        );
        return Result.Ok(added.Count);
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
