using Throughline.Domain.Teams;
using Throughline.Domain.Units;

namespace Throughline.Web.Ui;

/// <summary>What roles and seats are called, in the words of the glossary. One place, so that a page never shows an enum's name.</summary>
public static class RoleWords
{
    public static string Of(Role role, UnitWords? words = null) =>
        role switch
        {
            Role.DistrictLeader => "district leader",
            Role.Supervisor => "supervisor",
            Role.Principal => (words ?? UnitWords.Standard).Leader,
            Role.Administrator => "administrator",
            Role.Coach => "coach",
            Role.Teacher => "teacher",
            Role.SchoolImprovementTeamMember => "School Improvement Team member",
            Role.Observer => "observer",
            Role.Staff => "staff",
            _ => throw new ArgumentOutOfRangeException(nameof(role)),
        };

    public static string Of(SeatKind kind, UnitWords? words = null) =>
        kind switch
        {
            SeatKind.Leader => (words ?? UnitWords.Standard).Leader,
            SeatKind.Administrator => "administrator",
            SeatKind.Coach => "coach",
            SeatKind.Representative => "representative",
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

    /// <summary>A seat at this unit: the district has a word for who leads a school, not for who leads the district.</summary>
    public static string Of(SeatKind kind, Unit unit) =>
        kind == SeatKind.Leader && unit.Kind == UnitKind.District ? "leader" : Of(kind, unit.Words);

    public static string Of(InstructionalTeamKind kind) =>
        kind switch
        {
            InstructionalTeamKind.GradeLevel => "grade level",
            InstructionalTeamKind.Subject => "subject",
            InstructionalTeamKind.Cluster => "cluster",
            InstructionalTeamKind.Department => "department",
            InstructionalTeamKind.SmallLearningCommunity => "small learning community",
            InstructionalTeamKind.Program => "program",
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

    /// <summary>The first letter large, for the head of a line.</summary>
    public static string Capital(string words) =>
        words.Length == 0 ? "" : string.Concat(words[..1].ToUpperInvariant(), words[1..]);
}
