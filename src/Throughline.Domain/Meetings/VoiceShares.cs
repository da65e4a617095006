namespace Throughline.Domain.Meetings;

/// <summary>What came from some members together.</summary>
/// <param name="Seats">Their seats, added up over the meetings.</param>
/// <param name="Raised">Items they brought.</param>
/// <param name="Proposed">Decisions they proposed that were taken.</param>
/// <param name="Carried">What they carry of what came out of meetings.</param>
public sealed record VoiceSum(int Seats, int Raised, int Proposed, int Carried)
{
    /// <summary>The two together.</summary>
    public static VoiceSum operator +(VoiceSum one, VoiceSum other) =>
        new(
            one.Seats + other.Seats,
            one.Raised + other.Raised,
            one.Proposed + other.Proposed,
            one.Carried + other.Carried
        );
}

/// <summary>A group of members before it is decided whether it is shown.</summary>
/// <typeparam name="TKey">What names a group.</typeparam>
/// <param name="Key">Its name.</param>
/// <param name="People">The fewest people it had at any of the meetings.</param>
/// <param name="Sum">What came from it.</param>
public sealed record VoiceGroup<TKey>(TKey Key, int People, VoiceSum Sum);

/// <summary>A line of a split: one group, or those that are shown only together.</summary>
/// <typeparam name="TKey">What names a group.</typeparam>
/// <param name="Keys">The groups; several where they are shown together.</param>
/// <param name="Sum">What came from them.</param>
public sealed record VoiceShare<TKey>(IReadOnlyList<TKey> Keys, VoiceSum Sum);

/// <summary>
/// A split of voice by group (product M11) in which no line is one person, shown or found by subtraction (product, rules of
/// trust): groups of one are shown together; where that would leave one person, the smallest other group joins them.
/// </summary>
public static class VoiceShares
{
    /// <summary>Fewest people whose share is shown.</summary>
    public const int FewestPeople = 2;

    /// <summary>The lines, groups by themselves first, in the order given. None where all of them together are too few.</summary>
    public static IReadOnlyList<VoiceShare<TKey>> Of<TKey>(
        IReadOnlyCollection<VoiceGroup<TKey>> groups
    )
    {
        var there = groups.Where(g => g.People > 0 || g.Sum != new VoiceSum(0, 0, 0, 0)).ToList();
        var hidden = there.Where(g => g.People < FewestPeople).ToList();
        // A group of one beside others that are shown would be what is left of the whole.
        while (hidden.Count > 0 && hidden.Sum(g => g.People) < FewestPeople)
        {
            if (there.Except(hidden).MinBy(g => g.People) is not { } smallest)
            {
                return [];
            }

            hidden.Add(smallest);
        }

        return
        [
            .. there.Except(hidden).Select(g => new VoiceShare<TKey>([g.Key], g.Sum)),
            .. hidden.Count == 0
                ? Enumerable.Empty<VoiceShare<TKey>>()
                :
                [
                    new VoiceShare<TKey>(
                        [.. there.Where(hidden.Contains).Select(g => g.Key)],
                        hidden.Select(g => g.Sum).Aggregate((a, b) => a + b)
                    ),
                ],
        ];
    }

    /// <summary>
    /// The lines within one group of another split. None where that group does not stand by itself there: its parts would
    /// add up to it, and what is left beside it would be who was to be hidden.
    /// </summary>
    /// <param name="split">The split that holds the group.</param>
    /// <param name="key">The group.</param>
    /// <param name="groups">What it consists of, all of it.</param>
    public static IReadOnlyList<VoiceShare<TInner>> Within<TKey, TInner>(
        IEnumerable<VoiceShare<TKey>> split,
        TKey key,
        IReadOnlyCollection<VoiceGroup<TInner>> groups
    ) => split.Any(s => s.Keys.Count == 1 && Equals(s.Keys[0], key)) ? Of(groups) : [];
}
