using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;
using Throughline.Data.Demo;
using Throughline.Data.Meetings;
using Throughline.Data.Tests.Demo;
using Throughline.Data.Tests.Engines;
using Throughline.Domain.Meetings;
using Throughline.Domain.Shared;
using Throughline.Domain.Units;
using Throughline.Domain.Work;
using Result = Throughline.Domain.Shared.Result;

namespace Throughline.Data.Tests.Meetings;

public sealed class MeetingSummariesTests
{
    [EngineTheory]
    public async Task The_summaries_of_the_demo_are_what_a_rebuild_makes(Engine engine)
    {
        await using var database = await DemoDatabase.Seeded.CopyAsync(engine);
        var before = await SummariesAsync(database);
        before.Count.ShouldBeGreaterThan(8);
        (await RebuildAsync(database)).ShouldBe(before.Count);
        (await SummariesAsync(database)).ShouldBe(before);
    }

    /// <summary>
    /// Whatever is held, ended, gone on with, moved, decided, carried, done, undone, dropped or put off, in whichever order:
    /// the summary kept with it is what a rebuild makes.
    /// </summary>
    [EngineTheory]
    public async Task Summaries_equal_a_rebuild(Engine engine)
    {
        await using var database = await DemoDatabase.Seeded.CopyAsync(engine);
        var first = await SummariesAsync(database);
        var acts = new int[Acts.Length];
        foreach (var moves in Gen.Choose(0, 99_999).ListOf(14).Sample(10))
        {
            foreach (var move in moves)
            {
                acts[move % Acts.Length] += await MoveAsync(database, move) ? 1 : 0;
            }

            var kept = await SummariesAsync(database);
            await RebuildAsync(database);
            (await SummariesAsync(database)).ShouldBe(kept, $"after {string.Join(", ", moves)}");
        }

        // It was no run in which all was refused.
        acts.Count(a => a > 0).ShouldBeGreaterThan(Acts.Length / 2);
        (await SummariesAsync(database)).ShouldNotBe(first);
    }

    [EngineTheory]
    public async Task A_to_do_that_is_done_in_time_counts_with_its_meeting_and_undone_no_more(
        Engine engine
    )
    {
        await using var database = await DemoDatabase.Seeded.CopyAsync(engine);
        await using var db = await OpenAsync(database);
        var toDo = await db.Set<ToDo>()
            .Where(t => t.MeetingId != null && t.Status == WorkStatus.Done)
            .OrderBy(t => t.Id)
            .FirstAsync();
        var before = await InTimeAsync(db, toDo.MeetingId!.Value);

        toDo.Move(WorkStatus.NotStarted, toDo.OwnerId, TestClock.Start).IsOk.ShouldBeTrue();
        await db.SaveChangesAsync();
        (await InTimeAsync(db, toDo.MeetingId.Value)).ShouldBe(before - 1);

        // After its day it is done, and not in time.
        toDo.Move(WorkStatus.Done, toDo.OwnerId, TestClock.Start).IsOk.ShouldBeTrue();
        await db.SaveChangesAsync();
        (await InTimeAsync(db, toDo.MeetingId.Value)).ShouldBe(before - 1);
    }

    [EngineTheory]
    public async Task What_two_people_do_at_once_is_both_counted(Engine engine)
    {
        await using var database = await DemoDatabase.Seeded.CopyAsync(engine);
        List<ToDo> toDos;
        await using (var db = await OpenAsync(database))
        {
            toDos = await db.Set<ToDo>()
                .AsNoTracking()
                .Where(t => t.MeetingId != null && t.Status == WorkStatus.Done)
                .ToListAsync();
        }

        var ofOne = toDos.GroupBy(t => t.MeetingId).First(g => g.Count() > 1).Take(2).ToList();
        await Task.WhenAll(
            ofOne.Select(async one =>
            {
                await using var db = await OpenAsync(database);
                var toDo = await db.Set<ToDo>().SingleAsync(t => t.Id == one.Id);
                toDo.Move(WorkStatus.NotStarted, toDo.OwnerId, TestClock.Start);
                await db.SaveChangesAsync();
            })
        );

        var kept = await SummariesAsync(database);
        await RebuildAsync(database);
        (await SummariesAsync(database)).ShouldBe(kept);
    }

    private delegate Task<Result> Act(ThroughlineDb db, int at);

