using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Domain.Assessments;
using Throughline.Web.Access;

namespace Throughline.Web.Features.Assessments;

/// <summary>Whether the person was asked to rate in the round that the address names.</summary>
public sealed class RaterOfRound(ThroughlineDb db) : IRelationCheck
{
    public Relation Relation => Relation.RaterOfRound;

    public async Task<bool> HoldsAsync(
        Here here,
        RouteValueDictionary address,
        CancellationToken cancel
    ) =>
        int.TryParse(
            address["round"]?.ToString(),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var number
        )
        && await db.Set<Round>()
            .AnyAsync(
                r =>
                    r.UnitId == here.Unit.Id
                    && r.Number == number
                    && r.Raters.Any(x => x.PersonId == here.Viewer.PersonId),
                cancel
            );
}
