using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Data.Assessments;
using Throughline.Domain.Assessments;
using Throughline.Web.Access;

namespace Throughline.Web.Features.Assessments;

/// <summary>
/// Every answer a rater ever gave in a round, for themselves alone: the audit of ratings, which no role can read of
/// anyone else.
/// </summary>
[Needs(Permission.RateInRound)]
public sealed class RateHistoryModel(ThroughlineDb db, Here here, DistrictInstruments instruments)
    : PageModel
{
    private const int Most = 200;

    [BindProperty(SupportsGet = true, Name = "round")]
    public int Number { get; set; }

    public string Title { get; private set; } = "";

    public IReadOnlyList<AnswerGiven> Lines { get; private set; } = [];

    /// <summary>True when there are older ones than the page shows.</summary>
    public bool HasMore { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var round = await db.Set<Round>()
            .AsNoTracking()
            .Where(r => r.UnitId == here.Unit.Id && r.Number == Number)
            .Select(r => new
            {
                r.Id,
                r.Title,
                r.InstrumentVersionId,
            })
            .SingleOrDefaultAsync(cancel);
        if (round is null)
        {
            return NotFound();
        }

        Title = round.Title;
        var instrument = await instruments.OfRoundAsync(round.InstrumentVersionId, cancel);
        var history = await db.Set<RatingHistory>()
            .AsNoTracking()
            .Where(h => h.RoundId == round.Id && h.PersonId == here.Viewer.PersonId)
            .OrderByDescending(h => h.Id)
            .Take(Most + 1)
            .ToListAsync(cancel);
        HasMore = history.Count > Most;
        Lines =
        [
            .. history
                .Take(Most)
                .Select(h => new AnswerGiven(
                    here.Local(h.At),
                    instrument.Item(h.ItemKey)?.Text ?? h.ItemKey,
                    AssessmentWords.Of(h.Answer, instrument)
                )),
        ];
        return Page();
    }
}

/// <summary>What the rater said to an item at one time.</summary>
public sealed record AnswerGiven(DateTime At, string Item, string Answer);
