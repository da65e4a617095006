using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Domain.Shared;
using Throughline.Domain.Units;
using Throughline.Domain.Work;
using Throughline.Web.Access;
using Throughline.Web.Features.Meetings;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Work.Issues;

/// <summary>Whether an issue is instructional: who keeps the norms sees who flagged it, and decides.</summary>
[Needs(Permission.KeepNorms)]
public sealed class InstructionalModel(
    ThroughlineDb db,
    Here here,
    IssueList list,
    HandlingTeams teams,
    MeetingClose meetings
) : PageModel
{
    [FromRoute(Name = "number")]
    public int Number { get; set; }

    [BindProperty]
    public NormsDecision Input { get; set; } = new();

    public Issue Issue { get; private set; } = null!;

    /// <summary>Who thinks that it is not.</summary>
    public IReadOnlyList<string> Flaggers { get; private set; } = [];

    /// <summary>The other teams of the unit.</summary>
    public IReadOnlyList<SelectListItem> Teams { get; private set; } = [];

    public string Back => list.PathOf(Number);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) =>
        await LoadAsync(cancel) ? Page() : NotFound();

    [Needs(Permission.KeepNorms)]
    public async Task<IActionResult> OnPostSendOnAsync(CancellationToken cancel)
    {
        var team = await teams.FindAsync(Input.TeamId, cancel);
        var tell = await teams.TellerAsync(team, cancel);
        var serving = await meetings.ServingAsync(Number, cancel);
        return await DecideAsync(
            i =>
            {
                var sent = i.SendOn(team, Input.HandledBy, here.Viewer.PersonId, here.Now);
                if (sent.IsOk)
                {
                    serving.ToList().ForEach(s => s.Meeting.SetApart(s.Item, here.Now));
                    tell(i);
                }

                return sent;
            },
            team is { Email: not null }
                ? $"The issue is off the list. {team.Name} gets it by mail."
                : "The issue is off the list. Tell who handles it.",
            cancel
        );
    }

    [Needs(Permission.KeepNorms)]
    public Task<IActionResult> OnPostKeepAsync(CancellationToken cancel) =>
        DecideAsync(
            i => i.Keep(Input.WhyItStays, here.Viewer.PersonId, here.Now),
            "The issue stays on the list.",
            cancel
        );

    [Needs(Permission.KeepNorms)]
    public Task<IActionResult> OnPostTakeBackAsync(CancellationToken cancel) =>
        DecideAsync(
            i => i.TakeBack(here.Viewer.PersonId, here.Now),
            "The issue is back on the list.",
            cancel
        );

    private async Task<IActionResult> DecideAsync(
        Func<Issue, Result> act,
        string said,
        CancellationToken cancel
    )
    {
        var moved = ModelState.IsValid
            ? await list.MoveAsync(Number, Input.Version, act, cancel)
            : new Moved(null, false);
        if (moved is { IsOk: true } && ModelState.IsValid)
        {
            this.Say(said);
            return Redirect(Back);
        }

        if (moved is null || !await LoadAsync(cancel))
        {
            return NotFound();
        }

        if (!moved.IsOk)
        {
            this.Refuse(moved.Why);
        }

        return this.Again(moved.Status);
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        var issue = await db.Set<Issue>()
            .AsNoTracking()
            .Include(i => i.Flags)
            .SingleOrDefaultAsync(i => i.UnitId == here.Unit.Id && i.Number == Number, cancel);
        if (issue is null)
        {
            return false;
        }

        var who = issue.Flags.Select(f => f.PersonId).ToList();
        Issue = issue;
        Flaggers = await db.Set<Person>()
            .Where(p => who.Contains(p.Id))
            .OrderBy(p => p.SearchText)
            .Select(p => p.GivenName + " " + p.FamilyName)
            .ToListAsync(cancel);
        Teams = await teams.OfferAsync(cancel);
        Input.Version = issue.Version;
        return true;
    }
}

/// <summary>What is typed by who keeps the norms.</summary>
public sealed class NormsDecision
{
    public int? Version { get; set; }
    public Guid? TeamId { get; set; }
    public string? HandledBy { get; set; }
    public string? WhyItStays { get; set; }
}
