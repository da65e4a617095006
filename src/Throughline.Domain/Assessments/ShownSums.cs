namespace Throughline.Domain.Assessments;

/// <summary>One sum over people that is shown of an item: how many of them chose each level at a closing.</summary>
/// <param name="Closing">Whose answers.</param>
/// <param name="Group">The part of the side that is summed; null for the whole side.</param>
internal sealed record ShownSum(int Closing, RaterGroup? Group);

/// <summary>Someone behind the sums.</summary>
/// <param name="Group">Their group.</param>
/// <param name="At">Their answer at each closing that is summed.</param>
internal sealed record Summed(RaterGroup Group, IReadOnlyDictionary<int, Answer> At);

/// <summary>
/// Tells whether everything ever shown of an item, added and subtracted in any way, can depend on one or two people only.
/// </summary>
/// <remarks>
/// Each answer of a person enters the sums as a row: 1 in each sum that counts it, 0 elsewhere. Whoever adds and subtracts
/// sums with some factors gets the rows times these factors, summed over people. One or two people stand alone in some
/// such combination exactly if one of their rows is no combination of the rows of all others, which shows in a lower rank
/// once they are taken out. For one closing this says “three or more”, for two “nobody’s or three or more people’s answers
/// differ”, for a total and its parts “every part has three or more”; and it says it for all of them at once.
/// </remarks>
internal static class ShownSums
{
    /// <summary>True when some combination of the sums depends on at least one and fewer than 3 people.</summary>
    public static bool SingleOut(
        IReadOnlyList<ShownSum> sums,
        IReadOnlyCollection<Summed> people
    ) =>
        // Levels count by themselves as well: two levels are not safer for standing beside a “not seen”.
        SingleOut(sums, people, answer => answer.Level is not null)
        || SingleOut(sums, people, answer => answer.IsGiven);

    private static bool SingleOut(
        IReadOnlyList<ShownSum> sums,
        IReadOnlyCollection<Summed> people,
        Func<Answer, bool> counts
    )
    {
        var rows = people.Select(p => Rows(sums, p, counts)).ToList();
        var holders = rows.SelectMany(r => r.Keys)
            .CountBy(key => key, StringComparer.Ordinal)
            .ToDictionary(StringComparer.Ordinal);
        // Whose rows all have three holders or more can be taken out, with one other, without a change.
        var rare = rows.Index()
            .Where(p => p.Item.Keys.Any(key => holders[key] < RoundResults.Fewest))
            .Select(p => p.Index)
            .ToList();
        var whole = RankWithout(rows);
        return rare.Exists(one =>
            RankWithout(rows, one) < whole
            || rare.Exists(two => two > one && RankWithout(rows, one, two) < whole)
        );
    }

    // A person's rows by their text: one for each answer that counts.
    private static Dictionary<string, double[]> Rows(
        IReadOnlyList<ShownSum> sums,
        Summed person,
        Func<Answer, bool> counts
    )
    {
        var mine = sums.Select(s =>
                s.Group is null || s.Group == person.Group
                    ? person.At.GetValueOrDefault(s.Closing)
                    : Answer.None
            )
            .ToList();
        return mine.Where(counts)
            .Distinct()
            .Select(answer => mine.Select(a => a == answer ? 1.0 : 0.0).ToArray())
            .DistinctBy(Text)
            .ToDictionary(Text, row => row, StringComparer.Ordinal);
    }

    private static string Text(double[] row) => string.Concat(row.Select(r => r > 0 ? '1' : '0'));

    private static int RankWithout(List<Dictionary<string, double[]>> rows, params int[] without) =>
        Rank(
            rows.Where((_, person) => !without.Contains(person))
                .SelectMany(r => r)
                .DistinctBy(r => r.Key, StringComparer.Ordinal)
                .Select(r => (double[])r.Value.Clone())
                .ToList()
        );

    private static int Rank(List<double[]> matrix)
    {
        var rank = 0;
        for (var column = 0; matrix.Count > rank && column < matrix[0].Length; column++)
        {
            var pivot = Enumerable
                .Range(rank, matrix.Count - rank)
                .MaxBy(row => Math.Abs(matrix[row][column]));
            if (Math.Abs(matrix[pivot][column]) < 1e-9)
            {
                continue;
            }

            (matrix[rank], matrix[pivot]) = (matrix[pivot], matrix[rank]);
            for (var row = rank + 1; row < matrix.Count; row++)
            {
                var factor = matrix[row][column] / matrix[rank][column];
                for (var c = column; c < matrix[row].Length; c++)
                {
                    matrix[row][c] -= factor * matrix[rank][c];
                }
            }

            rank++;
        }

        return rank;
    }
}
