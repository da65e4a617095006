using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Throughline.Data;
using Throughline.Domain.Meetings;
using Throughline.Domain.Teams;
using Throughline.Domain.Units;

namespace Throughline.Bench;

/// <summary>A meeting that is open.</summary>
/// <param name="Slug">Where.</param>
/// <param name="Number">Its number.</param>
/// <param name="Part">The part of the agenda the team is at, as it stands in addresses.</param>
/// <param name="Edition">The edition of its note.</param>
/// <param name="Cookies">What the browsers of those who sit on the team send.</param>
internal sealed record BenchRoom(
    string Slug,
    int Number,
    string Part,
    int Edition,
    IReadOnlyList<string> Cookies
)
{
    /// <summary>Where the note is written.</summary>
    public string NotePath =>
        string.Create(CultureInfo.InvariantCulture, $"/{Slug}/meetings/{Number}/notes/{Part}");

    /// <summary>The open meetings of all schools.</summary>
    /// <param name="program">The program's keys and rules.</param>
    /// <param name="people">How many of those who sit on each team are there.</param>
    public static async Task<IReadOnlyList<BenchRoom>> AllAsync(WebApplication program, int people)
    {
        await using var scope = program.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ThroughlineDb>();
        db.Scope.Enter(
            (
                await db.Set<Unit>()
                    .IgnoreQueryFilters()
                    .SingleAsync(u => u.Kind == UnitKind.District)
            ).Id
        );
        var slugs = await db.Set<Unit>().ToDictionaryAsync(u => u.Id, u => u.Slug);
        var open = await db.Set<Meeting>()
            .AsNoTracking()
            .Where(m => m.State == MeetingState.InProgress && m.CurrentItem != null)
            .OrderBy(m => m.Id)
            .ToListAsync();
        var ids = open.Select(m => m.Id).ToList();
        var editions = await db.Set<MeetingNote>()
            .Where(n => ids.Contains(n.MeetingId) && n.Item != 0)
            .ToDictionaryAsync(n => (n.MeetingId, n.Item), n => n.Edition);
        var accounts = (
            await db.Set<IltMembership>()
                .Where(m => m.Until == null)
                .Join(db.Users, m => m.PersonId, a => a.Id, (m, a) => new { m.UnitId, Account = a })
                .ToListAsync()
        ).ToLookup(m => m.UnitId, m => m.Account);
        var cookies = new Cookies(program);
        List<BenchRoom> rooms = [];
        foreach (var meeting in open)
        {
            List<string> sent = [];
            foreach (var account in accounts[meeting.UnitId].OrderBy(a => a.Id).Take(people))
            {
                sent.Add(await cookies.WriteAsync(account));
            }

            var item = meeting.CurrentItem!.Value;
            rooms.Add(
                new BenchRoom(
                    slugs[meeting.UnitId],
                    meeting.Number,
                    $"i{item}",
                    editions.GetValueOrDefault((meeting.Id, item)),
                    sent
                )
            );
        }

        return rooms;
    }
}
