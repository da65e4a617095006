using Throughline.Data.Assessments;
using Throughline.Domain.Units;

namespace Throughline.Data.Demo;

/// <summary>Makes the other district: small, elsewhere, with words of its own.</summary>
internal sealed class DemoStonecreek(
    ThroughlineDb db,
    InstrumentCatalog catalog,
    DemoAccounts accounts
)
{
    private const string Zone = "America/Denver";

    public async Task AddAsync(DateTime now, CancellationToken cancel)
    {
        var time = new DemoTime(now, Zone);
        var units = new DemoUnits(db, time);
        var district = units.AddDistrict(
            DemoOffices.OtherDistrict,
            Zone,
            new UnitWords("Unified Improvement Plan", "UIP", "director")
        );
        var school = units.AddSchool(DemoOffices.OtherSchool, district);
        units.AddYears(district);
        var people = new DemoPeople(db, time, accounts, district, "stonecreek.example");
        people.Add(DemoOffices.OtherDistrict, district);
        people.Add(DemoOffices.OtherSchool, school);
        await db.SaveChangesAsync(cancel);

        db.Scope.Enter(district.Id, people["Ruth Castellano"].Id);
        var formedOn = time.Year.FirstDay.AddDays(8);
        var teams = new DemoTeams(db, time, people);
        teams.Add(DemoOffices.OtherDistrict, district, formedOn);
        teams.Add(DemoOffices.OtherSchool, school, formedOn);
        var instruments = new DemoInstruments(db, catalog, district.Id);
        instruments.AddBuiltIn(time.At(formedOn, 9));
        new DemoOtherRounds(time, people, instruments).OfOtherDistrict(school).AddTo(db);
        await db.SaveChangesAsync(cancel);
    }
}
