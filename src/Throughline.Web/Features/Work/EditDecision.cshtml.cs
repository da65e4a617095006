using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Data.Saving;
using Throughline.Domain.Work;
using Throughline.Web.Access;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Work;

/// <summary>Puts a proposal into other words, until hands are asked for.</summary>
[Needs(Permission.ProposeDecisions)]
public sealed class EditDecisionModel(ThroughlineDb db, Decisions decisions)
    : PageModel,
        IProposalForm
{
    private Decision decision = null!;

    [FromRoute(Name = "number")]
    public int Number { get; set; }

    [BindProperty]
    public ProposalInput Input { get; set; } = new();

    public IReadOnlyList<MappedTeam> Map { get; private set; } = [];

    public string Saves => "Save";

    public string Back => decisions.PathOf(Number);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
        {
            return NotFound();
        }

        if (decision.Status != DecisionStatus.Proposed)
        {
            this.Say("Its words can only be changed while it is a proposal.");
            return Redirect(Back);
        }

        Input = ProposalInput.Of(decision);
        return Page();
    }

    [Needs(Permission.ProposeDecisions)]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        var changed = decision.Change(await decisions.ProposalAsync(Input, cancel));
        if (!changed.IsOk)
        {
            return this.Refuse(changed.Refusal!);
        }

        db.Expect(decision, Input.Version);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            if (!await FindAsync(cancel))
            {
                return NotFound();
            }

            var saved = ProposalInput.Of(decision);
            Input.Version = saved.Version;
            return this.Conflict(
                ("What is proposed", saved.Title, Input.Title),
                ("What to know first", saved.Background, Input.Background),
                ("Whom it touches", Names(saved.Teams), Names(Input.Teams))
            );
        }

        this.Say("The proposal is saved.");
        return Redirect(Back);
    }

    private async Task<bool> FindAsync(CancellationToken cancel)
    {
        if (await decisions.FindAsync(Number, cancel) is not { } found)
        {
            return false;
        }

        decision = found;
        Map = await decisions.MapAsync(cancel);
        return true;
    }

    private string Names(List<Guid> teams) =>
        string.Join(", ", Map.Where(t => teams.Contains(t.TeamId)).Select(t => t.Name));
}
