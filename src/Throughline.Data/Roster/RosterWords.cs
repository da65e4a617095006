using System.Globalization;
using Throughline.Domain.Units.Roster;

namespace Throughline.Data.Roster;

/// <summary>What the status of a row says.</summary>
internal enum RosterStatus
{
    /// <summary>The row counts.</summary>
    Active,

    /// <summary>The row is taken away; in a bulk file it is as good as absent.</summary>
    Gone,

    /// <summary>The row was refused.</summary>
    Refused,
}

/// <summary>Small words of the standard that several files share.</summary>
internal static class RosterWords
{
    /// <summary>A day, or the day of a timestamp. Other orders of day, month and year are not guessed.</summary>
    public static bool TryDay(string text, out DateOnly day)
    {
        var date = text;
        if (text.Length > 10 && text[10] is 'T' or 't' or ' ')
        {
            date = text[..10];
            if (
                !DateTimeOffset.TryParse(
                    text,
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.AssumeUniversal,
                    out _
                )
            )
            {
                day = default;
                return false;
            }
        }

        return DateOnly.TryParseExact(
            date,
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out day
        );
    }

    /// <summary>
    /// Reads <c>status</c> and <c>dateLastModified</c>. A delta file needs both. A bulk file should leave them blank; real
    /// ones fill them, and what they take away is treated as absent.
    /// </summary>
    public static RosterStatus StatusOf(RosterTable row, RosterMode mode)
    {
        var status = row["status"];
        if (mode == RosterMode.Delta)
        {
            row.TakeDay("dateLastModified", required: true);
        }
        else if (status is not null)
        {
            row.Warn("“status” is filled in a bulk file, where it should be blank.");
        }

        if (status is null && mode != RosterMode.Delta || Is(status, "active"))
        {
            return row.IsFaulty ? RosterStatus.Refused : RosterStatus.Active;
        }

        if (Is(status, "tobedeleted") || Is(status, "inactive"))
        {
            if (mode != RosterMode.Delta)
            {
                row.Warn(
                    $"A row of a bulk file is marked {status!.ToLowerInvariant()}: it was treated as absent."
                );
            }

            return row.IsFaulty ? RosterStatus.Refused : RosterStatus.Gone;
        }

        row.Refuse(
            "status",
            mode == RosterMode.Delta ? "active or tobedeleted." : "Blank, active or tobedeleted."
        );
        return RosterStatus.Refused;
    }

    /// <summary>Words of a list in one field, without blanks and empty ones.</summary>
    public static string[] List(string? text, params ReadOnlySpan<char> separators) =>
        text?.Split(
            separators.ToArray(),
            StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
        )
        ?? [];

    /// <summary>Grades as the standard writes them: 9 becomes 09.</summary>
    public static string Grade(string grade) =>
        grade.Length == 1 && char.IsAsciiDigit(grade[0]) ? "0" + grade : grade.ToUpperInvariant();

    public static bool Is(string? text, string word) =>
        string.Equals(text, word, StringComparison.OrdinalIgnoreCase);
}
