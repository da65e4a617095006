using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Data.Assessments;
using Throughline.Domain.Assessments;
using Throughline.Domain.Shared;
using Throughline.Web.Access;

namespace Throughline.Web.Features.Assessments.Agreement;

/// <summary>All items of a closed round: what the team agrees on, what it does not yet, and what it has still to talk about.</summary>
[Needs(Permission.SeeAgreement)]
public sealed class OverviewModel(ThroughlineDb db, Here here, DistrictInstruments instruments)
    : PageModel
{
    [FromRoute(Name = "round")]
    public int Number { get; set; }

    public Round Round { get; private set; } = null!;

    public Instrument Instrument { get; private set; } = null!;

    public RoundResults? Results { get; private set; }

    public IReadOnlyDictionary<string, AgreedLevel> Agreed { get; private set; } =
        new Dictionary<string, AgreedLevel>(StringComparer.Ordinal);

    /// <summary>How many things came from an item, by its place.</summary>
    public IReadOnlyDictionary<int, int> Actions { get; private set; } = new Dictionary<int, int>();

    /// <summary>How many items the team has recorded something about.</summary>
    public int Recorded => Agreed.Values.Count(a => a.Closing > 0);

    /// <summary>The first item nobody has recorded anything about, counted from 1; null when there is none.</summary>
    public int? NextPosition =>
        Instrument
            .Items.Index()
            .Where(i => !Agreed.TryGetValue(i.Item.Key, out var at) || at.Closing == 0)
            .Select(i => (int?)i.Index + 1)
            .FirstOrDefault();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var round = await db.Set<Round>()
            .AsNoTracking()
            .SingleOrDefaultAsync(r => r.UnitId == here.Unit.Id && r.Number == Number, cancel);
        if (round is null)
        {
            return NotFound();
        }

        Round = round;
        Instrument = await instruments.OfRoundAsync(round.InstrumentVersionId, cancel);
        if (round.Closings == 0 || round.IsAboutOneself)
        {
            return Page();
        }

        var published = await db.Set<PublishedResult>()
            .AsNoTracking()
            .Where(p => p.RoundId == round.Id)
            .OrderByDescending(p => p.Closing)
            .FirstAsync(cancel);
        Results = published.Read();
        Agreed = await AgreedLevels.OfAsync(db, round.Id, cancel);
        Actions = await db.Set<Thing>()
            .Where(t => t.PartOfId == round.Id)
            .Select(t => new
            {
                t.Number,
                LedTo = db.Set<ThingLink>().Count(l => l.OriginId == t.Id),
            })
            .ToDictionaryAsync(t => t.Number, t => t.LedTo, cancel);
        return Page();
    }
}
