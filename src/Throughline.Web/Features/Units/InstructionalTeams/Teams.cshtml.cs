using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Data.Saving;
using Throughline.Domain.Teams;
using Throughline.Domain.Units;
using Throughline.Web.Access;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Units.InstructionalTeams;

/// <summary>An instructional team in the list.</summary>
public sealed record TeamRow(
    Guid Id,
    InstructionalTeamKind Kind,
    string Name,
    int Members,
    DateTime? DissolvedAt,
    IReadOnlyList<string> SpokenForBy
);

/// <summary>A unit's instructional teams and programs, and those its roster proposes.</summary>
[Needs(Permission.ManageUnit)]
public sealed class TeamsModel(ThroughlineDb db, Here here) : PageModel
{
    public IReadOnlyList<TeamRow> Open { get; private set; } = [];

    public IReadOnlyList<TeamRow> Dissolved { get; private set; } = [];

    public IReadOnlyList<TeamProposal> Proposals { get; private set; } = [];

    public IReadOnlyDictionary<Guid, string> Names { get; private set; } =
        new Dictionary<Guid, string>();

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var teams = await db.Set<InstructionalTeam>()
            .AsNoTracking()
            .Where(t => t.UnitId == here.Unit.Id)
            .Select(t => new
            {
                t.Id,
                t.Kind,
                t.Name,
                t.DissolvedAt,
                Members = t.Members.Count(m =>
                    db.Set<Person>().Any(p => p.Id == m.PersonId && p.LeftOn == null)
                ),
            })
            .ToListAsync(cancel);
        var speakers = (
            await db.Set<IltMembership>()
                .AsNoTracking()
                .Where(m =>
                    m.UnitId == here.Unit.Id && m.Until == null && m.SpeaksForTeamId != null
                )
                .Join(
                    db.Set<Person>(),
                    m => m.PersonId,
                    p => p.Id,
                    (m, p) => new { m.SpeaksForTeamId, Name = p.GivenName + " " + p.FamilyName }
                )
                .ToListAsync(cancel)
        ).ToLookup(s => s.SpeaksForTeamId, s => s.Name);
        var rows = teams
            .OrderBy(t => t.Kind)
            .ThenBy(t => Grades.OrderOfName(t.Name))
            .ThenBy(t => t.Name, StringComparer.Ordinal)
            .Select(t => new TeamRow(
                t.Id,
                t.Kind,
                t.Name,
                t.Members,
                t.DissolvedAt,
                [.. speakers[t.Id].Order(StringComparer.Ordinal)]
            ))
            .ToList();
        (Open, Dissolved) = (
            [.. rows.Where(t => t.DissolvedAt is null)],
            [.. rows.Where(t => t.DissolvedAt is not null)]
        );
        Proposals = await ProposeAsync(cancel);
    }

    /// <summary>Makes the chosen proposals into teams.</summary>
    [Needs(Permission.ManageUnit)]
    public async Task<IActionResult> OnPostMakeAsync(string[] chosen, CancellationToken cancel)
    {
        await OnGetAsync(cancel);
        var made = Proposals.Where(p => chosen.Contains(p.Key, StringComparer.Ordinal)).ToList();
        if (made.Count == 0)
        {
            return this.Refuse(new("Choose at least one of the proposed teams."));
        }

        foreach (var proposal in made)
        {
            var team = InstructionalTeam.New(here.Unit, proposal.Kind, proposal.Name, here.Now);
            if (!team.IsOk)
            {
                return this.Refuse(team.Refusal!);
            }

            team.Value.SetMembers(proposal.Members);
            db.Add(team.Value);
        }

        this.Say(
            await db.TrySaveAsync(cancel)
                ? $"{Words.Count(made.Count, "team is", "teams are")} made: {string.Join(", ", made.Select(t => t.Name))}."
                : "Someone made one of these teams at the same moment. Nothing was saved; look and choose again."
        );
        return Redirect($"/{here.Unit.Slug}/settings/teams");
    }

    private async Task<IReadOnlyList<TeamProposal>> ProposeAsync(CancellationToken cancel)
    {
        var loads = await db.Set<TeachingLoad>()
            .AsNoTracking()
            .Where(l => l.UnitId == here.Unit.Id)
            .Join(
                db.Set<Person>().Where(p => p.LeftOn == null),
                l => l.PersonId,
                p => p.Id,
                (l, p) => new { Load = l, Name = p.GivenName + " " + p.FamilyName }
            )
            .ToListAsync(cancel);
        Names = loads.ToDictionary(l => l.Load.PersonId, l => l.Name);
        return TeamProposal.From(
            [.. loads.Select(l => Teaching.Of(l.Load))],
            Open.Select(t => t.Name)
        );
    }
}
