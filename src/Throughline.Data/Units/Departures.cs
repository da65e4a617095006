using Microsoft.EntityFrameworkCore;
using Throughline.Data.Saving;
using Throughline.Domain.Shared;
using Throughline.Domain.Teams;
using Throughline.Domain.Units;

namespace Throughline.Data.Units;

/// <summary>
/// What ends when someone leaves. Nothing is saved here: the caller saves it all at once. Coming back restores none of
/// it, because a former principal may return as a teacher: roles and seats are given again on purpose.
/// </summary>
public static class Departures
{
    /// <summary>The person leaves the district: every role, proposal, seat and team membership ends, and so does every session.</summary>
    public static async Task LeaveAsync(
        this ThroughlineDb db,
        Person person,
        DateOnly on,
        DateTime now,
        CancellationToken cancel = default
    )
    {
        person.Leave(on);
        foreach (
            var role in await db.Set<RoleAssignment>()
                .Where(r => r.PersonId == person.Id && r.Status != RoleStatus.Ended)
                .ToListAsync(cancel)
        )
        {
            role.End(now);
        }

        await db.LeaveTeamsAsync(person.Id, unitId: null, now, cancel);
        var account = await db.Users.FindAsync([person.Id], cancel);
        account?.EndSessions();
    }

    /// <summary>An outside reviewer's access ends now: every session and every link that was sent. What they answered stays.</summary>
    public static async Task<Result> EndReviewAsync(
        this ThroughlineDb db,
        Person person,
        DateOnly today,
        CancellationToken cancel = default
    )
    {
        var ended = person.EndAccess(today);
        if (ended.IsOk)
        {
            var account = await db.Users.FindAsync([person.Id], cancel);
            account?.EndSessions();
        }

        return ended;
    }

    /// <summary>A roster no longer names these people: seats, team memberships and sessions end. Their roles end with the import.</summary>
    public static async Task LeaveByRosterAsync(
        this ThroughlineDb db,
        IReadOnlyCollection<Guid> personIds,
        DateTime now,
        CancellationToken cancel = default
    )
    {
        if (personIds.Count == 0)
        {
            return;
        }

        await db.LeaveTeamsAsync(personIds, unitId: null, now, cancel);
        foreach (
            var account in await db.Users.Where(a => personIds.Contains(a.Id)).ToListAsync(cancel)
        )
        {
            account.EndSessions();
        }
    }

    /// <summary>The person leaves one unit, or every one: seats and team memberships there end.</summary>
    public static Task LeaveTeamsAsync(
        this ThroughlineDb db,
        Guid personId,
        Guid? unitId,
        DateTime now,
        CancellationToken cancel = default
    ) => db.LeaveTeamsAsync([personId], unitId, now, cancel);

    private static async Task LeaveTeamsAsync(
        this ThroughlineDb db,
        IReadOnlyCollection<Guid> personIds,
        Guid? unitId,
        DateTime now,
        CancellationToken cancel
    )
    {
        foreach (
            var ilt in await db.Set<Ilt>()
                .Include(i => i.Memberships)
                .Where(i => unitId == null || i.UnitId == unitId)
                .Where(i =>
                    i.Memberships.Any(m => personIds.Contains(m.PersonId) && m.Until == null)
                )
                .ToListAsync(cancel)
        )
        {
            foreach (var personId in personIds)
            {
                ilt.EndMembership(personId, now);
            }

            db.Expect(ilt, ilt.Version);
        }

        foreach (
            var team in await db.Set<InstructionalTeam>()
                .Include(t => t.Members)
                .Where(t => unitId == null || t.UnitId == unitId)
                .Where(t => t.Members.Any(m => personIds.Contains(m.PersonId)))
                .ToListAsync(cancel)
        )
        {
            foreach (var personId in personIds)
            {
                team.Remove(personId);
            }

            db.Expect(team, team.Version);
        }
    }
}
