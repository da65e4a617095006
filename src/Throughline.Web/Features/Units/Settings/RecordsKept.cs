using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Domain.Units.Records;
using Throughline.Web.Access;
using Throughline.Web.Features.Meetings.Minutes;

namespace Throughline.Web.Features.Units.Settings;

/// <summary>What is known of a unit's records.</summary>
/// <param name="Years">Years that minutes are kept; null for good.</param>
/// <param name="Holds">Holds that are on: its own and its district's.</param>
/// <param name="Ended">Its own that were ended, the last one first.</param>
/// <param name="Due">How many meetings' minutes have been kept for their time.</param>
/// <param name="Disclosures">What was given to others, the last entered first.</param>
/// <param name="Older">The last of these, when earlier ones were entered.</param>
public sealed record RecordsKept(
    int? Years,
    IReadOnlyList<LegalHold> Holds,
    IReadOnlyList<LegalHold> Ended,
    int Due,
    IReadOnlyList<Disclosure> Disclosures,
    Guid? Older
)
{
    private const int Shown = 50;

    public static RecordsKept Nothing { get; } = new(null, [], [], 0, [], null);

    /// <param name="db">The store.</param>
    /// <param name="here">The unit.</param>
    /// <param name="retention">Knows what is held and what is due.</param>
    /// <param name="before">Only what was given before this; null for the latest.</param>
    /// <param name="cancel">Stops.</param>
    public static async Task<RecordsKept> LoadAsync(
        ThroughlineDb db,
        Here here,
        MinutesRetention retention,
        Guid? before,
        CancellationToken cancel
    )
    {
        var rule = await db.Set<RetentionRule>().AsNoTracking().SingleOrDefaultAsync(cancel);
        var given = await db.Set<Disclosure>()
            .AsNoTracking()
            .Where(d => d.UnitId == here.Unit.Id)
            .Where(d => before == null || d.Id.CompareTo(before.Value) < 0)
            .OrderByDescending(d => d.Id)
            .Take(Shown + 1)
            .ToListAsync(cancel);
        return new RecordsKept(
            rule?.Years,
            await retention.Holds().AsNoTracking().OrderBy(h => h.At).ToListAsync(cancel),
            await db.Set<LegalHold>()
                .AsNoTracking()
                .Where(h => h.UnitId == here.Unit.Id && h.EndedAt != null)
                .OrderByDescending(h => h.EndedAt)
                .Take(Shown)
                .ToListAsync(cancel),
            await retention.Due(rule?.OverUpTo(here.Today)).CountAsync(cancel),
            [.. given.Take(Shown)],
            given.Count > Shown ? given[Shown - 1].Id : null
        );
    }
}
