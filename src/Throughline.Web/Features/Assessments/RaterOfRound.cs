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
        ) && await IsRater.For(db)(db, here.Unit.Id, number, here.Viewer.PersonId, cancel);

    private static readonly HotQuery<
        Func<ThroughlineDb, Guid, int, Guid, CancellationToken, Task<bool>>
    > IsRater = new(() =>
        EF.CompileAsyncQuery(
            (ThroughlineDb db, Guid unit, int number, Guid person, CancellationToken cancel) =>
                db.Set<Round>()
                    .Any(r =>
                        r.UnitId == unit
                        && r.Number == number
                        && r.Raters.Any(x => x.PersonId == person)
                    )
        )
    );
}
