using Microsoft.EntityFrameworkCore;
using Throughline.Domain.Units;

namespace Throughline.Data.Tests.Engines;

public sealed class EngineTests
{
    [EngineTheory]
    public async Task Every_test_has_a_database_of_its_own(Engine engine)
    {
        await using var one = await TestDatabase.MigratedAsync(engine);
        await using var other = await TestDatabase.MigratedAsync(engine);
        var district = Unit.NewDistrict(
            "Riverbend",
            "riverbend",
            "America/Chicago",
            TestClock.Start
        ).Value;

        await using (var db = one.Open(district.Id))
        {
            db.Add(district);
            await db.SaveChangesAsync();
        }

        await using var read = one.Open(district.Id);
        (await read.Set<Unit>().SingleAsync()).Name.ShouldBe("Riverbend");
        await using var elsewhere = other.Open(district.Id);
        (await elsewhere.Set<Unit>().CountAsync()).ShouldBe(0);
        elsewhere.Database.IsNpgsql().ShouldBe(engine == Engine.Postgres);
    }
}
