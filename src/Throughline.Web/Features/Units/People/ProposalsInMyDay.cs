using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Domain.Units;
using Throughline.Web.Access;
using Throughline.Web.Features.Home;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Units.People;

/// <summary>Leadership that a roster proposes waits for someone who may give it: one line a unit, the district's for all its schools.</summary>
public sealed class ProposalsInMyDay : IDayRows
{
    public IQueryable<Guid> PeopleWithSomething(ThroughlineDb db, DateTime now)
    {
        var rule = AccessTable.Rules[Permission.GiveLeadership];
        var proposed = db.Set<RoleAssignment>().Where(r => r.Status == RoleStatus.Proposed);
        return db.Set<RoleAssignment>()
            .Where(r => r.Status == RoleStatus.Active)
            .Where(r =>
                (rule.AtDistrict.Contains(r.Role) && r.UnitId == r.DistrictId && proposed.Any())
                || (rule.AtUnit.Contains(r.Role) && proposed.Any(p => p.UnitId == r.UnitId))
            )
            .Select(r => r.PersonId);
    }

    public IQueryable<DayRow>? RowsOf(Viewer viewer, ThroughlineDb db, DateTime now, int source)
    {
        var rule = AccessTable.Rules[Permission.GiveLeadership];
        var everywhere = rule.AtDistrict.Any(role => viewer.Has(role, viewer.DistrictId));
        var units = viewer
            .Roles.Where(r => rule.AtUnit.Contains(r.Role))
            .Select(r => r.UnitId)
            .ToList();
        return everywhere || units.Count > 0
            ? Rows(db, everywhere ? viewer.DistrictId : null, units, source)
            : null;
    }

    private static IQueryable<DayRow> Rows(
        ThroughlineDb db,
        Guid? everywhere,
        List<Guid> units,
        int source
    ) =>
        from role in db.Set<RoleAssignment>()
        where
            role.Status == RoleStatus.Proposed
            && (everywhere != null || units.Contains(role.UnitId))
        join unit in db.Set<Unit>() on everywhere ?? role.UnitId equals unit.Id
        group role by new { unit.Name, unit.Slug } into place
        select new DayRow
        {
            Due = DayRow.NoDay,
            Source = source,
            Number = place.Count(),
            Title = place.Key.Name,
            Unit = place.Key.Name,
            Slug = place.Key.Slug,
            Since = place.Max(r => r.Since),
        };

    public DayItem Item(DayRow row) =>
        new(
            "Leadership to confirm",
            $"{Words.Count(row.Number, "proposed role")} from the roster",
            row.Unit,
            Due: null,
            "Look and confirm",
            $"/{row.Slug}/settings/people"
        );
}
