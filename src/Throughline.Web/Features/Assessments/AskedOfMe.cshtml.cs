using System.Globalization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Domain.Assessments;
using Throughline.Domain.Units;
using Throughline.Web.Access;

namespace Throughline.Web.Features.Assessments;

/// <summary>
/// The rounds someone was asked to rate in, across units: the way back to one's own answers, and to the results of a
/// closed one, also for who looks from outside and sees nothing else of the unit.
/// </summary>
[Needs(Permission.BeSignedIn)]
public sealed class AskedOfMeModel(ThroughlineDb db, Here here) : PageModel
{
    private const int Most = 50;

    /// <summary>The latest rounds first, fifty at most.</summary>
    public IReadOnlyList<AskedRound> Rounds { get; private set; } = [];

    /// <summary>The day on which access ends by itself; null for staff.</summary>
    public DateOnly? AccessEndsOn { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var me = here.Viewer.PersonId;
        AccessEndsOn = await db.Set<Person>()
            .Where(p => p.Id == me)
            .Select(p => p.AccessEndsOn)
            .SingleAsync(cancel);
        Rounds = await (
            from rater in db.Set<RoundRater>().AsNoTracking()
            join round in db.Set<Round>() on rater.RoundId equals round.Id
            join unit in db.Set<Unit>() on round.UnitId equals unit.Id
            where rater.PersonId == me
            orderby round.OpensOn descending, round.Id descending
            select new AskedRound(
                unit.Name,
                unit.Slug,
                unit.TimeZoneId,
                round.Number,
                round.Title,
                round.OpensOn,
                round.ClosesOn,
                round.ClosedAt,
                rater.Perspective,
                rater.AnsweredCount,
                round.ItemCount
            )
        )
            .Take(Most)
            .ToListAsync(cancel);
    }
}

/// <summary>A round that asks the viewer.</summary>
public sealed record AskedRound(
    string Unit,
    string Slug,
    string TimeZoneId,
    int Number,
    string Title,
    DateOnly OpensOn,
    DateOnly ClosesOn,
    DateTime? ClosedAt,
    Perspective Perspective,
    int Answered,
    int Items
)
{
    public string Path =>
        string.Create(CultureInfo.InvariantCulture, $"/{Slug}/assessments/{Number}");

    public RoundState StateAt(DateTime now) =>
        Round.StateOn(
            Throughline.Data.Units.PersonAccess.Today(now, TimeZoneId),
            OpensOn,
            ClosesOn,
            ClosedAt is not null
        );
}
