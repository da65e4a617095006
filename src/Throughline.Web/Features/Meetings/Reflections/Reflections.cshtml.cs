using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Domain.Assessments;
using Throughline.Domain.Meetings;
using Throughline.Domain.Units;
using Throughline.Web.Access;

namespace Throughline.Web.Features.Meetings.Reflections;

/// <summary>The longer look back each term: the reflection questions as a round, and thinking maps.</summary>
[Needs(Permission.SeeReflections)]
public sealed class ReflectionsModel(ThroughlineDb db, Here here) : PageModel
{
    /// <summary>The key of the built-in reflection questions.</summary>
    public const string Questions = "team-reflection";

    private const int MapsShown = 20;

    /// <summary>The term it is now; null outside the school years that are known.</summary>
    public Term? Now { get; private set; }

    /// <summary>The last round with the reflection questions; null for none.</summary>
    public LastReflection? Last { get; private set; }

    public IReadOnlyList<MapRow> Maps { get; private set; } = [];

    /// <summary>True once the team looked back in this term, in either way.</summary>
    public bool LookedBack =>
        Now is { } term
        && (
            Last?.OpensOn >= term.From
            || Maps.Any(m =>
                m.IsWritten && DateOnly.FromDateTime(here.Local(m.BegunAt)) >= term.From
            )
        );

    public string At => $"/{here.Unit.Slug}/meetings/reflections";

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var (unit, today) = (here.Unit.Id, here.Today);
        var year = await db.Set<SchoolYear>()
            .AsNoTracking()
            .FirstOrDefaultAsync(y => y.FirstDay <= today && y.LastDay >= today, cancel);
        Now = year is null ? null : Term.Of(year, today);
        Last = await (
            from round in db.Set<Round>()
            where round.UnitId == unit
            join version in db.Set<InstrumentVersion>()
                on round.InstrumentVersionId equals version.Id
            where version.Key == Questions
            orderby round.OpensOn descending, round.Number descending
            select new LastReflection(
                round.Number,
                round.Title,
                round.OpensOn,
                round.ClosedAt != null
            )
        ).FirstOrDefaultAsync(cancel);
        Maps = await db.Set<ThinkingMap>()
            .AsNoTracking()
            .Where(m => m.UnitId == unit)
            .OrderByDescending(m => m.Number)
            .Take(MapsShown)
            .Select(m => new MapRow(
                m.Number,
                m.Title,
                m.Question,
                m.BegunAt,
                m.ClosedAt,
                m.IsWritten
            ))
            .ToListAsync(cancel);
    }
}

/// <summary>The last round with the reflection questions.</summary>
public sealed record LastReflection(int Number, string Title, DateOnly OpensOn, bool IsClosed);

/// <summary>A thinking map in the list.</summary>
public sealed record MapRow(
    int Number,
    string Title,
    string Question,
    DateTime BegunAt,
    DateTime? ClosedAt,
    bool IsWritten
);
