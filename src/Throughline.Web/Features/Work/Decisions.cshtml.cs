using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Domain.Work;
using Throughline.Web.Access;

namespace Throughline.Web.Features.Work;

/// <summary>The unit's decisions, the newest first. Who is not on the team reads those that are decided.</summary>
[Needs(Permission.SeeDecisions)]
public sealed class DecisionsModel(ThroughlineDb db, Here here) : PageModel
{
    private const int PageLength = 50;

    /// <summary>Empty for all, else one status.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Status { get; set; }

    /// <summary>The number of the last one of the page before.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Before { get; set; }

    public IReadOnlyList<DecisionRow> Rows { get; private set; } = [];

    public bool HasMore { get; private set; }

    public bool SeesAll => here.Can(Permission.SeeProposals);

    public bool IsNarrowed => !string.IsNullOrEmpty(Status) || Before is not null;

    public IReadOnlyList<SelectListItem> Statuses { get; } =
    [
        new("All", ""),
        new("Proposed", "1"),
        new("Hands are asked for", "2"),
        new("Hands are shown", "3"),
        new("Decided", "4"),
        new("Withdrawn", "5"),
    ];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var found = db.Set<Decision>().AsNoTracking().Where(d => d.UnitId == here.Unit.Id);
        if (!SeesAll)
        {
            found = found.Where(d => d.Status == DecisionStatus.Decided);
        }
        else if (Enum.TryParse<DecisionStatus>(Status, out var status) && Enum.IsDefined(status))
        {
            found = found.Where(d => d.Status == status);
        }

        if (Before is { } before)
        {
            found = found.Where(d => d.Number < before);
        }

        var rows = await found
            .OrderByDescending(d => d.Number)
            .Take(PageLength + 1)
            .Select(d => new DecisionRow(
                d.Number,
                d.Title,
                d.Status,
                d.DecidedAs,
                d.EndedAt ?? d.ProposedAt
            ))
            .ToListAsync(cancel);
        HasMore = rows.Count > PageLength;
        Rows = [.. rows.Take(PageLength)];
    }

    /// <summary>The rest of the list under the same filter.</summary>
    public string NextPage =>
        QueryString
            .Create(
                new Dictionary<string, string?>(StringComparer.Ordinal)
                {
                    ["status"] = Status,
                    ["before"] = Rows[^1].Number.ToString(CultureInfo.InvariantCulture),
                }
            )
            .Value!;
}

/// <summary>A decision in the list.</summary>
public sealed record DecisionRow(
    int Number,
    string Title,
    DecisionStatus Status,
    DecidedAs? DecidedAs,
    DateTime At
);
