using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Throughline.Domain.Shared;
using Throughline.Domain.Units;

namespace Throughline.Data.Units;

/// <summary>A day out of the ordinary, as a file gives it.</summary>
public sealed record CalendarRow(DateOnly Day, CalendarDayKind Kind, string Label);

/// <summary>What is wrong in a file, and where.</summary>
/// <param name="Line">Line of the file, the first is 1; 0 for the file as a whole.</param>
/// <param name="Column">The column's name, or “file”.</param>
/// <param name="Value">What stands there, shortened.</param>
/// <param name="Expected">What should.</param>
public sealed record CalendarFileError(int Line, string Column, string Value, string Expected);

/// <summary>What was read: rows, or the first errors and the count of all.</summary>
public sealed record CalendarReading(
    IReadOnlyList<CalendarRow> Rows,
    IReadOnlyList<CalendarFileError> Errors,
    int ErrorCount
);

/// <summary>
/// Reads days out of the ordinary from a CSV file with the columns date, kind and label, as a spreadsheet saves it:
/// commas, semicolons or tabs, any line ends, with or without a byte order mark, columns in any order.
/// </summary>
public sealed class CalendarFile
{
    /// <summary>Most bytes of a file.</summary>
    public const int MostBytes = 1024 * 1024;

    /// <summary>Most days of a file.</summary>
    public const int MostRows = 2000;

    private const int MostErrorsShown = 100;
    private static readonly string[] Columns = ["date", "kind", "label"];

    private readonly Dictionary<DateOnly, (CalendarRow Row, int Line)> rows = [];
    private readonly List<CalendarFileError> errors = [];
    private int errorCount;

    private CalendarFile() { }

    /// <summary>Reads all of the file; nothing it holds makes it throw.</summary>
    public static CalendarReading Read(Stream stream)
    {
        var file = new CalendarFile();
        if (file.Decode(stream) is { } text)
        {
            file.ReadRows(text);
        }

        return new CalendarReading(
            file.errorCount > 0 ? [] : [.. file.rows.Values.Select(r => r.Row)],
            file.errors,
            file.errorCount
        );
    }

    private string? Decode(Stream stream)
    {
        var bytes = new byte[MostBytes + 1];
        var length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        var content = bytes.AsSpan(0, length);
        if (length > MostBytes)
        {
            Wrong(0, "file", "", "a file of at most 1 MB");
        }
        else if (content.IndexOf((byte)0) >= 0 || content.StartsWith("PK"u8))
        {
            Wrong(0, "file", "", "a CSV file; in a spreadsheet choose Save as, CSV UTF-8");
        }
        else
        {
            try
            {
                var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(content);
                return text.TrimStart('\uFEFF');
            }
            catch (DecoderFallbackException failure)
            {
                var line = content[..Math.Min(failure.Index, length)].Count((byte)'\n') + 1;
                Wrong(
                    line,
                    "file",
                    "",
                    "text in UTF-8; in a spreadsheet choose Save as, CSV UTF-8"
                );
            }
        }

        return null;
    }

    private void ReadRows(string text)
    {
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = DelimiterOf(text),
            TrimOptions = TrimOptions.Trim,
            BadDataFound = null,
        };
        using var reader = new StringReader(text);
        using var csv = new CsvParser(reader, configuration);
        int[]? places = null;
        while (csv.Read())
        {
            if (csv.Record!.All(string.IsNullOrWhiteSpace))
            {
                continue;
            }

            if (places is null)
            {
                places = Places(csv.Record!, csv.RawRow);
                if (places is null)
                {
                    return;
                }
            }
            else if (rows.Count >= MostRows)
            {
                Wrong(csv.RawRow, "file", "", $"at most {MostRows} days in one file");
                return;
            }
            else
            {
                ReadRow([.. places.Select(p => p < csv.Count ? csv[p] : "")], csv.RawRow);
            }
        }

        if (rows.Count == 0 && errorCount == 0)
        {
            Wrong(0, "file", "", "a first line date,kind,label and one line for each day below it");
        }
    }

    // Where each wanted column stands; null when one is missing.
    private int[]? Places(string[] header, int line)
    {
        var names = header.Select(h => h.Trim().ToLowerInvariant()).ToList();
        var places = Columns.Select(c => names.IndexOf(c)).ToArray();
        foreach (var (column, place) in Columns.Zip(places))
        {
            if (place < 0)
            {
                Wrong(line, column, string.Join(", ", header), $"a column named {column}");
            }
        }

        return places.Contains(-1) ? null : places;
    }

    private void ReadRow(string[] cells, int line)
    {
        var before = errorCount;
        if (
            !DateOnly.TryParseExact(
                cells[0],
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var day
            ) || day.Year is < SchoolYear.Earliest or > SchoolYear.Latest
        )
        {
            Wrong(line, "date", cells[0], "a day as yyyy-mm-dd, such as 2026-11-26");
        }

        if (KindOf(cells[1]) is not { } kind)
        {
            Wrong(line, "kind", cells[1], "closure, half day or make-up day");
            kind = CalendarDayKind.Closure;
        }

        var label = Text.Required(cells[2], "what the day is called", CalendarDay.LongestLabel);
        if (!label.IsOk)
        {
            Wrong(
                line,
                "label",
                cells[2],
                $"what the day is called, 1 to {CalendarDay.LongestLabel} characters"
            );
        }

        if (errorCount > before)
        {
            return;
        }

        var row = new CalendarRow(day, kind, label.Value);
        if (!rows.TryAdd(day, (row, line)) && rows[day].Row != row)
        {
            Wrong(line, "date", cells[0], $"each day once; line {rows[day].Line} has it already");
        }
    }

    private static CalendarDayKind? KindOf(string typed) =>
        string.Concat(typed.Where(char.IsLetter)).ToLowerInvariant() switch
        {
            "closure" or "closed" or "noschool" or "holiday" or "break" => CalendarDayKind.Closure,
            "halfday" or "half" or "earlyrelease" => CalendarDayKind.HalfDay,
            "makeupday" or "makeup" or "schoolday" or "school" => CalendarDayKind.SchoolDay,
            _ => null,
        };

    // A spreadsheet set to a language with decimal commas separates by semicolons.
    private static string DelimiterOf(string text)
    {
        var header = text.AsSpan().TrimStart();
        var end = header.IndexOfAny('\r', '\n');
        header = end < 0 ? header : header[..end];
        return header.Contains(';') ? ";"
            : header.Contains('\t') ? "\t"
            : ",";
    }

    private void Wrong(int line, string column, string value, string expected)
    {
        if (++errorCount <= MostErrorsShown)
        {
            var shown = Text.Shorten(Text.CleanLine(value) ?? "", 60);
            errors.Add(new(line, column, shown, expected));
        }
    }
}
