using Throughline.Domain.Shared;
using Throughline.Domain.Units;
using Throughline.Domain.Units.Roster;

namespace Throughline.Data.Roster;

/// <summary>Does to the rows of a district what a comparison worked out.</summary>
internal sealed class RosterChangeWork(ThroughlineDb db, DistrictRoster district, DateTime now)
{
    private readonly DateOnly today = DateOnly.FromDateTime(
        TimeZoneInfo.ConvertTimeFromUtc(
            now,
            TimeZoneInfo.FindSystemTimeZoneById(district.District.TimeZoneId)
        )
    );

    /// <summary>
    /// Takes addresses that go from one person to another away from the first, to be saved before the second gets them:
    /// the database knows no moment in which two people may have one address.
    /// </summary>
    /// <returns>True when something has to be saved.</returns>
    public bool FreeAddresses(RosterChanges changes)
    {
        var wanted = changes
            .Staff.Select(c => c.Name.Email)
            .OfType<string>()
            .ToHashSet(StringComparer.Ordinal);
        var moving = changes
            .Staff.Select(c => (Change: c, Person: district.People.GetValueOrDefault(c.SourcedId)))
            .Where(x =>
                x.Person?.Email is { } old && old != x.Change.Name.Email && wanted.Contains(old)
            )
            .Select(x => x.Person!)
            .ToList();
        moving.ForEach(p => Must(p.CorrectFromRoster(p.GivenName, p.FamilyName, null)));
        return moving.Count > 0;
    }

    public void Apply(RosterChanges changes, HashSet<string> takenSlugs)
    {
        if (changes.District is { } tie)
        {
            district.District.ComesFrom(tie.SourcedId);
            Must(district.District.RenameFromRoster(tie.NewName));
        }

        foreach (var change in changes.Schools)
        {
            ChangeSchool(change, takenSlugs);
        }

        foreach (var change in changes.SchoolYears)
        {
            ChangeYear(change);
        }

        foreach (var change in changes.Staff)
        {
            ChangePerson(change);
        }
    }

    private void ChangeSchool(SchoolChange change, HashSet<string> takenSlugs)
    {
        if (change.Action == RosterAction.Add)
        {
            var slug = Slug.FirstFree(change.Label, takenSlugs.Contains);
            takenSlugs.Add(slug);
            var made = Unit.NewSchool(district.District, change.Label, slug, now, change.SourcedId);
            db.Add(Made(made));
            district.Schools.Add(change.SourcedId, made.Value);
            return;
        }

        var school = district.Schools[change.SourcedId];
        switch (change.Action)
        {
            case RosterAction.Deactivate:
                school.CloseByRoster(today);
                return;
            case RosterAction.Reactivate:
                school.ReopenByRoster();
                break;
        }

        Must(school.RenameFromRoster(change.Label));
    }

    private void ChangeYear(SchoolYearChange change)
    {
        var (id, title, first, last) = change.Year;
        if (change.Action == RosterAction.Add)
        {
            db.Add(Made(SchoolYear.New(district.District.Id, title, first, last, now, id)));
        }
        else
        {
            Must(district.SchoolYears[id].ChangeFromRoster(title, first, last));
        }
    }

    private void ChangePerson(StaffChange change)
    {
        var (given, family, email) = change.Name;
        if (!district.People.TryGetValue(change.SourcedId, out var person))
        {
            person = Made(
                Person.New(district.District.Id, given, family, email, now, change.SourcedId)
            );
            db.Add(person);
        }
        else if (change.Action == RosterAction.Deactivate)
        {
            person.LeaveByRoster(today);
        }
        else
        {
            if (change.Action == RosterAction.Reactivate)
            {
                person.ReturnByRoster();
            }

            Must(person.CorrectFromRoster(given, family, email));
        }

        ChangeRoles(person, change);
        ChangeLoads(person, change);
    }

    private void ChangeRoles(Person person, StaffChange change)
    {
        foreach (
            var role in district
                .Roles[person.Id]
                .Where(r => r.FromRoster || change.Action == RosterAction.Deactivate)
                .Where(r =>
                    change.Ends.Any(p => p.Role == r.Role && UnitOf(p.School).Id == r.UnitId)
                )
        )
        {
            role.EndByRoster(now);
        }

        foreach (var place in change.Gives)
        {
            db.Add(
                Made(
                    RoleAssignment.FromRosterRole(person.Id, UnitOf(place.School), place.Role, now)
                )
            );
        }
    }

    private void ChangeLoads(Person person, StaffChange change)
    {
        if (change.Loads is null)
        {
            return;
        }

        var old = district.Loads[person.Id].ToDictionary(l => l.UnitId);
        foreach (var load in change.Loads)
        {
            var school = UnitOf(load.School);
            if (old.Remove(school.Id, out var row))
            {
                row.Set(load.Grades, load.Subjects);
            }
            else
            {
                db.Add(TeachingLoad.New(person.Id, school, load.Grades, load.Subjects, now));
            }
        }

        db.RemoveRange(old.Values);
    }

    private Unit UnitOf(string? school) =>
        school is null ? district.District : district.Schools[school];

    // What the reader let through the domain must take: a refusal here is a bug, and the transaction is rolled back.
    private static T Made<T>(Result<T> made) => made.Value;

    private static void Must(Result result)
    {
        if (result.Refusal is { } refusal)
        {
            throw new InvalidOperationException(refusal.Message);
        }
    }
}
