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
    private const int TitleShown = 120;

    public IQueryable<Guid> PeopleWithSomething(ThroughlineDb db, DateTime now) =>
        Untold(db).Join(TeamTeller.Of(db), x => x.TeamId, t => t.TeamId, (_, t) => t.PersonId);

    public IQueryable<DayRow>? RowsOf(Viewer viewer, ThroughlineDb db, DateTime now, int source) =>
        viewer.Seats.Count == 0 ? null : Rows(db, viewer.PersonId, source);

    public DayItem Item(DayRow row) =>
        new(
            "An answer for your team",
            Text.Shorten(row.Title, TitleShown),
            row.Unit,
            Due: null,
            "Tell them",
            Invariant($"/{row.Slug}/sharing/relays/{row.Number}#answers")
        );

    private static IQueryable<DayRow> Rows(ThroughlineDb db, Guid me, int source) =>
        (
            from teller in TeamTeller.Of(db)
            where teller.PersonId == me
            join asker in Untold(db) on teller.TeamId equals asker.TeamId
            join question in db.Set<RelayQuestion>() on asker.QuestionId equals question.Id
            join relay in db.Set<Relay>() on question.RelayId equals relay.Id
            join unit in db.Set<Unit>() on relay.UnitId equals unit.Id
            select new DayRow
            {
                Due = DayRow.NoDay,
                Source = source,
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
            .Where(a => db.Set<RelayQuestion>().Any(q => q.Id == a.QuestionId && q.Answer != null));
}
