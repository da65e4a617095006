using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Domain.Assessments;

namespace Throughline.Web.Features.Assessments.Agreement;

/// <summary>What the team said about an item, as it stands beside the ratings.</summary>
/// <param name="ItemKey">The item.</param>
/// <param name="Position">Its place in the instrument, counted from 1; its address ends with it.</param>
/// <param name="State">Agreed, not yet, or talked about.</param>
/// <param name="Level">The level agreed on.</param>
/// <param name="Closing">The closing of the round on whose results the team talked; 0 when nothing is recorded.</param>
public sealed record AgreedLevel(
    string ItemKey,
    int Position,
    AgreedState State,
    int? Level,
    int Closing
);

/// <summary>The agreed record of a round, for whoever shows it beside something else.</summary>
public static class AgreedLevels
{
    /// <summary>By item key; an item nobody has talked about is not in it. One query.</summary>
    public static async Task<IReadOnlyDictionary<string, AgreedLevel>> OfAsync(
        ThroughlineDb db,
        Guid roundId,
        CancellationToken cancel
    ) =>
        await db.Set<AgreedItem>()
            .AsNoTracking()
            .Where(i => i.RoundId == roundId)
            .Select(i => new AgreedLevel(i.ItemKey, i.Position, i.State, i.Level, i.Closing))
            .ToDictionaryAsync(i => i.ItemKey, StringComparer.Ordinal, cancel);
}
