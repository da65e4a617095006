using System.Globalization;
using Throughline.Data.Assessments;
using Throughline.Data.Platform;
using Throughline.Domain.Assessments;
using Throughline.Domain.Units;

namespace Throughline.Data.Bench;

/// <summary>Makes the district itself: its years and calendar, the people of its office, the instruments.</summary>
internal sealed class BenchDistrict(BulkLoad load, BenchTime time, BenchAccounts accounts)
{
    public const string Zone = "America/New_York";
    public const string Slug = "bench";

    private int people;

    /// <summary>The district; its rows are given to the load.</summary>
    public Unit Unit { get; } =
        Unit.NewDistrict("Bench Public Schools", Slug, Zone, time.Before, "bench-district").Value;

    /// <summary>The instrument every round of a school rates with.</summary>
    public (InstrumentVersion Kept, Instrument Read) Instrument { get; private set; }

    public void Add(InstrumentCatalog catalog, int supervisors)
    {
        load.Add(Unit);
        load.AddRange(Unit.Addresses);
        AddYears();
        foreach (var builtIn in catalog.BuiltIn)
        {
            var kept = InstrumentVersion
                .Add(Unit.Id, builtIn, InstrumentOrigin.BuiltIn, [], time.Before)
                .Value.Version;
            if (builtIn is { Key: "school-ilt" })
            {
                Instrument = (kept, builtIn);
            }
            else
            {
                load.Add(kept);
            }
        }

        AddPerson(Unit, Role.DistrictLeader);
        AddPerson(Unit, Role.Administrator);
        for (var n = 0; n < supervisors; n++)
        {
            AddPerson(Unit, Role.Supervisor);
        }
    }

    /// <summary>Adds someone who can sign in, with a role in a unit.</summary>
    public Person AddPerson(Unit unit, Role role)
    {
        var (given, family) = BenchNames.Person(people);
        var number = (++people).ToString(CultureInfo.InvariantCulture);
        var person = Person
            .New(
                Unit.Id,
                given,
                family,
                BenchNames.Email(people - 1),
                time.Before,
                $"bench-{number}"
            )
            .Value;
        person.Invite(time.Before);
        load.Add(person);
        load.Add(accounts.SignsIn(person));
        load.Add(RoleAssignment.Give(person.Id, unit, role, time.Before).Value);
        return person;
    }

    private void AddYears()
    {
        foreach (var year in time.Years)
        {
            load.Add(
                SchoolYear.New(Unit.Id, year.Name, year.FirstDay, year.LastDay, time.Before).Value
            );
        }

        foreach (var day in time.Years.SelectMany(y => y.Days(time.Today)).DistinctBy(d => d.Day))
        {
            load.Add(
                CalendarDay.New(Unit.Id, Unit.Id, day.Day, day.Kind, day.Label, time.Before).Value
            );
        }
    }
}
