using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughline.Web.Access;

namespace Throughline.Web.Features.Meetings.Inventory;

/// <summary>The meetings that a school or district holds regularly: what they take, where they overlap, what was given back.</summary>
[Needs(Permission.SeeInventory)]
public sealed class InventoryModel(Here here, InventoryDesk desk) : PageModel
{
    public InventoryView View { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var (first, last, calendar) = await desk.YearAsync(cancel);
        View = new InventoryView(
            await desk.AllAsync(cancel),
            await desk.TeamsAsync(cancel),
            first,
            last,
            calendar,
            here.Today
        );
    }
}
