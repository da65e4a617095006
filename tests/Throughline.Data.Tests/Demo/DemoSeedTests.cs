using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Throughline.Data.Demo;
using Throughline.Data.Platform;
using Throughline.Data.Tests.Engines;
using Throughline.Domain.Teams;
using Throughline.Domain.Units;

namespace Throughline.Data.Tests.Demo;

public sealed class DemoSeedTests
{
    [EngineTheory]
    public async Task Riverbend_has_schools_of_every_kind_in_mid_year(Engine engine)
    {
        await using var database = await DemoDatabase.Seeded.CopyAsync(engine);
        await using var db = await RiverbendAsync(database);

        var schools = await db.Set<Unit>().Where(u => u.Kind == UnitKind.School).ToListAsync();
        schools
            .Select(s => s.Slug)
            .ShouldBe(
                [
                    DemoDistrict.Lincoln,
                    DemoDistrict.Tubman,
                    DemoDistrict.High,
                    DemoDistrict.Roosevelt,
                    DemoDistrict.NewSchool,
                    DemoDistrict.ClosedSchool,
                ],
                ignoreOrder: true
            );
        schools.Single(s => s.ClosedOn is not null).Slug.ShouldBe(DemoDistrict.ClosedSchool);
        foreach (
            var school in schools.Where(s =>
                s.Slug is not (DemoDistrict.NewSchool or DemoDistrict.ClosedSchool)
            )
        )
        {
            var staff = await db.Set<RoleAssignment>()
                .Where(r => r.UnitId == school.Id && r.Status == RoleStatus.Active)
                .Select(r => r.PersonId)
                .Distinct()
                .CountAsync();
            staff.ShouldBeInRange(15, 40, school.Name);
        }

        var today = DateOnly.FromDateTime(TestClock.Start);
        (
            await db.Set<SchoolYear>().CountAsync(y => y.FirstDay < today && today < y.LastDay)
        ).ShouldBe(1);
    }

    [EngineTheory]
    public async Task Teams_show_what_goes_well_and_what_is_missing(Engine engine)
    {
        await using var database = await DemoDatabase.Seeded.CopyAsync(engine);
        await using var db = await RiverbendAsync(database);
        var units = await db.Set<Unit>().ToDictionaryAsync(u => u.Id, u => u.Slug);
        var size = (await db.Set<Ilt>().Include(i => i.Memberships).ToListAsync()).ToDictionary(
            i => units[i.UnitId],
            i => i.Memberships.Count(m => m.Until is null)
        );

        size[DemoDistrict.Lincoln].ShouldBe(12);
        size[DemoDistrict.Roosevelt].ShouldBeLessThan(Ilt.PreferredFewest);
        size.ShouldContainKey(DemoDistrict.District);
        size.ShouldNotContainKey(DemoDistrict.NewSchool);
        var unspoken = await db.Set<InstructionalTeam>()
            .SingleAsync(t => t.Name == DemoDistrict.UnspokenProgram);
        (
            await db.Set<IltMembership>().AnyAsync(m => m.SpeaksForTeamId == unspoken.Id)
        ).ShouldBeFalse();
        (await db.Set<IltMembership>().CountAsync(m => m.Until != null)).ShouldBe(1);
    }

    [EngineTheory]
    public async Task People_stand_at_every_step_of_joining_and_leaving(Engine engine)
    {
        await using var database = await DemoDatabase.Seeded.CopyAsync(engine);
        await using var db = await RiverbendAsync(database);
        var people = await db.Set<Person>().ToListAsync();
        var accounts = await db.Set<Account>().ToDictionaryAsync(a => a.Id);

        people.ShouldContain(p => p.LeftOn != null);
        people.ShouldContain(p => p.Email == null && p.LeftOn == null);
        people.ShouldContain(p => p.Email != null && p.InvitedAt == null);
        people.ShouldContain(p => p.InvitedAt != null && accounts[p.Id].LastSignInAt == null);
        (
            await db.Set<RoleAssignment>().CountAsync(r => r.Status == RoleStatus.Proposed)
        ).ShouldBeGreaterThan(2);
    }

