using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Domain.Meetings;
using Throughline.Domain.Teams;
using Throughline.Domain.Units;
using Throughline.Web.Access;

namespace Throughline.Web.Features.Meetings;

/// <summary>A member of the ILT, or who came as one, at a meeting.</summary>
public sealed record MemberAt(
    Guid Id,
    string Name,
    bool Sits,
    string? SpeaksFor,
    DateTime? RegretsAt,
    DateTime? CameAt,
    bool IsVisitor
)
{
    public bool IsAbsent => RegretsAt is not null && CameAt is null;
}

/// <summary>What is written at a part of the agenda.</summary>
public sealed record NoteAt(
    int Section,
    int Item,
    string Words,
    int Edition,
    string By,
    IReadOnlyList<KeptAt> Kept
);

/// <summary>A text that waits to be joined with a note.</summary>
public sealed record KeptAt(Guid Id, string Words, string By);

/// <summary>A meeting as its page shows it, before, during and after.</summary>
public sealed record MeetingView(
    Meeting Meeting,
    IReadOnlyList<MemberAt> Members,
    IReadOnlyList<(MeetingRoleKind Kind, Guid PersonId, bool IsTaken)> Roles,
    IReadOnlyList<NoteAt> Notes
)
{
    public IEnumerable<MemberAt> Sitting => Members.Where(m => m.Sits);

    public IEnumerable<MemberAt> Present =>
        Members.Where(m => m is { CameAt: not null, IsVisitor: false });

    public IEnumerable<MemberAt> Visitors => Members.Where(m => m.IsVisitor);

    /// <summary>How many came late: a count, never a name (rules of trust).</summary>
    public int LateArrivals =>
        Meeting.StartedAt is { } started
            ? Present.Count(m => m.CameAt > started.AddMinutes(Meeting.GraceMinutes))
            : 0;

    public int Regrets => Members.Count(m => m.IsAbsent);

    public string NameOf(Guid person) =>
        Members.FirstOrDefault(m => m.Id == person)?.Name ?? "someone who has left";

    public Guid? HolderOf(MeetingRoleKind kind) =>
        Roles.Where(r => r.Kind == kind).Select(r => (Guid?)r.PersonId).FirstOrDefault();

    /// <summary>Who runs the meeting by a role in it.</summary>
    public IReadOnlySet<Guid> Conductors =>
        Roles
            .Where(r =>
                r.Kind != MeetingRoleKind.NormsKeeper && Sitting.Any(m => m.Id == r.PersonId)
            )
            .Select(r => r.PersonId)
            .ToHashSet();

    /// <summary>The note of a part; null while nothing is written.</summary>
    public NoteAt? NoteOf(AgendaStop stop) =>
        Notes.FirstOrDefault(n =>
            stop.Item is { } item ? n.Item == item : n.Item == 0 && n.Section == stop.Section
        );

    /// <summary>Three queries, whatever the meeting; null when there is none of this number.</summary>
    public static async Task<MeetingView?> LoadAsync(
        ThroughlineDb db,
        Here here,
        int number,
        CancellationToken cancel
    ) =>
        await FindAsync(db, here, number, cancel) is { } meeting
            ? await OfAsync(db, meeting, cancel)
            : null;

    /// <summary>The meeting of this number with its agenda, to be read; null when there is none.</summary>
    public static Task<Meeting?> FindAsync(
        ThroughlineDb db,
        Here here,
        int number,
        CancellationToken cancel
    ) => Agenda.For(db)(db, here.Unit.Id, number, cancel);

    /// <summary>A meeting that was found, with who has to do with it and what is written. Two queries.</summary>
    public static async Task<MeetingView> OfAsync(
        ThroughlineDb db,
        Meeting meeting,
        CancellationToken cancel
    )
    {
        var people = await People.For(db)(db, meeting.UnitId, meeting.Id).ToListAsync(cancel);
        return new MeetingView(
            meeting,
            [
                .. people
                    .DistinctBy(p => p.Id)
                    .Select(p => new MemberAt(
                        p.Id,
                        p.Name,
                        p.Sits,
                        p.Team,
                        p.Regrets,
                        p.Came,
                        p.Visits
                    )),
            ],
            [
                .. people
                    .Where(p => p.Role is not null)
                    .Select(p => (p.Role!.Value, p.Id, p.IsTaken)),
            ],
            await NotesAsync(db, meeting.Id, cancel)
        );
    }

    /// <summary>What is written at a meeting.</summary>
    public static async Task<IReadOnlyList<NoteAt>> NotesAsync(
        ThroughlineDb db,
        Guid meetingId,
        CancellationToken cancel
    ) => await Written.For(db)(db, meetingId).ToListAsync(cancel);

    // A person and one of their roles.
    private sealed record PersonAt(
        Guid Id,
        string Name,
        bool Sits,
        string? Team,
        DateTime? Regrets,
        DateTime? Came,
        bool Visits,
        MeetingRoleKind? Role,
        bool IsTaken
    );

    // Every room asks these three after every change in it.
    private static readonly HotQuery<
        Func<ThroughlineDb, Guid, int, CancellationToken, Task<Meeting?>>
    > Agenda = new(() =>
        EF.CompileAsyncQuery(
            (ThroughlineDb db, Guid unit, int number, CancellationToken cancel) =>
                db.Set<Meeting>()
                    .AsNoTracking()
                    .Include(m => m.Items)
                    .SingleOrDefault(m => m.UnitId == unit && m.Number == number)
        )
    );

    // Members, who came, and roles: a row per person and role. Who has to do with the meeting first, as the district has
    // many people.
    private static readonly HotQuery<
        Func<ThroughlineDb, Guid, Guid, IAsyncEnumerable<PersonAt>>
    > People = new(() =>
        EF.CompileAsyncQuery(
            (ThroughlineDb db, Guid unit, Guid meeting) =>
                (
                    from id in db.Set<IltMembership>()
                        .Where(m => m.UnitId == unit && m.Until == null)
                        .Select(m => m.PersonId)
                        .Union(
                            db.Set<Attendance>()
                                .Where(a => a.MeetingId == meeting)
                                .Select(a => a.PersonId)
                        )
                        .Union(
                            db.Set<MeetingRole>()
                                .Where(r => r.MeetingId == meeting)
                                .Select(r => r.PersonId)
                        )
                        .Union(
                            db.Set<AgendaItem>()
                                .Where(i => i.MeetingId == meeting)
                                .Select(i => i.BroughtById)
                        )
                    join person in db.Set<Person>() on id equals person.Id
                    join seat in db.Set<IltMembership>()
                        .Where(m => m.UnitId == unit && m.Until == null)
                        on person.Id equals seat.PersonId
                        into seats
                    from seat in seats.DefaultIfEmpty()
                    join team in db.Set<InstructionalTeam>()
                        on seat.SpeaksForTeamId equals (Guid?)team.Id
                        into teams
                    from team in teams.DefaultIfEmpty()
                    join there in db.Set<Attendance>().Where(a => a.MeetingId == meeting)
                        on person.Id equals there.PersonId
                        into theres
                    from there in theres.DefaultIfEmpty()
                    join role in db.Set<MeetingRole>().Where(r => r.MeetingId == meeting)
                        on person.Id equals role.PersonId
                        into roles
                    from role in roles.DefaultIfEmpty()
                    orderby person.SearchText, person.Id
                    select new PersonAt(
                        person.Id,
                        person.GivenName + " " + person.FamilyName,
                        seat != null,
                        team == null ? null : team.Name,
                        there == null ? null : there.RegretsAt,
                        there == null ? null : there.CameAt,
                        there != null && there.IsVisitor,
                        role == null ? null : (MeetingRoleKind?)role.Kind,
                        role != null && role.IsTaken
                    )
                ).AsNoTracking()
        )
    );

    private static readonly HotQuery<Func<ThroughlineDb, Guid, IAsyncEnumerable<NoteAt>>> Written =
        new(() =>
            EF.CompileAsyncQuery(
                (ThroughlineDb db, Guid meeting) =>
                    db.Set<MeetingNote>()
                        .AsNoTracking()
                        .Where(n => n.MeetingId == meeting)
                        .Select(n => new NoteAt(
                            n.Section,
                            n.Item,
                            n.Words,
                            n.Edition,
                            db.Set<Person>()
                                .Where(p => p.Id == n.ById)
                                .Select(p => p.GivenName + " " + p.FamilyName)
                                .First(),
                            n.Kept.OrderBy(k => k.Id)
                                .Select(k => new KeptAt(
                                    k.Id,
                                    k.Words,
                                    db.Set<Person>()
                                        .Where(p => p.Id == k.ById)
                                        .Select(p => p.GivenName + " " + p.FamilyName)
                                        .First()
                                ))
                                .ToList()
                        ))
            )
        );
}
