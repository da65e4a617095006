using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Domain.Shared;
using Throughline.Domain.Units;
using Throughline.Domain.Work;
using Throughline.Web.Access;
using Throughline.Web.Features.Home;
using Throughline.Web.Features.Links;

namespace Throughline.Web.Features.Work;

/// <summary>Proposals on which a person is asked for a hand that is not up yet.</summary>
public sealed class HandsInMyDay : IDaySource
{
    public IQueryable<Guid> PeopleWithSomething(ThroughlineDb db, DateTime now) =>
        db.Set<DecisionHand>().Where(h => !h.IsUp).Select(h => h.PersonId);

    public async Task<IReadOnlyList<DayItem>> ForAsync(
        Viewer viewer,
        ThroughlineDb db,
        DateTime now,
        CancellationToken cancel
    )
    {
        var asked = await (
            from hand in db.Set<DecisionHand>()
            where hand.PersonId == viewer.PersonId && !hand.IsUp
            join decision in db.Set<Decision>() on hand.DecisionId equals decision.Id
            join unit in db.Set<Unit>() on decision.UnitId equals unit.Id
            orderby decision.Number
            select new
            {
                decision.Number,
                decision.Title,
                Unit = unit.Name,
                unit.Slug,
            }
        )
            .AsNoTracking()
            .Take(20)
            .ToListAsync(cancel);
        return
        [
            .. asked.Select(a => new DayItem(
                "Decision · hands are asked for",
                a.Title,
                a.Unit,
                null,
                "Show your hand",
                ThingPlaces.PathOf(ThingKind.Decision, a.Number, a.Slug)
            )),
        ];
    }
}
