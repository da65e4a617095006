using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughline.Data.Assessments;
using Throughline.Domain.Assessments;
using Throughline.Web.Access;

namespace Throughline.Web.Features.Assessments;

/// <summary>One version of an instrument, to read, print and export.</summary>
[Needs(Permission.SeeInstruments)]
public sealed class InstrumentPageModel(DistrictInstruments instruments) : PageModel
{
    public Instrument Instrument { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string key, int version, CancellationToken cancel)
    {
        if (await instruments.FindAsync(key, version, cancel) is not { } instrument)
        {
            return NotFound();
        }

        Instrument = instrument;
        return Page();
    }

    public async Task<IActionResult> OnGetExportAsync(
        string key,
        int version,
        CancellationToken cancel
    ) =>
        await instruments.FindAsync(key, version, cancel) is { } instrument
            ? File(
                Encoding.UTF8.GetBytes(InstrumentWriter.Write(instrument)),
                "application/json",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{instrument.Key}-{instrument.Version}.json"
                )
            )
            : NotFound();
}
