using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Data.Assessments;
using Throughline.Domain.Assessments;
using Throughline.Web.Access;

namespace Throughline.Web.Features.Assessments;

/// <summary>The viewer's own sheet in a round, with what lies under it. Nobody else's is ever loaded here.</summary>
public sealed record OwnSheet(
    Round Round,
    Instrument Instrument,
    RoundRater Rater,
    AnswerSheet Sheet
)
{
    /// <summary>True while an answer would be taken.</summary>
    public bool TakesAnswers(DateOnly today) =>
        Round.StateOn(today) is RoundState.Open or RoundState.PastLastDay;
}

/// <summary>Lays out the viewer's own answer sheet.</summary>
public sealed class AnswerSheets(ThroughlineDb db, Here here, DistrictInstruments instruments)
{
    /// <summary>The sheet with all of the viewer's answers, or with those to one item; null when they were not asked.</summary>
    public async Task<OwnSheet?> FindAsync(int number, string? itemKey, CancellationToken cancel)
    {
        var me = here.Viewer.PersonId;
        var found = await Asked.For(db)(db, here.Unit.Id, number, me, cancel);
        if (found is null)
        {
            return null;
        }

        var instrument = await instruments.OfRoundAsync(found.Round.InstrumentVersionId, cancel);
        var round = found.Round.Id;
        var ratings = await Ratings.For(db)(db, round, me, itemKey).ToListAsync(cancel);
        var notes = await Notes.For(db)(db, round, me, itemKey).ToListAsync(cancel);
        return new OwnSheet(
            found.Round,
            instrument,
            found.Rater,
            new AnswerSheet(found.Round, instrument, found.Rater, ratings, notes)
        );
    }

    private sealed record RoundAndRater(Round Round, RoundRater Rater);

    // Each answer that saves itself asks these three: 364,000 times in a season.
    private static readonly HotQuery<
        Func<ThroughlineDb, Guid, int, Guid, CancellationToken, Task<RoundAndRater?>>
    > Asked = new(() =>
        EF.CompileAsyncQuery(
            (ThroughlineDb db, Guid unit, int number, Guid me, CancellationToken cancel) =>
                db.Set<Round>()
                    .Where(r => r.UnitId == unit && r.Number == number)
                    .Join(
                        db.Set<RoundRater>().Where(r => r.PersonId == me),
                        r => r.Id,
                        x => x.RoundId,
                        (r, x) => new RoundAndRater(r, x)
                    )
                    .SingleOrDefault()
        )
    );

    private static readonly HotQuery<
        Func<ThroughlineDb, Guid, Guid, string?, IAsyncEnumerable<Rating>>
    > Ratings = new(() =>
        EF.CompileAsyncQuery(
            (ThroughlineDb db, Guid round, Guid me, string? item) =>
                db.Set<Rating>()
                    .Where(r =>
                        r.RoundId == round
                        && r.PersonId == me
                        && (item == null || r.ItemKey == item)
                    )
        )
    );

    private static readonly HotQuery<
        Func<ThroughlineDb, Guid, Guid, string?, IAsyncEnumerable<RatingNote>>
    > Notes = new(() =>
        EF.CompileAsyncQuery(
            (ThroughlineDb db, Guid round, Guid me, string? item) =>
                db.Set<RatingNote>()
                    .Where(n =>
                        n.RoundId == round
                        && n.PersonId == me
                        && (item == null || n.ItemKey == item)
                    )
        )
    );
}
