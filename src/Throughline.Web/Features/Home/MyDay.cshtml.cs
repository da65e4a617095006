using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughline.Data;
using Throughline.Web.Access;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Home;

/// <summary>What is mine to do now, soonest first, across units.</summary>
[Needs(Permission.BeSignedIn)]
public sealed class MyDayModel(ThroughlineDb db, Here here, IEnumerable<IDaySource> sources)
    : PageModel
{
    public IReadOnlyList<DayItem> Items { get; private set; } = [];

    public IReadOnlyList<MyUnit> Units { get; private set; } = [];

    /// <summary>The address of where the person works, when they raise things there through others; null on its ILT.</summary>
    public string? RaisesAt =>
        here.Around is { } home
        && here.CanAt(Permission.RaiseMatters, home)
        && !here.CanAt(Permission.SeeIssues, home)
            ? home.Slug
            : null;

    /// <summary>Today where the person works.</summary>
    public DateOnly Today { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Today = here.Today;
        Units =
        [
            .. here
                .Viewer.Units.Append(here.Viewer.District)
                .DistinctBy(u => u.Id)
                .Where(u => u.ClosedOn is null && here.CanAt(Permission.SeeUnit, u))
                .Select(u => new MyUnit(u.Name, $"/{u.Slug}", Ties(u.Id))),
        ];
        var items = new List<DayItem>();
        foreach (var source in sources)
        {
            items.AddRange(await source.ForAsync(here.Viewer, db, here.Now, cancel));
        }

        Items =
        [
            .. items
                .OrderBy(i => i.Due ?? DateOnly.MaxValue)
                .ThenBy(i => i.Title, StringComparer.Ordinal),
        ];
    }

    private string Ties(Guid unitId)
    {
        var ties = here
            .Viewer.Roles.Where(r => r.UnitId == unitId)
            .Select(r => RoleWords.Of(r.Role))
            .ToList();
        if (here.Viewer.Seats.FirstOrDefault(s => s.UnitId == unitId) is { } seat)
        {
            ties.Add(seat.Facilitates ? "facilitator of the ILT" : "ILT member");
        }

        return ties.Count == 0 ? "" : RoleWords.Capital(string.Join(", ", ties));
    }
}

/// <summary>A unit a person belongs to.</summary>
public sealed record MyUnit(string Name, string Path, string Ties);
