using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Domain.Meetings;
using Throughline.Domain.Units;
using Throughline.Web.Access;

namespace Throughline.Web.Features.Meetings.Feedback;

/// <summary>What one member said of a meeting by name.</summary>
public sealed record NamedAt(Guid PersonId, string Name, NamedFeedback Given);

/// <summary>A theme as the team reads it.</summary>
public sealed record ThemeAt(
    int Number,
    int Meeting,
    string? Words,
    ThemeState State,
    string? Answer,
    string By,
    DateTime WrittenAt,
    DateTime? EndedAt,
    int Version,
    IReadOnlyList<EarlierTheme> Earlier
)
{
    /// <summary>Themes as the team reads them.</summary>
    public static IQueryable<ThemeAt> Of(ThroughlineDb db, IQueryable<FeedbackTheme> themes) =>
        from theme in themes
        join meeting in db.Set<Meeting>() on theme.MeetingId equals meeting.Id
        join person in db.Set<Person>() on theme.ById equals person.Id
        orderby theme.Number descending
        select new ThemeAt(
            theme.Number,
            meeting.Number,
            theme.Words,
            theme.State,
            theme.Answer,
            person.GivenName + " " + person.FamilyName,
            theme.WrittenAt,
            theme.EndedAt,
            theme.Version,
            theme.Earlier
        );
}

/// <summary>Feedback on a meeting, as its page shows it to one person.</summary>
/// <param name="Meeting">The meeting, without what belongs to it.</param>
/// <param name="Taking">The number of the meeting that takes feedback now, the last one that started; null for none.</param>
/// <param name="NextDay">The day on which the next one is planned.</param>
/// <param name="HasRole">True for who facilitates, records or keeps the time in this meeting.</param>
/// <param name="Rewrites">True for who facilitates or records it: they may write its themes anew.</param>
/// <param name="Team">What the team chose, and what waits; null before it chose.</param>
/// <param name="Named">What was given by name.</param>
/// <param name="Themes">What was found in it.</param>
public sealed record FeedbackView(
    Meeting Meeting,
    int? Taking,
    DateOnly? NextDay,
    bool HasRole,
    bool Rewrites,
    TeamFeedback? Team,
    IReadOnlyList<NamedAt> Named,
    IReadOnlyList<ThemeAt> Themes
)
{
    public int Number => Meeting.Number;

    /// <summary>True while the meeting is on, or over and no later one has started.</summary>
    public bool IsTaking => Taking == Number;

    /// <summary>How it is given on this meeting; null before the team chose.</summary>
    public FeedbackForm? Form =>
        Team?.FormFor(Number, Named.Count > 0 ? Named[0].Given.Kind : null);

    /// <summary>What was given without names and may be read here.</summary>
    public IEnumerable<FeedbackBatch> Readable =>
        (Team?.Batches ?? []).Where(b => b.LastMeeting == Number && b.IsReadable(Taking));

    /// <summary>True while something of this meeting waits to be read.</summary>
    public bool Waits =>
        (Team?.Batches ?? []).Any(b =>
            b.FirstMeeting <= Number && Number <= b.LastMeeting && !b.IsReadable(Taking)
        );

    /// <summary>The later meeting with whose feedback some of this one is read; null for none.</summary>
    public int? ReadWith =>
        (Team?.Batches ?? [])
            .Where(b => b.FirstMeeting <= Number && Number < b.LastMeeting && b.IsReadable(Taking))
            .Select(b => (int?)b.LastMeeting)
            .FirstOrDefault();

    /// <summary>What the person gave by name.</summary>
    public NamedFeedback? Mine(Guid person) =>
        Named.FirstOrDefault(n => n.PersonId == person)?.Given;

    /// <summary>Four queries; null when there is no such meeting.</summary>
    public static async Task<FeedbackView?> LoadAsync(
        ThroughlineDb db,
        Here here,
        int number,
        CancellationToken cancel
    )
    {
        var (unit, me, today) = (here.Unit.Id, here.Viewer.PersonId, here.Today);
        var found = await db.Set<Meeting>()
            .AsNoTracking()
            .Where(m => m.UnitId == unit && m.Number == number)
            .Select(m => new
            {
                Meeting = m,
                Taking = Started(db, unit).Select(x => (int?)x.Number).FirstOrDefault(),
                Next = db.Set<Meeting>()
                    .Where(x =>
                        x.UnitId == unit && x.State == MeetingState.Planned && x.Day >= today
                    )
                    .Min(x => (DateOnly?)x.Day),
                HasRole = m.Roles.Any(r =>
                    r.PersonId == me && r.Kind != MeetingRoleKind.NormsKeeper
                ),
                Rewrites = m.Roles.Any(r =>
                    r.PersonId == me
                    && (r.Kind == MeetingRoleKind.Facilitator || r.Kind == MeetingRoleKind.Recorder)
                ),
            })
            .SingleOrDefaultAsync(cancel);
        if (found is null)
        {
            return null;
        }

        var id = found.Meeting.Id;
        var named = await (
            from given in db.Set<NamedFeedback>().AsNoTracking()
            where given.MeetingId == id
            join person in db.Set<Person>() on given.PersonId equals person.Id
            orderby person.SearchText, person.Id
            select new NamedAt(person.Id, person.GivenName + " " + person.FamilyName, given)
        ).ToListAsync(cancel);
        return new FeedbackView(
            found.Meeting,
            found.Taking,
            found.Next,
            found.HasRole,
            found.Rewrites,
            await TeamAt(db, unit, number).AsNoTracking().SingleOrDefaultAsync(cancel),
            named,
            await ThemeAt
                .Of(db, db.Set<FeedbackTheme>().Where(t => t.MeetingId == id))
                .ToListAsync(cancel)
        );
    }

    /// <summary>The team's choice with what was given on a meeting, the last batch, and every mark.</summary>
    public static IQueryable<TeamFeedback> TeamAt(ThroughlineDb db, Guid unitId, int meeting) =>
        db.Set<TeamFeedback>()
            .Include(f =>
                f.Batches.Where(b =>
                    b.Marks.Any() || (b.FirstMeeting <= meeting && meeting <= b.LastMeeting)
                )
            )
                .ThenInclude(b => b.Marks)
            .AsSingleQuery()
            .Where(f => f.UnitId == unitId);

    /// <summary>The unit's meetings that have started, the last one first.</summary>
    public static IQueryable<Meeting> Started(ThroughlineDb db, Guid unitId) =>
        db.Set<Meeting>()
            .Where(m => m.UnitId == unitId && m.StartedAt != null)
            // A meeting starts on its day, and days are in the index.
            .OrderByDescending(m => m.Day)
            .ThenByDescending(m => m.StartedAt);
}
