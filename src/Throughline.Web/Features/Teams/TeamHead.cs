using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Domain.Teams;
using Throughline.Domain.Units;
using Throughline.Web.Access;

namespace Throughline.Web.Features.Teams;

/// <summary>What stands at the head of every meeting (seed 004: revisit the vision at the start of each).</summary>
/// <param name="Vision">The adopted vision; null while none is.</param>
/// <param name="Norms">The adopted norms in their order; empty while none are.</param>
/// <param name="Keeper">The name of who keeps the norms on that day; null for nobody.</param>
public sealed record TeamHead(string? Vision, IReadOnlyList<string> Norms, string? Keeper)
{
    /// <summary>The adopted vision alone: one row, or none.</summary>
    public static IQueryable<string> VisionOf(ThroughlineDb db, Guid unitId) =>
        db.Set<FoundingText>()
            .Where(t => t.UnitId == unitId && t.Kind == FoundingKind.Vision)
            .SelectMany(t =>
                t.Editions.Where(e => e.Number == t.Adopted)
                    .SelectMany(e => e.Parts)
                    // The vision is the first part of its statement.
                    .Where(p => p.Place == 1)
            )
            .Select(p => p.Words);

    /// <summary>The head for a day: texts in force, and the keeper whose term it is and who sits on the team. One command.</summary>
    public static async Task<TeamHead> LoadAsync(
        ThroughlineDb db,
        Guid unitId,
        DateOnly day,
        CancellationToken cancel
    )
    {
        var keepers = NormsKeeper
            .Named(db, day)
            .Where(t => t.UnitId == unitId)
            .Join(
                db.Set<Person>(),
                t => t.PersonId,
                p => p.Id,
                (_, p) =>
                    new
                    {
                        Kind = (FoundingKind?)null,
                        Place = 0,
                        Words = p.GivenName + " " + p.FamilyName,
                    }
            );
        var parts = db.Set<FoundingText>()
            .Where(t =>
                t.UnitId == unitId
                && (t.Kind == FoundingKind.Vision || t.Kind == FoundingKind.Norms)
            )
            .SelectMany(
                t => t.Editions.Where(e => e.Number == t.Adopted).SelectMany(e => e.Parts),
                (t, p) =>
                    new
                    {
                        Kind = (FoundingKind?)t.Kind,
                        p.Place,
                        p.Words,
                    }
            )
            // The vision is the first part of its statement.
            .Where(p => p.Kind == FoundingKind.Norms || p.Place == 1);
        var rows = await keepers
            .Concat(parts)
            .OrderBy(p => p.Place)
            .AsNoTracking()
            .ToListAsync(cancel);
        return new(
            rows.Find(r => r.Kind == FoundingKind.Vision)?.Words,
            [.. rows.Where(r => r.Kind == FoundingKind.Norms).Select(r => r.Words)],
            rows.Find(r => r.Kind is null)?.Words
        );
    }
}
