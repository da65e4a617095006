using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Domain.Assessments;
using Throughline.Web.Access;

namespace Throughline.Web.Features.Assessments;

/// <summary>Whether the person was asked in the staff pulse that the address names.</summary>
public sealed class AskedInPulse(ThroughlineDb db) : IRelationCheck
{
    public Relation Relation => Relation.AskedInPulse;

    public async Task<bool> HoldsAsync(
        Here here,
        RouteValueDictionary address,
        CancellationToken cancel
    ) =>
        int.TryParse(
            address["pulse"]?.ToString(),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var number
        )
        && await db.Set<Pulse>()
            .AnyAsync(
                p =>
                    p.UnitId == here.Unit.Id
                    && p.Number == number
                    && p.Invitations.Any(i => i.PersonId == here.Viewer.PersonId),
                cancel
            );
}
