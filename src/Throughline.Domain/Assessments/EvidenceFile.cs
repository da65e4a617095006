using System.IO.Compression;
using System.Text;
using Throughline.Domain.Shared;

namespace Throughline.Domain.Assessments;

/// <summary>What a file of evidence may hold. The numbers are stored and never change their meaning.</summary>
public enum EvidenceFormat
{
    /// <summary>PDF.</summary>
    Pdf = 1,

    /// <summary>PNG picture.</summary>
    Png = 2,

    /// <summary>JPEG picture.</summary>
    Jpeg = 3,

    /// <summary>WebP picture.</summary>
    Webp = 4,

    /// <summary>Word document.</summary>
    Word = 5,

    /// <summary>Excel workbook.</summary>
    Excel = 6,

    /// <summary>PowerPoint presentation.</summary>
    PowerPoint = 7,

    /// <summary>Plain text.</summary>
    PlainText = 8,

    /// <summary>Table as comma-separated text.</summary>
    Csv = 9,
}

/// <summary>A file whose content is what its name says.</summary>
/// <param name="Name">Its name, without a folder and without characters that mislead.</param>
/// <param name="Format">What it holds.</param>
/// <param name="Size">Its size in bytes.</param>
public sealed record CheckedFile(string Name, EvidenceFormat Format, int Size);

/// <summary>Checks an uploaded file by its content: a name is only a claim.</summary>
public static class EvidenceFile
{
    /// <summary>Most bytes of a file (20 MiB).</summary>
    public const int MostBytes = 20 * 1024 * 1024;

    /// <summary>Longest file name, in characters.</summary>
    public const int LongestName = 120;

    /// <summary>The extensions that are taken, as a file picker wants them.</summary>
    public const string Accepted = ".pdf,.png,.jpg,.jpeg,.webp,.docx,.xlsx,.pptx,.txt,.csv";

    /// <summary>What is taken, as people say it.</summary>
    public const string Allowed =
        "PDF, PNG, JPEG or WebP pictures, Word, Excel and PowerPoint files (.docx, .xlsx, .pptx), plain text and CSV, up to 20 MB";

    // An office file is a zip; more entries or more unpacked bytes than this is no document anyone wrote.
    private const int MostEntries = 5000;
    private const long MostUnpacked = 500L * 1024 * 1024;
    private const int MostRatio = 200;

    private static readonly Dictionary<string, EvidenceFormat> Extensions = new(
        StringComparer.OrdinalIgnoreCase
    )
    {
        [".pdf"] = EvidenceFormat.Pdf,
        [".png"] = EvidenceFormat.Png,
        [".jpg"] = EvidenceFormat.Jpeg,
        [".jpeg"] = EvidenceFormat.Jpeg,
        [".webp"] = EvidenceFormat.Webp,
        [".docx"] = EvidenceFormat.Word,
        [".xlsx"] = EvidenceFormat.Excel,
        [".pptx"] = EvidenceFormat.PowerPoint,
        [".txt"] = EvidenceFormat.PlainText,
        [".csv"] = EvidenceFormat.Csv,
    };

    /// <summary>
    /// Takes a file whose extension is known and whose content agrees with it. Refused, by name and with what is
    /// allowed: an unknown or missing extension, an empty file, more than 20 MB, and content that is something else.
    /// </summary>
    /// <param name="fileName">The name as it came; it may carry a folder.</param>
    /// <param name="content">All of its bytes.</param>
    public static Result<CheckedFile> Check(string? fileName, byte[] content)
    {
        var name = CleanName(fileName);
        if (!Extensions.TryGetValue(Path.GetExtension(name), out var format))
        {
            return Refuse($"“{name}” is not a kind of file that can be kept here.");
        }

        if (content.Length == 0)
        {
            return Refuse($"“{name}” is empty.");
        }

        if (content.Length > MostBytes)
        {
            return Refuse($"“{name}” has more than 20 MB.");
        }

        return Holds(format, content)
            ? Result.Ok(new CheckedFile(name, format, content.Length))
            : Refuse(
                $"“{name}” does not hold what its name says. Open it in the program that made it and save it again."
            );
    }

