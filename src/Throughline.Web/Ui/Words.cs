using Throughline.Domain.Teams;
using Throughline.Domain.Units;

namespace Throughline.Web.Ui;

/// <summary>The words of the field for what the domain enumerates, see docs/glossary.md. Upper case only where a line begins with one.</summary>
public static class Words
{
    public static string Of(Role role, UnitWords own) =>
        role switch
        {
            Role.DistrictLeader => "district leader",
            Role.Supervisor => "supervisor",
            Role.Principal => own.Leader,
            Role.Administrator => "administrator",
            Role.Coach => "coach",
            Role.Teacher => "teacher",
            Role.SchoolImprovementTeamMember => "School Improvement Team member",
            Role.Observer => "observer",
            Role.Staff => "staff",
            _ => throw new ArgumentOutOfRangeException(nameof(role)),
        };

    public static string Of(SeatKind seat, Unit unit) =>
        seat switch
        {
            SeatKind.Leader => unit.Kind == UnitKind.School ? unit.Words.Leader : "leader",
            SeatKind.Administrator => "administrator",
            SeatKind.Coach => "coach",
            SeatKind.Representative => "representative",
            _ => throw new ArgumentOutOfRangeException(nameof(seat)),
        };

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

    public static string Of(CalendarDayKind kind) =>
        kind switch
        {
            CalendarDayKind.Closure => "closure",
            CalendarDayKind.HalfDay => "half day",
            CalendarDayKind.SchoolDay => "make-up day",
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

    /// <summary>District or school, as people say it in a sentence: “this school”.</summary>
    public static string Of(UnitKind kind) => kind == UnitKind.District ? "district" : "school";

    /// <summary>The same with a capital, for the beginning of a line.</summary>
    public static string Capital(string words) =>
        words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];

    /// <summary>“coaches”, “representatives”; plain English is enough for the words a district may choose.</summary>
    public static string Many(string one) =>
        one.EndsWith("ch", StringComparison.Ordinal) || one.EndsWith('s') || one.EndsWith('x')
            ? one + "es"
            : one + "s";

    /// <summary>“1 school day”, “3 school days”.</summary>
    public static string Count(int count, string one, string? many = null) =>
        string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"{count:N0} {(count == 1 ? one : many ?? Many(one))}"
        );
}
