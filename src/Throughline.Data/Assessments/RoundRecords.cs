using Microsoft.EntityFrameworkCore;
using Throughline.Domain.Assessments;

namespace Throughline.Data.Assessments;

/// <summary>Loads what a closing looks at. The one place that reads the ratings of more than one person; no page does.</summary>
public static class RoundRecords
{
    /// <summary>A round with its raters, to be acted on.</summary>
    public static Task<Round?> FindAsync(
        ThroughlineDb db,
        Guid unitId,
        int number,
        CancellationToken cancel
    ) =>
        db.Set<Round>()
            .Include(r => r.Raters)
            .SingleOrDefaultAsync(r => r.UnitId == unitId && r.Number == number, cancel);

    /// <summary>A round without its raters, to be shown.</summary>
    public static Task<Round?> GlimpseAsync(
        ThroughlineDb db,
        Guid unitId,
        int number,
        CancellationToken cancel
    ) =>
        db.Set<Round>()
            .AsNoTracking()
            .SingleOrDefaultAsync(r => r.UnitId == unitId && r.Number == number, cancel);

    /// <summary>All answers of the round and what was published before. Load the round with its raters first.</summary>
    public static async Task<RoundRecord> LoadAsync(
        ThroughlineDb db,
        Round round,
        CancellationToken cancel
    )
    {
        var earlier = await db.Set<PublishedResult>()
            .AsNoTracking()
            .Where(p => p.RoundId == round.Id)
            .ToListAsync(cancel);
        return new RoundRecord(
            await db.Set<Rating>()
                .AsNoTracking()
                .Where(r => r.RoundId == round.Id)
                .ToListAsync(cancel),
            await db.Set<RatingNote>().Where(n => n.RoundId == round.Id).ToListAsync(cancel),
            earlier.Count == 0
                ? []
                : await db.Set<RatingHistory>()
                    .AsNoTracking()
                    .Where(h => h.RoundId == round.Id)
                    .ToListAsync(cancel),
            earlier
        );
    }
}
