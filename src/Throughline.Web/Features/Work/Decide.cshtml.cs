using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Data.Saving;
using Throughline.Domain.Work;
using Throughline.Web.Access;
using Throughline.Web.Features.Sharing;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Work;

/// <summary>Records what was decided, who decided and why: for good, and read by all who work here.</summary>
[Needs(Permission.TakeDecision)]
public sealed class DecideModel(ThroughlineDb db, Here here, Decisions decisions, Relays relays)
    : PageModel
{
    [FromRoute(Name = "number")]
    public int Number { get; set; }

    [BindProperty]
    public TakenInput Input { get; set; } = new();

    public DecisionView View { get; private set; } = null!;

    /// <summary>The teams and groups of students that are written down as not heard.</summary>
    public IReadOnlyList<string> NotHeard { get; private set; } = [];

    /// <summary>The teams that are told of it; none where the unit has no instructional team.</summary>
    public IReadOnlyList<string> Tells { get; private set; } = [];

    public string Back => decisions.PathOf(Number);

    /// <summary>What this person may record: what is the leader's to decide, only the leader.</summary>
    public IReadOnlyList<DecidedAs> Ways =>
        decisions.IsLeader ? Enum.GetValues<DecidedAs>() : [DecidedAs.Consensus];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
        {
            return NotFound();
        }

        if (View.Status is not (DecisionStatus.Proposed or DecisionStatus.Shown))
        {
            this.Say(View.IsOpen ? "Hands are up. Show them first." : "This is over already.");
            return Redirect(Back);
        }

        Input = new()
        {
            Outcome = View.Title,
            ToTell = true,
            Version = View.Version,
        };
        return Page();
    }

    [Needs(Permission.TakeDecision)]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
        {
            return NotFound();
        }

        var decision = await decisions.FindAsync(Number, cancel);
        if (!ModelState.IsValid || decision is null)
        {
            return this.Again();
        }

        var decided = decision.Decide(
            new DecisionTaken(Input.As, Input.Outcome, Input.Reasons),
            decisions.IsLeader,
            NotHeard,
            here.Viewer.PersonId,
            here.Now
        );
        if (!decided.IsOk)
        {
            return this.Refuse(decided.Refusal!);
        }

        if (Input.ToTell && Tells.Count > 0)
        {
            var begun = await relays.BeginAsync(decision, null, cancel);
            if (!begun.IsOk)
            {
                return this.Refuse(begun.Refusal!);
            }
        }

        db.Expect(decision, Input.Version);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            await LoadAsync(cancel);
            Input.Version = View.Version;
            return this.Conflict(
                ("Where it stands", DecisionWords.Tag(View.Status, View.DecidedAs).Words, null),
                ("What was decided", View.Outcome, Input.Outcome),
                ("Why", View.Reasons, Input.Reasons)
            );
        }

        this.Say(
            Input.ToTell && Tells.Count > 0
                ? "It is decided. Everyone who works here can read it, and who speaks for the teams has the message in their day."
                : "It is decided. Everyone who works here can read it."
        );
        return Redirect(await decisions.RoomOfAsync(decision, cancel) ?? Back);
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        var view = await DecisionView.LoadAsync(
            db,
            decisions.At(Number),
            here.Viewer.PersonId,
            cancel
        );
        if (view is null)
        {
            return false;
        }

        View = view;
        var touches = await decisions
            .At(Number)
            .SelectMany(d => d.Teams.Select(t => t.TeamId))
            .ToListAsync(cancel);
        var map = await decisions.MapAsync(cancel);
        Tells =
        [
            .. map.Where(t => touches.Count == 0 || touches.Contains(t.TeamId)).Select(t => t.Name),
        ];
        NotHeard = GroupsNotHeard.Of(
            map,
            await decisions.StudentsAsync(cancel),
            touches,
            await decisions.PresentAsync(Number, cancel)
        );
        return true;
    }
}

/// <summary>What was decided.</summary>
public sealed class TakenInput
{
    public DecidedAs? As { get; set; }
    public string? Outcome { get; set; }
    public string? Reasons { get; set; }

    /// <summary>True when the teams it touches are to be told.</summary>
    public bool ToTell { get; set; }
    public int? Version { get; set; }
}
