using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Domain.Teams;
using Throughline.Domain.Units;
using Throughline.Web.Access;

namespace Throughline.Web.Features.Teams.Voices;

/// <summary>Current and former memberships of a unit's ILT, the latest first.</summary>
[Needs(Permission.SeeUnit)]
public sealed class HistoryModel(ThroughlineDb db, Here here) : PageModel
{
    private const int PageLength = 50;

    /// <summary>The last membership of the page before.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Before { get; set; }

    public IReadOnlyList<MembershipRow> Rows { get; private set; } = [];

    public bool HasMore { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var memberships = db.Set<IltMembership>()
            .AsNoTracking()
            .Where(m => m.UnitId == here.Unit.Id);
        if (Before is { } before)
        {
            memberships = memberships.Where(m => m.Id < before);
        }

        // Ids sort by the time they were made: the seat given last comes first.
        var rows = await memberships
            .OrderByDescending(m => m.Id)
            .Take(PageLength + 1)
            .Join(db.Set<Person>(), m => m.PersonId, p => p.Id, (m, p) => new { m, p })
            .OrderByDescending(r => r.m.Id)
            .Select(r => new MembershipRow(
                r.m.Id,
                r.p.GivenName + " " + r.p.FamilyName,
                r.m.Kind,
                db.Set<InstructionalTeam>()
                    .Where(t => t.Id == r.m.SpeaksForTeamId)
                    .Select(t => t.Name)
                    .FirstOrDefault(),
                r.m.Since,
                r.m.Until,
                r.m.TermEndsOn
            ))
            .ToListAsync(cancel);
        HasMore = rows.Count > PageLength;
        Rows = [.. rows.Take(PageLength)];
    }
}

/// <summary>A membership as the page shows it.</summary>
public sealed record MembershipRow(
    Guid Id,
    string Name,
    SeatKind Kind,
    string? SpeaksFor,
    DateTime Since,
    DateTime? Until,
    DateOnly? TermEndsOn
);
