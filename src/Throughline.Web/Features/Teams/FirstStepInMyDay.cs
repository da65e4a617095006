using Throughline.Data;
using Throughline.Domain.Teams;
using Throughline.Domain.Units;
using Throughline.Web.Access;
using Throughline.Web.Features.Home;

namespace Throughline.Web.Features.Teams;

/// <summary>
/// A school without an ILT waits for who may form it: on their first day nothing else waits, and “you are done” would
/// leave them there.
/// </summary>
public sealed class FirstStepInMyDay : IDayRows
{
    private static readonly Role[] Forming = AccessTable.Rules[Permission.ManageTeam].AtUnit;

    public IQueryable<Guid> PeopleWithSomething(ThroughlineDb db, DateTime now) =>
        db.Set<RoleAssignment>()
            .Where(r => r.Status == RoleStatus.Active && Forming.Contains(r.Role))
            .Where(r => WithoutTeam(db).Any(u => u.Id == r.UnitId))
            .Select(r => r.PersonId);

    public IQueryable<DayRow>? RowsOf(Viewer viewer, ThroughlineDb db, DateTime now, int source)
    {
        var units = viewer
            .Roles.Where(r => Forming.Contains(r.Role))
            .Select(r => r.UnitId)
            .Except(viewer.Seats.Select(s => s.UnitId))
            .ToList();
        return units.Count == 0 ? null : Rows(db, viewer.PersonId, units, source);
    }

    public DayItem Item(DayRow row) =>
        new(
            "First of all",
            "Form the ILT",
            row.Unit,
            Due: null,
            "See the way to one",
            $"/{row.Slug}/team"
        );

    private static IQueryable<DayRow> Rows(
        ThroughlineDb db,
        Guid me,
        List<Guid> units,
        int source
    ) =>
        WithoutTeam(db)
            .Where(u => units.Contains(u.Id))
            .Select(u => new DayRow
            {
                Due = DayRow.NoDay,
                Source = source,
                Number = 0,
                Title = u.Name,
                Unit = u.Name,
                Slug = u.Slug,
                Since = db.Set<RoleAssignment>()
                    .Where(r => r.UnitId == u.Id && r.PersonId == me)
                    .Max(r => r.Since),
            });

    private static IQueryable<Unit> WithoutTeam(ThroughlineDb db) =>
        db.Set<Unit>()
            .Where(u => u.ClosedOn == null && u.Kind == UnitKind.School)
            .Where(u => !db.Set<IltMembership>().Any(m => m.UnitId == u.Id && m.Until == null));
}
