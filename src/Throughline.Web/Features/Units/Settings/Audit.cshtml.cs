using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Data.Platform;
using Throughline.Domain.Units;
using Throughline.Web.Access;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Units.Settings;

/// <summary>
/// Who changed what, newest first. An administrator of the district sees all of it there, everyone else what belongs to
/// the unit. What is blind or anonymous never enters the trail, see <see cref="Domain.Shared.INotAudited"/>.
/// </summary>
[Needs(Permission.SeeAudit)]
public sealed class AuditModel(ThroughlineDb db, Here here) : PageModel
{
    private const int PageSize = 30;

    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? By { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Before { get; set; }

    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public string? ByName { get; private set; }

    public bool WholeDistrict =>
        here.Unit.Kind == UnitKind.District
        && here.Viewer.Has(Role.Administrator, here.Unit.DistrictId);

    /// <summary>The last row shown when there are older ones.</summary>
    public Guid? Older { get; private set; }

    public IReadOnlyList<SelectListItem> Kinds { get; } =
    [
        new("Everything", ""),
        .. AuditWords.All.Select(k => new SelectListItem(RoleWords.Capital(k.Words), k.Kind)),
    ];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var entries = await Wanted().Take(PageSize + 1).ToListAsync(cancel);
        Older = entries.Count > PageSize ? entries[PageSize - 1].Id : null;
        entries = [.. entries.Take(PageSize)];
        var ids = entries.SelectMany(e => AuditWords.Ids(e)).Append(By ?? Guid.Empty).ToHashSet();
        var names = await AuditNames.LoadAsync(db, here, ids, cancel);
        ByName = By is { } by ? names.GetValueOrDefault(by) ?? "someone who is gone" : null;
        Lines = [.. entries.Select(e => ToLine(e, names))];
    }

    private IQueryable<AuditEntry> Wanted()
    {
        var trail = db.Set<AuditEntry>().AsNoTracking();
        if (!WholeDistrict)
        {
            trail = trail.Where(e => e.UnitId == here.Unit.Id);
        }

        if (!string.IsNullOrEmpty(Kind))
        {
            trail = trail.Where(e => e.Kind == Kind);
        }

        if (By is not null)
        {
            trail = trail.Where(e => e.PersonId == By);
        }

        if (Before is { } before)
        {
            trail = trail.Where(e => e.Id < before);
        }

        return trail.OrderByDescending(e => e.Id);
    }

    private Line ToLine(AuditEntry entry, Dictionary<Guid, string> names) =>
        new(
            Days.Time(here.Local(entry.At)),
            entry.PersonId,
            entry.PersonId is { } by ? names.GetValueOrDefault(by) ?? "someone who is gone" : null,
            $"{AuditWords.Did(entry.Action)} {AuditWords.Kind(entry.Kind)}",
            entry.ThingId is { } thing ? names.GetValueOrDefault(thing) : null,
            WholeDistrict && entry.UnitId is { } unit && unit != entry.ThingId
                ? names.GetValueOrDefault(unit)
                : null,
            entry.Action == AuditAction.Changed,
            AuditWords.Changed(entry, names, here)
        );

    /// <summary>One change, in words.</summary>
    /// <param name="When">In the unit's time.</param>
    /// <param name="ById">Who did it; null for the program itself.</param>
    /// <param name="By">Their name.</param>
    /// <param name="Did">“changed role”.</param>
    /// <param name="Thing">What it is called, when it still is there.</param>
    /// <param name="Where">The unit, where several are shown.</param>
    /// <param name="IsChange">True for what was there before and still is.</param>
    /// <param name="Fields">Before and after.</param>
    public sealed record Line(
        string When,
        Guid? ById,
        string? By,
        string Did,
        string? Thing,
        string? Where,
        bool IsChange,
        IReadOnlyList<AuditedField> Fields
    );
}
