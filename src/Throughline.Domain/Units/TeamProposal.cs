using Throughline.Domain.Shared;

namespace Throughline.Domain.Units;

/// <summary>What a person teaches at a school, as far as it proposes instructional teams.</summary>
/// <param name="PersonId">Who.</param>
/// <param name="Grades">Grades as the roster names them.</param>
/// <param name="Subjects">Subjects as the roster names them.</param>
public sealed record Teaching(
    Guid PersonId,
    IReadOnlyCollection<string> Grades,
    IReadOnlyCollection<string> Subjects
)
{
    /// <summary>The same of a stored row.</summary>
    public static Teaching Of(TeachingLoad load) =>
        new(
            load.PersonId,
            load.Grades.Split(',', StringSplitOptions.RemoveEmptyEntries),
            load.Subjects.Split('|', StringSplitOptions.RemoveEmptyEntries)
        );
}

/// <summary>
/// An instructional team that could be made of what the roster says about teaching. It is only offered: a person makes
/// the team (seed 002: teams are organised by grade level, subject area and other ways).
/// </summary>
/// <param name="Kind">Grade level or subject.</param>
/// <param name="Code">The grade or subject as the roster names it.</param>
/// <param name="Name">The name the team would have.</param>
/// <param name="Members">Who would belong to it.</param>
public sealed record TeamProposal(
    InstructionalTeamKind Kind,
    string Code,
    string Name,
    IReadOnlyList<Guid> Members
)
{
    /// <summary>Fewest teachers that make a team.</summary>
    public const int Fewest = 2;

    /// <summary>Who teaches more grades than this (music, library) belongs to none of the grade levels.</summary>
    public const int MostGrades = 3;

    /// <summary>
    /// A subject that more than half of the teachers teach, and more than this many, is no team of its own: in an
    /// elementary school nearly everyone teaches mathematics.
    /// </summary>
    public const int MostOfASmallStaff = 6;

    /// <summary>What is proposed, so that a form can name it.</summary>
    public string Key => $"{(int)Kind}:{Code}";

    /// <summary>
    /// Grade levels from the youngest, then subjects by name, each with at least two teachers; left out is what an open
    /// team has the name of already. The order in which people come in does not matter.
    /// </summary>
    /// <param name="teaching">Who teaches what at the school; one entry a person.</param>
    /// <param name="openTeams">Names of the school's open teams.</param>
    public static IReadOnlyList<TeamProposal> From(
        IReadOnlyCollection<Teaching> teaching,
        IEnumerable<string> openTeams
    )
    {
        var taken = openTeams.ToHashSet(StringComparer.OrdinalIgnoreCase);
        var grades = Gather(
                teaching.Where(t =>
                    t.Grades.Distinct(StringComparer.Ordinal).Count() <= MostGrades
                ),
                InstructionalTeamKind.GradeLevel,
                t => t.Grades,
                Grades.NameOf
            )
            .OrderBy(p => Grades.OrderOf(p.Code))
            .ThenBy(p => p.Code, StringComparer.Ordinal);
        var subjects = Gather(
                teaching,
                InstructionalTeamKind.Subject,
                t => t.Subjects,
                name => Text.Shorten(name, 80)
            )
            .Where(p => p.Members.Count <= Math.Max(MostOfASmallStaff, teaching.Count / 2))
            .OrderBy(p => p.Code, StringComparer.Ordinal);
        return
        [
            .. grades
                .Concat(subjects)
                .Where(p => p.Members.Count >= Fewest && !taken.Contains(p.Name))
                .DistinctBy(p => p.Name, StringComparer.OrdinalIgnoreCase),
        ];
    }

    private static IEnumerable<TeamProposal> Gather(
        IEnumerable<Teaching> teaching,
        InstructionalTeamKind kind,
        Func<Teaching, IReadOnlyCollection<string>> what,
        Func<string, string> name
    ) =>
        teaching
            .SelectMany(t => what(t).Select(code => (Code: code, t.PersonId)))
            .GroupBy(t => t.Code, StringComparer.Ordinal)
            .Select(g => new TeamProposal(
                kind,
                g.Key,
                name(g.Key),
                [.. g.Select(t => t.PersonId).Distinct().Order()]
            ));
}
