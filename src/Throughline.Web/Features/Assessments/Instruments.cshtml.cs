using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughline.Data.Assessments;
using Throughline.Web.Access;

namespace Throughline.Web.Features.Assessments;

/// <summary>What a team can rate itself with.</summary>
[Needs(Permission.SeeInstruments)]
public sealed class InstrumentsModel(DistrictInstruments instruments) : PageModel
{
    public IReadOnlyList<InstrumentChoice> Instruments { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) =>
        Instruments = await instruments.ListAsync(cancel);
}
