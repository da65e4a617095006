using Throughline.Data;
using Throughline.Domain.Shared;
using Throughline.Domain.Sharing;
using Throughline.Domain.Teams;
using Throughline.Domain.Units;
using Throughline.Web.Access;
using Throughline.Web.Features.Home;
using static System.FormattableString;

namespace Throughline.Web.Features.Sharing;

/// <summary>Answers to what a team asked, for its representative until they say that the team was told.</summary>
public sealed class AnswersInMyDay : IDayRows
{
    private const int Mark = -11;
    private const int TitleShown = 120;

    public int Source => Mark;

    public IQueryable<Guid> PeopleWithSomething(ThroughlineDb db, DateTime now) =>
        from asker in Untold(db)
        join seat in Seats(db) on asker.UnitId equals seat.UnitId
        where
            seat.SpeaksForTeamId == asker.TeamId
            || (seat.Facilitates && !Seats(db).Any(s => s.SpeaksForTeamId == asker.TeamId))
        select seat.PersonId;

    public IQueryable<DayRow>? RowsOf(Viewer viewer, ThroughlineDb db, DateTime now) =>
        viewer.Seats.Count == 0
            ? null
            : Rows(db, viewer.PersonId, [.. viewer.Seats.Select(s => s.UnitId)]);

    public DayItem Item(DayRow row) =>
        new(
            "An answer for your team",
            Text.Shorten(row.Title, TitleShown),
            row.Unit,
            Due: null,
            "Tell them",
            Invariant($"/{row.Slug}/sharing/relays/{row.Number}#answers")
        );

    private static IQueryable<DayRow> Rows(ThroughlineDb db, Guid me, List<Guid> units) =>
        (
            from asker in Untold(db)
            where units.Contains(asker.UnitId)
            join seat in Seats(db) on asker.UnitId equals seat.UnitId
            where seat.PersonId == me
            where
                seat.SpeaksForTeamId == asker.TeamId
                || (seat.Facilitates && !Seats(db).Any(s => s.SpeaksForTeamId == asker.TeamId))
            join question in db.Set<RelayQuestion>() on asker.QuestionId equals question.Id
            join relay in db.Set<Relay>() on question.RelayId equals relay.Id
            join unit in db.Set<Unit>() on relay.UnitId equals unit.Id
            select new DayRow
            {
                Due = DayRow.NoDay,
                Source = Mark,
                Number = relay.Number,
                Title = question.Text,
                Unit = unit.Name,
                Slug = unit.Slug,
                Since = question.AnsweredAt!.Value,
            }
        ).Distinct();

    private static IQueryable<RelayAsker> Untold(ThroughlineDb db) =>
        db.Set<RelayAsker>()
            .Where(a => a.ToldOn == null)
            .Where(a => db.Set<RelayQuestion>().Any(q => q.Id == a.QuestionId && q.Answer != null))
            .Where(a =>
                db.Set<InstructionalTeam>().Any(i => i.Id == a.TeamId && i.DissolvedAt == null)
            );

    private static IQueryable<IltMembership> Seats(ThroughlineDb db) =>
        db.Set<IltMembership>().Where(m => m.Until == null);
}
