using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughline.Data;
using Throughline.Domain.Work;
using Throughline.Web.Access;
using Throughline.Web.Features.Links;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Work;

/// <summary>Proposes a decision, by itself or out of another thing.</summary>
[Needs(Permission.ProposeDecisions)]
public sealed class NewDecisionModel(
    ThroughlineDb db,
    Here here,
    Decisions decisions,
    Origins origins
) : PageModel, IProposalForm
{
    /// <summary>The id of the thing it comes from; without one it comes from nothing.</summary>
    [BindProperty(SupportsGet = true, Name = "from")]
    public string? From { get; set; }

    [BindProperty]
    public ProposalInput Input { get; set; } = new();

    public Origin? Origin { get; private set; }

    public IReadOnlyList<MappedTeam> Map { get; private set; } = [];

    public string Saves => "Propose it";

    public string Back => Origin?.Path ?? $"/{here.Unit.Slug}/work/decisions";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var origin = await origins.FindAsync(From, cancel);
        if (!origin.IsOk)
        {
            return NotFound();
        }

        Origin = origin.Value;
        Map = await decisions.MapAsync(cancel);
        Input.Title = Origin?.Suggested;
        return Page();
    }

    [Needs(Permission.ProposeDecisions)]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (this.AsksForAWord() && !ModelState.IsValid)
        {
            return this.UnreadInAWord();
        }

        if (ModelState.IsValid)
        {
            var added = await decisions.AddAsync(
                Input,
                await origins.MeetingOfAsync(From, cancel),
                decision => origins.LinkAsync(decision, From, cancel),
                cancel
            );
            if (this.AsksForAWord())
            {
                return this.InAWord(added.Refusal);
            }

            if (added.IsOk)
            {
                this.Say("It is proposed. Ask for hands when the team is ready.");
                return Redirect(decisions.PathOf(added.Value.Number));
            }

            this.Refuse(added.Refusal!);
        }

        db.ChangeTracker.Clear();
        var origin = await origins.FindAsync(From, cancel);
        Origin = origin.IsOk ? origin.Value : null;
        Map = await decisions.MapAsync(cancel);
        return this.Again();
    }
}

/// <summary>The form that proposes a decision and the one that changes it look alike.</summary>
public interface IProposalForm
{
    ProposalInput Input { get; }

    /// <summary>The teams it can touch.</summary>
    IReadOnlyList<MappedTeam> Map { get; }

    Origin? Origin => null;

    string Saves { get; }

    string Back { get; }
}
