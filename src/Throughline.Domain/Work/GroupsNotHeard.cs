namespace Throughline.Domain.Work;

/// <summary>An instructional team or program as the representation map has it.</summary>
/// <param name="TeamId">The team.</param>
/// <param name="Name">Its name.</param>
/// <param name="Speakers">Who speaks for it on the ILT; nobody for a team without a voice.</param>
public sealed record MappedTeam(Guid TeamId, string Name, IReadOnlyList<Guid> Speakers);

/// <summary>
/// Which groups had no voice when something was decided (seed 003, pitfall 3: a few must not dominate what is decided).
/// </summary>
public static class GroupsNotHeard
{
    /// <summary>
    /// The names of the teams and programs for which nobody on the ILT speaks and, where it is known who was there, of
    /// those whose speakers were all absent; in the order of the map. Then the groups of students nobody speaks for,
    /// whichever teams it touches: their students are in all of them.
    /// </summary>
    /// <param name="map">Every open instructional team and program of the unit.</param>
    /// <param name="students">The groups of students on the unit's list for whom nobody on the ILT speaks.</param>
    /// <param name="touches">The teams the decision touches; none means all.</param>
    /// <param name="present">Who was there; null where nobody kept a list.</param>
    public static IReadOnlyList<string> Of(
        IEnumerable<MappedTeam> map,
        IEnumerable<string> students,
        IReadOnlyCollection<Guid> touches,
        IReadOnlyCollection<Guid>? present
    ) =>
        [
            .. map.Where(t => touches.Count == 0 || touches.Contains(t.TeamId))
                .Where(t =>
                    t.Speakers.Count == 0
                    || (present is not null && !t.Speakers.Any(present.Contains))
                )
                .Select(t =>
                    t.Speakers.Count == 0
                        ? $"{t.Name} (nobody speaks for it)"
                        : $"{t.Name} (who speaks for it was not there)"
                ),
            .. students.Select(s => $"{s} (nobody speaks for them)"),
        ];
}
