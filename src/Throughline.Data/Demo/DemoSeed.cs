using Microsoft.EntityFrameworkCore;
using Throughline.Data.Platform;
using Throughline.Domain.Shared;
using Throughline.Domain.Units;

namespace Throughline.Data.Demo;

/// <summary>What became of asking for the demo.</summary>
public enum DemoOutcome
{
    /// <summary>The demo was made.</summary>
    Made = 1,

    /// <summary>It was there already; nothing was changed.</summary>
    ThereAlready = 2,
}

/// <summary>
/// Makes the demo: the district Riverbend in mid-year, and a second one that its people must never see. The same day
/// gives the same demo, but for ids.
/// </summary>
public sealed class DemoSeed(ThroughlineDb db)
{
    private const string Zone = "America/Chicago";
    private const string OtherZone = "America/Denver";

    /// <summary>Makes the demo, all of it or nothing. Refused in an installation that has districts of its own.</summary>
    /// <param name="now">Now, UTC.</param>
    /// <param name="cancel">Stops, leaving nothing behind.</param>
    public async Task<Result<DemoOutcome>> RunAsync(
        DateTime now,
        CancellationToken cancel = default
    )
    {
        if (await Installation.IsDemoAsync(db, cancel))
        {
            return Result.Ok(DemoOutcome.ThereAlready);
        }

        if (await db.Set<Unit>().IgnoreQueryFilters().AnyAsync(cancel))
        {
            return Result.Refused<DemoOutcome>(
                "This installation has districts of its own. Make the demo in an empty one: give another folder with --data."
            );
        }

        var strategy = db.Database.CreateExecutionStrategy();
        await strategy.ExecuteAsync(async () =>
        {
            db.ChangeTracker.Clear();
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            var accounts = new DemoAccounts(now);
            await AddRiverbendAsync(new DemoTime(now, Zone), accounts, cancel);
            await AddStonecreekAsync(new DemoTime(now, OtherZone), accounts, cancel);
            Installation.MarkDemo(db);
            await db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
        });
        db.ChangeTracker.Clear();
        db.Scope.Enter(Guid.Empty);
        return Result.Ok(DemoOutcome.Made);
    }

    private async Task AddRiverbendAsync(
        DemoTime time,
        DemoAccounts accounts,
        CancellationToken cancel
    )
    {
        var units = new DemoUnits(db, time);
        var district = units.AddDistrict(DemoOffices.District, Zone, UnitWords.Standard);
        var schools = new[]
        {
            DemoLincoln.Place,
            DemoTubman.Place,
            DemoHigh.Place,
            DemoRoosevelt.Place,
            DemoOffices.NewSchool,
            DemoOffices.ClosedSchool,
        }
            .Select(place => (place, unit: units.AddSchool(place, district)))
            .ToList();
        schools
            .Single(s => s.place.Slug == DemoDistrict.ClosedSchool)
            .unit.Close(time.Year.Previous.LastDay);
        units.AddCalendar(district, schools.ToDictionary(s => s.place.Slug, s => s.unit));

        var people = new DemoPeople(db, time, accounts, district, "riverbend.example");
        foreach (var (place, unit) in schools)
        {
            people.Add(place, unit);
        }

        people.Add(DemoOffices.District, district);
        await db.SaveChangesAsync(cancel);

        // From here on the audit trail names a person: the administrator set the teams up.
        db.Scope.Enter(district.Id, people["Priscilla Amundsen"].Id);
        var teams = new DemoTeams(db, time, people);
        var lastYear = time.Year.Previous.FirstDay.AddDays(21);
        teams.Add(DemoOffices.District, district, lastYear);
        foreach (var (place, unit) in schools)
        {
            teams.Add(
                place,
                unit,
                place.Slug == DemoDistrict.Lincoln ? lastYear : time.Year.FirstDay.AddDays(8)
            );
        }

        await db.SaveChangesAsync(cancel);
    }

    private async Task AddStonecreekAsync(
        DemoTime time,
        DemoAccounts accounts,
        CancellationToken cancel
    )
    {
        var units = new DemoUnits(db, time);
        var district = units.AddDistrict(
            DemoOffices.OtherDistrict,
            OtherZone,
            new UnitWords("Unified Improvement Plan", "UIP", "director")
        );
        var school = units.AddSchool(DemoOffices.OtherSchool, district);
        units.AddYears(district);
        var people = new DemoPeople(db, time, accounts, district, "stonecreek.example");
        people.Add(DemoOffices.OtherDistrict, district);
        people.Add(DemoOffices.OtherSchool, school);
        await db.SaveChangesAsync(cancel);

        var teams = new DemoTeams(db, time, people);
        teams.Add(DemoOffices.OtherDistrict, district, time.Year.FirstDay.AddDays(8));
        teams.Add(DemoOffices.OtherSchool, school, time.Year.FirstDay.AddDays(8));
        await db.SaveChangesAsync(cancel);
    }
}
