using Throughline.Domain.Units;

namespace Throughline.Data.Demo;

/// <summary>Makes a district of the demo, its schools, school years and calendar.</summary>
internal sealed class DemoUnits(ThroughlineDb db, DemoTime time)
{
    /// <summary>Makes a district and enters it: what follows is its own.</summary>
    public Unit AddDistrict(DemoPlace place, string timeZoneId, UnitWords words)
    {
        var district = Unit.NewDistrict(
            place.Name,
            place.Slug,
            timeZoneId,
            Since,
            $"{place.Slug}-district"
        ).Value;
        district.Use(words);
        db.ChangeTracker.Clear();
        db.Scope.Enter(district.Id);
        db.Add(district);
        return district;
    }

    public Unit AddSchool(DemoPlace place, Unit district)
    {
        var school = Unit.NewSchool(
            district,
            place.Name,
            place.Slug,
            Since,
            $"{district.Slug}-school-{place.Slug}"
        ).Value;
        db.Add(school);
        return school;
    }

    public void AddYears(Unit district)
    {
        foreach (var year in new[] { time.Year.Previous, time.Year })
        {
            db.Add(
                SchoolYear
                    .New(
                        district.Id,
                        year.Name,
                        year.FirstDay,
                        year.LastDay,
                        time.At(year.FirstDay.AddDays(-30), 9),
                        $"{district.Slug}-year-{year.FirstDay.Year}"
                    )
                    .Value
            );
        }
    }

    /// <summary>School years, the district's days out of the ordinary for both, and a few of single schools.</summary>
    public void AddCalendar(Unit district, Dictionary<string, Unit> schools)
    {
        AddYears(district);
        var days = time.Year.Previous.Days(time.Today).Concat(time.Year.Days(time.Today)).ToList();
        foreach (var day in days)
        {
            AddDay(district, day);
        }

        // A school's own entry wins: Lincoln had to close for a day, the high school needs a full day for its test.
        var taken = days.Select(d => d.Day).ToHashSet();
        var repair = time.Year.FirstDay.AddDays((5 * 7) + 1);
        while (taken.Contains(repair))
        {
            repair = repair.AddDays(7);
        }

        AddDay(
            schools[DemoDistrict.Lincoln],
            new(repair, CalendarDayKind.Closure, "Water main repair: building closed")
        );
        var halfDay = time.Year.Days(time.Today).First(d => d.Kind == CalendarDayKind.HalfDay);
        AddDay(
            schools[DemoDistrict.High],
            new(halfDay.Day, CalendarDayKind.SchoolDay, "College entrance test: full day")
        );
    }

    private DateTime Since => time.At(time.Year.Previous.FirstDay.AddDays(-40), 9);

    private void AddDay(Unit unit, DemoDay day) =>
        db.Add(
            CalendarDay.New(unit.DistrictId, unit.Id, day.Day, day.Kind, day.Label, Since).Value
        );
}
