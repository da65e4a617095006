using Throughline.Domain.Shared;

namespace Throughline.Domain.Meetings;

/// <summary>What a member does for a meeting (seed 002, “ILT Meeting Roles”; the norms keeper from seed 003, pitfall 4).</summary>
public enum MeetingRoleKind
{
    /// <summary>Leads the meeting through its agenda.</summary>
    Facilitator = 1,

    /// <summary>Writes down what is said and decided.</summary>
    Recorder = 2,

    /// <summary>Watches the clock.</summary>
    Timekeeper = 3,

    /// <summary>Watches that the norms are kept and that the talk stays instructional.</summary>
    NormsKeeper = 4,
}

/// <summary>Who has a role in a meeting.</summary>
public sealed class MeetingRole : IDistrictOwned
{
    private MeetingRole() { }

    internal MeetingRole(Meeting meeting, MeetingRoleKind kind, Guid personId)
    {
        (MeetingId, DistrictId, UnitId) = (meeting.Id, meeting.DistrictId, meeting.UnitId);
        (Kind, PersonId) = (kind, personId);
    }

    /// <summary>The meeting.</summary>
    public Guid MeetingId { get; private set; }

    /// <inheritdoc/>
    public Guid DistrictId { get; private set; }

    /// <summary>The unit, kept here so that turns are counted without a join.</summary>
    public Guid UnitId { get; private set; }

    /// <summary>Which role.</summary>
    public MeetingRoleKind Kind { get; private set; }

    /// <summary>Who has it.</summary>
    public Guid PersonId { get; internal set; }

    /// <summary>True once that person, or who facilitates, said so; false while it is only proposed.</summary>
    public bool IsTaken { get; internal set; }
}

/// <summary>
/// Whether a member comes to a meeting. When each came makes the count of those who came late and is shown beside no name,
/// so no audit row tells of it either.
/// </summary>
public sealed class Attendance : IDistrictOwned, INotAudited
{
    private Attendance() { }

    internal Attendance(Meeting meeting, Guid personId)
    {
        (MeetingId, DistrictId, UnitId) = (meeting.Id, meeting.DistrictId, meeting.UnitId);
        PersonId = personId;
    }

    /// <summary>The meeting.</summary>
    public Guid MeetingId { get; private set; }

    /// <inheritdoc/>
    public Guid DistrictId { get; private set; }

    /// <summary>The unit.</summary>
    public Guid UnitId { get; private set; }

    /// <summary>The member, or the visitor.</summary>
    public Guid PersonId { get; private set; }

    /// <summary>True for who came without sitting on the ILT: they read the minutes of this meeting and of no other.</summary>
    public bool IsVisitor { get; internal set; }

    /// <summary>When they sent regrets, UTC; null when they did not.</summary>
    public DateTime? RegretsAt { get; internal set; }

    /// <summary>When they declined a role that was proposed to them, UTC; null when they did not. No other is proposed to them then.</summary>
    public DateTime? DeclinedAt { get; internal set; }

    /// <summary>When they came, UTC; null while they are not here.</summary>
    public DateTime? CameAt { get; internal set; }

    /// <summary>When a member who was away had read what came of it, UTC; null before. They are not reminded again.</summary>
    public DateTime? CaughtUpAt { get; internal set; }
}
