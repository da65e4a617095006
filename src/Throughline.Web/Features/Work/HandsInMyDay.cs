using Throughline.Data;
using Throughline.Domain.Shared;
using Throughline.Domain.Teams;
using Throughline.Domain.Units;
using Throughline.Domain.Work;
using Throughline.Web.Access;
using Throughline.Web.Features.Home;
using Throughline.Web.Features.Links;

namespace Throughline.Web.Features.Work;

/// <summary>Proposals on which a person is asked for a hand that is not up yet.</summary>
public sealed class HandsInMyDay : IDayRows
{
    public IQueryable<Guid> PeopleWithSomething(ThroughlineDb db, DateTime now) =>
        Wanted(db).Select(w => w.Hand.PersonId);

    public IQueryable<DayRow>? RowsOf(Viewer viewer, ThroughlineDb db, DateTime now, int source) =>
        viewer.Seats.Count == 0 ? null : Rows(db, viewer.PersonId, source);

    private static IQueryable<DayRow> Rows(ThroughlineDb db, Guid me, int source) =>
        from wanted in Wanted(db)
        where wanted.Hand.PersonId == me
        join unit in db.Set<Unit>() on wanted.Decision.UnitId equals unit.Id
        select new DayRow
        {
            Due = DayRow.NoDay,
            Source = source,
            Number = wanted.Decision.Number,
            Title = wanted.Decision.Title,
            Unit = unit.Name,
            Slug = unit.Slug,
            Since = wanted.Decision.ProposedAt,
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

    // Who was asked and has lost the seat since finds no page to show a hand on.
    private static IQueryable<WantedHand> Wanted(ThroughlineDb db) =>
        from hand in db.Set<DecisionHand>()
        where !hand.IsUp
        join decision in db.Set<Decision>() on hand.DecisionId equals decision.Id
        where
            db.Set<IltMembership>()
                .Any(m =>
                    m.UnitId == decision.UnitId && m.PersonId == hand.PersonId && m.Until == null
                )
        select new WantedHand { Hand = hand, Decision = decision };

    private sealed class WantedHand
    {
        public required DecisionHand Hand { get; init; }
        public required Decision Decision { get; init; }
    }
}
