namespace Throughline.Domain.Assessments;

/// <summary>The words by which an instrument file names kinds and audiences; reader and writer share them.</summary>
internal static class InstrumentWords
{
    public static readonly IReadOnlyList<(string Word, InstrumentKind Value)> Kinds =
    [
        ("rubric", InstrumentKind.Rubric),
        ("ratingScale", InstrumentKind.RatingScale),
        ("checklist", InstrumentKind.Checklist),
        ("reflection", InstrumentKind.Reflection),
    ];

    public static readonly IReadOnlyList<(string Word, InstrumentAudience Value)> Audiences =
    [
        ("district", InstrumentAudience.District),
        ("school", InstrumentAudience.School),
        ("person", InstrumentAudience.Person),
        ("team", InstrumentAudience.Team),
    ];

    public static string Of<T>(IReadOnlyList<(string Word, T Value)> words, T value) =>
        words.First(w => EqualityComparer<T>.Default.Equals(w.Value, value)).Word;

    /// <summary>The known word nearest to what was written, when it is near enough to be a slip of the pen.</summary>
    public static string? Nearest(string written, IEnumerable<string> known)
    {
        if (written.Length > InstrumentLimits.Key)
        {
            return null;
        }

        var best = known
            .Select(word => (word, distance: Distance(written, word)))
            .OrderBy(x => x.distance)
            .FirstOrDefault();
        var slips = best.word?.Length > 4 ? 2 : 1;
        return best.word is not null && best.distance <= slips ? best.word : null;
    }

    // Levenshtein distance, letter case left out: “Titel” is one slip and one swap from “title”.
    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var same = char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]);
                var cost = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (same ? 0 : 1));
                diagonal = row[j];
                row[j] = cost;
            }
        }

        return row[b.Length];
    }
}
