using System.Globalization;
using Throughline.Domain.Units.Roster;

namespace Throughline.Data.Roster;

/// <summary>What an import did, one line per kind, for the command and the history.</summary>
public static class RosterSummary
{
    /// <summary>What is said when there is nothing to do.</summary>
    public const string Nothing = "nothing changes";

    public static IReadOnlyList<string> Lines(
        RosterChanges changes,
        IReadOnlyList<RosterLeftOut> leftOut
    )
    {
        if (changes.IsEmpty)
        {
            return [Nothing];
        }

        var lines = new List<string>();
        if (changes.District is { } district)
        {
            lines.Add(
                district.OldName == district.NewName
                    ? $"district: {district.NewName}, tied to the roster"
                    : $"district: now {district.NewName}"
            );
        }

        lines.Add(Line("schools", changes.Schools));
        lines.Add(Line("school years", changes.SchoolYears));
        lines.Add(Line("staff", changes.Staff));
        lines.Add(
            leftOut.Count == 0
                ? "left out: nobody"
                : "left out: " + string.Join(", ", leftOut.Select(l => l.Text))
        );
        return lines;
    }

    private static string Line(string kind, IEnumerable<IRosterChange> changes)
    {
        var tally = RosterTally.Of(changes);
        var line =
            $"{kind}: {Number(tally.Added)} added, {Number(tally.Changed)} changed, {Number(tally.Deactivated)} deactivated";
        return tally.Reactivated == 0 ? line : $"{line}, {Number(tally.Reactivated)} reactivated";
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
