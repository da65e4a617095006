using Throughline.Domain.Units;

namespace Throughline.Data.Demo;

/// <summary>Makes the people of a district from the demo's lists, with their roles, teaching loads and accounts.</summary>
internal sealed class DemoPeople(
    ThroughlineDb db,
    DemoTime time,
    DemoAccounts accounts,
    Unit district,
    string mailDomain
)
{
    private readonly Dictionary<string, Person> byName = new(StringComparer.Ordinal);
    private int place;

    public Person this[string name] => byName[name];

    public IEnumerable<Person> All => byName.Values;

    /// <summary>Adds everyone of a place who is not here yet, and what they are in it.</summary>
    public void Add(DemoPlace list, Unit unit)
    {
        var since = time.At(time.Year.Previous.FirstDay.AddDays(-7), 9);
        foreach (var staff in list.Staff)
        {
            var person = byName.TryGetValue(staff.Name, out var known) ? known : Join(staff, since);
            foreach (var role in staff.Roles)
            {
                AddRole(staff, person, unit, role, since);
            }

            if (staff.Proposed is { } proposed)
            {
                db.Add(
                    RoleAssignment.FromRosterRole(person.Id, unit, proposed, time.Ago(6, 6)).Value
                );
            }

            if (staff.Grades.Count > 0)
            {
                db.Add(TeachingLoad.New(person.Id, unit, staff.Grades, staff.Subjects, since));
            }
        }
    }

    /// <summary>Adds an outside reviewer, invited for a time.</summary>
    /// <param name="name">Given and family name.</param>
    /// <param name="email">What they sign in with.</param>
    /// <param name="on">The day of the invitation.</param>
    /// <param name="endsOn">Last day of access.</param>
    public void AddReviewer(string name, string email, DateOnly on, DateOnly endsOn)
    {
        var names = name.Split(' ', 2);
        var at = time.At(on, 11);
        var person = Person
            .InviteReviewer(district.Id, names[0], names[1], email, endsOn, on, at)
            .Value;
        person.Invite(at).OrThrow();
        byName.Add(name, person);
        db.Add(person);
        db.Add(accounts.SignsIn(person, time.Ago(1, 17)));
    }

    private Person Join(DemoStaff staff, DateTime since)
    {
        var names = staff.Name.Split(' ', 2);
        place++;
        // Who only observes comes from outside and stands in no roster.
        var sourcedId = staff.Roles is [Role.Observer]
            ? null
            : $"{district.Slug}-staff-{place:000}";
        var person = Person
            .New(district.Id, names[0], names[1], EmailOf(staff, names), since, sourcedId)
            .Value;
        byName.Add(staff.Name, person);
        db.Add(person);
        AddAccount(staff, person);
        if (staff.State == DemoState.Left)
        {
            person.Leave(time.Today.AddDays(-DemoTeams.LeftDaysAgo));
        }

        return person;
    }

    private string? EmailOf(DemoStaff staff, string[] names) =>
        staff.State == DemoState.WithoutEmail ? null
        : staff.Mailbox is { } mailbox ? DemoDistrict.Email(mailbox)
        : $"{Slug.From(names[0])}.{Slug.From(names[1])}@{mailDomain}";

    private void AddAccount(DemoStaff staff, Person person)
    {
        var state = staff.State switch
        {
            DemoState.AsItComes when staff.Seat is not null => DemoState.SignsIn,
            DemoState.AsItComes => (place % 5) switch
            {
                3 => DemoState.Invited,
                4 => DemoState.NotInvited,
                _ => DemoState.SignsIn,
            },
            var known => known,
        };
        if (state is DemoState.SignsIn or DemoState.Left)
        {
            person.Invite(time.At(time.Year.FirstDay, 8));
            db.Add(accounts.SignsIn(person, LastSignIn(state)));
        }
        else if (state == DemoState.Invited)
        {
            person.Invite(time.Ago(16, 10));
            db.Add(accounts.Invited(person));
        }
    }

    private DateTime LastSignIn(DemoState state) =>
        state == DemoState.Left
            ? time.Ago(DemoTeams.LeftDaysAgo + 1, 15)
            : time.Ago(1 + (place % 12), 7 + (place % 10));

    private void AddRole(DemoStaff staff, Person person, Unit unit, Role role, DateTime since)
    {
        var inRoster = role is Role.Teacher or Role.Staff or Role.Principal or Role.Administrator;
        var assignment = (
            inRoster
                ? RoleAssignment.FromRosterRole(person.Id, unit, role, since)
                : RoleAssignment.Give(person.Id, unit, role, since)
        ).Value;
        if (assignment.Status == RoleStatus.Proposed)
        {
            assignment.Confirm(since);
        }

        if (staff.State == DemoState.Left)
        {
            assignment.End(time.Ago(DemoTeams.LeftDaysAgo, 16));
        }

        db.Add(assignment);
    }
}
