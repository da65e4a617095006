using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Throughline.Domain.Shared;

namespace Throughline.Data.Roster;

/// <summary>The columns a file may have.</summary>
/// <param name="Required">Without these it cannot be read.</param>
/// <param name="Optional">The others of the standard, whether we use them or not.</param>
/// <param name="Aliases">Other spellings that are met in real files.</param>
internal sealed record RosterColumns(
    IReadOnlyList<string> Required,
    IReadOnlyList<string> Optional,
    IReadOnlyDictionary<string, string>? Aliases = null
);

/// <summary>
/// One CSV file, row by row. Columns are found by name, whatever their order; a row knows the line it starts in and says
/// what is wrong with it to the log.
/// </summary>
internal sealed class RosterTable : IDisposable
{
    private const char Unreadable = '\uFFFD';
    private readonly string file;
    private readonly RosterLog log;
    private readonly CsvParser parser;
    private readonly Dictionary<string, int> columns = new(StringComparer.OrdinalIgnoreCase);
    private readonly int width;
    private bool bad;
    private int lastLine;

    /// <summary>Reads the header. What is wrong with it goes to the log.</summary>
    public RosterTable(
        Stream stream,
        string file,
        RosterColumns expected,
        RosterLimits limits,
        RosterLog log,
        Func<string, string>? nameOf = null
    )
    {
        this.file = file;
        this.log = log;
        parser = new CsvParser(
            new StreamReader(stream, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, 65536),
            new CsvConfiguration(CultureInfo.InvariantCulture)
            {
                HasHeaderRecord = false,
                IgnoreBlankLines = false,
                BadDataFound = _ => bad = true,
                MaxFieldSize = limits.FieldCharacters,
                BufferSize = 65536,
            }
        );
        if (!ReadRecord())
        {
            log.Error(
                file,
                1,
                null,
                null,
                $"The file is empty; the first line names the columns: {string.Join(", ", expected.Required)}."
            );
            return;
        }

        width = parser.Count;
        IsReadable = new RosterHeader(file, expected, log).Map(
            [.. Enumerable.Range(0, width).Select(i => parser[i].Trim('\uFEFF', ' ', '\t'))],
            columns,
            nameOf
        );
    }

    /// <summary>True when every required column was found.</summary>
    public bool IsReadable { get; }

    /// <summary>The line the current row starts in.</summary>
    public int Line { get; private set; }

    /// <summary>True once something in the current row was refused.</summary>
    public bool IsFaulty { get; private set; }

    /// <summary>True when the row has another number of fields than the header, or quotation marks that do not pair.</summary>
    public bool IsMisshapen { get; private set; }

    public bool Has(string column) => columns.ContainsKey(column);

    /// <summary>Goes to the next row; blank lines and repeated headers are passed over.</summary>
    public bool Read()
    {
        while (ReadRecord())
        {
            IsFaulty = false;
            if (parser.Count == 1 && string.IsNullOrWhiteSpace(parser[0]))
            {
                continue;
            }

            IsMisshapen = HasOtherWidth();
            if (!IsMisshapen && IsHeaderAgain())
            {
                log.Warn(
                    file,
                    Line,
                    "The header is repeated among the rows; the line was passed over."
                );
                continue;
            }

            LookForOpenQuote();
            return true;
        }

        return false;
    }

    /// <summary>A field as it stands, without surrounding blanks; null when empty or when there is no such column.</summary>
    public string? this[string column]
    {
        get
        {
            if (!columns.TryGetValue(column, out var index) || index >= parser.Count)
            {
                return null;
            }

            var text = parser[index].Trim();
            if (bad)
            {
                IsMisshapen = true;
            }

            return text.Length == 0 ? null : text;
        }
    }

    /// <summary>All fields, to look for a word when their order cannot be relied on.</summary>
    public IEnumerable<string> Fields =>
        Enumerable.Range(0, parser.Count).Select(i => parser[i].Trim());

