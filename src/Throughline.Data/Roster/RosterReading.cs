using Throughline.Domain.Units.Roster;

namespace Throughline.Data.Roster;

/// <summary>What is wrong with a roster file, and where.</summary>
/// <param name="File">The CSV file, or the uploaded file's name.</param>
/// <param name="Line">Line in the file, counted from 1, or null when it is about the whole file.</param>
/// <param name="Column">Column name, or null when it is about the whole row.</param>
/// <param name="Value">What it says; null when empty, or when the row may be about a student or a parent.</param>
/// <param name="Expected">What is expected, as a sentence.</param>
public sealed record RosterError(
    string File,
    int? Line,
    string? Column,
    string? Value,
    string Expected
);

/// <summary>Something that was put up with.</summary>
/// <param name="File">The CSV file, or the uploaded file's name.</param>
/// <param name="Line">Line of the first occurrence, or null.</param>
/// <param name="Message">What it is and what became of it.</param>
public sealed record RosterWarning(string File, int? Line, string Message);

/// <summary>What came of reading a roster file: a snapshot, or errors and no snapshot.</summary>
/// <param name="Snapshot">What the file says, or null when anything in it is wrong.</param>
/// <param name="Errors">The first hundred errors.</param>
/// <param name="ErrorCount">How many there are in all.</param>
/// <param name="Warnings">The first hundred warnings, one for each sort.</param>
/// <param name="LeftOut">People who were dropped, by kind; known even when there are errors.</param>
public sealed record RosterReading(
    RosterSnapshot? Snapshot,
    IReadOnlyList<RosterError> Errors,
    int ErrorCount,
    IReadOnlyList<RosterWarning> Warnings,
    IReadOnlyList<RosterLeftOut> LeftOut
);

/// <summary>How far reading is.</summary>
/// <param name="File">The CSV file being read.</param>
/// <param name="BytesRead">Unpacked bytes read so far.</param>
/// <param name="BytesTotal">Unpacked bytes in all, as the zip claims; 0 when unknown.</param>
public sealed record RosterProgress(string File, long BytesRead, long BytesTotal);

/// <summary>How much is read before a file is refused.</summary>
/// <param name="FileBytes">Size of the uploaded file.</param>
/// <param name="UnpackedBytes">Unpacked size, counted while reading.</param>
/// <param name="FieldCharacters">Size of one field.</param>
/// <param name="LineBytes">Size of one line.</param>
public sealed record RosterLimits(
    long FileBytes,
    long UnpackedBytes,
    int FieldCharacters,
    int LineBytes
)
{
    /// <summary>200 MB, 2 GB unpacked, a million characters in a field, four million bytes in a line.</summary>
    public static RosterLimits Standard { get; } =
        new(200L * 1024 * 1024, 2L * 1024 * 1024 * 1024, 1_000_000, 4_000_000);
}

/// <summary>Stops reading the file at hand; what is wrong is the message.</summary>
internal sealed class RosterStopException(string message, bool wholeFile = false)
    : Exception(message)
{
    /// <summary>True when nothing further is to be read, from any entry.</summary>
    public bool WholeFile { get; } = wholeFile;
}
