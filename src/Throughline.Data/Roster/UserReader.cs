using Throughline.Domain.Units;
using Throughline.Domain.Units.Roster;

namespace Throughline.Data.Roster;

/// <summary>
/// Reads users.csv. Of students, parents, guardians and relatives nothing but their number leaves this class, and passwords
/// are not even looked at.
/// </summary>
internal sealed class UserReader(
    RosterSource source,
    OrgReader orgs,
    RoleReader roles,
    RosterState existing
)
{
    private const int LongestName = 80;

    private readonly Dictionary<string, RosterStaff> staff = new(StringComparer.Ordinal);
    private readonly HashSet<string> deleted = new(StringComparer.Ordinal);
    private readonly HashSet<string> absent = new(StringComparer.Ordinal);
    private readonly HashSet<string> known = existing
        .Staff.Select(s => s.SourcedId)
        .ToHashSet(StringComparer.Ordinal);

    private RosterMode mode;
    private RosterMode rolesMode;
    private bool rolesInUsers;

    /// <summary>Reads the file; without loads, which come from classes and enrollments.</summary>
    public RosterPart<RosterStaff> Read()
    {
        mode = source.ModeOf("users");
        if (mode == RosterMode.Absent)
        {
            return RosterPart<RosterStaff>.Absent;
        }

        rolesInUsers = RolesAreInUsers();
        var errors = source.Log.ErrorCount;
        rolesMode = rolesInUsers ? RosterMode.Absent : roles.Read();
        if (!rolesInUsers && rolesMode == RosterMode.Absent)
        {
            if (source.Log.ErrorCount == errors)
            {
                source.Log.Error(
                    source.NameOf("roles"),
                    null,
                    null,
                    null,
                    "OneRoster 1.2 names roles in roles.csv, and it is not in the zip. Export again with it."
                );
            }

            return RosterPart<RosterStaff>.Absent;
        }

        source.Each("users", rolesInUsers ? UserColumns.Version11 : UserColumns.Version12, ReadRow);
        TakeRolesWithoutUser();
        return new(
            mode,
            [.. staff.Values.OrderBy(s => s.SourcedId, StringComparer.Ordinal)],
            [.. deleted.Where(known.Contains).Order(StringComparer.Ordinal)]
        );
    }

    // The files tell the version better than the manifest does.
    private bool RolesAreInUsers()
    {
        var column = source.HasColumn("users", UserColumns.Version12, "role");
        var file = source.HasFile("roles");
        return column && (!file || source.Version == "1.1") || !column && source.Version == "1.1";
    }

    private void ReadRow(RosterTable row)
    {
        if (row.IsFaulty)
        {
            return;
        }

        if (rolesInUsers)
        {
            ReadRow11(row);
        }
        else
        {
            ReadRow12(row);
        }
    }

    private void ReadRow11(RosterTable row)
    {
        var role = row["role"];
        switch (RosterRowKinds.Of(row, role))
        {
            case RosterRoleKind.Dropped:
                source.Log.LeaveOut(RosterRoles.CountedAs(DroppedRole(row, role)));
                return;
            case RosterRoleKind.Staff or RosterRoleKind.Unknown when row.IsMisshapen:
                row.RefuseShape();
                return;
            case RosterRoleKind.Unknown:
                row.Warn(
                    $"The role {RosterRowKinds.Shown(role)} is not one of the standard and was left out. Expected: {RosterRoles.Expected}."
                );
                if (row["sourcedId"] is { } id && known.Contains(id))
                {
                    TakePerson(row, [], [], rolesComplete: false);
                }
                else
                {
                    source.Log.LeaveOut(RosterRoles.CountedAs(""));
                }

                return;
            default:
                TakePerson(row, PlacesOf(row, role!), [], rolesComplete: true);
                return;
        }
    }

    private static string DroppedRole(RosterTable row, string? role) =>
        RosterRoles.KindOf(role) == RosterRoleKind.Dropped
            ? role!
            : row.Fields.First(f => RosterRoles.KindOf(f) == RosterRoleKind.Dropped);

    private HashSet<RosterPlace> PlacesOf(RosterTable row, string role)
    {
        var places = new HashSet<RosterPlace>();
        if (mode == RosterMode.Delta && RosterWords.Is(row["status"], "tobedeleted"))
        {
            return places;
        }

        foreach (
            var org in RosterWords.List(row.Take("orgSourcedIds", required: true, 10_000), ',')
        )
        {
            if (orgs.Knows(org))
            {
                var school = orgs.SchoolOf(org, out var isExact);
                RosterRowKinds.WarnAboutPlace(row, school, isExact);
                places.UnionWith(RosterRoles.PlacesOf(role, school));
            }
            else
            {
                row.Refuse("orgSourcedIds", "The sourcedIds of organisations in orgs.csv.");
            }
        }

        return places;
    }

    private void ReadRow12(RosterTable row)
    {
        var id = row["sourcedId"];
        var hasRoles = id is null ? null : roles.Of(id);
        var isKnown = id is not null && known.Contains(id) && rolesMode == RosterMode.Delta;
        if (hasRoles is null && !isKnown)
        {
            source.Log.LeaveOut(roles.CountedAs(id));
            return;
        }

        if (row.IsMisshapen)
        {
            row.RefuseShape();
            return;
        }

        if (hasRoles is not null)
        {
            hasRoles.IsClaimed = true;
        }

        // A person who is not here yet and only loses roles is nobody to us.
        if (hasRoles is null or { Roles.Count: > 0 } || known.Contains(id!))
        {
            TakePerson(
                row,
                hasRoles?.Roles ?? [],
                hasRoles?.Ended ?? [],
                rolesComplete: rolesMode == RosterMode.Bulk
            );
        }
    }

    private void TakePerson(
        RosterTable row,
        HashSet<RosterPlace> places,
        HashSet<RosterPlace> ended,
        bool rolesComplete
    )
    {
        var status = RosterWords.StatusOf(row, mode);
        var id = row.TakeId();
        if (id is not null && !row.IsFaulty && (status == RosterStatus.Gone || IsDisabled(row)))
        {
            deleted.Add(id);
            absent.Add(id);
            return;
        }

        var given = row.Take("preferredGivenName", required: false, LongestName);
        given ??= row.Take("givenName", required: true, LongestName);
        var family = row.Take("preferredFamilyName", required: false, LongestName);
        family ??= row.Take("familyName", required: true, LongestName);
        var email = TakeEmail(row);
        if (row.IsMisshapen)
        {
            row.RefuseShape();
        }

        if (row.IsFaulty || id is null)
        {
            return;
        }

        var person = new RosterStaff(
            id,
            new RosterName(given!, family!, email),
            [.. places.OrderBy(p => p.School, StringComparer.Ordinal).ThenBy(p => p.Role)],
            [.. ended.OrderBy(p => p.School, StringComparer.Ordinal).ThenBy(p => p.Role)],
            rolesComplete,
            []
        );
        if (!staff.TryAdd(id, person))
        {
            OrgReader.Repeat(row, IsSame(staff[id], person));
        }
    }

    private static bool IsSame(RosterStaff a, RosterStaff b) =>
        a.Name == b.Name
        && a.Roles.SequenceEqual(b.Roles)
        && a.EndedRoles.SequenceEqual(b.EndedRoles);

    private static bool IsDisabled(RosterTable row)
    {
        var enabled = row["enabledUser"];
        if (RosterWords.Is(enabled, "false"))
        {
            row.Warn("A member of staff is not enabled (enabledUser is false): treated as absent.");
            return true;
        }

        if (enabled is not null && !RosterWords.Is(enabled, "true"))
        {
            row.Refuse("enabledUser", "true or false.");
        }

        return false;
    }

    private static string? TakeEmail(RosterTable row)
    {
        var email = row.Take("email", required: false, 254);
        if (email is null)
        {
            return null;
        }

        var check = Person.CheckEmail(email);
        if (!check.IsOk)
        {
            row.Refuse("email", "An e-mail address such as name@school.org, or nothing.");
            return null;
        }

        return check.Value;
    }

    private void TakeRolesWithoutUser()
    {
        foreach (var (id, of) in roles.Unclaimed.OrderBy(r => r.Value.Line))
        {
            if (absent.Contains(id))
            {
                continue;
            }

            if (mode == RosterMode.Delta && known.Contains(id))
            {
                staff.TryAdd(
                    id,
                    new RosterStaff(
                        id,
                        null,
                        [.. of.Roles.OrderBy(p => p.School, StringComparer.Ordinal)],
                        [.. of.Ended.OrderBy(p => p.School, StringComparer.Ordinal)],
                        rolesMode == RosterMode.Bulk,
                        []
                    )
                );
            }
            else if (of.Roles.Count > 0)
            {
                source.Log.Error(
                    source.NameOf("roles"),
                    of.Line,
                    "userSourcedId",
                    id,
                    "The sourcedId of a user in users.csv."
                );
            }
        }
    }
}
