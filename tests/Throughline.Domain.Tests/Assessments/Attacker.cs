using Throughline.Domain.Assessments;

namespace Throughline.Domain.Tests.Assessments;

/// <summary>
/// Someone who has kept everything a round ever published and adds and subtracts it. They succeed when some outcome
/// depends on one or two people. It is made without any look at how the rules work it out.
/// </summary>
internal sealed class Attacker(IReadOnlyList<PlayedClosing> closings)
{
    /// <summary>A set of figures as published: whose answers, of which closing.</summary>
    /// <param name="Closing">From 1.</param>
    /// <param name="Group">The part, or null for the whole side.</param>
    /// <param name="Figures">What was published.</param>
    public sealed record Seen(int Closing, RaterGroup? Group, ItemFigures Figures);

    /// <summary>All figures of an item that were ever published of a side, each once.</summary>
    public List<Seen> SeenOf(Perspective side, string item) =>
        [
            .. closings
                .Select(c => c.Results.Side(side)?.Item(item))
                .OfType<ItemResult>()
                .Where(r => r.Figures is not null)
                .DistinctBy(r => r.FiguresFrom)
                .SelectMany(r =>
                    (r.Split ?? [])
                        .Select(s => new Seen(r.FiguresFrom, s.Group, s.Figures))
                        .Prepend(new Seen(r.FiguresFrom, null, r.Figures!))
                ),
        ];

    /// <summary>The people counted in a set of figures.</summary>
    public IEnumerable<RoundRater> PeopleIn(Seen seen, Perspective side) =>
        closings[seen.Closing - 1]
            .Raters.Where(r =>
                r.Perspective == side && (seen.Group is null || r.Group == seen.Group)
            );

    /// <summary>Ways to add and subtract that lead to one or two people, as text; empty when there is none.</summary>
    public IEnumerable<string> FindsSomeone(Perspective side, string item, Random random)
    {
        var seen = SeenOf(side, item);
        foreach (var factors in Tries(seen, random))
        {
            foreach (var levelsOnly in new[] { true, false })
            {
                var found = closings[^1]
                    .Raters.Where(r => r.Perspective == side)
                    .Count(r => Depends(r, item, seen, factors, levelsOnly));
                if (found is > 0 and < RoundResults.Fewest)
                {
                    yield return $"{side} {item}: {string.Join(" ", seen.Select((s, i) => $"{factors[i]:+0;-0;0}×({s.Closing} {s.Group})"))} depends on {found}";
                }
            }
        }
    }

    // A person matters to the outcome when one of their answers does not cancel out.
    private bool Depends(
        RoundRater rater,
        string item,
        List<Seen> seen,
        int[] factors,
        bool levelsOnly
    )
    {
        var sums = new Dictionary<Answer, int>();
        for (var i = 0; i < seen.Count; i++)
        {
            var answer = closings[seen[i].Closing - 1].Of(rater.PersonId, item);
            var counts = levelsOnly ? answer.Level is not null : answer.IsGiven;
            if (factors[i] != 0 && counts && (seen[i].Group ?? rater.Group) == rater.Group)
            {
                sums[answer] = sums.GetValueOrDefault(answer) + factors[i];
            }
        }

        return sums.Values.Any(sum => sum != 0);
    }

    // All factors -1, 0 and 1 where there are few sets; many at random, and every difference, where there are more.
    private static IEnumerable<int[]> Tries(List<Seen> seen, Random random)
    {
        if (seen.Count <= 6)
        {
            for (var n = 1; n < (int)Math.Pow(3, seen.Count); n++)
            {
                yield return
                [
                    .. Enumerable
                        .Range(0, seen.Count)
                        .Select(i => (n / (int)Math.Pow(3, i) % 3) - 1),
                ];
            }

            yield break;
        }

        for (var n = 0; n < 1500; n++)
        {
            yield return
            [
                .. seen.Select(_ => Math.Clamp(random.Next(-3, 4), -1, 1) * random.Next(2)),
            ];
        }

        for (var one = 0; one < seen.Count; one++)
        {
            for (var other = 0; other < seen.Count; other++)
            {
                yield return
                [
                    .. Enumerable
                        .Range(0, seen.Count)
                        .Select(i => (i == one ? 1 : 0) - (i == other ? 1 : 0)),
                ];
            }
        }
    }
}
