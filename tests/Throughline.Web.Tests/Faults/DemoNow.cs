using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Data.Demo;
using Throughline.Data.Tests.Demo;
using Throughline.Data.Tests.Engines;
using Throughline.Domain.Units;

namespace Throughline.Web.Tests.Faults;

/// <summary>The demo district as of now, for processes that live by the real clock: its rounds and meetings must be on today.</summary>
internal static class DemoNow
{
#pragma warning disable RS0030 // No test clock reaches into another process.
    public static DateTime Time => TimeProvider.System.GetUtcNow().UtcDateTime;
#pragma warning restore RS0030

    public static async Task<TestDatabase> SeededAsync(Engine engine)
    {
        var database = await TestDatabase.MigratedAsync(engine);
        await using var db = database.Open();
        (await DemoDatabase.Seed(db).RunAsync(Time)).IsOk.ShouldBeTrue();
        return database;
    }

    public static async Task<Guid> PersonAsync(TestDatabase database, string email)
    {
        await using var db = await EnterAsync(database);
        return await db.Set<Person>().Where(p => p.Email == email).Select(p => p.Id).SingleAsync();
    }

    /// <summary>A context that has entered the demo district.</summary>
    public static async Task<ThroughlineDb> EnterAsync(TestDatabase database)
    {
        await using var any = database.Open();
        var district = await any.Set<Unit>()
            .IgnoreQueryFilters()
            .Where(u => u.Slug == DemoDistrict.District)
            .Select(u => u.Id)
            .SingleAsync();
        return database.Open(district);
    }
}
