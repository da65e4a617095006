using System.Globalization;

namespace Throughline.Domain.Units.Roster;

/// <summary>
/// Works out what a roster would change. Rows are matched by sourcedId and never by name; what someone set by hand
/// stays; the order of rows does not matter, and a roster that was applied changes nothing the second time.
/// </summary>
public static class RosterComparison
{
    /// <summary>Above this share of active staff from the roster, a bulk file's deactivations are confirmed by typing their number.</summary>
    public const int PercentToConfirm = 10;

    /// <summary>Compares a roster with what the district holds.</summary>
    /// <param name="incoming">The roster, read and checked.</param>
    /// <param name="existing">What the district holds.</param>
    public static RosterChanges Compare(RosterSnapshot incoming, RosterState existing)
    {
        var kept = new List<KeptByHand>();
        var warnings = new List<string>();
        var names = UnitNames(incoming, existing);
        var (schools, sameSchools) = CompareSchools(incoming.Schools, existing, kept);
        WarnAboutNames(schools, existing, warnings);
        WarnAboutDistrict(incoming, existing, warnings);
        var years = CompareYears(incoming.SchoolYears, existing, kept);
        var staff = new StaffComparison(incoming, existing, names, kept, warnings).Run();

        return new RosterChanges(
            CompareDistrict(incoming, existing),
            schools,
            years,
            staff.Changes,
            sameSchools,
            staff.Unchanged,
            [
                .. kept.OrderBy(k => k.Label, StringComparer.Ordinal)
                    .ThenBy(k => k.Field, StringComparer.Ordinal)
                    .ThenBy(k => k.Roster, StringComparer.Ordinal),
            ],
            ProposalsIn(staff.Changes, names),
            [.. warnings.Order(StringComparer.Ordinal)],
            ToConfirm(incoming, existing, schools, staff.Changes)
        );
    }

    private static UnitNames UnitNames(RosterSnapshot incoming, RosterState existing)
    {
        var names = existing.Schools.ToDictionary(
            s => s.SourcedId,
            s => s.Name,
            StringComparer.Ordinal
        );
        foreach (var school in incoming.Schools.Rows)
        {
            names.TryAdd(school.SourcedId, school.Name);
        }

        return new UnitNames(names);
    }

    private static DistrictChange? CompareDistrict(RosterSnapshot incoming, RosterState existing)
    {
        if (incoming.DistrictSourcedId is not { } id)
        {
            return null;
        }

        if (existing.DistrictSourcedId is null)
        {
            // The name of a district made in the app was typed by someone: the roster only ties itself to it.
            return new(id, existing.DistrictName, existing.DistrictName);
        }

        // Another id than before: the district's system gave out new ones, and someone has agreed to what that means.
        var name =
            existing.DistrictNameSetByHand || incoming.DistrictName is null
                ? existing.DistrictName
                : incoming.DistrictName;
        return id == existing.DistrictSourcedId && name == existing.DistrictName
            ? null
            : new(id, existing.DistrictName, name);
    }

    private static (IReadOnlyList<SchoolChange> Changes, int Unchanged) CompareSchools(
        RosterPart<RosterSchool> incoming,
        RosterState existing,
        List<KeptByHand> kept
    )
    {
        var known = existing.Schools.ToDictionary(s => s.SourcedId, StringComparer.Ordinal);
        var changes = new List<SchoolChange>();
        foreach (var school in incoming.Rows)
        {
            if (!known.TryGetValue(school.SourcedId, out var now))
            {
                changes.Add(new(RosterAction.Add, school.SourcedId, school.Name, []));
                continue;
            }

            var fields = new List<RosterFieldChange>();
            if (now.Name != school.Name && now.NameSetByHand)
            {
                kept.Add(new(now.Name, "name", now.Name, school.Name));
            }
            else if (now.Name != school.Name)
            {
                fields.Add(new("name", now.Name, school.Name));
            }

            var opens = now.Closed && !now.ClosureSetByHand;
            if (now.Closed && !opens)
            {
                kept.Add(new(now.Name, "open", "no", "yes"));
            }

            if (opens || fields.Count > 0)
            {
                changes.Add(
                    new(
                        opens ? RosterAction.Reactivate : RosterAction.Change,
                        school.SourcedId,
                        now.NameSetByHand ? now.Name : school.Name,
                        fields
                    )
                );
            }
        }

        var unchanged = incoming.Rows.Count - changes.Count;
        foreach (
            var school in Gone(incoming, s => s.SourcedId, existing.Schools, s => s.SourcedId)
                .Where(s => !s.Closed)
        )
        {
            if (school.ClosureSetByHand)
            {
                kept.Add(new(school.Name, "open", "yes", "no"));
            }
            else
            {
                changes.Add(new(RosterAction.Deactivate, school.SourcedId, school.Name, []));
            }
        }

        return ([.. changes.OrderBy(c => c.SourcedId, StringComparer.Ordinal)], unchanged);
    }

