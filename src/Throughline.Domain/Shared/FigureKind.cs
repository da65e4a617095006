namespace Throughline.Domain.Shared;

/// <summary>
/// A figure of how a team works, worked out from what its meetings record (product A6), which the team may show its
/// district. The numbers are stored and never change their meaning.
/// </summary>
public enum FigureKind
{
    /// <summary>The share of teams told within five school days (seed 003, pitfall 5).</summary>
    TeamsTold = 1,

    /// <summary>Meetings held of those that were to be held (seeds 002 and 003: regularly).</summary>
    Cadence = 2,

    /// <summary>How long meetings last (seeds 002 and 003).</summary>
    Length = 3,

    /// <summary>Meetings that began on time (seeds 002 and 003).</summary>
    OnTime = 4,

    /// <summary>Meetings with a facilitator, a recorder and a timekeeper, and whether these roles go round (seed 002).</summary>
    Roles = 5,

    /// <summary>Meetings at whose end the next agenda was begun (seed 002).</summary>
    NextAgenda = 6,

    /// <summary>Items brought by those who speak for a team (seed 002).</summary>
    FromTeachers = 7,

    /// <summary>Minutes a week that went to instruction (seeds 002 and 003).</summary>
    Instruction = 8,

    /// <summary>What meetings gave someone to do, done by its day (seeds 002 and 003).</summary>
    FollowUp = 9,

    /// <summary>Decisions of which someone carries something (seed 002).</summary>
    Owned = 10,

    /// <summary>What came out of meetings and is carried by staff who do not sit on the team (seeds 000 and 002).</summary>
    CarriedBeyond = 11,

    /// <summary>Meetings led by someone other than coach and leader (seed 002).</summary>
    LedByMembers = 12,
}
