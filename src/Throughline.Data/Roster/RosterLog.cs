using System.Globalization;
using Throughline.Domain.Shared;
using Throughline.Domain.Units.Roster;

namespace Throughline.Data.Roster;

/// <summary>Gathers errors, warnings and counts while a file is read.</summary>
internal sealed class RosterLog
{
    private const int Kept = 100;
    private const int LongestValue = 80;

    private readonly List<RosterError> errors = [];
    private readonly Dictionary<(string File, string Message), (int? Line, int Count)> warnings =
    [];
    private readonly SortedDictionary<string, int> leftOut = new(StringComparer.Ordinal);

    public int ErrorCount { get; private set; }

    public void Error(string file, int? line, string? column, string? value, string expected)
    {
        ErrorCount++;
        if (errors.Count < Kept)
        {
            errors.Add(new(file, line, column, Short(value), expected));
        }
    }

    /// <summary>Notes a warning. The same message in the same file is kept once, with its count.</summary>
    public void Warn(string file, int? line, string message)
    {
        var key = (file, message);
        if (warnings.TryGetValue(key, out var known))
        {
            warnings[key] = (known.Line, known.Count + 1);
        }
        else if (warnings.Count < Kept)
        {
            warnings.Add(key, (line, 1));
        }
    }

    /// <summary>Counts a person who is dropped. Nothing about them is passed in.</summary>
    public void LeaveOut(string kind) => leftOut[kind] = leftOut.GetValueOrDefault(kind) + 1;

    public IReadOnlyList<RosterLeftOut> LeftOut =>
        [.. leftOut.Select(x => new RosterLeftOut(x.Key, x.Value))];

    public RosterReading Reading(RosterSnapshot? snapshot) =>
        new(
            ErrorCount == 0 ? snapshot : null,
            errors,
            ErrorCount,
            [
                .. warnings.Select(w => new RosterWarning(
                    w.Key.File,
                    w.Value.Line,
                    w.Value.Count == 1
                        ? w.Key.Message
                        : string.Create(
                            CultureInfo.InvariantCulture,
                            $"{w.Key.Message} ({w.Value.Count} rows; this is the first.)"
                        )
                )),
            ],
            LeftOut
        );

    private static string? Short(string? value) =>
        Text.CleanLine(value) is { } clean ? Text.Shorten(clean, LongestValue) : null;
}
