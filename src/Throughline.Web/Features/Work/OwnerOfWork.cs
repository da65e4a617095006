using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Domain.Work;
using Throughline.Web.Access;

namespace Throughline.Web.Features.Work;

/// <summary>Whether the person carries the action step, the to-do or the rock that the address names.</summary>
public sealed class OwnerOfWork(ThroughlineDb db) : IRelationCheck
{
    public Relation Relation => Relation.OwnerOfWork;

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
        // The page says of which kind the number is.
        && address["page"]?.ToString() switch
        {
            "/Work/Action" => await CarriesAsync(db.Set<ActionStep>(), here, number, cancel),
            "/Work/ToDo" => await CarriesAsync(db.Set<ToDo>(), here, number, cancel),
            "/Work/Rock" => await CarriesAsync(db.Set<Rock>(), here, number, cancel),
            _ => false,
        };

    private static Task<bool> CarriesAsync<T>(
        IQueryable<T> all,
        Here here,
        int number,
        CancellationToken cancel
    )
        where T : CarriedWork =>
        all.AnyAsync(
            w =>
                w.UnitId == here.Unit.Id && w.Number == number && w.OwnerId == here.Viewer.PersonId,
            cancel
        );
}
