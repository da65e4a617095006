using Throughline.Domain.Units.Roster;

namespace Throughline.Data.Roster;

/// <summary>
/// Reads courses, classes and enrollments as a stream: which grades and subjects members of staff teach where. What is
/// wrong in them is warned about and never blocks, because they only propose instructional teams.
/// </summary>
internal sealed class LoadReader(RosterSource source, OrgReader orgs)
{
    private static readonly RosterColumns CourseColumns = new(
        ["sourcedId"],
        [
            "status",
            "dateLastModified",
            "schoolYearSourcedId",
            "title",
            "courseCode",
            "grades",
            "orgSourcedId",
            "subjects",
            "subjectCodes",
        ]
    );

    private static readonly RosterColumns ClassColumns = new(
        ["sourcedId"],
        [
            "status",
            "dateLastModified",
            "title",
            "grades",
            "courseSourcedId",
            "classCode",
            "classType",
            "location",
            "schoolSourcedId",
            "termSourcedIds",
            "subjects",
            "subjectCodes",
            "periods",
        ],
        new Dictionary<string, string> { ["termSourcedId"] = "termSourcedIds" }
    );

    private static readonly RosterColumns EnrollmentColumns = new(
        ["classSourcedId", "userSourcedId", "role"],
        [
            "sourcedId",
            "status",
            "dateLastModified",
            "schoolSourcedId",
            "primary",
            "beginDate",
            "endDate",
            "courseSourcedId",
        ]
    );

    private readonly Dictionary<string, Lesson> courses = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Lesson> classes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string[]> lists = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Person, string School), Load> loads = [];

    private sealed record Lesson(string? School, string[] Grades, string[] Subjects);

    private sealed class Load
    {
        public SortedSet<string> Grades { get; } = new(StringComparer.Ordinal);
        public SortedSet<string> Subjects { get; } = new(StringComparer.Ordinal);
    }

    /// <summary>Adds loads to the members of staff; says whether they are complete.</summary>
    public (RosterMode Mode, IReadOnlyList<RosterStaff> Staff) Read(
        IReadOnlyList<RosterStaff> staff,
        RosterState existing
    )
    {
        var courseMode = source.ModeOf("courses");
        var classMode = source.ModeOf("classes");
        var mode = source.ModeOf("enrollments");
        if (classMode == RosterMode.Absent || mode == RosterMode.Absent)
        {
            return (RosterMode.Absent, staff);
        }

        var isBulk = classMode == RosterMode.Bulk && mode == RosterMode.Bulk;
        var people = staff.ToDictionary(s => s.SourcedId, StringComparer.Ordinal);
        if (!isBulk)
        {
            foreach (var known in existing.Staff.Where(s => !s.Left))
            {
                people.TryAdd(
                    known.SourcedId,
                    new RosterStaff(known.SourcedId, null, [], [], false, [])
                );
            }
        }

        var readable =
            (courseMode == RosterMode.Absent || Quietly("courses", CourseColumns, ReadCourse))
            && Quietly("classes", ClassColumns, ReadClass)
            && Quietly(
                "enrollments",
                EnrollmentColumns,
                row => ReadEnrollment(row, people, isBulk)
            );
        if (!readable)
        {
            return (RosterMode.Absent, staff);
        }

        var byPerson = loads
            .OrderBy(l => l.Key.School, StringComparer.Ordinal)
            .ToLookup(
                l => l.Key.Person,
                l => RosterLoad.Of(l.Key.School, l.Value.Grades, l.Value.Subjects)
            );
        return (
            isBulk ? RosterMode.Bulk : RosterMode.Delta,
            [
                .. people
                    .Values.Where(p =>
                        p.Name is not null
                        || p.Roles.Count + p.EndedRoles.Count > 0
                        || byPerson.Contains(p.SourcedId)
                    )
                    .Select(p => p with { Loads = [.. byPerson[p.SourcedId]] })
                    .OrderBy(p => p.SourcedId, StringComparer.Ordinal),
            ]
        );
    }

    private void ReadCourse(RosterTable row)
    {
        if (row["sourcedId"] is { } id && !IsGone(row))
        {
            courses.TryAdd(
                id,
                new Lesson(
                    null,
                    ListOf(row["grades"], grades: true),
                    ListOf(row["subjects"], grades: false)
                )
            );
        }
    }

    private void ReadClass(RosterTable row)
    {
        if (row["sourcedId"] is not { } id || IsGone(row))
        {
            return;
        }

        var course = row["courseSourcedId"] is { } c ? courses.GetValueOrDefault(c) : null;
        var grades = ListOf(row["grades"], grades: true);
        var subjects = ListOf(row["subjects"], grades: false);
        classes.TryAdd(
            id,
            new Lesson(
                SchoolOf(row),
                grades.Length > 0 ? grades : course?.Grades ?? [],
                subjects.Length > 0 ? subjects : course?.Subjects ?? []
            )
        );
    }

    private void ReadEnrollment(
        RosterTable row,
        Dictionary<string, RosterStaff> people,
        bool isBulk
    )
    {
        if (
            !RosterWords.Is(row["role"], "teacher")
            || row["userSourcedId"] is not { } person
            || !people.ContainsKey(person)
            || row["classSourcedId"] is not { } id
            || IsGone(row)
        )
        {
            return;
        }

        if (!classes.TryGetValue(id, out var lesson))
        {
            if (isBulk)
            {
                row.Warn("A teacher is enrolled in a class that is not in classes.csv.");
            }

            return;
        }

        var school = lesson.School ?? SchoolOf(row);
        if (school is null || lesson.Grades.Length + lesson.Subjects.Length == 0)
        {
            return;
        }

        if (!loads.TryGetValue((person, school), out var load))
        {
            loads.Add((person, school), load = new Load());
        }

        load.Grades.UnionWith(lesson.Grades);
        load.Subjects.UnionWith(lesson.Subjects);
    }

    private static bool IsGone(RosterTable row) =>
        row["status"] is { } status
        && (RosterWords.Is(status, "tobedeleted") || RosterWords.Is(status, "inactive"));

    private string? SchoolOf(RosterTable row) =>
        row["schoolSourcedId"] is { } org && orgs.Knows(org) ? orgs.SchoolOf(org, out _) : null;

    // Thousands of classes share a handful of lists.
    private string[] ListOf(string? text, bool grades)
    {
        if (text is null)
        {
            return [];
        }

        var key = (grades ? "g" : "s") + text;
        if (!lists.TryGetValue(key, out var list))
        {
            list =
            [
                .. RosterWords
                    .List(text, ',')
                    .Select(w => grades ? RosterWords.Grade(w) : w.Replace('|', '/'))
                    .Where(w => w.Length <= 60 && !w.Contains('\uFFFD', StringComparison.Ordinal))
                    .Select(w => Domain.Shared.Text.CleanLine(w))
                    .OfType<string>(),
            ];
            lists.Add(key, list);
        }

        return list;
    }

    // Errors of these files become warnings.
    private bool Quietly(string name, RosterColumns columns, Action<RosterTable> row)
    {
        var log = new RosterLog();
        var readable = source.With(log).Each(name, columns, row);
        var reading = log.Reading(null);
        foreach (var warning in reading.Warnings)
        {
            source.Log.Warn(warning.File, warning.Line, warning.Message);
        }

        foreach (var error in reading.Errors)
        {
            source.Log.Warn(
                error.File,
                error.Line,
                $"{(error.Column is null ? "" : error.Column + ": ")}{error.Expected} What people teach may be incomplete."
            );
        }

        return readable;
    }
}
