using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Domain.Work;
using Throughline.Web.Access;

namespace Throughline.Web.Features.Work;

/// <summary>Whether the person carries the action step that the address names.</summary>
public sealed class OwnerOfAction(ThroughlineDb db) : IRelationCheck
{
    public Relation Relation => Relation.OwnerOfAction;

    public async Task<bool> HoldsAsync(
        Here here,
        RouteValueDictionary address,
        CancellationToken cancel
    ) =>
        int.TryParse(
            address["number"]?.ToString(),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var number
        )
        && await db.Set<ActionStep>()
            .AnyAsync(
                s =>
                    s.UnitId == here.Unit.Id
                    && s.Number == number
                    && s.OwnerId == here.Viewer.PersonId,
                cancel
            );
}
