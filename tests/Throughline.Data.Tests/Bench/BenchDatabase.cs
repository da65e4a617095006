using Microsoft.EntityFrameworkCore;
using Throughline.Data.Bench;
using Throughline.Data.Tests.Demo;
using Throughline.Data.Tests.Engines;
using Throughline.Domain.Shared;

namespace Throughline.Data.Tests.Bench;

/// <summary>A district to measure with, as small as shows every rule: three schools, two years.</summary>
public static class BenchDatabase
{
    public static readonly BenchSize Tiny = new("tiny", 3, 2);

    /// <summary>Made once for all tests.</summary>
    public static DatabaseTemplate Seeded { get; } =
        new(async database =>
        {
            await using var db = database.Open();
            await db.Database.MigrateAsync();
            (await SeedAsync(db)).IsOk.ShouldBeTrue();
        });

    public static Task<Result<long>> SeedAsync(ThroughlineDb db, int seed = 1) =>
        new BenchSeed(db, DemoDatabase.Instruments, DemoDatabase.Agendas).RunAsync(
            Tiny,
            seed,
            TestClock.Start,
            _ => { }
        );
}
