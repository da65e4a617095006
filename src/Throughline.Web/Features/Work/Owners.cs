using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Domain.Teams;
using Throughline.Domain.Units;
using Throughline.Domain.Work;
using Throughline.Web.Access;

namespace Throughline.Web.Features.Work;

/// <summary>Who may carry an action step, a to-do or a rock of the unit.</summary>
public sealed class Owners(ThroughlineDb db, Here here)
{
    /// <summary>What was typed, with the owner looked up.</summary>
    public async Task<WorkPlan> PlanAsync(WorkInput input, CancellationToken cancel)
    {
        var unit = here.Unit.Id;
        var owner = await db.Set<Person>()
            .Where(p => p.Id == input.OwnerId)
            .Select(p => new WorkOwner(
                p.Id,
                p.GivenName + " " + p.FamilyName,
                db.Set<RoleAssignment>()
                    .Any(r =>
                        r.PersonId == p.Id && r.UnitId == unit && r.Status == RoleStatus.Active
                    )
                    || db.Set<IltMembership>()
                        .Any(m => m.PersonId == p.Id && m.UnitId == unit && m.Until == null),
                p.LeftOn != null
            ))
            .SingleOrDefaultAsync(cancel);
        return new WorkPlan(input.Title, input.Why, owner, input.DueOn);
    }

    /// <summary>Members of the ILT first, then everyone else on the staff.</summary>
    /// <param name="current">Who carries it now; listed even when they are here no longer.</param>
    /// <param name="cancel">Stops.</param>
    public async Task<IReadOnlyList<SelectListItem>> ListAsync(
        Guid? current,
        CancellationToken cancel
    )
    {
        var unit = here.Unit.Id;
        var sits = db.Set<IltMembership>()
            .Where(m => m.UnitId == unit && m.Until == null)
            .Select(m => m.PersonId);
        var works = db.Set<RoleAssignment>()
            .Where(r => r.UnitId == unit && r.Status == RoleStatus.Active)
            .Select(r => r.PersonId);
        var people = await db.Set<Person>()
            .AsNoTracking()
            .Where(p =>
                p.Id == current
                || (p.LeftOn == null && (sits.Contains(p.Id) || works.Contains(p.Id)))
            )
            .Select(p => new
            {
                p.Id,
                Name = p.GivenName + " " + p.FamilyName,
                p.SearchText,
                Left = p.LeftOn != null,
                Sits = sits.Contains(p.Id),
            })
            .OrderByDescending(p => p.Sits)
            .ThenBy(p => p.SearchText)
            .ToListAsync(cancel);
        var (ilt, staff) = (
            new SelectListGroup { Name = "ILT" },
            new SelectListGroup { Name = "Staff" }
        );
        return
        [
            new SelectListItem("Choose one", ""),
            .. people.Select(p => new SelectListItem(
                p.Left ? $"{p.Name} (has left)" : p.Name,
                p.Id.ToString()
            )
            {
                Group = p.Sits ? ilt : staff,
            }),
        ];
    }
}
