using Throughline.Data;
using Throughline.Domain.Shared;
using Throughline.Domain.Units;
using Throughline.Domain.Work;
using Throughline.Web.Access;
using Throughline.Web.Features.Home;
using Throughline.Web.Features.Links;

namespace Throughline.Web.Features.Work;

/// <summary>Proposals on which a person is asked for a hand that is not up yet.</summary>
public sealed class HandsInMyDay : IDayRows
{
    public int Source => (int)ThingKind.Decision;

    public IQueryable<Guid> PeopleWithSomething(ThroughlineDb db, DateTime now) =>
        db.Set<DecisionHand>().Where(h => !h.IsUp).Select(h => h.PersonId);

    public IQueryable<DayRow> RowsOf(Viewer viewer, ThroughlineDb db, DateTime now) =>
        from hand in db.Set<DecisionHand>()
        where hand.PersonId == viewer.PersonId && !hand.IsUp
        join decision in db.Set<Decision>() on hand.DecisionId equals decision.Id
        join unit in db.Set<Unit>() on decision.UnitId equals unit.Id
        select new DayRow
        {
            Source = (int)ThingKind.Decision,
            Number = decision.Number,
            Title = decision.Title,
            Unit = unit.Name,
            Slug = unit.Slug,
            Since = decision.ProposedAt,
        };

    public DayItem Item(DayRow row) =>
        new(
            "Decision · hands are asked for",
            row.Title,
            row.Unit,
            null,
            "Show your hand",
            ThingPlaces.PathOf(ThingKind.Decision, row.Number, row.Slug)
        );
}
