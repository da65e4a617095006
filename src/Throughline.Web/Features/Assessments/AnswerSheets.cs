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
        var found = await db.Set<Round>()
            .Where(r => r.UnitId == here.Unit.Id && r.Number == number)
            .Join(
                db.Set<RoundRater>().Where(r => r.PersonId == me),
                r => r.Id,
                x => x.RoundId,
                (r, x) => new { Round = r, Rater = x }
            )
            .SingleOrDefaultAsync(cancel);
        if (found is null)
        {
            return null;
        }

        var instrument = await instruments.OfRoundAsync(found.Round.InstrumentVersionId, cancel);
        var ratings = await db.Set<Rating>()
            .Where(r =>
                r.RoundId == found.Round.Id
                && r.PersonId == me
                && (itemKey == null || r.ItemKey == itemKey)
            )
            .ToListAsync(cancel);
        var notes = await db.Set<RatingNote>()
            .Where(n =>
                n.RoundId == found.Round.Id
                && n.PersonId == me
                && (itemKey == null || n.ItemKey == itemKey)
            )
            .ToListAsync(cancel);
        return new OwnSheet(
            found.Round,
            instrument,
            found.Rater,
            new AnswerSheet(found.Round, instrument, found.Rater, ratings, notes)
        );
    }
}
