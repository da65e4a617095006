using Throughline.Domain.Units.Roster;

namespace Throughline.Data.Roster;

/// <summary>Reads roles.csv of OneRoster 1.2: who is staff, and where.</summary>
internal sealed class RoleReader(RosterSource source, OrgReader orgs, DateOnly today)
{
    private static readonly RosterColumns Columns = new(
        ["sourcedId", "userSourcedId", "role", "orgSourcedId"],
        ["status", "dateLastModified", "roleType", "beginDate", "endDate", "userProfileSourcedId"]
    );

    private static readonly string[] Nobody = ["people without a known role"];

    private readonly Dictionary<string, StaffRoles> staff = new(StringComparer.Ordinal);

    // Of people who are dropped only a number is kept, from which no id can be had back, with the kind to count them under.
    private readonly Dictionary<ulong, byte> dropped = [];
    private readonly List<string> kinds = [];
    private RosterMode mode;

    /// <summary>The roles of one member of staff.</summary>
    public sealed class StaffRoles(int line)
    {
        public int Line => line;
        public HashSet<RosterPlace> Roles { get; } = [];
        public HashSet<RosterPlace> Ended { get; } = [];
        public bool IsClaimed { get; set; }
    }

    public RosterMode Read()
    {
        mode = source.ModeOf("roles");
        if (mode != RosterMode.Absent)
        {
            source.Each("roles", Columns, ReadRow);
        }

        return mode;
    }

    /// <summary>The roles of a member of staff, or null for everybody else.</summary>
    public StaffRoles? Of(string sourcedId) => staff.GetValueOrDefault(sourcedId);

    /// <summary>What to count a dropped person as.</summary>
    public string CountedAs(string? sourcedId) =>
        sourcedId is not null && dropped.TryGetValue(Hash(sourcedId), out var kind)
            ? kinds[kind]
            : Nobody[0];

    /// <summary>Staff whom users.csv did not name.</summary>
    public IEnumerable<KeyValuePair<string, StaffRoles>> Unclaimed =>
        staff.Where(s => !s.Value.IsClaimed);

    private void ReadRow(RosterTable row)
    {
        if (row.IsFaulty)
        {
            return;
        }

        var role = row["role"];
        var user = row["userSourcedId"];
        switch (RosterRowKinds.Of(row, role))
        {
            case RosterRoleKind.Dropped:
                Drop(user, role);
                return;
            case RosterRoleKind.Unknown when row.IsMisshapen:
            case RosterRoleKind.Staff when row.IsMisshapen:
                row.RefuseShape();
                return;
            case RosterRoleKind.Unknown:
                row.Warn(
                    $"The role {RosterRowKinds.Shown(role)} is not one of the standard and was left out."
                );
                return;
            default:
                ReadStaffRow(row, role!);
                return;
        }
    }

    private void Drop(string? user, string? role)
    {
        if (user is null || role is null)
        {
            return;
        }

        var kind = RosterRoles.CountedAs(role);
        if (!kinds.Contains(kind, StringComparer.Ordinal))
        {
            kinds.Add(kind);
        }

        dropped.TryAdd(Hash(user), (byte)kinds.IndexOf(kind));
    }

    private void ReadStaffRow(RosterTable row, string role)
    {
        var status = RosterWords.StatusOf(row, mode);
        var user = row.TakeId("userSourcedId");
        var org = row.TakeId("orgSourcedId");
        var end = row.TakeDay("endDate", required: false);
        row.TakeDay("beginDate", required: false);
        if (org is not null && !orgs.Knows(org))
        {
            row.Refuse("orgSourcedId", "The sourcedId of an organisation in orgs.csv.");
        }

        if (row.IsMisshapen)
        {
            row.RefuseShape();
        }

        if (row.IsFaulty || user is null || org is null)
        {
            return;
        }

        var over = end < today;
        if (over)
        {
            row.Warn("A role ended before today and was treated as absent.");
        }

        if ((over || status == RosterStatus.Gone) && mode == RosterMode.Bulk)
        {
            return;
        }

        var school = orgs.SchoolOf(org, out var isExact);
        RosterRowKinds.WarnAboutPlace(row, school, isExact);
        if (!staff.TryGetValue(user, out var roles))
        {
            staff.Add(user, roles = new StaffRoles(row.Line));
        }

        var set = over || status == RosterStatus.Gone ? roles.Ended : roles.Roles;
        set.UnionWith(RosterRoles.PlacesOf(role, school));
    }

    // FNV-1a, 64 bits.
    private static ulong Hash(string text)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in text)
        {
            hash = (hash ^ c) * 1099511628211UL;
        }

        return hash;
    }
}

/// <summary>Tells whom a row with a role is about, so that a faulty row of a dropped person never blocks.</summary>
internal static class RosterRowKinds
{
    /// <summary>
    /// The kind of a row. When its fields do not fit the header, the role may stand in another column: a row that names a
    /// dropped role and no working one anywhere is about a dropped person.
    /// </summary>
    public static RosterRoleKind Of(RosterTable row, string? role)
    {
        var kind = RosterRoles.KindOf(role);
        if (!row.IsMisshapen || kind == RosterRoleKind.Dropped)
        {
            return kind;
        }

        var kinds = row.Fields.Select(RosterRoles.KindOf).ToHashSet();
        return kinds.Contains(RosterRoleKind.Staff) ? RosterRoleKind.Staff
            : kinds.Contains(RosterRoleKind.Dropped) ? RosterRoleKind.Dropped
            : RosterRoleKind.Unknown;
    }

    /// <summary>A role word for a message, unless it looks like anything but a word.</summary>
    public static string Shown(string? role) =>
        role is null ? "(none)"
        : role.Length <= 40 && role.All(c => char.IsAsciiLetter(c) || c is ':' or '_' or '-' or ' ')
            ? $"“{role}”"
        : "of a row";

    public static void WarnAboutPlace(RosterTable row, string? school, bool isExact)
    {
        if (!isExact)
        {
            row.Warn(
                school is null
                    ? "Someone belongs to an organisation that is no school and lies in none: they were put at the district."
                    : "Someone belongs to an organisation that is no school: they were put at the school it lies in."
            );
        }
    }
}
