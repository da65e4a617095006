using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughline.Web.Access;

namespace Throughline.Web.Features.Work;

/// <summary>The unit's rocks: those under way, or those that are over.</summary>
[Needs(Permission.SeeWork)]
public sealed class RocksModel(Rocks rocks) : PageModel
{
    /// <summary>“over” for those that are done or dropped.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Show { get; set; }

    public bool IsOver => Show == "over";

    public IReadOnlyList<RockRow> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) =>
        Rows = IsOver ? await rocks.OverAsync(cancel) : await rocks.OpenAsync(cancel);
}
