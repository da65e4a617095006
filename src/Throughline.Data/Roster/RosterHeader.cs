using Throughline.Domain.Shared;

namespace Throughline.Data.Roster;

/// <summary>Finds the columns of a file by name and says which are missing, unknown or doubled.</summary>
internal sealed class RosterHeader(string file, RosterColumns expected, RosterLog log)
{
    /// <summary>Fills in the index of each known column.</summary>
    /// <returns>True when every required column is there.</returns>
    public bool Map(
        IReadOnlyList<string> header,
        Dictionary<string, int> columns,
        Func<string, string>? nameOf
    )
    {
        var known = expected
            .Required.Concat(expected.Optional)
            .ToDictionary(c => c, c => c, StringComparer.OrdinalIgnoreCase);
        foreach (var (alias, column) in expected.Aliases ?? new Dictionary<string, string>())
        {
            known.TryAdd(alias, column);
        }

        var unknown = new List<string>();
        for (var i = 0; i < header.Count; i++)
        {
            var name = nameOf?.Invoke(header[i]) ?? header[i];
            if (!known.TryGetValue(name, out var column))
            {
                unknown.Add(header[i]);
            }
            else if (!columns.TryAdd(column, i))
            {
                log.Error(file, 1, column, null, "This column once; the header names it twice.");
            }
        }

        var missing = expected.Required.Where(c => !columns.ContainsKey(c)).ToList();
        if (missing.Count > 0 && columns.Count < 2)
        {
            // Perhaps these are not names of columns but somebody's data: nothing of it is repeated.
            log.Error(
                file,
                1,
                null,
                null,
                header.Count == 1 && header[0].AsSpan().ContainsAny(';', '\t', '|')
                    ? "Columns separated by commas. Save the file as comma-separated CSV."
                    : $"The first line names the columns: {string.Join(", ", expected.Required)}."
            );
            return false;
        }

        missing.ForEach(column => Miss(column, unknown));
        WarnAbout(
            unknown,
            known.Values.Distinct(StringComparer.Ordinal).Where(c => !columns.ContainsKey(c))
        );
        return missing.Count == 0;
    }

    private void Miss(string column, List<string> unknown)
    {
        var meant = unknown.Find(u => IsLike(u, column));
        log.Error(
            file,
            1,
            column,
            meant,
            meant is null
                ? "A column of this name; the header has none."
                : "A column of this name. Correct the spelling in the header."
        );
        unknown.Remove(meant ?? "");
    }

    private void WarnAbout(IEnumerable<string> unknown, IEnumerable<string> absent)
    {
        foreach (
            var name in unknown.Where(n =>
                n.Length > 0
                && !n.StartsWith("metadata.", StringComparison.OrdinalIgnoreCase)
                && !n.StartsWith("ext_", StringComparison.OrdinalIgnoreCase)
                && !n.StartsWith("ext:", StringComparison.OrdinalIgnoreCase)
            )
        )
        {
            var shown = Text.Shorten(name, 40);
            var meant = absent.FirstOrDefault(c => IsLike(name, c));
            log.Warn(
                file,
                1,
                meant is null
                    ? $"The column “{shown}” is not known and was passed over."
                    : $"The column “{shown}” is not known and was passed over. If “{meant}” is meant, correct the spelling."
            );
        }
    }

    private static bool IsLike(string written, string column) =>
        Distance(Bare(written), Bare(column)) <= 2;

    private static string Bare(string name) =>
        string.Concat(name.Where(char.IsLetterOrDigit)).ToUpperInvariant();

    // Edit distance; headers are short, and one that is not cannot be a misspelt one.
    private static int Distance(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > 2)
        {
            return int.MaxValue;
        }

        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(
                    Math.Min(above, row[j - 1]) + 1,
                    diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)
                );
                diagonal = above;
            }
        }

        return row[^1];
    }
}
