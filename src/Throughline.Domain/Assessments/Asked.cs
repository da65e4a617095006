using Throughline.Domain.Teams;

namespace Throughline.Domain.Assessments;

/// <summary>From where someone looks at the unit that is rated (seed 001: the other level rates too).</summary>
public enum Perspective
{
    /// <summary>A member of the unit's own ILT.</summary>
    Team = 1,

    /// <summary>
    /// From outside the team: district members on a school's ILT, school leaders and school ILT members on the
    /// district's, and reviewers invited for a time.
    /// </summary>
    Outside = 2,
}

/// <summary>
/// The part people have in the work, by which results may be split where enough of each answered. It is set when someone
/// is asked and stays, because a group that changed later would tell who moved.
/// </summary>
public enum RaterGroup
{
    /// <summary>Teaches: speaks for an instructional team or program, or works at the school in another capacity.</summary>
    Teacher = 1,

    /// <summary>Coaches teachers.</summary>
    Coach = 2,

    /// <summary>Leads a school or the district: principal, assistant principal, administrator, supervisor.</summary>
    Leader = 3,

    /// <summary>Belongs to no unit of the district and was invited for a time.</summary>
    Reviewer = 4,
}

/// <summary>Someone to be asked to rate.</summary>
/// <param name="PersonId">Who.</param>
/// <param name="Perspective">From where they look.</param>
/// <param name="Group">Their part in the work.</param>
public sealed record Asked(Guid PersonId, Perspective Perspective, RaterGroup Group);

/// <summary>Finds the group of a rater.</summary>
public static class RaterGroups
{
    /// <summary>The group of someone who sits on an ILT in this capacity.</summary>
    public static RaterGroup Of(SeatKind seat) =>
        seat switch
        {
            SeatKind.Leader or SeatKind.Administrator => RaterGroup.Leader,
            SeatKind.Coach => RaterGroup.Coach,
            SeatKind.Representative => RaterGroup.Teacher,
            _ => throw new ArgumentOutOfRangeException(
                nameof(seat),
                seat,
                "A seat without a group."
            ),
        };
}
