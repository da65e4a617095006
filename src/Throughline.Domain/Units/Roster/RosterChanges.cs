namespace Throughline.Domain.Units.Roster;

/// <summary>What an import does to a school, a school year or a person.</summary>
public enum RosterAction
{
    /// <summary>Makes it.</summary>
    Add = 1,

    /// <summary>Changes it.</summary>
    Change = 2,

    /// <summary>Closes the school, or notes that the person left.</summary>
    Deactivate = 3,

    /// <summary>Opens the school again, or notes that the person is back.</summary>
    Reactivate = 4,
}

/// <summary>One field before and after.</summary>
/// <param name="Field">The field as people know it: e-mail.</param>
/// <param name="Old">What it says now, or null when empty.</param>
/// <param name="New">What it will say, or null when empty.</param>
public sealed record RosterFieldChange(string Field, string? Old, string? New);

/// <summary>One line of the preview.</summary>
public interface IRosterChange
{
    /// <summary>What happens.</summary>
    RosterAction Action { get; }

    /// <summary>To whom or what, by its id in the source.</summary>
    string SourcedId { get; }

    /// <summary>To whom or what, by name.</summary>
    string Label { get; }

    /// <summary>Field by field, for a change and a return.</summary>
    IReadOnlyList<RosterFieldChange> Fields { get; }
}

/// <summary>What happens to the district itself.</summary>
/// <param name="SourcedId">The id it is tied to from now on.</param>
/// <param name="OldName">Its name now.</param>
/// <param name="NewName">Its name from now on; the same when only the tie is new.</param>
public sealed record DistrictChange(string SourcedId, string OldName, string NewName);

/// <summary>What happens to a school.</summary>
/// <param name="Action">What happens.</param>
/// <param name="SourcedId">Its id in the source.</param>
/// <param name="Label">Its name; after a change, the new one.</param>
/// <param name="Fields">Field by field.</param>
public sealed record SchoolChange(
    RosterAction Action,
    string SourcedId,
    string Label,
    IReadOnlyList<RosterFieldChange> Fields
) : IRosterChange;

/// <summary>What happens to a school year.</summary>
/// <param name="Action">Add or change; a school year is never taken away.</param>
/// <param name="Year">The school year as it will be.</param>
/// <param name="Fields">Field by field.</param>
public sealed record SchoolYearChange(
    RosterAction Action,
    RosterSchoolYear Year,
    IReadOnlyList<RosterFieldChange> Fields
) : IRosterChange
{
    /// <inheritdoc/>
    public string SourcedId => Year.SourcedId;

    /// <inheritdoc/>
    public string Label => Year.Title;
}

/// <summary>What happens to a member of staff.</summary>
/// <param name="Action">What happens.</param>
/// <param name="SourcedId">The user's id in the source.</param>
/// <param name="Name">Name and address as they will be.</param>
/// <param name="Gives">Roles to give; teacher and staff count at once, every other is proposed.</param>
/// <param name="Ends">Roles a roster gave and now takes away; of someone who leaves, every role.</param>
/// <param name="Loads">All of what the person will teach, or null when that stays as it is.</param>
/// <param name="Fields">Field by field.</param>
public sealed record StaffChange(
    RosterAction Action,
    string SourcedId,
    RosterName Name,
    IReadOnlyList<RosterPlace> Gives,
    IReadOnlyList<RosterPlace> Ends,
    IReadOnlyList<RosterLoad>? Loads,
    IReadOnlyList<RosterFieldChange> Fields
) : IRosterChange
{
    /// <inheritdoc/>
    public string Label => $"{Name.Given} {Name.Family}";
}

/// <summary>Something someone changed by hand, which the roster says otherwise and leaves alone.</summary>
/// <param name="Label">Who or what.</param>
/// <param name="Field">The field.</param>
/// <param name="Kept">What it says and keeps saying.</param>
/// <param name="Roster">What the roster says.</param>
public sealed record KeptByHand(string Label, string Field, string? Kept, string? Roster);

/// <summary>A leadership the roster names. It gives nothing until a person confirms it.</summary>
/// <param name="SourcedId">Whose, by id in the source.</param>
/// <param name="Label">Whose, by name.</param>
/// <param name="Place">Where, and which role.</param>
/// <param name="UnitName">Where, by name.</param>
public sealed record RosterProposal(
    string SourcedId,
    string Label,
    RosterPlace Place,
    string UnitName
);

/// <summary>How many of a kind an import touches.</summary>
/// <param name="Added">Made.</param>
/// <param name="Changed">Changed.</param>
/// <param name="Deactivated">Closed or left.</param>
/// <param name="Reactivated">Open again or back.</param>
public sealed record RosterTally(int Added, int Changed, int Deactivated, int Reactivated)
{
    /// <summary>Counts a list of changes.</summary>
    public static RosterTally Of(IEnumerable<IRosterChange> changes)
    {
        var counts = changes.CountBy(c => c.Action).ToDictionary();
        return new(
            counts.GetValueOrDefault(RosterAction.Add),
            counts.GetValueOrDefault(RosterAction.Change),
            counts.GetValueOrDefault(RosterAction.Deactivate),
            counts.GetValueOrDefault(RosterAction.Reactivate)
        );
    }
}

/// <summary>
/// All an import will do. Every list is sorted by sourcedId, so that two comparisons can be told apart by their text.
/// </summary>
/// <param name="District">What happens to the district itself, or null.</param>
/// <param name="Schools">Schools that change.</param>
/// <param name="SchoolYears">School years that change.</param>
/// <param name="Staff">People who change.</param>
/// <param name="UnchangedSchools">Schools of the file that stay as they are.</param>
/// <param name="UnchangedStaff">People of the file who stay as they are.</param>
/// <param name="KeptByHand">What stays because someone set it by hand.</param>
/// <param name="Proposals">Leaderships to confirm afterwards.</param>
/// <param name="Warnings">What a person should know before applying.</param>
/// <param name="DeactivationsToConfirm">
/// The number someone has to type before this may be applied, or null when nobody has to: people who lose access, or
/// schools that close when nobody loses access.
/// </param>
public sealed record RosterChanges(
    DistrictChange? District,
    IReadOnlyList<SchoolChange> Schools,
    IReadOnlyList<SchoolYearChange> SchoolYears,
    IReadOnlyList<StaffChange> Staff,
    int UnchangedSchools,
    int UnchangedStaff,
    IReadOnlyList<KeptByHand> KeptByHand,
    IReadOnlyList<RosterProposal> Proposals,
    IReadOnlyList<string> Warnings,
    int? DeactivationsToConfirm
)
{
    /// <summary>True when applying would change nothing.</summary>
    public bool IsEmpty =>
        District is null && Schools.Count == 0 && SchoolYears.Count == 0 && Staff.Count == 0;
}