    private static void WarnAboutDistrict(
        RosterSnapshot incoming,
        RosterState existing,
        List<string> warnings
    )
    {
        if (
            incoming.DistrictSourcedId is { } id
            && existing.DistrictSourcedId is { } before
            && id != before
        )
        {
            warnings.Add(
                $"The file is about the district {incoming.DistrictName ?? id} ({id}); {existing.DistrictName} is {before} here. Is it the file of another district? If your system gave out new ids, everything that came with the old ones is deactivated."
            );
        }
    }

    // Schools are not merged by name either, but two of one name are rarely meant.
    private static void WarnAboutNames(
        IReadOnlyList<SchoolChange> schools,
        RosterState existing,
        List<string> warnings
    )
    {
        var names = existing
            .Schools.Select(s => s.Name)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        warnings.AddRange(
            schools
                .Where(c => c.Action == RosterAction.Add && names.Contains(c.Label))
                .Select(c =>
                    $"There is a school named {c.Label} already, with another id or none. The roster's is added beside it; rename or close the one that is not meant."
                )
        );
    }

    // A school year is never taken away: meetings and rounds lie in it.
    private static IReadOnlyList<SchoolYearChange> CompareYears(
        RosterPart<RosterSchoolYear> incoming,
        RosterState existing,
        List<KeptByHand> kept
    )
    {
        var known = existing.SchoolYears.ToDictionary(y => y.SourcedId, StringComparer.Ordinal);
        var changes = new List<SchoolYearChange>();
        foreach (var year in incoming.Rows.OrderBy(y => y.SourcedId, StringComparer.Ordinal))
        {
            if (!known.TryGetValue(year.SourcedId, out var now))
            {
                changes.Add(new(RosterAction.Add, year, []));
                continue;
            }

            RosterFieldChange[] differences =
            [
                new("title", now.Name, year.Title),
                new("first day", Day(now.FirstDay), Day(year.FirstDay)),
                new("last day", Day(now.LastDay), Day(year.LastDay)),
            ];
            RosterFieldChange[] fields = [.. differences.Where(f => f.Old != f.New)];
            if (fields.Length > 0 && now.SetByHand)
            {
                kept.AddRange(fields.Select(f => new KeptByHand(now.Name, f.Field, f.Old, f.New)));
            }
            else if (fields.Length > 0)
            {
                changes.Add(new(RosterAction.Change, year, fields));
            }
        }

        return changes;
    }

    /// <summary>What a bulk file no longer names and what a delta file takes away.</summary>
    internal static IEnumerable<TKnown> Gone<TRow, TKnown>(
        RosterPart<TRow> incoming,
        Func<TRow, string> idOfRow,
        IEnumerable<TKnown> known,
        Func<TKnown, string> idOfKnown
    )
    {
        var named = incoming.Rows.Select(idOfRow).ToHashSet(StringComparer.Ordinal);
        var deleted = incoming.Deleted.ToHashSet(StringComparer.Ordinal);
        return known.Where(k =>
            !named.Contains(idOfKnown(k))
            && (
                deleted.Contains(idOfKnown(k))
                || incoming.Mode == RosterMode.Bulk && !RosterSheetIds.IsOne(idOfKnown(k))
            )
        );
    }

    private static IReadOnlyList<RosterProposal> ProposalsIn(
        IReadOnlyList<StaffChange> staff,
        UnitNames names
    ) =>
        [
            .. staff.SelectMany(c =>
                c.Gives.Where(p => p.Role is not (Role.Teacher or Role.Staff))
                    .Select(p => new RosterProposal(c.SourcedId, c.Label, p, names.Of(p.School)))
            ),
        ];

