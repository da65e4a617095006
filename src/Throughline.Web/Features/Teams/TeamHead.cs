using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Domain.Teams;
using Throughline.Domain.Units;

namespace Throughline.Web.Features.Teams;

/// <summary>What stands at the head of every meeting (seed 004: revisit the vision at the start of each).</summary>
/// <param name="Vision">The adopted vision; null while none is.</param>
/// <param name="Norms">The adopted norms in their order; empty while none are.</param>
/// <param name="KeeperId">Who keeps the norms on that day; null for nobody.</param>
/// <param name="Keeper">Their name.</param>
public sealed record TeamHead(
    string? Vision,
    IReadOnlyList<string> Norms,
    Guid? KeeperId,
    string? Keeper
)
{
    /// <summary>The head for a day: texts in force, and the keeper whose term it is and who sits on the team. One command.</summary>
    public static async Task<TeamHead> LoadAsync(
        ThroughlineDb db,
        Guid unitId,
        DateOnly day,
        CancellationToken cancel
    )
    {
        var keepers = KeepersOn(db, unitId, day)
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
                        KeeperId = (Guid?)p.Id,
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
                        KeeperId = (Guid?)null,
                    }
            )
            // The vision is the first part of its statement.
            .Where(p => p.Kind == FoundingKind.Norms || p.Place == 1);
        // Keepers first: how an id is read is told by the first part that has one.
        var rows = await keepers
            .Concat(parts)
            .OrderBy(p => p.Place)
            .AsNoTracking()
            .ToListAsync(cancel);
        var keeper = rows.Find(r => r.KeeperId is not null);
        return new(
            rows.Find(r => r.Kind == FoundingKind.Vision)?.Words,
            [.. rows.Where(r => r.Kind == FoundingKind.Norms).Select(r => r.Words)],
            keeper?.KeeperId,
            keeper?.Words
        );
    }

    /// <summary>Whose term it is on a day, if they still sit on the team.</summary>
    public static IQueryable<NormsKeeperTerm> KeepersOn(
        ThroughlineDb db,
        Guid unitId,
        DateOnly day
    ) =>
        db.Set<NormsKeeperTerm>()
            .AsNoTracking()
            .Where(t => t.UnitId == unitId && t.From <= day && t.Until >= day)
            .Where(t =>
                db.Set<IltMembership>()
                    .Any(m => m.UnitId == unitId && m.PersonId == t.PersonId && m.Until == null)
            );
}
