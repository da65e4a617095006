using Throughline.Data;
using Throughline.Domain.Units;
using Throughline.Web.Access;
using Throughline.Web.Features.Home;

namespace Throughline.Web.Features.Teams.Voices;

/// <summary>What a seat asks waits for its holder until they accept it, and again after the team changed it.</summary>
public sealed class SeatDutiesInMyDay : IDayRows
{
    public IQueryable<Guid> PeopleWithSomething(ThroughlineDb db, DateTime now) =>
        SeatDuties.NotAccepted(db).Select(m => m.PersonId);

    public IQueryable<DayRow>? RowsOf(Viewer viewer, ThroughlineDb db, DateTime now, int source) =>
        viewer.Seats.Count == 0 ? null : Rows(db, viewer.PersonId, source);

    private static IQueryable<DayRow> Rows(ThroughlineDb db, Guid me, int source) =>
        from seat in SeatDuties.NotAccepted(db)
        where seat.PersonId == me
        join unit in db.Set<Unit>() on seat.UnitId equals unit.Id
        select new DayRow
        {
            Due = DayRow.NoDay,
            Source = source,
            Number = 0,
            Title = unit.Name,
            Unit = unit.Name,
            Slug = unit.Slug,
            Since = seat.Since,
        };

    public DayItem Item(DayRow row) =>
        new(
            "Your seat on the ILT",
            "What your seat asks of you",
            row.Unit,
            Due: null,
            "Read and accept",
            $"/{row.Slug}/team/responsibilities"
        );
}
