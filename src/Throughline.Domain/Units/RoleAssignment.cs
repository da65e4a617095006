using Throughline.Domain.Shared;

namespace Throughline.Domain.Units;

/// <summary>What a person is in a unit. A role of the district holds in all its schools where the permission table says so.</summary>
public enum Role
{
    /// <summary>Leads the district's instruction: superintendent, chief academic officer.</summary>
    DistrictLeader = 1,

    /// <summary>Supervises and coaches principals.</summary>
    Supervisor = 2,

    /// <summary>Leads a school: principal, director.</summary>
    Principal = 3,

    /// <summary>Keeps the unit's people, calendar and settings in order: administrator, secretary.</summary>
    Administrator = 4,

    /// <summary>Instructional coach.</summary>
    Coach = 5,

    /// <summary>Teaches at the school.</summary>
    Teacher = 6,

    /// <summary>Sits on the School Improvement Team, which reviews and approves the plan (seed 002).</summary>
    SchoolImprovementTeamMember = 7,

    /// <summary>Sees what staff see, without a part in it.</summary>
    Observer = 8,

    /// <summary>Works here in another capacity: counselor, aide, librarian.</summary>
    Staff = 9,
}

/// <summary>How a role came to be and whether it counts.</summary>
public enum RoleStatus
{
    /// <summary>A roster asks for it; it gives nothing until a person confirms.</summary>
    Proposed = 1,

    /// <summary>In force.</summary>
    Active = 2,

    /// <summary>Over, or turned down.</summary>
    Ended = 3,
}

/// <summary>
/// A person's role in a unit. A roster may give the role of teacher or staff, which lead nobody; any leadership it names
/// is only proposed.
/// </summary>
public sealed class RoleAssignment : IDistrictOwned, IVersioned
{
    private RoleAssignment() { }

    /// <summary>Identity of the assignment.</summary>
    public Guid Id { get; private set; }

    /// <inheritdoc/>
    public Guid DistrictId { get; private set; }

    /// <summary>Whose role.</summary>
    public Guid PersonId { get; private set; }

    /// <summary>Where.</summary>
    public Guid UnitId { get; private set; }

    /// <summary>Which role.</summary>
    public Role Role { get; private set; }

    /// <summary>Proposed, in force or over.</summary>
    public RoleStatus Status { get; private set; }

    /// <summary>True when a roster gave or proposed it; a roster ends only what a roster gave.</summary>
    public bool FromRoster { get; private set; }

    /// <summary>When it began to count or was proposed, UTC.</summary>
    public DateTime Since { get; private set; }

    /// <summary>When it ended, UTC.</summary>
    public DateTime? EndedAt { get; private set; }

    /// <summary>True when a roster ended it. What a person ended or turned down, a roster does not give again.</summary>
    public bool EndedByRoster { get; private set; }

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>True for roles that may be given at a district.</summary>
    public static bool FitsDistrict(Role role) =>
        role
            is Role.DistrictLeader
                or Role.Supervisor
                or Role.Administrator
                or Role.Coach
                or Role.Observer
                or Role.Staff;

    /// <summary>True for roles that may be given at a school.</summary>
    public static bool FitsSchool(Role role) =>
        role is not (Role.DistrictLeader or Role.Supervisor);

    /// <summary>
    /// True for roles that lead: they open settings, people or other people's work, so they are given and ended only by
    /// who may give leadership.
    /// </summary>
    public static bool Leads(Role role) =>
        role is Role.Principal or Role.Administrator or Role.DistrictLeader or Role.Supervisor;

    /// <summary>Gives a role in the app. Refuses a role that does not fit the kind of unit.</summary>
    public static Result<RoleAssignment> Give(Guid personId, Unit unit, Role role, DateTime now) =>
        Make(personId, unit, role, RoleStatus.Active, fromRoster: false, now);

    /// <summary>
    /// Takes a role from a roster: <see cref="Role.Teacher"/> and <see cref="Role.Staff"/> count at once, every other is proposed.
    /// </summary>
    public static Result<RoleAssignment> FromRosterRole(
        Guid personId,
        Unit unit,
        Role role,
        DateTime now
    ) =>
        Make(
            personId,
            unit,
            role,
            role is Role.Teacher or Role.Staff ? RoleStatus.Active : RoleStatus.Proposed,
            fromRoster: true,
            now
        );

    /// <summary>A person confirms what the roster proposed. Refused when it is not open any more.</summary>
    public Result Confirm(DateTime now)
    {
        if (Status != RoleStatus.Proposed)
        {
            return Result.Refused(
                "This proposal has been answered already. Reload the page to see how."
            );
        }

        Status = RoleStatus.Active;
        Since = now;
        return Result.Ok();
    }

