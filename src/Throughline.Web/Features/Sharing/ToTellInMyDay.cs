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
    // No kind of thing: a relay goes by its decision's number, and that has a source of its own.
    private const int Mark = -10;

    public int Source => Mark;

    public IQueryable<Guid> PeopleWithSomething(ThroughlineDb db, DateTime now) =>
        from team in Untold(db)
        join seat in Seats(db) on team.UnitId equals seat.UnitId
        where
            seat.SpeaksForTeamId == team.TeamId
            || (seat.Facilitates && !Seats(db).Any(s => s.SpeaksForTeamId == team.TeamId))
        select seat.PersonId;

    public IQueryable<DayRow>? RowsOf(Viewer viewer, ThroughlineDb db, DateTime now) =>
        viewer.Seats.Count == 0
            ? null
            : Rows(db, viewer.PersonId, [.. viewer.Seats.Select(s => s.UnitId)]);

    public DayItem Item(DayRow row) => Item(row, DateOnly.FromDateTime(row.Since));

    public DayItem Item(DayRow row, DateOnly today) =>
        new(
            row.LastDay is { } due
                ? $"Decision to tell · {(due < today ? "it was to be told by" : "by")} {DayWords.Near(due, today)}"
                : "Decision to tell",
            row.Title,
            row.Unit,
            row.LastDay,
            "Tell your team",
            Invariant($"/{row.Slug}/sharing/relays/{row.Number}")
        );

    // Where they sit comes first: from there it is a few rows by an index.
    private static IQueryable<DayRow> Rows(ThroughlineDb db, Guid me, List<Guid> units) =>
        (
            from team in Untold(db)
            where units.Contains(team.UnitId)
            join seat in Seats(db) on team.UnitId equals seat.UnitId
            where seat.PersonId == me
            where
                seat.SpeaksForTeamId == team.TeamId
                || (seat.Facilitates && !Seats(db).Any(s => s.SpeaksForTeamId == team.TeamId))
            join relay in db.Set<Relay>() on team.RelayId equals relay.Id
            join decision in db.Set<Decision>() on relay.DecisionId equals decision.Id
            join unit in db.Set<Unit>() on relay.UnitId equals unit.Id
            select new DayRow
            {
                Due = relay.DueOn ?? DayRow.NoDay,
                Source = Mark,
                Number = relay.Number,
                Title = decision.Title,
                Unit = unit.Name,
                Slug = unit.Slug,
                Since = relay.BegunAt,
            }
        ).Distinct();

    private static IQueryable<RelayTeam> Untold(ThroughlineDb db) =>
        db.Set<RelayTeam>()
            .Where(t => t.ToldOn == null)
            .Where(t => db.Set<Relay>().Any(r => r.Id == t.RelayId && r.EndedOn == null))
            .Where(t =>
                db.Set<InstructionalTeam>().Any(i => i.Id == t.TeamId && i.DissolvedAt == null)
            );

    private static IQueryable<IltMembership> Seats(ThroughlineDb db) =>
        db.Set<IltMembership>().Where(m => m.Until == null);
}