    [EngineTheory]
    public async Task Everyone_on_the_sign_in_page_can_sign_in(Engine engine)
    {
        await using var database = await DemoDatabase.Seeded.CopyAsync(engine);
        await using var db = database.Open();
        var hasher = new PasswordHasher<Account>();
        foreach (var persona in DemoDistrict.Personas)
        {
            var account = await db.Set<Account>()
                .SingleAsync(a => a.NormalizedEmail == persona.Email.ToUpperInvariant());
            hasher
                .VerifyHashedPassword(account, account.PasswordHash!, DemoDistrict.Password)
                .ShouldBe(PasswordVerificationResult.Success, persona.Email);
            db.Scope.Enter(account.DistrictId);
            var person = await db.Set<Person>().SingleAsync(p => p.Id == account.Id);
            person.FullName.ShouldBe(persona.Name);
            person.LeftOn.ShouldBeNull();
            var district = await db.Set<Unit>().SingleAsync(u => u.Kind == UnitKind.District);
            (district.Slug == DemoDistrict.OtherDistrict).ShouldBe(persona.Key == "outsider");
        }
    }

    [EngineTheory]
    public async Task Seeding_twice_changes_nothing(Engine engine)
    {
        await using var database = await DemoDatabase.Seeded.CopyAsync(engine);
        await using var db = database.Open();
        var rows = await CountRowsAsync(db);

        var again = await DemoDatabase.Seed(db).RunAsync(TestClock.Start.AddDays(3));

        again.Value.ShouldBe(DemoOutcome.ThereAlready);
        (await CountRowsAsync(db)).ShouldBe(rows);
        (await Installation.IsDemoAsync(db)).ShouldBeTrue();
    }

    [EngineTheory]
    public async Task An_installation_with_a_district_of_its_own_is_left_alone(Engine engine)
    {
        await using var database = await TestDatabase.MigratedAsync(engine);
        var district = Unit.NewDistrict("Ours", "ours", "America/Chicago", TestClock.Start).Value;
        await using (var db = database.Open(district.Id))
        {
            db.Add(district);
            await db.SaveChangesAsync();
        }

        await using var seeding = database.Open();
        var seeded = await DemoDatabase.Seed(seeding).RunAsync(TestClock.Start);

        seeded.Refusal.ShouldNotBeNull();
        (await seeding.Set<Unit>().IgnoreQueryFilters().CountAsync()).ShouldBe(1);
        (await Installation.IsDemoAsync(seeding)).ShouldBeFalse();
    }

    [EngineTheory]
    public async Task The_same_day_gives_the_same_demo(Engine engine)
    {
        await using var one = await DemoDatabase.Seeded.CopyAsync(engine);
        await using var other = await TestDatabase.MigratedAsync(engine);
        await using (var db = other.Open())
        {
            (await DemoDatabase.Seed(db).RunAsync(TestClock.Start.AddHours(3))).IsOk.ShouldBeTrue();
        }

        var lines = await DemoPrint.OfAsync(one);
        var again = await DemoPrint.OfAsync(other);
        again.Except(lines, StringComparer.Ordinal).Take(3).ShouldBeEmpty();
        again.Count.ShouldBe(lines.Count);
    }

    [EngineTheory]
    public async Task Nothing_of_the_demo_lies_in_the_future(Engine engine)
    {
        var newYear = new DateTime(2027, 1, 1, 6, 1, 0, DateTimeKind.Utc);
        await using var database = await TestDatabase.MigratedAsync(engine);
        await using (var db = database.Open())
        {
            (await DemoDatabase.Seed(db).RunAsync(newYear)).IsOk.ShouldBeTrue();
        }

        await using var read = await RiverbendAsync(database);
        (await read.Set<RoleAssignment>().MaxAsync(r => r.Since)).ShouldBeLessThan(newYear);
        (await read.Set<IltMembership>().MaxAsync(m => m.Since)).ShouldBeLessThan(newYear);
        (await read.Set<Account>().MaxAsync(a => a.LastSignInAt))
            .ShouldNotBeNull()
            .ShouldBeLessThan(newYear);
        (await read.Set<Person>().MaxAsync(p => p.InvitedAt))
            .ShouldNotBeNull()
            .ShouldBeLessThan(newYear);
    }

    private static async Task<ThroughlineDb> RiverbendAsync(TestDatabase database)
    {
        var db = database.Open();
        var district = await db.Set<Unit>()
            .IgnoreQueryFilters()
            .SingleAsync(u => u.Slug == DemoDistrict.District);
        db.Scope.Enter(district.Id);
        return db;
    }

    private static async Task<(int Units, int People, int Audit)> CountRowsAsync(
        ThroughlineDb db
    ) =>
        (
            await db.Set<Unit>().IgnoreQueryFilters().CountAsync(),
            await db.Set<Person>().IgnoreQueryFilters().CountAsync(),
            await db.Set<AuditEntry>().IgnoreQueryFilters().CountAsync()
        );
}
