using System.Globalization;

namespace Throughline.Domain.Units.Roster;

/// <summary>What the rows of one part of a roster say about rows that are not there.</summary>
public enum RosterMode
{
    /// <summary>The part is not in the file: everything stays as it is.</summary>
    Absent = 0,

    /// <summary>All there is: what is missing is no longer active.</summary>
    Bulk = 1,

    /// <summary>What changed: what is missing stays as it is.</summary>
    Delta = 2,
}

/// <summary>A school of the roster.</summary>
/// <param name="SourcedId">Its id in the system the roster comes from.</param>
/// <param name="Name">Its name, 1 to 120 characters.</param>
public sealed record RosterSchool(string SourcedId, string Name);

/// <summary>A session of type schoolYear. Terms and grading periods are not kept.</summary>
/// <param name="SourcedId">Its id in the source.</param>
/// <param name="Title">Its title, 1 to 40 characters.</param>
/// <param name="FirstDay">First day, included.</param>
/// <param name="LastDay">Last day, included; after the first.</param>
public sealed record RosterSchoolYear(
    string SourcedId,
    string Title,
    DateOnly FirstDay,
    DateOnly LastDay
);

/// <summary>A role in a unit. Two with the same unit and role are the same.</summary>
/// <param name="School">The school's sourcedId, or null for the district.</param>
/// <param name="Role">Which role.</param>
public sealed record RosterPlace(string? School, Role Role);

/// <summary>What someone teaches at a school: it proposes instructional teams and nothing else.</summary>
/// <param name="School">The school's sourcedId.</param>
/// <param name="Grades">Grades as the roster names them, sorted.</param>
/// <param name="Subjects">Subjects as the roster names them, sorted.</param>
public sealed record RosterLoad(
    string School,
    IReadOnlyList<string> Grades,
    IReadOnlyList<string> Subjects
)
{
    /// <summary>
    /// Makes a load of words in any order. What does not fit into a <see cref="TeachingLoad"/> is left off at the end, the
    /// same each time, so that a second import finds what the first one kept.
    /// </summary>
    public static RosterLoad Of(
        string school,
        IEnumerable<string> grades,
        IEnumerable<string> subjects
    ) =>
        new(
            school,
            Fit(grades, TeachingLoad.LongestGrades),
            Fit(subjects, TeachingLoad.LongestSubjects)
        );

    private static List<string> Fit(IEnumerable<string> words, int longest)
    {
        var length = -1;
        return
        [
            .. words
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
                .TakeWhile(w => (length += w.Length + 1) <= longest),
        ];
    }
}

/// <summary>A person's name and address as the roster gives them.</summary>
/// <param name="Given">Given name; the preferred one when the roster has it.</param>
/// <param name="Family">Family name; the preferred one when the roster has it.</param>
/// <param name="Email">E-mail in lower case, or null.</param>
public sealed record RosterName(string Given, string Family, string? Email);

/// <summary>A member of staff in the roster. There is no such record of a student or a parent.</summary>
/// <param name="SourcedId">The user's id in the source.</param>
/// <param name="Name">Name and address, or null when this file says nothing about them.</param>
/// <param name="Roles">Roles named by the file, already translated into ours.</param>
/// <param name="EndedRoles">Roles a delta file takes away.</param>
/// <param name="RolesComplete">True when <paramref name="Roles"/> is all of them, false when it only adds.</param>
/// <param name="Loads">What the person teaches, by school.</param>
public sealed record RosterStaff(
    string SourcedId,
    RosterName? Name,
    IReadOnlyList<RosterPlace> Roles,
    IReadOnlyList<RosterPlace> EndedRoles,
    bool RolesComplete,
    IReadOnlyList<RosterLoad> Loads
);

/// <summary>One kind of row in a roster.</summary>
/// <param name="Mode">What absence means.</param>
/// <param name="Rows">The rows, one for each sourcedId.</param>
/// <param name="Deleted">The sourcedIds a delta file takes away.</param>
public sealed record RosterPart<T>(
    RosterMode Mode,
    IReadOnlyList<T> Rows,
    IReadOnlyList<string> Deleted
)
{
    /// <summary>A part that is not in the file.</summary>
    public static RosterPart<T> Absent { get; } = new(RosterMode.Absent, [], []);
}

/// <summary>How many people of a kind were dropped while the file was read. Nothing else about them is known.</summary>
/// <param name="Kind">The kind in the plural: students, parents.</param>
/// <param name="Count">How many.</param>
public sealed record RosterLeftOut(string Kind, int Count)
{
    /// <summary>The count with its kind: 16552 students, 1 parent.</summary>
    public string Text =>
        Count != 1 ? string.Create(CultureInfo.InvariantCulture, $"{Count} {Kind}")
        : Kind.StartsWith("people", StringComparison.Ordinal) ? $"1 person{Kind[6..]}"
        : $"1 {Kind.TrimEnd('s')}";
}

/// <summary>
/// What a roster file says about organisations, school years and staff, after reading and checking. It never holds
/// anything about students, parents or passwords, so it may be stored until someone has looked at the preview.
/// </summary>
/// <param name="DistrictSourcedId">The district's id in the source, or null when the file names none.</param>
/// <param name="DistrictName">The district's name in the source.</param>
/// <param name="Schools">Schools.</param>
/// <param name="SchoolYears">School years.</param>
/// <param name="Staff">Staff.</param>
/// <param name="Loads">Whether teaching loads are complete (bulk), only add (delta) or are not in the file.</param>
/// <param name="LeftOut">People who were dropped, by kind.</param>
public sealed record RosterSnapshot(
    string? DistrictSourcedId,
    string? DistrictName,
    RosterPart<RosterSchool> Schools,
    RosterPart<RosterSchoolYear> SchoolYears,
    RosterPart<RosterStaff> Staff,
    RosterMode Loads,
    IReadOnlyList<RosterLeftOut> LeftOut
);
