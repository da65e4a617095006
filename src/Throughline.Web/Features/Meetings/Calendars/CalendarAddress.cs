using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Domain.Meetings;
using Throughline.Domain.Teams;
using Throughline.Domain.Units;
using Throughline.Web.Access;

namespace Throughline.Web.Features.Meetings.Calendars;

/// <summary>
/// What a calendar program reads under a secret address: when and where the meetings are, and nothing that was said in
/// them. An address that ended, or whose owner has left, leads nowhere.
/// </summary>
public static class CalendarAddress
{
    // Long past ones weigh on every reading and help nobody; a year ahead is all that is ever planned.
    private const int DaysBack = 90;
    private const int MostEvents = 500;

    public static void MapCalendars(this WebApplication app) =>
        app.MapGet("/calendar/{key}", ReadAsync)
            .WithMetadata(new NeedsAttribute(Permission.Public));

    internal static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));

    private static async Task<IResult> ReadAsync(
        string key,
        HttpContext http,
        ThroughlineDb db,
        Here here,
        MeetingMail mail,
        CancellationToken cancel
    )
    {
        var hash = Hash(key);
        var feed = await db.Set<CalendarFeed>()
            .IgnoreQueryFilters([ThroughlineDb.DistrictFilter])
            .AsNoTracking()
            .SingleOrDefaultAsync(f => f.KeyHash == hash && f.EndedAt == null, cancel);
        if (feed is null)
        {
            return Results.NotFound();
        }

        db.Scope.Enter(feed.DistrictId);
        if (
            feed.UnitId is null
            && !await db.Set<Person>()
                .AnyAsync(p => p.Id == feed.PersonId && p.LeftOn == null, cancel)
        )
        {
            return Results.NotFound();
        }

        var since = DateOnly.FromDateTime(here.Now).AddDays(-DaysBack);
        var rows = await UnitsOf(feed, db)
            .Join(
                db.Set<Meeting>(),
                u => u.Id,
                m => m.UnitId,
                (u, m) => new { Unit = u, Meeting = m }
            )
            .Where(r => r.Meeting.Day >= since)
            .OrderBy(r => r.Meeting.Day)
            .ThenBy(r => r.Meeting.Id)
            .Take(MostEvents)
            .AsNoTracking()
            .ToListAsync(cancel);
        http.Response.Headers.CacheControl = "private, max-age=900";
        return Results.Text(
            CalendarText.Write(
                "ILT meetings",
                [.. rows.Select(r => mail.EventOf(r.Meeting, r.Unit))],
                CalendarText.Method.Publish,
                here.Now
            ),
            "text/calendar",
            Encoding.UTF8
        );
    }

    // A person's address shows what they may see today, by a seat or by a role; a team's works as long as the team is there.
    private static IQueryable<Unit> UnitsOf(CalendarFeed feed, ThroughlineDb db)
    {
        if (feed.UnitId is { } unit)
        {
            return db.Set<Unit>().Where(u => u.Id == unit);
        }

        var roles = AccessTable.Rules[Permission.SeeMeetings].AtUnit;
        var seats = db.Set<IltMembership>()
            .Where(m => m.PersonId == feed.PersonId && m.Until == null)
            .Select(m => m.UnitId);
        var led = db.Set<RoleAssignment>()
            .Where(r => r.PersonId == feed.PersonId && r.Status == RoleStatus.Active)
            .Where(r => roles.Contains(r.Role))
            .Select(r => r.UnitId);
        return db.Set<Unit>().Where(u => seats.Contains(u.Id) || led.Contains(u.Id));
    }
}
