using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Data.Assessments;
using Throughline.Domain.Assessments;
using Throughline.Web.Access;

namespace Throughline.Web.Features.Assessments;

/// <summary>What a closed round shows. It reads one published record and no rating.</summary>
[Needs(Permission.SeeResults)]
public sealed class ResultsModel(ThroughlineDb db, Here here, DistrictInstruments instruments)
    : PageModel
{
    [BindProperty(SupportsGet = true, Name = "round")]
    public int Number { get; set; }

    public string Title { get; private set; } = "";

    /// <summary>False while the round is open: then there is nothing to see, or the results of an earlier closing.</summary>
    public bool IsClosed { get; private set; }

    public Instrument Instrument { get; private set; } = null!;

    /// <summary>The latest publication, or null before the first closing.</summary>
    public PublishedResult? Published { get; private set; }

    public RoundResults? Results { get; private set; }

    /// <summary>The short names of the levels, lowest first.</summary>
    public IReadOnlyList<string> LevelNames =>
        [
            .. Instrument.Levels.Select(l =>
                l.Value.ToString(System.Globalization.CultureInfo.InvariantCulture)
            ),
        ];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var round = await db.Set<Round>()
            .AsNoTracking()
            .Where(r => r.UnitId == here.Unit.Id && r.Number == Number)
            .Select(r => new
            {
                r.Id,
                r.Title,
                r.ClosedAt,
                r.InstrumentVersionId,
            })
            .SingleOrDefaultAsync(cancel);
        if (round is null)
        {
            return NotFound();
        }

        Title = round.Title;
        IsClosed = round.ClosedAt is not null;
        Instrument = await instruments.OfRoundAsync(round.InstrumentVersionId, cancel);
        Published = await db.Set<PublishedResult>()
            .AsNoTracking()
            .Where(p => p.RoundId == round.Id)
            .OrderByDescending(p => p.Closing)
            .FirstOrDefaultAsync(cancel);
        Results = Published?.Read();
        return Page();
    }
}
