using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Domain.Teams;
using Throughline.Domain.Units;
using Throughline.Web.Access;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Work.Raised;

/// <summary>Raises something with the ILT, through one's representative or straight with the facilitator.</summary>
[Needs(Permission.RaiseMatters)]
public sealed class RaiseModel(ThroughlineDb db, Here here, Matters matters) : PageModel
{
    [BindProperty]
    public MatterInput Input { get; set; } = new();

    public IReadOnlyList<MyTeam> Teams { get; private set; } = [];

    /// <summary>Who facilitates the ILT; null while nobody does.</summary>
    public string? Facilitator { get; private set; }

    /// <summary>The teams with who speaks for each.</summary>
    public IReadOnlyList<SelectListItem> TeamChoices =>
        [
            .. Teams.Select(t => new SelectListItem(
                t.Representative is { } name
                    ? $"{t.Name}: {name} speaks for it"
                    : $"{t.Name}: nobody speaks for it yet",
                t.Id.ToString()
            )),
            new("None of my teams", ""),
        ];

    /// <summary>True when one of the teams has someone it can go to.</summary>
    public bool HasRepresentative => Teams.Any(t => t.Representative is not null);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        Input.TeamId = Teams
            .OrderByDescending(t => t.Representative is not null)
            .FirstOrDefault()
            ?.Id;
    }

    [Needs(Permission.RaiseMatters)]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (ModelState.IsValid)
        {
            var raised = await matters.RaiseAsync(Input, cancel);
            if (raised.IsOk)
            {
                this.Say("It is sent. You see each step here, and what is new in your day.");
                return Redirect($"/{here.Unit.Slug}/work/raised/{raised.Value.Id}");
            }

            this.Refuse(raised.Refusal!);
        }

        db.ChangeTracker.Clear();
        await LoadAsync(cancel);
        return this.Again();
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        Teams = await matters.MyTeamsAsync(cancel);
        Facilitator = await db.Set<IltMembership>()
            .Where(m => m.UnitId == here.Unit.Id && m.Until == null && m.Facilitates)
            .Join(db.Set<Person>(), m => m.PersonId, p => p.Id, (_, p) => p)
            .Select(p => p.GivenName + " " + p.FamilyName)
            .FirstOrDefaultAsync(cancel);
    }
}
