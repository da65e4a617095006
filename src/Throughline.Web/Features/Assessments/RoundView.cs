using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Domain.Assessments;
using Throughline.Domain.Units;
using Throughline.Web.Access;

namespace Throughline.Web.Features.Assessments;

/// <summary>A rater and how far they are.</summary>
/// <param name="AccessEndsOn">An outside reviewer's last day; null for staff.</param>
public sealed record RaterRow(
    Guid PersonId,
    string Name,
    Perspective From,
    DateOnly? AccessEndsOn,
    int Answered,
    bool HasBegun,
    bool HasFinished
);

/// <summary>A line of the log.</summary>
public sealed record LogRow(
    DateTime At,
    string By,
    RoundEventKind Kind,
    string? About,
    string? Words
);

/// <summary>What a round's page shows. It reads no rating.</summary>
public sealed record RoundView(
    int Number,
    string Title,
    string InstrumentKey,
    int InstrumentVersion,
    string InstrumentTitle,
    DateOnly OpensOn,
    DateOnly ClosesOn,
    DateTime? ClosedAt,
    int Items,
    RoundState State,
    bool IsAboutOneself,
    RaterCounts Team,
    RaterCounts Outside,
    IReadOnlyList<RaterRow> Raters,
    Guid? Next,
    IReadOnlyList<LogRow> Log,
    IReadOnlyList<RaterChoice> CouldBeAsked
)
{
    /// <summary>Most raters of a page. A team is smaller; a district's round may ask thousands from outside.</summary>
    public const int MostRaters = 60;

    public int Asked => Team.Asked + Outside.Asked;

    public int Finished => Team.Finished + Outside.Finished;

    public static async Task<RoundView?> LoadAsync(
        ThroughlineDb db,
        Here here,
        int number,
        Guid? after,
        CancellationToken cancel
    )
    {
        var round = await db.Set<Round>()
            .AsNoTracking()
            .Where(r => r.UnitId == here.Unit.Id && r.Number == number)
            .Join(
                db.Set<InstrumentVersion>(),
                r => r.InstrumentVersionId,
                v => v.Id,
                (r, v) =>
                    new
                    {
                        Round = r,
                        v.Key,
                        v.Version,
                        v.Title,
                        Asked = r.Raters.Count,
                        Finished = r.Raters.Count(x => x.FinishedAt != null),
                        Outside = r.Raters.Count(x => x.Perspective == Perspective.Outside),
                        FinishedOutside = r.Raters.Count(x =>
                            x.Perspective == Perspective.Outside && x.FinishedAt != null
                        ),
                    }
            )
            .SingleOrDefaultAsync(cancel);
        if (round is null)
        {
            return null;
        }

        var id = round.Round.Id;
        var raters = await RatersAsync(db, id, after, cancel);
        var log = await (
            from e in db.Set<RoundEvent>().AsNoTracking()
            where e.RoundId == id
            join actor in db.Set<Person>() on e.ByPersonId equals actor.Id
            join about in db.Set<Person>() on e.AboutPersonId equals (Guid?)about.Id into abouts
            from about in abouts.DefaultIfEmpty()
            orderby e.Id descending
            select new LogRow(
                e.At,
                actor.GivenName + " " + actor.FamilyName,
                e.Kind,
                about == null ? null : about.GivenName + " " + about.FamilyName,
                e.Words
            )
        )
            .Take(100)
            .ToListAsync(cancel);
        return new RoundView(
            number,
            round.Round.Title,
            round.Key,
            round.Version,
            round.Title,
            round.Round.OpensOn,
            round.Round.ClosesOn,
            round.Round.ClosedAt,
            round.Round.ItemCount,
            round.Round.StateOn(here.Today),
            round.Round.IsAboutOneself,
            new(round.Asked - round.Outside, round.Finished - round.FinishedOutside),
            new(round.Outside, round.FinishedOutside),
            [.. raters.Take(MostRaters)],
            raters.Count > MostRaters ? raters[MostRaters - 1].PersonId : null,
            log,
            here.Can(Permission.ConductRounds)
                ? await RaterForm.Ilt(db, here.Unit, id).ToListAsync(cancel)
                : []
        );
    }

    // The team first, then those who look from outside; each by family name, from where the page before ended.
    private static Task<List<RaterRow>> RatersAsync(
        ThroughlineDb db,
        Guid roundId,
        Guid? after,
        CancellationToken cancel
    )
    {
        var raters = db.Set<RoundRater>()
            .AsNoTracking()
            .Where(r => r.RoundId == roundId)
            .Join(db.Set<Person>(), r => r.PersonId, p => p.Id, (r, p) => new { r, p });
        if (after is { } last)
        {
            raters = raters.Where(x =>
                db.Set<RoundRater>()
                    .Where(r => r.RoundId == roundId && r.PersonId == last)
                    .Join(db.Set<Person>(), r => r.PersonId, p => p.Id, (r, p) => new { r, p })
                    .Any(l =>
                        x.r.Perspective > l.r.Perspective
                        || (
                            x.r.Perspective == l.r.Perspective
                            && (
                                string.Compare(x.p.SearchText, l.p.SearchText) > 0
                                || (x.p.SearchText == l.p.SearchText && x.p.Id > l.p.Id)
                            )
                        )
                    )
            );
        }

        return raters
            .OrderBy(x => x.r.Perspective)
            .ThenBy(x => x.p.SearchText)
            .ThenBy(x => x.p.Id)
            .Take(MostRaters + 1)
            .Select(x => new RaterRow(
                x.p.Id,
                x.p.GivenName + " " + x.p.FamilyName,
                x.r.Perspective,
                x.p.AccessEndsOn,
                x.r.AnsweredCount,
                x.r.LastSavedAt != null,
                x.r.FinishedAt != null
            ))
            .ToListAsync(cancel);
    }
}

/// <summary>How many are asked, and how many of them have finished.</summary>
public sealed record RaterCounts(int Asked, int Finished);
