using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Domain.Teams;
using Throughline.Domain.Units;
using Throughline.Web.Features.Teams.Voices;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Teams;

/// <summary>A membership as the page shows it.</summary>
public sealed record SeatView(
    Guid PersonId,
    string Name,
    SeatKind Kind,
    Guid? SpeaksForTeamId,
    bool Facilitates,
    DateTime Since,
    DateOnly? TermEndsOn,
    bool HasLeft,
    bool CanSignIn,
    bool HasAccepted
)
{
    /// <summary>What a seat is called here: who leads a district is no principal.</summary>
    public static string Word(SeatKind kind, Unit unit) =>
        kind == SeatKind.Leader && unit.Kind == UnitKind.District
            ? "leader of the district"
            : RoleWords.Of(kind, unit.Words);
}

/// <summary>An instructional team or program and who speaks for it.</summary>
public sealed record SpokenTeam(
    Guid Id,
    string Name,
    InstructionalTeamKind Kind,
    bool IsDissolved,
    int Members,
    IReadOnlyList<SeatView> Speakers
);

/// <summary>A group of students and who speaks for it; null for nobody who sits on the ILT.</summary>
public sealed record SpokenGroup(Guid Id, string Name, string? Speaker);

/// <summary>A unit's ILT: who sits on it, for whom each speaks, and which team or group of students has no voice there.</summary>
public sealed record IltView(
    Guid Id,
    int Version,
    int? RaisedLimit,
    string? RaisedBecause,
    DateOnly? ReviewOn,
    IReadOnlyList<SeatView> Sitting,
    IReadOnlyList<SpokenTeam> Teams,
    IReadOnlyList<SpokenGroup> Groups,
    IReadOnlyList<(string Name, Role Role)> LeadersWithoutSeat
)
{
    /// <summary>How many may sit on it.</summary>
    public int Limit => RaisedLimit ?? Ilt.Most;

    /// <summary>Members who have not accepted what their seat asks.</summary>
    public IEnumerable<SeatView> NotAccepted => Sitting.Where(s => !s.HasAccepted);

    /// <summary>Groups of students whom nobody on the ILT speaks for.</summary>
    public IEnumerable<SpokenGroup> UnspokenGroups => Groups.Where(g => g.Speaker is null);

    public SeatView? Facilitator => Sitting.FirstOrDefault(s => s.Facilitates);

    /// <summary>Open teams and programs that nobody on the ILT speaks for.</summary>
    public IEnumerable<SpokenTeam> Unspoken =>
        Teams.Where(t => !t.IsDissolved && t.Speakers.Count == 0);

    public IEnumerable<SpokenTeam> Open => Teams.Where(t => !t.IsDissolved);

    /// <summary>The team someone speaks for, also when it was dissolved since.</summary>
    public SpokenTeam? TeamOf(SeatView seat) =>
        Teams.FirstOrDefault(t => t.Id == seat.SpeaksForTeamId);

    /// <summary>Null when the unit has formed none yet.</summary>
    public static async Task<IltView?> LoadAsync(
        ThroughlineDb db,
        Unit unit,
        CancellationToken cancel
    )
    {
        var ilt = await db.Set<Ilt>()
            .AsNoTracking()
            .Where(i => i.UnitId == unit.Id)
            .Select(i => new
            {
                i.Id,
                i.Version,
                i.RaisedLimit,
                i.RaisedBecause,
                i.ReviewResponsibilitiesOn,
            })
            .SingleOrDefaultAsync(cancel);
        if (ilt is null)
        {
            return null;
        }

        var sitting = await SeatsAsync(db, unit.Id, ilt.Id, cancel);
        return new(
            ilt.Id,
            ilt.Version,
            ilt.RaisedLimit,
            ilt.RaisedBecause,
            ilt.ReviewResponsibilitiesOn,
            [.. sitting.OrderBy(s => s.Kind)],
            await TeamsAsync(db, unit, sitting, cancel),
            await GroupsAsync(db, unit, sitting, cancel),
            await LeadersAsync(db, unit, sitting, cancel)
        );
    }

    private static async Task<IReadOnlyList<SpokenGroup>> GroupsAsync(
        ThroughlineDb db,
        Unit unit,
        List<SeatView> sitting,
        CancellationToken cancel
    )
    {
        var groups = await db.Set<StudentGroup>()
            .AsNoTracking()
            .Where(g => g.UnitId == unit.Id && g.RemovedAt == null)
            .ToListAsync(cancel);
        return
        [
            .. groups
                .OrderBy(g => g.Name, StringComparer.OrdinalIgnoreCase)
                .Select(g => new SpokenGroup(
                    g.Id,
                    g.Name,
                    sitting.Find(s => s.PersonId == g.SpeakerId && !s.HasLeft)?.Name
                )),
        ];
    }

    private static Task<List<SeatView>> SeatsAsync(
        ThroughlineDb db,
        Guid unitId,
        Guid iltId,
        CancellationToken cancel
    )
    {
        var accepted = SeatDuties.InForce(db, unitId);
        return db.Set<IltMembership>()
            .AsNoTracking()
            .Where(m => m.IltId == iltId && m.Until == null)
            .Join(db.Set<Person>(), m => m.PersonId, p => p.Id, (m, p) => new { m, p })
            .OrderBy(s => s.p.SearchText)
            .Select(s => new SeatView(
                s.p.Id,
                s.p.GivenName + " " + s.p.FamilyName,
                s.m.Kind,
                s.m.SpeaksForTeamId,
                s.m.Facilitates,
                s.m.Since,
                s.m.TermEndsOn,
                s.p.LeftOn != null,
                db.Users.Any(a => a.Id == s.p.Id && a.PasswordHash != null),
                accepted.Any(a => a.PersonId == s.p.Id)
            ))
            .ToListAsync(cancel);
    }

    private static async Task<IReadOnlyList<SpokenTeam>> TeamsAsync(
        ThroughlineDb db,
        Unit unit,
        List<SeatView> sitting,
        CancellationToken cancel
    )
    {
        var all = db.Set<InstructionalTeam>().AsNoTracking();
        var spokenFor = sitting.Select(s => s.SpeaksForTeamId).OfType<Guid>().ToList();
        // Of those that are no more only whom somebody still speaks for. In two halves: each finds its index.
        var teams = await all.Where(t => t.UnitId == unit.Id && t.DissolvedAt == null)
            .Concat(all.Where(t => spokenFor.Contains(t.Id) && t.DissolvedAt != null))
            .Select(t => new
            {
                t.Id,
                t.Name,
                t.Kind,
                IsDissolved = t.DissolvedAt != null,
                Members = t.Members.Count,
            })
            .ToListAsync(cancel);
        return
        [
            .. teams
                .OrderBy(t => t.Kind)
                .ThenBy(t => Grades.OrderOfName(t.Name))
                .ThenBy(t => t.Name, StringComparer.Ordinal)
                .Select(t => new SpokenTeam(
                    t.Id,
                    t.Name,
                    t.Kind,
                    t.IsDissolved,
                    t.Members,
                    [.. sitting.Where(s => s.SpeaksForTeamId == t.Id && !s.HasLeft)]
                )),
        ];
    }

    // Who leads, and the coaches, belong on the team (seed 002): the page says who is missing.
    private static async Task<IReadOnlyList<(string Name, Role Role)>> LeadersAsync(
        ThroughlineDb db,
        Unit unit,
        List<SeatView> sitting,
        CancellationToken cancel
    )
    {
        Role[] expected =
            unit.Kind == UnitKind.District
                ? [Role.DistrictLeader, Role.Supervisor]
                : [Role.Principal, Role.Coach];
        var leaders = await db.Set<RoleAssignment>()
            .AsNoTracking()
            .Where(r =>
                r.UnitId == unit.Id && r.Status == RoleStatus.Active && expected.Contains(r.Role)
            )
            .Join(
                db.Set<Person>().Where(p => p.LeftOn == null),
                r => r.PersonId,
                p => p.Id,
                (r, p) =>
                    new
                    {
                        p.Id,
                        Name = p.GivenName + " " + p.FamilyName,
                        r.Role,
                    }
            )
            .OrderBy(r => r.Role)
            .ToListAsync(cancel);
        return
        [
            .. leaders
                .Where(l => !sitting.Exists(s => s.PersonId == l.Id))
                .Select(l => (l.Name, l.Role)),
        ];
    }
}