    private static int? ToConfirm(
        RosterSnapshot incoming,
        RosterState existing,
        IReadOnlyList<SchoolChange> schools,
        IReadOnlyList<StaffChange> staff
    )
    {
        var closing = schools.Count(c => c.Action == RosterAction.Deactivate);
        var leaving = staff
            .Where(c => c.Action == RosterAction.Deactivate)
            .Select(c => c.SourcedId)
            .ToHashSet(StringComparer.Ordinal);
        var active = existing.Staff.Where(s => !s.Left).ToList();
        var ask =
            incoming.Schools.Mode == RosterMode.Bulk && closing > 0
            || incoming.Staff.Mode == RosterMode.Bulk
                && (
                    leaving.Count * 100 > active.Count * PercentToConfirm
                    || EmptiesASchool(active, leaving)
                );
        return !ask ? null
            : leaving.Count > 0 ? leaving.Count
            : closing;
    }

    // A school that stays in the file without any of its people is as gone as one that is missing.
    private static bool EmptiesASchool(List<KnownStaff> active, HashSet<string> leaving) =>
        active
            .SelectMany(s =>
                s.Roles.Where(r => r.Status == RoleStatus.Active && r.Place.School is not null)
                    .Select(r => (r.Place.School, s.SourcedId))
            )
            .Distinct()
            .GroupBy(x => x.School, x => x.SourcedId, StringComparer.Ordinal)
            .Any(school => school.Count() > 1 && school.All(leaving.Contains));

    private static string Day(DateOnly day) =>
        day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>
/// Ids of people and schools that no OneRoster file knows: those of a one-sheet file, made from the e-mail address or the
/// name, and those of schools made in the app.
/// </summary>
public static class RosterSheetIds
{
    private const string Prefix = "sheet:";
    private const string UnitPrefix = "unit:";

    /// <summary>The id for an address.</summary>
    public static string For(string email) => Prefix + email;

    /// <summary>The id under which a school made in the app is known to a sheet.</summary>
    public static string For(Guid unitId) => UnitPrefix + unitId.ToString("N");

    /// <summary>True for such an id: its absence from a OneRoster file says nothing.</summary>
    public static bool IsOne(string sourcedId) =>
        sourcedId.StartsWith(Prefix, StringComparison.Ordinal)
        || sourcedId.StartsWith(UnitPrefix, StringComparison.Ordinal);
}

/// <summary>Names of units for the preview.</summary>
internal sealed class UnitNames(IReadOnlyDictionary<string, string> schools)
{
    /// <summary>A school's name, or “the district”.</summary>
    public string Of(string? school) =>
        school is null ? "the district" : schools.GetValueOrDefault(school, school);

    /// <summary>Roles as the preview shows them, or null for none.</summary>
    public string? Roles(IEnumerable<RosterPlace> places) =>
        Join(
            places.Select(p =>
                p.Role is Role.Teacher or Role.Staff
                    ? $"{Word(p.Role)} at {Of(p.School)}"
                    : $"{Word(p.Role)} at {Of(p.School)} (to be confirmed)"
            )
        );

    /// <summary>Teaching loads as the preview shows them, or null for none.</summary>
    public string? Loads(IEnumerable<RosterLoad> loads) =>
        Join(
            loads.Select(l =>
                $"{Of(l.School)}: {string.Join(", ", l.Grades.Select(g => $"grade {g}").Concat(l.Subjects))}"
            )
        );

    private static string? Join(IEnumerable<string> parts)
    {
        var text = string.Join("; ", parts.Order(StringComparer.Ordinal));
        return text.Length == 0 ? null : text;
    }

    private static string Word(Role role) =>
        role switch
        {
            Role.Teacher => "Teacher",
            Role.Staff => "Staff",
            Role.Principal => "Principal",
            Role.Administrator => "Administrator",
            Role.Coach => "Coach",
            Role.DistrictLeader => "District leader",
            Role.Supervisor => "Supervisor",
            Role.SchoolImprovementTeamMember => "School Improvement Team member",
            Role.Observer => "Observer",
            _ => throw new ArgumentOutOfRangeException(nameof(role), role, "No such role."),
        };
}
