namespace Throughline.Domain.Work;

/// <summary>An instructional team or program as the representation map has it.</summary>
/// <param name="TeamId">The team.</param>
/// <param name="Name">Its name.</param>
/// <param name="Speakers">Who speaks for it on the ILT; nobody for a team without a voice.</param>
public sealed record MappedTeam(Guid TeamId, string Name, IReadOnlyList<Guid> Speakers);

/// <summary>A group of students on the unit's list.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Speaker">Who on the ILT speaks for it; null for nobody.</param>
public sealed record MappedStudents(string Name, Guid? Speaker);

/// <summary>
/// Which groups had no voice when something was decided (seed 003, pitfall 3: a few must not dominate what is decided).
/// </summary>
public static class GroupsNotHeard
{
    /// <summary>
    /// The names of the teams and programs for which nobody on the ILT speaks and, where it is known who was there, of
    /// those whose speakers were all absent; in the order of the map. Then the groups of students of whom the same is true,
    /// whichever teams it touches: their students are in all of them.
    /// </summary>
    /// <param name="map">Every open instructional team and program of the unit.</param>
    /// <param name="students">The groups of students on the unit's list.</param>
    /// <param name="touches">The teams the decision touches; none means all.</param>
    /// <param name="present">Who was there; null where nobody kept a list.</param>
    public static IReadOnlyList<string> Of(
        IEnumerable<MappedTeam> map,
        IEnumerable<MappedStudents> students,
        IReadOnlyCollection<Guid> touches,
        IReadOnlyCollection<Guid>? present
    ) =>
        [
            .. map.Where(t => touches.Count == 0 || touches.Contains(t.TeamId))
                .Select(t => Said(t.Name, "it", t.Speakers, present))
                .OfType<string>(),
            .. students
                .Select(s => Said(s.Name, "them", s.Speaker is { } one ? [one] : [], present))
                .OfType<string>(),
        ];

    // Null for a group that was heard.
    private static string? Said(
        string name,
        string it,
        IReadOnlyList<Guid> speakers,
        IReadOnlyCollection<Guid>? present
    ) =>
        speakers.Count == 0 ? $"{name} (nobody speaks for {it})"
        : present is not null && !speakers.Any(present.Contains)
            ? $"{name} (who speaks for {it} was not there)"
        : null;
}
