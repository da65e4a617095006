using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Domain.Units;
using Throughline.Domain.Work;
using Throughline.Web.Access;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Work;

/// <summary>The unit's action steps: open ones by their day, or those that are over, the latest first.</summary>
[Needs(Permission.SeeActions)]
public sealed class ActionsModel(ThroughlineDb db, Here here) : PageModel
{
    private const int PageLength = 50;

    /// <summary>Empty for the open ones, else one status or “over”.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Status { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Owner { get; set; }

    /// <summary>The number of the last step of the page before.</summary>
    [BindProperty(SupportsGet = true)]
    public int? After { get; set; }

    public IReadOnlyList<ActionRow> Rows { get; private set; } = [];

    public bool HasMore { get; private set; }

    /// <summary>Everyone who carries or carried one.</summary>
    public IReadOnlyList<SelectListItem> Owners { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Statuses { get; } =
    [
        new("Open", ""),
        new("Not started", "1"),
        new("Under way", "2"),
        new("Done", "3"),
        new("Dropped", "4"),
    ];

    public bool IsFiltered => Owner is not null || !string.IsNullOrEmpty(Status);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var steps = db.Set<ActionStep>().AsNoTracking().Where(s => s.UnitId == here.Unit.Id);
        var owners = await db.Set<Person>()
            .Where(p => steps.Any(s => s.OwnerId == p.Id))
            .OrderBy(p => p.SearchText)
            .Select(p => new { p.Id, Name = p.GivenName + " " + p.FamilyName })
            .ToListAsync(cancel);
        Owners =
        [
            new("Everyone", ""),
            .. owners.Select(o => new SelectListItem(o.Name, o.Id.ToString())),
        ];

        var found =
            Enum.TryParse<ActionStatus>(Status, out var status) && Enum.IsDefined(status)
                ? steps.Where(s => s.Status == status)
                : steps.Where(s => s.EndedAt == null);
        if (Owner is { } owner)
        {
            found = found.Where(s => s.OwnerId == owner);
        }

        var over = status is ActionStatus.Done or ActionStatus.Dropped;
        if (After is { } after && steps.Where(s => s.Number == after) is var last)
        {
            found = over
                ? found.Where(s => s.Number < after)
                : found.Where(s =>
                    last.Any(l => s.DueOn > l.DueOn || (s.DueOn == l.DueOn && s.Number > l.Number))
                );
        }

        var rows = await (
            over
                ? found.OrderByDescending(s => s.Number)
                : found.OrderBy(s => s.DueOn).ThenBy(s => s.Number)
        )
            .Take(PageLength + 1)
            .Select(s => new ActionRow(
                s.Number,
                s.Title,
                db.Set<Person>()
                    .Where(p => p.Id == s.OwnerId)
                    .Select(p => p.GivenName + " " + p.FamilyName)
                    .First(),
                s.DueOn,
                s.Status
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
                    ["owner"] = Owner?.ToString(),
                    ["after"] = Rows[^1]
                        .Number.ToString(System.Globalization.CultureInfo.InvariantCulture),
                }
            )
            .Value!;
}

/// <summary>A step in the list.</summary>
public sealed record ActionRow(
    int Number,
    string Title,
    string Owner,
    DateOnly DueOn,
    ActionStatus Status
)
{
    public bool IsOpen => Status is ActionStatus.NotStarted or ActionStatus.UnderWay;
}