    private static readonly Act[] Acts =
    [
        // Do, undo and drop.
        async (db, at) => Move(await ToDoAsync(db, at), WorkStatus.Done, at),
        async (db, at) => Move(await ToDoAsync(db, at), WorkStatus.NotStarted, at),
        async (db, at) =>
            (await ToDoAsync(db, at)) is var toDo && at % 3 == 0
                ? toDo.Drop("Not needed", toDo.OwnerId, When(at))
                : toDo.Change(
                    new(toDo.Title, null, Owner(toDo.OwnerId), toDo.DueOn.AddDays(at % 5)),
                    toDo.DueOn
                ),
        // Hold, close and reopen.
        async (db, at) =>
        {
            var meeting = await MeetingAsync(db, at, MeetingState.Planned);
            return meeting.Start(
                meeting.Day,
                meeting.StartUtc(TimeZoneInfo.Utc).AddMinutes(at % 9)
            );
        },
        async (db, at) =>
        {
            var meeting = await MeetingAsync(db, at, MeetingState.InProgress);
            return meeting.End((meeting.StartedAt ?? When(at)).AddMinutes(40 + (at % 70)));
        },
        async (db, at) =>
        {
            var meeting = await MeetingAsync(db, at, MeetingState.Ended);
            return meeting.Resume(meeting.Day, (meeting.EndedAt ?? When(at)).AddMinutes(2));
        },
        async (db, at) =>
        {
            var meeting = await MeetingAsync(db, at, MeetingState.Planned);
            return meeting.CallOff(at % 7 == 0 ? "Storm" : null);
        },
        // Decide, and carry what was decided or said.
        async (db, at) =>
        {
            var meeting = await MeetingAsync(db, at, MeetingState.Ended);
            var unit = await db.Set<Unit>().SingleAsync(u => u.Id == meeting.UnitId);
            var by = meeting.Items.Select(i => i.BroughtById).Order().First();
            var number = await db.Set<Decision>()
                .Where(d => d.UnitId == unit.Id)
                .MaxAsync(d => (int?)d.Number);
            var decision = Decision
                .Propose(
                    unit,
                    (number ?? 0) + 1,
                    new("We begin with samples", null, []),
                    meeting.Id,
                    by,
                    meeting.EndedAt!.Value
                )
                .Value;
            db.Add(decision);
            return decision.Decide(
                new(DecidedAs.LeadersOwn, "We do", null),
                true,
                [],
                by,
                meeting.EndedAt.Value
            );
        },
        async (db, at) =>
        {
            var decision = (await db.Set<Decision>().Where(d => d.MeetingId != null).ToListAsync())
                .OrderBy(d => d.Number)
                .LastOrDefault();
            var step = (await db.Set<ActionStep>().ToListAsync())
                .OrderBy(s => s.Number)
                .ElementAt(at % 2);
            if (
                decision is null
                || decision.UnitId != step.UnitId
                || await db.Set<ThingLink>()
                    .AnyAsync(l => l.ThingId == step.Id && l.OriginId == decision.Id)
            )
            {
                return Result.Refused("None");
            }

            db.Add(ThingLink.CameFrom(step, decision, When(at)));
            return Result.Ok();
        },
        async (db, at) =>
        {
            var step = (await db.Set<ActionStep>().ToListAsync())
                .OrderBy(s => s.Number)
                .ElementAt(at % 2);
            return step.Move(
                at % 2 == 0 ? WorkStatus.Done : WorkStatus.UnderWay,
                step.OwnerId,
                When(at)
            );
        },
        async (db, at) =>
        {
            var meeting = await MeetingAsync(db, at, MeetingState.Ended);
            var unit = await db.Set<Unit>().SingleAsync(u => u.Id == meeting.UnitId);
            return at % 4 == 0
                ? unit.SetTimeZone(at % 8 == 0 ? "America/Los_Angeles" : "America/New_York")
                : Result.Refused("No");
        },
    ];

    private static async Task<bool> MoveAsync(TestDatabase database, int move)
    {
        await using var db = await OpenAsync(database);
        var done = await Acts[move % Acts.Length](db, move / Acts.Length);
        if (done.IsOk)
        {
            await db.SaveChangesAsync();
        }

        return done.IsOk;
    }

    private static Result Move(ToDo toDo, WorkStatus to, int at) =>
        toDo.Move(to, toDo.OwnerId, When(at));

    private static DateTime When(int at) => TestClock.Start.AddDays(-(at % 90));

    private static WorkOwner Owner(Guid id) => new(id, "Someone", true, false);

    private static async Task<ToDo> ToDoAsync(ThroughlineDb db, int at)
    {
        var all = await db.Set<ToDo>().Where(t => t.MeetingId != null).ToListAsync();
        return all.OrderBy(t => t.UnitId).ThenBy(t => t.Number).ElementAt(at % all.Count);
    }

    private static async Task<Meeting> MeetingAsync(ThroughlineDb db, int at, MeetingState state)
    {
        var all = await db.Set<Meeting>()
            .Include(m => m.Items)
            .Include(m => m.Roles)
            .AsSplitQuery()
            .Where(m => m.State != MeetingState.Cancelled)
            .ToListAsync();
        var wanted = all.Where(m => m.State == state).DefaultIfEmpty(all[0]).ToList();
        return wanted.OrderBy(m => m.UnitId).ThenBy(m => m.Number).ElementAt(at % wanted.Count);
    }

    private static Task<int> InTimeAsync(ThroughlineDb db, Guid meeting) =>
        db.Set<FollowUp>().Where(f => f.MeetingId == meeting).SumAsync(f => f.InTime);

    private static async Task<int> RebuildAsync(TestDatabase database)
    {
        await using var db = await OpenAsync(database);
        return await MeetingSummaries.RebuildAsync(db, default);
    }

    private static async Task<List<string>> SummariesAsync(TestDatabase database)
    {
        await using var db = await OpenAsync(database);
        var rows = await db.Set<MeetingSummary>()
            .AsNoTracking()
            .Include(s => s.FollowUps.OrderBy(f => f.DueOn))
            .OrderBy(s => s.MeetingId)
            .ToListAsync();
        return [.. rows.Select(s => JsonSerializer.Serialize(s))];
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
