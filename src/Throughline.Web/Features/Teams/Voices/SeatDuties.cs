using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Domain.Teams;

namespace Throughline.Web.Features.Teams.Voices;

/// <summary>What the seats of a unit's ILT ask now, and who has accepted it.</summary>
public static class SeatDuties
{
    /// <summary>The edition in force of each kind of seat: the team's latest, or the built-in one.</summary>
    public static async Task<IReadOnlyList<Responsibilities>> InForceAsync(
        ThroughlineDb db,
        Guid unitId,
        CancellationToken cancel
    )
    {
        var own = await db.Set<ResponsibilityEdition>()
            .AsNoTracking()
            .Where(e => e.UnitId == unitId)
            .Where(e =>
                !db.Set<ResponsibilityEdition>()
                    .Any(o => o.UnitId == unitId && o.Kind == e.Kind && o.Edition > e.Edition)
            )
            .ToListAsync(cancel);
        return
        [
            .. Enum.GetValues<SeatKind>()
                .Select(k =>
                    own.Find(e => e.Kind == k)?.AsResponsibilities ?? Responsibilities.BuiltIn(k)
                ),
        ];
    }

    /// <summary>Acceptances of the unit that are of the edition in force, by the person's seat as it is now.</summary>
    public static IQueryable<ResponsibilityAcceptance> InForce(ThroughlineDb db, Guid unitId) =>
        InForce(db).Where(a => a.UnitId == unitId);

    /// <summary>The seats of all units whose holder has not accepted what the seat asks now.</summary>
    public static IQueryable<IltMembership> NotAccepted(ThroughlineDb db)
    {
        var accepted = InForce(db);
        return db.Set<IltMembership>()
            .Where(m =>
                m.Until == null
                && !accepted.Any(a => a.UnitId == m.UnitId && a.PersonId == m.PersonId)
            );
    }

    private static IQueryable<ResponsibilityAcceptance> InForce(ThroughlineDb db) =>
        db.Set<ResponsibilityAcceptance>()
            .AsNoTracking()
            .Where(a =>
                a.Edition
                == (
                    db.Set<ResponsibilityEdition>()
                        .Where(e => e.UnitId == a.UnitId && e.Kind == a.Kind)
                        .Max(e => (int?)e.Edition)
                    ?? Responsibilities.BuiltInEdition
                )
            )
            .Where(a =>
                db.Set<IltMembership>()
                    .Any(m =>
                        m.UnitId == a.UnitId
                        && m.PersonId == a.PersonId
                        && m.Kind == a.Kind
                        && m.Until == null
                    )
            );

    /// <summary>A kind of seat in an address.</summary>
    public static string Slug(SeatKind kind) => kind.ToString().ToLowerInvariant();

    /// <summary>The kind of seat that an address names; null for anything else.</summary>
    public static SeatKind? KindOf(string slug) =>
        Enum.GetValues<SeatKind>()
            .Where(k => Slug(k) == slug)
            .Select(k => (SeatKind?)k)
            .SingleOrDefault();
}
