using Throughline.Domain.Units;
using Throughline.Domain.Units.Roster;

namespace Throughline.Data.Roster;

/// <summary>
/// Reads a plain sheet of staff, one row for each role of a person at a school. It only adds and changes: whoever is not
/// in it stays.
/// </summary>
internal sealed class StaffSheetReader(RosterState existing, RosterLimits limits, RosterLog log)
{
    /// <summary>The sheet to fill in, with one example row.</summary>
    public const string Template =
        "Given name,Family name,E-mail,School,Role,Grades,Subjects,Id\r\n"
        + "Ann,Example,ann.example@school.example,Lincoln Elementary,teacher,\"03, 04\",Mathematics,\r\n";

    private const string Roles =
        "teacher, staff, aide, counselor, coach, principal or administrator";

    private static readonly RosterColumns Columns = new(
        ["given name", "family name", "e-mail", "school", "role"],
        ["grades", "subjects", "id"],
        new Dictionary<string, string>
        {
            ["first name"] = "given name",
            ["last name"] = "family name",
            ["surname"] = "family name",
            ["email"] = "e-mail",
            ["mail"] = "e-mail",
            ["e-mail address"] = "e-mail",
            ["email address"] = "e-mail",
            ["grade"] = "grades",
            ["subject"] = "subjects",
            ["sourcedid"] = "id",
        }
    );

    private readonly Dictionary<string, Entry> staff = new(StringComparer.Ordinal);
    private readonly Dictionary<string, RosterSchool> added = new(StringComparer.Ordinal);
    private readonly ILookup<string, KnownSchool> known = existing.Schools.ToLookup(
        s => s.Name,
        StringComparer.OrdinalIgnoreCase
    );

    private sealed class Entry(RosterName name)
    {
        public RosterName Name => name;
        public HashSet<RosterPlace> Roles { get; } = [];
        public Dictionary<
            string,
            (SortedSet<string> Grades, SortedSet<string> Subjects)
        > Loads { get; } = new(StringComparer.Ordinal);
    }

    public RosterSnapshot Read(Stream stream, string name, string start)
    {
        var header = start.ReplaceLineEndings("\n").Split('\n')[0];
        if (
            header.Contains("dateLastModified", StringComparison.OrdinalIgnoreCase)
            || header.Contains("sourcedId", StringComparison.OrdinalIgnoreCase)
                && header.Contains("givenName", StringComparison.OrdinalIgnoreCase)
        )
        {
            throw new RosterStopException(
                "This is one file of a OneRoster export. Put all its CSV files into one zip and choose that."
            );
        }

        using var row = new RosterTable(stream, name, Columns, limits, log, Plain);
        while (row.IsReadable && row.Read())
        {
            ReadRow(row);
        }

        return new RosterSnapshot(
            null,
            null,
            new(
                added.Count == 0 ? RosterMode.Absent : RosterMode.Delta,
                [.. added.Values.OrderBy(s => s.SourcedId, StringComparer.Ordinal)],
                []
            ),
            RosterPart<RosterSchoolYear>.Absent,
            new(
                RosterMode.Delta,
                [.. staff.OrderBy(s => s.Key, StringComparer.Ordinal).Select(StaffOf)],
                []
            ),
            RosterMode.Delta,
            log.LeftOut
        );
    }

    private static RosterStaff StaffOf(KeyValuePair<string, Entry> entry) =>
        new(
            entry.Key,
            entry.Value.Name,
            [
                .. entry
                    .Value.Roles.OrderBy(p => p.School, StringComparer.Ordinal)
                    .ThenBy(p => p.Role),
            ],
            [],
            RolesComplete: false,
            [
                .. entry
                    .Value.Loads.OrderBy(l => l.Key, StringComparer.Ordinal)
                    .Select(l => RosterLoad.Of(l.Key, l.Value.Grades, l.Value.Subjects)),
            ]
        );

