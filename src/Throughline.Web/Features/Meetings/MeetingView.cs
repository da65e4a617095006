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
    DateTime? CameAt
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

    public IEnumerable<MemberAt> Present => Members.Where(m => m.CameAt is not null);

    public int Regrets => Members.Count(m => m.IsAbsent);

    public string NameOf(Guid person) =>
        Members.FirstOrDefault(m => m.Id == person)?.Name ?? "someone who has left";

    public Guid? HolderOf(MeetingRoleKind kind) =>
        Roles.Where(r => r.Kind == kind).Select(r => (Guid?)r.PersonId).FirstOrDefault();

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
    )
    {
        var meeting = await db.Set<Meeting>()
            .AsNoTracking()
            .Include(m => m.Items)
            .SingleOrDefaultAsync(m => m.UnitId == here.Unit.Id && m.Number == number, cancel);
        if (meeting is null)
        {
            return null;
        }

        var people = await PeopleAsync(db, meeting, cancel);
        return new MeetingView(
            meeting,
            [.. people.Select(p => p.Member).DistinctBy(m => m.Id)],
            [
                .. people
                    .Where(p => p.Role is not null)
                    .Select(p => (p.Role!.Value, p.Member.Id, p.IsTaken)),
            ],
            await NotesAsync(db, meeting.Id, cancel)
        );
    }

    // Members, who came, and roles in one query: a row per person and role.
    private static async Task<
        List<(MemberAt Member, MeetingRoleKind? Role, bool IsTaken)>
    > PeopleAsync(ThroughlineDb db, Meeting meeting, CancellationToken cancel)
    {
        // Who has to do with the meeting first: the district has many people.
        var ids = db.Set<IltMembership>()
            .Where(m => m.UnitId == meeting.UnitId && m.Until == null)
            .Select(m => m.PersonId)
            .Union(
                db.Set<Attendance>().Where(a => a.MeetingId == meeting.Id).Select(a => a.PersonId)
            )
            .Union(
                db.Set<MeetingRole>().Where(r => r.MeetingId == meeting.Id).Select(r => r.PersonId)
            )
            .Union(
                db.Set<AgendaItem>()
                    .Where(i => i.MeetingId == meeting.Id)
                    .Select(i => i.BroughtById)
            );
        var rows = await (
            from id in ids
            join person in db.Set<Person>() on id equals person.Id
            join seat in db.Set<IltMembership>()
                .Where(m => m.UnitId == meeting.UnitId && m.Until == null)
                on person.Id equals seat.PersonId
                into seats
            from seat in seats.DefaultIfEmpty()
            join team in db.Set<InstructionalTeam>()
                on seat.SpeaksForTeamId equals (Guid?)team.Id
                into teams
            from team in teams.DefaultIfEmpty()
            join there in db.Set<Attendance>().Where(a => a.MeetingId == meeting.Id)
                on person.Id equals there.PersonId
                into theres
            from there in theres.DefaultIfEmpty()
            join role in db.Set<MeetingRole>().Where(r => r.MeetingId == meeting.Id)
                on person.Id equals role.PersonId
                into roles
            from role in roles.DefaultIfEmpty()
            orderby person.SearchText, person.Id
            select new
            {
                person.Id,
                Name = person.GivenName + " " + person.FamilyName,
                Sits = seat != null,
                Team = team == null ? null : team.Name,
                Regrets = there == null ? null : there.RegretsAt,
                Came = there == null ? null : there.CameAt,
                Role = role == null ? null : (MeetingRoleKind?)role.Kind,
                IsTaken = role != null && role.IsTaken,
            }
        )
            .AsNoTracking()
            .ToListAsync(cancel);
        return
        [
            .. rows.Select(r =>
                (new MemberAt(r.Id, r.Name, r.Sits, r.Team, r.Regrets, r.Came), r.Role, r.IsTaken)
            ),
        ];
    }

    private static async Task<IReadOnlyList<NoteAt>> NotesAsync(
        ThroughlineDb db,
        Guid meetingId,
        CancellationToken cancel
    )
    {
        var people = db.Set<Person>();
        return await db.Set<MeetingNote>()
            .AsNoTracking()
            .Where(n => n.MeetingId == meetingId)
            .Select(n => new NoteAt(
                n.Section,
                n.Item,
                n.Words,
                n.Edition,
                people
                    .Where(p => p.Id == n.ById)
                    .Select(p => p.GivenName + " " + p.FamilyName)
                    .First(),
                n.Kept.OrderBy(k => k.Id)
                    .Select(k => new KeptAt(
                        k.Id,
                        k.Words,
                        people
                            .Where(p => p.Id == k.ById)
                            .Select(p => p.GivenName + " " + p.FamilyName)
                            .First()
                    ))
                    .ToList()
            ))
            .ToListAsync(cancel);
    }
}
