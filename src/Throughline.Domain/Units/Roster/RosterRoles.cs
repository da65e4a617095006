using System.Collections.Frozen;

namespace Throughline.Domain.Units.Roster;

/// <summary>What becomes of the role a roster names.</summary>
public enum RosterRoleKind
{
    /// <summary>Not a word of the standard: the role is left out.</summary>
    Unknown = 0,

    /// <summary>Works here.</summary>
    Staff = 1,

    /// <summary>Student, parent, guardian or relative: dropped while the file is read.</summary>
    Dropped = 2,
}

/// <summary>
/// The roles of OneRoster 1.1 and 1.2 and what they mean here. Both vocabularies are taken in every file, because real
/// 1.1 files name principals and real 1.2 files administrators. There is no coach among them: coaching and membership
/// of an ILT are given in the app.
/// </summary>
public static class RosterRoles
{
    private static readonly FrozenDictionary<string, string> Dropped = new Dictionary<
        string,
        string
    >
    {
        ["student"] = "students",
        ["parent"] = "parents",
        ["guardian"] = "guardians",
        ["relative"] = "relatives",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Working = new[]
    {
        "teacher",
        "aide",
        "proctor",
        "counselor",
        "principal",
        "administrator",
        "siteAdministrator",
        "districtAdministrator",
        "systemAdministrator",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The words for members of staff, for a message about a word that is none.</summary>
    public static string Expected { get; } =
        "teacher, aide, proctor, counselor, principal, administrator, siteAdministrator, districtAdministrator, "
        + "systemAdministrator, student, parent, guardian or relative";

    /// <summary>What becomes of a role; upper and lower case are the same.</summary>
    public static RosterRoleKind KindOf(string? role) =>
        role is null ? RosterRoleKind.Unknown
        : Working.Contains(role) ? RosterRoleKind.Staff
        : Dropped.ContainsKey(role) ? RosterRoleKind.Dropped
        : RosterRoleKind.Unknown;

    /// <summary>The plural under which people of a dropped role are counted.</summary>
    public static string CountedAs(string role) =>
        Dropped.GetValueOrDefault(role, "people without a known role");

    /// <summary>
    /// Our roles for a role of the roster. Whoever leads or administers also works there, so that they belong to the
    /// unit while the leadership waits to be confirmed. Nobody teaches at a district: there they are staff.
    /// </summary>
    /// <param name="role">A role of the kind <see cref="RosterRoleKind.Staff"/>.</param>
    /// <param name="school">The school's sourcedId, or null for the district.</param>
    public static IReadOnlyList<RosterPlace> PlacesOf(string role, string? school) =>
        role.ToUpperInvariant() switch
        {
            "TEACHER" => [new(school, school is null ? Role.Staff : Role.Teacher)],
            "PRINCIPAL" => school is null
                ? [new(null, Role.Staff)]
                : [new(school, Role.Staff), new(school, Role.Principal)],
            "DISTRICTADMINISTRATOR" => [new(school, Role.Staff), new(null, Role.Administrator)],
            "ADMINISTRATOR" or "SITEADMINISTRATOR" or "SYSTEMADMINISTRATOR" =>
            [
                new(school, Role.Staff),
                new(school, Role.Administrator),
            ],
            _ => [new(school, Role.Staff)],
        };
}
