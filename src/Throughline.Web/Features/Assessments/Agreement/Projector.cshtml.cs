using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughline.Data;
using Throughline.Domain.Assessments;
using Throughline.Web.Access;

namespace Throughline.Web.Features.Assessments.Agreement;

/// <summary>One item for the whole room to read: large, and nothing on it that is anyone's own. The arrow keys turn to the next item.</summary>
[Needs(Permission.SeeAgreement)]
public sealed class ProjectorModel(ThroughlineDb db, AgreementTable table) : PageModel
{
    public ItemAtTable At { get; private set; } = null!;

    public ItemResult? Result { get; private set; }

    public async Task<IActionResult> OnGetAsync(int round, int item, CancellationToken cancel)
    {
        if (await table.FindAsync(round, item, cancel) is not { } found)
        {
            return NotFound();
        }

        At = found;
        Result = (await ItemView.PublishedAsync(db, At.Round, cancel)).Team.Item(At.Item.Key);
        return Page();
    }
}
