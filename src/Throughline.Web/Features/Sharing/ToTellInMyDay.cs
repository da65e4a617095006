using Throughline.Data;
using Throughline.Domain.Sharing;
using Throughline.Domain.Teams;
using Throughline.Domain.Units;
using Throughline.Domain.Work;
using Throughline.Web.Access;
using Throughline.Web.Features.Home;
using Throughline.Web.Ui;
using static System.FormattableString;

namespace Throughline.Web.Features.Sharing;

/// <summary>
/// Decisions that a representative has not told their team yet, and those for teams nobody speaks for, which are whoever
/// facilitates' to tell. One row a decision, however many teams.
/// </summary>
public sealed class ToTellInMyDay : IDayRows
{
    public IQueryable<Guid> PeopleWithSomething(ThroughlineDb db, DateTime now) =>
        Untold(db, now).Join(TeamTeller.Of(db), x => x.TeamId, t => t.TeamId, (_, t) => t.PersonId);

    public IQueryable<DayRow>? RowsOf(Viewer viewer, ThroughlineDb db, DateTime now, int source) =>
        viewer.Seats.Count == 0 ? null : Rows(db, viewer.PersonId, now, source);

    public DayItem Item(DayRow row) =>
        new(
            row.LastDay is { } due
                ? $"Decision to tell · by {Days.Short(due)}"
                : "Decision to tell",
            row.Title,
            row.Unit,
            row.LastDay,
            "Tell your team",
            Invariant($"/{row.Slug}/sharing/relays/{row.Number}")
        );

    private static IQueryable<DayRow> Rows(ThroughlineDb db, Guid me, DateTime now, int source) =>
        (
            from teller in TeamTeller.Of(db)
            where teller.PersonId == me
            join team in Untold(db, now) on teller.TeamId equals team.TeamId
            join relay in db.Set<Relay>() on team.RelayId equals relay.Id
            join decision in db.Set<Decision>() on relay.DecisionId equals decision.Id
            join unit in db.Set<Unit>() on relay.UnitId equals unit.Id
            select new DayRow
            {
                Due = relay.DueOn ?? DayRow.NoDay,
                Source = source,
                Number = relay.Number,
                Title = decision.Title,
                Unit = unit.Name,
                Slug = unit.Slug,
                Since = relay.BegunAt,
            }
        ).Distinct();

    // What was not told when its school year was over is no longer anybody's day; it stays on the list.
    private static IQueryable<RelayTeam> Untold(ThroughlineDb db, DateTime now)
    {
        var today = DateOnly.FromDateTime(now);
        return db.Set<RelayTeam>()
            .Where(t => t.ToldOn == null)
            .Where(t =>
                db.Set<Relay>()
                    .Any(r =>
                        r.Id == t.RelayId
                        && r.EndedOn == null
                        && !db.Set<SchoolYear>()
                            .Any(y => y.FirstDay <= today && y.FirstDay > r.From)
                    )
            );
    }
}
