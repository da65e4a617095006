using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;
using Throughline.Data.Demo;
using Throughline.Data.Saving;
using Throughline.Data.Sharing;
using Throughline.Data.Tests.Demo;
using Throughline.Data.Tests.Engines;
using Throughline.Domain.Sharing;
using Throughline.Domain.Units;

namespace Throughline.Data.Tests.Sharing;

public sealed class RelayTallyTests
{
    private static readonly DateOnly Today = DateOnly.FromDateTime(TestClock.Start);

    [EngineTheory]
    public async Task The_tallies_of_the_demo_are_what_a_rebuild_makes(Engine engine)
    {
        await using var database = await DemoDatabase.Seeded.CopyAsync(engine);
        var before = await TalliesAsync(database);
        before.Count.ShouldBe(5);
        before.ShouldContain(t => t.Teams > t.InTime && t.InTime > 0);
        (await RebuildAsync(database)).ShouldBe(5);
        (await TalliesAsync(database)).ShouldBe(before);
    }

    /// <summary>Whatever is told, corrected, ended or moved by the calendar, in whichever order: the summary kept with it is what a rebuild makes.</summary>
    [EngineTheory]
    public async Task Summaries_equal_a_rebuild(Engine engine)
    {
        await using var database = await DemoDatabase.Seeded.CopyAsync(engine);
        var run = Gen.Choose(0, 9999).ListOf(12).Sample(12);
        foreach (var moves in run)
        {
            foreach (var move in moves)
            {
                await MoveAsync(database, move);
            }

            var kept = await TalliesAsync(database);
            await RebuildAsync(database);
            (await TalliesAsync(database)).ShouldBe(kept, $"after {string.Join(", ", moves)}");
        }
    }

    [EngineTheory]
    public async Task A_closed_day_moves_the_last_day_of_what_is_to_tell_and_of_its_tally(
        Engine engine
    )
    {
        await using var database = await DemoDatabase.Seeded.CopyAsync(engine);
        await using var db = await OpenAsync(database);
        var relay = await db.Set<Relay>()
            .AsNoTracking()
            .SingleAsync(r => r.Number == DemoRelay.ToTell);
        var closed = new SchoolCalendar([], [], [(relay.DueOn!.Value, CalendarDayKind.Closure)]);

        await RelayTally.RecountAsync(db, relay.UnitId, closed, Today, default);

        var moved = await db.Set<RelayTally>()
            .AsNoTracking()
            .SingleAsync(t => t.RelayId == relay.Id);
        moved.DueOn!.Value.ShouldBeGreaterThan(relay.DueOn.Value);
        (await db.Set<Relay>().AsNoTracking().SingleAsync(r => r.Id == relay.Id)).DueOn.ShouldBe(
            moved.DueOn
        );
    }

    /// <summary>A rebuild that took rows away and made them anew lost whoever told a team meanwhile.</summary>
    [EngineTheory]
    public async Task A_rebuild_beside_people_who_tell_their_teams_loses_none(Engine engine)
    {
        await using var database = await DemoDatabase.Seeded.CopyAsync(engine);
        await using var db = await OpenAsync(database);
        var relay = await db.Set<Relay>()
            .Include(r => r.Teams)
            .FirstAsync(r => r.EndedOn == null && r.Teams.Count(t => t.ToldOn == null) > 1);
        var team = relay.Teams.First(t => t.ToldOn is null).TeamId;

        for (var n = 0; n < 12; n++)
        {
            var rebuilt = Task.Run(async () =>
            {
                for (var again = 0; again < 3; again++)
                {
                    await RebuildAsync(database);
                }
            });
            // An odd number, so that each round ends otherwise than it began.
            for (var turn = 0; turn < 5; turn++)
            {
                _ = relay.Teams.Single(t => t.TeamId == team).ToldOn is null
                    ? relay.Tell(
                        team,
                        new(ToldHow.Mail, relay.From, null),
                        relay.BegunById,
                        relay.From,
                        TestClock.Start
                    )
                    : relay.TakeBack(team, relay.BegunById, leads: true);
                await db.InOneTransactionAsync(
                    async () =>
                    {
                        await db.SaveChangesAsync();
                        await Task.Delay(n % 4);
                        await RelayTally.CountAsync(db, relay.Id, default);
                        return true;
                    },
                    again: () => throw new InvalidOperationException("The connection broke."),
                    default
                );
            }

            await rebuilt;
            (await TalliesAsync(database))
                .Single(t => t.Item1 == relay.Id)
                .InTime.ShouldBe(relay.Tally.InTime, $"in round {n}");
        }
    }

    private static async Task MoveAsync(TestDatabase database, int move)
    {
        await using var db = await OpenAsync(database);
        var relays = await db.Set<Relay>().Include(r => r.Teams).ToListAsync();
        var relay = relays
            .OrderBy(r => r.UnitId)
            .ThenBy(r => r.Number)
            .ElementAt(move % relays.Count);
        var team = relay.Teams.OrderBy(t => t.TeamId).ElementAt(move / 10 % relay.Teams.Count);
        var day = relay.From.AddDays(move % 13);
        var telling = new Telling(ToldHow.Mail, day, null);
        var by = relay.BegunById;
        _ = (move / 100 % 10) switch
        {
            < 1 => relay.TakeBack(team.TeamId, by, leads: true),
            < 4 => relay.Tell(team.TeamId, telling, by, day, TestClock.Start),
            < 7 => relay.Correct(team.TeamId, telling, by, day, TestClock.Start),
            7 when move % 3 == 0 => relay.End("No longer", by, day),
            7 => relay.Put("In other words"),
            _ => Recount(relay, day),
        };
        await db.InOneTransactionAsync(
            async () =>
            {
                await db.SaveChangesAsync();
                await RelayTally.CountAsync(db, relay.Id, default);
                return true;
            },
            again: () => throw new InvalidOperationException("The connection broke."),
            default
        );
    }

    private static Throughline.Domain.Shared.Result Recount(Relay relay, DateOnly closed)
    {
        relay.Recount(new([], [], [(closed, CalendarDayKind.Closure)]));
        return Throughline.Domain.Shared.Result.Ok();
    }

    private static async Task<int> RebuildAsync(TestDatabase database)
    {
        await using var db = await OpenAsync(database);
        return await RelayTally.RebuildAsync(db, default);
    }

    private static async Task<List<(Guid, DateOnly?, int Teams, int InTime)>> TalliesAsync(
        TestDatabase database
    )
    {
        await using var db = await OpenAsync(database);
        var rows = await db.Set<RelayTally>().AsNoTracking().OrderBy(t => t.RelayId).ToListAsync();
        return [.. rows.Select(t => (t.RelayId, t.DueOn, t.Teams, t.InTime))];
    }

    private static async Task<ThroughlineDb> OpenAsync(TestDatabase database)
    {
        Guid district;
        await using (var any = database.Open())
        {
            district = await any.Set<Unit>()
                .IgnoreQueryFilters()
                .Where(u => u.Slug == DemoDistrict.District)
                .Select(u => u.Id)
                .SingleAsync();
        }

        return database.Open(district);
    }
}
