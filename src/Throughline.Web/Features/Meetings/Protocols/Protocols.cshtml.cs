using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughline.Web.Access;

namespace Throughline.Web.Features.Meetings.Protocols;

/// <summary>The protocols a team can use: built in, and its own.</summary>
[Needs(Permission.SeeMeetings)]
public sealed class ProtocolsModel(ProtocolDesk desk) : PageModel
{
    public IReadOnlyList<UsableProtocol> All { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) => All = await desk.AllAsync(cancel);
}
