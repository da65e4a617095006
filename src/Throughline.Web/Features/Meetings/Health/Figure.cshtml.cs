using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Data.Sharing;
using Throughline.Domain.Shared;
using Throughline.Domain.Sharing;
using Throughline.Domain.Work;
using Throughline.Web.Access;

namespace Throughline.Web.Features.Meetings.Health;

/// <summary>One figure of the team's health: what it says, what the team does about it, and the meetings behind it.</summary>
[Needs(Permission.SeeHealth)]
public sealed class FigureModel(ThroughlineDb db, Here here, HealthDesk desk) : PageModel
{
    [FromRoute(Name = "figure")]
    public string Slug { get; set; } = "";

    public FigureKind Kind { get; private set; }

    /// <summary>This term and the last, the latest first.</summary>
    public IReadOnlyList<TermHealth> Terms { get; private set; } = [];

    public IReadOnlyList<WorkOnFigure> Work { get; private set; } = [];

    /// <summary>For teams told: the decisions behind it, the latest first.</summary>
    public IReadOnlyList<ToldDecision> Decisions { get; private set; } = [];

    public string At => desk.At;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (HealthWords.Find(Slug) is not { } kind)
        {
            return NotFound();
        }

        Kind = kind;
        Terms = await desk.LoadAsync(cancel);
        Work = await desk.WorkAsync(cancel);
        Work = [.. Work.Where(w => w.Kind == kind)];
        if (kind == FigureKind.TeamsTold && Terms.Count > 0)
        {
            var since = Terms[^1].Term.From;
            Decisions = await (
                from tally in db.Set<RelayTally>()
                where
                    tally.UnitId == here.Unit.Id && tally.DueOn >= since && tally.DueOn < here.Today
                join relay in db.Set<Relay>() on tally.RelayId equals relay.Id
                join decision in db.Set<Decision>() on relay.DecisionId equals decision.Id
                orderby tally.DueOn descending, relay.Number descending
                select new ToldDecision(
                    relay.Number,
                    decision.Title,
                    tally.DueOn!.Value,
                    tally.Teams,
                    tally.InTime
                )
            ).ToListAsync(cancel);
        }

        return Page();
    }
}

/// <summary>A decision and how many of its teams were told in time.</summary>
public sealed record ToldDecision(int Number, string Title, DateOnly DueOn, int Teams, int InTime);
