using Microsoft.EntityFrameworkCore;
using Throughline.Domain.Units;
using Throughline.Domain.Units.Roster;

namespace Throughline.Data.Roster;

/// <summary>What a district holds, as rows and as the comparison sees it. Six queries, whatever its size.</summary>
public sealed class DistrictRoster
{
    private DistrictRoster(Unit district) => District = district;

    public Unit District { get; }

    /// <summary>Schools by the id a roster knows them by.</summary>
    public required Dictionary<string, Unit> Schools { get; init; }

    public required Dictionary<string, SchoolYear> SchoolYears { get; init; }

    /// <summary>People who came from a roster, by sourcedId.</summary>
    public required Dictionary<string, Person> People { get; init; }

    public required ILookup<Guid, RoleAssignment> Roles { get; init; }

    public required ILookup<Guid, TeachingLoad> Loads { get; init; }

    public required RosterState State { get; init; }

    /// <summary>Loads the district that the context has entered.</summary>
    /// <param name="db">The store.</param>
    /// <param name="forChange">True when the rows are to be changed and saved.</param>
    /// <param name="cancel">Stops.</param>
    public static async Task<DistrictRoster> LoadAsync(
        ThroughlineDb db,
        bool forChange,
        CancellationToken cancel
    )
    {
        var units = await Rows<Unit>().ToListAsync(cancel);
        var years = await Rows<SchoolYear>().Where(y => y.SourcedId != null).ToListAsync(cancel);
        var people = await Rows<Person>().Where(p => p.SourcedId != null).ToListAsync(cancel);
        var fromRoster = db.Set<Person>().Where(p => p.SourcedId != null).Select(p => p.Id);
        var roles = await Rows<RoleAssignment>()
            .Where(r => fromRoster.Contains(r.PersonId))
            .ToListAsync(cancel);
        var loads = await Rows<TeachingLoad>()
            .Where(l => fromRoster.Contains(l.PersonId))
            .ToListAsync(cancel);
        var others = await db.Set<Person>()
            .Where(p => p.SourcedId == null && p.Email != null)
            .Select(p => new
            {
                p.Email,
                p.GivenName,
                p.FamilyName,
            })
            .ToListAsync(cancel);

        var district = units.Single(u => u.Kind == UnitKind.District);
        var schools = units
            .Where(u => u.Kind == UnitKind.School)
            .ToDictionary(KeyOf, StringComparer.Ordinal);
        var keys = units.ToDictionary(u => u.Id, u => u == district ? null : KeyOf(u));
        var rolesOf = roles.ToLookup(r => r.PersonId);
        var loadsOf = loads.ToLookup(l => l.PersonId);
        return new DistrictRoster(district)
        {
            Schools = schools,
            SchoolYears = years.ToDictionary(y => y.SourcedId!, StringComparer.Ordinal),
            People = people.ToDictionary(p => p.SourcedId!, StringComparer.Ordinal),
            Roles = rolesOf,
            Loads = loadsOf,
            State = new RosterState(
                district.SourcedId,
                district.Name,
                district.NameSetByHand,
                [.. schools.Select(s => SchoolOf(s.Key, s.Value))],
                [.. years.Select(YearOf)],
                [.. people.Select(p => StaffOf(p, rolesOf[p.Id], loadsOf[p.Id], keys))],
                others.ToDictionary(
                    o => o.Email!,
                    o => $"{o.GivenName} {o.FamilyName}",
                    StringComparer.Ordinal
                )
            ),
        };

        IQueryable<T> Rows<T>()
            where T : class => forChange ? db.Set<T>() : db.Set<T>().AsNoTracking();
    }

    /// <summary>The id a roster knows a school by.</summary>
    private static string KeyOf(Unit school) => school.SourcedId ?? RosterSheetIds.For(school.Id);

    // The name of a school made in the app was typed by someone: no file changes it.
    private static KnownSchool SchoolOf(string key, Unit school) =>
        new(
            key,
            school.Name,
            school.NameSetByHand || school.SourcedId is null,
            school.ClosedOn is not null,
            school.ClosureSetByHand
        );

    private static KnownSchoolYear YearOf(SchoolYear year) =>
        new(year.SourcedId!, year.Name, year.FirstDay, year.LastDay, year.SetByHand);

    private static KnownStaff StaffOf(
        Person person,
        IEnumerable<RoleAssignment> roles,
        IEnumerable<TeachingLoad> loads,
        Dictionary<Guid, string?> keys
    ) =>
        new(
            person.SourcedId!,
            new RosterName(person.GivenName, person.FamilyName, person.Email),
            person.SetByHand,
            person.LeftOn is not null,
            [
                .. roles.Select(r => new KnownRole(
                    new RosterPlace(keys[r.UnitId], r.Role),
                    r.Status,
                    r.FromRoster,
                    r.EndedByRoster
                )),
            ],
            [
                .. loads
                    .Where(l => keys[l.UnitId] is not null)
                    .Select(l => new RosterLoad(
                        keys[l.UnitId]!,
                        RosterWords.List(l.Grades, ','),
                        RosterWords.List(l.Subjects, '|')
                    )),
            ]
        );
}
