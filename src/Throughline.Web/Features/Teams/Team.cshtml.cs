using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Data.Saving;
using Throughline.Domain.Teams;
using Throughline.Domain.Units;
using Throughline.Web.Access;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Teams;

/// <summary>A unit's Instructional Leadership Team: who sits on it, for whom each speaks, who facilitates for now.</summary>
[Needs(Permission.SeeUnit)]
public sealed class TeamModel(ThroughlineDb db, Here here) : PageModel
{
    public IltView? Ilt { get; private set; }

    /// <summary>What stands ready before an ILT is formed.</summary>
    public (int Staff, int Teams) Ready { get; private set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Ilt = await IltView.LoadAsync(db, here.Unit, cancel);
        if (Ilt is null && here.Can(Permission.ManageTeam))
        {
            Ready = (
                await db.Set<RoleAssignment>()
                    .Where(r => r.UnitId == here.Unit.Id && r.Status == RoleStatus.Active)
                    .Select(r => r.PersonId)
                    .Distinct()
                    .CountAsync(cancel),
                await db.Set<InstructionalTeam>()
                    .CountAsync(t => t.UnitId == here.Unit.Id && t.DissolvedAt == null, cancel)
            );
        }

        Input.Facilitator ??= Ilt?.Facilitator?.PersonId;
    }

    /// <summary>Forms the unit's ILT, without members yet.</summary>
    [Needs(Permission.ManageTeam)]
    public async Task<IActionResult> OnPostFormAsync(CancellationToken cancel)
    {
        db.Add(Domain.Teams.Ilt.Form(here.Unit, here.Now));
        this.Say(
            await db.TrySaveAsync(cancel)
                ? "The ILT is formed. Now give its seats."
                : "The ILT was formed already."
        );
        return Redirect($"/{here.Unit.Slug}/team");
    }

    /// <summary>Names who facilitates for now, or nobody.</summary>
    [Needs(Permission.ManageTeam)]
    public async Task<IActionResult> OnPostFacilitatorAsync(CancellationToken cancel)
    {
        var ilt = await db.Set<Ilt>()
            .Include(i => i.Memberships)
            .SingleOrDefaultAsync(i => i.UnitId == here.Unit.Id, cancel);
        if (ilt is null)
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return await AgainAsync(() => this.Again(), cancel);
        }

        var named = ilt.LetFacilitate(Input.Facilitator);
        if (!named.IsOk)
        {
            return await AgainAsync(
                () => this.Refuse(named.Refusal! with { Field = "Facilitator" }),
                cancel
            );
        }

        db.Expect(ilt, Input.Version);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            return await AgainAsync(
                () =>
                    this.Conflict(
                        (
                            "Facilitator",
                            Ilt!.Facilitator?.Name ?? "nobody",
                            NameOf(Input.Facilitator)
                        )
                    ),
                cancel
            );
        }

        await OnGetAsync(cancel);
        this.Say($"{NameOf(Input.Facilitator)} facilitates for now.");
        return Redirect($"/{here.Unit.Slug}/team");
    }

    private async Task<IActionResult> AgainAsync(Func<IActionResult> show, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        await OnGetAsync(cancel);
        return show();
    }

    private string NameOf(Guid? personId) =>
        personId is null
            ? "Nobody"
            : Ilt!.Sitting.FirstOrDefault(s => s.PersonId == personId)?.Name ?? "someone else";

    public sealed class InputModel
    {
        public Guid? Facilitator { get; set; }
        public int? Version { get; set; }
    }
}
