using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Throughline.Data.Platform;
using Throughline.Data.Saving;
using Throughline.Data.Tests.Engines;
using Throughline.Domain.Shared;
using Throughline.Domain.Units;

namespace Throughline.Data.Tests.Saving;

public sealed class SaveRulesTests
{
    private static readonly DateTime Now = TestClock.Start;
    private readonly Unit riverbend = District("Riverbend", "riverbend");
    private readonly Unit stonecreek = District("Stonecreek", "stonecreek");

    [EngineTheory]
    public async Task A_district_sees_its_own_rows_and_no_others(Engine engine)
    {
        await using var database = await BothDistrictsAsync(engine);

        await using var db = database.Open(riverbend.Id);
        (await db.Set<Unit>().Select(u => u.Slug).ToListAsync()).ShouldBe(["riverbend"]);
        (await db.Set<Unit>().CountAsync(u => u.Id == stonecreek.Id)).ShouldBe(0);
        db.Scope.Enter(stonecreek.Id);
        (await db.Set<Unit>().Select(u => u.Slug).ToListAsync()).ShouldBe(["stonecreek"]);
    }

    [EngineTheory]
    public async Task Outside_a_district_there_is_nothing_to_see(Engine engine)
    {
        await using var database = await BothDistrictsAsync(engine);
        await using var db = database.Open();
        (await db.Set<Unit>().CountAsync()).ShouldBe(0);
        (await db.Set<AuditEntry>().CountAsync()).ShouldBe(0);
    }

    [EngineTheory]
    public async Task A_row_of_another_district_is_never_written(Engine engine)
    {
        await using var database = await BothDistrictsAsync(engine);

        await using (var adding = database.Open(riverbend.Id))
        {
            adding.Add(Unit.NewSchool(stonecreek, "Planted", "planted", Now).Value);
            await Should.ThrowAsync<InvalidOperationException>(() => adding.SaveChangesAsync());
        }

        await using (var changing = database.Open(riverbend.Id))
        {
            var theirs = await changing
                .Set<Unit>()
                .IgnoreQueryFilters()
                .SingleAsync(u => u.Id == stonecreek.Id);
            theirs.Rename("Taken over");
            await Should.ThrowAsync<InvalidOperationException>(() => changing.SaveChangesAsync());
        }

        await using (var removing = database.Open(riverbend.Id))
        {
            removing.Remove(
                await removing
                    .Set<Unit>()
                    .IgnoreQueryFilters()
                    .SingleAsync(u => u.Id == stonecreek.Id)
            );
            await Should.ThrowAsync<InvalidOperationException>(() => removing.SaveChangesAsync());
        }

        await using var read = database.Open(stonecreek.Id);
        (await read.Set<Unit>().Select(u => u.Name).ToListAsync()).ShouldBe(["Stonecreek"]);
    }

    [EngineTheory]
    public async Task Who_changed_what_and_when_is_saved_with_the_change(Engine engine)
    {
        await using var database = await BothDistrictsAsync(engine);
        var clock = new TestClock { Now = Now.AddHours(3) };
        var person = Ids.New(Now);

        await using (var db = database.Open(riverbend.Id, person, clock))
        {
            (await db.Set<Unit>().SingleAsync()).Rename("Riverbend Public Schools");
            await db.SaveChangesAsync();
        }

        await using var read = database.Open(riverbend.Id);
        var entry = await read.Set<AuditEntry>().SingleAsync(e => e.Action == AuditAction.Changed);
        entry.PersonId.ShouldBe(person);
        entry.At.ShouldBe(clock.Now);
        entry.Kind.ShouldBe("Unit");
        entry.ThingId.ShouldBe(riverbend.Id);
        var changes = JsonDocument.Parse(entry.Changes).RootElement;
        changes
            .GetProperty("Name")
            .EnumerateArray()
            .Select(v => v.GetString())
            .ShouldBe(["Riverbend", "Riverbend Public Schools"]);
    }

    [EngineTheory]
    public async Task A_change_that_fails_leaves_no_trace_of_having_happened(Engine engine)
    {
        await using var database = await BothDistrictsAsync(engine);
        int before;
        await using (var db = database.Open(riverbend.Id))
        {
            before = await db.Set<AuditEntry>().CountAsync();
            db.Add(Unit.NewSchool(riverbend, "Lincoln", "lincoln", Now).Value);
            // The other district's address: taken in the whole installation.
            db.Add(Unit.NewSchool(riverbend, "Copy", "stonecreek", Now).Value);
            await Should.ThrowAsync<DbUpdateException>(() => db.SaveChangesAsync());
        }

        await using var read = database.Open(riverbend.Id);
        (await read.Set<AuditEntry>().CountAsync()).ShouldBe(before);
        (await read.Set<Unit>().CountAsync()).ShouldBe(1);
    }