    /// <summary>The name without folders and without characters that a file system or a reader could stumble over.</summary>
    public static string CleanName(string? fileName)
    {
        var last = (Text.CleanLine(fileName) ?? "").Split('/', '\\')[^1];
        var kept = new string([
            .. last.Select(c =>
                c is '"' or '<' or '>' or ':' or '|' or '?' or '*' or ';' ? '_' : c
            ),
        ]).Trim(' ', '.');
        if (kept.Length <= LongestName)
        {
            return kept.Length == 0 ? "file" : kept;
        }

        var extension = Path.GetExtension(kept);
        return extension.Length is 0 or > 10
            ? Text.Shorten(kept, LongestName)
            : Text.Shorten(kept[..^extension.Length], LongestName - extension.Length) + extension;
    }

    private static Result<CheckedFile> Refuse(string why) =>
        Result.Refused<CheckedFile>($"{why} Allowed are {Allowed}.", "File");

    private static bool Holds(EvidenceFormat format, byte[] content) =>
        format switch
        {
            EvidenceFormat.Pdf => StartsWith(content, "%PDF-"u8),
            EvidenceFormat.Png => StartsWith(content, [0x89, .. "PNG\r\n\u001a\n"u8]),
            EvidenceFormat.Jpeg => StartsWith(content, [0xFF, 0xD8, 0xFF]),
            EvidenceFormat.Webp => StartsWith(content, "RIFF"u8)
                && content.AsSpan(8).StartsWith("WEBP"u8),
            EvidenceFormat.Word => IsOffice(content, "word/document.xml"),
            EvidenceFormat.Excel => IsOffice(content, "xl/workbook.xml"),
            EvidenceFormat.PowerPoint => IsOffice(content, "ppt/presentation.xml"),
            EvidenceFormat.PlainText or EvidenceFormat.Csv => IsText(content),
            _ => throw new ArgumentOutOfRangeException(nameof(format)),
        };

    private static bool StartsWith(byte[] content, ReadOnlySpan<byte> mark) =>
        content.AsSpan().StartsWith(mark);

    // Looks at the directory of the zip alone and unpacks nothing.
    private static bool IsOffice(byte[] content, string main)
    {
        if (!StartsWith(content, "PK\u0003\u0004"u8))
        {
            return false;
        }

        try
        {
            using var zip = new ZipArchive(new MemoryStream(content, writable: false));
            var entries = zip.Entries;
            return entries.Count <= MostEntries
                && entries.Sum(e => e.Length) is var unpacked
                && unpacked <= MostUnpacked
                && unpacked <= (long)content.Length * MostRatio
                && Has("[Content_Types].xml")
                && Has(main)
                // A macro is a program, whatever the extension says.
                && !entries.Any(e =>
                    e.FullName.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)
                );

            bool Has(string name) => entries.Any(e => e.Length > 0 && e.FullName == name);
        }
        catch (Exception e) when (e is InvalidDataException or IOException or OverflowException)
        {
            return false;
        }
    }

    private static bool IsText(byte[] content)
    {
        try
        {
            var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(content);
            return !text.Any(c => char.IsControl(c) && c is not ('\r' or '\n' or '\t' or '\f'));
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}

/// <summary>
/// A part of a file's content. Parts keep memory small when a file is served, and lists never load one. The audit trail
/// holds the evidence itself.
/// </summary>
public sealed class EvidenceChunk : IDistrictOwned, INotAudited
{
    /// <summary>Most bytes of a part (1 MiB).</summary>
    public const int Bytes = 1024 * 1024;

    private EvidenceChunk() { }

    /// <inheritdoc/>
    public Guid DistrictId { get; private set; }

    /// <summary>The evidence.</summary>
    public Guid EvidenceId { get; private set; }

    /// <summary>Its place in the file, counted from 0.</summary>
    public int Number { get; private set; }

    /// <summary>The bytes.</summary>
    public byte[] Content { get; private set; } = [];

    /// <summary>Cuts the content of a file into its parts.</summary>
    public static IEnumerable<EvidenceChunk> Of(Evidence evidence, byte[] content) =>
        content
            .Chunk(Bytes)
            .Select(
                (part, number) =>
                    new EvidenceChunk
                    {
                        DistrictId = evidence.DistrictId,
                        EvidenceId = evidence.Id,
                        Number = number,
                        Content = part,
                    }
            );
}
