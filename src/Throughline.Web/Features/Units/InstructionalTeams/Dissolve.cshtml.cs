using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Domain.Teams;
using Throughline.Domain.Units;
using Throughline.Web.Access;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Units.InstructionalTeams;

/// <summary>Dissolves an instructional team, after saying who speaks for it on the ILT.</summary>
[Needs(Permission.ManageUnit)]
public sealed class DissolveModel(ThroughlineDb db, Here here) : PageModel
{
    public InstructionalTeam Team { get; private set; } = null!;

    public IReadOnlyList<string> Speakers { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        Speakers = await db.Set<IltMembership>()
            .Where(m => m.SpeaksForTeamId == id && m.Until == null)
            .Join(
                db.Set<Person>(),
                m => m.PersonId,
                p => p.Id,
                (_, p) => p.GivenName + " " + p.FamilyName
            )
            .OrderBy(name => name)
            .ToListAsync(cancel);
        return Page();
    }

    [Needs(Permission.ManageUnit)]
    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        Team.Dissolve(here.Now);
        try
        {
            await db.SaveChangesAsync(cancel);
            this.Say($"{Team.Name} is dissolved.");
        }
        catch (DbUpdateConcurrencyException)
        {
            this.Say(
                $"Someone changed {Team.Name} at the same moment. It is not dissolved; look and decide again."
            );
        }

        return Redirect($"/{here.Unit.Slug}/settings/teams");
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancel) =>
        (
            Team = (
                await db.Set<InstructionalTeam>()
                    .SingleOrDefaultAsync(
                        t => t.Id == id && t.UnitId == here.Unit.Id && t.DissolvedAt == null,
                        cancel
                    )
            )!
        )
            is not null;
}
