using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Domain.Assessments;
using Throughline.Domain.Teams;
using Throughline.Domain.Units;
using Throughline.Web.Access;

namespace Throughline.Web.Features.Assessments;

/// <summary>A rater and how far they are.</summary>
public sealed record RaterRow(
    Guid PersonId,
    string Name,
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
    IReadOnlyList<RaterRow> Raters,
    IReadOnlyList<LogRow> Log,
    IReadOnlyList<RaterChoice> CouldBeAsked
)
{
    public int Finished => Raters.Count(r => r.HasFinished);

    public static async Task<RoundView?> LoadAsync(
        ThroughlineDb db,
        Here here,
        int number,
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
                    }
            )
            .SingleOrDefaultAsync(cancel);
        if (round is null)
        {
            return null;
        }

        var id = round.Round.Id;
        var raters = await db.Set<RoundRater>()
            .AsNoTracking()
            .Where(r => r.RoundId == id)
            .Join(db.Set<Person>(), r => r.PersonId, p => p.Id, (r, p) => new { r, p })
            .OrderBy(x => x.p.FamilyName)
            .ThenBy(x => x.p.GivenName)
            .Select(x => new RaterRow(
                x.p.Id,
                x.p.GivenName + " " + x.p.FamilyName,
                x.r.AnsweredCount,
                x.r.LastSavedAt != null,
                x.r.FinishedAt != null
            ))
            .ToListAsync(cancel);
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
            raters,
            log,
            here.Can(Permission.ConductRounds) ? await CouldBeAskedAsync(db, here, id, cancel) : []
        );
    }

    private static async Task<IReadOnlyList<RaterChoice>> CouldBeAskedAsync(
        ThroughlineDb db,
        Here here,
        Guid roundId,
        CancellationToken cancel
    ) =>
        await db.Set<IltMembership>()
            .AsNoTracking()
            .Where(m => m.UnitId == here.Unit.Id && m.Until == null)
            .Where(m =>
                !db.Set<RoundRater>().Any(r => r.RoundId == roundId && r.PersonId == m.PersonId)
            )
            .Join(db.Set<Person>(), m => m.PersonId, p => p.Id, (m, p) => new { m.Kind, p })
            .Where(x => x.p.LeftOn == null)
            .OrderBy(x => x.p.FamilyName)
            .ThenBy(x => x.p.GivenName)
            .Select(x => new RaterChoice(x.p.Id, x.p.GivenName + " " + x.p.FamilyName, x.Kind))
            .ToListAsync(cancel);
}