    /// <summary>A field that is kept: cleaned, and refused when it is missing, too long or not UTF-8.</summary>
    public string? Take(string column, bool required, int longest)
    {
        var text = Text.CleanLine(this[column]);
        if (text is null)
        {
            if (required)
            {
                Refuse(column, "A value is required here.");
            }

            return null;
        }

        if (text.Contains(Unreadable, StringComparison.Ordinal))
        {
            Refuse(column, "Text in UTF-8. Save or export the file as UTF-8.");
        }
        else if (text.Length > longest)
        {
            Refuse(column, $"At most {longest} characters; there are {text.Length}.");
        }

        return text;
    }

    /// <summary>An id: required, at most 255 characters.</summary>
    public string? TakeId(string column = "sourcedId") =>
        Take(column, required: true, longest: 255);

    /// <summary>A day: yyyy-MM-dd, or a timestamp that begins so. Null when empty or refused.</summary>
    public DateOnly? TakeDay(string column, bool required)
    {
        var text = Take(column, required, 40);
        if (text is null)
        {
            return null;
        }

        if (RosterWords.TryDay(text, out var day))
        {
            return day;
        }

        Refuse(column, "A date as year-month-day, yyyy-mm-dd, for example 2026-08-31.");
        return null;
    }

    /// <summary>Refuses a field of a row that is about staff, an organisation or a session.</summary>
    public void Refuse(string column, string expected)
    {
        IsFaulty = true;
        log.Error(file, Line, column, this[column], expected);
    }

    /// <summary>Refuses the whole row, without a value: it may be about anyone.</summary>
    public void RefuseRow(string expected)
    {
        IsFaulty = true;
        log.Error(file, Line, null, null, expected);
    }

    /// <summary>Refuses a row whose fields do not fit the header.</summary>
    public void RefuseShape() =>
        RefuseRow(
            parser.Count == width
                ? "Quotation marks in pairs around a field; one inside a field is written twice."
                : $"As many fields as the header has, {width}; there are {parser.Count}. Put a field with a comma in quotation marks."
        );

    public void Warn(string message) => log.Warn(file, Line, message);

    public void Dispose() => parser.Dispose();

    private bool ReadRecord()
    {
        bad = false;
        Line = lastLine + 1;
        try
        {
            if (!parser.Read())
            {
                return false;
            }
        }
        catch (MaxFieldSizeException)
        {
            throw new RosterStopException(
                $"Line {Line.ToString(CultureInfo.InvariantCulture)}: a field is far too long. Is a quotation mark opened there and never closed?"
            );
        }

        lastLine = parser.RawRow;
        return true;
    }

    // Commas that a spreadsheet left behind at the end of a row are no fields.
    private bool HasOtherWidth()
    {
        for (var i = width; i < parser.Count; i++)
        {
            if (!string.IsNullOrWhiteSpace(parser[i]))
            {
                return true;
            }
        }

        return parser.Count < width;
    }

    // Asked of every row of a large file: all but a repeated header are told by their first column.
    private bool IsHeaderAgain()
    {
        var (name, index) = columns.First();
        return Names(name, index) && columns.Count > 1 && columns.All(c => Names(c.Key, c.Value));
    }

    private bool Names(string column, int index) =>
        parser[index].AsSpan().Trim().Equals(column, StringComparison.OrdinalIgnoreCase);

    // A quotation mark that is never closed swallows the rows after it, staff among them: that is refused even when the
    // row it stands in is about someone who is dropped.
    private void LookForOpenQuote()
    {
        if (lastLine == Line)
        {
            return;
        }

        foreach (var _ in Fields)
        {
            // Reading a field is what finds bad quotes in it.
        }

        if (bad)
        {
            IsMisshapen = true;
            RefuseRow(
                $"A quotation mark that opens in this line is closed; the rows up to line {lastLine} ran together."
            );
        }
    }
}
