using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Data.Saving;
using Throughline.Domain.Shared;
using Throughline.Domain.Teams;
using Throughline.Domain.Units;
using Throughline.Domain.Work;
using Throughline.Web.Access;
using Throughline.Web.Features.Links;

namespace Throughline.Web.Features.Work;

/// <summary>Adds and finds the unit's action steps, and knows who may carry one.</summary>
public sealed class ActionSteps(ThroughlineDb db, Here here)
{
    /// <summary>The step with this number, to be acted on.</summary>
    public Task<ActionStep?> FindAsync(int number, CancellationToken cancel) =>
        db.Set<ActionStep>()
            .SingleOrDefaultAsync(s => s.UnitId == here.Unit.Id && s.Number == number, cancel);

    /// <summary>
    /// Adds a step and saves it with what came with it. Two people who add one at once both get a number: the work is
    /// done again with the next one, so <paramref name="with"/> must look up anew what it needs.
    /// </summary>
    /// <param name="input">What was typed.</param>
    /// <param name="with">Adds what belongs to the same save, such as the link to where the step came from.</param>
    /// <param name="cancel">Stops.</param>
    public Task<Result<ActionStep>> AddAsync(
        ActionInput input,
        Func<ActionStep, Task<Result>> with,
        CancellationToken cancel
    ) =>
        ConflictRetry.RunAsync(
            db,
            async () =>
            {
                var last = await db.Set<ActionStep>()
                    .Where(s => s.UnitId == here.Unit.Id)
                    .MaxAsync(s => (int?)s.Number, cancel);
                var step = ActionStep.Add(
                    here.Unit,
                    (last ?? 0) + 1,
                    await PlanAsync(input, cancel),
                    here.Viewer.PersonId,
                    here.Today,
                    here.Now
                );
                if (!step.IsOk)
                {
                    return step;
                }

                db.Add(step.Value);
                var rest = await with(step.Value);
                if (!rest.IsOk)
                {
                    return rest.Refusal!;
                }

                await db.SaveChangesAsync(cancel);
                return step;
            }
        );

    /// <summary>What was typed, with the owner looked up.</summary>
    public async Task<ActionPlan> PlanAsync(ActionInput input, CancellationToken cancel)
    {
        var unit = here.Unit.Id;
        var owner = await db.Set<Person>()
            .Where(p => p.Id == input.OwnerId)
            .Select(p => new ActionOwner(
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
        return new ActionPlan(input.Title, input.Why, owner, input.DueOn);
    }

    /// <summary>Who may carry a step: members of the ILT first, then everyone else on the staff.</summary>
    /// <param name="current">Who carries it now; listed even when they are here no longer.</param>
    /// <param name="cancel">Stops.</param>
    public async Task<IReadOnlyList<SelectListItem>> OwnersAsync(
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

    /// <summary>Today where the unit is.</summary>
    public DateOnly Today => here.Today;

    /// <summary>Where a step is found.</summary>
    public string PathOf(int number) =>
        string.Create(CultureInfo.InvariantCulture, $"/{here.Unit.Slug}/work/actions/{number}");
}

/// <summary>What is typed about an action step.</summary>
public sealed class ActionInput
{
    public string? Title { get; set; }
    public string? Why { get; set; }
    public Guid? OwnerId { get; set; }
    public DateOnly? DueOn { get; set; }
    public int? Version { get; set; }

    internal static ActionInput Of(ActionStep step) =>
        new()
        {
            Title = step.Title,
            Why = step.Why,
            OwnerId = step.OwnerId,
            DueOn = step.DueOn,
            Version = step.Version,
        };
}

/// <summary>The forms that make an action step and the one that changes it look alike.</summary>
public interface IActionForm
{
    ActionInput Input { get; }

    /// <summary>Who can be asked to carry it.</summary>
    IReadOnlyList<SelectListItem> Owners { get; }

    /// <summary>What it comes from; null for what comes from nothing, and where the page says so itself.</summary>
    Origin? Origin => null;

    /// <summary>What the button says.</summary>
    string Saves { get; }

    /// <summary>Where one goes without saving.</summary>
    string Back { get; }
}
