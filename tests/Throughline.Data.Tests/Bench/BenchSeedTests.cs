using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Throughline.Data.Bench;
using Throughline.Data.Platform;
using Throughline.Data.Tests.Engines;
using Throughline.Domain.Assessments;
using Throughline.Domain.Meetings;
using Throughline.Domain.Shared;
using Throughline.Domain.Teams;
using Throughline.Domain.Units;
using Throughline.Domain.Work;

namespace Throughline.Data.Tests.Bench;

public sealed class BenchSeedTests
{
    private const int Items = 19;

    [EngineTheory]
    public async Task It_holds_as_many_schools_members_rounds_and_ratings_as_its_size_says(
        Engine engine
    )
    {
        await using var database = await BenchDatabase.Seeded.CopyAsync(engine);
        await using var db = await BenchAsync(database);
        var tiny = BenchDatabase.Tiny;
        var members = tiny.Schools * BenchSize.Team;

        (await db.Set<Unit>().CountAsync(u => u.Kind == UnitKind.School)).ShouldBe(tiny.Schools);
        (await db.Set<SchoolYear>().CountAsync()).ShouldBe(tiny.Years);
        (await db.Set<IltMembership>().CountAsync(m => m.Until == null)).ShouldBe(members);
        (await db.Set<Round>().CountAsync()).ShouldBe(tiny.Schools * tiny.Rounds);
        (await db.Set<RoundRater>().CountAsync()).ShouldBe(members * tiny.Rounds);
        (await db.Set<Rating>().CountAsync()).ShouldBe(members * Items * (tiny.Rounds - 1));
        (await db.Set<PublishedResult>().CountAsync()).ShouldBe(tiny.Schools * (tiny.Rounds - 1));
        var agreed = tiny.Schools * (tiny.Rounds - 1) * BenchSize.AgreedEach;
        (await db.Set<AgreedItem>().CountAsync()).ShouldBe(agreed);
        (await db.Set<ActionStep>().CountAsync()).ShouldBe(agreed);
        var carried =
            await db.Set<Meeting>().CountAsync()
            + await db.Set<AgendaItem>().CountAsync()
            + await db.Set<ToDo>().CountAsync()
            + await db.Set<Rock>().CountAsync()
            + await db.Set<Issue>().CountAsync()
            + await db.Set<Decision>().CountAsync();
        (await db.Set<Thing>().CountAsync()).ShouldBe(
            (agreed * 2) + (tiny.Schools * tiny.Rounds) + carried
        );
        (await db.Set<Person>().CountAsync()).ShouldBe(
            (tiny.Schools * BenchSize.Staff) + 2 + tiny.Supervisors
        );
        (await db.Users.CountAsync(a => a.PasswordHash != null)).ShouldBe(
            await db.Set<Person>().CountAsync()
        );
    }

    [EngineTheory]
    public async Task The_same_seed_makes_the_same_rows_and_another_one_others(Engine engine)
    {
        var one = await PrintAsync(engine, 1);
        (await PrintAsync(engine, 1)).ShouldBe(one);
        (await PrintAsync(engine, 2)).ShouldNotBe(one);
    }

    [EngineTheory]
    public async Task Its_results_are_those_of_its_ratings(Engine engine)
    {
        await using var database = await BenchDatabase.Seeded.CopyAsync(engine);
        await using var db = await BenchAsync(database);
        var published = await db.Set<PublishedResult>().ToListAsync();
        var answers = await db.Set<Rating>().AsNoTracking().ToListAsync();

        foreach (var one in published)
        {
            var results = one.Read().Team;
            results.Invited.ShouldBe(BenchSize.Team);
            results.Answered.ShouldBe(BenchSize.Team);
            foreach (var item in results.Items.Where(i => !i.IsTooFew))
            {
                var levels = answers
                    .Where(a => a.RoundId == one.RoundId && a.ItemKey == item.ItemKey)
                    .Select(a => a.Level)
                    .ToList();
                item.Figures!.Counts.Sum(c => c.Level * c.People).ShouldBe(levels.Sum() ?? 0);
                item.Figures.NotSeen.ShouldBe(levels.Count(l => l is null));
            }
        }
    }

