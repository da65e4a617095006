using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Data.Mail;
using Throughline.Data.Platform;
using Throughline.Data.Sharing;
using Throughline.Data.Units;
using Throughline.Domain.Teams;
using Throughline.Domain.Units;
using Throughline.Web.Access;
using Throughline.Web.Features.Meetings;
using Throughline.Web.Hosting;

namespace Throughline.Web.Features.Home;

/// <summary>When daily mails are written.</summary>
/// <param name="Hour">The hour of the day, in the time zone of each unit, from which on they are.</param>
public sealed record DigestSettings(int Hour)
{
    /// <summary>From then on the day is lost: a mail that is late after a standstill comes in contract hours or not at all.</summary>
    public const int Latest = 15;

    /// <summary>Reads <c>Digest:Hour</c>; an hour that cannot be stops the start.</summary>
    public static DigestSettings Read(IConfiguration configuration)
    {
        var hour = configuration.GetValue("Digest:Hour", 7);
        return hour is >= 5 and < Latest
            ? new DigestSettings(hour)
            : throw new InvalidOperationException(
                $"Digest:Hour is {hour}. Set it to an hour from 5 to {Latest - 1}."
            );
    }
}

/// <summary>
/// Goes round the units whose morning it is, and writes the daily mails of those who work there: at most one a person
/// and school day, however many nodes go round and wherever one of them dies. A meeting that stands on a day closed since
/// leaves it, and where one was not held the next is readied.
/// </summary>
public sealed class DigestRound(
    IServiceScopeFactory scopes,
    IEnumerable<IDaySource> sources,
    DigestSettings settings,
    TimeProvider clock
)
{
    private const int Batch = 100;

    /// <summary>Writes what is due now; how many mails it were.</summary>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        var written = 0;
        foreach (var zone in await ZonesAsync(cancel))
        {
            var local = TimeZoneInfo.ConvertTimeFromUtc(
                Now,
                TimeZoneInfo.FindSystemTimeZoneById(zone)
            );
            while (
                local.Hour >= settings.Hour
                && local.Hour < DigestSettings.Latest
                && await RunUnitAsync(zone, local, cancel) is { } mails
            )
            {
                written += mails;
            }
        }

        return written;
    }

    private async Task<List<string>> ZonesAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope
            .ServiceProvider.GetRequiredService<ThroughlineDb>()
            .Set<Unit>()
            .IgnoreQueryFilters()
            .Where(u => u.ClosedOn == null)
            .Select(u => u.TimeZoneId)
            .Distinct()
            .ToListAsync(cancel);
    }

    // Null when no unit of the zone is left.
    private async Task<int?> RunUnitAsync(string zone, DateTime local, CancellationToken cancel)
    {
        var (day, hour) = (DateOnly.FromDateTime(local), local.Hour);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ThroughlineDb>();
        if (await DigestRun.TakeAsync(db, zone, day, hour, Now, cancel) is not { } unit)
        {
            return null;
        }

        var written = 0;
        scope.ServiceProvider.GetRequiredService<Here>().At(unit);
        var calendar = await SchoolCalendars.LoadAsync(db, unit, cancel);
        if (!await DigestRun.IsBegunAsync(db, unit.Id, day, cancel))
        {
            await BeginDayAsync(scope.ServiceProvider, unit, calendar, day, cancel);
        }

        // A daily mail is made when it leaves, so that it names nothing that was done meanwhile.
        if (calendar.IsSchoolDay(day) && unit.Hours.Hold(TimeOnly.FromDateTime(local)))
        {
            var writer = new DigestWriter(
                db,
                [.. sources],
                scope.ServiceProvider.GetRequiredService<DigestLinks>(),
                scope.ServiceProvider.GetRequiredService<PublicAddress>()
            );
            var last = Guid.Empty;
            while (await PeopleAsync(db, unit, local, last, cancel) is { Count: > 0 } people)
            {
                written += await writer.WriteAsync(unit, people, day, Now, cancel);
                last = people[^1].Id;
                db.ChangeTracker.Clear();
            }
        }

        await DigestRun.DoneAsync(db, unit.Id, day, hour, cancel);
        return written;
    }

    // What follows from a new day, whatever the mails.
    private static async Task BeginDayAsync(
        IServiceProvider services,
        Unit unit,
        SchoolCalendar calendar,
        DateOnly day,
        CancellationToken cancel
    )
    {
        var db = services.GetRequiredService<ThroughlineDb>();
        await services.GetRequiredService<LaidSchedule>().LeaveClosedDaysAsync(calendar, cancel);
        await RelayTally.RecountAsync(db, unit.Id, calendar, day, cancel);
        db.ChangeTracker.Clear();
        await PlannedTellings.RecountAsync(db, unit.Id, calendar, day, cancel);
        db.ChangeTracker.Clear();
        if (calendar.IsSchoolDay(day))
        {
            await services.GetRequiredService<MeetingMail>().InviteAfterMissedAsync(cancel);
            db.ChangeTracker.Clear();
        }
    }

    // The next of those who work at the unit, can sign in, want the mail at this hour or before, have none today, and may
    // have something waiting.
    private Task<List<Person>> PeopleAsync(
        ThroughlineDb db,
        Unit unit,
        DateTime local,
        Guid after,
        CancellationToken cancel
    )
    {
        var (day, time) = (DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
        var not = db.Set<MailWishes>()
            .Where(w =>
                w.DailyHour > local.Hour
                || (w.QuietFrom < w.QuietUntil && w.QuietFrom <= time && time < w.QuietUntil)
                || (w.QuietFrom > w.QuietUntil && (w.QuietFrom <= time || time < w.QuietUntil))
            );
        var people = Mailings
            .WhoWant(db, MailKind.Daily, db.Set<Person>())
            .AsNoTracking()
            .Where(p => p.Id.CompareTo(after) > 0 && !not.Any(w => w.PersonId == p.Id))
            .Where(p =>
                db.Set<RoleAssignment>()
                    .Any(r =>
                        r.PersonId == p.Id && r.UnitId == unit.Id && r.Status == RoleStatus.Active
                    )
                || db.Set<IltMembership>()
                    .Any(m => m.PersonId == p.Id && m.UnitId == unit.Id && m.Until == null)
            )
            .Where(p => db.Users.Any(a => a.Id == p.Id && a.PasswordHash != null))
            .Where(p => !db.Set<DigestReader>().Any(r => r.PersonId == p.Id && r.LastDay >= day));
        var waiting = sources.Select(s => s.PeopleWithSomething(db, Now)).ToList();
        if (waiting.TrueForAll(w => w is not null))
        {
            var any = waiting.Aggregate((all, more) => all!.Concat(more!))!;
            people = people.Where(p => any.Contains(p.Id));
        }

        return people.OrderBy(p => p.Id).Take(Batch).ToListAsync(cancel);
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;
}
