using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Domain.Shared;
using Throughline.Domain.Units;
using Throughline.Domain.Work;
using Throughline.Web.Access;

namespace Throughline.Web.Features.Work;

/// <summary>What the list of action steps and that of to-dos show alike.</summary>
public interface IWorkList
{
    ThingKind Kind { get; }
    string? Status { get; }
    string? Owner { get; }
    IReadOnlyList<CarriedRow> Rows { get; }
    bool HasMore { get; }
    bool IsNarrowed { get; }
    string NextPage { get; }
    IReadOnlyList<SelectListItem> Owners { get; }
    IReadOnlyList<SelectListItem> Statuses { get; }
}

/// <summary>What people of the unit carry: what is open by its day, or what is over, the latest first.</summary>
public abstract class WorkListPage<T>(ThroughlineDb db, Here here) : PageModel, IWorkList
    where T : CarriedWork
{
    private const int PageLength = 50;

    public abstract ThingKind Kind { get; }

    /// <summary>Empty for the open ones, else one status.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Status { get; set; }

    /// <summary>Empty for everyone, else a person's id.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Owner { get; set; }

    /// <summary>The number of the last one of the page before.</summary>
    [BindProperty(SupportsGet = true)]
    public int? After { get; set; }

    public IReadOnlyList<CarriedRow> Rows { get; private set; } = [];

    public bool HasMore { get; private set; }

    /// <summary>Oneself first, then everyone else who carries or carried one.</summary>
    public IReadOnlyList<SelectListItem> Owners { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Statuses =>
        [
            new("Open", ""),
            .. Narrower.Select(s => new SelectListItem(
                Ui.RoleWords.Capital(WorkWords.Of(s, Kind)),
                ((int)s).ToString(CultureInfo.InvariantCulture)
            )),
        ];

    public bool IsNarrowed =>
        !string.IsNullOrEmpty(Owner) || !string.IsNullOrEmpty(Status) || After is not null;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var all = db.Set<T>().AsNoTracking().Where(w => w.UnitId == here.Unit.Id);
        // From the unit's few to their owners, not through all people of the district.
        var owners = await db.Set<Person>()
            .Where(p => all.Select(w => w.OwnerId).Contains(p.Id))
            .OrderByDescending(p => p.Id == here.Viewer.PersonId)
            .ThenBy(p => p.SearchText)
            .Select(p => new { p.Id, Name = p.GivenName + " " + p.FamilyName })
            .ToListAsync(cancel);
        Owners =
        [
            new("Everyone", ""),
            .. owners.Select(o => new SelectListItem(
                o.Id == here.Viewer.PersonId ? $"{o.Name} (that is you)" : o.Name,
                o.Id.ToString()
            )),
        ];

        var found =
            Enum.TryParse<WorkStatus>(Status, out var status) && Enum.IsDefined(status)
                ? all.Where(w => w.Status == status)
                : all.Where(w => w.EndedAt == null);
        if (Guid.TryParse(Owner, out var owner))
        {
            found = found.Where(w => w.OwnerId == owner);
        }

        var over = status is WorkStatus.Done or WorkStatus.Dropped;
        if (After is { } after && all.Where(w => w.Number == after) is var last)
        {
            found = over
                ? found.Where(w => w.Number < after)
                : found.Where(w =>
                    last.Any(l => w.DueOn > l.DueOn || (w.DueOn == l.DueOn && w.Number > l.Number))
                );
        }

        var rows = await CarriedRow
            .Of(
                db,
                (
                    over
                        ? found.OrderByDescending(w => w.Number)
                        : found.OrderBy(w => w.DueOn).ThenBy(w => w.Number)
                ).Take(PageLength + 1)
            )
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
                    ["owner"] = Owner,
                    ["after"] = Rows[^1].Number.ToString(CultureInfo.InvariantCulture),
                }
            )
            .Value!;

    /// <summary>The states one can ask for, beside “open”.</summary>
    protected abstract IReadOnlyList<WorkStatus> Narrower { get; }
}
