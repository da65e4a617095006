using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Data.Saving;
using Throughline.Domain.Work;
using Throughline.Web.Access;
using Throughline.Web.Features.Work;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Sharing;

/// <summary>Says of a decision that was taken earlier that it is to be told, with the message.</summary>
[Needs(Permission.TellTeams)]
public sealed class BeginRelayModel(ThroughlineDb db, Decisions decisions, Relays relays)
    : PageModel
{
    [FromRoute(Name = "number")]
    public int Number { get; set; }

    [BindProperty]
    public MessageInput Input { get; set; } = new();

    public Decision Decision { get; private set; } = null!;

    /// <summary>The teams that are told.</summary>
    public IReadOnlyList<string> Teams { get; private set; } = [];

    public string Back => decisions.PathOf(Number);

    /// <summary>What in the words nobody has looked at; null for nothing.</summary>
    public CountsToLookAt? Counts { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
        {
            return NotFound();
        }

        if (await relays.At(Number).AnyAsync(cancel))
        {
            return Redirect(relays.PathOf(Number));
        }

        Input.Message = relays.Draft(Decision);
        return Page();
    }

    [Needs(Permission.TellTeams)]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
        {
            return NotFound();
        }

        Counts = CountsToLookAt.Of(Input.Message, Input.Looked, "Send anyway, I have looked");
        if (!ModelState.IsValid || Counts is not null)
        {
            return this.Again();
        }

        var begun = await relays.BeginAsync(Decision, Input.Message ?? "", cancel);
        if (!begun.IsOk)
        {
            return this.Refuse(begun.Refusal!);
        }

        this.Say(
            await db.TrySaveAsync(cancel)
                ? "It is to tell. It stands in the day of who speaks for each of these teams."
                : "Someone was quicker: it is to tell already."
        );
        return Redirect(relays.PathOf(Number));
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        var found = await decisions
            .At(Number)
            .AsNoTracking()
            .Include(d => d.Teams)
            .SingleOrDefaultAsync(d => d.Status == DecisionStatus.Decided, cancel);
        if (found is null)
        {
            return false;
        }

        Decision = found;
        var touched = found.Teams.Select(t => t.TeamId).ToHashSet();
        Teams =
        [
            .. (await decisions.MapAsync(cancel))
                .Where(t => touched.Count == 0 || touched.Contains(t.TeamId))
                .Select(t => t.Name),
        ];
        return true;
    }
}
