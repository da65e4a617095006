namespace Throughline.Domain.Units.Roster;

/// <summary>A school of the district that came from a roster.</summary>
/// <param name="SourcedId">Its id in the source.</param>
/// <param name="Name">Its name now.</param>
/// <param name="NameSetByHand">True when the name is not to be overwritten.</param>
/// <param name="Closed">True when it is closed.</param>
/// <param name="ClosureSetByHand">True when a roster neither closes nor opens it.</param>
public sealed record KnownSchool(
    string SourcedId,
    string Name,
    bool NameSetByHand,
    bool Closed,
    bool ClosureSetByHand = false
);

/// <summary>A school year of the district that came from a roster.</summary>
/// <param name="SourcedId">Its id in the source.</param>
/// <param name="Name">Its name now.</param>
/// <param name="FirstDay">First day, included.</param>
/// <param name="LastDay">Last day, included.</param>
/// <param name="SetByHand">True when it is not to be overwritten.</param>
public sealed record KnownSchoolYear(
    string SourcedId,
    string Name,
    DateOnly FirstDay,
    DateOnly LastDay,
    bool SetByHand
);

/// <summary>A role a person has or had.</summary>
/// <param name="Place">Where, and which role.</param>
/// <param name="Status">Proposed, in force or over.</param>
/// <param name="FromRoster">True when a roster gave it.</param>
/// <param name="EndedByRoster">True when a roster ended it, false when a person did.</param>
public sealed record KnownRole(
    RosterPlace Place,
    RoleStatus Status,
    bool FromRoster,
    bool EndedByRoster
);

/// <summary>A person of the district who came from a roster.</summary>
/// <param name="SourcedId">The user's id in the source.</param>
/// <param name="Name">Name and address now.</param>
/// <param name="SetByHand">What is not to be overwritten.</param>
/// <param name="Left">True when the person has left.</param>
/// <param name="Roles">Roles at the district and at schools that came from a roster, former ones too.</param>
/// <param name="Loads">What they teach.</param>
public sealed record KnownStaff(
    string SourcedId,
    RosterName Name,
    PersonFields SetByHand,
    bool Left,
    IReadOnlyList<KnownRole> Roles,
    IReadOnlyList<RosterLoad> Loads
);

/// <summary>What a district holds before an import, as far as a roster may touch it.</summary>
/// <param name="DistrictSourcedId">The district's id in the source, or null when no roster came in yet.</param>
/// <param name="DistrictName">The district's name.</param>
/// <param name="DistrictNameSetByHand">True when the name is not to be overwritten.</param>
/// <param name="Schools">Schools that came from a roster.</param>
/// <param name="SchoolYears">School years that came from a roster.</param>
/// <param name="Staff">People who came from a roster, also those who left.</param>
/// <param name="OtherEmails">Addresses of people made in the app, with their names; a roster cannot take them.</param>
public sealed record RosterState(
    string? DistrictSourcedId,
    string DistrictName,
    bool DistrictNameSetByHand,
    IReadOnlyList<KnownSchool> Schools,
    IReadOnlyList<KnownSchoolYear> SchoolYears,
    IReadOnlyList<KnownStaff> Staff,
    IReadOnlyDictionary<string, string> OtherEmails
)
{
    /// <summary>A district into which no roster came yet.</summary>
    public static RosterState Empty(string districtName) =>
        new(null, districtName, true, [], [], [], new Dictionary<string, string>());
}
