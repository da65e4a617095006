using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughline.Data;
using Throughline.Data.Assessments;
using Throughline.Domain.Assessments;
using Throughline.Domain.Shared;
using Throughline.Domain.Units;
using Throughline.Web.Access;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Assessments;

/// <summary>Loads an instrument of the district's own from a file, with every error at its place.</summary>
[Needs(Permission.ManageInstruments)]
[RequestSizeLimit(InstrumentLimits.Bytes * 2)]
public sealed class LoadInstrumentModel(
    ThroughlineDb db,
    Here here,
    DistrictInstruments instruments
) : PageModel
{
    [BindProperty]
    public LoadInstrumentInput Input { get; set; } = new();

    public InstrumentReading? Reading { get; private set; }

    public IActionResult OnGet() => here.Unit.Kind == UnitKind.District ? Page() : NotFound();

    [Needs(Permission.ManageInstruments)]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (here.Unit.Kind != UnitKind.District)
        {
            return NotFound();
        }

        if (Input.File is not { Length: > 0 } file)
        {
            return this.Refuse(new Refusal("Choose a file that is not empty.", "File"));
        }

        if (file.Length > InstrumentLimits.Bytes)
        {
            return this.Refuse(
                new Refusal("The file is larger than 1 MiB. Is this the right one?", "File")
            );
        }

        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, cancel);
        Reading = InstrumentReader.Read(bytes.ToArray());
        if (Reading.Instrument is not { } instrument)
        {
            return this.Refuse(
                new Refusal("This file is no instrument yet. What is wrong stands below.", "File")
            );
        }

        var added = await instruments.LoadAsync(instrument, here.Now, cancel);
        if (!added.IsOk)
        {
            return this.Refuse(added.Refusal!);
        }

        await db.SaveChangesAsync(cancel);
        this.Say(
            added.Value.IsNew
                ? $"“{instrument.Title}”, version {instrument.Version}, is loaded. Every school of the district can use it."
                : $"“{instrument.Title}”, version {instrument.Version}, was here already with the same content. Nothing changed."
        );
        return Redirect(
            string.Create(
                CultureInfo.InvariantCulture,
                $"/{here.Unit.Slug}/assessments/instruments/{instrument.Key}/{instrument.Version}"
            )
        );
    }
}

public sealed class LoadInstrumentInput
{
    public IFormFile? File { get; set; }
}
