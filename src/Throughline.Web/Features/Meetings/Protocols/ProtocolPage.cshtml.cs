using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughline.Web.Access;

namespace Throughline.Web.Features.Meetings.Protocols;

/// <summary>One protocol, to read, to print and to use.</summary>
[Needs(Permission.SeeMeetings)]
public sealed class ProtocolPageModel(ProtocolDesk desk) : PageModel
{
    public UsableProtocol Usable { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string protocol, CancellationToken cancel)
    {
        if (await desk.FindAsync(protocol, cancel) is not { } found)
        {
            return NotFound();
        }

        Usable = found;
        return Page();
    }
}
