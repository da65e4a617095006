using Microsoft.EntityFrameworkCore;
using Throughline.Data.Platform;
using Throughline.Data.Tests.Engines;
using Throughline.Domain.Shared;
using Throughline.Domain.Units;
using Throughline.Domain.Work;

namespace Throughline.Data.Tests.Saving;

/// <summary>Whatever hangs on the line is known there by the save that writes it.</summary>
public sealed class ThingsFollowTests
{
    private static readonly DateTime Now = TestClock.Start;
    private static readonly DateOnly Today = new(2027, 1, 20);
    private readonly Unit district = Unit.NewDistrict(
        "Riverbend",
        "riverbend",
        "America/Chicago",
        Now
    ).Value;

    [EngineTheory]
    public async Task A_new_thing_is_known_on_the_line(Engine engine)
    {
        await using var database = await DatabaseAsync(engine);
        var step = await AddAsync(database, 1, "Read the purpose aloud");

        await using var read = database.Open(district.Id);
        var thing = await read.Set<Thing>().SingleAsync();
        (
            thing.Id,
            thing.UnitId,
            thing.Kind,
            thing.Number,
            thing.Title,
            thing.Status,
            thing.PartOfId
        ).ShouldBe(
            (
                step.Id,
                district.Id,
                ThingKind.ActionStep,
                1,
                "Read the purpose aloud",
                ThingStatus.Open,
                null
            )
        );
        // The thing itself is audited; its row would only say so twice.
        (await read.Set<AuditEntry>().CountAsync(e => e.Kind == nameof(Thing))).ShouldBe(0);
    }

    [EngineTheory]
    public async Task What_changes_of_a_thing_changes_on_the_line(Engine engine)
    {
        await using var database = await DatabaseAsync(engine);
        await AddAsync(database, 1, "Read it");
        await using (var db = database.Open(district.Id))
        {
            var step = await db.Set<ActionStep>().SingleAsync();
            step.Move(WorkStatus.UnderWay, step.OwnerId, Now);
            await db.SaveChangesAsync();
            // Again on the same context, whose row is known by now.
            step.Drop("Not now", step.OwnerId, Now);
            await db.SaveChangesAsync();
        }

        await using var read = database.Open(district.Id);
        (await read.Set<Thing>().SingleAsync()).Status.ShouldBe(ThingStatus.Dropped);
    }

    [EngineTheory]
    public async Task A_removed_thing_leaves_its_mark_and_the_links_to_it(Engine engine)
    {
        await using var database = await DatabaseAsync(engine);
        var origin = await AddAsync(database, 1, "The first");
        var step = await AddAsync(database, 2, "Comes of it", origin);
        await using (var db = database.Open(district.Id))
        {
            db.Remove(await db.Set<ActionStep>().SingleAsync(s => s.Id == origin.Id));
            await db.SaveChangesAsync();
        }

        await using var read = database.Open(district.Id);
        var mark = await read.Set<Thing>().SingleAsync(t => t.Id == origin.Id);
        mark.RemovedAt.ShouldNotBeNull();
        mark.Title.ShouldBe("The first");
        (await read.Set<ThingLink>().SingleAsync()).ThingId.ShouldBe(step.Id);
    }

    [EngineTheory]
    public async Task A_refused_save_leaves_the_line_as_it_was(Engine engine)
    {
        await using var database = await DatabaseAsync(engine);
        await AddAsync(database, 1, "The first");

        await Should.ThrowAsync<DbUpdateException>(() =>
            AddAsync(database, 1, "Takes the same number")
        );
        await using (var stale = database.Open(district.Id))
        {
            var step = await stale.Set<ActionStep>().SingleAsync();
            await using (var other = database.Open(district.Id))
            {
                (await other.Set<ActionStep>().SingleAsync()).Move(
                    WorkStatus.Done,
                    step.OwnerId,
                    Now
                );
                await other.SaveChangesAsync();
            }

            step.Move(WorkStatus.UnderWay, step.OwnerId, Now);
            await Should.ThrowAsync<DbUpdateConcurrencyException>(() => stale.SaveChangesAsync());
        }

        await using var read = database.Open(district.Id);
        (await read.Set<Thing>().SingleAsync()).Status.ShouldBe(ThingStatus.Done);
    }

    [EngineTheory]
    public async Task The_same_link_is_there_once(Engine engine)
    {
        await using var database = await DatabaseAsync(engine);
        var origin = await AddAsync(database, 1, "The first");
        var step = await AddAsync(database, 2, "Comes of it", origin);
        await using var db = database.Open(district.Id);
        db.Add(ThingLink.CameFrom(step, origin, Now));
        await Should.ThrowAsync<DbUpdateException>(() => db.SaveChangesAsync());
    }

    [EngineTheory]
    public async Task The_mark_of_a_thing_that_is_there_cannot_be_taken_away(Engine engine)
    {
        await using var database = await DatabaseAsync(engine);
        await AddAsync(database, 1, "Kept");
        await using var db = database.Open(district.Id);
        await Should.ThrowAsync<System.Data.Common.DbException>(() =>
            db.Set<Thing>().ExecuteDeleteAsync()
        );
    }

    private async Task<TestDatabase> DatabaseAsync(Engine engine)
    {
        var database = await TestDatabase.MigratedAsync(engine);
        await using var db = database.Open(district.Id);
        db.Add(district);
        db.Add(Person);
        await db.SaveChangesAsync();
        return database;
    }

    private Person Person =>
        person ??= Domain.Units.Person.New(district.Id, "Theo", "Lindqvist", null, Now).Value;

    private Person? person;

    private async Task<ActionStep> AddAsync(
        TestDatabase database,
        int number,
        string title,
        ActionStep? origin = null
    )
    {
        await using var db = database.Open(district.Id);
        var step = Step(number, title, Person.Id);
        db.Add(step);
        if (origin is not null)
        {
            db.Add(ThingLink.CameFrom(step, origin, Now));
        }

        await db.SaveChangesAsync();
        return step;
    }

    private ActionStep Step(int number, string title, Guid owner) =>
        ActionStep
            .Add(
                district,
                number,
                new WorkPlan(title, null, new WorkOwner(owner, "Theo", true, false), Today),
                owner,
                Today,
                Now
            )
            .Value;
}
