using Microsoft.EntityFrameworkCore;
using Throughline.Data.Roster;
using Throughline.Data.Tests.Engines;
using Throughline.Domain.Shared;
using Throughline.Domain.Units;
using Throughline.Domain.Units.Roster;

namespace Throughline.Data.Tests.Roster;

/// <summary>A database with one district, into which rosters are brought.</summary>
internal sealed class RosterDistrict : IAsyncDisposable
{
    private RosterDistrict(TestDatabase database, Guid id) => (Database, Id) = (database, id);

    public TestDatabase Database { get; }

    public Guid Id { get; }

    public static async Task<RosterDistrict> MakeAsync(
        Engine engine,
        string name = "Solar District"
    )
    {
        var database = await TestDatabase.MigratedAsync(engine);
        var district = Unit.NewDistrict(name, "solar", "America/New_York", TestClock.Start).Value;
        await using var db = database.Open(district.Id);
        db.Add(district);
        await db.SaveChangesAsync();
        return new RosterDistrict(database, district.Id);
    }

    public ThroughlineDb Open() => Database.Open(Id);

    /// <summary>Reads and applies, as a person would who agrees with everything.</summary>
    public async Task<RosterChanges> ImportAsync(RosterZipBuilder zip)
    {
        await using var db = Open();
        var state = (await DistrictRoster.LoadAsync(db, forChange: false, default)).State;
        var applied = await new RosterImporter(db, new TestClock()).ApplyAsync(
            zip.Read(state).Accepted(),
            _ => Result.Ok(),
            (_, _) => Task.FromResult(Result.Ok()),
            default
        );
        return applied.Value;
    }

    public async Task<T> ReadAsync<T>(Func<ThroughlineDb, Task<T>> query)
    {
        await using var db = Open();
        return await query(db);
    }

    public Task<Person> PersonAsync(string sourcedId) =>
        ReadAsync(db => db.Set<Person>().SingleAsync(p => p.SourcedId == sourcedId));

    public Task<List<string>> RolesAsync(string sourcedId) =>
        ReadAsync(db =>
            db.Set<RoleAssignment>()
                .Join(db.Set<Person>(), r => r.PersonId, p => p.Id, (r, p) => new { r, p })
                .Join(
                    db.Set<Unit>(),
                    x => x.r.UnitId,
                    u => u.Id,
                    (x, u) =>
                        new
                        {
                            x.r,
                            x.p,
                            u,
                        }
                )
                .Where(x => x.p.SourcedId == sourcedId)
                .OrderBy(x => x.r.Role)
                .ThenBy(x => x.r.Status)
                .ThenBy(x => x.u.Name)
                .Select(x => $"{x.r.Role} {x.u.Name} {x.r.Status}")
                .ToListAsync()
        );

    public async Task ChangeAsync(Func<ThroughlineDb, Task> change)
    {
        await using var db = Open();
        await change(db);
        await db.SaveChangesAsync();
    }

    public ValueTask DisposeAsync() => Database.DisposeAsync();
}
