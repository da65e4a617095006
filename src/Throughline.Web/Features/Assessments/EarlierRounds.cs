using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Data.Assessments;
using Throughline.Domain.Assessments;

namespace Throughline.Web.Features.Assessments;

/// <summary>An earlier round that a result can be compared with.</summary>
public sealed record EarlierChoice(
    Guid Id,
    int Number,
    string Title,
    DateOnly OpensOn,
    Guid InstrumentVersionId
);

/// <summary>
/// Finds what a round's results can be compared with: earlier rounds of the same unit that have published results, with
/// the same instrument in any version and the same scale. Only what was published is read.
/// </summary>
public sealed class EarlierRounds(ThroughlineDb db, DistrictInstruments instruments)
{
    // As many as anyone would look through: ten years of two rounds.
    private const int Most = 20;

    /// <summary>The latest first.</summary>
    public async Task<IReadOnlyList<EarlierChoice>> OfAsync(
        Guid roundId,
        Instrument instrument,
        CancellationToken cancel
    )
    {
        if (instrument.IsReflection)
        {
            return [];
        }

        var found = await (
            from round in db.Set<Round>().AsNoTracking()
            where round.Id == roundId
            from earlier in db.Set<Round>()
            where
                earlier.UnitId == round.UnitId
                && earlier.Id != round.Id
                && (
                    earlier.OpensOn < round.OpensOn
                    || earlier.OpensOn == round.OpensOn && earlier.Number < round.Number
                )
            join version in db.Set<InstrumentVersion>()
                on earlier.InstrumentVersionId equals version.Id
            where
                version.Key == instrument.Key
                && db.Set<PublishedResult>().Any(p => p.RoundId == earlier.Id)
            orderby earlier.OpensOn descending, earlier.Number descending
            select new EarlierChoice(
                earlier.Id,
                earlier.Number,
                earlier.Title,
                earlier.OpensOn,
                earlier.InstrumentVersionId
            )
        )
            .Take(Most)
            .ToListAsync(cancel);
        var comparable = new HashSet<Guid>();
        foreach (var version in found.Select(f => f.InstrumentVersionId).Distinct())
        {
            // Read from the store once in the life of the process.
            var other = await instruments.OfRoundAsync(version, cancel);
            if (EarlierRound.CanCompare(instrument, other))
            {
                comparable.Add(version);
            }
        }

        return [.. found.Where(f => comparable.Contains(f.InstrumentVersionId))];
    }

    /// <summary>What it published last.</summary>
    public async Task<EarlierRound> ReadAsync(EarlierChoice choice, CancellationToken cancel)
    {
        var published = await db.Set<PublishedResult>()
            .AsNoTracking()
            .Where(p => p.RoundId == choice.Id)
            .OrderByDescending(p => p.Closing)
            .FirstAsync(cancel);
        return new EarlierRound(choice.Title, published.Read());
    }
}
