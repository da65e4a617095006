using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Throughline.Data;
using Throughline.Data.Platform;
using Throughline.Domain.Assessments;
using Throughline.Domain.Meetings;
using Throughline.Domain.Sharing;
using Throughline.Domain.Teams;
using Throughline.Domain.Units;

namespace Throughline.Bench;

/// <summary>Someone to load pages as.</summary>
/// <param name="Id">Who.</param>
/// <param name="Slug">Where they work.</param>
/// <param name="Cookie">What their browser sends.</param>
/// <param name="OpenRound">The number of the round they are asked to rate in.</param>
/// <param name="OpenMeeting">The number of the meeting that their team is in.</param>
/// <param name="LastRelay">The number of the decision that their teams were told of last.</param>
internal sealed record BenchPerson(
    Guid Id,
    string Slug,
    string Cookie,
    int OpenRound,
    int OpenMeeting,
    int LastRelay
);

/// <summary>People drawn from the whole district, the same ones every time.</summary>
internal sealed record BenchPeople(
    IReadOnlyList<BenchPerson> Members,
    IReadOnlyList<BenchPerson> Leaders,
    IReadOnlyList<Guid> SchoolsByName
)
{
    public static async Task<BenchPeople> DrawAsync(WebApplication program, int count)
    {
        await using var scope = program.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ThroughlineDb>();
        var district = await db.Set<Unit>()
            .IgnoreQueryFilters()
            .SingleAsync(u => u.Kind == UnitKind.District);
        db.Scope.Enter(district.Id);
        var seats = await db.Set<IltMembership>()
            .Where(m => m.UnitId != district.Id)
            .OrderBy(m => m.Id)
            .Select(m => new { m.PersonId, m.UnitId })
            .ToListAsync();
        var drawn = new Random(7).GetItems(seats.ToArray(), seats.Count);
        var ids = drawn.DistinctBy(s => s.PersonId).Take(count).ToList();
        var accounts = await db
            .Users.Where(a => ids.Select(i => i.PersonId).Contains(a.Id))
            .ToDictionaryAsync(a => a.Id);
        var slugs = await db.Set<Unit>().ToDictionaryAsync(u => u.Id, u => u.Slug);
        var open = await db.Set<Round>().MaxAsync(r => r.Number);
        var meeting = await db.Set<Meeting>()
            .Where(m => m.State == MeetingState.InProgress)
            .MaxAsync(m => m.Number);
        var relay = await db.Set<Relay>().MaxAsync(r => r.Number);
        var cookies = new Cookies(program);
        List<BenchPerson> members = [];
        foreach (var seat in ids)
        {
            members.Add(
                new BenchPerson(
                    seat.PersonId,
                    slugs[seat.UnitId],
                    await cookies.WriteAsync(accounts[seat.PersonId]),
                    open,
                    meeting,
                    relay
                )
            );
        }

        var leaders = await (
            from role in db.Set<RoleAssignment>()
            where role.UnitId == district.Id
            join account in db.Users on role.PersonId equals account.Id
            orderby account.Id
            select account
        ).ToListAsync();
        List<BenchPerson> leading = [];
        foreach (var account in leaders)
        {
            leading.Add(
                new BenchPerson(
                    account.Id,
                    district.Slug,
                    await cookies.WriteAsync(account),
                    0,
                    0,
                    0
                )
            );
        }

        return new BenchPeople(
            members,
            leading,
            await db.Set<Unit>()
                .Where(u => u.Kind == UnitKind.School)
                .OrderBy(u => u.SearchText)
                .ThenBy(u => u.Id)
                .Select(u => u.Id)
                .ToListAsync()
        );
    }
}
