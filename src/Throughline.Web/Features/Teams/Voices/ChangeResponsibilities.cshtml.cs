using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Data.Saving;
using Throughline.Domain.Teams;
using Throughline.Web.Access;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Teams.Voices;

/// <summary>Makes the team's own next edition of what a kind of seat asks.</summary>
[Needs(Permission.GuideTeam)]
public sealed class ChangeResponsibilitiesModel(ThroughlineDb db, Here here) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public SeatKind Kind { get; private set; }

    public Responsibilities InForce { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string seat, CancellationToken cancel)
    {
        if (!await FindAsync(seat, cancel))
        {
            return NotFound();
        }

        (Input.Lines, Input.Edition) = (string.Join('\n', InForce.Items), InForce.Edition);
        return Page();
    }

    [Needs(Permission.GuideTeam)]
    public async Task<IActionResult> OnPostAsync(string seat, CancellationToken cancel)
    {
        var ilt = await db.Set<Ilt>().SingleOrDefaultAsync(i => i.UnitId == here.Unit.Id, cancel);
        if (ilt is null || !await FindAsync(seat, cancel))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        if (Input.Edition != InForce.Edition)
        {
            return Clash();
        }

        var next = ResponsibilityEdition.After(ilt, InForce, Input.Lines, here.Now);
        if (!next.IsOk)
        {
            return this.Refuse(next.Refusal!);
        }

        db.Add(next.Value);
        if (!await db.TrySaveAsync(cancel))
        {
            db.ChangeTracker.Clear();
            await FindAsync(seat, cancel);
            return Clash();
        }

        this.Say(
            $"Edition {next.Value.Edition} is in force. Who holds such a seat is asked to accept it."
        );
        return Redirect($"/{here.Unit.Slug}/team/responsibilities");
    }

    private PageResult Clash()
    {
        ModelState.Remove("Input.Edition");
        Input.Edition = InForce.Edition;
        return this.Conflict(("Responsibilities", string.Join('\n', InForce.Items), Input.Lines));
    }

    private async Task<bool> FindAsync(string seat, CancellationToken cancel)
    {
        if (SeatDuties.KindOf(seat) is not { } kind)
        {
            return false;
        }

        Kind = kind;
        InForce = (await SeatDuties.InForceAsync(db, here.Unit.Id, cancel)).Single(r =>
            r.Kind == kind
        );
        return true;
    }

    public sealed class InputModel
    {
        public string? Lines { get; set; }
        public int? Edition { get; set; }
    }
}