    [EngineTheory]
    public async Task A_save_from_an_old_version_is_refused_and_overwrites_nothing(Engine engine)
    {
        await using var database = await BothDistrictsAsync(engine);
        await using var first = database.Open(riverbend.Id);
        await using var second = database.Open(riverbend.Id);
        var mine = await first.Set<Unit>().SingleAsync();
        var yours = await second.Set<Unit>().SingleAsync();
        var before = mine.Version;

        mine.Rename("Mine");
        await first.SaveChangesAsync();
        yours.Rename("Yours");

        await Should.ThrowAsync<DbUpdateConcurrencyException>(() => second.SaveChangesAsync());
        await using var read = database.Open(riverbend.Id);
        var kept = await read.Set<Unit>().SingleAsync();
        kept.Name.ShouldBe("Mine");
        kept.Version.ShouldBe(before + 1);
    }

    [EngineTheory]
    public async Task A_form_made_from_an_old_version_is_refused(Engine engine)
    {
        await using var database = await BothDistrictsAsync(engine);
        await using var db = database.Open(riverbend.Id);
        var unit = await db.Set<Unit>().SingleAsync();
        db.Entry(unit).Property(u => u.Version).OriginalValue = unit.Version - 1;
        unit.Rename("From an old form");
        await Should.ThrowAsync<DbUpdateConcurrencyException>(() => db.SaveChangesAsync());
    }

    [EngineTheory]
    public async Task A_taken_key_is_told_from_other_failures(Engine engine)
    {
        await using var database = await BothDistrictsAsync(engine);

        await using var taken = database.Open(riverbend.Id);
        taken.Add(Unit.NewSchool(riverbend, "Copy", "stonecreek", Now).Value);
        var unique = await Should.ThrowAsync<DbUpdateException>(() => taken.SaveChangesAsync());
        UniqueViolation.Is(unique).ShouldBeTrue();

        await using var dangling = database.Open(riverbend.Id);
        dangling.Add(RoleAssignment.Give(Ids.New(Now), riverbend, Role.Administrator, Now).Value);
        var reference = await Should.ThrowAsync<DbUpdateException>(() =>
            dangling.SaveChangesAsync()
        );
        UniqueViolation.Is(reference).ShouldBeFalse();
    }

    [EngineTheory]
    public async Task Ids_come_back_in_the_order_in_which_they_were_made(Engine engine)
    {
        await using var database = await BothDistrictsAsync(engine);
        // Milliseconds apart: within one, version-7 ids are in no order.
        var people = Enumerable
            .Range(0, 40)
            .Select(n =>
                Person
                    .New(
                        riverbend.Id,
                        n.ToString(CultureInfo.InvariantCulture),
                        "Order",
                        null,
                        Now.AddMilliseconds(n)
                    )
                    .Value
            )
            .ToList();
        await using (var db = database.Open(riverbend.Id))
        {
            db.AddRange(people.AsEnumerable().Reverse());
            await db.SaveChangesAsync();
        }

        await using var read = database.Open(riverbend.Id);
        (
            await read.Set<Person>().OrderBy(p => p.Id).Select(p => p.GivenName).ToListAsync()
        ).ShouldBe(people.Select(p => p.GivenName));
        // What a page of a long list asks for.
        var after = people[29].Id;
        (
            await read.Set<Person>()
                .Where(p => p.Id.CompareTo(after) > 0)
                .OrderBy(p => p.Id)
                .Select(p => p.GivenName)
                .ToListAsync()
        ).ShouldBe(people.Skip(30).Select(p => p.GivenName));
    }

    [EngineTheory]
    public async Task Times_are_kept_in_UTC_to_the_microsecond(Engine engine)
    {
        await using var database = await BothDistrictsAsync(engine);
        var precise = new DateTime(2027, 3, 14, 8, 59, 59, DateTimeKind.Utc).AddTicks(1_234_567);
        await using (var db = database.Open(riverbend.Id))
        {
            db.Add(
                OutboxMail.Write(riverbend.Id, "a@riverbend.example", "Subject", "Text", precise)
            );
            await db.SaveChangesAsync();
        }

        await using var read = database.Open(riverbend.Id);
        var mail = await read.Set<OutboxMail>().SingleAsync();
        mail.CreatedAt.Kind.ShouldBe(DateTimeKind.Utc);
        mail.CreatedAt.ShouldBe(precise.AddTicks(-7));
        (await read.Set<OutboxMail>().CountAsync(m => m.DueAt > precise.AddMinutes(-1))).ShouldBe(
            1
        );
        (await read.Set<OutboxMail>().CountAsync(m => m.DueAt > precise)).ShouldBe(0);
    }

    private async Task<TestDatabase> BothDistrictsAsync(Engine engine)
    {
        var database = await TestDatabase.MigratedAsync(engine);
        foreach (var unit in new[] { riverbend, stonecreek })
        {
            await using var db = database.Open(unit.Id);
            db.Add(unit);
            await db.SaveChangesAsync();
        }

        return database;
    }

    private static Unit District(string name, string slug) =>
        Unit.NewDistrict(name, slug, "America/Chicago", Now).Value;
}