    [EngineTheory]
    public async Task Every_rating_has_its_history_and_every_row_the_version_of_a_first_save(
        Engine engine
    )
    {
        await using var database = await BenchDatabase.Seeded.CopyAsync(engine);
        await using var db = await BenchAsync(database);

        (
            await db.Set<Rating>()
                .CountAsync(r =>
                    db.Set<RatingHistory>()
                        .Count(h =>
                            h.RoundId == r.RoundId
                            && h.PersonId == r.PersonId
                            && h.ItemKey == r.ItemKey
                        ) != r.Version
                )
        ).ShouldBe(0);
        (await db.Set<Round>().AllAsync(r => r.Version == 1)).ShouldBeTrue();
        (await db.Set<Person>().AllAsync(p => p.Version == 1)).ShouldBeTrue();
        (await db.Set<InstrumentVersion>().CountAsync(v => v.FirstUsedAt != null)).ShouldBe(1);
    }

    [EngineTheory]
    public async Task The_last_round_of_each_school_is_open_and_waits_for_its_raters(Engine engine)
    {
        await using var database = await BenchDatabase.Seeded.CopyAsync(engine);
        await using var db = await BenchAsync(database);
        var today = DateOnly.FromDateTime(TestClock.Start);
        var open = await db.Set<Round>()
            .Include(r => r.Raters)
            .Where(r => r.ClosedAt == null)
            .ToListAsync();

        open.Count.ShouldBe(BenchDatabase.Tiny.Schools);
        open.ShouldAllBe(r => r.StateOn(today) == RoundState.Open);
        open.SelectMany(r => r.Raters).ShouldAllBe(r => !r.HasBegun);
    }

    [Fact]
    public async Task No_row_of_it_hangs_in_the_air()
    {
        // PostgreSQL checks keys while it loads; SQLite does not.
        await using var database = await BenchDatabase.Seeded.CopyAsync(Engine.Sqlite);
        await using var db = database.Open();
        (
            await db
                .Database.SqlQuery<string>(
                    $"SELECT \"table\" AS Value FROM pragma_foreign_key_check"
                )
                .ToListAsync()
        ).ShouldBeEmpty();
    }

    [EngineTheory]
    public async Task It_is_made_in_an_empty_database_only(Engine engine)
    {
        await using var database = await BenchDatabase.Seeded.CopyAsync(engine);
        await using var db = database.Open();

        var again = await BenchDatabase.SeedAsync(db);

        again.IsOk.ShouldBeFalse();
        again.Refusal!.Message.ShouldContain("empty");
    }

    [EngineTheory]
    public async Task Its_passwords_are_known_and_so_it_is_marked(Engine engine)
    {
        await using var database = await BenchDatabase.Seeded.CopyAsync(engine);
        await using var db = database.Open();

        (await Installation.HasKnownPasswordsAsync(db)).ShouldBeTrue();
        (await Installation.IsDemoAsync(db)).ShouldBeFalse();
    }

    internal static async Task<ThroughlineDb> BenchAsync(TestDatabase database)
    {
        await using var outside = database.Open();
        var district = await outside
            .Set<Unit>()
            .IgnoreQueryFilters()
            .SingleAsync(u => u.Kind == UnitKind.District);
        return database.Open(district.Id);
    }

    // Everything but ids and secrets, one line a row.
    private static async Task<string> PrintAsync(Engine engine, int seed)
    {
        await using var database = await TestDatabase.MigratedAsync(engine);
        await using (var seeding = database.Open())
        {
            (await BenchDatabase.SeedAsync(seeding, seed)).IsOk.ShouldBeTrue();
        }

        await using var db = await BenchAsync(database);
        var lines = await db.Set<Rating>()
            .Join(db.Set<Person>(), r => r.PersonId, p => p.Id, (r, p) => new { r, p })
            .Join(
                db.Set<Round>(),
                x => x.r.RoundId,
                r => r.Id,
                (x, r) =>
                    new
                    {
                        x.r,
                        x.p,
                        round = r,
                    }
            )
            .Select(x => new
            {
                x.p.Email,
                x.p.SearchText,
                x.round.Number,
                x.r.ItemKey,
                x.r.Level,
                x.r.Version,
                x.r.SavedAt,
            })
            .ToListAsync();
        var notes = await db.Set<RatingNote>().Select(n => n.Text).ToListAsync();
        return string.Join(
            '\n',
            lines
                .Select(l => string.Create(CultureInfo.InvariantCulture, $"{l}"))
                .Concat(notes!)
                .Concat(await BenchMeetingsTests.PrintAsync(db))
                .Order(StringComparer.Ordinal)
        );
    }
}
