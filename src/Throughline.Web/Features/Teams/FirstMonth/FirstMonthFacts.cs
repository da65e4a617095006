using System.Linq.Expressions;
using Throughline.Data;
using Throughline.Domain.Assessments;
using Throughline.Domain.Meetings;
using Throughline.Domain.Sharing;
using Throughline.Domain.Teams;
using Throughline.Domain.Units;
using Throughline.Domain.Work;

namespace Throughline.Web.Features.Teams.FirstMonth;

/// <summary>A step of the first month at a school.</summary>
public sealed record StepAtSchool
{
    public required Guid UnitId { get; init; }
    public required FirstMonthFact Step { get; init; }
}

/// <summary>Finds by what is stored which steps of the first month are done. Nothing else says so.</summary>
public static class FirstMonthFacts
{
    /// <summary>The steps that are done at these schools: one query, a row for each.</summary>
    public static IQueryable<StepAtSchool> DoneAt(ThroughlineDb db, IQueryable<Unit> schools) =>
        Enum.GetValues<FirstMonthFact>()
            .Where(fact => fact != FirstMonthFact.Everything)
            .Select(fact =>
                schools
                    .Where(Shows(fact, db))
                    .Select(u => new StepAtSchool { UnitId = u.Id, Step = fact })
            )
            .Aggregate((some, more) => some.Concat(more));

    /// <summary>The steps that were skipped at these schools.</summary>
    public static IQueryable<StepAtSchool> SkippedAt(ThroughlineDb db, IQueryable<Unit> schools) =>
        db.Set<FirstMonthSkip>()
            .Where(s => s.Step != FirstMonthFact.Everything && schools.Any(u => u.Id == s.UnitId))
            .Select(s => new StepAtSchool { UnitId = s.UnitId, Step = s.Step });

    // True of a unit where it is there.
    private static Expression<Func<Unit, bool>> Shows(FirstMonthFact fact, ThroughlineDb db) =>
        fact switch
        {
            FirstMonthFact.IltFormed => u => db.Set<Ilt>().Any(i => i.UnitId == u.Id),
            FirstMonthFact.VoicesSeated => u =>
                db.Set<IltMembership>()
                    .Any(m => m.UnitId == u.Id && m.Until == null && m.SpeaksForTeamId != null),
            FirstMonthFact.DesignBegun => u =>
                db.Set<FoundingText>()
                    .Any(t =>
                        t.UnitId == u.Id
                        && t.Kind == FoundingKind.Design
                        && (t.Adopted > 0 || t.Parts.Any(p => p.Words != ""))
                    ),
            FirstMonthFact.VisionAdopted => u =>
                db.Set<FoundingText>()
                    .Any(t => t.UnitId == u.Id && t.Kind == FoundingKind.Vision && t.Adopted > 0),
            FirstMonthFact.SeatAccepted => u =>
                db.Set<ResponsibilityAcceptance>().Any(a => a.UnitId == u.Id),
            FirstMonthFact.RoundClosed => u =>
                db.Set<Round>().Any(r => r.UnitId == u.Id && r.ClosedAt != null),
            FirstMonthFact.ProtocolChosen => u => db.Set<ProtocolRun>().Any(r => r.UnitId == u.Id),
            FirstMonthFact.WorkChosen => u =>
                db.Set<Rock>().Any(r => r.UnitId == u.Id)
                || db.Set<ActionStep>().Any(s => s.UnitId == u.Id),
            FirstMonthFact.NormsAdopted => u =>
                db.Set<FoundingText>()
                    .Any(t => t.UnitId == u.Id && t.Kind == FoundingKind.Norms && t.Adopted > 0),
            FirstMonthFact.RhythmSet => u => db.Set<MeetingSeries>().Any(s => s.UnitId == u.Id),
            FirstMonthFact.AgendaSet => u => db.Set<AgendaTemplate>().Any(t => t.UnitId == u.Id),
            FirstMonthFact.MeetingHeld => u =>
                db.Set<Meeting>().Any(m => m.UnitId == u.Id && m.State == MeetingState.Ended),
            FirstMonthFact.FeedbackGiven => u =>
                db.Set<TeamFeedback>().Any(f => f.UnitId == u.Id && f.Batches.Count > 0)
                || db.Set<Meeting>()
                    .Any(m =>
                        m.UnitId == u.Id && db.Set<NamedFeedback>().Any(n => n.MeetingId == m.Id)
                    ),
            FirstMonthFact.IssueRaised => u => db.Set<Issue>().Any(i => i.UnitId == u.Id),
            FirstMonthFact.TeamTold => u =>
                db.Set<Relay>().Any(r => r.UnitId == u.Id && r.Teams.Any(t => t.ToldOn != null)),
            FirstMonthFact.ChangeSaid => u =>
                db.Set<FeedbackTheme>().Any(t => t.UnitId == u.Id && t.State == ThemeState.Changed),
            FirstMonthFact.MapWritten => u =>
                db.Set<ThinkingMap>().Any(m => m.UnitId == u.Id && m.IsWritten),
            _ => throw new ArgumentOutOfRangeException(nameof(fact)),
        };
}