    /// <summary>
    /// A person confirms what the roster proposed, perhaps as another role that leads: rosters say “administrator” of
    /// principals too. The proposal then counts as answered, so that the next roster does not ask again, and the role is
    /// given by hand. Refused when it is not open any more, for a role that leads nobody and for one that does not fit.
    /// </summary>
    /// <param name="role">The role to give.</param>
    /// <param name="unit">The unit of the proposal.</param>
    /// <param name="now">Now, UTC.</param>
    /// <returns>The role in force: this one, or a new one.</returns>
    public Result<RoleAssignment> ConfirmAs(Role role, Unit unit, DateTime now)
    {
        if (role == Role)
        {
            var confirmed = Confirm(now);
            return confirmed.IsOk ? Result.Ok(this) : confirmed.Refusal!;
        }

        if (Status != RoleStatus.Proposed)
        {
            return Confirm(now).Refusal!;
        }

        if (!Leads(role))
        {
            return Result.Refused<RoleAssignment>(
                "Confirm a role that leads, or turn the proposal down.",
                "Role"
            );
        }

        var given = Give(PersonId, unit, role, now);
        if (given.IsOk)
        {
            End(now);
        }

        return given;
    }

    /// <summary>Ends the role, or turns the proposal down. Ending it twice changes nothing.</summary>
    public void End(DateTime now)
    {
        if (Status != RoleStatus.Ended)
        {
            Status = RoleStatus.Ended;
            EndedAt = now;
        }
    }

    /// <summary>The roster no longer names the role, or the person. A roster that names it again may give it again.</summary>
    public void EndByRoster(DateTime now)
    {
        if (Status != RoleStatus.Ended)
        {
            End(now);
            EndedByRoster = true;
        }
    }

    private static Result<RoleAssignment> Make(
        Guid personId,
        Unit unit,
        Role role,
        RoleStatus status,
        bool fromRoster,
        DateTime now
    )
    {
        var fits = unit.Kind == UnitKind.District ? FitsDistrict(role) : FitsSchool(role);
        return fits
            ? Result.Ok(
                new RoleAssignment
                {
                    Id = Ids.New(now),
                    DistrictId = unit.DistrictId,
                    PersonId = personId,
                    UnitId = unit.Id,
                    Role = role,
                    Status = status,
                    FromRoster = fromRoster,
                    Since = now,
                }
            )
            : Result.Refused<RoleAssignment>(
                unit.Kind == UnitKind.District
                    ? "This role is given at a school."
                    : "This role is given at the district.",
                "Role"
            );
    }
}

/// <summary>
/// Which grades and subjects a person teaches at a school, gathered from the roster's classes. It proposes instructional
/// teams and nothing else; no class and no student is kept.
/// </summary>
public sealed class TeachingLoad : IDistrictOwned
{
    /// <summary>Most characters of <see cref="Grades"/>.</summary>
    public const int LongestGrades = 200;

    /// <summary>Most characters of <see cref="Subjects"/>.</summary>
    public const int LongestSubjects = 2000;

    private TeachingLoad() { }

    /// <summary>Identity of the row.</summary>
    public Guid Id { get; private set; }

    /// <inheritdoc/>
    public Guid DistrictId { get; private set; }

    /// <summary>Who teaches.</summary>
    public Guid PersonId { get; private set; }

    /// <summary>The school.</summary>
    public Guid UnitId { get; private set; }

    /// <summary>Grades as the roster names them (PK, KG, 01 … 12), sorted, joined by commas.</summary>
    public string Grades { get; private set; } = "";

    /// <summary>Subjects as the roster names them, sorted, joined by “|”.</summary>
    public string Subjects { get; private set; } = "";

    /// <summary>Makes a row.</summary>
    public static TeachingLoad New(
        Guid personId,
        Unit school,
        IEnumerable<string> grades,
        IEnumerable<string> subjects,
        DateTime now
    )
    {
        var load = new TeachingLoad
        {
            Id = Ids.New(now),
            DistrictId = school.DistrictId,
            PersonId = personId,
            UnitId = school.Id,
        };
        load.Set(grades, subjects);
        return load;
    }

    /// <summary>Sets both lists; order and repetition do not matter.</summary>
    public void Set(IEnumerable<string> grades, IEnumerable<string> subjects)
    {
        Grades = string.Join(',', grades.Distinct().Order(StringComparer.Ordinal));
        Subjects = string.Join('|', subjects.Distinct().Order(StringComparer.Ordinal));
    }
}
