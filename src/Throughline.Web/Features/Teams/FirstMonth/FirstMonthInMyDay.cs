using Throughline.Data;
using Throughline.Data.Teams;
using Throughline.Domain.Meetings;
using Throughline.Domain.Teams;
using Throughline.Domain.Units;
using Throughline.Web.Access;
using Throughline.Web.Features.Home;

namespace Throughline.Web.Features.Teams.FirstMonth;

/// <summary>
/// While an ILT is young, its first month waits for who leads and who facilitates, until every step is done or skipped, or
/// the whole is put away. Before there is an ILT, <see cref="FirstStepInMyDay"/> says what comes first.
/// </summary>
public sealed class FirstMonthInMyDay(FirstMonthCatalog catalog) : IDayRows
{
    /// <summary>About 40 school days: as long as a team that has met counts as young. One that never met always does.</summary>
    private const int YoungDays = 60;

    private static readonly Role[] Leading = AccessTable.Rules[Permission.LeadFirstMonth].AtUnit;

    public IQueryable<Guid> PeopleWithSomething(ThroughlineDb db, DateTime now) =>
        DayPeople.WhoMay(Permission.LeadFirstMonth, db, Young(db, now).Select(u => u.Id));

    public IQueryable<DayRow>? RowsOf(Viewer viewer, ThroughlineDb db, DateTime now, int source)
    {
        var units = viewer
            .Roles.Where(r => Leading.Contains(r.Role))
            .Select(r => r.UnitId)
            .Concat(viewer.Seats.Where(s => s.Facilitates).Select(s => s.UnitId))
            .Distinct()
            .ToList();
        return units.Count == 0 ? null : Rows(db, now, units, source);
    }

    public DayItem Item(DayRow row) =>
        new(
            "First month of the ILT",
            "The steps of your first month",
            row.Unit,
            Due: null,
            "See what is next",
            $"/{row.Slug}/team/first-month"
        )
        {
            Progress = (row.Number, catalog.Steps.Count),
        };

    private IQueryable<DayRow> Rows(ThroughlineDb db, DateTime now, List<Guid> units, int source)
    {
        var young = Young(db, now).Where(u => units.Contains(u.Id));
        // Skipped first and done later counts once.
        var settled = FirstMonthFacts.DoneAt(db, young).Union(FirstMonthFacts.SkippedAt(db, young));
        var steps = catalog.Steps.Count;
        return young
            .Where(u => settled.Count(s => s.UnitId == u.Id) < steps)
            .Select(u => new DayRow
            {
                Due = DayRow.NoDay,
                Source = source,
                Number = settled.Count(s => s.UnitId == u.Id),
                Title = u.Name,
                Unit = u.Name,
                Slug = u.Slug,
                Since = db.Set<Ilt>().Where(i => i.UnitId == u.Id).Max(i => i.FormedAt),
            });
    }

    private static IQueryable<Unit> Young(ThroughlineDb db, DateTime now)
    {
        var since = now.AddDays(-YoungDays);
        return db.Set<Unit>()
            .Where(u => u.ClosedOn == null && u.Kind == UnitKind.School)
            .Where(u =>
                db.Set<Ilt>()
                    .Any(i =>
                        i.UnitId == u.Id
                        && (
                            i.FormedAt >= since
                            || !db.Set<Meeting>()
                                .Any(m => m.UnitId == u.Id && m.State == MeetingState.Ended)
                        )
                    )
            )
            .Where(u =>
                !db.Set<FirstMonthSkip>()
                    .Any(s => s.UnitId == u.Id && s.Step == FirstMonthFact.Everything)
            );
    }
}
