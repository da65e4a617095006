using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Domain.Work;
using Throughline.Web.Access;

namespace Throughline.Web.Features.Work.Raised;

/// <summary>Whether the person sent what the address names.</summary>
public sealed class SenderOfMatter(ThroughlineDb db) : IRelationCheck
{
    public Relation Relation => Relation.SenderOfMatter;

    public Task<bool> HoldsAsync(
        Here here,
        RouteValueDictionary address,
        CancellationToken cancel
    ) =>
        MatterAt.Of(db, here, address) is { } matters
            ? matters.AnyAsync(m => m.SenderId == here.Viewer.PersonId, cancel)
            : Task.FromResult(false);
}

/// <summary>Whether what the address names was sent to the person as a representative.</summary>
public sealed class RepresentativeOfMatter(ThroughlineDb db) : IRelationCheck
{
    public Relation Relation => Relation.RepresentativeOfMatter;

    public Task<bool> HoldsAsync(
        Here here,
        RouteValueDictionary address,
        CancellationToken cancel
    ) =>
        MatterAt.Of(db, here, address) is { } matters
            ? matters.AnyAsync(m => m.RepresentativeId == here.Viewer.PersonId, cancel)
            : Task.FromResult(false);
}

/// <summary>Whether the person is to answer what the address names, at this moment.</summary>
public sealed class HolderOfMatter(ThroughlineDb db) : IRelationCheck
{
    public Relation Relation => Relation.HolderOfMatter;

    public async Task<bool> HoldsAsync(
        Here here,
        RouteValueDictionary address,
        CancellationToken cancel
    ) =>
        MatterAt.Of(db, here, address) is { } matters
        && await MatterRow.Of(db, matters).AsNoTracking().SingleOrDefaultAsync(cancel) is { } row
        && row.IsWith(here.Viewer.PersonId, here.Now);
}

internal static class MatterAt
{
    /// <summary>What the address names, or null when it names nothing.</summary>
    public static IQueryable<RaisedMatter>? Of(
        ThroughlineDb db,
        Here here,
        RouteValueDictionary address
    ) =>
        Guid.TryParse(address["matter"]?.ToString(), out var id)
            ? db.Set<RaisedMatter>().Where(m => m.Id == id && m.UnitId == here.Unit.Id)
            : null;
}
