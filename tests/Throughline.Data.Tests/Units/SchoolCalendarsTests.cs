using Microsoft.EntityFrameworkCore;
using Throughline.Data.Platform;
using Throughline.Data.Tests.Engines;
using Throughline.Data.Units;
using Throughline.Domain.Units;

namespace Throughline.Data.Tests.Units;

public sealed class SchoolCalendarsTests
{
    private static readonly DateOnly Thursday = new(2026, 11, 26);
    private static readonly DateTime Now = TestClock.Start;

    [EngineTheory]
    public async Task A_schools_calendar_is_its_districts_with_its_own_days_before_them(
        Engine engine
    )
    {
        await using var database = await TestDatabase.MigratedAsync(engine);
        var (district, school) = await MakeAsync(database);
        await using var db = database.Open(district.Id);
        db.Add(
            SchoolYear.New(district.Id, "2026–27", new(2026, 8, 24), new(2027, 6, 11), Now).Value
        );
        db.Add(Day(district, district, Thursday, CalendarDayKind.Closure));
        db.Add(Day(district, district, Thursday.AddDays(1), CalendarDayKind.Closure));
        db.Add(Day(district, school, Thursday.AddDays(1), CalendarDayKind.HalfDay));
        await db.SaveChangesAsync();

        var ofSchool = await SchoolCalendars.LoadAsync(db, school);
        ofSchool.IsSchoolDay(Thursday).ShouldBeFalse();
        ofSchool.IsHalfDay(Thursday.AddDays(1)).ShouldBeTrue();
        ofSchool.IsSchoolDay(new(2026, 7, 1)).ShouldBeFalse();
        var ofDistrict = await SchoolCalendars.LoadAsync(db, district);
        ofDistrict.IsSchoolDay(Thursday.AddDays(1)).ShouldBeFalse();
    }

    [EngineTheory]
    public async Task The_same_file_twice_changes_nothing_and_another_changes_what_differs(
        Engine engine
    )
    {
        await using var database = await TestDatabase.MigratedAsync(engine);
        var (district, _) = await MakeAsync(database);
        CalendarRow[] rows =
        [
            new(Thursday, CalendarDayKind.Closure, "Thanksgiving"),
            new(Thursday.AddDays(1), CalendarDayKind.Closure, "Thanksgiving"),
        ];

        (await BringInAsync(database, district, rows)).ShouldBe(new(2, 0, 0));
        var trail = await TrailAsync(database, district);
        (await BringInAsync(database, district, rows)).ShouldBe(new(0, 0, 2));
        (await TrailAsync(database, district)).ShouldBe(trail);

        rows = [rows[0], rows[1] with { Kind = CalendarDayKind.HalfDay }];
        (await BringInAsync(database, district, rows)).ShouldBe(new(0, 1, 1));
    }

    [EngineTheory]
    public async Task An_address_of_another_district_is_taken_and_the_next_free_one_skips_it(
        Engine engine
    )
    {
        await using var database = await TestDatabase.MigratedAsync(engine);
        await MakeAsync(database);
        var other = Unit.NewDistrict("Other", "other", "UTC", Now).Value;
        await using var db = database.Open(other.Id);
        (await UnitAddresses.IsTakenAsync(db, "lincoln", null)).ShouldBeTrue();
        (await UnitAddresses.IsTakenAsync(db, "lincoln-2", null)).ShouldBeFalse();
        (await UnitAddresses.FirstFreeAsync(db, "Lincoln")).ShouldBe("lincoln-2");
    }

    private static async Task<(Unit District, Unit School)> MakeAsync(TestDatabase database)
    {
        var district = Unit.NewDistrict("District", "district", "America/Chicago", Now).Value;
        var school = Unit.NewSchool(district, "Lincoln", "lincoln", Now).Value;
        await using var db = database.Open(district.Id);
        db.AddRange(district, school);
        await db.SaveChangesAsync();
        return (district, school);
    }

    private static CalendarDay Day(Unit district, Unit unit, DateOnly day, CalendarDayKind kind) =>
        CalendarDay.New(district.Id, unit.Id, day, kind, "Thanksgiving", Now).Value;

    private static async Task<CalendarOutcome> BringInAsync(
        TestDatabase database,
        Unit unit,
        CalendarRow[] rows
    )
    {
        await using var db = database.Open(unit.DistrictId);
        var outcome = await CalendarDays.BringInAsync(db, unit, rows, Now);
        await db.SaveChangesAsync();
        return outcome;
    }

    private static async Task<int> TrailAsync(TestDatabase database, Unit unit)
    {
        await using var db = database.Open(unit.DistrictId);
        return await db.Set<AuditEntry>().CountAsync();
    }
}