    private void ReadRow(RosterTable row)
    {
        if (row.IsFaulty)
        {
            return;
        }

        var role = row["role"];
        var kind = RosterRowKinds.Of(row, role);
        if (kind == RosterRoleKind.Dropped)
        {
            log.LeaveOut(RosterRoles.CountedAs(role ?? ""));
            return;
        }

        if (row.IsMisshapen)
        {
            row.RefuseShape();
            return;
        }

        var given = row.Take("given name", required: true, 80);
        var family = row.Take("family name", required: true, 80);
        var email = TakeEmail(row);
        var id = row.Take("id", required: false, 255);
        if (id is null && email is null && !row.IsFaulty)
        {
            row.Refuse(
                "e-mail",
                "An e-mail address or an id, so that the person is known again next time."
            );
        }

        var school = TakeSchool(row);
        var places = PlacesOf(row, role, school);
        if (row.IsMisshapen)
        {
            row.RefuseShape();
        }

        if (!row.IsFaulty)
        {
            Add(
                row,
                id ?? RosterSheetIds.For(email!),
                new RosterName(given!, family!, email),
                places,
                school
            );
        }
    }

    private void Add(
        RosterTable row,
        string id,
        RosterName name,
        IReadOnlyList<RosterPlace> places,
        string? school
    )
    {
        if (!staff.TryGetValue(id, out var entry))
        {
            staff.Add(id, entry = new Entry(name));
        }
        else if (entry.Name != name)
        {
            row.Refuse("given name", "The same name and e-mail as in the person's earlier row.");
            return;
        }

        entry.Roles.UnionWith(places);
        string[] grades =
        [
            .. RosterWords
                .List(row.Take("grades", required: false, 200), ',', ';')
                .Select(RosterWords.Grade),
        ];
        string[] subjects =
        [
            .. RosterWords.List(row.Take("subjects", required: false, 400), ',', ';', '|'),
        ];
        if (school is null || grades.Length + subjects.Length == 0)
        {
            return;
        }

        if (!entry.Loads.TryGetValue(school, out var load))
        {
            entry.Loads.Add(
                school,
                load = (new(StringComparer.Ordinal), new(StringComparer.Ordinal))
            );
        }

        load.Grades.UnionWith(grades);
        load.Subjects.UnionWith(subjects);
    }

    private static IReadOnlyList<RosterPlace> PlacesOf(
        RosterTable row,
        string? role,
        string? school
    )
    {
        if (RosterWords.Is(role, "staff") || RosterWords.Is(role, "aide"))
        {
            return [new(school, Role.Staff)];
        }

        if (RosterWords.Is(role, "coach"))
        {
            return [new(school, Role.Staff), new(school, Role.Coach)];
        }

        if (RosterRoles.KindOf(role) == RosterRoleKind.Staff)
        {
            return RosterRoles.PlacesOf(role!, school);
        }

        row.Refuse("role", $"{Roles}.");
        return [];
    }

    private static string? TakeEmail(RosterTable row)
    {
        var email = row.Take("e-mail", required: false, 254);
        if (email is null)
        {
            return null;
        }

        var check = Person.CheckEmail(email);
        if (!check.IsOk)
        {
            row.Refuse("e-mail", "An e-mail address such as name@school.org.");
        }

        return check.IsOk ? check.Value : null;
    }

    // Schools are named here, not numbered: by name among the district's, or a new one, which the preview shows.
    private string? TakeSchool(RosterTable row)
    {
        var name = row.Take("school", required: false, 120);
        if (name is null || RosterWords.Is(name, existing.DistrictName))
        {
            return null;
        }

        switch (known[name].Take(2).ToList())
        {
            case [var one]:
                return one.SourcedId;
            case { Count: > 1 }:
                row.Refuse("school", "A name that one school has; several schools have this one.");
                return null;
        }

        var id = RosterSheetIds.For("school:" + Slug.From(name));
        if (added.TryAdd(id, new RosterSchool(id, name)))
        {
            row.Warn($"The district has no school “{name}” yet: it will be added.");
        }

        return id;
    }

    private static string Plain(string header) => header.Trim().Replace('_', ' ');
}
