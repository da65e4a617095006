using Microsoft.EntityFrameworkCore;
using Throughline.Data.Platform;
using Throughline.Data.Saving;
using Throughline.Data.Tests.Engines;
using Throughline.Domain.Units;

namespace Throughline.Data.Tests.Saving;

public sealed class ManyRowsTests
{
    private const int Many = 150;

    [EngineTheory]
    public async Task Many_rows_are_saved_as_they_are_one_by_one(Engine engine)
    {
        await using var database = await TestDatabase.MigratedAsync(engine);
        var many = await SaveAsync(
            database,
            "many",
            db => db.SaveManyAsync(TestClock.Start, default)
        );
        var each = await SaveAsync(database, "each", db => db.SaveChangesAsync());

        many.People.ShouldBe(each.People);
        many.Trail.ShouldBe(each.Trail);
        many.Trail.Count.ShouldBe((2 * Many) + 2);
    }

    [EngineTheory]
    public async Task A_row_of_another_district_is_refused_among_many(Engine engine)
    {
        await using var database = await TestDatabase.MigratedAsync(engine);
        await using var db = database.Open(District("one").Id);
        db.AddRange(People(District("other")));

        await Should.ThrowAsync<InvalidOperationException>(() =>
            db.SaveManyAsync(TestClock.Start, default)
        );
    }

    [EngineTheory]
    public async Task A_value_that_may_stand_only_once_is_recognised_among_many(Engine engine)
    {
        await using var database = await TestDatabase.MigratedAsync(engine);
        var district = District("many");
        await using var db = database.Open(district.Id);
        db.Add(district);
        db.AddRange(People(district));
        db.AddRange(People(district));

        var failure = await Should.ThrowAsync<DbUpdateException>(() =>
            InTransactionAsync(db, () => db.SaveManyAsync(TestClock.Start, default))
        );
        UniqueViolation.Is(failure).ShouldBeTrue();
    }

    private static Unit District(string slug) =>
        Unit.NewDistrict("District", slug, "America/Chicago", TestClock.Start).Value;

    private static IEnumerable<Person> People(Unit district) =>
        Enumerable
            .Range(0, Many)
            .Select(i =>
                Person
                    .New(
                        district.Id,
                        $"Given {i}",
                        "Nuñez",
                        i % 2 == 0 ? null : $"p{i}@x.org",
                        TestClock.Start,
                        $"id{i}"
                    )
                    .Value
            );

    private static async Task<(List<string> People, List<string> Trail)> SaveAsync(
        TestDatabase database,
        string slug,
        Func<ThroughlineDb, Task> save
    )
    {
        var district = District(slug);
        await using (var db = database.Open(district.Id))
        {
            var people = People(district).ToList();
            people[3].Leave(new DateOnly(2027, 1, 4));
            db.AddRange(people);
            db.Add(district);
            db.AddRange(
                people.Select(p =>
                    RoleAssignment.Give(p.Id, district, Role.Staff, TestClock.Start).Value
                )
            );
            await InTransactionAsync(db, () => save(db));
        }

        await using var read = database.Open(district.Id);
        var kept = await read.Set<Person>().OrderBy(p => p.SourcedId).ToListAsync();
        var trail = await read.Set<AuditEntry>().ToListAsync();
        return (
            [
                .. kept.Select(p =>
                    $"{p.SourcedId} {p.FullName} {p.Email} {p.SearchText} {p.SetByHand} {p.LeftOn:O} {p.Version}"
                ),
            ],
            [.. trail.Select(t => $"{t.Kind} {t.Action} {t.At:O}").Order(StringComparer.Ordinal)]
        );
    }

    private static Task InTransactionAsync(ThroughlineDb db, Func<Task> work) =>
        db
            .Database.CreateExecutionStrategy()
            .ExecuteAsync(async () =>
            {
                await using var transaction = await db.Database.BeginTransactionAsync();
                await work();
                await transaction.CommitAsync();
            });
}
