namespace Throughline.Domain.Units.Roster;

/// <summary>The part of the comparison that is about people.</summary>
internal sealed class StaffComparison(
    RosterSnapshot incoming,
    RosterState existing,
    UnitNames names,
    List<KeptByHand> kept,
    List<string> warnings
)
{
    private readonly Dictionary<string, KnownStaff> known = existing.Staff.ToDictionary(
        s => s.SourcedId,
        StringComparer.Ordinal
    );

    private readonly List<StaffChange> changes = [];

    public (IReadOnlyList<StaffChange> Changes, int Unchanged) Run()
    {
        var emails = new EmailAssignment(incoming, existing, warnings).Run();
        foreach (var person in incoming.Staff.Rows)
        {
            if (!known.TryGetValue(person.SourcedId, out var now))
            {
                Add(person, emails[person.SourcedId]);
            }
            else
            {
                Change(person, now, emails[person.SourcedId]);
            }
        }

        var unchanged = incoming.Staff.Rows.Count - changes.Count;
        foreach (
            var gone in RosterComparison
                .Gone(incoming.Staff, s => s.SourcedId, existing.Staff, s => s.SourcedId)
                .Where(s => !s.Left)
        )
        {
            Deactivate(gone);
        }

        return ([.. changes.OrderBy(c => c.SourcedId, StringComparer.Ordinal)], unchanged);
    }

    private void Add(RosterStaff person, string? email)
    {
        if (person.Name is null)
        {
            return;
        }

        var roles = Sorted(person.Roles.Count > 0 ? person.Roles : [new(null, Role.Staff)]);
        changes.Add(
            new(
                RosterAction.Add,
                person.SourcedId,
                person.Name with
                {
                    Email = email,
                },
                roles,
                [],
                person.Loads.Count > 0 ? Sorted(person.Loads) : null,
                []
            )
        );
    }

    private void Change(RosterStaff person, KnownStaff now, string? email)
    {
        var wanted = person.Name is null
            ? now.Name
            : KeepWhatWasSetByHand(person.Name, now) with
            {
                Email = email,
            };
        var (gives, ends) = CompareRoles(person, now);
        var loads = CompareLoads(person, now);
        var back = now.Left && !LeftByHand(now);

        List<RosterFieldChange> fields = [];
        Note("given name", now.Name.Given, wanted.Given);
        Note("family name", now.Name.Family, wanted.Family);
        Note("e-mail", now.Name.Email, wanted.Email);
        if (gives.Count + ends.Count > 0)
        {
            var open = Open(now).Select(r => r.Place).ToHashSet();
            fields.Add(
                new("roles", names.Roles(open), names.Roles(open.Except(ends).Union(gives)))
            );
        }

        if (loads is not null)
        {
            fields.Add(new("teaches", names.Loads(now.Loads), names.Loads(loads)));
        }

        if (back || fields.Count > 0)
        {
            changes.Add(
                new(
                    back ? RosterAction.Reactivate : RosterAction.Change,
                    person.SourcedId,
                    wanted,
                    gives,
                    ends,
                    loads,
                    fields
                )
            );
        }

        void Note(string field, string? old, string? @new)
        {
            if (old != @new)
            {
                fields.Add(new(field, old, @new));
            }
        }
    }

    private void Deactivate(KnownStaff gone)
    {
        if (gone.SetByHand.HasFlag(PersonFields.Presence))
        {
            kept.Add(new($"{gone.Name.Given} {gone.Name.Family}", "here", "yes", "no"));
            return;
        }

        // Every role ends, also one given by hand: whoever comes back does not lead again unasked.
        changes.Add(
            new(
                RosterAction.Deactivate,
                gone.SourcedId,
                gone.Name,
                [],
                Sorted(Open(gone).Select(r => r.Place)),
                null,
                []
            )
        );
    }

    private bool LeftByHand(KnownStaff now)
    {
        if (!now.SetByHand.HasFlag(PersonFields.Presence))
        {
            return false;
        }

        kept.Add(new($"{now.Name.Given} {now.Name.Family}", "here", "no", "yes"));
        return true;
    }

    private RosterName KeepWhatWasSetByHand(RosterName roster, KnownStaff now)
    {
        var label = $"{now.Name.Given} {now.Name.Family}";
        if (
            now.SetByHand.HasFlag(PersonFields.Email)
            && roster.Email is not null
            && roster.Email != now.Name.Email
        )
        {
            kept.Add(new(label, "e-mail", now.Name.Email, roster.Email));
        }

        if (!now.SetByHand.HasFlag(PersonFields.Name))
        {
            return roster;
        }

        if ((roster.Given, roster.Family) != (now.Name.Given, now.Name.Family))
        {
            kept.Add(new(label, "name", label, $"{roster.Given} {roster.Family}"));
        }

        return roster with
        {
            Given = now.Name.Given,
            Family = now.Name.Family,
        };
    }

    private (IReadOnlyList<RosterPlace> Gives, IReadOnlyList<RosterPlace> Ends) CompareRoles(
        RosterStaff person,
        KnownStaff now
    )
    {
        var open = Open(now).Select(r => r.Place).ToHashSet();
        var given = Open(now).Where(r => r.FromRoster).Select(r => r.Place).ToHashSet();
        HashSet<RosterPlace> wanted = person.RolesComplete
            ? [.. person.Roles]
            : [.. given.Except(person.EndedRoles).Union(person.Roles)];
        var turnedDown = now
            .Roles.Where(r => r is { Status: RoleStatus.Ended, EndedByRoster: false })
            .Select(r => r.Place)
            .ToHashSet();
        foreach (var place in wanted.Where(p => turnedDown.Contains(p) && !open.Contains(p)))
        {
            kept.Add(
                new($"{now.Name.Given} {now.Name.Family}", "roles", null, names.Roles([place]))
            );
        }

        return (
            Sorted(wanted.Where(p => !open.Contains(p) && !turnedDown.Contains(p))),
            Sorted(given.Where(p => !wanted.Contains(p)))
        );
    }

    private List<RosterLoad>? CompareLoads(RosterStaff person, KnownStaff now)
    {
        if (incoming.Loads == RosterMode.Absent)
        {
            return null;
        }

        var wanted =
            incoming.Loads == RosterMode.Bulk
                ? Sorted(person.Loads)
                : Sorted(
                    now.Loads.Concat(person.Loads)
                        .GroupBy(l => l.School, StringComparer.Ordinal)
                        .Select(g =>
                            RosterLoad.Of(
                                g.Key,
                                g.SelectMany(l => l.Grades),
                                g.SelectMany(l => l.Subjects)
                            )
                        )
                );
        return Key(wanted) == Key(Sorted(now.Loads)) ? null : wanted;

        static string Key(List<RosterLoad> loads) =>
            string.Join(
                '\n',
                loads.Select(l =>
                    $"{l.School}\t{string.Join(',', l.Grades)}\t{string.Join('|', l.Subjects)}"
                )
            );
    }

    private static IEnumerable<KnownRole> Open(KnownStaff person) =>
        person.Roles.Where(r => r.Status != RoleStatus.Ended);

    private static List<RosterPlace> Sorted(IEnumerable<RosterPlace> places) =>
        [.. places.Distinct().OrderBy(p => p.School, StringComparer.Ordinal).ThenBy(p => p.Role)];

    private static List<RosterLoad> Sorted(IEnumerable<RosterLoad> loads) =>
        [.. loads.OrderBy(l => l.School, StringComparer.Ordinal)];
}
